// Spacing of a low window, as on a small screen that is scaled up: what stands around the middle gives it room. Asked
// for by the shell, which tells the pages, and by whatever fills one.
#pragma once

namespace pushbrake::theme {

inline constexpr int shortWindow = 560; ///< pixels of height; a window that is lower is short
inline constexpr int tightGap = 6; ///< in the place of bandGap

} // namespace pushbrake::theme
