// The order in which a run's tasks leave: soonest first among those that can still make it, the others last.
// For requests of equal length this stops as many as any order can (the rule is applied anew at each slot, so a
// change of pace, a retry or a late joiner needs no sorting). Pure; owned by CancelRun.
#pragma once

#include "cancel/forecast.h"
#include "domain/clock.h"
#include "domain/task.h"

#include <QHash>

#include <set>
#include <tuple>

namespace pushbrake {

class SendOrder
{
public:
    void add(const Task& task);
    void remove(TaskId task);
    void clear();
    bool isEmpty() const { return m_keys.isEmpty(); }
    int count() const { return int(m_keys.size()); }

    /// The task to send now, left in the order; 0 when there is none. `lead`: how long a request needs to take effect.
    TaskId next(const QDateTime& nowUtc, Milliseconds lead) const;

    /// How many can still be stopped at `pace` requests a second, more than 0, and how long that takes.
    Forecast forecast(const QDateTime& nowUtc, double pace, Milliseconds lead) const;
    /// How many go out before `until` and not before `nowUtc`.
    int countDue(const QDateTime& nowUtc, const QDateTime& until) const;

private:
    /// Due (ms since 1970 UTC), audience (All before Tag before User), ID.
    using Key = std::tuple<qint64, int, TaskId>;

    std::set<Key> m_timed;
    std::set<Key> m_untimed;
    QHash<TaskId, Key> m_keys;
};

/// The forecast before the start. `pace`: requests a second, more than 0. Tasks without a time count as stoppable.
Forecast forecast(const QList<Task>& tasks, const QDateTime& nowUtc, double pace, Milliseconds lead);

} // namespace pushbrake
