// Reads whatever file people bring as a table: text with separators, plain text, XLSX, ODS; by what is in it, never by
// its name. Pure. What it guessed is said, so that a person can see and change it.
#pragma once

#include "exchange/rawtable.h"
#include "exchange/readingwatch.h"

#include <QByteArray>
#include <QChar>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace pushbrake {

enum class TableFormat {
    Text, ///< one cell a line: a list of numbers, or a message
    Separated,
    Xlsx,
    Ods
};

/// What a person has said of a file; what is not said is guessed.
struct TableHints
{
    QByteArray encoding; ///< one of tableEncodings()
    std::optional<QChar> separator; ///< null: nothing separates
    int sheet = 0;
};

struct ReadTable
{
    TableFormat format = TableFormat::Text;
    QByteArray encoding; ///< of a text
    bool isEncodingGuess = false;
    QChar separator; ///< null when nothing separates
    QStringList sheets; ///< of a workbook; to be asked for when there are several
    int sheet = 0;
    RawTable table;
};

[[nodiscard]] std::expected<ReadTable, TableFault> readTable(
    QByteArrayView bytes, const TableHints& hints = {}, const ReadingWatch& watch = {});
/// What was pasted; the hints' encoding is of no use to it.
[[nodiscard]] std::expected<ReadTable, TableFault> readPastedTable(
    QString text, const TableHints& hints = {}, const ReadingWatch& watch = {});
/// A file of at most so many bytes; its size is not believed.
[[nodiscard]] std::expected<QByteArray, TableFault> readTableFile(const QString& path, qint64 most = mostTableBytes);

} // namespace pushbrake
