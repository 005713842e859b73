// Writes tables as sheets of a workbook that spreadsheets open without harm: every cell is text, so that no ID is
// rounded and nothing is worked out, but for the columns of numbers; the heading stays in sight. Touches no file but
// temporary ones of its own.
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace pushbrake {

struct SheetTable
{
    QString name; ///< at most 31 characters, without []:*?/\ and apostrophes
    QList<QStringList> rows; ///< the first is the heading
    QList<int> widths; ///< of the columns, in letters
    int numbers = -1; ///< the column in which whole numbers are numbers
};

/// Nothing when no temporary file could be written.
std::optional<QByteArray> tablesToXlsx(const QList<SheetTable>& sheets);

} // namespace pushbrake
