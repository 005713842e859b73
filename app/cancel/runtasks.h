// The tasks of a run, where each one stands, and which of those that wait leaves next. Pure; nothing is told from here.
// Owned by CancelRun, which tells, and which holds no reference into it while it does: a listener may add tasks.
#pragma once

#include "cancel/runplan.h"
#include "cancel/sendorder.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <functional>

namespace pushbrake {

class RunTasks
{
public:
    /// Those of them that have an audience, are not under way here and did not end here for good, each once.
    QList<Task> thoseThatMayJoin(const QList<Task>& tasks) const;
    struct Joined
    {
        QList<TaskId> held;
        QList<TaskId> queued;
    };
    /// A batch joins. Of one that is held, only what goes out soon is queued at once.
    Joined join(const QList<Task>& tasks, qint64 batch, bool isHeld, const QDateTime& nowUtc);
    /// What was held of these batches is queued; gives which that is.
    QList<TaskId> letGo(const QSet<qint64>& batches);
    /// What waits of those that are meant is over, and gets its outcome from `end`; what is under way is not tried
    /// again.
    void takeBack(const std::function<bool(const RunEntry&)>& isMeant, const std::function<void(const RunEntry&)>& end);
    void queueAgain(TaskId task);
    /// Its outcome is committed.
    void settle(TaskId task, Outcome outcome);

    /// Those whose outcome is not committed, in the order given.
    QList<RunEntry> unsettled() const;
    /// Those of them that go on to be sent or looked at.
    QList<Task> open() const;
    /// Only of a task that joined.
    RunEntry& entry(TaskId task) { return m_entries[task]; }
    /// As it stands now; a blank one for a task that never joined, and it does not join by that.
    RunEntry copyOf(TaskId task) const;
    /// Planned for a task that never joined.
    RunState stateOf(TaskId task) const;
    int heldTasks() const { return m_held; }
    SendOrder& order() { return m_order; }
    const SendOrder& order() const { return m_order; }

private:
    QHash<TaskId, RunEntry> m_entries;
    QList<TaskId> m_planned; ///< in the order given
    QSet<TaskId> m_over; ///< cancelled or gone out: nothing is left to send for them
    SendOrder m_order;
    int m_held = 0;
};

} // namespace pushbrake
