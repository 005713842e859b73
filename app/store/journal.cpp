#include "store/journal.h"

#include "store/statement.h"
#include "store/storedvalues.h"

#include <algorithm>
#include <limits>

namespace pushbrake {

namespace {

constexpr qint64 noRunYet = std::numeric_limits<qint64>::max();

const SystemClock computersClock;

QString columns()
{
    return QStringLiteral("j.run_id, r.app, j.task_id, j.audience, j.title, j.goes_out_ms, j.state, j.outcome,"
                          " j.checked, j.code, j.fault, j.http_status, j.service_text, j.random, j.attempts, j.sent_ms,"
                          " j.settled_ms, j.seen_pending, j.deed, r.app_recorded");
}

/// Never NULL, to which nothing is equal in SQL.
QString boundText(const AppKey& app)
{
    return app.isEmpty() ? QStringLiteral("") : app.text;
}

JournalState stateFrom(const QString& word)
{
    if (word == QLatin1String("planned"))
        return JournalState::Planned;
    return word == QLatin1String("sending") ? JournalState::Sending : JournalState::Settled;
}

SettledResult resultOfRow(const Statement& row)
{
    SettledResult result;
    result.taskId = row.number(2);
    result.outcome = outcomeFromWord(row.text(7));
    result.checked = row.number(8) != 0;
    result.code = intFrom(row.value(9));
    result.fault = faultFrom(row.value(10));
    result.httpStatus = intFrom(row.value(11));
    result.serviceText = row.text(12);
    result.requestNumber = quint32(row.number(13));
    result.attempts = intFrom(row.value(14));
    result.sentAt = timeFrom(row.value(15));
    result.settledAt = timeFrom(row.value(16));
    return result;
}

/// Nothing for a deed that this program does not know: what it cannot judge it must not touch.
std::optional<JournalRow> journalRowOf(const Statement& row)
{
    const auto deed = deedFromWord(row.text(18));
    if (!deed)
        return std::nullopt;
    JournalRow entry;
    entry.deed = *deed;
    entry.runId = row.number(0);
    entry.app = { row.text(1) };
    entry.isAppRecorded = row.number(19) != 0;
    entry.taskId = row.number(2);
    entry.audience = audienceFrom(row.value(3)).value_or(Audience::All);
    entry.title = row.text(4);
    entry.goesOutAt = timeFrom(row.value(5));
    entry.state = stateFrom(row.text(6));
    entry.seenPending = row.number(17) != 0;
    entry.result = resultOfRow(row);
    return entry;
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

Task JournalRow::task() const
{
    Task planned;
    planned.id = taskId;
    planned.audience = audience;
    planned.title = title;
    planned.goesOutAt = goesOutAt;
    return planned;
}

Journal::Journal(Database& database)
    : Journal(database, computersClock)
{
}

Journal::Journal(Database& database, const Clock& clock)
    : m_database(database)
    , m_clock(clock)
    , m_firstOwnRun(noRunYet)
{
}

std::optional<DatabaseFault> Journal::whyNoRecord() const
{
    return m_database.whyNothingLasts();
}

std::expected<qint64, DatabaseFault> Journal::begin(const AppKey& app, DeedKind deed, const QList<Task>& tasks)
{
    if (const auto why = m_database.whyNoFile())
        return std::unexpected { *why };
    qint64 runId = 0;
    const bool isCommitted = m_database.transaction([&] {
        Statement run(m_database, QStringLiteral("INSERT INTO runs (app, started_ms, task_count) VALUES (?, ?, 0)"));
        if (!run.run({ app.text, storedTime(m_clock.utcNow()) }))
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
    return changeOneRow(QStringLiteral("UPDATE journal SET state = 'sending', attempts = ?, earlier_random = random,"
                                       " earlier_sent_ms = sent_ms, earlier_left_ms = left_ms, random = ?, sent_ms = ?,"
                                       " left_ms = ?, settled_ms = NULL"
                                       " WHERE run_id = ? AND task_id = ? AND outcome = 'unknown'"),
        { number, qint64(random), storedTime(at), storedTime(m_clock.utcNow()), runId, task });
}

std::expected<void, DatabaseFault> Journal::attemptUndone(qint64 runId, TaskId task)
{
    // An attempt before it may have been carried out: such a row is never called planned.
    return changeOneRow(QStringLiteral("UPDATE journal SET attempts = attempts - 1,"
                                       " state = CASE WHEN attempts > 1 THEN 'sending' ELSE 'planned' END,"
                                       " random = earlier_random, sent_ms = earlier_sent_ms, left_ms = earlier_left_ms"
                                       " WHERE run_id = ? AND task_id = ? AND state = 'sending'"),
        { runId, task });
}

std::expected<void, DatabaseFault> Journal::withdrawPlanned(qint64 runId, const QDateTime& at)
{
    const bool isCommitted = m_database.transaction([&] {
        Statement statement(m_database,
            QStringLiteral("UPDATE journal SET state = 'settled', outcome = 'withdrawn', settled_ms = ?"
                           " WHERE run_id = ? AND state = 'planned' AND attempts = 0"));
        return statement.run({ storedTime(at), runId });
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

std::expected<void, DatabaseFault> Journal::settle(qint64 runId, const SettledResult& result)
{
    // A settled row changes only while a later look may change it; the same once more is a repeated try after a fault.
    const QString outcome = outcomeWord(result.outcome);
    return changeOneRow(QStringLiteral("UPDATE journal SET state = 'settled', outcome = ?, checked = ?, code = ?,"
                                       " fault = ?, http_status = ?, service_text = ?, random = ?, attempts = ?,"
                                       " sent_ms = ?, settled_ms = ?"
                                       " WHERE run_id = ? AND task_id = ? AND (outcome IN ('unknown', ?)"
                                       " OR (outcome = 'not_sent' AND checked = 1))"),
        { outcome, int(result.checked), result.code, storedFault(result.fault), result.httpStatus,
            storedText(result.serviceText), qint64(result.requestNumber), result.attempts, storedTime(result.sentAt),
            storedTime(result.settledAt), runId, result.taskId, outcome });
}

std::expected<void, DatabaseFault> Journal::changeOneRow(const QString& text, std::initializer_list<QVariant> values)
{
    m_database.noteFault({}); // no row to change is a fault of ours that SQLite does not report
    const bool isCommitted = m_database.transaction([&] {
        Statement statement(m_database, text);
        return statement.changesOneRow(values);
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

bool Journal::settleLost()
{
    // Earlier versions called a row planned whose last attempt did not leave, whatever became of those before.
    const QString lost = QStringLiteral("outcome = 'unknown' AND run_id < ?"
                                        " AND (state = 'sending' OR (state = 'planned' AND attempts > 0))");
    // Most starts have nothing to write: a transaction would wait for whoever reads the list at that moment.
    Statement any(m_database, QStringLiteral("SELECT 1 FROM journal WHERE %1 LIMIT 1").arg(lost));
    if (!any.run({ m_firstOwnRun }))
        return false;
    if (!any.next())
        return any.wasReadToTheEnd();
    any.finish();
    return m_database.transaction([&] {
        Statement statement(
            m_database, QStringLiteral("UPDATE journal SET state = 'settled', settled_ms = ? WHERE %1").arg(lost));
        return statement.run({ storedTime(m_clock.utcNow()), m_firstOwnRun });
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
            .arg(columns()));
    return allRows(m_database, open, { m_firstOwnRun, boundText(app), boundText(app) });
}

std::expected<QList<JournalRow>, DatabaseFault> Journal::rows(qint64 runId) const
{
    Statement statement(m_database,
        QStringLiteral("SELECT %1 FROM journal j JOIN runs r ON r.id = j.run_id WHERE j.run_id = ? ORDER BY j.position")
            .arg(columns()));
    return allRows(m_database, statement, { runId });
}

std::expected<QList<JournalRow>, DatabaseFault> Journal::openRows(const AppKey& app, TaskId task) const
{
    Statement statement(m_database,
        QStringLiteral(
            "SELECT %1 FROM journal j JOIN runs r ON r.id = j.run_id WHERE j.task_id = ? AND r.app = ?"
            " AND j.state = 'settled' AND (j.outcome = 'unknown' OR (j.outcome = 'not_sent' AND j.checked = 1))"
            " ORDER BY j.run_id")
            .arg(columns()));
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
    const bool isCommitted = m_database.transaction([&] {
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
    const bool isCommitted = m_database.transaction([&] {
        Statement statement(m_database,
            QStringLiteral("UPDATE journal SET state = 'settled', outcome = 'withdrawn', settled_ms = ?"
                           " WHERE outcome = 'unknown' AND state = 'planned' AND attempts = 0 AND run_id < ?"
                           " AND (? = '' OR run_id IN (SELECT id FROM runs WHERE app = ?))"));
        return statement.run({ storedTime(at), m_firstOwnRun, boundText(app), boundText(app) });
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

} // namespace pushbrake
