// Reads a list of tasks from comma-separated text: task_id, type, sched_at_utc, named in a first row. Pure.
// For cancelprobe.
// All or nothing: the first row that cannot be read refuses the whole text, so that no list is cancelled by half.
#pragma once

#include "domain/task.h"

#include <QByteArray>
#include <QList>

#include <expected>

namespace pushbrake {

struct TaskCsvFault
{
    enum class Kind {
        NoHeader, ///< the first row does not name the three columns
        Columns, ///< a row with another number of columns, or a quote that never closes
        Id, ///< see readTaskId()
        Type, ///< not "All", "Tag" or "User"
        Time, ///< neither ISO 8601 in UTC nor "YYYY-MM-DD HH:MM:SS"
        Empty ///< no rows below the header, or no text
    };
    int line = 0; ///< 1-based
    Kind kind = Kind::Empty;
};

/// UTF-8, with or without a byte order mark. Columns in any order; blank lines are skipped; an empty time is an unknown
/// one.
[[nodiscard]] std::expected<QList<Task>, TaskCsvFault> readTaskCsv(const QByteArray& text);

} // namespace pushbrake
