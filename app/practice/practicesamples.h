// A dozen believable tasks for practice, always in the same order and so with the same IDs. Half of them go out or went
// out around the given moment; the others stand at whole hours of the next six days, the same at each start, so that a
// check which was saved one day finds them the next. Pure.
#pragma once

#include "practice/practicebook.h"

#include <QList>

namespace pushbrake {

QList<PracticeBook::Entry> practiceSamples(const QDateTime& now);

} // namespace pushbrake
