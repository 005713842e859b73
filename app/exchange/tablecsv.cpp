#include "exchange/tablecsv.h"

#include <QRegularExpression>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr qsizetype exactDigits = 15;

QString cell(const QString& text)
{
    const bool digits
        = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    QString written = digits && text.size() > exactDigits ? u'\'' + text : harmlessCell(text);
    return u'"' + written.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

/// Nothing that a terminal, a spreadsheet or an eye takes for something else: control characters, direction marks,
/// invisible ones.
bool isLeftOut(QChar c)
{
    if (c == u'\n' || c == u'\t')
        return false;
    const auto category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format;
}

} // namespace

QString harmlessCell(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    text.removeIf(isLeftOut);
    // Who takes another separator, or no notice of the quotes, sees a new cell behind each of these.
    static const QRegularExpression beginning(QStringLiteral("(\\A|[,;\\t\\n])([\\s\"']*)([=+@-])"));
    return text.replace(beginning, QStringLiteral("\\1\\2'\\3"));
}

QString unguardedCell(QString text)
{
    static const QRegularExpression guard(QStringLiteral("(\\A|[,;\\t\\n])([\\s\"']*)'([=+@-])"));
    return text.replace(guard, QStringLiteral("\\1\\2\\3"));
}

QByteArray tableToCsv(const QList<QStringList>& rows)
{
    QByteArray csv("\xEF\xBB\xBF");
    for (const QStringList& row : rows) {
        QStringList cells;
        std::transform(row.begin(), row.end(), std::back_inserter(cells), cell);
        csv += cells.join(u',').toUtf8() + "\r\n";
    }
    return csv;
}

} // namespace pushbrake
