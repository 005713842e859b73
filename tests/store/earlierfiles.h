// Database files as earlier versions left them, from those versions' own statements: no line of today's code makes
// them. For the store's tests, which share them.
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>

namespace earlierfiles {

inline const QString shop = QStringLiteral("shop"); // a profile's ID: earlier versions knew nothing else

inline const QStringList version1 {
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
inline const QString toVersion2
    = QStringLiteral("ALTER TABLE journal ADD COLUMN seen_pending INTEGER NOT NULL DEFAULT 0");

inline const QString toVersion3 = QStringLiteral("ALTER TABLE journal ADD COLUMN deed TEXT NOT NULL DEFAULT 'delete'");

inline const QStringList toVersion4 {
    QStringLiteral("ALTER TABLE tasks RENAME COLUMN profile_id TO app"),
    QStringLiteral("ALTER TABLE runs RENAME COLUMN profile_id TO app"),
    QStringLiteral("ALTER TABLE runs ADD COLUMN app_recorded INTEGER NOT NULL DEFAULT 1"),
    QStringLiteral("CREATE TABLE profile_apps (profile_id TEXT NOT NULL PRIMARY KEY, app TEXT NOT NULL)"
                   " STRICT, WITHOUT ROWID"),
};

inline const QStringList toVersion5 {
    QStringLiteral("ALTER TABLE journal ADD COLUMN left_ms INTEGER"),
    QStringLiteral("ALTER TABLE journal ADD COLUMN earlier_left_ms INTEGER"),
};
inline const QString toVersion6 = QStringLiteral("ALTER TABLE journal ADD COLUMN seen_to_ms INTEGER");

inline const QStringList toVersion7 {
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
    QStringLiteral("CREATE TABLE events (run_id INTEGER NOT NULL, task_id INTEGER NOT NULL,"
                   " number INTEGER NOT NULL, kind TEXT NOT NULL, random INTEGER NOT NULL, has_left INTEGER NOT NULL,"
                   " sent_ms INTEGER, answered_ms INTEGER, code INTEGER NOT NULL, fault INTEGER NOT NULL,"
                   " http_status INTEGER NOT NULL, service_text TEXT, status INTEGER NOT NULL,"
                   " PRIMARY KEY (run_id, task_id, number)) STRICT, WITHOUT ROWID"),
    QStringLiteral("CREATE INDEX journal_open ON journal (run_id) WHERE state <> 'settled'"),
    QStringLiteral("CREATE INDEX journal_when ON journal (ifnull(settled_ms, 9223372036854775807))"),
    QStringLiteral("CREATE INDEX journal_outcome ON journal (outcome, ifnull(settled_ms, 9223372036854775807))"),
    QStringLiteral("CREATE INDEX runs_app ON runs (app)"),
    QStringLiteral("CREATE INDEX runs_open ON runs (id) WHERE ending IS NULL"),
    QStringLiteral("UPDATE runs SET ended_ms = c.ended_ms, ending = iif(c.withdrawn > 0, 'stopped', 'finished'),"
                   " cancelled = c.cancelled, too_late = c.too_late, rejected = c.rejected, unknown = c.unknown,"
                   " not_sent = c.not_sent, withdrawn = c.withdrawn FROM (SELECT run_id, max(settled_ms) AS ended_ms,"
                   " sum(outcome = 'cancelled') AS cancelled, sum(outcome = 'too_late') AS too_late,"
                   " sum(outcome = 'rejected') AS rejected, sum(outcome = 'unknown') AS unknown,"
                   " sum(outcome = 'not_sent') AS not_sent, sum(outcome = 'withdrawn') AS withdrawn"
                   " FROM journal GROUP BY run_id HAVING sum(state <> 'settled') = 0) AS c WHERE runs.id = c.run_id"),
};

inline const QStringList toVersion8 {
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

inline const QStringList rows {
    QStringLiteral("INSERT INTO tasks VALUES ('shop', 7000000001, 'Tag', 'Summer sale', NULL, 1900000000123, 1,"
                   " 'pending', 'ask Ann', NULL, 'rejected', 90104, 1800000000456, 1, 1)"),
    QStringLiteral("INSERT INTO runs VALUES (4, 'shop', 1800000000000, 3)"),
    QStringLiteral(
        "INSERT INTO journal (run_id, position, task_id, audience, title, goes_out_ms, state, outcome, checked,"
        " code, fault, http_status, service_text, attempts, random, sent_ms, earlier_random, earlier_sent_ms,"
        " settled_ms) VALUES"
        " (4, 0, 7000000001, 'All', 'Summer sale', 1900000000123, 'settled', 'cancelled', 1, 0, 0, 200, 'ok',"
        " 2, 4294967295, 1800000000456, 17, 1800000000400, 1800000000789),"
        " (4, 1, 7000000002, 'User', NULL, NULL, 'sending', 'unknown', 0, 0, 0, 0, NULL, 1, 5, 1800000000500,"
        " 0, NULL, NULL),"
        " (4, 2, 9223372036854775807, 'Tag', 'Last', 1900000000999, 'planned', 'unknown', 0, 0, 0, 0, NULL, 0,"
        " 0, NULL, 0, NULL, NULL)"),
};

/// A file of that version, 1 to 8, with three rows of a run that was interrupted and one task; `further` statements are
/// carried out last.
inline bool make(int version, const QString& path, const QStringList& further = {})
{
    const QString name = QStringLiteral("earlier");
    bool isMade = true;
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        file.setDatabaseName(path);
        QStringList statements = version1;
        if (version >= 2)
            statements += toVersion2;
        if (version >= 3)
            statements += toVersion3;
        statements += rows;
        if (version >= 4)
            statements += toVersion4;
        if (version >= 5)
            statements += toVersion5;
        if (version >= 6)
            statements += toVersion6;
        if (version >= 7)
            statements += toVersion7;
        if (version >= 8)
            statements += toVersion8;
        if (version >= 2)
            statements += QStringLiteral("UPDATE journal SET seen_pending = 1 WHERE position = 0");
        statements += further;
        statements += QStringLiteral("PRAGMA user_version = %1").arg(version);
        isMade = file.open();
        for (const QString& statement : std::as_const(statements))
            isMade = isMade && QSqlQuery(file).exec(statement);
    }
    QSqlDatabase::removeDatabase(name);
    return isMade;
}

} // namespace earlierfiles
