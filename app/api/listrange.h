// The stretch of time whose pushes are read. A plain value: both ends belong to it.
#pragma once

#include <QDateTime>

namespace pushbrake {

struct ListRange
{
    QDateTime from; ///< UTC
    QDateTime until; ///< UTC, not before `from`

    /// False for a time that is not known.
    bool contains(const QDateTime& utc) const { return utc.isValid() && from <= utc && utc <= until; }
    bool operator==(const ListRange&) const = default;
};

} // namespace pushbrake
