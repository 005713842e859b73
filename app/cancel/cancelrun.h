// One cancellation run from the person's yes to the last settled task: journal, slot, request, answer, check.
// Owned by AppSession. Tells of each task's end exactly once, by settled() or withdrawn(), and emits finished() exactly
// once. Nothing is sent without a committed row, and no outcome is shown before it is committed.
#pragma once

#include "cancel/runplan.h"
#include "cancel/sendorder.h"
#include "cancel/verdict.h"
#include "net/sendgate.h"
#include "store/storefault.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <expected>
#include <functional>
#include <optional>

namespace pushbrake {

class RunJournal;

struct RunOptions
{
    Milliseconds hold { 5'000 }; ///< Undo takes everything back during it; tasks due within a minute are not held
    bool checkEvery = false; ///< read each cancelled task once more
};

struct RunProgress
{
    int total = 0;
    int settled = 0;
    int cancelled = 0;
    int tooLate = 0;
    int rejected = 0;
    int unknown = 0;
    int notSent = 0;
    int withdrawn = 0;
    bool held = false; ///< a hold is running; undo() takes back what it holds
    int heldTasks = 0; ///< how many it holds
    bool paused = false;
    bool waitingForNetwork = false;
    bool waitingForAccount = false; ///< an answer concerned the whole run; see accountNeeded()
    bool slowedDown = false; ///< a rate answer came: somebody else uses the limit
    double pace = 0; ///< requests a second at present
    Milliseconds timeLeft { 0 }; ///< estimate until the last one is settled
    Milliseconds holdLeft { 0 };
    TaskId nextTask = 0; ///< 0 when none is queued
    int goOutFirst = 0; ///< queued ones whose turn comes too late at this pace
    int dueWithinAMinute = 0; ///< queued ones that go out within a minute
};

class CancelRun : public QObject
{
    Q_OBJECT
public:
    /// What a run needs; all borrowed.
    struct Needs
    {
        ServiceClient& client;
        SendGate& gate;
        RunJournal& journal;
        const Clock& clock;
        std::function<quint32()> random;
        ReadsCount reads = ReadsCount::WithDeletions; ///< how they count while this run is going
    };
    CancelRun(Needs needs, QString profileId, QList<Task> tasks, RunOptions options, QObject* parent = nullptr);

    /// Writes the journal's plan and begins with the hold. On a fault nothing was sent and the run is over.
    [[nodiscard]] std::expected<void, DatabaseFault> start();
    /// Further tasks join, after a hold of their own; those that are under way here are left out. On a fault none
    /// joined. Only while takesMore().
    [[nodiscard]] std::expected<void, DatabaseFault> add(const QList<Task>& tasks);
    bool takesMore() const { return !m_finished && !m_stopped; }

    RunProgress progress() const;
    /// Planned for a task that is not part of the run.
    RunState stateOf(TaskId task) const;
    /// Results of settled tasks, in the order settled.
    const QList<SettledResult>& results() const { return m_results; }
    bool isFinished() const { return m_finished; }

public Q_SLOTS:
    void undo(); ///< during a hold: what joined with it and was not sent is withdrawn
    void skipHold(); ///< ends the hold now
    void pause(); ///< what was sent finishes, nothing more is sent
    void resume(); ///< also after accountNeeded() and journalFailed()
    void stop(); ///< what is queued is withdrawn, what was sent finishes

Q_SIGNALS:
    /// Stop among 10,000 tasks is one call of this, not 10,000.
    void tasksChanged(const QList<pushbrake::TaskId>& tasks, pushbrake::RunState state);
    void settled(const pushbrake::SettledResult& result);
    /// Tasks that no attempt ever left for, taken back together.
    void withdrawn(const QList<pushbrake::SettledResult>& results);
    void progressed();
    /// Sending stopped because of an answer that concerns every task (signature, permission, plan, certificate).
    void accountNeeded(const pushbrake::SettledResult& answer);
    /// Sending stopped because a row could not be committed.
    void journalFailed(pushbrake::DatabaseFault fault);
    void finished();

private:
    void endHold();
    bool mayQueue(const RunEntry& entry, const QDateTime& nowUtc) const;
    void enterQueue(RunEntry& entry);
    void setState(RunEntry& entry, RunState state);
    QList<Task> thoseThatMayJoin(const QList<Task>& tasks) const;
    void take(const QList<Task>& tasks, qint64 runId);
    void withdraw(const std::function<bool(const RunEntry&)>& isMeant);
    void settleWithdrawn(const QList<TaskId>& tasks);

    bool maySend() const;
    void askForSlot();
    void useSlot(SendGate::Slot slot);
    bool commitAttempt(RunEntry& entry);
    void onDeletion(TaskId task, const CallReport& report);
    void putBack(RunEntry& entry);

    void askForCheck(TaskId task);
    void checkAfter(TaskId task, Milliseconds wait);
    void onCheck(TaskId task, const CallReport& report, const Task& read);

    void carryOut(RunEntry& entry, const Verdict& verdict);
    void waitForRate(RunEntry& entry);
    void waitForNetwork(RunEntry& entry);
    void needAccount(RunEntry& entry);
    void settle(RunEntry& entry, Outcome outcome, bool checked);
    SettledResult resultOf(const RunEntry& entry, Outcome outcome, bool checked) const;
    void stopForJournal(DatabaseFault fault);
    void finishWhenDone();

    Needs m_needs;
    QString m_profileId;
    RunOptions m_options;
    QHash<TaskId, RunEntry> m_entries;
    QList<Task> m_asked; ///< until start()
    QList<TaskId> m_planned; ///< in the order given
    SendOrder m_order;
    SendGate::RunRegistration m_registration; ///< from start() to the end
    QTimer m_holdTimer;
    QTimer m_networkTimer;
    SteadyTime m_holdEnds;
    QSet<qint64> m_heldRuns; ///< batches that the hold is for
    QList<SettledResult> m_results;
    RunProgress m_counts; ///< counters and flags; the estimates are made when asked for
    int m_underWay = 0; ///< tasks that are being sent or checked, or wait to be put back
    int m_networkFailures = 0;
    bool m_askedForSlot = false;
    bool m_stopped = false;
    bool m_finished = false;
};

} // namespace pushbrake
