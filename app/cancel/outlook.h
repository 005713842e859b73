// What a yes would do at this moment: which of the pushes are held first, which are asked for at once, which have gone
// out meanwhile, and what can still be stopped. For the question, which stays open while time goes by. Pure.
#pragma once

#include "cancel/forecast.h"
#include "domain/task.h"
#include "store/runabout.h"

#include <QDateTime>
#include <QList>

namespace pushbrake {

struct Outlook
{
    int timeHasCome = 0; ///< they are asked for all the same: the service may be late
    int atOnce = 0; ///< due too soon to be held: no Undo
    int held = 0; ///< can be taken back until the hold is over
    int timeUnknown = 0; ///< whether they can be stopped cannot be told
    int canBeStopped = 0; ///< of those whose time is known and has not come
    int goOutFirst = 0; ///< of the same
    Milliseconds duration { 0 }; ///< the hold and all requests
};

/// `pace`: requests a second, more than 0. `lead`: how long a request needs to take effect. `hold`: 0 for none.
Outlook outlookOf(const QList<Task>& tasks, const QDateTime& nowUtc, double pace, Milliseconds lead, Milliseconds hold);

/// What a run's record keeps of it; `pace` and `hold` as above.
RunAbout withForecast(
    RunAbout about, const QList<Task>& tasks, const QDateTime& nowUtc, double pace, Milliseconds hold);

} // namespace pushbrake
