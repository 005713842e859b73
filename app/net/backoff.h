// How long to wait before the next try: doubling from a first wait up to a longest one, with jitter.
// Pure; the random share is passed in. A value, owned by whoever tries again.
#pragma once

#include "domain/clock.h"

#include <limits>

namespace pushbrake {

class Backoff
{
public:
    /// `first` and `longest` as the wait before the second try and at most.
    constexpr Backoff(Milliseconds first, Milliseconds longest)
        : m_first(first)
        , m_longest(longest)
    {
    }

    /// Wait after `failures` failures in a row (1 or more); `share` of 0..1 spreads it from three quarters to the
    /// whole, so that several programs do not come back at the same moment.
    Milliseconds waitAfter(int failures, double share) const;

private:
    Milliseconds m_first;
    Milliseconds m_longest;
};

/// A random number as such a share.
constexpr double shareOf(quint32 random)
{
    return double(random) / double(std::numeric_limits<quint32>::max());
}

} // namespace pushbrake
