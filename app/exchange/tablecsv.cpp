#include "exchange/tablecsv.h"

#include <algorithm>

namespace pushbrake {

namespace {

constexpr qsizetype exactDigits = 15;

bool isHarmful(const QString& text)
{
    if (text.isEmpty())
        return false;
    const QString beginnings = QStringLiteral("=+-@\t\r");
    const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return beginnings.contains(text.front()) || (digits && text.size() > exactDigits);
}

QString cell(QString text)
{
    if (isHarmful(text))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

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
