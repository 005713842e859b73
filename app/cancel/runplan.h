// The decisions of a cancellation run, without I/O: which task is next, what an answer means, what to do about it.
// Pure state machine; time is passed in. Owned by CancelRun.
#pragma once

#include "domain/clock.h"
#include "domain/outcome.h"
#include "domain/task.h"

#include <QHash>
#include <QList>

namespace pushbrake {

/// planned -> held -> queued -> sending -> settled | checking -> settled or queued again; withdrawn from the first three.
enum class RunState { Planned, Held, Queued, Sending, Checking, Settled };

} // namespace pushbrake
