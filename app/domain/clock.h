// Time as the core sees it, handed in through constructors so that tests can hold it still.
// Decisions use the steady clock; the wall clock is only for what people and the service read.
#pragma once

#include <QDateTime>

#include <chrono>

namespace pushbrake {

using SteadyTime = std::chrono::steady_clock::time_point;
using Milliseconds = std::chrono::milliseconds;

class Clock
{
public:
    virtual ~Clock() = default;

    /// Monotonic; never jumps with a change of the computer's date.
    virtual SteadyTime steadyNow() const = 0;
    /// Wall clock, always Qt::UTC.
    virtual QDateTime utcNow() const = 0;
};

class SystemClock final : public Clock
{
public:
    SteadyTime steadyNow() const override { return std::chrono::steady_clock::now(); }
    QDateTime utcNow() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace pushbrake
