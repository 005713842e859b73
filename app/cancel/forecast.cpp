#include "cancel/forecast.h"

#include "cancel/sendorder.h"

namespace pushbrake {

Forecast forecast(const QList<Task>& tasks, const QDateTime& nowUtc, double pace, Milliseconds lead)
{
    SendOrder order;
    for (const Task& task : tasks)
        order.add(task);
    return order.forecast(nowUtc, pace, lead);
}

} // namespace pushbrake
