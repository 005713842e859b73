// How an app's own mark is drawn: a shape in its colour, beside every place that shows an app's name. The words for it
// are in ui/words/appwords.h. Each of the eight colours has a contrast of 3 : 1 at least on the window's grounds.
#pragma once

#include "domain/profile.h"

#include <QColor>
#include <QIcon>

namespace pushbrake::profilemark {

QColor colourOf(ProfileColour colour); ///< in the scheme that was applied last
/// The colour's own shape: no two colours share one, so they are told apart without seeing colours.
QIcon icon(ProfileColour colour);

} // namespace pushbrake::profilemark
