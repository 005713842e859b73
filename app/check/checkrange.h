// The time in which a check looks for pushes that nobody expected: from the earliest to the latest expected one, both
// included. Pure; part of CheckRun, and said on its page.
#pragma once

#include "domain/expectation.h"

#include <optional>

namespace pushbrake {

struct CheckRange
{
    QDateTime from; ///< UTC, whole seconds like the next
    QDateTime until;

    bool contains(const QDateTime& time) const { return time.isValid() && from <= time && time <= until; }
    /// The same in pieces for the list, none longer than the service allows.
    QList<CheckRange> windows() const;

    bool operator==(const CheckRange&) const = default;
};

/// Nothing where no time was given, and where they lie so far apart that one of them is a slip.
std::optional<CheckRange> rangeOf(const QList<Expectation>& expected);

} // namespace pushbrake
