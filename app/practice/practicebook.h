// The tasks of the practice service and how time moves them: pending -> dispatching -> dispatched. Pure; time is passed
// in.
#pragma once

#include "domain/task.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>

namespace pushbrake {

class PracticeBook
{
public:
    struct Entry
    {
        TaskId id = 0;
        Audience audience = Audience::All;
        QDateTime createdAt; ///< UTC
        QDateTime goesOutAt; ///< UTC
        QJsonObject content; ///< as sent at creation
        bool revoked = false;
    };

    /// Gives the entry its ID when it has none.
    TaskId add(Entry entry);
    bool remove(TaskId task) { return m_entries.remove(task) > 0; }
    /// Null when there is no such task.
    Entry* find(TaskId task);
    const Entry* find(TaskId task) const;
    Entry* findPush(const QString& pushTaskId);
    /// In the order of their IDs.
    QList<Entry> entries() const { return m_entries.values(); }

    /// Pending until its time, dispatching for three seconds, then dispatched.
    static TaskStatus statusAt(const Entry& entry, const QDateTime& now);
    /// ID of the push made at dispatch; a string of its own kind, as the service's is.
    static QString pushTaskId(const Entry& entry);
    /// TaskInfo of get and list (documents 78842, 78843).
    static QJsonObject taskInfo(const Entry& entry, quint32 sdkAppId, const QDateTime& now);

private:
    QMap<TaskId, Entry> m_entries;
    TaskId m_lastId = 7'000'000'000;
};

} // namespace pushbrake
