#include "ui/tasks/taskmodel.h"

#include "ui/look/theme.h"
#include "ui/words/badges.h"
#include "ui/words/results.h"
#include "ui/words/times.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

using namespace Qt::StringLiterals;

namespace pushbrake {
namespace {

/// Untimed tasks stand after all timed ones.
qint64 dueKey(const Task& task)
{
    return task.goesOutAt.isValid() ? task.goesOutAt.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

constexpr qint64 beingChecked = 120; ///< seconds after its time; see DueWatch

bool hasEnded(RunState state)
{
    return state == RunState::Settled || state == RunState::Planned;
}

bool isDueWithin(qint64 limit, const Task& task, const QDateTime& now)
{
    // A push that can no longer be cancelled is no reason to hurry.
    if (!task.goesOutAt.isValid() || !isCancellable(task))
        return false;
    const qint64 seconds = now.secsTo(task.goesOutAt);
    return seconds >= 0 && seconds < limit;
}

bool isDueSoon(const Task& task, const QDateTime& now)
{
    return isDueWithin(600, task, now);
}

} // namespace

TaskModel::TaskModel(const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void TaskModel::setTasks(QList<Task> tasks)
{
    beginResetModel();
    m_tasks = std::move(tasks);
    m_rows.clear();
    m_rows.reserve(m_tasks.size());
    renumberFrom(0);
    m_runStates.removeIf([this](const auto& entry) { return !m_rows.contains(entry.key()); });
    endResetModel();
}

void TaskModel::putTasks(const QList<Task>& tasks)
{
    QList<Task> fresh;
    QList<int> changed;
    QHash<TaskId, qsizetype> places;
    for (const Task& task : tasks) {
        if (const int row = rowOf(task.id); row >= 0) {
            if (m_tasks.at(row) == task)
                continue;
            m_tasks[row] = task;
            changed.append(row);
        } else if (const auto place = places.constFind(task.id); place != places.constEnd()) {
            fresh[*place] = task;
        } else {
            places.insert(task.id, fresh.size());
            fresh.append(task);
        }
    }
    rowsChanged(changed);
    if (fresh.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_tasks.append(fresh);
    renumberFrom(first);
    endInsertRows();
}

void TaskModel::removeTasks(const QList<TaskId>& tasks)
{
    QList<int> rows;
    for (const TaskId id : tasks) {
        if (const int row = rowOf(id); row >= 0)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end(), std::greater<>());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (rows.size() > 100) { // one by one, the numbers of all that follow would be counted anew each time
        QList<Task> kept;
        std::copy_if(m_tasks.begin(), m_tasks.end(), std::back_inserter(kept), [&rows, this](const Task& task) {
            return !std::binary_search(rows.begin(), rows.end(), rowOf(task.id), std::greater<>());
        });
        return setTasks(kept);
    }
    for (const int row : rows) {
        beginRemoveRows({}, row, row);
        m_rows.remove(m_tasks.at(row).id);
        m_runStates.remove(m_tasks.at(row).id);
        m_tasks.removeAt(row);
        renumberFrom(row);
        endRemoveRows();
    }
}

void TaskModel::setRunState(TaskId task, RunState state)
{
    setRunStates({ task }, state);
}

void TaskModel::setRunStates(const QList<TaskId>& tasks, RunState state)
{
    QList<int> rows;
    for (const TaskId task : tasks) {
        m_runStates.insert(task, state);
        if (const int row = rowOf(task); row >= 0)
            rows.append(row);
    }
    rowsChanged(rows);
}

void TaskModel::clearRunState(TaskId task)
{
    if (m_runStates.remove(task) && rowOf(task) >= 0)
        rowChanged(rowOf(task));
}

void TaskModel::clearRunStates()
{
    QList<int> rows;
    for (auto state = m_runStates.keyBegin(); state != m_runStates.keyEnd(); ++state) {
        if (const int row = rowOf(*state); row >= 0)
            rows.append(row);
    }
    m_runStates.clear();
    rowsChanged(rows);
}

const Task* TaskModel::task(TaskId id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_tasks.at(row);
}

int TaskModel::rowOf(TaskId id) const
{
    return m_rows.value(id, -1);
}

std::optional<RunState> TaskModel::runState(TaskId task) const
{
    const auto found = m_runStates.constFind(task);
    return found == m_runStates.constEnd() ? std::nullopt : std::optional(*found);
}

bool TaskModel::isUnderWay(TaskId task) const
{
    const auto state = runState(task);
    return state && !hasEnded(*state);
}

bool TaskModel::mayCancel(int row) const
{
    const Task& task = m_tasks.at(row);
    return isCancellable(task) && !isUnderWay(task.id) && !hasTimeCome(task);
}

bool TaskModel::hasTimeCome(const Task& task) const
{
    const auto due = dueWord(task);
    return due && *due != sentences::DueWord::StillScheduled;
}

std::optional<sentences::DueWord> TaskModel::dueWord(const Task& task) const
{
    using sentences::DueWord;
    const QDateTime now = utcNow();
    if (!mayStillGoOut(task) || !task.goesOutAt.isValid() || task.goesOutAt > now)
        return std::nullopt;
    if (const QDateTime asked = m_askedAt.value(task.id); asked.isValid() && asked >= task.goesOutAt)
        return DueWord::StillScheduled;
    return task.goesOutAt.secsTo(now) < beingChecked ? DueWord::BeingChecked : DueWord::NotChecked;
}

void TaskModel::noteAsked(const QList<TaskId>& tasks)
{
    const QDateTime now = utcNow();
    QList<TaskId> over;
    for (const TaskId task : tasks) {
        m_askedAt.insert(task, now);
        if (const int row = rowOf(task); row >= 0 && m_tasks.at(row).goesOutAt <= now)
            over.append(task);
    }
    timesCame(over);
}

QList<TaskId> TaskModel::notSeenSince(const QDateTime& utc) const
{
    QList<std::pair<QDateTime, TaskId>> missed;
    for (const Task& task : m_tasks) {
        const bool isScheduled = task.readFromService && task.status == TaskStatus::Pending && !isUnderWay(task.id);
        const QDateTime asked = m_askedAt.value(task.id);
        if (isScheduled && (!asked.isValid() || asked < utc))
            missed.append({ task.goesOutAt, task.id });
    }
    std::sort(missed.begin(), missed.end());
    QList<TaskId> ids;
    for (const auto& [due, id] : std::as_const(missed))
        ids.append(id);
    return ids;
}

void TaskModel::timesCame(const QList<TaskId>& tasks)
{
    QList<int> rows;
    for (const TaskId task : tasks) {
        if (const int row = rowOf(task); row >= 0)
            rows.append(row);
    }
    if (!rows.isEmpty())
        rowsChanged(rows);
}

sentences::Badge TaskModel::badgeOf(const Task& task) const
{
    return isUnderWay(task.id) ? sentences::runStateBadge(*runState(task.id))
                               : sentences::statusBadge(task, dueWord(task));
}

QString TaskModel::tip(const Task& task, int column) const
{
    if (column != Status)
        return {};
    const QDateTime asked = m_askedAt.value(task.id);
    return asked.isValid()
        ? tr("As of %1, when the service was last asked.").arg(QLocale().toString(asked.toLocalTime(), u"HH:mm:ss"_s))
        : tr("The service was not asked for this push since the app was opened.");
}

bool TaskModel::precedes(int leftRow, int rightRow, int column) const
{
    const Task& left = m_tasks.at(leftRow);
    const Task& right = m_tasks.at(rightRow);
    int order = 0;
    switch (column) {
    case Push: order = left.title.compare(right.title, Qt::CaseInsensitive); break;
    case AudienceColumn:
        order = (left.audience ? int(*left.audience) : 9) - (right.audience ? int(*right.audience) : 9);
        break;
    case Status:
    case LastResult: order = firstLine(left, column).compare(firstLine(right, column), Qt::CaseInsensitive); break;
    case Note: order = left.note.compare(right.note, Qt::CaseInsensitive); break;
    case GoesOut:
    case Utc:
    case TimeLeft:
        if (const qint64 due = dueKey(left), other = dueKey(right); due != other)
            return due < other;
        break;
    default: break;
    }
    return order != 0 ? order < 0 : left.id < right.id;
}

QModelIndex TaskModel::index(int row, int column, const QModelIndex& parent) const
{
    const bool isThere = !parent.isValid() && row >= 0 && row < m_tasks.size() && column >= 0 && column < ColumnCount;
    return isThere ? createIndex(row, column) : QModelIndex();
}

int TaskModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_tasks.size());
}

int TaskModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TaskModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Task& task = m_tasks.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return firstLine(task, column);
    case SecondLine: return secondLine(task, column);
    case IconName: return iconName(task, column);
    case Tone: return tone(task, column);
    case Qt::ToolTipRole: return tip(task, column);
    case Strong: return column == Push || column == Status || (column == TimeLeft && isDueSoon(task, utcNow()));
    case SortKey: return column == Id ? QVariant(task.id) : QVariant(firstLine(task, column));
    case Qt::AccessibleTextRole: {
        const QString second = secondLine(task, column);
        return second.isEmpty() ? firstLine(task, column) : u"%1, %2"_s.arg(firstLine(task, column), second);
    }
    default: return {};
    }
}

