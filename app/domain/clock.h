// Time as the core sees it, handed in through constructors so that tests can hold it still or let hours pass at once.
// Decisions use the steady clock; the wall clock is for when pushes go out and for what people and the service read.
#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

namespace pushbrake {

using SteadyTime = std::chrono::steady_clock::time_point;
using Milliseconds = std::chrono::milliseconds;

/// Rings once, from the event loop, when its time has come. Silent once it is gone.
class Alarm
{
public:
    virtual ~Alarm() = default;

    /// Forgets what it was set to before.
    virtual void set(Milliseconds wait) = 0;
    virtual void stop() = 0;
};

class Clock
{
public:
    virtual ~Clock() = default;

    /// Monotonic; never jumps with a change of the computer's date.
    virtual SteadyTime steadyNow() const = 0;
    /// Wall clock, always Qt::UTC.
    virtual QDateTime utcNow() const = 0;
    /// One that rings by the steady clock, to the millisecond.
    virtual std::unique_ptr<Alarm> alarm(std::function<void()> ring) const;
};

class SystemClock final : public Clock
{
public:
    SteadyTime steadyNow() const override { return std::chrono::steady_clock::now(); }
    QDateTime utcNow() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace pushbrake
