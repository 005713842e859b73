// Reads one sheet of a workbook, XLSX or ODS, and lists the others. Pure. Takes what lies in the file for hostile:
// every part is bounded, and what contradicts itself is a fault rather than a guess.
#pragma once

#include "exchange/rawtable.h"
#include "exchange/readingwatch.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <expected>

namespace pushbrake {

enum class WorkbookFormat { Xlsx, Ods };

struct WorkbookTable
{
    WorkbookFormat format = WorkbookFormat::Xlsx;
    QStringList sheets; ///< all of them, in the workbook's order
    int sheet = 0; ///< which of them was read
    RawTable table;
};

/// A sheet number beyond the last is a fault.
[[nodiscard]] std::expected<WorkbookTable, TableFault> readWorkbook(
    QByteArrayView bytes, int sheet, const ReadingWatch& watch);

} // namespace pushbrake
