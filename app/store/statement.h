// One prepared statement of a Database, to be run many times. What goes wrong is noted there. Lives on the stack.
#pragma once

#include "store/database.h"

#include <QList>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <initializer_list>
#include <optional>

namespace pushbrake {

class Statement
{
public:
    Statement(Database& database, const QString& text)
        : m_database(database)
        , m_query(database.connection())
    {
        m_query.setForwardOnly(true);
        m_isPrepared = m_query.prepare(text);
        if (!m_isPrepared)
            m_database.noteFault(m_query.lastError());
    }

    /// Runs it with these values for its `?`, in order.
    bool run(std::initializer_list<QVariant> values) { return runWith(values); }
    bool run(const QList<QVariant>& values) { return runWith(values); }
    /// Runs it; true only when exactly one row was changed.
    bool changesOneRow(std::initializer_list<QVariant> values) { return run(values) && rowsChanged() == 1; }
    int rowsChanged() const { return m_query.numRowsAffected(); }

    /// The next row. False at the end and on a fault; wasReadToTheEnd() tells which.
    bool next() { return m_query.next(); }
    void finish() { m_query.finish(); } ///< before a write, when rows are left unread
    bool wasReadToTheEnd() { return !m_query.lastError().isValid() || noted(); }
    /// The first column of all rows; nothing when they cannot be read.
    std::optional<QList<qint64>> numbers()
    {
        QList<qint64> numbers;
        while (next())
            numbers.append(number(0));
        return wasReadToTheEnd() ? std::optional(numbers) : std::nullopt;
    }
    QVariant value(int column) const { return m_query.value(column); }
    bool isNull(int column) const { return m_query.isNull(column); }
    QString text(int column) const { return m_query.value(column).toString(); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }

private:
    template<typename Values> bool runWith(const Values& values)
    {
        if (!m_isPrepared)
            return false;
        int position = 0;
        for (const QVariant& value : values)
            m_query.bindValue(position++, value);
        return m_query.exec() || noted();
    }

    bool noted() ///< always false, so that it can end an expression
    {
        m_database.noteFault(m_query.lastError());
        return false;
    }

    Database& m_database;
    QSqlQuery m_query;
    bool m_isPrepared = false;
};

} // namespace pushbrake
