#include "cancel/hold.h"

#include <algorithm>

namespace pushbrake {

Milliseconds Hold::left(SteadyTime now) const
{
    const auto first = std::min_element(
        m_ends.begin(), m_ends.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (first == m_ends.end())
        return Milliseconds(0);
    return std::max(Milliseconds(0), std::chrono::ceil<Milliseconds>(first->second - now));
}

QSet<qint64> Hold::takeEnded(SteadyTime now)
{
    QSet<qint64> ended;
    std::erase_if(m_ends, [&ended, now](const auto& batch) {
        const bool isUp = batch.second <= now;
        if (isUp)
            ended.insert(batch.first);
        return isUp;
    });
    return ended;
}

QSet<qint64> Hold::takeAll()
{
    return takeEnded(SteadyTime::max());
}

} // namespace pushbrake
