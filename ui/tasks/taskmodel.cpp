#include "ui/tasks/taskmodel.h"

#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace pushbrake {
namespace {

/// Untimed tasks stand after all timed ones.
qint64 dueKey(const Task& task)
{
    return task.goesOutAt.isValid() ? task.goesOutAt.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

constexpr qsizetype fewRows = 20; ///< that views are told of one by one
constexpr qint64 beingChecked = 120; ///< seconds after its time; see DueWatch

bool hasEnded(RunState state)
{
    return state == RunState::Settled || state == RunState::Planned;
}

} // namespace

TaskModel::TaskModel(const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void TaskModel::setTasks(QList<Task> tasks)
{
    if (m_tasks.isEmpty() || tasks.isEmpty()) // nobody has a place in it that could be lost
        return reset(std::move(tasks));
    QSet<TaskId> kept;
    kept.reserve(tasks.size());
    for (const Task& task : std::as_const(tasks))
        kept.insert(task.id);
    QList<TaskId> gone;
    for (const Task& task : std::as_const(m_tasks)) {
        if (!kept.contains(task.id))
            gone.append(task.id);
    }
    removeTasks(gone);
    putTasks(tasks);
}

void TaskModel::forgetApp()
{
    m_askedAt.clear();
    m_runStates.clear();
    m_titles.forget();
    reset({});
}

void TaskModel::reset(QList<Task> tasks)
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
    if (rows.size() > fewRows) { // one by one, the numbers of all that follow would be counted anew each time
        moveToEnd(rows);
        removeRange(rowCount() - int(rows.size()), rowCount() - 1);
        return;
    }
    for (const int row : std::as_const(rows))
        removeRange(row, row);
}

/// Views keep their places: an index goes where its row goes. `rows`: the last first.
void TaskModel::moveToEnd(const QList<int>& rows)
{
    Q_EMIT layoutAboutToBeChanged();
    const auto isMoved
        = [&rows](int row) { return std::binary_search(rows.begin(), rows.end(), row, std::greater<>()); };
    QList<Task> ordered;
    QList<Task> last;
    QList<int> newRows;
    for (int row = 0; row < m_tasks.size(); ++row) {
        QList<Task>& part = isMoved(row) ? last : ordered;
        newRows.append(int(part.size()) + (isMoved(row) ? int(m_tasks.size() - rows.size()) : 0));
        part.append(m_tasks.at(row));
    }
    m_tasks = ordered + last;
    renumberFrom(0);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& old : before)
        after.append(index(newRows.at(old.row()), old.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void TaskModel::removeRange(int first, int last)
{
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row) {
        m_rows.remove(m_tasks.at(row).id);
        m_runStates.remove(m_tasks.at(row).id);
    }
    m_tasks.remove(first, last - first + 1);
    renumberFrom(first);
    endRemoveRows();
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

void TaskModel::renewTimes()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, GoesOut, GoesOut);
    if (!m_tasks.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
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

taskcells::Row TaskModel::seen(const Task& task) const
{
    const auto underWay = isUnderWay(task.id) ? runState(task.id) : std::nullopt;
    return { task, utcNow(), underWay, dueWord(task), m_askedAt.value(task.id) };
}

QString TaskModel::statusWord(int row) const
{
    taskcells::Row seenRow = seen(m_tasks.at(row));
    seenRow.underWay.reset();
    return taskcells::firstLine(seenRow, Status);
}

bool TaskModel::precedes(int leftRow, int rightRow, int column) const
{
    const Task& left = m_tasks.at(leftRow);
    const Task& right = m_tasks.at(rightRow);
    int order = 0;
    const auto wordsOf = [&](const Task& task) { return taskcells::firstLine(seen(task), column); };
    switch (column) {
    case Push: order = m_titles.compare(left, right); break;
    case AudienceColumn:
        order = (left.audience ? int(*left.audience) : 9) - (right.audience ? int(*right.audience) : 9);
        break;
    case Status:
    case LastResult: order = wordsOf(left).compare(wordsOf(right), Qt::CaseInsensitive); break;
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
    const taskcells::Row row = seen(m_tasks.at(index.row()));
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return taskcells::firstLine(row, column);
    case SecondLine: return taskcells::secondLine(row, column);
    case IconName: return taskcells::iconName(row, column);
    case Tone: return taskcells::tone(row, column);
    case Strong: return taskcells::isStrong(row, column);
    case Qt::ToolTipRole: return taskcells::tip(row, column);
    case Qt::AccessibleDescriptionRole: return taskcells::whyNot(row, column); // not each time when it was asked for
    case Qt::AccessibleTextRole: return taskcells::spoken(row, column);
    default: return {};
    }
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeading);
    return role == Qt::DisplayRole ? taskcells::heading(section, utcNow()) : QVariant();
}

void TaskModel::rowChanged(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

// Views and filters work out much for each change that they are told of: many rows are told as one.
void TaskModel::rowsChanged(const QList<int>& rows)
{
    if (rows.size() <= fewRows) {
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
