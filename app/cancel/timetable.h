// Which tasks are to be looked at when, and the alarm that rings for them. Borrows the clock. Owned by CancelRun and
// Aftercare.
#pragma once

#include "domain/clock.h"
#include "domain/task.h"

#include <functional>
#include <map>
#include <memory>

namespace pushbrake {

class Timetable
{
public:
    /// `look` is called for each task when its moment has come, the earliest first; the task stands here no longer.
    Timetable(const Clock& clock, std::function<void(TaskId)> look);

    void put(TaskId task, Milliseconds wait);
    /// The same for a task that is not to be looked at before anyway.
    void putUnlessSooner(TaskId task, Milliseconds wait);
    int count() const { return int(m_looks.size()); }

private:
    void callThoseDue();

    const Clock& m_clock;
    std::function<void(TaskId)> m_look;
    std::multimap<SteadyTime, TaskId> m_looks;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace pushbrake
