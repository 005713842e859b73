#include "store/rawrows.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>

#include <sqlite3.h>

#include <cstring>

namespace pushbrake {

namespace {

/// Null for another driver. Qt's is linked with the system's library, as this program is: a connection of one must not
/// be given to another.
sqlite3* handleOf(const QSqlDatabase& connection)
{
    const QVariant handle = connection.driver()->handle();
    if (std::strcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3* const*>(handle.constData());
}

} // namespace

RawRows::RawRows(Database& database, const QByteArray& query, std::initializer_list<Value> values)
    : m_database(database)
{
    sqlite3* connection = handleOf(database.connection());
    const int prepared = connection
        ? sqlite3_prepare_v2(connection, query.constData(), int(query.size()), &m_statement, nullptr)
        : SQLITE_CANTOPEN;
    if (prepared != SQLITE_OK) {
        noteFault(prepared);
        return;
    }
    int position = 0;
    for (const Value& value : values) {
        ++position;
        if (const auto* number = std::get_if<qint64>(&value)) {
            sqlite3_bind_int64(m_statement, position, *number);
        } else {
            const QByteArray text = std::get<QString>(value).toUtf8();
            sqlite3_bind_text(m_statement, position, text.constData(), int(text.size()), SQLITE_TRANSIENT);
        }
    }
}

RawRows::~RawRows()
{
    sqlite3_finalize(m_statement);
}

bool RawRows::next()
{
    if (!m_statement)
        return false;
    const int stepped = sqlite3_step(m_statement);
    if (stepped == SQLITE_ROW)
        return true;
    if (stepped == SQLITE_DONE)
        m_isAtEnd = true;
    else
        noteFault(stepped);
    return false;
}

bool RawRows::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 RawRows::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

// As a blob, which it is not: for a text SQLite would make a copy that ends with a zero.
QByteArrayView RawRows::text(int column) const
{
    const void* text = sqlite3_column_blob(m_statement, column);
    return { static_cast<const char*>(text), text ? sqlite3_column_bytes(m_statement, column) : 0 };
}

void RawRows::noteFault(int code)
{
    m_database.noteFault(QSqlError({}, {}, QSqlError::StatementError, QString::number(code)));
}

} // namespace pushbrake
