// What a person narrows the list by, as it was chosen; without what was brought in, which is of the moment. A plain
// value: what is shown as chips, kept as a view, and given to RowOrder.
#pragma once

#include "domain/task.h"
#include "ui/tasks/originchoice.h"
#include "ui/tasks/resultchoice.h"
#include "ui/tasks/statuschoice.h"
#include "ui/tasks/timechoice.h"

#include <QString>

#include <optional>

namespace pushbrake {

struct Narrowing
{
    static constexpr int longestTyped = 10'000; ///< some hundreds of task IDs

    QString typed; ///< see TaskWords
    StatusChoice status = StatusChoice::Any;
    std::optional<Audience> audience; ///< nothing: any
    TimeChoice time = TimeChoice::Any;
    TimeSpan between; ///< of TimeChoice::Between; empty otherwise
    ResultChoice result = ResultChoice::Any;
    OriginChoice origin;

    bool operator==(const Narrowing&) const = default;
};

} // namespace pushbrake
