// How an app's own mark is drawn: a shape in its colour, beside every place that shows an app's name. The words for it
// are in ui/words/appwords.h. Each of the eight colours has a contrast of 3 : 1 at least on the window's grounds, and
// Tone::OnMark one of 4.5 : 1 on each of them; so has Tone::Text on each tinted ground.
#pragma once

#include "domain/profile.h"

#include <QColor>
#include <QIcon>

namespace pushbrake::profilemark {

QColor colourOf(ProfileColour colour); ///< in the scheme that was applied last
QColor groundOf(ProfileColour colour); ///< a breath of it, for text to stand on
/// The colour's own shape: no two colours share one, so they are told apart without seeing colours.
QIcon icon(ProfileColour colour);
/// That, or the sign of practice, which has no colour of its own.
QIcon iconOfApp(bool isPractice, ProfileColour colour);
/// The colour's in Tone::OnMark, for a ground of the colour itself.
QIcon iconOnItsColour(ProfileColour colour);

} // namespace pushbrake::profilemark
