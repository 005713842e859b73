// Brings pushes of the list into sight and selects them, with the filters that hide one of them taken off. A long list
// shows what it is asked for a little later: then they are selected as soon as it does. Owned by TaskPage.
#pragma once

#include "domain/task.h"

#include <QObject>

namespace pushbrake {

class FilterBar;
class TaskFilter;
class TaskTable;

class IntoSight : public QObject
{
    Q_OBJECT
public:
    /// Borrows all.
    IntoSight(TaskFilter& filter, FilterBar& bar, TaskTable& table);

    /// True when filters had to be taken off. What is not in the list is passed over.
    bool bring(const QList<TaskId>& tasks);
    void forget() { m_waiting.clear(); }

private:
    void selectWaiting();

    TaskFilter& m_filter;
    FilterBar& m_bar;
    TaskTable& m_table;
    QList<TaskId> m_waiting;
};

} // namespace pushbrake
