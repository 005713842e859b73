#include "net/backoff.h"

#include <algorithm>

namespace pushbrake {

Milliseconds Backoff::waitAfter(int failures, double share) const
{
    const int doublings = std::clamp(failures - 1, 0, 20);
    const auto whole = std::min<qint64>(m_first.count() << doublings, m_longest.count());
    return Milliseconds(qint64(double(whole) * (0.75 + 0.25 * std::clamp(share, 0.0, 1.0))));
}

} // namespace pushbrake
