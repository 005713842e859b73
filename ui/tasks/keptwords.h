// The tasks of the list with their words: all of a short list, some thousands of a long one, whose others are read when
// they are looked at or acted upon. Owned by TaskModel.
#pragma once

#include "domain/task.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace pushbrake {

class TaskSource;

class KeptWords : public QObject
{
    Q_OBJECT
public:
    explicit KeptWords(QObject* parent);

    /// Borrowed; for the words of a long list.
    void setSource(TaskSource* source) { m_source = source; }
    TaskSource* source() const { return m_source; }
    void beginShort(); ///< all are kept from now on, and none of before
    void beginLong(); ///< some of them are kept from now on
    void forget();
    void keep(const Task& task);
    void remove(TaskId id) { m_kept.remove(id); }
    bool has(TaskId id) const { return m_kept.contains(id); }
    /// As far as it is kept: null otherwise.
    const Task* find(TaskId id) const { return m_kept.object(id); }
    /// It is looked at: many of them make one question to the source, and each is asked for once until it is kept.
    void want(TaskId id);
    /// Those that are not kept, read now.
    QHash<TaskId, Task> readMissing(const QList<TaskId>& ids);

private:
    TaskSource* m_source = nullptr;
    QCache<TaskId, Task> m_kept;
    QSet<TaskId> m_wanted; ///< to be asked for
    QSet<TaskId> m_asked; ///< and not kept yet: what cannot be read would be asked for at each painting
    QTimer m_ask;
};

} // namespace pushbrake
