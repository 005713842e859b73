#include "cancel/runplan.h"

#include <algorithm>

namespace pushbrake {

bool isDueWithin(const Task& task, Milliseconds time, const QDateTime& nowUtc)
{
    return task.goesOutAt.isValid() && nowUtc.msecsTo(task.goesOutAt) <= time.count();
}

TaskId soonestOf(const QList<Task>& tasks)
{
    const auto goesOutBefore = [](const Task& a, const Task& b) {
        return a.goesOutAt.isValid() && (!b.goesOutAt.isValid() || a.goesOutAt < b.goesOutAt);
    };
    return std::min_element(tasks.begin(), tasks.end(), goesOutBefore)->id;
}

SettledResult resultOf(const RunEntry& entry, Outcome outcome, bool checked, const QDateTime& now)
{
    SettledResult result;
    result.taskId = entry.task.id;
    result.outcome = outcome;
    result.checked = checked;
    result.code = entry.lastAnswer.code;
    result.fault = entry.lastAnswer.fault;
    result.httpStatus = entry.lastAnswer.httpStatus;
    result.serviceText = entry.lastAnswer.serviceText;
    result.requestNumber = entry.requestNumber;
    result.attempts = entry.attempts;
    result.sentAt = entry.attempts > 0 ? entry.sentAt : QDateTime();
    result.settledAt = now;
    return result;
}

SettledResult givenBack(const RunEntry& entry, const QDateTime& now)
{
    if (entry.mayHaveApplied)
        return resultOf(entry, Outcome::NotSent, true, entry.seenPendingAt.isValid() ? entry.seenPendingAt : now);
    if (entry.neverLeft)
        return resultOf(entry, Outcome::NotSent, false, now);
    const bool refused = entry.attempts > 0 && entry.lastAnswer.answered() && entry.lastAnswer.code != 0;
    return resultOf(entry, refused ? Outcome::Rejected : Outcome::Withdrawn, false, now);
}

} // namespace pushbrake
