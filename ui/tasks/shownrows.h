// The rows of the list's model that are shown, in their order, and how views are told of it: a few that come, go or
// move as such, so that nobody loses their place; otherwise as a new list. Base of TaskFilter, which decides what is
// shown.
#pragma once

#include "ui/tasks/roworder.h"

#include <QAbstractTableModel>

namespace pushbrake {

class TaskModel;

class ShownRows : public QAbstractTableModel
{
    Q_OBJECT
public:
    TaskModel& model() const { return m_model; }
    const TaskBrief& briefAt(int row) const;
    TaskId idAt(int row) const { return briefAt(row).id; }
    int modelRow(int row) const { return int(m_rows.at(row)); }
    int rowOf(TaskId task) const; ///< -1 when it is hidden or not there
    /// Of what is shown and may still be cancelled; UTC, invalid without any.
    QDateTime soonest() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    /// Borrows the model.
    ShownRows(TaskModel& model, QObject* parent);

    const QList<quint32>& rows() const { return m_rows; }
    void take(QList<quint32> rows);
    /// Where `now` would have it, or away.
    void place(quint32 modelRow, const RowOrder& now);
    /// The model is about to lose these: whoever is told of it may still ask for what stands in them.
    void leaveRange(int first, int last);
    void renumberAfter(int first, int last); ///< it has lost them
    /// Between the model's own: the views are told of a new list.
    void beginAnew() { beginResetModel(); }
    void endAnew(QList<quint32> rows);
    void cellsChanged(const QList<int>& modelRows);

private:
    bool takeInSteps(const QList<quint32>& rows);
    void leave(const QList<quint32>& rows);
    void enter(const QList<quint32>& rows);
    int positionOf(quint32 modelRow) const; ///< -1 when it is hidden

    TaskModel& m_model;
    QList<quint32> m_rows; ///< of the model, as they are shown
};

} // namespace pushbrake
