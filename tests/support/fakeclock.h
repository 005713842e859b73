// A clock that stands still until a test moves it.
#pragma once

#include "domain/clock.h"

namespace pushbrake {

class FakeClock final : public Clock
{
public:
    SteadyTime steadyNow() const override { return steady; }
    QDateTime utcNow() const override { return utc; }

    void advance(Milliseconds by)
    {
        steady += by;
        utc = utc.addMSecs(by.count());
    }

    SteadyTime steady { std::chrono::hours(1) };
    QDateTime utc = QDateTime(QDate(2026, 6, 1), QTime(2, 0), Qt::UTC);
};

} // namespace pushbrake
