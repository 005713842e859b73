// A table as a file holds it, before anything is made of it: cells with their text and kind, and the line of each row.
// A value, moved from who reads to who shows it. Keeps all text in one piece, since a file may have millions of cells,
// and never more rows or cells than tablefault.h allows.
#pragma once

#include "exchange/tablefault.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <algorithm>
#include <optional>
#include <vector>

namespace pushbrake {

enum class CellKind : quint8 { Text, Number, Date, Boolean, Error };

/// Of a cell no more is seen than this, which is the most that Excel keeps: one text may stand in a million cells.
inline constexpr qsizetype mostCellText = 32'767;
/// What is longer is no number, no time, no heading and no name of anything; looked at it would only cost time.
inline constexpr qsizetype mostWordText = 200;

/// One cell, valid as long as its table is not changed.
struct RawCell
{
    QStringView text; ///< a number as the file writes it; a date as "2026-06-01T10:00:00"
    CellKind kind = CellKind::Text;
    bool isFormula = false; ///< what is here was worked out

    /// Of a cell of numbers; spreadsheets have nothing more exact.
    double number() const { return text.toDouble(); }
    bool isLong() const { return text.size() > mostWordText; }
    bool isBlank() const; ///< nothing that can be seen
};

/// Lines from the first to the last, both included.
struct LineRange
{
    int first = 0;
    int last = 0;
};

class RawTable
{
public:
    /// A piece of the table's text.
    struct Piece
    {
        quint32 from = 0;
        quint32 size = 0;
    };

    RawTable() = default;
    /// Pieces may be taken from this text.
    explicit RawTable(QString text);

    int rowCount() const { return int(m_rows.size()); }
    /// Of the widest row, but never more than a spreadsheet has: what is beyond them has no name.
    int columnCount() const { return std::min(m_columns, mostSheetColumns); }
    int line(int row) const { return m_rows[size_t(row)].line; } ///< 1-based, as the file counts
    bool isHidden(int row) const { return m_rows[size_t(row)].isHidden; }
    int cellCount(int row) const { return m_rows[size_t(row)].count; }
    /// Blank beyond the end of the row.
    RawCell cell(int row, int column) const;
    /// The lines in which cells of this column are merged with others, in order, none overlapping.
    QList<LineRange> mergedLines(int column) const;

    /// The text that it was made of; nothing of a workbook.
    QStringView source() const { return QStringView(m_text).first(m_sourceSize); }

    // While it is read:
    void reserveText(qsizetype size) { m_text.reserve(size); }
    Piece addText(QStringView text);
    const QString& text() const { return m_text; }
    /// Cells go into the row that was begun last. What is returned is the end of reading.
    [[nodiscard]] std::optional<TableFault> beginRow(int line, bool isHidden);
    [[nodiscard]] std::optional<TableFault> addCell(Piece text, CellKind kind = CellKind::Text, bool isFormula = false);
    /// Up to this column, not included.
    [[nodiscard]] std::optional<TableFault> addBlanksUntil(int column);
    void dropLastRow();
    void addMerge(LineRange lines, int firstColumn, int lastColumn);

private:
    struct Cell
    {
        Piece text;
        CellKind kind;
        bool isFormula;
    };
    struct Row
    {
        size_t firstCell;
        int count;
        int line;
        bool isHidden;
    };
    struct Merge
    {
        LineRange lines;
        int firstColumn;
        int lastColumn;
    };

    QString m_text; ///< the source, and behind it what was made of it
    qsizetype m_sourceSize = 0;
    std::vector<Cell> m_cells;
    std::vector<Row> m_rows;
    std::vector<Merge> m_merges;
    int m_columns = 0; ///< of the widest row
    int m_columnsAbove = 0; ///< of the widest row above the last
};

} // namespace pushbrake
