// The cells of one table of an ODS workbook, and the names of all (OpenDocument 1.3, part 3, chapter 9). Pure.
#pragma once

#include "exchange/rawtable.h"
#include "exchange/readingwatch.h"

#include <QByteArray>
#include <QStringList>

#include <expected>

namespace pushbrake {

struct OdsSheets
{
    QStringList names;
    RawTable table; ///< of the one that was asked for
};

[[nodiscard]] std::expected<OdsSheets, TableFault> readOdsContent(
    const QByteArray& xml, int sheet, const ReadingWatch& watch);

} // namespace pushbrake
