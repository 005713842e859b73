// A check as it is taken away: a row of plain text for each push, the worst first, with times in the window's zone and
// in UTC, and what is said of the whole. For clipboard, exports and paper. Pure.
#pragma once

#include "check/comparison.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace pushbrake {

struct CheckPaper
{
    QString what; ///< was checked: a file, a name
    QString app; ///< where
    QDateTime readAt; ///< UTC
    QString others; ///< a sentence: what else was looked for
    QString problem; ///< a sentence: why not all was read; empty where all was
    CheckCounts counts;
    QList<Comparison> rows;
};

namespace checktake {

/// The first row is the heading.
QList<QStringList> table(const CheckPaper& paper);
/// A name and a value each: what, where and when, and the counts; the first row is the heading.
QList<QStringList> facts(const CheckPaper& paper);
QByteArray csv(const CheckPaper& paper);
/// For the clipboard.
QByteArray tabs(const CheckPaper& paper);
/// A sheet of the pushes and one of the facts; nothing when it could not be made.
std::optional<QByteArray> xlsx(const CheckPaper& paper);

} // namespace checktake
} // namespace pushbrake
