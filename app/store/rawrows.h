// The rows of one query, read by SQLite's own functions: text is looked at where it lies, where QtSql would make a
// QString of it, which of a million rows takes longer than all the rest. For reading alone. Lives on the stack.
#pragma once

#include "store/database.h"

#include <QByteArrayView>

#include <initializer_list>
#include <variant>

struct sqlite3_stmt;

namespace pushbrake {

class RawRows
{
public:
    using Value = std::variant<qint64, QString>;

    /// `values`: for its `?`, in order. What goes wrong is noted in the database.
    RawRows(Database& database, const QByteArray& query, std::initializer_list<Value> values);
    ~RawRows();
    RawRows(const RawRows&) = delete;
    RawRows& operator=(const RawRows&) = delete;

    /// The next row. False at the end and on a fault; wasReadToTheEnd() tells which.
    bool next();
    bool wasReadToTheEnd() const { return m_isAtEnd; }
    bool isNull(int column) const;
    qint64 number(int column) const;
    /// UTF-8, until next(); empty for none.
    QByteArrayView text(int column) const;

private:
    void noteFault(int code);

    Database& m_database;
    sqlite3_stmt* m_statement = nullptr;
    bool m_isAtEnd = false;
};

} // namespace pushbrake
