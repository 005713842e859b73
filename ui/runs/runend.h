// Ends a run for whoever has to go on without it: the window that closes, the session that is over.
#pragma once

#include <chrono>
#include <functional>

class QObject;

namespace pushbrake {

class CancelRun;

/// Stops it and calls `ended` once, when its last answer is in or `patience` is at its end, while `context` lives.
void stopAndWait(CancelRun& run, QObject& context, std::function<void()> ended,
    std::chrono::milliseconds patience = std::chrono::seconds(10));

} // namespace pushbrake
