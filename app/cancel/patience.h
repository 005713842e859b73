// How long a task of doubtful fate is left alone, and what one look at it can prove by now: the less time is left until
// it goes out, the sooner it is looked at and the less proof another attempt needs, since deleting twice harms nobody
// and a push that goes out does. Pure functions over what is known of the task; CancelRun keeps the times.
#pragma once

#include "cancel/runplan.h"
#include "net/sendgate.h"

namespace pushbrake {

struct Now
{
    QDateTime utc; ///< the service's time
    SteadyTime steady;
};

/// What is true of a look when its answer is read.
struct LookMoment
{
    /// The last attempt left so short a time ago that the service may still be working on it: "pending" proves nothing.
    bool mayStillWork = false;
    /// Neither a number of looks nor one of attempts ends it: the push goes out within minutes, or nothing reaches the
    /// service at present.
    bool goesOn = false;
    /// By the service's own clock the answer was given clearly before the push was due: what is gone then did not go
    /// out.
    bool wasInTime = false;
};

LookMoment momentOf(const RunEntry& entry, const CallReport& look, const Now& now);
/// Whether the service answered clearly before `goesOutAt`, by the answer's own Date and by what is known of the
/// service's time from all its answers: a single header may lie. `readAt`: the service's time when the answer was read.
bool wasInTime(const QDateTime& serverDate, const QDateTime& readAt, const QDateTime& goesOutAt);

/// After a look that found nothing out. `share`: 0..1, drawn for each wait.
Milliseconds untilNextLook(const RunEntry& entry, const Now& now, double share);
/// After a look that said pending too early: until one that says it again proves that the attempt failed.
Milliseconds untilProof(const RunEntry& entry, const Now& now);

/// By when a request for this task is needed. A task whose time is over, or too near, is needed no more than others.
qint64 neededBy(const Task& task, const QDateTime& nowUtc);
/// When the look at a task of this run takes place among everything else.
Turn turnOfLook(const RunEntry& entry, const QDateTime& nowUtc);

/// How long an answer is waited for: less than `most` when little time is left, and never less than `least`.
Milliseconds deadlineFor(const Task& task, const QDateTime& nowUtc, Milliseconds least, Milliseconds most);

} // namespace pushbrake
