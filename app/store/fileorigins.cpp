#include "store/fileorigins.h"

#include "domain/foreigntext.h"
#include "store/statement.h"

namespace pushbrake {

namespace {

constexpr qsizetype longestName = 120;

/// Of controls, marks of direction and the like: a name with them could show as another one.
bool isUnseen(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

} // namespace

FileOrigins::FileOrigins(Database& database)
    : m_database(database)
{
}

// The end of a name tells more than its middle: there are the day and the kind of the file.
QString FileOrigins::keptName(const QString& foreign)
{
    QString seen;
    const QList<uint> letters = withoutSecretShapes(foreign).toUcs4();
    for (const char32_t letter : letters)
        seen += isUnseen(letter) ? QStringLiteral(" ") : QString::fromUcs4(&letter, 1);
    seen = seen.simplified();
    if (seen.size() <= longestName)
        return seen;
    constexpr qsizetype half = longestName / 2 - 1;
    QString head = seen.first(half);
    QString tail = seen.last(half);
    if (head.back().isHighSurrogate())
        head.chop(1);
    if (tail.front().isLowSurrogate())
        tail.remove(0, 1);
    return head + QChar(0x2026) + tail;
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
