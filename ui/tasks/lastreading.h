// When the list was read from the service last and how that went, and the words for it: "read at 14:05, 3 min ago
// (today)". A reading that failed or stopped is never told as one. A plain value, made by Refresher.
#pragma once

#include "api/listreading.h"
#include "ui/tasks/refreshrange.h"

#include <QDateTime>
#include <QString>

namespace pushbrake {

struct LastReading
{
    QDateTime at {}; ///< UTC, of what is in sight: whole or a part; invalid: nothing was read yet
    bool isPart = false; ///< what was read then is not all
    QDateTime failedAt {}; ///< UTC, of a try since that brought nothing; invalid without any
    RefreshRange range { RefreshRange::Kind::Everything, {}, {} }; ///< of which all or a part was read

    /// With one more of that range, begun at `at`.
    LastReading after(const ListReading& reading, const RefreshRange& ofRange, const QDateTime& at) const;
    bool operator==(const LastReading&) const = default;
};

/// Calm: it changes with the minutes, and says "just now" before the first is over.
QString lastReadingWords(const LastReading& last, const QDateTime& nowUtc);
/// What that means, in whole sentences.
QString lastReadingTip(const LastReading& last, const QDateTime& nowUtc);

} // namespace pushbrake
