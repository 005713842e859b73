// The colours, by what they mean, each light and dark: every colour of the program but those of the apps' own marks.
// Remembers which scheme was applied last; only theme::apply() changes that. Includes nothing of ui/.
#pragma once

#include <QColor>

namespace pushbrake::theme {

/// What a colour means, not how it looks.
enum class Tone { Text, Dim, Window, Card, Line, Selection, Blue, Orange, Red, OnRed, Violet, Band, OnBand, OnMark };

/// One colour for light grounds and one for dark ones.
struct Shade
{
    QRgb light;
    QRgb dark;
};

void setDark(bool dark);
bool isDark();

/// The shade's colour in the scheme that was applied last.
QColor color(const Shade& shade);
QColor color(Tone tone);
/// The red that white text stands on; in the dark the red of words is too pale for that.
QColor dangerousGround();

} // namespace pushbrake::theme
