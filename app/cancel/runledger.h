// What a run has recorded of its tasks and may therefore show: journal, outcomes and counts in one place. An outcome
// that could not be committed waits here, in its order, and neither results() nor counts() know of it until it is.
// Borrows the journal, for which one of this process's memory may be put in. Owned by CancelRun.
#pragma once

#include "cancel/runplan.h"
#include "domain/appkey.h"
#include "domain/deedkind.h"
#include "domain/outcome.h"
#include "domain/task.h"
#include "store/runabout.h"
#include "store/runevent.h"
#include "store/storefault.h"

#include <QHash>
#include <QList>

#include <deque>
#include <expected>
#include <functional>
#include <optional>

namespace pushbrake {

class RunJournal;

struct RunCounts
{
    int total = 0;
    int settled = 0;
    int cancelled = 0;
    int tooLate = 0;
    int rejected = 0;
    int notFound = 0; ///< of the rejected: the service has no such task
    int unknown = 0;
    int notSent = 0;
    int withdrawn = 0;

    void add(const SettledResult& result);
};

/// Where a run is recorded: in a file, or after a person's explicit yes in this process's memory only.
enum class Record { Lasting, InMemory };

class RunLedger
{
public:
    RunLedger(RunJournal& journal, AppKey app, DeedKind deed, Record record = Record::Lasting);

    /// From now on `memory` has the record, of what is open here as well. `unsettled`: all tasks of the run whose
    /// outcome is not committed. On a fault nothing has changed.
    [[nodiscard]] std::expected<void, DatabaseFault> goOnInMemory(RunJournal& memory, const QList<RunEntry>& unsettled);
    Record record() const { return m_record; }

    /// Commits the plan of a batch that joins and gives the ledger's number of it. On a fault none of it joined.
    [[nodiscard]] std::expected<qint64, DatabaseFault> plan(const QList<Task>& tasks, const RunAbout& about = {});
    /// Commits that an attempt is about to leave. Only a success lets the request go.
    [[nodiscard]] std::expected<void, DatabaseFault> attempt(
        qint64 batch, TaskId task, int number, quint32 random, const QDateTime& at);

    /// For the history: of a task of that batch; written with whatever is committed next.
    void note(qint64 batch, RunEvent event);

    /// These three are written by the next commit().
    void undoAttempt(qint64 batch, TaskId task);
    void settle(qint64 batch, const SettledResult& result);
    /// Tasks that no attempt ever left for: all of the batch that are still planned.
    void withdraw(qint64 batch, const QList<SettledResult>& results, const QDateTime& at);

    struct Committed
    {
        QList<SettledResult> settled;
        QList<SettledResult> withdrawn;
        QList<TaskId> withdrawnTasks() const;
        std::optional<DatabaseFault> fault; ///< of the first that failed; it and what follows stay open
    };
    /// Writes what is open, in order. What it gives may be shown.
    [[nodiscard]] Committed commit();
    bool hasOpen() const { return !m_open.empty(); }

    /// In the order committed.
    const QList<SettledResult>& results() const { return m_results; }
    const RunCounts& counts() const { return m_counts; }

private:
    struct Entry
    {
        enum class Kind { Undone, Outcome, Withdrawal };
        Kind kind;
        qint64 batch;
        std::function<std::expected<void, DatabaseFault>()> write;
        QList<SettledResult> results;
    };
    std::expected<void, DatabaseFault> settleAll(qint64 batch, const QList<SettledResult>& results);

    RunJournal* m_journal;
    AppKey m_app;
    DeedKind m_deed;
    Record m_record;
    qint64 m_lastBatch = 0;
    QHash<qint64, qint64> m_numbers; ///< of the batches in the journal
    std::deque<Entry> m_open;
    QList<SettledResult> m_results;
    RunCounts m_counts;
};

} // namespace pushbrake
