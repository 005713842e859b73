// A double click on the button that ends a dialog must not reach what stands behind it. Used by whoever opens one that
// people hurry through.
#pragma once

class QWidget;

namespace pushbrake {

/// For as long as a double click lasts, presses of the mouse in this window are nobody's.
void swallowSecondClick(QWidget& window);

} // namespace pushbrake
