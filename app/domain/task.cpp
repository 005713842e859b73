#include "domain/task.h"

namespace pushbrake {

QString audienceWord(Audience audience)
{
    switch (audience) {
    case Audience::All: return QStringLiteral("All");
    case Audience::Tag: return QStringLiteral("Tag");
    case Audience::User: return QStringLiteral("User");
    }
    Q_UNREACHABLE();
}

std::optional<Audience> audienceFromWord(const QString& word)
{
    for (const Audience audience : { Audience::All, Audience::Tag, Audience::User }) {
        if (word == audienceWord(audience))
            return audience;
    }
    return std::nullopt;
}

// Only "pending" was ever seen as a literal; the other two are inferred from the prose, hence the tolerance for case.
TaskStatus taskStatusFromWord(const QString& word)
{
    const auto is = [&word](QLatin1String known) { return word.compare(known, Qt::CaseInsensitive) == 0; };
    if (is(QLatin1String("pending")))
        return TaskStatus::Pending;
    if (is(QLatin1String("dispatching")))
        return TaskStatus::Dispatching;
    if (is(QLatin1String("dispatched")))
        return TaskStatus::Dispatched;
    return TaskStatus::Other;
}

Task withServicesWord(Task known, const Task& read)
{
    if (read.audience)
        known.audience = read.audience;
    if (!read.title.isEmpty())
        known.title = read.title;
    if (!read.description.isEmpty())
        known.description = read.description;
    if (read.goesOutAt.isValid())
        known.goesOutAt = read.goesOutAt;
    if (!read.pushTaskId.isEmpty())
        known.pushTaskId = read.pushTaskId;
    known.status = read.status;
    known.statusWord = read.statusWord;
    known.readFromService = known.readFromService || read.status != TaskStatus::Gone;
    return known;
}

Task withResult(Task known, const SettledResult& result)
{
    known.lastOutcome = result.outcome;
    known.lastCode = result.code;
    known.lastResultAt = result.settledAt;
    known.lastChecked = result.checked;
    if (result.outcome == Outcome::Cancelled)
        known.status = TaskStatus::Gone;
    else if (result.outcome == Outcome::TooLate)
        known.status = TaskStatus::Dispatching;
    return known;
}

// withResult() takes the status along, so "pending" is a later word.
bool isScheduledAgain(TaskStatus status, std::optional<Outcome> lastOutcome)
{
    return status == TaskStatus::Pending && (lastOutcome == Outcome::Cancelled || lastOutcome == Outcome::TooLate);
}

bool isScheduledAgain(const Task& task)
{
    return isScheduledAgain(task.status, task.lastOutcome);
}

bool isOlderThanResult(const Task& known, const Task& read, const QDateTime& askedAt)
{
    return askedAt.isValid() && read.status == TaskStatus::Pending && known.lastOutcome == Outcome::Cancelled
        && known.lastResultAt > askedAt;
}

QList<TaskId> idsOf(const QList<Task>& tasks)
{
    QList<TaskId> ids;
    ids.reserve(tasks.size());
    for (const Task& task : tasks)
        ids.append(task.id);
    return ids;
}

bool mayStillGoOut(TaskStatus status)
{
    return status == TaskStatus::Pending || status == TaskStatus::NotRead;
}

bool mayStillGoOut(const Task& task)
{
    return mayStillGoOut(task.status);
}

// A deletion has to name the audience, so even a pending task without one cannot be asked for.
bool isCancellable(const Task& task)
{
    return task.audience && mayStillGoOut(task);
}

} // namespace pushbrake
