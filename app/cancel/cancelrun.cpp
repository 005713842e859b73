#include "cancel/cancelrun.h"

#include "api/limits.h"
#include "cancel/eventof.h"
#include "cancel/outlook.h"
#include "store/journal.h"

#include <QTimer>

namespace pushbrake {

using namespace std::chrono_literals;

CancelRun::CancelRun(Needs needs, AppKey app, QList<Task> tasks, RunOptions options, QObject* parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_options(options)
    , m_asked(std::move(tasks))
    , m_ledger(m_needs.journal, std::move(app), m_needs.deed.kind, m_needs.record)
    , m_holdAlarm(m_needs.clock.alarm([this] { endHolds(); }))
    , m_wayIn(m_needs.client, m_needs.gate, m_needs.clock, m_obstacles, m_needs.random)
    , m_looks(m_needs.client, m_needs.gate, m_needs.clock)
    , m_laterLooks(m_needs.clock, [this](TaskId task) { look(task); })
{
    connect(&m_wayIn, &WayIn::cleared, this, [this] {
        Q_EMIT progressed();
        askForSlot();
    });
    connect(&m_wayIn, &WayIn::accountRefused, this, &CancelRun::needAccount);
    connect(&m_looks, &LookUps::looked, this, &CancelRun::onLook);
    connect(&m_looks, &LookUps::listed, this, &CancelRun::onList);
    connect(&m_looks, &LookUps::answered, this,
        [this](const RunEvent& event) { m_ledger.note(entry(event.taskId).runId, event); });
}

std::expected<void, DatabaseFault> CancelRun::start()
{
    m_registration = m_needs.gate.registerRun(m_needs.reads);
    auto added = add(std::exchange(m_asked, {}));
    if (!added) {
        m_finished = true;
        m_registration = {};
    }
    return added;
}

// --- joining, and being taken back ---

std::expected<void, DatabaseFault> CancelRun::add(const QList<Task>& tasks)
{
    if (m_ledger.hasOpen())
        record(); // what was taken back may join again once that is written
    const QList<Task> joining = m_tasks.thoseThatMayJoin(tasks);
    if (joining.isEmpty()) { // nothing to record
        QTimer::singleShot(0, this, &CancelRun::finishWhenDone);
        return {};
    }
    // Before all of it is written down, which takes a while: it only looks.
    m_wayIn.probe(soonestOf(joining));
    const auto batch = m_ledger.plan(joining,
        withForecast(m_needs.about, joining, now().utc, m_needs.gate.pace(m_needs.deed.command), m_options.hold));
    if (!batch)
        return std::unexpected { batch.error() };
    if (m_options.hold > 0ms)
        m_hold.begin(*batch, m_needs.clock.steadyNow() + m_options.hold);
    const auto [held, queued] = m_tasks.join(joining, *batch, m_hold.holds(*batch), m_needs.clock.utcNow());
    if (!held.isEmpty())
        Q_EMIT tasksChanged(held, RunState::Held);
    if (!queued.isEmpty())
        Q_EMIT tasksChanged(queued, RunState::Queued);
    endHolds();
    askForSlot();
    QTimer::singleShot(0, this, &CancelRun::finishWhenDone);
    return {};
}

void CancelRun::setState(TaskId task, RunState state)
{
    entry(task).state = state;
    Q_EMIT tasksChanged({ task }, state);
}

void CancelRun::endHolds()
{
    const SteadyTime now = m_needs.clock.steadyNow();
    const QSet<qint64> ended = m_hold.takeEnded(now);
    if (!m_hold.isEmpty())
        m_holdAlarm->set(m_hold.left(now));
    if (!ended.isEmpty())
        letGo(ended);
}

void CancelRun::skipHold()
{
    m_holdAlarm->stop();
    if (const QSet<qint64> all = m_hold.takeAll(); !all.isEmpty())
        letGo(all);
}

void CancelRun::letGo(const QSet<qint64>& batches)
{
    const QList<TaskId> released = m_tasks.letGo(batches);
    if (!released.isEmpty())
        Q_EMIT tasksChanged(released, RunState::Queued);
    Q_EMIT progressed();
    askForSlot();
}

void CancelRun::undo()
{
    const QSet<qint64> undone = m_hold.takeAll();
    m_holdAlarm->stop();
    if (undone.isEmpty())
        return;
    takeBack([&undone](const RunEntry& entry) { return undone.contains(entry.runId); });
    Q_EMIT progressed();
    finishWhenDone();
}

void CancelRun::pause()
{
    m_obstacles.pause();
    Q_EMIT progressed();
}

void CancelRun::resume()
{
    const TaskId next = m_tasks.order().next(m_needs.clock.utcNow(), limits::lead);
    if (m_obstacles.waitsForAccount() && next != 0)
        m_wayIn.probe(next);
    m_obstacles.clear();
    m_wayIn.stopWaiting();
    record();
    Q_EMIT progressed();
    askForSlot();
    finishWhenDone();
}

void CancelRun::stop()
{
    m_obstacles.stop();
    m_hold.takeAll();
    m_holdAlarm->stop();
    m_wayIn.stopWaiting();
    m_tasks.order().clear(); // all at once; one by one it is the slowest part of it
    takeBack([](const RunEntry&) { return true; });
    Q_EMIT progressed();
    finishWhenDone();
}

void CancelRun::takeBack(const std::function<bool(const RunEntry&)>& isMeant)
{
    const QDateTime now = m_needs.clock.utcNow();
    QHash<qint64, QList<SettledResult>> neverTried;
    QList<TaskId> ended;
    m_tasks.takeBack(isMeant, [&](const RunEntry& taken) {
        ended.append(taken.task.id);
        if (taken.attempts == 0 && !taken.neverLeft)
            neverTried[taken.runId].append(resultOf(taken, Outcome::Withdrawn, false, now));
        else
            m_ledger.settle(taken.runId, givenBack(taken, now));
    });
    for (auto batch = neverTried.cbegin(); batch != neverTried.cend(); ++batch)
        m_ledger.withdraw(batch.key(), batch.value(), now);
    record();
    // Without a record they are not settled, but nothing is sent for them any more.
    ended.removeIf([this](TaskId task) { return m_tasks.stateOf(task) == RunState::Settled; });
    if (!ended.isEmpty())
        Q_EMIT tasksChanged(ended, RunState::Planned);
}

// --- sending ---

void CancelRun::askForSlot()
{
    if (m_tasks.order().isEmpty() || !m_obstacles.mayGoOn())
        return;
    const QDateTime now = m_needs.clock.utcNow();
    const qint64 needed = neededBy(entry(m_tasks.order().next(now, limits::lead)).task, now);
    if (m_askedFor && *m_askedFor <= needed)
        return;
    m_askedFor = needed;
    m_needs.gate.acquire(m_needs.deed.command, { Urgency::Deed, needed }, this, [this, needed](SendGate::Slot slot) {
        if (m_askedFor != needed) {
            slot.unsent(); // something more urgent came in between, and asked anew
            return;
        }
        m_askedFor.reset();
        useSlot(std::move(slot));
    });
}

void CancelRun::useSlot(SendGate::Slot slot)
{
    const QDateTime now = m_needs.clock.utcNow();
    const TaskId id = m_obstacles.mayGoOn() ? m_tasks.order().next(now, limits::lead) : 0;
    if (id == 0) {
        slot.unsent();
        return;
    }
    RunEntry& sent = entry(id);
    const quint32 number = m_needs.random();
    if (const auto committed = m_ledger.attempt(sent.runId, id, sent.attempts + 1, number, now); !committed) {
        slot.unsent();
        stopForRecord(committed.error());
        return;
    }
    ++sent.attempts;
    sent.requestNumber = number;
    sent.sentAt = now;
    sent.leftAt = m_needs.clock.steadyNow();
    m_tasks.order().remove(id);
    ++m_sending;
    m_wayIn.noteAsked();
    const Deed& deed = m_needs.deed;
    const Milliseconds deadline = deadlineFor(sent.task, now, limits::hurriedDeadline, limits::changeDeadline);
    m_needs.client.change(
        { deed.command, id, deed.body(m_needs.client.profile().sdkAppId, sent.task), deed.readReply, deadline }, number,
        this, [this, id, slot = std::move(slot)](const CallReport& report) mutable {
            endSlot(slot, report);
            onAnswer(id, report);
        });
    setState(id, RunState::Sending);
    Q_EMIT progressed();
    askForSlot();
}

void CancelRun::onAnswer(TaskId task, const CallReport& report)
{
    --m_sending;
    RunEntry& answered = entry(task);
    m_ledger.note(answered.runId, eventOf(answered, report, m_needs.clock.utcNow()));
    const Verdict verdict = judgeAnswer(m_needs.deed, answered, report, m_options.checkEvery, m_needs.client.canSign());
    if (!report.mayHaveArrived) {
        --answered.attempts;
        m_ledger.undoAttempt(answered.runId, task);
        record();
    }
    m_wayIn.noteAnswer(report);
    carryOut(task, verdict);
    Q_EMIT progressed();
    finishWhenDone();
}

void CancelRun::putBack(TaskId task, bool isSeenScheduled)
{
    if (m_obstacles.isStopped() || entry(task).takenBack) {
        const SettledResult back = givenBack(entry(task), m_needs.clock.utcNow());
        settle(task, isSeenScheduled ? Outcome::NotSent : back.outcome, isSeenScheduled || back.checked);
        return;
    }
    m_tasks.queueAgain(task);
    Q_EMIT tasksChanged({ task }, RunState::Queued);
    askForSlot();
}

// --- looking ---

void CancelRun::look(TaskId task)
{
    const QDateTime now = m_needs.clock.utcNow();
    const RunEntry& doubtful = entry(task);
    m_wayIn.noteAsked();
    m_looks.look(task, turnOfLook(doubtful, now),
        deadlineFor(doubtful.task, now, limits::hurriedDeadline, limits::readDeadline));
    setState(task, RunState::Checking);
}

void CancelRun::onLook(TaskId task, const CallReport& report, const Task& read)
{
    RunEntry& looked = entry(task);
    if (report.ok() && read.goesOutAt.isValid())
        looked.task.goesOutAt = read.goesOutAt; // the service's word; what was typed may be wrong
    if (report.ok() && read.status == TaskStatus::Pending)
        looked.seenPendingAt = m_needs.clock.utcNow();
    m_wayIn.noteLook(report, untilNextLook(looked, now(), 1.0));
    carryOut(task, judgeCheck(m_needs.deed, looked, report, read, momentOf(looked, report, now())));
    Q_EMIT progressed();
    finishWhenDone();
}

void CancelRun::onList(TaskId task, const ListWord& word)
{
    CallReport answer;
    answer.serverDate = word.serverDate;
    carryOut(task, judgeList(entry(task), word, m_needs.client.getAnswers(), momentOf(entry(task), answer, now())));
    Q_EMIT progressed();
    finishWhenDone();
}

// --- carrying out ---

void CancelRun::carryOut(TaskId task, const Verdict& verdict)
{
    switch (verdict.step) {
    case Step::Settle: settle(task, verdict.outcome, verdict.checked); return;
    case Step::Check: look(task); return;
    case Step::CheckLater: m_laterLooks.put(task, untilNextLook(entry(task), now(), shareOf(m_needs.random()))); return;
    case Step::CheckForProof: m_laterLooks.put(task, untilProof(entry(task), now())); return;
    case Step::AskList: m_looks.askList(task, entry(task).task.goesOutAt, turnOfLook(entry(task), now().utc)); return;
    case Step::RenewSignature:
        m_needs.client.renewSignature();
        putBack(task);
        return;
    case Step::SendAgain: putBack(task, verdict.checked); return;
    case Step::WaitForRate: waitForRate(task); return;
    case Step::WaitForNetwork:
        m_wayIn.waitForNetwork();
        putBack(task);
        return;
    case Step::AccountNeeded:
        entry(task).accountTries = 0;
        putBack(task);
        needAccount(task, entry(task).lastAnswer);
        return;
    }
}

void CancelRun::waitForRate(TaskId task)
{
    const Milliseconds wait = limits::rateBackoff.waitAfter(entry(task).rateTries, shareOf(m_needs.random()));
    m_needs.gate.rateRefused(m_needs.deed.command, wait);
    m_wayIn.noteRateRefusal(entry(task));
    putBack(task);
}

void CancelRun::needAccount(TaskId task, const CallReport& report)
{
    if (!m_obstacles.accountRefused())
        return;
    RunEntry refused = m_tasks.copyOf(task); // it was read before it joined
    refused.lastAnswer = report;
    Q_EMIT progressed();
    Q_EMIT accountNeeded(resultOf(refused, Outcome::Rejected, false, m_needs.clock.utcNow()));
}

// --- settling ---

void CancelRun::settle(TaskId task, Outcome outcome, bool checked)
{
    RunEntry& over = entry(task);
    over.isOver = true;
    m_ledger.settle(over.runId, resultOf(over, outcome, checked, m_needs.clock.utcNow()));
    record();
}

// What cannot be committed stays as it was: it is "sending" or "planned" at the next start, and so never less than the
// truth.
void CancelRun::record()
{
    const RunLedger::Committed committed = m_ledger.commit();
    for (const SettledResult& result : committed.settled + committed.withdrawn)
        m_tasks.settle(result.taskId, result.outcome);
    for (const SettledResult& result : committed.settled) {
        Q_EMIT tasksChanged({ result.taskId }, RunState::Settled);
        Q_EMIT settled(result);
    }
    if (!committed.withdrawn.isEmpty()) {
        Q_EMIT tasksChanged(committed.withdrawnTasks(), RunState::Settled);
        Q_EMIT withdrawn(committed.withdrawn);
    }
    if (committed.fault)
        stopForRecord(*committed.fault);
}

void CancelRun::stopForRecord(DatabaseFault fault)
{
    if (m_obstacles.recordFailed())
        Q_EMIT journalFailed(fault);
}

std::expected<void, DatabaseFault> CancelRun::goOnWithoutRecord(RunJournal& memory)
{
    auto replaced = m_ledger.goOnInMemory(memory, m_tasks.unsettled());
    if (replaced)
        resume();
    return replaced;
}

void CancelRun::finishWhenDone()
{
    const RunCounts& counts = m_ledger.counts();
    if (m_finished || counts.settled < counts.total || underWay() > 0)
        return;
    m_finished = true;
    m_registration = {};
    Q_EMIT progressed();
    Q_EMIT finished();
}

RunProgress CancelRun::progress() const
{
    RunProgress progress = progressOf(
        m_ledger, m_hold, m_tasks, m_obstacles, m_wayIn.pulse(), now(), m_needs.gate.pace(m_needs.deed.command));
    progress.beingChecked = m_looks.underWay() + m_laterLooks.count();
    return progress;
}

} // namespace pushbrake
