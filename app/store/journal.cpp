#include "store/journal.h"

#include "store/osuser.h"
#include "store/runend.h"
#include "store/statement.h"
#include "store/storedvalues.h"

#include <algorithm>
#include <limits>

namespace pushbrake {

namespace {

constexpr qint64 noRunYet = std::numeric_limits<qint64>::max();

const SystemClock computersClock;

/// Never NULL, to which nothing is equal in SQL.
QString boundText(const AppKey& app)
{
    return app.isEmpty() ? QStringLiteral("") : app.text;
}

std::expected<QList<JournalRow>, DatabaseFault> allRows(
    Database& database, Statement& statement, std::initializer_list<QVariant> bound)
{
    QList<JournalRow> rows;
    if (!statement.run(bound))
        return std::unexpected { database.lastFault() };
    while (statement.next()) {
        if (const auto row = journalRowOf(statement))
            rows.append(*row);
    }
    if (!statement.wasReadToTheEnd())
        return std::unexpected { database.lastFault() };
    return rows;
}

} // namespace

Journal::Journal(Database& database)
    : Journal(database, computersClock)
{
}

Journal::Journal(Database& database, const Clock& clock)
    : m_database(database)
    , m_clock(clock)
    , m_events(database)
    , m_firstOwnRun(noRunYet)
{
}

Journal::~Journal()
{
    if (m_events.hasNoted())
        committed([] { return true; });
}

template<typename Work> bool Journal::committed(Work&& work)
{
    const bool isCommitted = m_database.transaction([&] { return work() && m_events.write(); });
    if (isCommitted)
        m_events.written();
    return isCommitted;
}

template<typename Work> std::expected<void, DatabaseFault> Journal::change(Work&& work)
{
    m_database.noteFault({}); // no row to change is a fault of ours that SQLite does not report
    if (!committed(work))
        return std::unexpected { m_database.lastFault() };
    return {};
}

std::optional<DatabaseFault> Journal::whyNoRecord() const
{
    return m_database.whyNothingLasts();
}

std::expected<qint64, DatabaseFault> Journal::begin(
    const AppKey& app, DeedKind deed, const QList<Task>& tasks, const RunAbout& about)
{
    if (const auto why = m_database.whyNoFile())
        return std::unexpected { *why };
    qint64 runId = 0;
    const bool isCommitted = m_database.transaction([&] {
        Statement run(m_database,
            QStringLiteral("INSERT INTO runs (app, started_ms, task_count, os_user, app_name, app_colour, real_users,"
                           " forecast_ms, forecast_stopped) VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?)"));
        const QVariant forecast = about.forecast ? QVariant(qint64(about.forecast->count())) : QVariant();
        if (!run.run({ app.text, storedTime(m_clock.utcNow()), osUser(), storedText(about.appName),
                colourWord(about.colour), int(about.realUsers), forecast, about.canBeStopped }))
            return false;
        runId = run.insertedId();
        return plan(runId, deed, tasks);
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    m_firstOwnRun = std::min(m_firstOwnRun, runId);
    return runId;
}

bool Journal::plan(qint64 runId, DeedKind deed, const QList<Task>& tasks)
{
    // A task that is named twice is planned once.
    Statement row(m_database,
        QStringLiteral("INSERT INTO journal (run_id, position, deed, task_id, audience, title, goes_out_ms, state, "
                       "outcome, checked,"
                       " code, fault, http_status, attempts, random, earlier_random, seen_pending)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, 'planned', 'unknown', 0, 0, 0, 0, 0, 0, 0, ?)"
                       " ON CONFLICT (run_id, task_id) DO NOTHING"));
    int count = 0;
    for (const Task& task : tasks) {
        // Who is not known may be everybody: the cautious word.
        if (!row.run({ runId, count, deedWord(deed), task.id, storedAudience(task.audience.value_or(Audience::All)),
                storedText(task.title), storedTime(task.goesOutAt),
                int(task.readFromService && task.status == TaskStatus::Pending) }))
            return false;
        count += row.rowsChanged();
    }
    Statement counted(m_database, QStringLiteral("UPDATE runs SET task_count = ? WHERE id = ?"));
    return counted.changesOneRow({ count, runId });
}

std::expected<void, DatabaseFault> Journal::attempt(
    qint64 runId, TaskId task, int number, quint32 random, const QDateTime& at)
{
    return change([&] {
        Statement row(m_database,
            QStringLiteral("UPDATE journal SET state = 'sending', attempts = ?, earlier_random = random,"
                           " earlier_sent_ms = sent_ms, earlier_left_ms = left_ms, random = ?, sent_ms = ?,"
                           " left_ms = ?, settled_ms = NULL"
                           " WHERE run_id = ? AND task_id = ? AND outcome = 'unknown'"));
        return row.changesOneRow({ number, qint64(random), storedTime(at), storedTime(m_clock.utcNow()), runId, task })
            && m_events.begin(runId, task, random, at);
    });
}

std::expected<void, DatabaseFault> Journal::attemptUndone(qint64 runId, TaskId task)
{
    return change([&] {
        // An attempt before it may have been carried out: such a row is never called planned.
        Statement row(m_database,
            QStringLiteral("UPDATE journal SET attempts = attempts - 1,"
                           " state = CASE WHEN attempts > 1 THEN 'sending' ELSE 'planned' END,"
                           " random = earlier_random, sent_ms = earlier_sent_ms, left_ms = earlier_left_ms"
                           " WHERE run_id = ? AND task_id = ? AND state = 'sending'"));
        return row.changesOneRow({ runId, task });
    });
}

std::expected<void, DatabaseFault> Journal::withdrawPlanned(qint64 runId, const QDateTime& at)
{
    return change([&] {
        Statement statement(m_database,
            QStringLiteral("UPDATE journal SET state = 'settled', outcome = 'withdrawn', settled_ms = ?"
                           " WHERE run_id = ? AND state = 'planned' AND attempts = 0"));
        return statement.run({ storedTime(at), runId }) && noteEnd(m_database, runId, at);
    });
}

std::expected<void, DatabaseFault> Journal::settle(qint64 runId, const SettledResult& result)
{
    return change([&] {
        // A settled row changes only while a later look may change it; the same once more is a repeated try after a
        // fault.
        const QString outcome = outcomeWord(result.outcome);
        Statement row(m_database,
            QStringLiteral("UPDATE journal SET state = 'settled', outcome = ?, checked = ?, code = ?,"
                           " fault = ?, http_status = ?, service_text = ?, random = ?, attempts = ?,"
                           " sent_ms = ?, settled_ms = ?"
                           " WHERE run_id = ? AND task_id = ? AND (outcome IN ('unknown', ?)"
                           " OR (outcome = 'not_sent' AND checked = 1))"));
        return row.changesOneRow({ outcome, int(result.checked), result.code, storedFault(result.fault),
                   result.httpStatus, storedText(result.serviceText), qint64(result.requestNumber), result.attempts,
                   storedTime(result.sentAt), storedTime(result.settledAt), runId, result.taskId, outcome })
            && noteEnd(m_database, runId, result.settledAt);
    });
}

bool Journal::settleLost()
{
    // Earlier versions called a row planned whose last attempt did not leave, whatever became of those before.
    const QString lost = QStringLiteral("outcome = 'unknown' AND run_id < ?"
                                        " AND (state = 'sending' OR (state = 'planned' AND attempts > 0))");
    // Most starts have nothing to write: a transaction would wait for whoever reads the list at that moment.
    Statement any(m_database,
        QStringLiteral("SELECT 1 FROM journal WHERE %1 UNION ALL SELECT 1 FROM runs WHERE ending IS NULL AND id < ?"
                       " LIMIT 1")
            .arg(lost));
    if (!any.run({ m_firstOwnRun, m_firstOwnRun }))
        return false;
    if (!any.next())
        return any.wasReadToTheEnd();
    any.finish();
    return committed([&] {
        // Before the rows say that they were settled now.
        if (!noteInterrupted(m_database, m_firstOwnRun))
            return false;
        Statement runs(m_database, QStringLiteral("SELECT DISTINCT run_id FROM journal WHERE %1").arg(lost));
        const auto touched = runs.run({ m_firstOwnRun }) ? runs.numbers() : std::nullopt;
        Statement statement(
            m_database, QStringLiteral("UPDATE journal SET state = 'settled', settled_ms = ? WHERE %1").arg(lost));
        return touched && statement.run({ storedTime(m_clock.utcNow()), m_firstOwnRun })
            && countAnew(m_database, *touched);
    });
}

std::expected<QList<JournalRow>, DatabaseFault> Journal::recover()
{
    if (!settleLost())
        return std::unexpected { m_database.lastFault() };
    return leftoversOf({});
}

std::expected<QList<JournalRow>, DatabaseFault> Journal::leftovers(const AppKey& app) const
{
    Q_ASSERT(!app.isEmpty());
    return leftoversOf(app);
}

std::expected<QList<JournalRow>, DatabaseFault> Journal::leftoversOf(const AppKey& app) const
{
    // A later run may have answered for the task, or asks for it itself. What was only planned is answered by any later
    // run of the same task. But one that only planned it says nothing of what an earlier attempt did.
    Statement open(m_database,
        QStringLiteral(
            "SELECT %1 FROM journal j JOIN runs r ON r.id = j.run_id WHERE j.outcome = 'unknown' AND j.run_id < ?"
            " AND (? = '' OR r.app = ?) AND j.seen_to_ms IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM journal l JOIN runs s ON s.id = l.run_id"
            " WHERE l.task_id = j.task_id AND l.run_id > j.run_id AND s.app = r.app AND l.deed = j.deed"
            " AND (j.state = 'planned' OR l.outcome IN ('cancelled', 'too_late')"
            " OR (l.outcome = 'unknown' AND l.state <> 'planned')))"
            " ORDER BY j.run_id, j.position")
            .arg(journalColumns()));
    return allRows(m_database, open, { m_firstOwnRun, boundText(app), boundText(app) });
}

std::expected<QList<JournalRow>, DatabaseFault> Journal::rows(qint64 runId) const
{
    Statement statement(m_database,
        QStringLiteral("SELECT %1 FROM journal j JOIN runs r ON r.id = j.run_id WHERE j.run_id = ? ORDER BY j.position")
            .arg(journalColumns()));
    return allRows(m_database, statement, { runId });
}

std::expected<QList<JournalRow>, DatabaseFault> Journal::openRows(const AppKey& app, TaskId task) const
{
    Statement statement(m_database,
        QStringLiteral(
            "SELECT %1 FROM journal j JOIN runs r ON r.id = j.run_id WHERE j.task_id = ? AND r.app = ?"
            " AND j.state = 'settled' AND (j.outcome = 'unknown' OR (j.outcome = 'not_sent' AND j.checked = 1))"
            " ORDER BY j.run_id")
            .arg(journalColumns()));
    return allRows(m_database, statement, { task, app.text });
}

std::expected<QList<EarlierAttempt>, DatabaseFault> Journal::earlierAttempts(
    const AppKey& app, Milliseconds within) const
{
    // What left lately belongs to the last runs; to look through all of them would take longer with each year.
    Statement statement(m_database,
        QStringLiteral("WITH lately AS (SELECT deed, left_ms, earlier_left_ms FROM journal WHERE run_id IN"
                       " (SELECT id FROM runs WHERE app = ? AND id < ? ORDER BY id DESC LIMIT 20))"
                       " SELECT deed, left_ms AS at_ms FROM lately WHERE left_ms >= ?"
                       " UNION ALL SELECT deed, earlier_left_ms FROM lately WHERE earlier_left_ms >= ?"
                       " AND earlier_left_ms IS NOT left_ms ORDER BY at_ms DESC LIMIT 5"));
    const QDateTime now = m_clock.utcNow();
    const QVariant earliest = storedTime(now.addMSecs(-within.count()));
    if (!statement.run({ app.text, m_firstOwnRun, earliest, earliest }))
        return std::unexpected { m_database.lastFault() };
    QList<EarlierAttempt> attempts;
    while (statement.next()) {
        if (const auto deed = deedFromWord(statement.text(0)))
            attempts.append({ *deed, Milliseconds(timeFrom(statement.value(1)).msecsTo(now)) });
    }
    if (!statement.wasReadToTheEnd())
        return std::unexpected { m_database.lastFault() };
    return attempts;
}

std::expected<void, DatabaseFault> Journal::seenTo(const AppKey& app, const QList<TaskId>& tasks, const QDateTime& at)
{
    const bool isCommitted = committed([&] {
        Statement statement(m_database,
            QStringLiteral("UPDATE journal SET seen_to_ms = ? WHERE task_id = ? AND outcome = 'unknown'"
                           " AND state = 'settled' AND run_id < ? AND run_id IN (SELECT id FROM runs WHERE app = ?)"));
        return std::all_of(tasks.begin(), tasks.end(), [&](TaskId task) {
            return statement.run({ storedTime(at), task, m_firstOwnRun, app.text });
        });
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

std::expected<void, DatabaseFault> Journal::dropPlanned(const QDateTime& at, const AppKey& app)
{
    const QString planned = QStringLiteral("outcome = 'unknown' AND state = 'planned' AND attempts = 0 AND run_id < ?"
                                           " AND (? = '' OR run_id IN (SELECT id FROM runs WHERE app = ?))");
    const bool isCommitted = committed([&] {
        Statement runs(m_database, QStringLiteral("SELECT DISTINCT run_id FROM journal WHERE %1").arg(planned));
        const auto touched
            = runs.run({ m_firstOwnRun, boundText(app), boundText(app) }) ? runs.numbers() : std::nullopt;
        Statement statement(m_database,
            QStringLiteral("UPDATE journal SET state = 'settled', outcome = 'withdrawn', settled_ms = ? WHERE %1")
                .arg(planned));
        return touched && statement.run({ storedTime(at), m_firstOwnRun, boundText(app), boundText(app) })
            && countAnew(m_database, *touched);
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

} // namespace pushbrake
