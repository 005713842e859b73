// How the service keeps up with a run: since when it owes an answer, and whether it asks for fewer requests and that
// cannot be of this run's own doing. Pure: time is passed in. Owned by WayIn.
#pragma once

#include "domain/clock.h"

#include <optional>

namespace pushbrake {

/// Why a run is slower than its limit.
enum class Slowness {
    None,
    ServiceAsked, ///< a rate answer came; the limiter may have gone one over the limit
    SharedLimit ///< another one came for a request that left when all the run's own had been waited out
};

class Pulse
{
public:
    /// How a request ended: by the service's own answer, without one, or before it had left this computer.
    enum class End { Answered, Lost, NeverLeft };

    void requestLeft(SteadyTime now);
    void requestEnded(End how, SteadyTime now);
    /// How long nothing has come while something is owed; 0 when nothing is.
    Milliseconds silence(SteadyTime now) const;

    /// The service refused for its rate what had left at `leftAt`. `isLimitOfApp`: for the rate of this app's requests.
    void refusedForRate(SteadyTime leftAt, bool isLimitOfApp, SteadyTime now);
    /// For as long as the limiter uses one slot less.
    Slowness slowness(SteadyTime now) const;

private:
    int m_underWay = 0;
    std::optional<SteadyTime> m_silentSince;
    std::optional<SteadyTime> m_refusedAt;
    bool m_isShared = false;
};

} // namespace pushbrake
