#include "ui/tasks/duewatch.h"

#include "ui/tasks/taskmodel.h"

#include <algorithm>
#include <array>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
/// After its time. The service takes a moment to begin, and one that is late is late for minutes.
constexpr std::array<Milliseconds, 5> lookedAt { 2s, 10s, 30s, 60s, 110s };
constexpr Milliseconds longestSleep = 60s; // the computer may have slept meanwhile, or its clock been set
} // namespace

DueWatch::DueWatch(TaskModel& model, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_soon, &QTimer::timeout, this, &DueWatch::scan);
    connect(&m_wake, &QTimer::timeout, this, &DueWatch::scan);
    const auto soon = [this] { m_soon.start(0); };
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_scannedMs = TaskBrief::noTime;
        m_soon.start(0);
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, soon);
    connect(&model, &QAbstractItemModel::dataChanged, this, soon);
}

void DueWatch::planLook(Due& due, const QDateTime& goesOutAt) const
{
    due.nextLook
        = due.looks < int(lookedAt.size()) ? goesOutAt.addMSecs(lookedAt[size_t(due.looks)].count()) : QDateTime();
}

QDateTime DueWatch::nextAfter(const QDateTime& utc) const
{
    const qint64 after = utc.toMSecsSinceEpoch();
    qint64 next = TaskBrief::noTime;
    for (const TaskBrief& task : m_model.facts().briefs) {
        if (task.mayStillGoOut() && task.goesOutMs > after)
            next = std::min(next, task.goesOutMs);
    }
    return next == TaskBrief::noTime ? QDateTime() : QDateTime::fromMSecsSinceEpoch(next, Qt::UTC);
}

void DueWatch::scan()
{
    const QDateTime now = m_clock.utcNow();
    QDateTime wake = now.addMSecs(longestSleep.count());
    QList<TaskId> came;
    QList<TaskId> look;
    QHash<TaskId, Due> still;
    const qint64 nowMs = now.toMSecsSinceEpoch();
    qint64 next = TaskBrief::noTime;
    for (const TaskBrief& task : m_model.facts().briefs) {
        const bool isOpen = task.mayStillGoOut() || task.status() == TaskStatus::Dispatching;
        if (!isOpen || task.goesOutMs > nowMs) { // as no time is, too
            next = isOpen ? std::min(next, task.goesOutMs) : next;
            continue;
        }
        const bool isOld = nowMs - task.goesOutMs > lookedAt.back().count();
        const bool isKnown = m_due.contains(task.id);
        if (isOld && !isKnown && task.goesOutMs <= m_scannedMs)
            continue; // years of them may be in the list
        const QDateTime goesOutAt = task.goesOutAt();
        Due due = m_due.value(task.id);
        if (!isKnown) {
            came.append(task.id);
            planLook(due, goesOutAt);
        }
        // What passed while nobody looked is read once at most.
        while (due.nextLook.isValid() && due.nextLook <= now) {
            if (!isOld && !look.contains(task.id))
                look.append(task.id);
            ++due.looks;
            planLook(due, goesOutAt);
        }
        if (due.nextLook.isValid())
            wake = std::min(wake, due.nextLook);
        if (!isOld)
            still.insert(task.id, due);
    }
    if (next != TaskBrief::noTime)
        wake = std::min(wake, QDateTime::fromMSecsSinceEpoch(next, Qt::UTC));
    m_due = std::move(still);
    m_scannedMs = nowMs;
    m_wake.start(int(std::max<qint64>(1, now.msecsTo(wake))));
    if (!came.isEmpty())
        m_model.timesCame(came);
    if (!look.isEmpty())
        Q_EMIT looksRequested(look);
    Q_EMIT scanned();
}

} // namespace pushbrake
