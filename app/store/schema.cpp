#include "store/schema.h"

#include <QRegularExpression>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

namespace pushbrake {

namespace {

/// Times are milliseconds since 1970 in UTC; NULL is "not known". Words are those of domain/, so that support can read
/// a file that was sent in; numbers of statuses and network faults are those of storedvalues.h. A journal row whose
/// outcome is 'unknown' is one that still needs somebody: planned, sending, or settled as unknown.
const QStringList& statementsOfVersion1()
{
    static const QStringList statements {
        QStringLiteral("CREATE TABLE tasks (profile_id TEXT NOT NULL, task_id INTEGER NOT NULL CHECK (task_id > 0),"
                       " audience TEXT, title TEXT, description TEXT, goes_out_ms INTEGER, status INTEGER NOT NULL,"
                       " status_word TEXT, note TEXT, push_task_id TEXT, last_outcome TEXT, last_code INTEGER NOT NULL,"
                       " last_result_ms INTEGER, last_checked INTEGER NOT NULL, from_service INTEGER NOT NULL,"
                       " PRIMARY KEY (profile_id, task_id)) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id TEXT NOT NULL,"
                       " started_ms INTEGER NOT NULL, task_count INTEGER NOT NULL) STRICT"),
        QStringLiteral(
            "CREATE TABLE journal (run_id INTEGER NOT NULL REFERENCES runs (id), position INTEGER NOT NULL,"
            " task_id INTEGER NOT NULL CHECK (task_id > 0), audience TEXT NOT NULL, title TEXT,"
            " goes_out_ms INTEGER, state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'settled')),"
            " outcome TEXT NOT NULL CHECK (state = 'settled' OR outcome = 'unknown'), checked INTEGER NOT NULL,"
            " code INTEGER NOT NULL, fault INTEGER NOT NULL, http_status INTEGER NOT NULL, service_text TEXT,"
            " attempts INTEGER NOT NULL, random INTEGER NOT NULL, sent_ms INTEGER, earlier_random INTEGER NOT NULL,"
            " earlier_sent_ms INTEGER, settled_ms INTEGER, PRIMARY KEY (run_id, task_id)) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX journal_unknown ON journal (run_id) WHERE outcome = 'unknown'"),
        QStringLiteral("CREATE INDEX journal_task ON journal (task_id)"),
    };
    return statements;
}

/// Whether the service itself had called the task pending before it was sent: only then does "no such task" mean that
/// the attempt took it away.
const QStringList& statementsOfVersion2()
{
    static const QStringList statements {
        QStringLiteral("ALTER TABLE journal ADD COLUMN seen_pending INTEGER NOT NULL DEFAULT 0"),
    };
    return statements;
}

/// What the run does to the task: everything that was written before this version is a deletion.
const QStringList& statementsOfVersion3()
{
    static const QStringList statements {
        QStringLiteral("ALTER TABLE journal ADD COLUMN deed TEXT NOT NULL DEFAULT 'delete'"),
    };
    return statements;
}

/// List and runs belong to an app (domain/appkey.h). For which one the rows of a profile were written is not known
/// here: they wait for ProfileApps, and that nobody knew stays recorded with their runs.
const QStringList& statementsOfVersion4()
{
    static const QStringList statements {
        QStringLiteral("ALTER TABLE tasks RENAME COLUMN profile_id TO app"),
        QStringLiteral("ALTER TABLE runs RENAME COLUMN profile_id TO app"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN app_recorded INTEGER NOT NULL DEFAULT 1"),
        QStringLiteral("UPDATE tasks SET app = 'profile/' || app WHERE app <> 'practice'"),
        QStringLiteral("UPDATE runs SET app = 'profile/' || app, app_recorded = 0 WHERE app <> 'practice'"),
        QStringLiteral("CREATE TABLE profile_apps (profile_id TEXT NOT NULL PRIMARY KEY, app TEXT NOT NULL)"
                       " STRICT, WITHOUT ROWID"),
    };
    return statements;
}

/// When an attempt left by the computer's own clock, where sent_ms is the service's time: only the same clock tells how
/// long ago it was.
const QStringList& statementsOfVersion5()
{
    static const QStringList statements {
        QStringLiteral("ALTER TABLE journal ADD COLUMN left_ms INTEGER"),
        QStringLiteral("ALTER TABLE journal ADD COLUMN earlier_left_ms INTEGER"),
    };
    return statements;
}

/// When a person said that they have seen to a row whose end is not known: it is not offered again, and stays not
/// known.
const QStringList& statementsOfVersion6()
{
    static const QStringList statements {
        QStringLiteral("ALTER TABLE journal ADD COLUMN seen_to_ms INTEGER"),
    };
    return statements;
}

/// A read that fails tells nothing of what is in the file. It must not be called damaged: that would put it aside.
DatabaseFault faultOfReading(const QSqlError& error)
{
    const DatabaseFault fault = faultOf(error);
    return fault == DatabaseFault::WriteFailed ? DatabaseFault::CannotOpen : fault;
}

/// Of what quick_check found. A page that the disk did not give is told as "unable to get the page. error code=266".
DatabaseFault faultOfFinding(const QString& finding)
{
    constexpr int diskError = 10; // SQLITE_IOERR
    static const QRegularExpression codeInIt(QStringLiteral("error code=(\\d+)"));
    const int code = codeInIt.match(finding).captured(1).toInt();
    return (code & 0xff) == diskError ? DatabaseFault::CannotOpen : DatabaseFault::Damaged;
}

/// History: who ran it on which app, how it ended and what came of it (the counts are those of the journal's rows, set
/// when the last of them is settled); and each request with its answer, in the order asked. What no index finds at
/// once is looked through in the order of time, newest first; rows that are not settled come before all others.
const QStringList& statementsOfVersion7()
{
    static const QStringList statements {
        QStringLiteral("ALTER TABLE runs ADD COLUMN os_user TEXT"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN app_name TEXT"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN app_colour TEXT"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN real_users INTEGER"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN forecast_ms INTEGER"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN forecast_stopped INTEGER"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN ended_ms INTEGER"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN ending TEXT"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN too_late INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN unknown INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN not_sent INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral(
            "CREATE TABLE events (run_id INTEGER NOT NULL, task_id INTEGER NOT NULL,"
            " number INTEGER NOT NULL, kind TEXT NOT NULL, random INTEGER NOT NULL, has_left INTEGER NOT NULL,"
            " sent_ms INTEGER, answered_ms INTEGER, code INTEGER NOT NULL, fault INTEGER NOT NULL,"
            " http_status INTEGER NOT NULL, service_text TEXT, status INTEGER NOT NULL,"
            " PRIMARY KEY (run_id, task_id, number)) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX journal_open ON journal (run_id) WHERE state <> 'settled'"),
        QStringLiteral("CREATE INDEX journal_when ON journal (ifnull(settled_ms, 9223372036854775807))"),
        QStringLiteral("CREATE INDEX journal_outcome ON journal (outcome, ifnull(settled_ms, 9223372036854775807))"),
        QStringLiteral("CREATE INDEX runs_app ON runs (app)"),
        QStringLiteral("CREATE INDEX runs_open ON runs (id) WHERE ending IS NULL"),
        QStringLiteral(
            "UPDATE runs SET ended_ms = c.ended_ms, ending = iif(c.withdrawn > 0, 'stopped', 'finished'),"
            " cancelled = c.cancelled, too_late = c.too_late, rejected = c.rejected, unknown = c.unknown,"
            " not_sent = c.not_sent, withdrawn = c.withdrawn FROM (SELECT run_id, max(settled_ms) AS ended_ms,"
            " sum(outcome = 'cancelled') AS cancelled, sum(outcome = 'too_late') AS too_late,"
            " sum(outcome = 'rejected') AS rejected, sum(outcome = 'unknown') AS unknown,"
            " sum(outcome = 'not_sent') AS not_sent, sum(outcome = 'withdrawn') AS withdrawn"
            " FROM journal GROUP BY run_id HAVING sum(state <> 'settled') = 0) AS c WHERE runs.id = c.run_id"),
    };
    return statements;
}

/// Checks that a person saved under a name, and what came of the last one: the counts are those of checkcounts.h. And
/// the top of a long list, which is read before the rest of it.
const QStringList& statementsOfVersion8()
{
    static const QStringList statements {
        QStringLiteral("CREATE TABLE checks (id INTEGER PRIMARY KEY, app TEXT NOT NULL, name TEXT NOT NULL,"
                       " looks_for_others INTEGER NOT NULL, read_ms INTEGER, differs INTEGER NOT NULL DEFAULT 0,"
                       " missing INTEGER NOT NULL DEFAULT 0, going_out INTEGER NOT NULL DEFAULT 0,"
                       " not_expected INTEGER NOT NULL DEFAULT 0, not_read INTEGER NOT NULL DEFAULT 0,"
                       " as_expected INTEGER NOT NULL DEFAULT 0, UNIQUE (app, name)) STRICT"),
        QStringLiteral("CREATE TABLE expectations (check_id INTEGER NOT NULL REFERENCES checks (id),"
                       " position INTEGER NOT NULL, task_id INTEGER NOT NULL CHECK (task_id > 0), goes_out_ms INTEGER,"
                       " audience TEXT, title TEXT, PRIMARY KEY (check_id, position)) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX tasks_due ON tasks (app, goes_out_ms)"),
    };
    return statements;
}

/// Where each push was first known from (domain/origin.h), and the names of the files among that, the one used last
/// with the highest `used`: 0 for what is listed already.
const QStringList& statementsOfVersion9()
{
    static const QStringList statements {
        QStringLiteral("CREATE TABLE origins (id INTEGER PRIMARY KEY CHECK (id >= 16), app TEXT NOT NULL,"
                       " file TEXT NOT NULL, used INTEGER NOT NULL, UNIQUE (app, file)) STRICT"),
        QStringLiteral("ALTER TABLE tasks ADD COLUMN origin INTEGER NOT NULL DEFAULT 0"),
    };
    return statements;
}

std::expected<QVariant, DatabaseFault> oneValue(const QSqlDatabase& connection, const QString& statement)
{
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    if (!query.exec(statement) || !query.next())
        return std::unexpected { faultOfReading(query.lastError()) };
    return query.value(0);
}

/// Version 0 is an empty file; any other is one in which our tables stand.
bool isOurs(int version, int allTables, int ourTables)
{
    const int made = version < 4 ? 3 : version < 7 ? 4 : version < 8 ? 5 : version < 9 ? 7 : 8;
    return version == 0 ? allTables == 0 : version > 0 && ourTables == made;
}

} // namespace

DatabaseFault faultOf(const QSqlError& error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) { // the low byte is the kind, the rest the detail
    case 1: // SQLITE_ERROR: our statements are right, so the tables are not those we made
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return DatabaseFault::Damaged;
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return DatabaseFault::InUse;
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
        return DatabaseFault::ReadOnly;
    case 13: // SQLITE_FULL
        return DatabaseFault::Full;
    case 14: // SQLITE_CANTOPEN
        return DatabaseFault::CannotOpen;
    default: return DatabaseFault::WriteFailed;
    }
}

std::expected<int, DatabaseFault> checkTables(const QSqlDatabase& connection)
{
    const auto version = oneValue(connection, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return std::unexpected { version.error() };
    if (version->toInt() > schemaVersion)
        return std::unexpected { DatabaseFault::TooNew };
    const auto all = oneValue(connection, QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    const auto ours = oneValue(connection,
        QStringLiteral(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('tasks', 'runs', 'journal',"
            " 'profile_apps', 'events', 'checks', 'expectations', 'origins')"));
    if (!all || !ours)
        return std::unexpected { all ? ours.error() : all.error() };
    if (!isOurs(version->toInt(), all->toInt(), ours->toInt()))
        return std::unexpected { DatabaseFault::Damaged };
    return version->toInt();
}

std::expected<void, DatabaseFault> checkPages(const QSqlDatabase& connection)
{
    const auto soundness = oneValue(connection, QStringLiteral("PRAGMA quick_check(1)"));
    if (!soundness)
        return std::unexpected { soundness.error() };
    if (soundness->toString() != QLatin1String("ok"))
        return std::unexpected { faultOfFinding(soundness->toString()) };
    return {};
}

std::optional<QSqlError> migrateSchema(const QSqlDatabase& connection, int fromVersion)
{
    QStringList statements;
    if (fromVersion < 1)
        statements += statementsOfVersion1();
    if (fromVersion < 2)
        statements += statementsOfVersion2();
    if (fromVersion < 3)
        statements += statementsOfVersion3();
    if (fromVersion < 4)
        statements += statementsOfVersion4();
    if (fromVersion < 5)
        statements += statementsOfVersion5();
    if (fromVersion < 6)
        statements += statementsOfVersion6();
    if (fromVersion < 7)
        statements += statementsOfVersion7();
    if (fromVersion < 8)
        statements += statementsOfVersion8();
    if (fromVersion < 9)
        statements += statementsOfVersion9();
    statements += QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion);
    for (const QString& statement : std::as_const(statements)) {
        if (QSqlQuery query(connection); !query.exec(statement))
            return query.lastError();
    }
    return std::nullopt;
}

} // namespace pushbrake
