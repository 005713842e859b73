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

/// Everything but ID and times as one number, as it stands in a TaskBrief: of a million rows each further value would
/// take a tenth of a second. What this program does not know becomes the cautious value, as in storedvalues.h.
QString selectBriefs()
{
    static const QString text = [] {
        QString audience = QStringLiteral("0");
        for (const Audience known : { Audience::All, Audience::Tag, Audience::User })
            audience = QStringLiteral("iif(audience = '%1', %2, %3)")
                           .arg(audienceWord(known), QString::number(int(known) + 1), audience);
        QString outcome = QString::number(int(Outcome::Unknown) + 1);
        for (int known = 0; known <= int(Outcome::Withdrawn); ++known)
            outcome = QStringLiteral("iif(last_outcome = '%1', %2, %3)")
                          .arg(outcomeWord(Outcome(known)), QString::number(known + 1), outcome);
        // Each shift in parentheses: in SQL it binds no closer than |.
        return QStringLiteral(
            "SELECT task_id, goes_out_ms, last_result_ms, iif(status BETWEEN 0 AND %1, status, %1)"
            " | (ifnull(%2, 0) << 3) | (iif(last_outcome IS NULL, 0, %3) << 5) | ((last_checked <> 0) << 8)"
            " | ((from_service <> 0) << 9) | (min(max(last_code, 0), %4) << 10)"
            " | (iif(origin BETWEEN 0 AND %5, origin, 0) << 30) FROM tasks")
            .arg(QString::number(int(TaskStatus::Other)), audience, outcome, QString::number(TaskBrief::longestCode),
                QString::number(origin::lastFile));
    }();
    return text;
}

TaskBrief briefOfRow(const Statement& row)
{
    TaskBrief brief;
    brief.id = row.number(0);
    if (!row.isNull(1))
        brief.goesOutMs = briefTime(row.number(1));
    if (!row.isNull(2))
        brief.resultSeconds = quint32(std::clamp<qint64>(row.number(2) / 1000, 1, std::numeric_limits<quint32>::max()));
    const auto packed = quint64(row.number(3));
    brief.statusNumber = packed & 7;
    brief.audienceNumber = packed >> 3 & 3;
    brief.outcomeNumber = packed >> 5 & 7;
    brief.isChecked = packed >> 8 & 1;
    brief.isReadFromService = packed >> 9 & 1;
    brief.code = packed >> 10 & TaskBrief::longestCode;
    brief.originNumber = origin::numberFrom(qint64(packed >> 30));
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
    Statement statement(
        m_database, selectBriefs() + QStringLiteral(" WHERE app = ? AND task_id > ? ORDER BY task_id LIMIT ?"));
    return statement.run({ app.text, after, atMost }) ? briefsOf(statement)
                                                      : std::unexpected { m_database.lastFault() };
}

std::expected<QList<TaskBrief>, DatabaseFault> TaskList::soonest(const AppKey& app, int atMost)
{
    Statement statement(m_database,
        selectBriefs()
            + QStringLiteral(" WHERE app = ? AND goes_out_ms IS NOT NULL ORDER BY goes_out_ms, task_id LIMIT ?"));
    return statement.run({ app.text, atMost }) ? briefsOf(statement) : std::unexpected { m_database.lastFault() };
}

std::expected<TaskList::Found, DatabaseFault> TaskList::find(
    const AppKey& app, const TaskWords& words, TaskId after, int atMost)
{
    Found found;
    // As bytes: of a million rows turning each into a QString would take as long as all the rest.
    Statement statement(m_database,
        QStringLiteral("SELECT task_id, CAST(ifnull(title, '') || char(10) || ifnull(description, '') || char(10)"
                       " || ifnull(note, '') AS BLOB) FROM tasks WHERE app = ? AND task_id > ? ORDER BY task_id"
                       " LIMIT ?"));
    if (statement.run({ app.text, after, atMost })) {
        while (statement.next()) {
            found.last = statement.number(0);
            ++found.looked;
            if (words.areIn(found.last, statement.value(1).toByteArray()))
                found.ids.append(found.last);
        }
        if (statement.wasReadToTheEnd())
            return found;
    }
    return std::unexpected { m_database.lastFault() };
}

std::expected<QList<Task>, DatabaseFault> TaskList::words(const AppKey& app, TaskId after, int atMost)
{
    QList<Task> tasks;
    Statement statement(m_database,
        QStringLiteral(
            "SELECT task_id, title, note FROM tasks WHERE app = ? AND task_id > ? ORDER BY task_id LIMIT ?"));
    if (statement.run({ app.text, after, atMost })) {
        while (statement.next()) {
            Task task;
            task.id = statement.number(0);
            task.title = statement.text(1);
            task.note = statement.text(2);
            tasks.append(task);
        }
        if (statement.wasReadToTheEnd())
            return tasks;
    }
    return std::unexpected { m_database.lastFault() };
}

std::expected<QList<TaskBrief>, DatabaseFault> TaskList::briefsOf(Statement& rows)
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
        const QString name = file ? origin::fileName(*file) : QString();
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
