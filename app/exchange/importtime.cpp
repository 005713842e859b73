#include "exchange/importtime.h"

#include "exchange/timetext.h"

namespace pushbrake {

namespace {

constexpr qsizetype keptTimes = 10'000;

ImportReason reasonOf(TimeFault fault)
{
    switch (fault) {
    case TimeFault::NoTimeOfDay: return ImportReason::TimeOfDayMissing;
    case TimeFault::DateOrder: return ImportReason::DateOrderUnknown;
    case TimeFault::UnknownZone: return ImportReason::UnknownZone;
    case TimeFault::Empty:
    case TimeFault::Unclear: break;
    }
    return ImportReason::TimeUnclear;
}

std::optional<ImportReason> reasonOf(TimeText::Source source)
{
    switch (source) {
    case TimeText::Source::Serial: return ImportReason::TimeFromSerial;
    case TimeText::Source::UnixTime: return ImportReason::TimeFromUnix;
    case TimeText::Source::Words: break;
    }
    return {};
}

} // namespace

ImportTimes::ImportTimes(DateOrder order, std::optional<int> headingOffset, QTimeZone zone, QDateTime now)
    : m_order(order)
    , m_headingOffset(headingOffset)
    , m_zone(std::move(zone))
    , m_now(std::move(now))
{
}

const WallTime& ImportTimes::wallTime(QDate date, QTime time)
{
    const qint64 key = date.toJulianDay() * 86'400'000 + time.msecsSinceStartOfDay();
    if (const auto known = m_wallTimes.constFind(key); known != m_wallTimes.constEnd())
        return *known;
    if (m_wallTimes.size() >= keptTimes)
        m_wallTimes.clear();
    return *m_wallTimes.insert(key, readWallTime(date, time, m_zone));
}

ImportTime ImportTimes::read(const RawCell& cell)
{
    const auto time = readTimeText(cell.text, m_order);
    ImportTime result;
    if (!time) {
        if (time.error() != TimeFault::Empty)
            result.reason = reasonOf(time.error());
        return result;
    }
    result.reason = reasonOf(time->source);
    // A cell that holds a moment says nothing of how it was written.
    const bool hasSeconds = cell.kind == CellKind::Date ? time->time.second() != 0 : time->hasSeconds;
    result.precision = hasSeconds ? TimePrecision::Second : TimePrecision::Minute;
    const auto offset = time->zoneOffset ? time->zoneOffset : m_headingOffset;
    if (offset) {
        result.utc = QDateTime(time->date, time->time, Qt::UTC).addSecs(-*offset);
    } else {
        const WallTime& wall = wallTime(time->date, time->time);
        result.isWithoutZone = true;
        if (wall.kind == WallTime::Kind::Once)
            result.utc = wall.utc;
        else
            result.reason = wall.kind == WallTime::Kind::Twice ? ImportReason::TimeTwice : ImportReason::TimeSkipped;
    }
    result.isPast = result.utc.isValid() && result.utc < m_now;
    return result;
}

} // namespace pushbrake
