#include "cancel/timetable.h"

#include <algorithm>

namespace pushbrake {

Timetable::Timetable(const Clock& clock, std::function<void(TaskId)> look)
    : m_clock(clock)
    , m_look(std::move(look))
    , m_alarm(clock.alarm([this] { callThoseDue(); }))
{
}

void Timetable::put(TaskId task, Milliseconds wait)
{
    m_looks.emplace(m_clock.steadyNow() + wait, task);
    callThoseDue();
}

void Timetable::putUnlessSooner(TaskId task, Milliseconds wait)
{
    const auto later = m_looks.upper_bound(m_clock.steadyNow() + wait);
    if (std::none_of(m_looks.begin(), later, [task](const auto& look) { return look.second == task; }))
        put(task, wait);
}

void Timetable::callThoseDue()
{
    const SteadyTime now = m_clock.steadyNow();
    while (!m_looks.empty() && m_looks.begin()->first <= now) {
        const TaskId task = m_looks.extract(m_looks.begin()).mapped();
        m_look(task);
    }
    if (!m_looks.empty())
        m_alarm->set(std::chrono::ceil<Milliseconds>(m_looks.begin()->first - now));
}

} // namespace pushbrake
