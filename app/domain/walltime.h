// When a clock on a wall shows a time: once, never because it was put forward over it, or twice because it was put
// back. Pure, owns nothing.
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace pushbrake {

struct WallTime
{
    enum class Kind { Once, Skipped, Twice };

    Kind kind = Kind::Once;
    QDateTime utc; ///< of two the first; of a skipped time what the clock would show without having been put forward
    QDateTime secondUtc; ///< of a time that comes twice
};

WallTime readWallTime(QDate date, QTime time, const QTimeZone& zone);
/// The first moment of a day there, UTC: of a midnight that comes twice the first, and where the clocks go forward over
/// it the moment to which they go. It is also the end of the day before.
QDateTime beginOfDay(QDate day, const QTimeZone& zone);

} // namespace pushbrake
