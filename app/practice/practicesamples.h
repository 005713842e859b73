// A dozen believable tasks for practice, fresh for the given moment. Pure.
#pragma once

#include "practice/practicebook.h"

#include <QList>

namespace pushbrake {

QList<PracticeBook::Entry> practiceSamples(const QDateTime& now);

} // namespace pushbrake
