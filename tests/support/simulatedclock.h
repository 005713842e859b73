// Time that passes only when a test says so, and then at once: its alarms ring in order, so that hours of a run with
// its gate and its waits take milliseconds.
#pragma once

#include "domain/clock.h"

#include <QCoreApplication>

#include <functional>
#include <map>
#include <memory>

namespace pushbrake {

class SimulatedClock final : public Clock
{
public:
    SteadyTime steadyNow() const override { return m_now; }
    QDateTime utcNow() const override
    {
        const auto passed = std::chrono::duration_cast<Milliseconds>(m_now - SteadyTime(std::chrono::hours(1)));
        return start().addMSecs((passed + m_wallAhead).count());
    }
    static QDateTime start() { return QDateTime(QDate(2026, 6, 1), QTime(2, 0), Qt::UTC); }

    std::unique_ptr<Alarm> alarm(std::function<void()> ring) const override
    {
        return std::make_unique<SimulatedAlarm>(m_events, m_now, std::move(ring));
    }
    void after(Milliseconds wait, std::function<void()> then) { m_events.emplace(m_now + wait, std::move(then)); }

    /// The date jumps and nothing else: somebody sets the clock, or the computer slept.
    void setWallClock(Milliseconds ahead) { m_wallAhead += ahead; }

    /// Lets time pass until `isDone`, or for so long at most; false when it was not done by then.
    bool passUntil(const std::function<bool()>& isDone, Milliseconds most)
    {
        const SteadyTime end = m_now + most;
        for (;;) {
            QCoreApplication::processEvents();
            if (isDone())
                return true;
            if (m_events.empty() || m_events.begin()->first > end) {
                m_now = end;
                return false;
            }
            auto next = m_events.extract(m_events.begin());
            m_now = std::max(m_now, next.key());
            next.mapped()();
        }
    }
    void pass(Milliseconds time)
    {
        passUntil([] { return false; }, time);
    }

private:
    using Events = std::multimap<SteadyTime, std::function<void()>>;

    class SimulatedAlarm final : public Alarm
    {
    public:
        SimulatedAlarm(Events& events, const SteadyTime& now, std::function<void()> ring)
            : m_events(events)
            , m_now(now)
            , m_ring(std::make_shared<std::function<void()>>(std::move(ring)))
        {
        }
        void set(Milliseconds wait) override
        {
            // What was set before finds that it is not the last one, or that the alarm is gone.
            m_set = std::make_shared<int>();
            m_events.emplace(m_now + std::max(Milliseconds(0), wait),
                [set = std::weak_ptr<int>(m_set), ring = std::weak_ptr(m_ring)] {
                    if (const auto rings = ring.lock(); rings && set.lock())
                        (*rings)();
                });
        }
        void stop() override { m_set.reset(); }

    private:
        Events& m_events;
        const SteadyTime& m_now;
        std::shared_ptr<std::function<void()>> m_ring;
        std::shared_ptr<int> m_set;
    };

    SteadyTime m_now { std::chrono::hours(1) };
    Milliseconds m_wallAhead { 0 };
    mutable Events m_events;
};

} // namespace pushbrake
