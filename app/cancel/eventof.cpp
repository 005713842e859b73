#include "cancel/eventof.h"

#include "api/errorcatalogue.h"

namespace pushbrake {

RunEvent eventOf(RunEvent::Kind kind, TaskId task, const CallReport& report, const QDateTime& answeredAt)
{
    RunEvent event;
    event.taskId = task;
    event.kind = kind;
    event.hasLeft = report.mayHaveArrived;
    event.answeredAt = answeredAt;
    event.code = report.code;
    event.fault = report.fault;
    event.httpStatus = report.httpStatus;
    event.serviceText = report.serviceText;
    return event;
}

RunEvent eventOf(const RunEntry& asked, const CallReport& report, const QDateTime& answeredAt)
{
    RunEvent event = eventOf(RunEvent::Kind::Deed, asked.task.id, report, answeredAt);
    event.requestNumber = asked.requestNumber;
    event.sentAt = asked.sentAt;
    return event;
}

TaskStatus seenStatus(const CallReport& report, const Task& read)
{
    if (report.ok())
        return read.status;
    return report.answered() && saysNoSuchTask(report.code) ? TaskStatus::Gone : TaskStatus::NotRead;
}

} // namespace pushbrake
