// Asks before the window closes during a run. What has not begun is paused, and goes on only when a person continues
// it; the question goes when the run has ended meanwhile, since it would no longer be true.
#pragma once

#include <functional>

class QWidget;

namespace pushbrake {

class CancelRun;

/// `stopAndClose`: what to do after a yes.
void askToClose(CancelRun& run, QWidget& window, std::function<void()> stopAndClose);

} // namespace pushbrake
