#include "domain/taskbrief.h"

#include <algorithm>

namespace pushbrake {

static_assert(int(TaskStatus::Other) < 8 && int(Audience::User) + 1 < 4 && int(Outcome::Withdrawn) + 1 < 8);

std::optional<Audience> TaskBrief::audience() const
{
    return audienceNumber == 0 ? std::nullopt : std::optional(Audience(audienceNumber - 1));
}

std::optional<Outcome> TaskBrief::lastOutcome() const
{
    return outcomeNumber == 0 ? std::nullopt : std::optional(Outcome(outcomeNumber - 1));
}

QDateTime TaskBrief::goesOutAt() const
{
    return goesOutMs == noTime ? QDateTime() : QDateTime::fromMSecsSinceEpoch(goesOutMs, Qt::UTC);
}

qint64 briefTime(qint64 ms)
{
    return std::clamp(ms, TaskBrief::firstTime, TaskBrief::noTime - 1);
}

TaskBrief briefOf(const Task& task)
{
    TaskBrief brief;
    brief.id = task.id;
    if (task.goesOutAt.isValid())
        brief.goesOutMs = briefTime(task.goesOutAt.toMSecsSinceEpoch());
    if (task.lastResultAt.isValid())
        brief.resultSeconds
            = quint32(std::clamp<qint64>(task.lastResultAt.toSecsSinceEpoch(), 1, std::numeric_limits<quint32>::max()));
    brief.code = quint32(std::clamp(task.lastCode, 0, TaskBrief::longestCode));
    brief.statusNumber = quint32(task.status);
    brief.audienceNumber = task.audience ? quint32(*task.audience) + 1 : 0;
    brief.outcomeNumber = task.lastOutcome ? quint32(*task.lastOutcome) + 1 : 0;
    brief.isChecked = task.lastChecked;
    brief.isReadFromService = task.readFromService;
    brief.originNumber = task.origin;
    return brief;
}

Task taskOf(const TaskBrief& brief)
{
    Task task;
    task.id = brief.id;
    task.goesOutAt = brief.goesOutAt();
    if (brief.resultSeconds > 0)
        task.lastResultAt = QDateTime::fromSecsSinceEpoch(brief.resultSeconds, Qt::UTC);
    task.lastCode = int(brief.code);
    task.status = brief.status();
    task.audience = brief.audience();
    task.lastOutcome = brief.lastOutcome();
    task.lastChecked = brief.isChecked;
    task.readFromService = brief.isReadFromService;
    task.origin = brief.origin();
    return task;
}

} // namespace pushbrake
