#include "store/tasklist.h"

#include "store/rawrows.h"
#include "store/statement.h"
#include "store/storedvalues.h"

#include <algorithm>
#include <array>

namespace pushbrake {

namespace {

QString insertText()
{
    return QStringLiteral("INSERT INTO tasks (app, task_id, audience, title, description, goes_out_ms, status,"
                          " status_word, note, push_task_id, last_outcome, last_code, last_result_ms, last_checked,"
                          " from_service, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                          " ON CONFLICT DO NOTHING");
}

bool insert(Statement& statement, const AppKey& app, const Task& task)
{
    return statement.run({ app.text, task.id, storedAudience(task.audience), storedText(task.title),
        storedText(task.description), storedTime(task.goesOutAt), storedStatus(task.status),
        storedText(task.statusWord), storedText(task.note), storedText(task.pushTaskId),
        task.lastOutcome ? QVariant(outcomeWord(*task.lastOutcome)) : QVariant(), task.lastCode,
        storedTime(task.lastResultAt), int(task.lastChecked), int(task.readFromService), int(task.origin) });
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
    task.origin = origin::numberFrom(row.number(14));
    return task;
}

QString selectTasks()
{
    return QStringLiteral("SELECT task_id, audience, title, description, goes_out_ms, status, status_word, note,"
                          " push_task_id, last_outcome, last_code, last_result_ms, last_checked, from_service,"
                          " origin FROM tasks");
}

QByteArray selectBriefs()
{
    return "SELECT task_id, goes_out_ms, last_result_ms, status, audience, last_outcome, last_code, last_checked,"
           " from_service, origin FROM tasks";
}

const std::array<QByteArray, 3>& audienceWords()
{
    static const std::array<QByteArray, 3> words { audienceWord(Audience::All).toUtf8(),
        audienceWord(Audience::Tag).toUtf8(), audienceWord(Audience::User).toUtf8() };
    return words;
}

const std::array<QByteArray, size_t(Outcome::Withdrawn) + 1>& outcomeWords()
{
    static const auto words = [] {
        std::array<QByteArray, size_t(Outcome::Withdrawn) + 1> made;
        for (size_t known = 0; known < made.size(); ++known)
            made[known] = outcomeWord(Outcome(known)).toUtf8();
        return made;
    }();
    return words;
}

/// From 1 on; `otherwise` for one that is not among them.
quint32 placeAmong(const auto& words, QByteArrayView word, size_t otherwise)
{
    const auto found = std::find(words.begin(), words.end(), word);
    return quint32(found == words.end() ? otherwise : size_t(found - words.begin()) + 1);
}

// What this program does not know becomes the cautious value, as in storedvalues.h.
TaskBrief briefOfRow(const RawRows& row)
{
    TaskBrief brief;
    brief.id = row.number(0);
    if (!row.isNull(1))
        brief.goesOutMs = briefTime(row.number(1));
    if (!row.isNull(2))
        brief.resultSeconds = quint32(std::clamp<qint64>(row.number(2) / 1000, 1, std::numeric_limits<quint32>::max()));
    const qint64 status = row.number(3);
    const bool isStatus = status >= 0 && status <= int(TaskStatus::Other);
    brief.statusNumber = quint32(isStatus ? status : int(TaskStatus::Other)) & 7;
    brief.audienceNumber = placeAmong(audienceWords(), row.text(4), 0) & 3;
    if (!row.isNull(5))
        brief.outcomeNumber = placeAmong(outcomeWords(), row.text(5), size_t(Outcome::Unknown) + 1) & 7;
    brief.code = quint32(std::clamp<qint64>(row.number(6), 0, TaskBrief::longestCode)) & TaskBrief::longestCode;
    brief.isChecked = row.number(7) != 0;
    brief.isReadFromService = row.number(8) != 0;
    brief.originNumber = origin::numberFrom(row.number(9));
    return brief;
}

} // namespace

TaskList::TaskList(Database& database)
    : m_database(database)
    , m_files(database)
{
}

QString TaskList::path() const
{
    return m_database.path();
}

std::expected<QList<Task>, DatabaseFault> TaskList::load(const AppKey& app, int atMost)
{
    QList<Task> tasks;
    Statement statement(m_database, selectTasks() + QStringLiteral(" WHERE app = ? ORDER BY task_id LIMIT ?"));
    if (statement.run({ app.text, atMost })) {
        while (statement.next())
            tasks.append(taskOfRow(statement));
        if (statement.wasReadToTheEnd())
            return tasks;
    }
    return std::unexpected { m_database.lastFault() };
}

std::expected<QList<Task>, DatabaseFault> TaskList::read(const AppKey& app, const QList<TaskId>& ids)
{
    QList<Task> tasks;
    Statement statement(m_database, selectTasks() + QStringLiteral(" WHERE app = ? AND task_id = ?"));
    for (const TaskId id : ids) {
        if (!statement.run({ app.text, id }))
            return std::unexpected { m_database.lastFault() };
        if (statement.next())
            tasks.append(taskOfRow(statement));
        else if (!statement.wasReadToTheEnd())
            return std::unexpected { m_database.lastFault() };
    }
    return tasks;
}

std::expected<QList<TaskBrief>, DatabaseFault> TaskList::briefs(const AppKey& app, TaskId after, int atMost)
{
    RawRows rows(m_database, selectBriefs() + " WHERE app = ? AND task_id > ? ORDER BY task_id LIMIT ?",
        { app.text, after, qint64(atMost) });
    return briefsOf(rows);
}

std::expected<QList<TaskBrief>, DatabaseFault> TaskList::soonest(const AppKey& app, int atMost)
{
    RawRows rows(m_database,
        selectBriefs() + " WHERE app = ? AND goes_out_ms IS NOT NULL ORDER BY goes_out_ms, task_id LIMIT ?",
        { app.text, qint64(atMost) });
    return briefsOf(rows);
}

std::expected<TaskList::Found, DatabaseFault> TaskList::find(
    const AppKey& app, const TaskWords& words, TaskId after, int atMost)
{
    Found found;
    RawRows rows(m_database,
        "SELECT task_id, title, description, note FROM tasks WHERE app = ? AND task_id > ? ORDER BY task_id LIMIT ?",
        { app.text, after, qint64(atMost) });
    while (rows.next()) {
        found.last = rows.number(0);
        ++found.looked;
        if (words.areInUtf8(found.last, { rows.text(1), rows.text(2), rows.text(3) }))
            found.ids.append(found.last);
    }
    return rows.wasReadToTheEnd() ? std::expected<Found, DatabaseFault>(found)
                                  : std::unexpected { m_database.lastFault() };
}

std::expected<TaskList::Found, DatabaseFault> TaskList::words(
    const AppKey& app, Words which, TaskId after, int atMost, const std::function<void(QByteArrayView)>& take)
{
    Found found;
    RawRows rows(m_database,
        which == Words::Titles
            ? "SELECT task_id, title FROM tasks WHERE app = ? AND task_id > ? ORDER BY task_id LIMIT ?"
            : "SELECT task_id, note FROM tasks WHERE app = ? AND task_id > ? ORDER BY task_id LIMIT ?",
        { app.text, after, qint64(atMost) });
    while (rows.next()) {
        found.last = rows.number(0);
        ++found.looked;
        found.ids.append(found.last);
        take(rows.text(1));
    }
    return rows.wasReadToTheEnd() ? std::expected<Found, DatabaseFault>(std::move(found))
                                  : std::unexpected { m_database.lastFault() };
}

std::expected<QList<TaskBrief>, DatabaseFault> TaskList::briefsOf(RawRows& rows)
{
    QList<TaskBrief> briefs;
    while (rows.next())
        briefs.append(briefOfRow(rows));
    if (!rows.wasReadToTheEnd())
        return std::unexpected { m_database.lastFault() };
    return briefs;
}

std::expected<TaskList::Added, DatabaseFault> TaskList::add(
    const AppKey& app, const QList<Task>& tasks, const std::optional<QString>& file)
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
        const QString name = file ? FileOrigins::keptName(*file) : QString();
        const auto number = file ? m_files.numberFor(app, name) : std::expected<quint16, DatabaseFault>(0);
        if (!number)
            return false;
        for (Task task : tasks) {
            if (file)
                task.origin = *number;
            if (!insert(insertion, app, task))
                return false;
            const bool isNew = insertion.rowsChanged() == 1;
            if (!isNew
                && !filling.run({ storedText(task.note), storedAudience(task.audience), storedText(task.title),
                    storedText(task.description), storedTime(task.goesOutAt), app.text, task.id }))
                return false;
            ++(isNew ? added.added : added.merged);
        }
        return added.added == 0 || m_files.note(app, name, *number);
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
