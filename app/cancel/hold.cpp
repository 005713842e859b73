#include "cancel/hold.h"

#include <algorithm>

namespace pushbrake {

std::optional<SteadyTime> Hold::nextEnd() const
{
    const auto first = std::min_element(
        m_ends.begin(), m_ends.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return first == m_ends.end() ? std::nullopt : std::optional(first->second);
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
