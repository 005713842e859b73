#include "store/tasklist.h"

#include "store/statement.h"
#include "store/storedvalues.h"

#include <algorithm>

namespace pushbrake {

namespace {

QString insertText()
{
    return QStringLiteral("INSERT INTO tasks (app, task_id, audience, title, description, goes_out_ms, status,"
                          " status_word, note, push_task_id, last_outcome, last_code, last_result_ms, last_checked,"
                          " from_service) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                          " ON CONFLICT DO NOTHING");
}

bool insert(Statement& statement, const AppKey& app, const Task& task)
{
    return statement.run(
        { app.text, task.id, storedAudience(task.audience), storedText(task.title), storedText(task.description),
            storedTime(task.goesOutAt), storedStatus(task.status), storedText(task.statusWord), storedText(task.note),
            storedText(task.pushTaskId), task.lastOutcome ? QVariant(outcomeWord(*task.lastOutcome)) : QVariant(),
            task.lastCode, storedTime(task.lastResultAt), int(task.lastChecked), int(task.readFromService) });
}

Task taskOfRow(const Statement& row)
{
    Task task;
    task.id = row.number(0);
    task.audience = audienceFrom(row.value(1));
    task.title = row.text(2);
    task.description = row.text(3);
    task.goesOutAt = timeFrom(row.value(4));
    task.status = statusFrom(row.value(5));
    task.statusWord = row.text(6);
    task.note = row.text(7);
    task.pushTaskId = row.text(8);
    if (!row.isNull(9))
        task.lastOutcome = outcomeFromWord(row.text(9));
    task.lastCode = intFrom(row.value(10));
    task.lastResultAt = timeFrom(row.value(11));
    task.lastChecked = row.number(12) != 0;
    task.readFromService = row.number(13) != 0;
    return task;
}

} // namespace

TaskList::TaskList(Database& database)
    : m_database(database)
{
}

std::expected<QList<Task>, DatabaseFault> TaskList::load(const AppKey& app)
{
    QList<Task> tasks;
    Statement statement(m_database,
        QStringLiteral("SELECT task_id, audience, title, description, goes_out_ms, status, status_word, note,"
                       " push_task_id, last_outcome, last_code, last_result_ms, last_checked, from_service"
                       " FROM tasks WHERE app = ? ORDER BY task_id"));
    if (statement.run({ app.text })) {
        while (statement.next())
            tasks.append(taskOfRow(statement));
        if (statement.wasReadToTheEnd())
            return tasks;
    }
    return std::unexpected { m_database.lastFault() };
}

std::expected<TaskList::Added, DatabaseFault> TaskList::add(const AppKey& app, const QList<Task>& tasks)
{
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
                           " WHERE app = ? AND task_id = ?"));
        for (const Task& task : tasks) {
            if (!insert(insertion, app, task))
                return false;
            const bool isNew = insertion.rowsChanged() == 1;
            if (!isNew
                && !filling.run({ storedText(task.note), storedAudience(task.audience), storedText(task.title),
                    storedText(task.description), storedTime(task.goesOutAt), app.text, task.id }))
                return false;
            ++(isNew ? added.added : added.merged);
        }
        return true;
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return added;
}

std::expected<void, DatabaseFault> TaskList::edit(const AppKey& app, const Task& task)
{
    const bool isCommitted = m_database.transaction([&] {
        Statement statement(m_database,
            QStringLiteral("UPDATE tasks SET note = ?, audience = iif(from_service, audience, ?),"
                           " title = iif(from_service, title, ?), goes_out_ms = iif(from_service, goes_out_ms, ?)"
                           " WHERE app = ? AND task_id = ?"));
        return statement.run({ storedText(task.note), storedAudience(task.audience), storedText(task.title),
            storedTime(task.goesOutAt), app.text, task.id });
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

std::expected<TaskList::Added, DatabaseFault> TaskList::mergeFromService(const AppKey& app, const QList<Task>& tasks)
{
    Added added;
    const bool isCommitted = m_database.transaction([&] {
        Statement insertion(m_database, insertText());
        // What the service left out stays as it was: of a task that is gone it says nothing but that.
        Statement update(m_database,
            QStringLiteral("UPDATE tasks SET audience = coalesce(?, audience), title = coalesce(?, title),"
                           " description = coalesce(?, description), goes_out_ms = coalesce(?, goes_out_ms),"
                           " push_task_id = coalesce(?, push_task_id), status = ?, status_word = ?,"
                           " from_service = max(from_service, ?) WHERE app = ? AND task_id = ?"));
        for (const Task& read : tasks) {
            const bool isDescribed = read.status != TaskStatus::Gone;
            if (!update.run({ storedAudience(read.audience), storedText(read.title), storedText(read.description),
                    storedTime(read.goesOutAt), storedText(read.pushTaskId), storedStatus(read.status),
                    storedText(read.statusWord), int(isDescribed), app.text, read.id }))
                return false;
            if (update.rowsChanged() == 1) {
                ++added.merged;
                continue;
            }
            if (!isDescribed)
                continue; // gone, and taken off the list meanwhile: no reason to bring it back
            Task task = read;
            task.readFromService = true;
            if (!insert(insertion, app, task))
                return false;
            ++added.added;
        }
        return true;
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return added;
}

std::expected<void, DatabaseFault> TaskList::remove(const AppKey& app, const QList<TaskId>& ids)
{
    const bool isCommitted = m_database.transaction([&] {
        Statement statement(m_database, QStringLiteral("DELETE FROM tasks WHERE app = ? AND task_id = ?"));
        return std::all_of(ids.cbegin(), ids.cend(), [&](TaskId id) { return statement.run({ app.text, id }); });
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

std::expected<void, DatabaseFault> TaskList::setLastResults(const AppKey& app, const QList<SettledResult>& results)
{
    // A task that was taken off the list while its cancellation ran has its result in the journal.
    const bool isCommitted = m_database.transaction([&] {
        Statement statement(m_database,
            QStringLiteral("UPDATE tasks SET last_outcome = ?, last_code = ?, last_result_ms = ?, last_checked = ?"
                           " WHERE app = ? AND task_id = ?"));
        return std::all_of(results.cbegin(), results.cend(), [&](const SettledResult& result) {
            return statement.run({ outcomeWord(result.outcome), result.code, storedTime(result.settledAt),
                int(result.checked), app.text, result.taskId });
        });
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

} // namespace pushbrake
