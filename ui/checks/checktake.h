// A check as a table of plain text, to be copied, exported or printed: a row for each push, the worst first, times to
// the second in the window's zone and in UTC; and what is said of the whole as pairs of a name and a value. Pure.
#pragma once

#include "check/comparison.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace pushbrake::checktake {

/// The first row is the heading.
QList<QStringList> table(const QList<Comparison>& comparisons);
/// For a file.
QByteArray csv(const QList<Comparison>& comparisons);
/// For the clipboard.
QByteArray tabs(const QList<Comparison>& comparisons);

} // namespace pushbrake::checktake
