#include "ui/tasks/rownumbers.h"

#include <algorithm>

namespace pushbrake {

namespace {
auto byIdOf(const QList<TaskBrief>& briefs)
{
    return [&briefs](quint32 left, quint32 right) { return briefs.at(left).id < briefs.at(right).id; };
}
} // namespace

int RowNumbers::rowOf(const QList<TaskBrief>& briefs, TaskId id) const
{
    const auto place = std::lower_bound(
        m_byId.begin(), m_byId.end(), id, [&briefs](quint32 row, TaskId sought) { return briefs.at(row).id < sought; });
    return place == m_byId.end() || briefs.at(*place).id != id ? -1 : int(*place);
}

void RowNumbers::numberAnew(const QList<TaskBrief>& briefs)
{
    m_byId.clear();
    m_byId.reserve(briefs.size());
    added(briefs, 0);
}

void RowNumbers::added(const QList<TaskBrief>& briefs, qsizetype first)
{
    for (qsizetype row = first; row < briefs.size(); ++row)
        m_byId.append(quint32(row));
    const auto begin = m_byId.begin() + first;
    if (!std::is_sorted(begin, m_byId.end(), byIdOf(briefs))) // as it is in a list that was read by ID
        std::sort(begin, m_byId.end(), byIdOf(briefs));
    std::inplace_merge(m_byId.begin(), m_byId.begin() + first, m_byId.end(), byIdOf(briefs));
}

void RowNumbers::removed(int first, int last)
{
    const auto isGone = [&](quint32 row) { return int(row) >= first && int(row) <= last; };
    m_byId.removeIf(isGone);
    for (quint32& row : m_byId) {
        if (int(row) > last)
            row -= quint32(last - first + 1);
    }
}

} // namespace pushbrake
