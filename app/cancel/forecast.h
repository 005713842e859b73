// How many pushes can still be stopped at a pace, and how long that takes. Pure; asked before the start and during a
// run.
#pragma once

#include "domain/clock.h"
#include "domain/task.h"

#include <QList>

namespace pushbrake {

struct Forecast
{
    int canBeStopped = 0;
    int goOutFirst = 0;
    Milliseconds duration { 0 }; ///< until the last request has left
};

/// `pace`: requests a second, more than 0. Tasks without a time count as stoppable.
Forecast forecast(const QList<Task>& tasks, const QDateTime& nowUtc, double pace, Milliseconds lead);

} // namespace pushbrake
