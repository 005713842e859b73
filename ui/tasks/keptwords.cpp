#include "ui/tasks/keptwords.h"

#include "ui/tasks/tasksource.h"

#include <limits>
#include <utility>

namespace pushbrake {

namespace {
constexpr int keptOfLongList = 4'000; ///< some hundred windows full
constexpr qsizetype few = 1'000; ///< that do not drive out all others
} // namespace

KeptWords::KeptWords(QObject* parent)
    : QObject(parent)
{
    beginShort();
    m_ask.setSingleShot(true);
    connect(&m_ask, &QTimer::timeout, this, [this] {
        const QSet<TaskId> wanted = std::exchange(m_wanted, {});
        m_asked.unite(wanted);
        if (m_source && !wanted.isEmpty())
            m_source->readSoon(wanted.values());
    });
}

void KeptWords::forget()
{
    m_kept.clear();
    m_asked.clear();
}

void KeptWords::keep(const Task& task)
{
    m_kept.insert(task.id, new Task(task));
    m_asked.remove(task.id);
}

void KeptWords::beginShort()
{
    forget();
    m_kept.setMaxCost(std::numeric_limits<int>::max());
}

void KeptWords::beginLong()
{
    m_kept.setMaxCost(keptOfLongList);
}

void KeptWords::want(TaskId id)
{
    if (!m_source || m_asked.contains(id))
        return;
    m_wanted.insert(id);
    if (!m_ask.isActive())
        m_ask.start(0);
}

QHash<TaskId, Task> KeptWords::readMissing(const QList<TaskId>& ids)
{
    QHash<TaskId, Task> read;
    QList<TaskId> missing;
    for (const TaskId id : ids) {
        if (!has(id))
            missing.append(id);
    }
    if (!m_source || missing.isEmpty())
        return read;
    for (const Task& task : m_source->readNow(missing)) {
        read.insert(task.id, task);
        if (missing.size() <= few)
            keep(task);
    }
    return read;
}

} // namespace pushbrake
