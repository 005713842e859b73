// The question before typed text is thrown away; keeping it is the default. For every dialog with fields.
#pragma once

#include <functional>

class QWidget;

namespace pushbrake {

/// Asks over `dialog` without a nested loop; `discard` is called only when the person says so.
void askToDiscard(QWidget& dialog, std::function<void()> discard);

} // namespace pushbrake
