// Finds the row of a task by its ID: four bytes a row, where a hash would take ten times as much. Owned by TaskModel,
// which says how its rows change.
#pragma once

#include "domain/taskbrief.h"

#include <QList>

namespace pushbrake {

class RowNumbers
{
public:
    int rowOf(const QList<TaskBrief>& briefs, TaskId id) const; ///< -1 when it is not there
    const QList<quint32>& byId() const { return m_byId; }

    void numberAnew(const QList<TaskBrief>& briefs);
    void added(const QList<TaskBrief>& briefs, qsizetype first); ///< from there to the end
    void removed(int first, int last);

private:
    QList<quint32> m_byId; ///< rows, by the IDs of their tasks
};

} // namespace pushbrake
