#include "ui/runs/duepushes.h"

#include <algorithm>

namespace pushbrake {

int DuePushes::count(Audience audience) const
{
    return int(
        std::count_if(tasks.begin(), tasks.end(), [audience](const Task& task) { return task.audience == audience; }));
}

DuePushes duePushes(const QList<Task>& read, const ListRange& range, const Meanwhile& meanwhile, const QDateTime& now)
{
    DuePushes due;
    QSet<TaskId> seen; // rows change places while they are read, and come twice
    for (const Task& task : read) {
        if ((task.goesOutAt.isValid() && !range.contains(task.goesOutAt)) || seen.contains(task.id))
            continue;
        seen.insert(task.id);
        if (!task.goesOutAt.isValid())
            ++due.timeNotKnown;
        else if (meanwhile.underWay.contains(task.id))
            ++due.underWay;
        else if (meanwhile.cancelled.contains(task.id))
            ++due.cancelled;
        else if (task.status == TaskStatus::Other)
            ++due.otherStatus;
        else if (!mayStillGoOut(task) || task.goesOutAt <= now)
            ++due.wentOut;
        else if (!task.audience)
            ++due.withoutAudience;
        else
            due.tasks.append(task);
    }
    std::stable_sort(
        due.tasks.begin(), due.tasks.end(), [](const Task& a, const Task& b) { return a.goesOutAt < b.goesOutAt; });
    return due;
}

} // namespace pushbrake
