#include "store/retention.h"

#include "store/statement.h"
#include "store/storedvalues.h"

#include <algorithm>

namespace pushbrake {

namespace {

constexpr int runsAtOnce = 100;
constexpr int pushesAtOnce = 5'000;

/// What answered for a push of an earlier run that is not known stays with it: otherwise that would be asked again.
QString isRemovable()
{
    return QStringLiteral("r.ending IS NOT NULL AND ifnull(r.ended_ms, r.started_ms) < ? AND NOT EXISTS"
                          " (SELECT 1 FROM journal AS j WHERE j.run_id = r.id AND j.outcome = 'unknown')"
                          " AND NOT EXISTS (SELECT 1 FROM journal AS l JOIN journal AS j ON j.task_id = l.task_id"
                          " AND j.run_id < l.run_id AND j.outcome = 'unknown' WHERE l.run_id = r.id)");
}

} // namespace

Retention::Retention(Database& database)
    : m_database(database)
{
}

std::expected<Retention::Amount, DatabaseFault> Retention::olderThan(const QDateTime& time) const
{
    Statement counted(m_database,
        QStringLiteral("SELECT count(*), ifnull(sum(r.task_count), 0) FROM runs AS r WHERE ") + isRemovable());
    if (!counted.run({ storedTime(time) }) || !counted.next())
        return std::unexpected { m_database.lastFault() };
    return Amount { int(counted.number(0)), int(counted.number(1)) };
}

std::expected<Retention::Amount, DatabaseFault> Retention::removeSome(const QDateTime& time)
{
    Amount removed;
    QList<qint64> runs;
    Statement old(m_database,
        QStringLiteral("SELECT r.id, r.task_count FROM runs AS r WHERE %1 ORDER BY r.id LIMIT %2")
            .arg(isRemovable())
            .arg(runsAtOnce));
    if (!old.run({ storedTime(time) }))
        return std::unexpected { m_database.lastFault() };
    while (removed.pushes < pushesAtOnce && old.next()) {
        runs.append(old.number(0));
        removed.pushes += int(old.number(1));
    }
    if (!old.wasReadToTheEnd())
        return std::unexpected { m_database.lastFault() };
    old.finish();
    removed.runs = int(runs.size());
    const bool isCommitted = runs.isEmpty() || m_database.transaction([&] {
        Statement events(m_database, QStringLiteral("DELETE FROM events WHERE run_id = ?"));
        Statement rows(m_database, QStringLiteral("DELETE FROM journal WHERE run_id = ?"));
        Statement run(m_database, QStringLiteral("DELETE FROM runs WHERE id = ?"));
        return std::all_of(runs.cbegin(), runs.cend(),
            [&](qint64 id) { return events.run({ id }) && rows.run({ id }) && run.run({ id }); });
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return removed;
}

} // namespace pushbrake
