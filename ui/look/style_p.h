// Measures that drawing and layout of Style share, in pixels.
#pragma once

#include "ui/look/theme.h"

#include <QVariant>
#include <QWidget>

namespace pushbrake::look {

inline constexpr int controlRadius = 6;
inline constexpr int cardRadius = 8;
inline constexpr int sidePadding = 3 * theme::unit; ///< of buttons, boxes to choose from and headers
inline constexpr int fieldPadding = 2 * theme::unit; ///< of fields to write in
inline constexpr int cellPadding = 9; ///< beside the text margin of Fusion: where a header's text begins
inline constexpr int frameWidth = 3; ///< of lists and large fields
inline constexpr int arrowSpace = 28; ///< at the trailing end of a box to choose from
inline constexpr int arrowSize = 14;
inline constexpr int indicatorSize = 16; ///< of a box to check and a circle to choose
inline constexpr int barThickness = 10; ///< of a scroll bar
inline constexpr int progressThickness = 6;

inline bool has(const QWidget* widget, const char* property)
{
    return widget && widget->property(property).toBool();
}

} // namespace pushbrake::look
