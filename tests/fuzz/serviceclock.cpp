// What the dates of answers say of the service's clock. Promised: any dates are taken; those of an honest service,
// whatever its clock and the ways to it, never lead further from its time than the way and the whole second explain.
#include "domain/serviceclock.h"
#include "always.h"
#include "support/fakeclock.h"

#include <fuzzer/FuzzedDataProvider.h>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

constexpr qint64 day = 24 * 60 * 60 * 1000;
constexpr qint64 tolerated = 2'000;

void hearHonestService(FuzzedDataProvider& given)
{
    FakeClock computers;
    ServiceClock clock(computers);
    const auto ahead = given.ConsumeIntegralInRange<qint64>(-day, day);
    qint64 doubt = 1'000'000;
    for (int answers = 0; answers < 20 && given.remaining_bytes() > 0; ++answers) {
        const auto there = given.ConsumeIntegralInRange<qint64>(0, 5'000);
        const auto back = given.ConsumeIntegralInRange<qint64>(0, 5'000);
        computers.advance(Milliseconds(there));
        const qint64 serviceMs = computers.utcNow().toMSecsSinceEpoch() + ahead;
        const QDateTime date = QDateTime::fromMSecsSinceEpoch(serviceMs / 1000 * 1000, Qt::UTC); // the second only
        computers.advance(Milliseconds(back));
        clock.heard(date, Milliseconds(there + back));
        doubt = std::min(doubt, there + back + 1'000);
        computers.advance(Milliseconds(given.ConsumeIntegralInRange<qint64>(0, 600'000)));
        const auto difference = clock.difference();
        if (!difference)
            continue;
        const qint64 wrong = std::abs(difference->count() - ahead);
        always(wrong <= doubt + (difference->count() == 0 ? tolerated : 0));
        always(std::abs(computers.utcNow().msecsTo(clock.utcNow()) - difference->count()) == 0);
    }
}

void hearAnything(FuzzedDataProvider& given)
{
    FakeClock computers;
    ServiceClock clock(computers);
    while (given.remaining_bytes() > 0) {
        const qint64 date
            = given.ConsumeIntegralInRange<qint64>(-62'135'596'800'000, 253'402'300'799'000); // years 1..9999
        clock.heard(given.ConsumeBool() ? QDateTime::fromMSecsSinceEpoch(date, Qt::UTC) : QDateTime(),
            Milliseconds(given.ConsumeIntegral<qint32>()));
        if (given.ConsumeBool())
            computers.utc = computers.utc.addMSecs(given.ConsumeIntegral<qint32>()); // somebody set the clock
        computers.steady += Milliseconds(given.ConsumeIntegral<quint16>());
        always(clock.utcNow().isValid());
        always(!clock.difference() || clock.difference() == 0ms || std::abs(clock.difference()->count()) > tolerated);
    }
    clock.forget();
    always(!clock.difference() && clock.utcNow() == computers.utcNow());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    FuzzedDataProvider given(data, size);
    given.ConsumeBool() ? hearHonestService(given) : hearAnything(given);
    return 0;
}
