// What the history tells of a run beside its tasks: whose it was, and what was forecast. A plain value.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"

#include <QString>

#include <optional>

namespace pushbrake {

struct RunAbout
{
    QString appName; ///< as the person calls it now
    ProfileColour colour = ProfileColour::Blue;
    bool realUsers = true;
    std::optional<Milliseconds> forecast; ///< until all are asked for, as it was said before the yes
    int canBeStopped = 0; ///< by the same forecast
};

} // namespace pushbrake
