// Where a person is in the list (what is selected, the current row, the first in sight), kept across a reset of it.
// Owned by TaskTable.
#pragma once

#include "domain/task.h"

#include <QBitArray>
#include <QItemSelection>
#include <QObject>

#include <optional>

class QTableView;

namespace pushbrake {

class SteadyView;
class TaskFilter;

class TablePlace : public QObject
{
    Q_OBJECT
public:
    /// Borrows both; the table is its parent.
    TablePlace(QTableView& table, const TaskFilter& filter);

    /// Before the reset. `steady` may be null.
    void note(SteadyView* steady);
    void goBack(SteadyView* steady);

private:
    QList<int> selectedRows() const; ///< by their numbers now

    struct Place
    {
        bool isAllSelected = false; ///< of the model
        QBitArray selectedRows; ///< of the model, as long as it has the same rows
        QList<TaskId> selected; ///< otherwise
        std::optional<TaskId> current;
        int column = -1;
        std::optional<TaskId> top; ///< the first in sight
    };
    QTableView& m_table;
    const TaskFilter& m_filter;
    Place m_place;
};

/// Ascending. Read from the ranges: an index for each selected cell would take far longer.
QList<int> selectedRowsOf(const QItemSelectionModel& selection);

/// Whole rows, ascending. Nothing for a selection in so many pieces that a view could not be told of them within a
/// frame.
QItemSelection rangesOfRows(const QList<int>& rows, const QAbstractItemModel& model);

} // namespace pushbrake
