#include "ui/tasks/intosight.h"

#include "ui/tasks/filterbar.h"
#include "ui/tasks/taskfilter.h"
#include "ui/tasks/taskmodel.h"
#include "ui/tasks/tasktable.h"

#include <algorithm>
#include <utility>

namespace pushbrake {

IntoSight::IntoSight(TaskFilter& filter, FilterBar& bar, TaskTable& table)
    : QObject(&table)
    , m_filter(filter)
    , m_bar(bar)
    , m_table(table)
{
    connect(&m_filter, &TaskFilter::workChanged, this, &IntoSight::selectWaiting,
        Qt::QueuedConnection); // the rows come just after
}

bool IntoSight::bring(const QList<TaskId>& tasks)
{
    const TaskModel& model = m_filter.model();
    const bool isOneHidden = std::any_of(tasks.begin(), tasks.end(),
        [this, &model](TaskId task) { return model.contains(task) && m_filter.rowOf(task) < 0; });
    const bool takesOff = isOneHidden && m_filter.isFiltering();
    if (takesOff)
        m_bar.clear();
    m_waiting = tasks;
    selectWaiting();
    return takesOff;
}

void IntoSight::selectWaiting()
{
    if (m_waiting.isEmpty() || m_filter.isWorking())
        return;
    m_table.clearSelection(); // what is none of these must not stay under the red button
    m_table.selectTasks(std::exchange(m_waiting, {}));
}

} // namespace pushbrake
