// What a person expects of a push before a campaign: when it goes out, to whom and with which title, as far as each is
// given. A plain value; kept by store/, compared by check/.
#pragma once

#include "domain/task.h"

namespace pushbrake {

/// How exactly a time was given. Minute: "10:00", which any second of that minute fulfils.
enum class TimePrecision { Second, Minute };

struct Expectation
{
    TaskId id = 0;
    QDateTime goesOutAt {}; ///< UTC; invalid when not given
    std::optional<Audience> audience {};
    QString title {}; ///< empty when not given
    TimePrecision precision = TimePrecision::Second; ///< of goesOutAt

    /// The last second that is as expected, the first one being goesOutAt's; invalid when no time is given.
    QDateTime lastSecond() const;
    bool operator==(const Expectation&) const = default;
};

/// Without a second of its own.
bool isWholeMinute(const QDateTime& utc);

/// What is known of each now, one for each ID: of two that are the same the first counts. What people entered and the
/// service was never asked about is known to the minute, unless it has seconds.
QList<Expectation> expectationsOf(const QList<Task>& tasks);

} // namespace pushbrake
