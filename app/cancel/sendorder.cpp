#include "cancel/sendorder.h"

#include "api/limits.h"

namespace pushbrake {

void SendOrder::add(const Task& task)
{
    remove(task.id);
    const bool timed = task.goesOutAt.isValid();
    const Key key { timed ? task.goesOutAt.toMSecsSinceEpoch() : 0, int(task.audience.value_or(Audience::User)),
        task.id };
    m_keys.insert(task.id, key);
    (timed ? m_timed : m_untimed).insert(key);
}

void SendOrder::remove(TaskId task)
{
    const auto found = m_keys.constFind(task);
    if (found == m_keys.constEnd())
        return;
    m_timed.erase(*found);
    m_untimed.erase(*found);
    m_keys.erase(found);
}

void SendOrder::clear()
{
    m_timed.clear();
    m_untimed.clear();
    m_keys.clear();
}

TaskId SendOrder::next(const QDateTime& nowUtc, Milliseconds lead) const
{
    const qint64 now = nowUtc.toMSecsSinceEpoch();
    const auto canMakeIt = m_timed.lower_bound(Key { now + lead.count() + 1, 0, 0 });
    // A task without a known time may be urgent: it goes after those that certainly are.
    const bool urgent = canMakeIt != m_timed.end() && std::get<0>(*canMakeIt) <= now + limits::dueSoon.count();
    if (!urgent && !m_untimed.empty())
        return std::get<2>(*m_untimed.begin());
    if (canMakeIt != m_timed.end())
        return std::get<2>(*canMakeIt);
    // Of those that are too late by the clock the latest is the likeliest that the service has not begun yet.
    return m_timed.empty() ? 0 : std::get<2>(*m_timed.rbegin());
}

Forecast SendOrder::forecast(const QDateTime& nowUtc, double pace, Milliseconds lead) const
{
    const double gap = 1000.0 / pace;
    double turn = double(nowUtc.toMSecsSinceEpoch() + lead.count());
    Forecast seen;
    seen.canBeStopped = int(m_untimed.size());
    for (const Key& key : m_timed) {
        if (turn < double(std::get<0>(key))) {
            ++seen.canBeStopped;
            turn += gap;
        } else {
            ++seen.goOutFirst;
        }
    }
    seen.duration = Milliseconds(qint64(gap * std::max(0, count() - 1)));
    return seen;
}

int SendOrder::countDue(const QDateTime& nowUtc, const QDateTime& until) const
{
    const auto first = m_timed.lower_bound(Key { nowUtc.toMSecsSinceEpoch(), 0, 0 });
    const auto last = m_timed.lower_bound(Key { until.toMSecsSinceEpoch(), 0, 0 });
    return int(std::distance(first, last));
}

Forecast forecast(const QList<Task>& tasks, const QDateTime& nowUtc, double pace, Milliseconds lead)
{
    SendOrder order;
    for (const Task& task : tasks)
        order.add(task);
    return order.forecast(nowUtc, pace, lead);
}

} // namespace pushbrake
