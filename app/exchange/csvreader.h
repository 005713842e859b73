// Reads text with separators into a table, after RFC 4180 and as spreadsheets write it. Pure. A quotation that is not
// closed where a cell ends refuses the file with its line: the rest of it would be swallowed.
#pragma once

#include "exchange/rawtable.h"
#include "exchange/readingwatch.h"

#include <QChar>
#include <QString>

#include <expected>

namespace pushbrake {

/// By a first line "sep=;", else by the first 50 lines; null when nothing separates: one column, or a message.
QChar guessSeparator(QStringView text);

/// Rows without text are left out; their lines are counted. A null separator gives one cell a line, as it is.
[[nodiscard]] std::expected<RawTable, TableFault> readCsv(QString text, QChar separator, const ReadingWatch& watch);

} // namespace pushbrake
