#include "store/profileapps.h"

#include "domain/profile.h"
#include "store/statement.h"
#include "store/storedvalues.h"

namespace pushbrake {

ProfileApps::ProfileApps(Database& database)
    : m_database(database)
{
}

AppKey ProfileApps::appOf(const QString& profileId) const
{
    Statement known(m_database, QStringLiteral("SELECT app FROM profile_apps WHERE profile_id = ?"));
    if (profileId != practiceId && known.run({ profileId }) && known.next())
        return { known.text(0) };
    return AppKey::notRecorded(profileId);
}

std::expected<void, DatabaseFault> ProfileApps::adopt(const QString& profileId, const AppKey& app)
{
    // Practice is no profile that is saved, and most openings have nothing to write.
    if (profileId == practiceId || appOf(profileId) == app)
        return {};
    const AppKey waiting = AppKey::notRecorded(profileId);
    const bool isCommitted = m_database.transaction([&] {
        Statement remember(m_database,
            QStringLiteral("INSERT INTO profile_apps (profile_id, app) VALUES (?, ?)"
                           " ON CONFLICT (profile_id) DO UPDATE SET app = excluded.app"));
        return moveFiles(waiting, app) && moveTasks(waiting, app) && moveRuns(waiting, app)
            && remember.run({ profileId, app.text });
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

bool ProfileApps::moveTasks(const AppKey& from, const AppKey& to)
{
    // What the service described goes before what was typed, what is there before what comes.
    Statement move(m_database,
        QStringLiteral(
            "INSERT INTO tasks (app, task_id, audience, title, description, goes_out_ms, status, status_word, note,"
            " push_task_id, last_outcome, last_code, last_result_ms, last_checked, from_service, origin)"
            " SELECT ?, task_id, audience, title, description, goes_out_ms, iif(status = ?, ?, status),"
            " iif(status = ?, NULL, status_word), note, push_task_id, last_outcome, last_code, last_result_ms,"
            " last_checked, from_service, origin FROM tasks WHERE app = ?"
            " ON CONFLICT (app, task_id) DO UPDATE SET"
            " audience = iif(excluded.from_service > from_service, coalesce(excluded.audience, audience),"
            " coalesce(audience, excluded.audience)),"
            " title = iif(excluded.from_service > from_service, coalesce(excluded.title, title),"
            " coalesce(title, excluded.title)),"
            " description = iif(excluded.from_service > from_service, coalesce(excluded.description, description),"
            " coalesce(description, excluded.description)),"
            " goes_out_ms = iif(excluded.from_service > from_service, coalesce(excluded.goes_out_ms, goes_out_ms),"
            " coalesce(goes_out_ms, excluded.goes_out_ms)),"
            " status = iif(status = 0, excluded.status, status),"
            " status_word = iif(status = 0, excluded.status_word, status_word),"
            " note = iif(note <> excluded.note, note || ' / ' || excluded.note, coalesce(note, excluded.note)),"
            " push_task_id = coalesce(push_task_id, excluded.push_task_id),"
            " last_outcome = iif(excluded.last_result_ms > coalesce(last_result_ms, 0), excluded.last_outcome,"
            " last_outcome),"
            " last_code = iif(excluded.last_result_ms > coalesce(last_result_ms, 0), excluded.last_code, last_code),"
            " last_checked = iif(excluded.last_result_ms > coalesce(last_result_ms, 0), excluded.last_checked,"
            " last_checked),"
            " last_result_ms = iif(excluded.last_result_ms > coalesce(last_result_ms, 0), excluded.last_result_ms,"
            " last_result_ms),"
            " from_service = max(from_service, excluded.from_service),"
            " origin = iif(origin = 0, excluded.origin, origin)"));
    const QVariant pending = storedStatus(TaskStatus::Pending);
    Statement clear(m_database, QStringLiteral("DELETE FROM tasks WHERE app = ?"));
    return move.run({ to.text, pending, storedStatus(TaskStatus::NotRead), pending, from.text })
        && clear.run({ from.text });
}

// A file of the same name is one file.
bool ProfileApps::moveFiles(const AppKey& from, const AppKey& to)
{
    Statement join(m_database,
        QStringLiteral("UPDATE tasks SET origin = there.id FROM origins AS here JOIN origins AS there"
                       " ON there.file = here.file AND there.app = ? WHERE here.app = ? AND tasks.app = ?"
                       " AND tasks.origin = here.id"));
    Statement move(m_database, QStringLiteral("UPDATE OR IGNORE origins SET app = ? WHERE app = ?"));
    Statement clear(m_database, QStringLiteral("DELETE FROM origins WHERE app = ?"));
    return join.run({ to.text, from.text, from.text }) && move.run({ to.text, from.text }) && clear.run({ from.text });
}

bool ProfileApps::moveRuns(const AppKey& from, const AppKey& to)
{
    // "No such task" would prove a deletion only where the same app had called the task pending before.
    Statement doubt(m_database,
        QStringLiteral("UPDATE journal SET seen_pending = 0 WHERE outcome IN ('unknown', 'not_sent')"
                       " AND run_id IN (SELECT id FROM runs WHERE app = ?)"));
    Statement move(m_database, QStringLiteral("UPDATE runs SET app = ? WHERE app = ?"));
    return doubt.run({ from.text }) && move.run({ to.text, from.text });
}

} // namespace pushbrake
