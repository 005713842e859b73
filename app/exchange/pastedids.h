// Finds the task IDs in what people paste: a column of a spreadsheet, or a chat message as it is. Pure, owns nothing.
// Repairs nothing by guessing: what has digits and is no task ID is refused with a reason, and what is one but unlike
// the others is marked. Words are nobody's error.
#pragma once

#include "domain/task.h"
#include "exchange/taskidtext.h"

#include <QList>
#include <QString>

namespace pushbrake {

struct PastedIds
{
    struct Found
    {
        TaskId id = 0;
        int line = 0; ///< 1-based, of its first appearance
        int times = 1; ///< how often it appears
        bool isUnlike = false; ///< in its number of digits, see usualDigits
        QList<int> againOn; ///< lines of its later appearances
    };
    struct Refused
    {
        int line = 0; ///< 1-based
        QString text; ///< as pasted, foreign text
        TaskIdFault fault = TaskIdFault::Letters;
    };
    QList<Found> found; ///< in the order pasted, each once
    QList<Refused> refused;
    bool hasWords = false; ///< without a number, left out
    /// How many digits most of them have, of those with at least six; 0 when all are short, and then none is unlike the
    /// others. Unlike is whatever has fewer than six digits, or differs from this by more than one.
    int usualDigits = 0;
    bool isCutShort = false; ///< there were more than are read
};

/// One a line, or separated by blanks, punctuation, brackets, quotes, "#", "/" and their Chinese and Arabic kin, or
/// after a word with a colon, an equals sign or a hyphen ("task-7000000001"). At most 100,000 numbers.
PastedIds readPastedIds(const QString& text);

/// Whether a text that nobody chose to paste is worth offering: it has a task ID in it that is not a short number among
/// words.
bool isWorthOffering(const PastedIds& ids);

} // namespace pushbrake
