// Reads one task number that a person typed or a cell holds; pastedids.h reads whole texts. Pure, owns nothing. Refuses
// with a reason rather than repairing by guess.
#pragma once

#include "domain/task.h"

#include <QString>
#include <QStringView>

#include <expected>

namespace pushbrake {

enum class TaskIdFault {
    Empty,
    Letters, ///< something other than digits
    Scientific, ///< 1.23457E+18: a spreadsheet replaced part of the number
    Decimal, ///< 1234.0
    Separators, ///< 1,234,567
    Sign, ///< +1 or -1
    Zero,
    LeadingZero,
    TooLarge, ///< above 9223372036854775807
    PushId, ///< the ID of a push already sent (660cc447_..., batch_...), for recall
    Moment, ///< 10:30 or 2026-11-26; in a text only, like the next two
    Phone, ///< +49 170 1234567
    Address ///< of the web or of a person, with digits
};

/// Without what copying leaves around a number and nobody sees: blanks, zero-width and bidi characters.
[[nodiscard]] QStringView withoutUnseenEdges(QStringView text);

/// ASCII digits, full-width ones folded; surrounding blanks, quotes and zero-width characters are taken off.
[[nodiscard]] std::expected<TaskId, TaskIdFault> readTaskId(QStringView text);

} // namespace pushbrake
