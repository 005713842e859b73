// A table as a file holds it, before anything is made of it: cells with their text and kind, and the line of each row.
// A value, moved from who reads to who shows it. Keeps all text in one piece, since a file may have millions of cells,
// and never more rows or cells than tablefault.h allows.
#pragma once

#include "exchange/tablefault.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace pushbrake {

enum class CellKind : quint8 { Text, Number, Date, Boolean, Error };

/// One cell, valid as long as its table is not changed.
struct RawCell
{
    QStringView text; ///< a number as the file writes it; a date as "2026-06-01T10:00:00"
    CellKind kind = CellKind::Text;
    bool isFormula = false; ///< what is here was worked out

    /// Of a cell of numbers; spreadsheets have nothing more exact.
    double number() const { return text.toDouble(); }
    bool isBlank() const;
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
    int columnCount() const { return m_columns; } ///< of the widest row
    int line(int row) const { return m_rows[size_t(row)].line; } ///< 1-based, as the file counts
    bool isHidden(int row) const { return m_rows[size_t(row)].isHidden; }
    int cellCount(int row) const { return m_rows[size_t(row)].count; }
    /// Blank beyond the end of the row.
    RawCell cell(int row, int column) const;
    /// The lines in which cells of this column are merged with others, in order, none overlapping.
    QList<LineRange> mergedLines(int column) const;

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

    QString m_text;
    std::vector<Cell> m_cells;
    std::vector<Row> m_rows;
    std::vector<Merge> m_merges;
    int m_columns = 0;
};

} // namespace pushbrake
