#include "ui/imports/leftouttable.h"

#include "ui/look/theme.h"
#include "ui/words/importwords.h"

#include <QCoreApplication>

namespace pushbrake {

namespace {

struct LeftOutTable
{
    Q_DECLARE_TR_FUNCTIONS(LeftOutTable)
};

/// Of the rows that are left out; a message has no cells.
int widestOf(const ImportPreview& preview, const RawTable& table)
{
    int most = 0;
    for (const ImportRow& row : preview.rows) {
        if (row.isRefused() && row.tableRow >= 0)
            most = std::max(most, table.cellCount(row.tableRow));
    }
    return most;
}

QStringList heading(const RawTable& table, const ColumnPlan& plan, int cells)
{
    QStringList names { LeftOutTable::tr("Line"), LeftOutTable::tr("Why it is left out") };
    if (cells == 0)
        names << LeftOutTable::tr("What stands there");
    for (int column = 0; column < cells; ++column) {
        const bool isNamed = plan.headingRow >= 0 && column < table.cellCount(plan.headingRow);
        const QString name = isNamed ? table.cell(plan.headingRow, column).text.toString() : QString();
        names << (name.isEmpty() ? LeftOutTable::tr("Column %1").arg(column + 1) : name);
    }
    return names;
}

} // namespace

QList<QStringList> leftOutTable(const ImportPreview& preview, const ReadTable& read, const ColumnPlan& plan)
{
    const int cells = widestOf(preview, read.table);
    QList<QStringList> rows { heading(read.table, plan, cells) };
    for (const ImportRow& row : preview.rows) {
        if (!row.isRefused())
            continue;
        QStringList line { QString::number(row.line), theme::unmarked(sentences::importRemarks(row)) };
        if (row.tableRow < 0)
            line << row.raw;
        for (int column = 0; row.tableRow >= 0 && column < read.table.cellCount(row.tableRow); ++column)
            line << read.table.cell(row.tableRow, column).text.toString();
        rows.append(line);
    }
    return rows;
}

} // namespace pushbrake
