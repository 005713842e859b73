#include "store/tasklist.h"

#include "store/rowreader.h"
#include "store/statement.h"
#include "store/storedvalues.h"

#include <algorithm>
#include <utility>

namespace pushbrake {

namespace {

QString insertText()
{
    return QStringLiteral("INSERT INTO tasks (profile_id, task_id, audience, title, description, goes_out_ms, status,"
                          " status_word, note, push_task_id, last_outcome, last_code, last_result_ms, last_checked,"
                          " from_service) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                          " ON CONFLICT DO NOTHING");
}

bool insert(Statement& statement, const QString& profileId, const Task& task)
{
    return statement.run(
        { profileId, task.id, storedAudience(task.audience), storedText(task.title), storedText(task.description),
            storedTime(task.goesOutAt), storedStatus(task.status), storedText(task.statusWord), storedText(task.note),
            storedText(task.pushTaskId), task.lastOutcome ? QVariant(outcomeWord(*task.lastOutcome)) : QVariant(),
            task.lastCode, storedTime(task.lastResultAt), int(task.lastChecked), int(task.readFromService) });
}

const char* const selectAll = "SELECT task_id, audience, title, description, goes_out_ms, status, status_word, note,"
                              " push_task_id, last_outcome, last_code, last_result_ms, last_checked, from_service"
                              " FROM tasks WHERE profile_id = ? ORDER BY task_id";

template<typename Row> QDateTime timeOf(const Row& row, int column)
{
    return row.isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(row.number(column), Qt::UTC);
}

template<typename Row> Task taskOfRow(const Row& row)
{
    Task task;
    task.id = row.number(0);
    if (!row.isNull(1))
        task.audience = audienceFromWord(row.text(1));
    task.title = row.text(2);
    task.description = row.text(3);
    task.goesOutAt = timeOf(row, 4);
    task.status = statusFrom(int(row.number(5)));
    task.statusWord = row.text(6);
    task.note = row.text(7);
    task.pushTaskId = row.text(8);
    if (!row.isNull(9))
        task.lastOutcome = outcomeFromWord(row.text(9));
    task.lastCode = int(row.number(10));
    task.lastResultAt = timeOf(row, 11);
    task.lastChecked = row.number(12) != 0;
    task.readFromService = row.number(13) != 0;
    return task;
}

template<typename Rows> std::optional<QList<Task>> allOf(Rows& rows, qsizetype expected = 0)
{
    QList<Task> tasks;
    tasks.reserve(expected);
    while (rows.next())
        tasks.append(taskOfRow(rows));
    return rows.wasReadToTheEnd() ? std::optional(std::move(tasks)) : std::nullopt;
}

std::expected<QList<Task>, DatabaseFault> readAll(Database& database, const QString& profileId)
{
    Statement statement(database, QLatin1String(selectAll));
    if (statement.run({ profileId })) {
        if (auto tasks = allOf(statement))
            return std::move(*tasks);
    }
    return std::unexpected { database.lastFault() };
}

std::expected<QList<Task>, DatabaseFault> checkAndReadAll(const QString& path, const QString& profileId)
{
    auto opened = RowReader::open(path);
    if (!opened)
        return std::unexpected { opened.error() };
    RowReader reader = std::move(opened).value();
    // Counted first: a list that grows as it is read takes its memory twice.
    if (reader.isSound() && reader.run("SELECT count(*) FROM tasks WHERE profile_id = ?", profileId) && reader.next()) {
        const qint64 count = reader.number(0);
        if (auto tasks = reader.run(selectAll, profileId) ? allOf(reader, count) : std::nullopt)
            return std::move(*tasks);
    }
    return std::unexpected { reader.fault() };
}

} // namespace

TaskList::TaskList(Database& database)
    : m_database(database)
{
}

std::expected<QList<Task>, DatabaseFault> TaskList::load(const QString& profileId)
{
    waitForAhead();
    if (const auto ahead = std::exchange(m_ahead, std::nullopt); ahead && *ahead && m_aheadProfile == profileId)
        return **ahead;
    return readAll(m_database, profileId);
}

void TaskList::loadAhead(const QString& profileId)
{
    dropAhead();
    if (m_database.isInMemory())
        return;
    m_aheadProfile = profileId;
    m_reading = std::async(std::launch::async, checkAndReadAll, m_database.path(), profileId);
}

bool TaskList::wasSound()
{
    waitForAhead();
    if (!m_ahead || *m_ahead)
        return true;
    // The reader may have met something else, such as a lock: the writing connection has the last word.
    return m_database.isSound() || m_database.lastFault() != DatabaseFault::Damaged;
}

void TaskList::waitForAhead()
{
    if (m_reading.valid())
        m_ahead = m_reading.get();
}

void TaskList::dropAhead()
{
    m_reading = {};
    m_ahead.reset();
}

std::expected<TaskList::Added, DatabaseFault> TaskList::add(const QString& profileId, const QList<Task>& tasks)
{
    dropAhead();
    Added added;
    const bool isCommitted = m_database.transaction([&] {
        Statement insertion(m_database, insertText());
        // In a task that the service described only the note is the person's to fill.
        Statement filling(m_database,
            QStringLiteral("UPDATE tasks SET note = coalesce(note, ?),"
                           " audience = iif(from_service, audience, coalesce(audience, ?)),"
                           " title = iif(from_service, title, coalesce(title, ?)),"
                           " description = iif(from_service, description, coalesce(description, ?)),"
                           " goes_out_ms = iif(from_service, goes_out_ms, coalesce(goes_out_ms, ?))"
                           " WHERE profile_id = ? AND task_id = ?"));
        for (const Task& task : tasks) {
            if (!insert(insertion, profileId, task))
                return false;
            const bool isNew = insertion.rowsChanged() == 1;
            if (!isNew
                && !filling.run({ storedText(task.note), storedAudience(task.audience), storedText(task.title),
                    storedText(task.description), storedTime(task.goesOutAt), profileId, task.id }))
                return false;
            ++(isNew ? added.added : added.merged);
        }
        return true;
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return added;
}

std::expected<void, DatabaseFault> TaskList::edit(const QString& profileId, const Task& task)
{
    dropAhead();
    const bool isCommitted = m_database.transaction([&] {
        Statement statement(m_database,
            QStringLiteral("UPDATE tasks SET note = ?, audience = iif(from_service, audience, ?),"
                           " title = iif(from_service, title, ?), goes_out_ms = iif(from_service, goes_out_ms, ?)"
                           " WHERE profile_id = ? AND task_id = ?"));
        return statement.run({ storedText(task.note), storedAudience(task.audience), storedText(task.title),
            storedTime(task.goesOutAt), profileId, task.id });
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

std::expected<TaskList::Added, DatabaseFault> TaskList::mergeFromService(
    const QString& profileId, const QList<Task>& tasks)
{
    dropAhead();
    Added added;
    const bool isCommitted = m_database.transaction([&] {
        Statement insertion(m_database, insertText());
        // What the service left out stays as it was: of a task that is gone it says nothing but that.
        Statement update(m_database,
            QStringLiteral("UPDATE tasks SET audience = coalesce(?, audience), title = coalesce(?, title),"
                           " description = coalesce(?, description), goes_out_ms = coalesce(?, goes_out_ms),"
                           " push_task_id = coalesce(?, push_task_id), status = ?, status_word = ?,"
                           " from_service = max(from_service, ?) WHERE profile_id = ? AND task_id = ?"));
        for (const Task& read : tasks) {
            const bool isDescribed = read.status != TaskStatus::Gone;
            if (!update.run({ storedAudience(read.audience), storedText(read.title), storedText(read.description),
                    storedTime(read.goesOutAt), storedText(read.pushTaskId), storedStatus(read.status),
                    storedText(read.statusWord), int(isDescribed), profileId, read.id }))
                return false;
            if (update.rowsChanged() == 1) {
                ++added.merged;
                continue;
            }
            if (!isDescribed)
                continue; // gone, and taken off the list meanwhile: no reason to bring it back
            Task task = read;
            task.readFromService = true;
            if (!insert(insertion, profileId, task))
                return false;
            ++added.added;
        }
        return true;
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return added;
}

std::expected<void, DatabaseFault> TaskList::remove(const QString& profileId, const QList<TaskId>& ids)
{
    dropAhead();
    const bool isCommitted = m_database.transaction([&] {
        Statement statement(m_database, QStringLiteral("DELETE FROM tasks WHERE profile_id = ? AND task_id = ?"));
        return std::all_of(ids.cbegin(), ids.cend(), [&](TaskId id) { return statement.run({ profileId, id }); });
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

std::expected<void, DatabaseFault> TaskList::setLastResults(
    const QString& profileId, const QList<SettledResult>& results)
{
    dropAhead();
    // A task that was taken off the list while its cancellation ran has its result in the journal.
    const bool isCommitted = m_database.transaction([&] {
        Statement statement(m_database,
            QStringLiteral("UPDATE tasks SET last_outcome = ?, last_code = ?, last_result_ms = ?, last_checked = ?"
                           " WHERE profile_id = ? AND task_id = ?"));
        return std::all_of(results.cbegin(), results.cend(), [&](const SettledResult& result) {
            return statement.run({ outcomeWord(result.outcome), result.code, storedTime(result.settledAt),
                int(result.checked), profileId, result.taskId });
        });
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

} // namespace pushbrake
