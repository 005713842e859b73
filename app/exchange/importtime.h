// When a push of an imported row goes out: the cell's time, by the zone that it, its heading or the person names. Pure;
// part of readImport().
#pragma once

#include "domain/expectation.h"
#include "domain/walltime.h"
#include "exchange/columnplan.h"
#include "exchange/importpreview.h"
#include "exchange/rawtable.h"

#include <QHash>

#include <optional>

namespace pushbrake {

struct ImportTime
{
    QDateTime utc; ///< invalid when left open
    std::optional<ImportReason> reason;
    bool isWithoutZone = false; ///< read by the person's zone
    bool isPast = false;
    TimePrecision precision = TimePrecision::Second;
};

class ImportTimes
{
public:
    /// With the order of short dates, the offset that the heading names, and the person's zone for where none is named.
    ImportTimes(DateOrder order, std::optional<int> headingOffset, QTimeZone zone, QDateTime now);

    ImportTime read(const RawCell& cell);

private:
    const WallTime& wallTime(QDate date, QTime time);

    DateOrder m_order;
    std::optional<int> m_headingOffset; ///< in seconds
    QTimeZone m_zone;
    QDateTime m_now;
    QHash<qint64, WallTime> m_wallTimes; ///< campaigns share their times, and zones are slow
};

} // namespace pushbrake
