#include "store/fileorigins.h"

#include "store/statement.h"

namespace pushbrake {

FileOrigins::FileOrigins(Database& database)
    : m_database(database)
{
}

std::expected<QStringList, DatabaseFault> FileOrigins::names(const AppKey& app, int atMost) const
{
    QStringList names;
    Statement known(m_database, QStringLiteral("SELECT file FROM origins WHERE app = ? ORDER BY used DESC LIMIT ?"));
    if (known.run({ app.text, atMost })) {
        while (known.next())
            names << known.text(0);
        if (known.wasReadToTheEnd())
            return names;
    }
    return std::unexpected { m_database.lastFault() };
}

std::expected<std::optional<quint16>, DatabaseFault> FileOrigins::numberOf(const AppKey& app, const QString& name) const
{
    Statement known(m_database, QStringLiteral("SELECT id FROM origins WHERE app = ? AND file = ?"));
    const auto numbers = known.run({ app.text, name }) ? known.numbers() : std::nullopt;
    if (!numbers)
        return std::unexpected { m_database.lastFault() };
    return numbers->isEmpty() ? std::nullopt : std::optional(origin::numberFrom(numbers->first()));
}

std::expected<QString, DatabaseFault> FileOrigins::nameOf(quint16 number) const
{
    Statement known(m_database, QStringLiteral("SELECT file FROM origins WHERE id = ?"));
    if (!known.run({ int(number) }))
        return std::unexpected { m_database.lastFault() };
    if (known.next())
        return known.text(0);
    if (!known.wasReadToTheEnd())
        return std::unexpected { m_database.lastFault() };
    return QString();
}

std::expected<quint16, DatabaseFault> FileOrigins::numberFor(const AppKey& app, const QString& name) const
{
    if (name.isEmpty())
        return origin::someFile;
    const auto own = numberOf(app, name);
    if (!own || *own)
        return own ? std::expected<quint16, DatabaseFault>(**own) : std::unexpected { own.error() };
    Statement free(m_database, QStringLiteral("SELECT ifnull(max(id), ?) + 1 FROM origins"));
    const auto numbers = free.run({ int(origin::firstFile) - 1 }) ? free.numbers() : std::nullopt;
    if (!numbers)
        return std::unexpected { m_database.lastFault() };
    return numbers->first() <= origin::lastFile ? quint16(numbers->first()) : origin::someFile;
}

bool FileOrigins::note(const AppKey& app, const QString& name, quint16 number)
{
    if (number < origin::firstFile)
        return true;
    Statement note(m_database,
        QStringLiteral("INSERT INTO origins (id, app, file, used)"
                       " VALUES (?, ?, ?, (SELECT ifnull(max(used), 0) + 1 FROM origins))"
                       " ON CONFLICT (id) DO UPDATE SET used = excluded.used"));
    return note.run({ int(number), app.text, name });
}

} // namespace pushbrake
