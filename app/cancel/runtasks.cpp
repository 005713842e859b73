#include "cancel/runtasks.h"

#include "api/limits.h"

namespace pushbrake {

QList<Task> RunTasks::thoseThatMayJoin(const QList<Task>& tasks) const
{
    QList<Task> joining;
    QSet<TaskId> named;
    for (const Task& task : tasks) {
        const auto known = m_entries.constFind(task.id);
        const bool underWay = known != m_entries.constEnd() && known->state != RunState::Settled;
        if (!task.audience || underWay || m_over.contains(task.id) || named.contains(task.id))
            continue;
        named.insert(task.id);
        joining.append(task);
    }
    return joining;
}

QList<Task> RunTasks::open() const
{
    QList<Task> open;
    for (const RunEntry& entry : unsettled()) {
        if (!entry.isOver && !entry.takenBack)
            open.append(entry.task);
    }
    return open;
}

QList<RunEntry> RunTasks::unsettled() const
{
    QList<RunEntry> found;
    for (const TaskId id : m_planned) {
        const auto known = m_entries.constFind(id);
        if (known != m_entries.constEnd() && known->state != RunState::Settled)
            found.append(*known);
    }
    return found;
}

RunTasks::Joined RunTasks::join(const QList<Task>& tasks, qint64 batch, bool isHeld, const QDateTime& nowUtc)
{
    Joined joined;
    for (const Task& task : tasks) {
        RunEntry entry;
        entry.task = task;
        entry.runId = batch;
        entry.seenPending = task.readFromService && task.status == TaskStatus::Pending;
        const bool queues = !isHeld || isDueWithin(task, limits::dueSoon, nowUtc);
        entry.state = queues ? RunState::Queued : RunState::Held;
        (queues ? joined.queued : joined.held).append(task.id);
        if (queues)
            m_order.add(task);
        if (!m_entries.contains(task.id))
            m_planned.append(task.id);
        m_entries.insert(task.id, entry);
    }
    m_held += int(joined.held.size());
    return joined;
}

QList<TaskId> RunTasks::letGo(const QSet<qint64>& batches)
{
    QList<TaskId> released;
    for (const TaskId id : std::as_const(m_planned)) {
        RunEntry& held = entry(id);
        if (held.state != RunState::Held || held.isOver || !batches.contains(held.runId))
            continue;
        held.state = RunState::Queued;
        m_order.add(held.task);
        released.append(id);
    }
    m_held -= int(released.size());
    return released;
}

void RunTasks::takeBack(
    const std::function<bool(const RunEntry&)>& isMeant, const std::function<void(const RunEntry&)>& end)
{
    for (const TaskId id : std::as_const(m_planned)) {
        RunEntry& taken = entry(id);
        if (taken.state == RunState::Settled || taken.isOver || !isMeant(taken))
            continue;
        taken.takenBack = true;
        if (taken.state != RunState::Held && taken.state != RunState::Queued)
            continue;
        taken.isOver = true;
        m_held -= taken.state == RunState::Held;
        m_order.remove(id);
        taken.state = RunState::Planned;
        end(taken);
    }
}

void RunTasks::queueAgain(TaskId task)
{
    RunEntry& back = entry(task);
    back.state = RunState::Queued;
    m_order.add(back.task);
}

void RunTasks::settle(TaskId task, Outcome outcome)
{
    entry(task).state = RunState::Settled;
    if (outcome == Outcome::Cancelled || outcome == Outcome::TooLate)
        m_over.insert(task);
}

RunEntry RunTasks::copyOf(TaskId task) const
{
    RunEntry copy = m_entries.value(task);
    copy.task.id = task;
    return copy;
}

RunState RunTasks::stateOf(TaskId task) const
{
    const auto found = m_entries.constFind(task);
    return found == m_entries.constEnd() ? RunState::Planned : found->state;
}

} // namespace pushbrake
