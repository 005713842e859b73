// The time in which a check looks for pushes that nobody expected: from the earliest to the latest expected one, in
// whole seconds. Pure; part of CheckRun, and said on its page.
#pragma once

#include "api/listrange.h"
#include "domain/expectation.h"

#include <optional>

namespace pushbrake {

/// Nothing where no time was given, and where they lie so far apart that one of them is a slip.
std::optional<ListRange> rangeOf(const QList<Expectation>& expected);
/// The same in pieces for the list, none longer than the service allows: for the expected ones alone.
QList<ListRange> windowsOf(const ListRange& range);

} // namespace pushbrake
