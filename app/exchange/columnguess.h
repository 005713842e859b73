// Guesses which column of a table means what, from its headings in the program's languages and from what is in the
// cells. Pure. Says when it is not sure which column holds the IDs: then a person has to point at it.
#pragma once

#include "exchange/columnplan.h"
#include "exchange/tablereader.h"

#include <optional>

namespace pushbrake {

ColumnPlan guessColumns(const ReadTable& read);

/// The same after a person has said where the headings are.
ColumnPlan guessColumns(const ReadTable& read, int headingRow);

/// Of the cells of a row; the same for the same headings whatever their case, width and blanks. Empty without any.
QByteArray headingFingerprint(const RawTable& table, int row);

/// In seconds, where the heading of the plan's time names a zone.
std::optional<int> zoneOffsetOf(const RawTable& table, const ColumnPlan& plan);

/// What the cells of the plan's time say, unless they contradict each other; what a person answered where they say
/// nothing.
DateOrder dateOrderOf(const RawTable& table, const ColumnPlan& plan);

/// Whether it is another row of headings, like the one of the plan or known as such.
bool isHeadingRow(const RawTable& table, int row, const ColumnPlan& plan);

} // namespace pushbrake
