// The lasting account of every cancellation run: what was planned, what was about to be sent, how it ended.
// A row is committed before the request goes and before the outcome is shown. Borrows the Database.
#pragma once

#include "domain/appkey.h"
#include "domain/clock.h"
#include "domain/deedkind.h"
#include "domain/outcome.h"
#include "domain/task.h"
#include "store/eventlog.h"
#include "store/journalrow.h"
#include "store/runabout.h"
#include "store/storefault.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <expected>
#include <optional>

namespace pushbrake {

class Database;

/// An attempt that left in an earlier process: the service may count it still.
struct EarlierAttempt
{
    DeedKind deed = DeedKind::Delete;
    Milliseconds ago { 0 }; ///< by the computer's clock: negative when that was put back since
};

/// Storage that Journal implements and that tests may replace with one that fails on demand.
class RunJournal
{
public:
    virtual ~RunJournal() = default;

    /// Why nothing can be recorded now, as far as can be told before it is tried; nothing when it can.
    virtual std::optional<DatabaseFault> whyNoRecord() const = 0;
    /// Writes the whole batch as planned in one transaction; gives the run's number, 1 or more.
    [[nodiscard]] virtual std::expected<qint64, DatabaseFault> begin(
        const AppKey& app, DeedKind deed, const QList<Task>& tasks, const RunAbout& about = {})
        = 0;
    /// Commits that an attempt is about to leave. Only a success lets the request go.
    [[nodiscard]] virtual std::expected<void, DatabaseFault> attempt(
        qint64 runId, TaskId task, int number, quint32 random, const QDateTime& at)
        = 0;
    /// Commits that an attempt certainly did not leave: the row is planned again, or sending while an earlier one may
    /// have been carried out.
    [[nodiscard]] virtual std::expected<void, DatabaseFault> attemptUndone(qint64 runId, TaskId task) = 0;
    /// Commits that every planned row of the run that no attempt ever left for is withdrawn, in one statement.
    [[nodiscard]] virtual std::expected<void, DatabaseFault> withdrawPlanned(qint64 runId, const QDateTime& at) = 0;
    /// Settled rows of this task, of any run, whose outcome a later look may change: Unknown, and NotSent that rests on
    /// a look, since a request that was held back in the network may yet arrive.
    [[nodiscard]] virtual std::expected<QList<JournalRow>, DatabaseFault> openRows(
        const AppKey& app, TaskId task) const = 0;
    /// The latest attempts of earlier processes in this app that left within that time, five at most.
    [[nodiscard]] virtual std::expected<QList<EarlierAttempt>, DatabaseFault> earlierAttempts(
        const AppKey& app, Milliseconds within) const = 0;
    /// Commits how a task ended. A settled row changes only while it is one of openRows().
    [[nodiscard]] virtual std::expected<void, DatabaseFault> settle(qint64 runId, const SettledResult& result) = 0;
    /// For History: written with whatever is committed next, and at the end.
    virtual void note(const RunEvent& event) = 0;
};

class Journal final : public RunJournal
{
public:
    /// Runs begun by this object are its own: recover() and dropPlanned() leave them alone.
    explicit Journal(Database& database);
    /// `clock`: the computer's own, which is the same before and after a start.
    Journal(Database& database, const Clock& clock);
    ~Journal() override;

    std::optional<DatabaseFault> whyNoRecord() const override;
    /// Refuses, with the reason, in a database that only takes the place of a file.
    [[nodiscard]] std::expected<qint64, DatabaseFault> begin(
        const AppKey& app, DeedKind deed, const QList<Task>& tasks, const RunAbout& about = {}) override;
    [[nodiscard]] std::expected<void, DatabaseFault> attempt(
        qint64 runId, TaskId task, int number, quint32 random, const QDateTime& at) override;
    [[nodiscard]] std::expected<void, DatabaseFault> attemptUndone(qint64 runId, TaskId task) override;
    [[nodiscard]] std::expected<void, DatabaseFault> withdrawPlanned(qint64 runId, const QDateTime& at) override;
    [[nodiscard]] std::expected<QList<JournalRow>, DatabaseFault> openRows(
        const AppKey& app, TaskId task) const override;
    [[nodiscard]] std::expected<QList<EarlierAttempt>, DatabaseFault> earlierAttempts(
        const AppKey& app, Milliseconds within) const override;
    [[nodiscard]] std::expected<void, DatabaseFault> settle(qint64 runId, const SettledResult& result) override;
    void note(const RunEvent& event) override { m_events.note(event); }

    /// At start-up: every sending row of an earlier process becomes settled as Unknown. Gives all rows that need a
    /// person: planned ones (left over) and unknown ones that were never settled otherwise, here or by a later run, and
    /// that nobody has answered for (seenTo()).
    [[nodiscard]] std::expected<QList<JournalRow>, DatabaseFault> recover();
    /// What recover() gives of one app, as it stands now.
    [[nodiscard]] std::expected<QList<JournalRow>, DatabaseFault> leftovers(const AppKey& app) const;
    /// Rows of one run, in the order planned.
    [[nodiscard]] std::expected<QList<JournalRow>, DatabaseFault> rows(qint64 runId) const;
    /// A person has seen to these unknown rows of earlier processes: they stay unknown, and leftovers() omits them.
    [[nodiscard]] std::expected<void, DatabaseFault> seenTo(
        const AppKey& app, const QList<TaskId>& tasks, const QDateTime& at);
    /// Leftover planned rows of an app, or of all, become withdrawn.
    [[nodiscard]] std::expected<void, DatabaseFault> dropPlanned(const QDateTime& at, const AppKey& app = {});

private:
    std::expected<QList<JournalRow>, DatabaseFault> leftoversOf(const AppKey& app) const; ///< of no app: all
    bool settleLost(); ///< what an earlier process was sending when it ended, and its runs are over
    template<typename Work> bool committed(Work&& work); ///< with the events that were noted
    template<typename Work> std::expected<void, DatabaseFault> change(Work&& work);
    bool plan(qint64 runId, DeedKind deed, const QList<Task>& tasks);
    Database& m_database;
    const Clock& m_clock;
    EventLog m_events;
    qint64 m_firstOwnRun; ///< beyond every number while none was begun
};

} // namespace pushbrake
