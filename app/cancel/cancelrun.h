// One run from the person's yes to the last settled task: it moves each task from plan to request to answer to check,
// by its parts: what is done (Deed), how long a person may take it back (Hold), who is next (RunTasks), what stands in
// the way (Obstacles), what an answer means (verdict.h), when the doubtful are looked at (patience.h, Timetable,
// LookUps), and what is recorded (RunLedger). Owned by AppSession. Tells of each task's end exactly once, by settled()
// or withdrawn(), and emits finished() exactly once. Nothing is sent without a committed row, and no outcome is shown
// before it is committed.
#pragma once

#include "cancel/deed.h"
#include "cancel/hold.h"
#include "cancel/lookups.h"
#include "cancel/obstacles.h"
#include "cancel/runledger.h"
#include "cancel/runprogress.h"
#include "cancel/runtasks.h"
#include "cancel/timetable.h"
#include "cancel/verdict.h"
#include "cancel/wayin.h"
#include "net/sendgate.h"
#include "store/storefault.h"

#include <QObject>

#include <expected>
#include <functional>
#include <memory>
#include <optional>

namespace pushbrake {

class RunJournal;

struct RunOptions
{
    Milliseconds hold { 5'000 }; ///< Undo takes everything back during it; tasks due within a minute are not held
    bool checkEvery = false; ///< read each cancelled task once more
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
        const Deed& deed = deletion; ///< what the run does to each task
        Record record = Record::Lasting; ///< what `journal` is
        RunAbout about {}; ///< without the forecast, which each batch has of its own
    };
    CancelRun(Needs needs, AppKey app, QList<Task> tasks, RunOptions options, QObject* parent = nullptr);

    /// Writes the journal's plan and begins with the hold. On a fault nothing was sent and the run is over.
    [[nodiscard]] std::expected<void, DatabaseFault> start();
    /// Further tasks join, after a hold of their own; those that are under way here, or were cancelled here or went
    /// out, are left out. On a fault none joined. Only while takesMore().
    [[nodiscard]] std::expected<void, DatabaseFault> add(const QList<Task>& tasks);
    /// After a person's explicit yes: `memory` has the record from now on, and the run goes on as by resume().
    [[nodiscard]] std::expected<void, DatabaseFault> goOnWithoutRecord(RunJournal& memory);
    Record recordKept() const { return m_ledger.record(); }
    /// Those for which a further attempt may leave.
    QList<Task> openTasks() const { return m_obstacles.isStopped() ? QList<Task>() : m_tasks.open(); }
    /// Stopped, and all is known; only the record of it could not be written.
    bool isOverButForRecord() const
    {
        return !m_finished && m_obstacles.isStopped() && m_ledger.hasOpen() && underWay() == 0;
    }
    bool takesMore() const { return !m_finished && !m_obstacles.isStopped(); }

    RunProgress progress() const;
    /// Planned for a task that is not part of the run.
    RunState stateOf(TaskId task) const { return m_tasks.stateOf(task); }
    /// Results of settled tasks, in the order settled.
    const QList<SettledResult>& results() const { return m_ledger.results(); }
    bool isFinished() const { return m_finished; }

public Q_SLOTS:
    void undo(); ///< takes back all batches that are still held, and what of them waits to be sent
    void skipHold(); ///< lets all of them go now
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
    /// Sending stopped because a row could not be committed; resume() and stop() try to commit it again.
    void journalFailed(pushbrake::DatabaseFault fault);
    void finished();

private:
    Now now() const { return { m_needs.clock.utcNow(), m_needs.clock.steadyNow() }; }
    RunEntry& entry(TaskId task) { return m_tasks.entry(task); }
    void setState(TaskId task, RunState state);

    void endHolds();
    void letGo(const QSet<qint64>& batches);
    void takeBack(const std::function<bool(const RunEntry&)>& isMeant);

    void askForSlot();
    void useSlot(SendGate::Slot slot);
    void onAnswer(TaskId task, const CallReport& report);
    void putBack(TaskId task, bool isSeenScheduled = false);

    void look(TaskId task);
    void onLook(TaskId task, const CallReport& report, const Task& read);
    void onList(TaskId task, const ListWord& word);

    void carryOut(TaskId task, const Verdict& verdict);
    void waitForRate(TaskId task);
    void needAccount(TaskId task, const CallReport& report);
    void settle(TaskId task, Outcome outcome, bool checked);
    void record();
    void stopForRecord(DatabaseFault fault);
    void finishWhenDone();
    int underWay() const { return m_sending + m_looks.underWay() + m_laterLooks.count(); }

    Needs m_needs;
    RunOptions m_options;
    QList<Task> m_asked; ///< until start()
    SendGate::RunRegistration m_registration; ///< from start() to the end
    RunLedger m_ledger;
    Hold m_hold;
    RunTasks m_tasks;
    Obstacles m_obstacles;
    std::unique_ptr<Alarm> m_holdAlarm;
    WayIn m_wayIn;
    LookUps m_looks;
    Timetable m_laterLooks;
    int m_sending = 0;
    std::optional<qint64> m_askedFor; ///< Turn::neededBy of the request for a slot that waits
    bool m_finished = false;
};

} // namespace pushbrake
