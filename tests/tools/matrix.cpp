#include "matrix.h"

#include <QRegularExpression>

namespace matrix {

namespace {

QString withoutCodeMarks(const QString& cell)
{
    return cell.size() > 2 && cell.startsWith(u'`') && cell.endsWith(u'`') ? cell.sliced(1, cell.size() - 2) : cell;
}

} // namespace

QList<Row> rowsOf(const QString& page)
{
    QList<Row> rows;
    const QStringList lines = page.split(u'\n');
    for (int number = 1; number <= lines.size(); ++number) {
        const QString line = lines.at(number - 1).trimmed();
        if (!line.startsWith(u'|') || line.startsWith(QStringLiteral("|---"))
            || line.startsWith(QStringLiteral("| promise |")))
            continue;
        QStringList cells = line.split(u'|').mid(1);
        for (QString& cell : cells)
            cell = withoutCodeMarks(cell.trimmed());
        const QString slot = cells.value(3);
        rows.append(
            { number, cells.value(0), cells.value(1), cells.value(2), slot == QLatin1String("-") ? QString() : slot });
    }
    return rows;
}

QStringList promisesIn(const QString& page)
{
    static const QRegularExpression item(
        QStringLiteral("^- \\*\\*(.+?)\\.?\\*\\*"), QRegularExpression::MultilineOption);
    QStringList promises;
    for (auto found = item.globalMatch(page); found.hasNext();)
        promises.append(found.next().captured(1));
    return promises;
}

} // namespace matrix
