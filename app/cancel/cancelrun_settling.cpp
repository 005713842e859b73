// The second half of CancelRun: carrying out verdicts, settling, and telling how far the run is.
#include "cancel/cancelrun.h"

#include "net/backoff.h"
#include "store/journal.h"

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
constexpr double unhurried = 0.5;
constexpr Backoff rateBackoff { 1s, 30s };
constexpr Backoff networkBackoff { 1s, 10s };

double share(quint32 random)
{
    return double(random) / double(std::numeric_limits<quint32>::max());
}
} // namespace

void CancelRun::carryOut(RunEntry& entry, const Verdict& verdict)
{
    constexpr Backoff checkBackoff { 2s, 60s };
    switch (verdict.step) {
    case Step::Settle: settle(entry, verdict.outcome, verdict.checked); return;
    case Step::Check: askForCheck(entry.task.id); return;
    case Step::CheckLater:
        checkAfter(entry.task.id, checkBackoff.waitAfter(entry.checks, share(m_needs.random())));
        return;
    case Step::RenewSignature:
        m_needs.client.renewSignature();
        putBack(entry);
        return;
    case Step::SendAgain: putBack(entry); return;
    case Step::WaitForRate: waitForRate(entry); return;
    case Step::WaitForNetwork: waitForNetwork(entry); return;
    case Step::AccountNeeded: needAccount(entry); return;
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
    // A row that could not be committed is "sending" at the next start, and so "not known yet": never less than the
    // truth.
    if (const auto committed = m_needs.journal.settle(entry.runId, result); !committed)
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

void CancelRun::settleWithdrawn(const QList<TaskId>& tasks)
{
    if (tasks.isEmpty())
        return;
    QSet<qint64> runs;
    QList<SettledResult> results;
    for (const TaskId id : tasks) {
        RunEntry& entry = m_entries[id];
        entry.state = RunState::Settled;
        runs.insert(entry.runId);
        results.append(resultOf(entry, Outcome::Withdrawn, false));
    }
    for (const qint64 run : std::as_const(runs)) {
        if (const auto committed = m_needs.journal.withdrawPlanned(run, m_needs.clock.utcNow()); !committed)
            stopForJournal(committed.error());
    }
    m_counts.settled += int(results.size());
    m_counts.withdrawn += int(results.size());
    m_results += results;
    Q_EMIT tasksChanged(tasks, RunState::Settled);
    Q_EMIT withdrawn(results);
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
    m_registration = {};
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
    const QDateTime now = m_needs.clock.utcNow();
    progress.nextTask = m_order.next(now, leadTime());
    progress.goOutFirst = m_order.goOutFirst(now, std::max(0.1, progress.pace), leadTime());
    progress.dueWithinAMinute = m_order.countDue(now, now.addSecs(60));
    return progress;
}

} // namespace pushbrake
