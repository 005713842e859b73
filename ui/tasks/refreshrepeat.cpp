#include "ui/tasks/refreshrepeat.h"

#include "cancel/appsession.h"
#include "ui/tasks/duewatch.h"

#include <algorithm>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
constexpr Milliseconds longestSleep = 1min; // the computer may have slept meanwhile, or its clock been set
constexpr Milliseconds shortestSleep = 1s; // whoever was asked may not have been able to
constexpr Milliseconds untilFree = 5s; // a run or a reading has to end first
} // namespace

RefreshRepeat::RefreshRepeat(const DueWatch& due, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_due(due)
    , m_rhythm(clock)
    , m_alarm(clock.alarm([this] { wake(); }))
{
}

void RefreshRepeat::choose(RefreshRhythm::Choice choice)
{
    m_rhythm.choose(choice);
    plan();
}

void RefreshRepeat::open(AppSession* session)
{
    m_session = session;
    m_rhythm.opened();
    plan();
}

void RefreshRepeat::noteBegan(RefreshRhythm::Reading what, bool showsDue)
{
    m_rhythm.began(what, showsDue);
}

void RefreshRepeat::noteEnded(RefreshRhythm::End how)
{
    m_rhythm.ended(how);
    plan();
}

bool RefreshRepeat::isFree() const
{
    return !m_session->isReading() && (!m_session->run() || m_session->run()->isFinished());
}

// Looking through a long list is not for those who did not ask for it.
QDateTime RefreshRepeat::nextDue() const
{
    return m_rhythm.heedsDue() ? m_due.nextAfter(m_rhythm.seenUntil()) : QDateTime();
}

void RefreshRepeat::plan()
{
    const auto sleep = m_session ? m_rhythm.sleep(nextDue()) : std::nullopt;
    if (!sleep)
        m_alarm->stop();
    else
        m_alarm->set(isFree() ? std::clamp(*sleep, shortestSleep, longestSleep) : untilFree);
}

void RefreshRepeat::wake()
{
    if (!m_session)
        return;
    const auto due = m_rhythm.due(nextDue());
    if (due && isFree())
        Q_EMIT readingRequested(*due);
    plan();
}

} // namespace pushbrake
