// What the list knows of every push at once, however many there are: enough to filter, order, count and choose by. The
// words of a push (title, note, the service's texts) are read when it is shown. A plain value of 24 bytes.
#pragma once

#include "domain/task.h"

#include <limits>

namespace pushbrake {

struct TaskBrief
{
    static constexpr qint64 noTime = (qint64(1) << 47) - 1; ///< so that it stands after all times
    static constexpr qint64 firstTime = -noTime; ///< 4,459 years before 1970; one before it is kept as this one
    static constexpr int longestCode = (1 << 20) - 1; ///< a code beyond it is kept as this one

    TaskId id = 0;
    qint64 goesOutMs : 48 = noTime; ///< since 1970, UTC
    quint64 originNumber : 16 = 0; ///< see domain/origin.h
    quint32 resultSeconds = 0; ///< since 1970, UTC, until 2106; 0: never tried
    quint32 code : 20 = 0; ///< the service's ErrorCode of the last result
    quint32 statusNumber : 3 = 0;
    quint32 audienceNumber : 2 = 0; ///< 0: not known
    quint32 outcomeNumber : 3 = 0; ///< 0: none
    quint32 isChecked : 1 = 0;
    quint32 isReadFromService : 1 = 0;

    TaskStatus status() const { return TaskStatus(statusNumber); }
    bool mayStillGoOut() const { return pushbrake::mayStillGoOut(status()); }
    bool isCancellable() const { return audienceNumber != 0 && mayStillGoOut(); }
    bool isScheduledAgain() const { return pushbrake::isScheduledAgain(status(), lastOutcome()); }
    std::optional<Audience> audience() const;
    std::optional<Outcome> lastOutcome() const;
    quint16 origin() const { return quint16(originNumber); }
    QDateTime goesOutAt() const; ///< UTC; invalid when not known

    bool operator==(const TaskBrief&) const = default;
};
static_assert(sizeof(TaskBrief) == 24);

/// The nearest to it that a brief has room for.
qint64 briefTime(qint64 ms);

TaskBrief briefOf(const Task& task);

/// What a brief knows; the words are empty, and the time of the last result is of the full second.
Task taskOf(const TaskBrief& brief);

} // namespace pushbrake
