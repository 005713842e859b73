// The pushes that a question is about, all of them, soonest first, with the time that each still has: its words for a
// card of a few or a table of many. Owned by the question.
#pragma once

#include "domain/clock.h"
#include "domain/task.h"

#include <QAbstractTableModel>

namespace pushbrake {

/// Both, each push once: of two that are the same the one of `tasks`.
QList<Task> joined(QList<Task> tasks, const QList<Task>& more);

class AskedTasks : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Push, TaskIdColumn, WhoGetsIt, GoesOut, TimeLeft, ColumnCount };

    /// Borrows the clock.
    AskedTasks(QList<Task> soonestFirst, const Clock& clock, QObject* parent);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool isSoon(int row) const; ///< goes out within ten minutes
    void tick(); ///< the times left have changed

private:
    QString text(const Task& task, int column) const;

    const QList<Task> m_tasks;
    const Clock& m_clock;
};

} // namespace pushbrake
