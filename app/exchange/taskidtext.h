// Reads task numbers that people typed or pasted. Pure. Refuses with a reason rather than repairing by guess.
#pragma once

#include "domain/task.h"

#include <QList>
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
    PushId ///< the ID of a push already sent (660cc447_..., batch_...), for recall
};

/// ASCII digits, full-width ones folded; surrounding blanks, quotes and zero-width characters are taken off.
[[nodiscard]] std::expected<TaskId, TaskIdFault> readTaskId(QStringView text);

/// What one paste brought.
struct PastedIds
{
    struct Found
    {
        TaskId id = 0;
        int line = 0; ///< 1-based, of its first appearance
        int times = 1; ///< how often it appears
    };
    struct Refused
    {
        int line = 0; ///< 1-based
        QString text; ///< as pasted, foreign text
        TaskIdFault fault = TaskIdFault::Letters;
    };
    QList<Found> found; ///< in the order pasted, each once
    QList<Refused> refused;
};

/// One a line, or separated by blanks, commas, semicolons, bars and their Chinese and Arabic kin. At most 100,000
/// numbers.
PastedIds readPastedIds(const QString& text);

} // namespace pushbrake
