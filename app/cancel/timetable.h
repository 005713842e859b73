// Which tasks are to be looked at when. Pure; time is passed in. Owned by CancelRun and AppSession, which keep the alarm.
#pragma once

#include "domain/clock.h"
#include "domain/task.h"

#include <QList>

#include <map>
#include <optional>

namespace pushbrake {

class Timetable
{
public:
    void put(SteadyTime at, TaskId task) { m_looks.emplace(at, task); }
    bool isEmpty() const { return m_looks.empty(); }
    int count() const { return int(m_looks.size()); }
    /// When the first of them comes; nothing when none does.
    std::optional<SteadyTime> next() const
    {
        return m_looks.empty() ? std::nullopt : std::optional(m_looks.begin()->first);
    }
    /// Those whose moment has come at `now`, the earliest first; they stand here no longer.
    QList<TaskId> takeDue(SteadyTime now)
    {
        QList<TaskId> due;
        while (!m_looks.empty() && m_looks.begin()->first <= now) {
            due.append(m_looks.begin()->second);
            m_looks.erase(m_looks.begin());
        }
        return due;
    }

private:
    std::multimap<SteadyTime, TaskId> m_looks;
};

} // namespace pushbrake
