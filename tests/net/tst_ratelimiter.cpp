// The limiter's promise: never more than the limit in any second, whatever the network does, and close to it all the
// same.
#include "net/ratelimiter.h"
#include "support/limitersimulation.h"

#include <QTest>

#include <cmath>

using namespace pushbrake;
using namespace pushbrake::simulation;

namespace {
const SteadyTime start { 1h };

// Takes `count` slots as early as they come and answers each after `trip`; gives when each was taken.
std::vector<SteadyTime> takeAll(RateLimiter& limiter, SteadyTime now, int count, Milliseconds trip)
{
    std::vector<SteadyTime> taken;
    for (int i = 0; i < count; ++i) {
        now = std::max(now, limiter.nextSlot(now).value());
        taken.push_back(now);
        limiter.answered(limiter.take(now), now + trip);
    }
    return taken;
}
} // namespace

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverExceedsTheLimitAndStaysCloseToIt_data()
    {
        QTest::addColumn<int>("network");
        QTest::addColumn<double>("atLeast");
        QTest::newRow("LAN 2 +- 1 ms") << 0 << 0.99;
        QTest::newRow("40 + exp(5) ms") << 1 << 0.985;
        QTest::newRow("80 + exp(30) ms") << 2 << 0.93;
        QTest::newRow("50 ms with 2 % spikes to 1.2 s") << 3 << 0.94;
        QTest::newRow("150 + exp(150) ms") << 4 << 0.75;
    }

    void neverExceedsTheLimitAndStaysCloseToIt()
    {
        QFETCH(int, network);
        QFETCH(double, atLeast);
        const auto exponential
            = [](Random& random, double mean) { return std::exponential_distribution<>(1 / mean)(random); };
        const std::vector<Delay> networks {
            [](Random& random) { return std::uniform_real_distribution<>(1, 3)(random); },
            [=](Random& random) { return 40 + exponential(random, 5); },
            [=](Random& random) { return 80 + exponential(random, 30); },
            [](Random& random) { return std::uniform_real_distribution<>(0, 1)(random) < 0.02 ? 1200.0 : 50.0; },
            [=](Random& random) { return 150 + exponential(random, 150); },
        };
        for (const auto window : { Window::Sliding, Window::Fixed }) {
            double sum = 0;
            for (quint32 seed = 1; seed <= 5; ++seed) {
                const auto outcome = run(1000, networks[std::size_t(network)], window, seed);
                QCOMPARE(outcome.refused, 0);
                sum += outcome.throughput;
            }
            qInfo("%s window: throughput %.3f of the limit", window == Window::Sliding ? "sliding" : "fixed", sum / 5);
            QVERIFY(sum / 5 >= atLeast);
        }
    }

    void takesNoCreditWhereAnswersTakeUnequallyLong()
    {
        RateLimiter limiter(5, RateLimiter::Credit::NotTaken);
        takeAll(limiter, start, 50, 100ms);
        const auto before = takeAll(limiter, start + 60s, 5, 100ms);
        QVERIFY(limiter.nextSlot(before.back()).value() >= before.front() + 1100ms);
    }

    void doesNotExceedTheLimitWhenABusyComputerBecomesIdle()
    {
        RateLimiter limiter(5);
        std::vector<SteadyTime> counted;
        SteadyTime now = start;
        for (int i = 0; i < 60; ++i) {
            const Milliseconds trip = i < 30 ? 30ms : 2ms;
            now = std::max(now, limiter.nextSlot(now).value());
            counted.push_back(now + trip / 2);
            limiter.answered(limiter.take(now), now + trip);
        }
        for (std::size_t i = 5; i < counted.size(); ++i)
            QVERIFY2(counted[i] - counted[i - 5] >= 1s, qPrintable(QString::number(i)));
    }

    void keepsASlotWhileItsAnswerIsAwaited()
    {
        RateLimiter limiter(5);
        for (int i = 0; i < 5; ++i)
            limiter.take(start);
        QVERIFY(!limiter.nextSlot(start + 10s));
    }

    void doesNotBurstAfterAStandstillOfAMinute()
    {
        RateLimiter limiter(5);
        takeAll(limiter, start, 5, 20ms);
        const auto taken = takeAll(limiter, start + 60s, 10, 20ms);
        QVERIFY(taken[4] - taken[0] < 1s);
        QVERIFY(taken[5] - taken[0] >= 1s);
    }

    void freesASlotAtOnceWhenTheRequestNeverLeft()
    {
        RateLimiter limiter(1);
        const auto ticket = limiter.take(start);
        QVERIFY(!limiter.nextSlot(start));
        limiter.unsent(ticket);
        QCOMPARE(*limiter.nextSlot(start), start);
    }

    void holdsTheSlotOfALostAnswerUntilTheServiceHasGivenUp()
    {
        RateLimiter limiter(1);
        limiter.abandoned(limiter.take(start), start + 15s);
        QVERIFY(*limiter.nextSlot(start + 16s) >= start + 15s + 4s);
    }

    void givesNoCreditBeforeTenRoundTripsWereSeen()
    {
        RateLimiter limiter(1);
        const auto taken = takeAll(limiter, start, 10, 100ms);
        for (std::size_t i = 1; i < taken.size(); ++i)
            QVERIFY(taken[i] - taken[i - 1] >= 1100ms);
        const auto later = takeAll(limiter, taken.back() + 2s, 3, 100ms);
        QVERIFY(later[2] - later[1] < 1100ms);
        QVERIFY(later[2] - later[1] >= 1s);
    }

    void usesOneSlotLessAfterARateAnswerAndRegainsItAfterThirtyCleanSeconds()
    {
        RateLimiter limiter(5);
        limiter.refused(start, 1s);
        QCOMPARE(limiter.slotsNow(start), 4);
        limiter.refused(start + 100ms, 1s); // under way together with the first: the same finding
        QCOMPARE(limiter.slotsNow(start + 100ms), 4);
        limiter.refused(start + 5s, 1s);
        QCOMPARE(limiter.slotsNow(start + 5s), 3);
        QCOMPARE(limiter.slotsNow(start + 34s), 3);
        QCOMPARE(limiter.slotsNow(start + 36s), 4);
        QCOMPARE(limiter.slotsNow(start + 66s), 5);
    }

    void keepsAtLeastOneSlot()
    {
        RateLimiter limiter(2);
        for (int i = 0; i < 5; ++i)
            limiter.refused(start + i * 2s, 1s);
        QCOMPARE(limiter.slotsNow(start + 9s), 1);
    }

    void sendsNothingUntilTheWaitAfterARateAnswerIsOver()
    {
        RateLimiter limiter(5);
        limiter.refused(start, 8s);
        QCOMPARE(*limiter.nextSlot(start), start + 8s);
    }

    void staysWithinRevokesOneASecond()
    {
        RateLimiter limiter(1);
        const auto taken = takeAll(limiter, start, 50, 40ms);
        for (std::size_t i = 1; i < taken.size(); ++i)
            QVERIFY(taken[i] - taken[i - 1] >= 1s);
    }
};

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
