#include "store/runend.h"

#include "store/statement.h"
#include "store/storedvalues.h"

#include <algorithm>
#include <optional>

namespace pushbrake {

namespace {

/// Whether it goes on; nothing when that cannot be read. One that was interrupted does not, whatever it has left.
std::optional<bool> goesOn(Database& database, qint64 runId)
{
    Statement open(database,
        QStringLiteral("SELECT 1 FROM journal WHERE run_id = ? AND state <> 'settled'"
                       " AND (SELECT ending FROM runs WHERE id = ?) IS NULL LIMIT 1"));
    if (!open.run({ runId, runId }))
        return std::nullopt;
    const bool isFound = open.next();
    return isFound || open.wasReadToTheEnd() ? std::optional(isFound) : std::nullopt;
}

bool count(Database& database, qint64 runId)
{
    Statement counted(database,
        QStringLiteral(
            "UPDATE runs SET cancelled = c.cancelled, too_late = c.too_late, rejected = c.rejected,"
            " unknown = c.unknown, not_sent = c.not_sent, withdrawn = c.withdrawn FROM"
            " (SELECT ifnull(sum(outcome = 'cancelled'), 0) AS cancelled,"
            " ifnull(sum(outcome = 'too_late'), 0) AS too_late, ifnull(sum(outcome = 'rejected'), 0) AS rejected,"
            " ifnull(sum(outcome = 'unknown' AND state = 'settled'), 0) AS unknown, ifnull(sum(outcome = 'not_sent'), "
            "0) AS not_sent,"
            " ifnull(sum(outcome = 'withdrawn'), 0) AS withdrawn FROM journal WHERE run_id = ?) AS c"
            " WHERE runs.id = ?"));
    return counted.run({ runId, runId });
}

} // namespace

bool noteEnd(Database& database, qint64 runId, const QDateTime& at)
{
    const auto isGoingOn = goesOn(database, runId);
    if (!isGoingOn || *isGoingOn)
        return isGoingOn.has_value();
    Statement end(database,
        QStringLiteral("UPDATE runs SET ended_ms = ifnull(ended_ms, ?),"
                       " ending = ifnull(ending, iif(withdrawn > 0, 'stopped', 'finished')) WHERE id = ?"));
    return count(database, runId) && end.run({ storedTime(at), runId });
}

bool noteInterrupted(Database& database, qint64 firstOwn)
{
    Statement open(database, QStringLiteral("SELECT id FROM runs WHERE ending IS NULL AND id < ?"));
    const auto runs = open.run({ firstOwn }) ? open.numbers() : std::nullopt;
    if (!runs)
        return false;
    // The last that is known of it. When the process ended nobody knows.
    Statement end(database,
        QStringLiteral("UPDATE runs SET ending = 'interrupted', ended_ms = (SELECT max(max(ifnull(settled_ms, 0),"
                       " ifnull(left_ms, 0), runs.started_ms)) FROM journal WHERE run_id = runs.id) WHERE id = ?"));
    return std::all_of(
        runs->cbegin(), runs->cend(), [&](qint64 run) { return end.run({ run }) && count(database, run); });
}

bool countAnew(Database& database, const QList<qint64>& runs)
{
    return std::all_of(runs.cbegin(), runs.cend(), [&database](qint64 run) { return count(database, run); });
}

} // namespace pushbrake
