// What is known of every row of the list at a moment: its push in brief, what a run says of it, and when the service
// was last asked for it. A value that is cheap to copy; TaskModel owns the present one, whoever filters has a copy.
#pragma once

#include "cancel/runplan.h"
#include "domain/taskbrief.h"
#include "ui/tasks/statuschoice.h"
#include "ui/words/badges.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <optional>

namespace pushbrake {

struct RowFacts
{
    QList<TaskBrief> briefs; ///< by row
    QHash<TaskId, RunState> runStates;
    QHash<TaskId, qint64> askedAt; ///< milliseconds since 1970, UTC; since the app was opened

    std::optional<RunState> runState(TaskId task) const;
    bool isUnderWay(TaskId task) const; ///< in a run that has not settled it
    /// What is said of a push whose time is over; nothing for another.
    std::optional<sentences::DueWord> dueWord(const TaskBrief& brief, qint64 nowMs) const;
    /// Its time is over and the service has not been asked since: it is not known whether it went out.
    bool hasTimeCome(const TaskBrief& brief, qint64 nowMs) const;
    /// Cancellable by what is known of it, and not already under way in a run.
    bool mayCancel(const TaskBrief& brief, qint64 nowMs) const;
    /// What its Status says, a run that goes on left aside.
    StatusChoice statusOf(const TaskBrief& brief, qint64 nowMs) const;
};

} // namespace pushbrake
