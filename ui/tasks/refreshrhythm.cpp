#include "ui/tasks/refreshrhythm.h"

#include "ui/tasks/refreshrange.h"

#include <algorithm>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {

constexpr Milliseconds leastGap = 1min;
constexpr Milliseconds longestGap = 1h;

Milliseconds gapAfter(int failures)
{
    return std::min(longestGap, leastGap * (1 << std::min(failures, 10)));
}

} // namespace

RefreshRhythm::RefreshRhythm(const Clock& clock)
    : m_clock(clock)
{
    opened();
}

void RefreshRhythm::choose(Choice choice)
{
    m_choice = choice;
}

void RefreshRhythm::opened()
{
    m_lastBegan = m_lastEnded = m_clock.steadyNow();
    m_seenUntil = {};
    m_willHaveSeen = {};
    m_failures = 0;
    m_isRefused = false;
}

void RefreshRhythm::began(Reading what, bool showsDue)
{
    if (what == Reading::Range)
        m_lastBegan = m_clock.steadyNow();
    m_willHaveSeen = showsDue ? m_clock.utcNow().addSecs(std::chrono::seconds(readBeforeDue).count()) : QDateTime();
}

void RefreshRhythm::ended(End how)
{
    m_lastEnded = m_clock.steadyNow();
    switch (how) {
    case End::Read:
        m_failures = 0;
        m_isRefused = false;
        m_seenUntil = m_willHaveSeen.isValid() ? m_willHaveSeen : m_seenUntil;
        break;
    case End::AccountRefused: m_isRefused = true; [[fallthrough]];
    case End::Failed: ++m_failures; break;
    case End::Stopped: break;
    }
}

// A clock that was put back makes a reading one of the future; nothing was read shortly before anything then.
QDateTime RefreshRhythm::seenUntil() const
{
    const QDateTime now = m_clock.utcNow();
    const bool isOfFuture = now.addSecs(std::chrono::seconds(readBeforeDue).count()) < m_seenUntil;
    return m_seenUntil.isValid() && !isOfFuture ? std::max(m_seenUntil, now) : now;
}

Milliseconds RefreshRhythm::untilAllowed() const
{
    const auto passed = std::chrono::duration_cast<Milliseconds>(m_clock.steadyNow() - m_lastEnded);
    return std::max(Milliseconds(0), gapAfter(m_failures) - passed);
}

std::optional<Milliseconds> RefreshRhythm::untilInterval() const
{
    if (m_choice.every == 0min)
        return std::nullopt;
    const auto passed = std::chrono::duration_cast<Milliseconds>(m_clock.steadyNow() - m_lastBegan);
    return std::max(untilAllowed(), std::chrono::duration_cast<Milliseconds>(m_choice.every) - passed);
}

std::optional<Milliseconds> RefreshRhythm::untilDue(const QDateTime& nextDue) const
{
    if (!m_choice.beforeDue || !nextDue.isValid())
        return std::nullopt;
    const Milliseconds left { m_clock.utcNow().msecsTo(nextDue) };
    if (left <= Milliseconds(0))
        return std::nullopt; // its time has come: that is seen to elsewhere
    return std::max(untilAllowed(), left - std::chrono::duration_cast<Milliseconds>(readBeforeDue));
}

// The range shows what is due as well, as a rule: where both are to be read, it is enough.
std::optional<RefreshRhythm::Reading> RefreshRhythm::due(const QDateTime& nextDue) const
{
    if (m_isRefused)
        return std::nullopt;
    if (const auto wait = untilInterval(); wait && *wait == Milliseconds(0))
        return Reading::Range;
    if (const auto wait = untilDue(nextDue); wait && *wait == Milliseconds(0))
        return Reading::Due;
    return std::nullopt;
}

std::optional<Milliseconds> RefreshRhythm::sleep(const QDateTime& nextDue) const
{
    if (m_isRefused)
        return std::nullopt;
    const auto interval = untilInterval();
    const auto due = untilDue(nextDue);
    return interval && due ? std::min(*interval, *due) : interval ? interval : due;
}

} // namespace pushbrake
