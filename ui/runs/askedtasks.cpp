#include "ui/runs/askedtasks.h"

#include "ui/look/theme.h"
#include "ui/words/badges.h"
#include "ui/words/times.h"
#include "ui/words/zone.h"

#include <QSet>
#include <utility>

namespace pushbrake {

namespace {
constexpr qint64 soon = 600; ///< seconds
} // namespace

QList<Task> joined(QList<Task> tasks, const QList<Task>& more)
{
    QSet<TaskId> known;
    for (const Task& task : std::as_const(tasks))
        known.insert(task.id);
    for (const Task& task : more) {
        if (!known.contains(task.id))
            tasks.append(task);
    }
    return tasks;
}

AskedTasks::AskedTasks(QList<Task> soonestFirst, const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_tasks(std::move(soonestFirst))
    , m_clock(clock)
{
}

int AskedTasks::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_tasks.size());
}

int AskedTasks::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString AskedTasks::text(const Task& task, int column) const
{
    const QDateTime now = m_clock.utcNow();
    switch (column) {
    case Push: return task.title.isEmpty() ? tr("Push without a title") : theme::brief(task.title, 80);
    case TaskIdColumn: return theme::leftToRight(QString::number(task.id));
    case WhoGetsIt: return sentences::audienceWords(task.audience);
    case GoesOut: return sentences::localTime(task.goesOutAt, now);
    case TimeLeft: return sentences::timeLeft(task.goesOutAt, now);
    default: return {};
    }
}

QVariant AskedTasks::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Task& task = m_tasks.at(index.row());
    if (role == Qt::DisplayRole)
        return text(task, index.column());
    if (role == Qt::ToolTipRole && index.column() == Push)
        return theme::plainTip(theme::brief(task.title));
    if (role == Qt::ToolTipRole && index.column() == GoesOut)
        return theme::leftToRight(sentences::utcTime(task.goesOutAt, m_clock.utcNow()));
    if (role == Qt::ForegroundRole && index.column() == TimeLeft && isSoon(index.row()))
        return theme::color(theme::Tone::Orange);
    return {};
}

QVariant AskedTasks::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Push: return tr("Push");
    case TaskIdColumn: return tr("Task ID");
    case WhoGetsIt: return tr("Who gets it");
    case GoesOut: return tr("Goes out (%1)").arg(sentences::zoneName(m_clock.utcNow()));
    case TimeLeft: return tr("Time left");
    default: return {};
    }
}

bool AskedTasks::isSoon(int row) const
{
    const QDateTime due = m_tasks.at(row).goesOutAt;
    return due.isValid() && m_clock.utcNow().secsTo(due) <= soon;
}

void AskedTasks::tick()
{
    if (!m_tasks.isEmpty())
        Q_EMIT dataChanged(
            index(0, TimeLeft), index(rowCount() - 1, TimeLeft), { Qt::DisplayRole, Qt::ForegroundRole });
}

} // namespace pushbrake
