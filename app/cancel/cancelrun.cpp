#include "cancel/cancelrun.h"

#include "net/backoff.h"
#include "store/journal.h"

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
constexpr Milliseconds dueTooSoonToHold = 60s;
// What a deletion needs to reach the service; a task due sooner is hopeless.
constexpr Milliseconds leadTime = 300ms;
constexpr double unhurried = 0.5;
constexpr Backoff rateBackoff { 1s, 30s };
constexpr Backoff networkBackoff { 1s, 10s };

// How a task ends that was taken out of the queue: every attempt of it is known to have had no effect.
Outcome givenBack(const RunEntry& entry)
{
    if (entry.neverLeft)
        return Outcome::NotSent;
    const bool refused = entry.attempts > 0 && entry.lastAnswer.answered() && entry.lastAnswer.code != 0;
    return refused ? Outcome::Rejected : Outcome::Withdrawn;
}

double share(quint32 random)
{
    return double(random) / double(std::numeric_limits<quint32>::max());
}
} // namespace

CancelRun::CancelRun(Needs needs, QString profileId, QList<Task> tasks, RunOptions options, QObject* parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_profileId(std::move(profileId))
    , m_options(options)
{
    for (Task& task : tasks) {
        if (!task.audience || m_entries.contains(task.id))
            continue;
        m_planned.append(task.id);
        RunEntry entry;
        entry.seenPending = task.readFromService && task.status == TaskStatus::Pending;
        entry.task = std::move(task);
        m_entries.insert(entry.task.id, std::move(entry));
    }
    m_counts.total = int(m_planned.size());
    m_holdTimer.setSingleShot(true);
    m_networkTimer.setSingleShot(true);
    connect(&m_holdTimer, &QTimer::timeout, this, &CancelRun::skipHold);
    connect(&m_networkTimer, &QTimer::timeout, this, [this] {
        m_counts.waitingForNetwork = false;
        askForSlot();
    });
}

Result<void, DatabaseFault> CancelRun::start()
{
    QList<Task> tasks;
    for (const TaskId id : std::as_const(m_planned))
        tasks.append(m_entries[id].task);
    const auto run = m_needs.journal.begin(m_profileId, tasks);
    if (!run) {
        m_finished = true;
        return Unexpected { run.error() };
    }
    m_runId = *run;
    m_counts.held = m_options.hold > 0ms;
    m_holdEnds = m_needs.clock.steadyNow() + m_options.hold;
    const QDateTime now = m_needs.clock.utcNow();
    for (const TaskId id : std::as_const(m_planned)) {
        RunEntry& entry = m_entries[id];
        if (mayQueue(entry, now))
            enterQueue(entry);
        else
            setState(entry, RunState::Held);
    }
    if (m_counts.held)
        m_holdTimer.start(m_options.hold);
    askForSlot();
    QTimer::singleShot(0, this, &CancelRun::finishWhenDone);
    return {};
}

bool CancelRun::mayQueue(const RunEntry& entry, const QDateTime& nowUtc) const
{
    const QDateTime due = entry.task.goesOutAt;
    return !m_counts.held || (due.isValid() && nowUtc.msecsTo(due) <= dueTooSoonToHold.count());
}

void CancelRun::enterQueue(RunEntry& entry)
{
    m_order.add(entry.task);
    setState(entry, RunState::Queued);
}

void CancelRun::setState(RunEntry& entry, RunState state)
{
    entry.state = state;
    Q_EMIT taskChanged(entry.task.id, state);
}

void CancelRun::skipHold()
{
    if (!m_counts.held)
        return;
    m_holdTimer.stop();
    m_counts.held = false;
    for (RunEntry& entry : m_entries) {
        if (entry.state == RunState::Held)
            enterQueue(entry);
    }
    Q_EMIT progressed();
    askForSlot();
}

void CancelRun::undo()
{
    if (m_counts.held)
        stop();
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
    m_holdTimer.stop();
    m_networkTimer.stop();
    m_counts.held = m_counts.waitingForNetwork = m_counts.waitingForAccount = false;
    withdrawWaiting();
    Q_EMIT progressed();
    finishWhenDone();
}

void CancelRun::withdrawWaiting()
{
    for (const TaskId id : std::as_const(m_planned)) {
        RunEntry& entry = m_entries[id];
        if (entry.state != RunState::Held && entry.state != RunState::Queued)
            continue;
        m_order.remove(id);
        settle(entry, givenBack(entry), false);
    }
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
    m_needs.gate.acquire(Command::Delete, this, [this](SendGate::Slot slot) {
        m_askedForSlot = false;
        useSlot(std::move(slot));
    });
}

void CancelRun::useSlot(SendGate::Slot slot)
{
    RunEntry* entry = nullptr;
    if (maySend())
        entry = &m_entries[m_order.next(m_needs.clock.utcNow(), leadTime)];
    if (!entry || !commitAttempt(*entry)) {
        slot.unsent();
        return;
    }
    const TaskId id = entry->task.id;
    m_order.remove(id);
    ++m_underWay;
    setState(*entry, RunState::Sending);
    m_needs.client.deleteTask(id, *entry->task.audience, entry->requestNumber, this,
        [this, id, slot](const CallReport& report) mutable {
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
    const auto committed = m_needs.journal.attempt(m_runId, entry.task.id, entry.attempts + 1, number, now);
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
        if (const auto undone = m_needs.journal.attemptUndone(m_runId, task); !undone)
            stopForJournal(undone.error());
    }
    carryOut(entry, verdict);
    Q_EMIT progressed();
    finishWhenDone();
}

void CancelRun::putBack(RunEntry& entry)
{
    if (m_stopped) {
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
    m_needs.gate.acquire(Command::Get, this, [this, task](SendGate::Slot slot) {
        m_needs.client.getTask(task, this, [this, task, slot](const CallReport& report, const Task& read) mutable {
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
    const bool recent = entry.sentAt.msecsTo(now) < 3'500;
    carryOut(entry, judgeCheck(entry, report, read, recent && !urgent));
    Q_EMIT progressed();
    finishWhenDone();
}

// --- what a verdict asks for ---

void CancelRun::carryOut(RunEntry& entry, const Verdict& verdict)
{
    constexpr Backoff checkBackoff { 2s, 60s };
    switch (verdict.step) {
    case Step::Settle:
        settle(entry, verdict.outcome, verdict.checked);
        return;
    case Step::Check:
        askForCheck(entry.task.id);
        return;
    case Step::CheckLater:
        checkAfter(entry.task.id, checkBackoff.waitAfter(entry.checks, share(m_needs.random())));
        return;
    case Step::RenewSignature:
        m_needs.client.renewSignature();
        putBack(entry);
        return;
    case Step::SendAgain:
        putBack(entry);
        return;
    case Step::WaitForRate:
        waitForRate(entry);
        return;
    case Step::WaitForNetwork:
        waitForNetwork(entry);
        return;
    case Step::AccountNeeded:
        needAccount(entry);
        return;
    }
}

void CancelRun::waitForRate(RunEntry& entry)
{
    const Milliseconds wait = rateBackoff.waitAfter(entry.rateTries, share(m_needs.random()));
    m_needs.gate.rateRefused(Command::Delete, wait);
    m_counts.slowedDown = true;
    putBack(entry);
}

void CancelRun::waitForNetwork(RunEntry& entry)
{
    m_counts.waitingForNetwork = !m_stopped;
    if (!m_networkTimer.isActive() && !m_stopped)
        m_networkTimer.start(networkBackoff.waitAfter(++m_networkFailures, unhurried));
    putBack(entry);
}

void CancelRun::needAccount(RunEntry& entry)
{
    const bool first = !m_counts.waitingForAccount && !m_stopped;
    m_counts.waitingForAccount = !m_stopped;
    const SettledResult answer = resultOf(entry, Outcome::Rejected, false);
    entry.accountTries = 0;
    putBack(entry);
    if (first)
        Q_EMIT accountNeeded(answer);
}

SettledResult CancelRun::resultOf(const RunEntry& entry, Outcome outcome, bool checked) const
{
    SettledResult result;
    result.taskId = entry.task.id;
    result.outcome = outcome;
    result.checked = checked;
    result.code = entry.lastAnswer.code;
    result.fault = entry.lastAnswer.fault;
    result.httpStatus = entry.lastAnswer.httpStatus;
    result.serviceText = entry.lastAnswer.serviceText;
    result.requestNumber = entry.requestNumber;
    result.attempts = entry.attempts;
    result.sentAt = entry.attempts > 0 ? entry.sentAt : QDateTime();
    result.settledAt = m_needs.clock.utcNow();
    return result;
}

void CancelRun::settle(RunEntry& entry, Outcome outcome, bool checked)
{
    const SettledResult result = resultOf(entry, outcome, checked);
    // A row that could not be committed is "sending" at the next start, and so "not known yet": never less than the truth.
    if (const auto committed = m_needs.journal.settle(m_runId, result); !committed)
        stopForJournal(committed.error());
    ++m_counts.settled;
    switch (outcome) {
    case Outcome::Cancelled: ++m_counts.cancelled; break;
    case Outcome::TooLate: ++m_counts.tooLate; break;
    case Outcome::Rejected: ++m_counts.rejected; break;
    case Outcome::Unknown: ++m_counts.unknown; break;
    case Outcome::NotSent: ++m_counts.notSent; break;
    case Outcome::Withdrawn: ++m_counts.withdrawn; break;
    }
    m_results.append(result);
    setState(entry, RunState::Settled);
    Q_EMIT settled(result);
}

void CancelRun::stopForJournal(DatabaseFault fault)
{
    if (m_counts.paused)
        return;
    m_counts.paused = true;
    Q_EMIT journalFailed(fault);
}

void CancelRun::finishWhenDone()
{
    if (m_finished || m_counts.settled < m_counts.total || m_underWay > 0)
        return;
    m_finished = true;
    Q_EMIT progressed();
    Q_EMIT finished();
}

RunState CancelRun::stateOf(TaskId task) const
{
    const auto found = m_entries.constFind(task);
    return found == m_entries.constEnd() ? RunState::Planned : found->state;
}

RunProgress CancelRun::progress() const
{
    RunProgress progress = m_counts;
    progress.pace = m_needs.gate.pace(Command::Delete);
    const int left = progress.total - progress.settled;
    progress.timeLeft = Milliseconds(qint64(1000.0 * left / std::max(0.1, progress.pace)));
    if (progress.held)
        progress.holdLeft = std::max(0ms, std::chrono::ceil<Milliseconds>(m_holdEnds - m_needs.clock.steadyNow()));
    progress.nextTask = m_order.next(m_needs.clock.utcNow(), leadTime);
    return progress;
}

} // namespace pushbrake
