// The times by which the list can be narrowed, and the stretch that each of them means at a moment. Pure; used by
// RowOrder and FilterMenu.
#pragma once

#include <QTimeZone>
#include <QtGlobal>

namespace pushbrake {

/// Today and Tomorrow are days of the calendar, as long as the clocks there make them.
enum class TimeChoice { Any, NextHour, NextDay, NextWeek, Today, Tomorrow, Between, Past, NotKnown };

/// In milliseconds since 1970, UTC; `untilMs` is not in it.
struct TimeSpan
{
    qint64 fromMs = 0;
    qint64 untilMs = 0;

    bool contains(qint64 ms) const { return fromMs <= ms && ms < untilMs; }
    bool operator==(const TimeSpan&) const = default;
};

/// The two by which days are counted: what they mean goes by a zone.
bool goesByDay(TimeChoice choice);
/// `between`: what was entered for that choice. Empty for the choices that ask no known time of a push.
TimeSpan spanOf(TimeChoice choice, const TimeSpan& between, qint64 nowMs, const QTimeZone& zone);

} // namespace pushbrake
