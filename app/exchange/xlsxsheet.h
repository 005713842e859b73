// The cells of one sheet of an XLSX workbook, and the texts that its cells share. Pure. A sheet that says where a cell
// is in two ways at once, or goes backwards, is damaged.
#pragma once

#include "exchange/rawtable.h"
#include "exchange/readingwatch.h"
#include "exchange/serialdate.h"

#include <QByteArray>

#include <optional>

#include <vector>

namespace pushbrake {

/// What the cells refer to.
struct XlsxCellFacts
{
    std::vector<RawTable::Piece> texts; ///< of the table that the sheet is read into
    std::vector<bool> dateStyles;
    DateSystem dates = DateSystem::From1900;
};

/// Into `table`, whose pieces they are.
[[nodiscard]] std::optional<TableFault> readXlsxTexts(
    const QByteArray& xml, RawTable& table, std::vector<RawTable::Piece>& texts);
[[nodiscard]] std::optional<TableFault> readXlsxSheet(
    const QByteArray& xml, const XlsxCellFacts& facts, RawTable& table, const ReadingWatch& watch);

} // namespace pushbrake
