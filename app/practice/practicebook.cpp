#include "practice/practicebook.h"

#include "api/requests.h"

namespace pushbrake {

namespace {
constexpr int dispatchSeconds = 3;
}

TaskId PracticeBook::add(Entry entry)
{
    if (entry.id == 0)
        entry.id = m_lastId + 1;
    m_lastId = std::max(m_lastId, entry.id);
    const TaskId id = entry.id;
    m_entries.insert(id, std::move(entry));
    return id;
}

PracticeBook::Entry* PracticeBook::find(TaskId task)
{
    const auto found = m_entries.find(task);
    return found == m_entries.end() ? nullptr : &*found;
}

const PracticeBook::Entry* PracticeBook::find(TaskId task) const
{
    const auto found = m_entries.constFind(task);
    return found == m_entries.constEnd() ? nullptr : &*found;
}

PracticeBook::Entry* PracticeBook::findPush(const QString& pushId)
{
    for (Entry& entry : m_entries) {
        if (pushTaskId(entry) == pushId)
            return &entry;
    }
    return nullptr;
}

TaskStatus PracticeBook::statusAt(const Entry& entry, const QDateTime& now)
{
    if (now < entry.goesOutAt)
        return TaskStatus::Pending;
    return now < entry.goesOutAt.addSecs(dispatchSeconds) ? TaskStatus::Dispatching : TaskStatus::Dispatched;
}

QString PracticeBook::pushTaskId(const Entry& entry)
{
    return QStringLiteral("practice_%1_%2").arg(entry.goesOutAt.toSecsSinceEpoch(), 0, 16).arg(entry.id);
}

QJsonObject PracticeBook::taskInfo(const Entry& entry, quint32 sdkAppId, const QDateTime& now)
{
    const TaskStatus status = statusAt(entry, now);
    const bool sent = status == TaskStatus::Dispatched;
    const QString word = status == TaskStatus::Pending ? QStringLiteral("pending")
        : sent                                         ? QStringLiteral("dispatched")
                                                       : QStringLiteral("dispatching");
    const QJsonObject offline = entry.content[QLatin1String("OfflinePushInfo")].toObject();
    return {
        { QStringLiteral("TaskID"), entry.id },
        { QStringLiteral("Sdkappid"), qint64(sdkAppId) },
        { QStringLiteral("CreateAt"), serviceTime(entry.createdAt) },
        { QStringLiteral("Type"), audienceWord(entry.audience) },
        { QStringLiteral("SchedAt"), serviceTime(entry.goesOutAt) },
        { QStringLiteral("Content"), entry.content },
        { QStringLiteral("Title"), offline[QLatin1String("Title")] },
        { QStringLiteral("Desc"), offline[QLatin1String("Desc")] },
        { QStringLiteral("Status"), word },
        { QStringLiteral("DispatchSuccess"), sent ? 1 : 0 },
        { QStringLiteral("DispatchErr"), QString() },
        { QStringLiteral("PushTaskID"), sent ? pushTaskId(entry) : QString() },
    };
}

} // namespace pushbrake
