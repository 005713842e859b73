#include "cancel/cancelrun.h"

#include "store/journal.h"

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
constexpr Milliseconds dueTooSoonToHold = 60s;
} // namespace

CancelRun::CancelRun(Needs needs, QString profileId, QList<Task> tasks, RunOptions options, QObject* parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_profileId(std::move(profileId))
    , m_options(options)
    , m_asked(std::move(tasks))
{
    m_holdTimer.setSingleShot(true);
    m_networkTimer.setSingleShot(true);
    connect(&m_holdTimer, &QTimer::timeout, this, &CancelRun::skipHold);
    connect(&m_networkTimer, &QTimer::timeout, this, [this] {
        m_counts.waitingForNetwork = false;
        askForSlot();
    });
}

std::expected<void, DatabaseFault> CancelRun::start()
{
    auto added = add(std::exchange(m_asked, {}));
    m_finished = !added;
    if (added)
        m_registration = m_needs.gate.registerRun(m_needs.reads);
    return added;
}

std::expected<void, DatabaseFault> CancelRun::add(const QList<Task>& tasks)
{
    const QList<Task> joining = thoseThatMayJoin(tasks);
    const auto run = m_needs.journal.begin(m_profileId, joining);
    if (!run)
        return std::unexpected { run.error() };
    m_counts.total += int(joining.size());
    if (m_options.hold > 0ms) {
        m_counts.held = true;
        m_heldRuns.insert(*run);
        m_holdEnds = m_needs.clock.steadyNow() + m_options.hold;
        m_holdTimer.start(m_options.hold);
    }
    take(joining, *run);
    askForSlot();
    QTimer::singleShot(0, this, &CancelRun::finishWhenDone);
    return {};
}

QList<Task> CancelRun::thoseThatMayJoin(const QList<Task>& tasks) const
{
    QList<Task> joining;
    QSet<TaskId> named;
    for (const Task& task : tasks) {
        const auto known = m_entries.constFind(task.id);
        const bool underWay = known != m_entries.constEnd() && known->state != RunState::Settled;
        if (!task.audience || underWay || named.contains(task.id))
            continue;
        named.insert(task.id);
        joining.append(task);
    }
    return joining;
}

void CancelRun::take(const QList<Task>& tasks, qint64 runId)
{
    const QDateTime now = m_needs.clock.utcNow();
    QList<TaskId> held;
    QList<TaskId> queued;
    for (const Task& task : tasks) {
        RunEntry entry;
        entry.task = task;
        entry.runId = runId;
        entry.seenPending = task.readFromService && task.status == TaskStatus::Pending;
        const bool queues = mayQueue(entry, now);
        entry.state = queues ? RunState::Queued : RunState::Held;
        (queues ? queued : held).append(task.id);
        if (queues)
            m_order.add(task);
        if (!m_entries.contains(task.id))
            m_planned.append(task.id);
        m_entries.insert(task.id, entry);
    }
    m_counts.heldTasks += int(held.size());
    if (!held.isEmpty())
        Q_EMIT tasksChanged(held, RunState::Held);
    if (!queued.isEmpty())
        Q_EMIT tasksChanged(queued, RunState::Queued);
}

bool CancelRun::mayQueue(const RunEntry& entry, const QDateTime& nowUtc) const
{
    const QDateTime due = entry.task.goesOutAt;
    return !m_heldRuns.contains(entry.runId) || (due.isValid() && nowUtc.msecsTo(due) <= dueTooSoonToHold.count());
}

void CancelRun::enterQueue(RunEntry& entry)
{
    m_order.add(entry.task);
    setState(entry, RunState::Queued);
}

void CancelRun::setState(RunEntry& entry, RunState state)
{
    entry.state = state;
    Q_EMIT tasksChanged({ entry.task.id }, state);
}

void CancelRun::skipHold()
{
    if (!m_counts.held)
        return;
    endHold();
    QList<TaskId> released;
    for (RunEntry& entry : m_entries) {
        if (entry.state != RunState::Held)
            continue;
        entry.state = RunState::Queued;
        m_order.add(entry.task);
        released.append(entry.task.id);
    }
    if (!released.isEmpty())
        Q_EMIT tasksChanged(released, RunState::Queued);
    Q_EMIT progressed();
    askForSlot();
}

void CancelRun::endHold()
{
    m_holdTimer.stop();
    m_counts.held = false;
    m_counts.heldTasks = 0;
    m_heldRuns.clear();
}

void CancelRun::undo()
{
    if (!m_counts.held)
        return;
    const QSet<qint64> undone = m_heldRuns;
    endHold();
    withdraw([&undone](const RunEntry& entry) { return undone.contains(entry.runId); });
    Q_EMIT progressed();
    finishWhenDone();
}

void CancelRun::pause()
{
    m_counts.paused = true;
    Q_EMIT progressed();
}

void CancelRun::resume()
{
    m_counts.paused = false;
    m_counts.waitingForAccount = false;
    m_counts.waitingForNetwork = false;
    m_networkTimer.stop();
    Q_EMIT progressed();
    askForSlot();
}

void CancelRun::stop()
{
    m_stopped = true;
    endHold();
    m_networkTimer.stop();
    m_counts.waitingForNetwork = m_counts.waitingForAccount = false;
    m_order.clear(); // all at once; one by one it is the slowest part of it
    withdraw([](const RunEntry&) { return true; });
    Q_EMIT progressed();
    finishWhenDone();
}

void CancelRun::withdraw(const std::function<bool(const RunEntry&)>& isMeant)
{
    QList<TaskId> neverTried;
    for (const TaskId id : std::as_const(m_planned)) {
        RunEntry& entry = m_entries[id];
        if (entry.state == RunState::Settled || !isMeant(entry))
            continue;
        entry.takenBack = true;
        if (entry.state != RunState::Held && entry.state != RunState::Queued)
            continue;
        m_order.remove(id);
        if (entry.attempts == 0 && !entry.neverLeft)
            neverTried.append(id);
        else
            settle(entry, givenBack(entry), false);
    }
    settleWithdrawn(neverTried);
}

// --- sending ---

bool CancelRun::maySend() const
{
    return !m_stopped && !m_counts.paused && !m_counts.waitingForNetwork && !m_counts.waitingForAccount
        && !m_order.isEmpty();
}

void CancelRun::askForSlot()
{
    if (m_askedForSlot || !maySend())
        return;
    m_askedForSlot = true;
    m_needs.gate.acquire(Command::Delete, Urgency::Deed, this, [this](SendGate::Slot slot) {
        m_askedForSlot = false;
        useSlot(std::move(slot));
    });
}

void CancelRun::useSlot(SendGate::Slot slot)
{
    RunEntry* entry = nullptr;
    if (maySend())
        entry = &m_entries[m_order.next(m_needs.clock.utcNow(), leadTime())];
    if (!entry || !commitAttempt(*entry)) {
        slot.unsent();
        return;
    }
    const TaskId id = entry->task.id;
    m_order.remove(id);
    ++m_underWay;
    setState(*entry, RunState::Sending);
    m_needs.client.deleteTask(id, *entry->task.audience, entry->requestNumber, this,
        [this, id, slot = std::move(slot)](const CallReport& report) mutable {
            endSlot(slot, report);
            onDeletion(id, report);
        });
    Q_EMIT progressed();
    askForSlot();
}

bool CancelRun::commitAttempt(RunEntry& entry)
{
    const quint32 number = m_needs.random();
    const QDateTime now = m_needs.clock.utcNow();
    const auto committed = m_needs.journal.attempt(entry.runId, entry.task.id, entry.attempts + 1, number, now);
    if (!committed) {
        stopForJournal(committed.error());
        return false;
    }
    ++entry.attempts;
    entry.requestNumber = number;
    entry.sentAt = now;
    return true;
}

void CancelRun::onDeletion(TaskId task, const CallReport& report)
{
    --m_underWay;
    RunEntry& entry = m_entries[task];
    const Verdict verdict = judgeDeletion(entry, report, m_options.checkEvery, m_needs.client.canSign());
    if (report.mayHaveArrived) {
        m_networkFailures = 0;
    } else {
        --entry.attempts;
        if (const auto undone = m_needs.journal.attemptUndone(entry.runId, task); !undone)
            stopForJournal(undone.error());
    }
    carryOut(entry, verdict);
    Q_EMIT progressed();
    finishWhenDone();
}

void CancelRun::putBack(RunEntry& entry)
{
    if (m_stopped || entry.takenBack) {
        settle(entry, givenBack(entry), false);
        return;
    }
    enterQueue(entry);
    askForSlot();
}

// --- checking ---

void CancelRun::askForCheck(TaskId task)
{
    ++m_underWay;
    setState(m_entries[task], RunState::Checking);
    m_needs.gate.acquire(Command::Get, Urgency::Check, this, [this, task](SendGate::Slot slot) {
        m_needs.client.getTask(
            task, this, [this, task, slot = std::move(slot)](const CallReport& report, const Task& read) mutable {
                endSlot(slot, report);
                onCheck(task, report, read);
            });
    });
}

void CancelRun::checkAfter(TaskId task, Milliseconds wait)
{
    ++m_underWay;
    QTimer::singleShot(wait, this, [this, task] {
        --m_underWay;
        askForCheck(task);
    });
}

void CancelRun::onCheck(TaskId task, const CallReport& report, const Task& read)
{
    --m_underWay;
    RunEntry& entry = m_entries[task];
    const QDateTime now = m_needs.clock.utcNow();
    const bool urgent = entry.task.goesOutAt.isValid() && now.msecsTo(entry.task.goesOutAt) < 10'000;
    const bool recent = entry.sentAt.msecsTo(now) < serviceGivesUpMs;
    carryOut(entry, judgeCheck(entry, report, read, recent && !urgent));
    Q_EMIT progressed();
    finishWhenDone();
}

} // namespace pushbrake
