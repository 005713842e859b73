#include "exchange/rawtable.h"

#include <algorithm>

namespace pushbrake {

bool RawCell::isBlank() const
{
    return !isLong() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Format || c.isNull();
    });
}

RawTable::RawTable(QString text)
    : m_text(std::move(text))
    , m_sourceSize(m_text.size())
{
}

RawCell RawTable::cell(int row, int column) const
{
    const Row& in = m_rows[size_t(row)];
    if (column < 0 || column >= in.count)
        return {};
    const Cell& cell = m_cells[in.firstCell + size_t(column)];
    return { QStringView(m_text).sliced(cell.text.from, std::min(qsizetype(cell.text.size), mostCellText)), cell.kind,
        cell.isFormula };
}

QList<LineRange> RawTable::mergedLines(int column) const
{
    QList<LineRange> ranges;
    for (const Merge& merge : m_merges) {
        if (merge.firstColumn <= column && column <= merge.lastColumn)
            ranges.append(merge.lines);
    }
    std::sort(ranges.begin(), ranges.end(), [](const LineRange& a, const LineRange& b) { return a.first < b.first; });
    QList<LineRange> joined;
    for (const LineRange& range : ranges) {
        if (!joined.isEmpty() && range.first <= joined.last().last)
            joined.last().last = std::max(joined.last().last, range.last);
        else
            joined.append(range);
    }
    return joined;
}

RawTable::Piece RawTable::addText(QStringView text)
{
    const Piece piece { quint32(m_text.size()), quint32(text.size()) };
    m_text.append(text);
    return piece;
}

std::optional<TableFault> RawTable::beginRow(int line, bool isHidden)
{
    if (rowCount() > mostTableRows) // and one of headings
        return TableFault { TableFault::Kind::TooManyRows, line };
    m_columnsAbove = m_columns;
    m_rows.push_back({ m_cells.size(), 0, line, isHidden });
    return {};
}

std::optional<TableFault> RawTable::addCell(Piece text, CellKind kind, bool isFormula)
{
    if (m_cells.size() >= size_t(mostTableCells))
        return TableFault { TableFault::Kind::TooManyCells, m_rows.back().line };
    m_cells.push_back({ text, kind, isFormula });
    m_columns = std::max(m_columns, ++m_rows.back().count);
    return {};
}

std::optional<TableFault> RawTable::addBlanksUntil(int column)
{
    while (m_rows.back().count < column) {
        if (const auto fault = addCell({}))
            return fault;
    }
    return {};
}

void RawTable::dropLastRow()
{
    m_cells.resize(m_rows.back().firstCell);
    m_rows.pop_back();
    m_columns = m_columnsAbove;
}

void RawTable::addMerge(LineRange lines, int firstColumn, int lastColumn)
{
    m_merges.push_back({ lines, firstColumn, lastColumn });
}

} // namespace pushbrake
