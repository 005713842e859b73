// How many pushes can still be stopped at a pace, and how long that takes. A value, made by SendOrder.
#pragma once

#include "domain/clock.h"

namespace pushbrake {

struct Forecast
{
    int canBeStopped = 0;
    int goOutFirst = 0;
    Milliseconds duration { 0 }; ///< until the last request has left
};

} // namespace pushbrake
