#include "store/history.h"

#include "store/historyquery.h"
#include "store/statement.h"
#include "store/storedvalues.h"
#include "store/tasklist.h"

namespace pushbrake {

namespace {

constexpr int atOnce = 2'000; ///< rows that one page looks through at most: some milliseconds
constexpr int pushesAtOnce = 20'000; ///< rows of runs that one page looks through for words
constexpr int columnsOfPush = 20; ///< of journalColumns()

QString runColumns()
{
    return QStringLiteral("r.id, r.app, r.app_recorded, r.app_name, r.app_colour, r.real_users, r.os_user,"
                          " r.started_ms, r.ended_ms, r.ending, r.task_count, r.cancelled, r.too_late, r.rejected,"
                          " r.unknown, r.not_sent, r.withdrawn, r.forecast_ms, r.forecast_stopped");
}

RunEnding endingFrom(const QString& word)
{
    if (word == QLatin1String("finished"))
        return RunEnding::Finished;
    if (word == QLatin1String("stopped"))
        return RunEnding::Stopped;
    return word.isEmpty() ? RunEnding::GoesOn : RunEnding::Interrupted;
}

HistoryRun runOfRow(const Statement& row, int first)
{
    HistoryRun run;
    const auto number = [&row, first](int column) { return intFrom(row.value(first + column)); };
    run.id = row.number(first);
    run.app = { row.text(first + 1) };
    run.isAppRecorded = number(2) != 0;
    run.appName = row.text(first + 3);
    run.colour = colourFromWord(row.text(first + 4)).value_or(ProfileColour::Blue);
    run.realUsers = row.isNull(first + 5) || number(5) != 0;
    run.person = row.text(first + 6);
    run.startedAt = timeFrom(row.value(first + 7));
    run.endedAt = timeFrom(row.value(first + 8));
    run.ending = endingFrom(row.text(first + 9));
    run.pushes = number(10);
    run.cancelled = number(11);
    run.tooLate = number(12);
    run.rejected = number(13);
    run.unknown = number(14);
    run.notSent = number(15);
    run.withdrawn = number(16);
    if (!row.isNull(first + 17))
        run.forecast = Milliseconds(row.number(first + 17));
    run.forecastStopped = number(18);
    return run;
}

std::optional<HistoryPush> pushOfRow(const Statement& row)
{
    const auto push = journalRowOf(row);
    return push ? std::optional(HistoryPush { *push, runOfRow(row, columnsOfPush) }) : std::nullopt;
}

} // namespace

History::History(Database& database)
    : m_database(database)
{
}

std::unexpected<DatabaseFault> History::fault() const
{
    return std::unexpected { m_database.lastFault() };
}

std::expected<TaskId, DatabaseFault> History::knownId(const HistoryFilter& filter) const
{
    bool isNumber = false;
    const TaskId id = filter.words.trimmed().toLongLong(&isNumber);
    if (!isNumber || id <= 0)
        return 0;
    Statement any(m_database, QStringLiteral("SELECT 1 FROM journal WHERE task_id = ? LIMIT 1"));
    if (!any.run({ id }))
        return fault();
    if (any.next())
        return id;
    if (!any.wasReadToTheEnd())
        return fault();
    return 0;
}

std::expected<HistoryPart<HistoryPush>, DatabaseFault> History::pushes(
    const HistoryFilter& filter, const HistoryMark& mark, int most) const
{
    HistoryPart<HistoryPush> page;
    page.next = mark;
    if (!filter.app.isEmpty()) {
        Statement any(m_database, QStringLiteral("SELECT 1 FROM runs WHERE app = ? LIMIT 1"));
        if (!any.run({ filter.app.text }))
            return fault();
        if (!any.next()) {
            if (!any.wasReadToTheEnd())
                return fault();
            page.isEnd = true;
            return page;
        }
    }
    const auto known = knownId(filter);
    if (!known)
        return fault();
    const Part part = partOf(filter, mark, *known);
    const Asked rest = restOf(filter);
    const QString source
        = QStringLiteral("FROM %1 WHERE %2 ORDER BY %3").arg(part.source, part.where.text(), part.order);
    Statement rows(m_database,
        QStringLiteral("SELECT %1, %2 FROM (SELECT * %3 LIMIT %4) AS j CROSS JOIN runs AS r ON r.id = j.run_id"
                       " WHERE %5 LIMIT %6")
            .arg(journalColumns(), runColumns(), source)
            .arg(atOnce)
            .arg(rest.text())
            .arg(most));
    if (!rows.run(part.where.values + rest.values))
        return fault();
    const QStringList words = wordsOf(filter.words);
    int read = 0;
    while (rows.next()) {
        ++read;
        page.next = { rows.isNull(16) ? std::numeric_limits<qint64>::max() : rows.number(16), rows.number(0),
            rows.number(2) };
        const auto push = pushOfRow(rows);
        if (push && isMatch(words, { push->row.title, QString::number(push->row.taskId), push->run.person }))
            page.rows.append(*push);
    }
    if (!rows.wasReadToTheEnd())
        return fault();
    if (read == most)
        return page; // the next one begins behind the last of these
    Statement last(m_database,
        QStringLiteral("SELECT %1, j.run_id, j.task_id %2 LIMIT 1 OFFSET %3")
            .arg(journalWhen(), source)
            .arg(atOnce - 1));
    if (!last.run(part.where.values))
        return fault();
    if (last.next())
        page.next = { last.number(0), last.number(1), last.number(2) };
    else if (!last.wasReadToTheEnd())
        return fault();
    else
        page.isEnd = true;
    return page;
}

std::expected<History::RunPart, DatabaseFault> History::partOfRuns(const Asked& asked, bool isByPush) const
{
    Statement sizes(m_database,
        QStringLiteral("SELECT r.id, r.task_count FROM runs AS r WHERE %1 ORDER BY r.id DESC LIMIT %2")
            .arg(asked.text())
            .arg(atOnce));
    if (!sizes.run(asked.values))
        return fault();
    RunPart part;
    int runs = 0;
    qint64 pushes = 0;
    while (sizes.next()) {
        ++runs;
        part.last = sizes.number(0);
        pushes += sizes.number(1);
        if (isByPush && pushes >= pushesAtOnce)
            return RunPart { part.last, false };
    }
    if (!sizes.wasReadToTheEnd())
        return fault();
    part.isEnd = runs < atOnce;
    return part;
}

std::expected<bool, DatabaseFault> History::hasWords(const HistoryRun& run, const QStringList& words) const
{
    QStringList left;
    for (const QString& word : words) {
        if (!isMatch({ word }, { run.person, run.appName }))
            left += word;
    }
    if (left.isEmpty())
        return true;
    Asked asked;
    asked.add(QStringLiteral("j.run_id = ?"), { run.id });
    asked.addWords(left, { QStringLiteral("j.title"), QStringLiteral("CAST(j.task_id AS TEXT)") });
    Statement pushes(
        m_database, QStringLiteral("SELECT j.title, j.task_id FROM journal AS j WHERE %1").arg(asked.text()));
    if (!pushes.run(asked.values))
        return fault();
    while (pushes.next()) {
        if (isMatch(left, { pushes.text(0), QString::number(pushes.number(1)) }))
            return true;
    }
    if (!pushes.wasReadToTheEnd())
        return fault();
    return false;
}

std::expected<HistoryPart<HistoryRun>, DatabaseFault> History::runs(
    const HistoryFilter& filter, const HistoryMark& mark, int most) const
{
    const QStringList words = wordsOf(filter.words);
    const auto known = knownId(filter);
    if (!known)
        return fault();
    Asked asked;
    asked.add(QStringLiteral("r.id < ?"), { mark.run });
    if (*known != 0)
        asked.add(QStringLiteral("r.id IN (SELECT run_id FROM journal WHERE task_id = ?)"), { *known });
    if (!filter.app.isEmpty())
        asked.add(QStringLiteral("r.app = ?"), { filter.app.text });
    const auto part = partOfRuns(asked, !words.isEmpty() && *known == 0);
    if (!part)
        return fault();
    asked.add(QStringLiteral("r.id >= ?"), { part->last });
    if (filter.from.isValid())
        asked.add(QStringLiteral("r.started_ms >= ?"), { storedTime(filter.from) });
    if (filter.before.isValid())
        asked.add(QStringLiteral("r.started_ms < ?"), { storedTime(filter.before) });
    QStringList cameUp;
    for (const Outcome outcome : filter.outcomes)
        cameUp += QStringLiteral("r.%1 > 0").arg(outcomeWord(outcome));
    if (!cameUp.isEmpty())
        asked.add(u'(' + cameUp.join(QStringLiteral(" OR ")) + u')', {});
    Statement rows(m_database,
        QStringLiteral("SELECT %1 FROM runs AS r WHERE %2 ORDER BY r.id DESC").arg(runColumns(), asked.text()));
    if (!rows.run(asked.values))
        return fault();
    HistoryPart<HistoryRun> page;
    page.next = mark;
    while (page.rows.size() < most && rows.next()) {
        const HistoryRun run = runOfRow(rows, 0);
        page.next.run = run.id;
        const auto isMeant = hasWords(run, words);
        if (!isMeant)
            return fault();
        if (*isMeant)
            page.rows.append(run);
    }
    const bool isFull = page.rows.size() == most;
    if (!isFull && !rows.wasReadToTheEnd())
        return fault();
    rows.finish();
    if (!isFull) {
        page.next.run = part->last;
        page.isEnd = part->isEnd;
    }
    for (HistoryRun& shown : page.rows) {
        if (shown.ending != RunEnding::GoesOn)
            continue;
        const auto now = run(shown.id); // its counts are not written yet
        if (!now)
            return fault();
        if (*now)
            shown = **now;
    }
    return page;
}

std::expected<std::optional<HistoryRun>, DatabaseFault> History::run(qint64 id) const
{
    Statement row(m_database, QStringLiteral("SELECT %1 FROM runs AS r WHERE r.id = ?").arg(runColumns()));
    if (!row.run({ id }))
        return fault();
    if (!row.next()) {
        if (!row.wasReadToTheEnd())
            return fault();
        return std::nullopt;
    }
    HistoryRun run = runOfRow(row, 0);
    row.finish();
    if (run.ending != RunEnding::GoesOn)
        return run;
    Statement counts(m_database,
        QStringLiteral(
            "SELECT outcome, count(*) FROM journal WHERE run_id = ? AND state = 'settled' GROUP BY outcome"));
    if (!counts.run({ id }))
        return fault();
    while (counts.next()) {
        const int count = intFrom(counts.value(1));
        switch (outcomeFromWord(counts.text(0))) {
        case Outcome::Cancelled: run.cancelled = count; break;
        case Outcome::TooLate: run.tooLate = count; break;
        case Outcome::Rejected: run.rejected = count; break;
        case Outcome::Unknown: run.unknown = count; break;
        case Outcome::NotSent: run.notSent = count; break;
        case Outcome::Withdrawn: run.withdrawn = count; break;
        }
    }
    if (!counts.wasReadToTheEnd())
        return fault();
    return run;
}

std::expected<QList<RunEvent>, DatabaseFault> History::story(qint64 run, TaskId task) const
{
    Statement rows(m_database,
        QStringLiteral("SELECT kind, random, has_left, sent_ms, answered_ms, code, fault, http_status, service_text,"
                       " status FROM events WHERE run_id = ? AND task_id = ? ORDER BY number"));
    if (!rows.run({ run, task }))
        return fault();
    QList<RunEvent> events;
    while (rows.next()) {
        events.append({ run, task, eventFromWord(rows.text(0)), quint32(rows.number(1)), rows.number(2) != 0,
            timeFrom(rows.value(3)), timeFrom(rows.value(4)), intFrom(rows.value(5)), faultFrom(rows.value(6)),
            intFrom(rows.value(7)), rows.text(8), statusFrom(rows.value(9)) });
    }
    if (!rows.wasReadToTheEnd())
        return fault();
    return events;
}

std::expected<std::optional<HistoryPush>, DatabaseFault> History::latest(const AppKey& app, TaskId task) const
{
    Statement row(m_database,
        QStringLiteral("SELECT %1, %2 FROM journal AS j JOIN runs AS r ON r.id = j.run_id WHERE j.task_id = ?"
                       " AND r.app = ? AND j.state = 'settled' ORDER BY j.run_id DESC LIMIT 1")
            .arg(journalColumns(), runColumns()));
    if (!row.run({ task, app.text }))
        return fault();
    if (row.next())
        return pushOfRow(row);
    if (!row.wasReadToTheEnd())
        return fault();
    return std::nullopt;
}

std::expected<std::optional<Milliseconds>, DatabaseFault> History::serviceClockAhead(qint64 run) const
{
    Statement ahead(m_database,
        QStringLiteral("SELECT sent_ms - left_ms FROM journal WHERE run_id = ? AND sent_ms IS NOT NULL"
                       " AND left_ms IS NOT NULL ORDER BY sent_ms LIMIT 1"));
    if (!ahead.run({ run }))
        return fault();
    std::optional<Milliseconds> found;
    if (ahead.next())
        found = Milliseconds(ahead.number(0));
    if (!ahead.wasReadToTheEnd())
        return fault();
    return found;
}

std::expected<std::optional<Task>, DatabaseFault> History::listed(const AppKey& app, TaskId task) const
{
    const auto found = TaskList(m_database).read(app, { task });
    if (!found)
        return std::unexpected { found.error() };
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

std::expected<QList<HistoryRun>, DatabaseFault> History::apps() const
{
    // From one app to the next in the index, past all runs of each.
    Statement rows(m_database,
        QStringLiteral("WITH RECURSIVE each(app) AS (SELECT min(app) FROM runs UNION ALL"
                       " SELECT (SELECT min(n.app) FROM runs AS n WHERE n.app > each.app) FROM each"
                       " WHERE each.app IS NOT NULL) SELECT %1 FROM each JOIN runs AS r"
                       " ON r.id = (SELECT max(m.id) FROM runs AS m WHERE m.app = each.app)")
            .arg(runColumns()));
    if (!rows.run(QList<QVariant>()))
        return fault();
    QList<HistoryRun> apps;
    while (rows.next())
        apps.append(runOfRow(rows, 0));
    if (!rows.wasReadToTheEnd())
        return fault();
    return apps;
}

} // namespace pushbrake
