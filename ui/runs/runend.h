// Ends a run for whoever has to go on without it: the window that closes, the session that is over.
#pragma once

#include <functional>

class QObject;

namespace pushbrake {

class CancelRun;

/// Stops it and calls `ended` once, when its last answer is in or after ten seconds, while `context` lives.
void stopAndWait(CancelRun& run, QObject& context, std::function<void()> ended);

} // namespace pushbrake
