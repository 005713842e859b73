#include "ui/tasks/timechoice.h"

#include "domain/walltime.h"

#include <QDateTime>

#include <limits>

namespace pushbrake {

namespace {

constexpr qint64 hour = 3'600'000;

/// From its first moment to that of the next: where the clocks go forward at midnight, that is not 00:00.
TimeSpan dayAt(qint64 ms, int daysAhead, const QTimeZone& zone)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms, zone).date().addDays(daysAhead);
    return { beginOfDay(day, zone).toMSecsSinceEpoch(), beginOfDay(day.addDays(1), zone).toMSecsSinceEpoch() };
}

} // namespace

bool goesByDay(TimeChoice choice)
{
    return choice == TimeChoice::Today || choice == TimeChoice::Tomorrow;
}

TimeSpan spanOf(TimeChoice choice, const TimeSpan& between, qint64 nowMs, const QTimeZone& zone)
{
    switch (choice) {
    case TimeChoice::NextHour: return { nowMs, nowMs + hour + 1 };
    case TimeChoice::NextDay: return { nowMs, nowMs + 24 * hour + 1 };
    case TimeChoice::NextWeek: return { nowMs, nowMs + 168 * hour + 1 };
    case TimeChoice::Today: return dayAt(nowMs, 0, zone);
    case TimeChoice::Tomorrow: return dayAt(nowMs, 1, zone);
    case TimeChoice::Between: return between;
    case TimeChoice::Past: return { std::numeric_limits<qint64>::min(), nowMs };
    case TimeChoice::Any:
    case TimeChoice::NotKnown: break;
    }
    return {};
}

} // namespace pushbrake
