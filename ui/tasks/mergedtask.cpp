#include "ui/tasks/mergedtask.h"

namespace pushbrake {

Task withResult(Task task, const SettledResult& result)
{
    task.lastOutcome = result.outcome;
    task.lastCode = result.code;
    task.lastResultAt = result.settledAt;
    task.lastChecked = result.checked;
    if (result.outcome == Outcome::Cancelled)
        task.status = TaskStatus::Gone;
    else if (result.outcome == Outcome::TooLate)
        task.status = TaskStatus::Dispatching;
    return task;
}

} // namespace pushbrake
