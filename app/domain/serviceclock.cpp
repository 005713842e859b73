#include "domain/serviceclock.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
constexpr std::size_t agreeing = 3;
constexpr std::size_t remembered = 20;
/// Below it the Date of whole seconds, a busy computer and a slow way explain everything.
constexpr Milliseconds tolerated = 2s;
constexpr Milliseconds clockWasSet = 1s;
} // namespace

QDateTime ServiceClock::utcNow() const
{
    return m_computers.utcNow().addMSecs(difference().value_or(0ms).count());
}

void ServiceClock::heard(const QDateTime& date, Milliseconds roundTrip)
{
    if (!date.isValid())
        return;
    const Milliseconds wall = wallLessSteady();
    std::erase_if(m_heard,
        [wall](const Range& range) { return std::abs((range.wallLessSteady - wall).count()) > clockWasSet.count(); });
    // The answer was dated at some moment of its way, and the date says the whole second only.
    const qint64 atArrival = m_computers.utcNow().msecsTo(date);
    const Range range { atArrival, atArrival + std::max<qint64>(0, roundTrip.count()) + 1000, wall };
    // One that contradicts the others is the newest truth: the service or its clock is another one.
    const auto contradicts
        = [&range](const Range& other) { return other.most < range.least || other.least > range.most; };
    if (std::any_of(m_heard.begin(), m_heard.end(), contradicts))
        m_heard.clear();
    m_heard.push_back(range);
    if (m_heard.size() > remembered)
        m_heard.pop_front();
}

std::optional<Milliseconds> ServiceClock::difference() const
{
    if (m_heard.size() < agreeing
        || std::abs((m_heard.back().wallLessSteady - wallLessSteady()).count()) > clockWasSet.count())
        return std::nullopt;
    qint64 least = std::numeric_limits<qint64>::min();
    qint64 most = std::numeric_limits<qint64>::max();
    for (const Range& range : m_heard) {
        least = std::max(least, range.least);
        most = std::min(most, range.most);
    }
    const Milliseconds middle(least + (most - least) / 2);
    return std::abs(middle.count()) > tolerated.count() ? middle : 0ms;
}

Milliseconds ServiceClock::wallLessSteady() const
{
    const auto steady = std::chrono::duration_cast<Milliseconds>(m_computers.steadyNow().time_since_epoch());
    return Milliseconds(m_computers.utcNow().toMSecsSinceEpoch()) - steady;
}

} // namespace pushbrake
