#include "store/savedchecks.h"

#include "store/statement.h"
#include "store/storedvalues.h"

namespace pushbrake {

namespace {

/// In the order of checkVerdicts.
QString countColumns()
{
    return QStringLiteral("differs, missing, going_out, not_expected, not_read, as_expected");
}

SavedCheck checkOfRow(const Statement& row)
{
    SavedCheck check { row.text(1), row.number(2) != 0, row.number(0), intFrom(row.value(3)), timeFrom(row.value(4)) };
    int column = 5;
    for (const CheckVerdict verdict : checkVerdicts)
        check.counts.of(verdict) = intFrom(row.value(column++));
    return check;
}

bool removeAll(Database& database, qint64 check)
{
    Statement expectations(database, QStringLiteral("DELETE FROM expectations WHERE check_id = ?"));
    Statement itself(database, QStringLiteral("DELETE FROM checks WHERE id = ?"));
    return expectations.run({ check }) && itself.run({ check });
}

/// The last millisecond of a minute stands for all of it: a time to the second has no such part.
constexpr qint64 aMinute = 60'000;

QVariant storedMoment(const Expectation& expected)
{
    const QVariant stored = storedTime(expected.goesOutAt);
    if (stored.isNull() || expected.precision == TimePrecision::Second)
        return stored;
    return stored.toLongLong() + aMinute - 1;
}

void setMoment(Expectation& expected, const QVariant& stored)
{
    expected.goesOutAt = timeFrom(stored);
    if (!expected.goesOutAt.isValid() || (stored.toLongLong() + 1) % aMinute != 0)
        return;
    expected.goesOutAt = expected.goesOutAt.addMSecs(1 - aMinute);
    expected.precision = TimePrecision::Minute;
}

bool insertExpectations(Database& database, qint64 check, const QList<Expectation>& expected)
{
    Statement insertion(database,
        QStringLiteral("INSERT INTO expectations (check_id, position, task_id, goes_out_ms, audience, title)"
                       " VALUES (?, ?, ?, ?, ?, ?)"));
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const Expectation& one = expected.at(i);
        if (!insertion.run(
                { check, i, one.id, storedMoment(one), storedAudience(one.audience), storedText(one.title) }))
            return false;
    }
    return true;
}

} // namespace

SavedChecks::SavedChecks(Database& database)
    : m_database(database)
{
}

std::expected<QList<SavedCheck>, DatabaseFault> SavedChecks::of(const AppKey& app) const
{
    QList<SavedCheck> checks;
    Statement statement(m_database,
        QStringLiteral("SELECT id, name, looks_for_others,"
                       " (SELECT count(*) FROM expectations WHERE check_id = id), read_ms, ")
            + countColumns() + QStringLiteral(" FROM checks WHERE app = ? ORDER BY name COLLATE NOCASE, name"));
    if (statement.run({ app.text })) {
        while (statement.next())
            checks.append(checkOfRow(statement));
        if (statement.wasReadToTheEnd())
            return checks;
    }
    return std::unexpected { m_database.lastFault() };
}

std::expected<QList<Expectation>, DatabaseFault> SavedChecks::expectations(qint64 check) const
{
    QList<Expectation> expected;
    Statement statement(m_database,
        QStringLiteral("SELECT task_id, goes_out_ms, audience, title FROM expectations WHERE check_id = ?"
                       " ORDER BY position"));
    if (statement.run({ check })) {
        while (statement.next()) {
            expected.append({ statement.number(0), {}, audienceFrom(statement.value(2)), statement.text(3) });
            setMoment(expected.last(), statement.value(1));
        }
        if (statement.wasReadToTheEnd())
            return expected;
    }
    return std::unexpected { m_database.lastFault() };
}

std::expected<qint64, DatabaseFault> SavedChecks::save(
    const AppKey& app, const SavedCheck& check, const QList<Expectation>& expected)
{
    qint64 id = 0;
    const bool isCommitted = m_database.transaction([&] {
        Statement known(m_database, QStringLiteral("SELECT id FROM checks WHERE app = ? AND name = ?"));
        if (!known.run({ app.text, check.name }))
            return false;
        const auto former = known.numbers();
        if (!former || (!former->isEmpty() && !removeAll(m_database, former->first())))
            return false;
        Statement insertion(
            m_database, QStringLiteral("INSERT INTO checks (app, name, looks_for_others) VALUES (?, ?, ?)"));
        if (!insertion.run({ app.text, check.name, int(check.looksForOthers) }))
            return false;
        id = insertion.insertedId();
        return insertExpectations(m_database, id, expected);
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return id;
}

std::expected<void, DatabaseFault> SavedChecks::noteRead(qint64 check, const QDateTime& at, const CheckCounts& counts)
{
    const bool isCommitted = m_database.transaction([&] {
        Statement statement(m_database,
            QStringLiteral("UPDATE checks SET read_ms = ?, differs = ?, missing = ?, going_out = ?, not_expected = ?,"
                           " not_read = ?, as_expected = ? WHERE id = ?"));
        QList<QVariant> values { storedTime(at) };
        for (const CheckVerdict verdict : checkVerdicts)
            values.append(counts.of(verdict));
        values.append(check);
        return statement.run(values);
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return {};
}

std::expected<bool, DatabaseFault> SavedChecks::rename(qint64 check, const QString& name)
{
    bool isFree = false;
    const bool isCommitted = m_database.transaction([&] {
        Statement statement(m_database,
            QStringLiteral("UPDATE checks SET name = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM checks AS other"
                           " WHERE other.app = checks.app AND other.name = ? AND other.id <> checks.id)"));
        if (!statement.run({ name, check, name }))
            return false;
        isFree = statement.rowsChanged() == 1;
        return true;
    });
    if (!isCommitted)
        return std::unexpected { m_database.lastFault() };
    return isFree;
}

std::expected<void, DatabaseFault> SavedChecks::remove(qint64 check)
{
    if (!m_database.transaction([&] { return removeAll(m_database, check); }))
        return std::unexpected { m_database.lastFault() };
    return {};
}

} // namespace pushbrake
