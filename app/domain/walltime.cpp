#include "domain/walltime.h"

namespace pushbrake {

WallTime readWallTime(QDate date, QTime time, const QTimeZone& zone)
{
    constexpr qint64 day = 24 * 60 * 60;
    const QDateTime shown(date, time, Qt::UTC);
    // Clocks are put forward or back on one of these sides of it, if at all.
    const int before = zone.offsetFromUtc(shown.addSecs(-day));
    const int after = zone.offsetFromUtc(shown.addSecs(day));
    const QDateTime early = shown.addSecs(-before);
    const QDateTime late = shown.addSecs(-after);
    const bool isEarly = zone.offsetFromUtc(early) == before;
    const bool isLate = zone.offsetFromUtc(late) == after;
    if (before != after && isEarly && isLate)
        return { WallTime::Kind::Twice, early, late };
    if (isEarly || isLate)
        return { WallTime::Kind::Once, isEarly ? early : late, {} };
    return { WallTime::Kind::Skipped, early, {} };
}

QDateTime beginOfDay(QDate day, const QTimeZone& zone)
{
    const WallTime midnight = readWallTime(day, QTime(0, 0), zone);
    if (midnight.kind != WallTime::Kind::Skipped)
        return midnight.utc;
    const QDateTime first = day.startOfDay(zone).toUTC();
    return first.isValid() ? first : midnight.utc; // a day that was left out as a whole begins with the next
}

} // namespace pushbrake
