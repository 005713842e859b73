// What a person expects of a push before a campaign: when it goes out, to whom and with which title, as far as each is
// given. A plain value; kept by store/, compared by check/.
#pragma once

#include "domain/task.h"

namespace pushbrake {

struct Expectation
{
    TaskId id = 0;
    QDateTime goesOutAt {}; ///< UTC; invalid when not given
    std::optional<Audience> audience {};
    QString title {}; ///< empty when not given

    bool operator==(const Expectation&) const = default;
};

/// What is known of each now, one for each ID: of two that are the same the first counts.
QList<Expectation> expectationsOf(const QList<Task>& tasks);

} // namespace pushbrake
