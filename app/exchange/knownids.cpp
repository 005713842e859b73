#include "exchange/knownids.h"

#include <algorithm>
#include <limits>

namespace pushbrake {

namespace {

/// 10 for sixteen digits, 100 for seventeen: how many numbers become the same.
TaskId roundedAway(TaskId id)
{
    TaskId factor = 1;
    for (; id >= firstRoundedId; id /= 10)
        factor *= 10;
    return factor;
}

} // namespace

KnownIds::KnownIds(QList<TaskId> all, QList<TaskId> read)
    : m_all(std::move(all))
    , m_read(std::move(read))
{
    std::sort(m_all.begin(), m_all.end());
    std::sort(m_read.begin(), m_read.end());
}

bool KnownIds::contains(TaskId id) const
{
    return std::binary_search(m_all.begin(), m_all.end(), id);
}

bool KnownIds::provesExact(TaskId id) const
{
    if (!std::binary_search(m_read.begin(), m_read.end(), id))
        return false;
    const TaskId first = roundedId(id);
    const TaskId room = std::numeric_limits<TaskId>::max() - first;
    const TaskId last = first + std::min(roundedAway(id) - 1, room);
    const auto from = std::lower_bound(m_all.begin(), m_all.end(), first);
    return std::none_of(from, std::upper_bound(from, m_all.end(), last), [id](TaskId other) { return other != id; });
}

TaskId roundedId(TaskId id)
{
    return id - id % roundedAway(id);
}

} // namespace pushbrake