QString TaskModel::firstLine(const Task& task, int column) const
{
    switch (column) {
    case Push: return task.title.isEmpty() ? tr("No title") : theme::isolated(task.title);
    case Id: return theme::leftToRight(QString::number(task.id));
    case AudienceColumn: return sentences::audienceWords(task.audience);
    case GoesOut:
        return task.goesOutAt.isValid() ? sentences::localTime(task.goesOutAt, utcNow()) : tr("Time not known");
    case Utc:
        return task.goesOutAt.isValid() ? theme::leftToRight(sentences::utcTime(task.goesOutAt, utcNow())) : QString();
    case TimeLeft: return task.goesOutAt.isValid() ? sentences::timeLeft(task.goesOutAt, utcNow()) : QString();
    case Status: return badgeOf(task).word;
    case LastResult: return sentences::lastResult(task, utcNow());
    case Note: return task.note.isEmpty() ? QString() : theme::isolated(task.note);
    default: return {};
    }
}

QString TaskModel::secondLine(const Task& task, int column) const
{
    if (column == Push)
        return firstLine(task, Id);
    return column == GoesOut ? firstLine(task, Utc) : QString();
}

QString TaskModel::iconName(const Task& task, int column) const
{
    if (column == AudienceColumn)
        return sentences::audienceIcon(task.audience);
    if (column != Status)
        return {};
    return badgeOf(task).icon;
}

