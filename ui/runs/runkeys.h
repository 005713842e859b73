// Where the settings keep how a run is carried out: the menu writes them, RunDesk reads them when a run begins.
#pragma once

#include <QLatin1StringView>

namespace pushbrake::runkeys {

inline constexpr QLatin1StringView hold { "run/holdSeconds" }; ///< seconds in which Undo takes everything back
inline constexpr int usualHold = 5;
inline constexpr QLatin1StringView checkEvery { "run/checkEvery" }; ///< whether each cancelled task is read once more

} // namespace pushbrake::runkeys
