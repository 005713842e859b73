#include "ui/tasks/tableplace.h"

#include "ui/tasks/steadyview.h"
#include "ui/tasks/taskfilter.h"
#include "ui/tasks/taskmodel.h"

#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <numeric>
#include <utility>

namespace pushbrake {

namespace {
/// Of ranges that a view can be told of at once; a selection in more of them is given up.
constexpr qsizetype mostRanges = 20'000;
} // namespace

QItemSelection rangesOfRows(const QList<int>& rows, const QAbstractItemModel& model)
{
    // By numbers first: each range of a selection has its model keep track of it.
    QList<std::pair<int, int>> pieces;
    for (const int row : rows) {
        if (!pieces.isEmpty() && pieces.last().second == row - 1)
            pieces.last().second = row;
        else
            pieces.append({ row, row });
        if (pieces.size() > mostRanges)
            return {};
    }
    QItemSelection ranges;
    for (const auto& [first, last] : std::as_const(pieces))
        ranges.append(QItemSelectionRange(model.index(first, 0), model.index(last, model.columnCount() - 1)));
    return ranges;
}

QList<int> selectedRowsOf(const QItemSelectionModel& selection)
{
    const QItemSelection ranges = selection.selection();
    QList<int> rows;
    if (ranges.size() == 1) {
        rows.resize(ranges.first().height());
        std::iota(rows.begin(), rows.end(), ranges.first().top());
        return rows;
    }
    for (const QItemSelectionRange& range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

TablePlace::TablePlace(QTableView& table, const TaskFilter& filter)
    : QObject(&table)
    , m_table(table)
    , m_filter(filter)
{
}

void TablePlace::note(SteadyView* steady)
{
    m_place = {};
    const QModelIndex current = m_table.currentIndex();
    if (current.isValid())
        m_place.current = m_filter.idAt(current.row());
    m_place.column = current.column();
    const QList<int> rows = selectedRowsOf(*m_table.selectionModel());
    if (steady) {
        steady->beginLayout();
        if (const int top = steady->top(); top >= 0 && !m_filter.isSorting())
            m_place.top = m_filter.idAt(top);
    }
    m_place.isAllSelected = m_filter.keepsModelRows() && !rows.isEmpty() && rows.size() == m_filter.model().rowCount();
    if (m_place.isAllSelected)
        return;
    if (!m_filter.keepsModelRows()) {
        for (const int row : rows)
            m_place.selected.append(m_filter.idAt(row));
        return;
    }
    if (!rows.isEmpty())
        m_place.selectedRows.resize(m_filter.model().rowCount());
    for (const int row : rows)
        m_place.selectedRows.setBit(m_filter.modelRow(row));
}

QList<int> TablePlace::selectedRows() const
{
    if (m_place.selectedRows.isEmpty() && m_place.selected.isEmpty())
        return {};
    QBitArray wanted = m_place.selectedRows;
    wanted.resize(m_filter.model().rowCount());
    for (const TaskId id : m_place.selected) {
        if (const int row = m_filter.model().rowOf(id); row >= 0)
            wanted.setBit(row);
    }
    QList<int> rows;
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        if (wanted.testBit(m_filter.modelRow(row)))
            rows.append(row);
    }
    return rows;
}

void TablePlace::goBack(SteadyView* steady)
{
    const QList<int> rows = m_place.isAllSelected ? QList<int>() : selectedRows();
    if (const int row = m_place.current ? m_filter.rowOf(*m_place.current) : -1; row >= 0)
        m_table.selectionModel()->setCurrentIndex(m_filter.index(row, m_place.column), QItemSelectionModel::NoUpdate);
    if (m_place.isAllSelected)
        m_table.selectAll();
    else if (!rows.isEmpty())
        m_table.selectionModel()->select(rangesOfRows(rows, m_filter), QItemSelectionModel::Select);
    if (steady) {
        const int value = m_table.verticalScrollBar()->value();
        m_table.doItemsLayout();
        steady->setTop(m_place.top ? m_filter.rowOf(*m_place.top) : -1);
        if (m_filter.isSorting())
            m_table.verticalScrollBar()->setValue(value);
        steady->endLayout();
    }
    m_place = {};
}

} // namespace pushbrake
