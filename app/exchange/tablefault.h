// Why a file or a pasted table cannot be read at all. A plain value; ui/ makes the sentence. Faults of single rows are
// in importpreview.h.
#pragma once

#include <QtGlobal>

#include <expected>

namespace pushbrake {

inline constexpr qint64 mostTableBytes = 10 * 1024 * 1024;
inline constexpr qint64 mostUnpackedBytes = 50 * 1024 * 1024;
inline constexpr int mostTableRows = 200'000;
inline constexpr int mostTableCells = 4'000'000;
inline constexpr int mostSheetRows = 1'048'576;
/// No spreadsheet has more. A line of a text may be longer, as a list of numbers is, but then it is no table.
inline constexpr int mostSheetColumns = 16'384;

struct TableFault
{
    enum class Kind {
        Unreadable, ///< the file could not be opened, or is none
        Empty,
        TooLarge, ///< the file, over mostTableBytes
        UnpacksTooLarge, ///< a workbook, over mostUnpackedBytes
        TooManyRows,
        TooManyCells, ///< columns repeated beyond any table that people make
        Damaged, ///< a workbook that is cut, or says two things at once
        Protected, ///< a workbook with a password
        OldExcel, ///< .xls
        BinaryExcel, ///< .xlsb
        Numbers, ///< Apple's
        Pdf,
        Html, ///< also XML, which some programs call .xls
        OtherFile, ///< a picture, a program, another document
        NotText, ///< bytes that no text has
        WrongEncoding, ///< the chosen encoding does not fit
        UnbalancedQuote, ///< with the line in which the quotation begins
        NoSuchSheet,
        Stopped
    };
    Kind kind = Kind::Unreadable;
    int line = 0; ///< 1-based; 0 when the whole file is meant

    bool operator==(const TableFault&) const = default;
};

inline std::unexpected<TableFault> faulty(TableFault::Kind kind)
{
    return std::unexpected { TableFault { kind } };
}

} // namespace pushbrake
