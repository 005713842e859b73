#include "cancel/forecast.h"

#include <algorithm>
#include <vector>

namespace pushbrake {

Forecast forecast(const QList<Task>& tasks, const QDateTime& nowUtc, double pace, Milliseconds lead)
{
    std::vector<qint64> due;
    int untimed = 0;
    for (const Task& task : tasks) {
        if (task.goesOutAt.isValid())
            due.push_back(nowUtc.msecsTo(task.goesOutAt));
        else
            ++untimed;
    }
    std::sort(due.begin(), due.end());
    const double gap = 1000.0 / pace;
    Forecast result;
    result.canBeStopped = untimed;
    int sent = 0;
    for (const qint64 left : due) {
        if (double(sent) * gap + double(lead.count()) < double(left)) {
            ++result.canBeStopped;
            ++sent;
        } else {
            ++result.goOutFirst;
        }
    }
    result.duration = Milliseconds(qint64(gap * double(std::max<qsizetype>(0, tasks.size() - 1))));
    return result;
}

} // namespace pushbrake