int TaskModel::tone(const Task& task, int column) const
{
    if (column == Status)
        return int(badgeOf(task).tone);
    if (column == TimeLeft && isDueSoon(task, utcNow()))
        return int(isDueWithin(60, task, utcNow()) ? theme::Tone::Red : theme::Tone::Orange);
    const bool quiet = column == LastResult || column == Note || column == Utc
        || (column == Push && task.title.isEmpty()) || (column == GoesOut && !task.goesOutAt.isValid());
    return int(quiet ? theme::Tone::Dim : theme::Tone::Text);
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeading);
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, ColumnCount> titles { tr("Push"), tr("Task ID"), tr("Audience"), tr("Goes out"),
        tr("UTC"), tr("Time left"), tr("Status"), tr("Last result"), tr("Note") };
    return titles.at(size_t(section));
}

void TaskModel::rowChanged(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

// Views and filters work out much for each change that they are told of: many rows are told as one.
void TaskModel::rowsChanged(const QList<int>& rows)
{
    constexpr int few = 20;
    if (rows.size() <= few) {
        for (const int row : rows)
            rowChanged(row);
        return;
    }
    const auto [first, last] = std::minmax_element(rows.begin(), rows.end());
    Q_EMIT dataChanged(index(*first, 0), index(*last, ColumnCount - 1));
}

void TaskModel::renumberFrom(int row)
{
    for (int i = row; i < m_tasks.size(); ++i)
        m_rows.insert(m_tasks.at(i).id, i);
}

} // namespace pushbrake
