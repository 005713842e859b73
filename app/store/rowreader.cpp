#include "store/rowreader.h"

#include "store/schema.h"

#include <QFile>

#include <sqlite3.h>

namespace pushbrake {

void RowReader::Closing::operator()(sqlite3* connection) const
{
    sqlite3_close_v2(connection);
}

void RowReader::Closing::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

std::expected<RowReader, DatabaseFault> RowReader::open(const QString& path)
{
    RowReader reader;
    sqlite3* connection = nullptr;
    const int answer = sqlite3_open_v2(
        QFile::encodeName(path).constData(), &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    reader.m_connection.reset(connection); // there even when it could not be opened
    if (answer != SQLITE_OK)
        return std::unexpected { DatabaseFault::CannotOpen };
    sqlite3_busy_timeout(connection, 2000);
    return reader;
}

bool RowReader::isSound()
{
    const bool isSound
        = run("SELECT * FROM pragma_quick_check(?)", QStringLiteral("1")) && next() && text(0) == QLatin1String("ok");
    m_statement.reset();
    return isSound;
}

bool RowReader::run(const QByteArray& statement, const QString& value)
{
    sqlite3_stmt* prepared = nullptr;
    m_isAtEnd = false;
    const int answer
        = sqlite3_prepare_v2(m_connection.get(), statement.constData(), int(statement.size()), &prepared, nullptr);
    m_statement.reset(prepared);
    const QByteArray bytes = value.toUtf8();
    return answer == SQLITE_OK
        && sqlite3_bind_text(prepared, 1, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT) == SQLITE_OK;
}

bool RowReader::next()
{
    const int answer = sqlite3_step(m_statement.get());
    m_isAtEnd = answer == SQLITE_DONE;
    return answer == SQLITE_ROW;
}

bool RowReader::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

QString RowReader::text(int column) const
{
    const unsigned char* bytes = sqlite3_column_text(m_statement.get(), column);
    return QString::fromUtf8(reinterpret_cast<const char*>(bytes), sqlite3_column_bytes(m_statement.get(), column));
}

qint64 RowReader::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

DatabaseFault RowReader::fault() const
{
    return faultOfCode(sqlite3_errcode(m_connection.get()));
}

} // namespace pushbrake
