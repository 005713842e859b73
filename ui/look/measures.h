// Spacing and sizes in pixels. `theme` holds what every widget of ui/ asks for, `look` what only the drawing and
// measuring of the controls needs.
#pragma once

namespace pushbrake::theme {

inline constexpr int unit = 4; ///< all spacing is a multiple
inline constexpr int windowMargin = 20;
inline constexpr int bandGap = 12;
inline constexpr int buttonGap = 8;
inline constexpr int controlHeight = 36; ///< at least
inline constexpr int rowHeight = 52;
inline constexpr int compactRowHeight = 32;

} // namespace pushbrake::theme

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

} // namespace pushbrake::look
