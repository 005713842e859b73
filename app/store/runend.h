// When a run is over and what came of it, as the runs' own rows tell it without counting the journal's. Each function
// belongs inside a transaction of Journal, beside the change that it follows, and is false when a statement failed.
#pragma once

#include <QDateTime>
#include <QList>

namespace pushbrake {

class Database;

/// Nothing while a row of the run is not settled. Otherwise it ended at `at`, unless it had ended before, and its
/// counts are those of its rows.
[[nodiscard]] bool noteEnd(Database& database, qint64 runId, const QDateTime& at);
/// Runs before `firstOwn` whose end nobody has seen: this or another process of this program ended first.
[[nodiscard]] bool noteInterrupted(Database& database, qint64 firstOwn);
/// The counts of such runs anew, after rows that were left open were settled.
[[nodiscard]] bool countAnew(Database& database, const QList<qint64>& runs);

} // namespace pushbrake
