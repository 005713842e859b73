// What a fresh reading leaves to be cancelled of everything that goes out within some minutes, and what it leaves out
// and why. Pure.
#pragma once

#include "api/listrange.h"
#include "domain/task.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace pushbrake {

struct DuePushes
{
    QList<Task> tasks; ///< soonest first
    int wentOut = 0; ///< or are going out just now
    int underWay = 0; ///< in a run that goes on
    int cancelled = 0; ///< since they were read
    int withoutAudience = 0; ///< nothing can be asked for
    int timeNotKnown = 0; ///< the service showed them among those that go out then
    int otherStatus = 0; ///< the service's word is not known

    int count(Audience audience) const;
    bool operator==(const DuePushes&) const = default;
};

/// What has happened to pushes here since they were read.
struct Meanwhile
{
    QSet<TaskId> underWay;
    QSet<TaskId> cancelled;
};

/// `range`: what was read; `now`: UTC, later than that.
DuePushes duePushes(const QList<Task>& read, const ListRange& range, const Meanwhile& meanwhile, const QDateTime& now);

} // namespace pushbrake
