#include "ui/tasks/taskmodel.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {
namespace {

constexpr qsizetype fewRows = 20; ///< that views are told of one by one
constexpr qsizetype mostSteps = 60; ///< in which rows go; more of them are told as a new list

} // namespace

TaskModel::TaskModel(const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_words(this)
{
}

void TaskModel::setTasks(QList<Task> tasks)
{
    const bool hasPlaces = !m_isLong && rowCount() > 0 && !tasks.isEmpty();
    if (!hasPlaces) { // nobody has a place in it that could be lost
        m_isLong = false;
        m_isLoading = false;
        m_newer.clear();
        m_words.beginShort();
        QList<TaskBrief> briefs;
        briefs.reserve(tasks.size());
        for (const Task& task : std::as_const(tasks)) {
            m_words.keep(task);
            briefs.append(briefOf(task));
        }
        return reset(std::move(briefs));
    }
    QSet<TaskId> staying;
    staying.reserve(tasks.size());
    for (const Task& task : std::as_const(tasks))
        staying.insert(task.id);
    QList<TaskId> gone;
    for (const TaskBrief& brief : std::as_const(m_facts.briefs)) {
        if (!staying.contains(brief.id))
            gone.append(brief.id);
    }
    removeTasks(gone);
    putTasks(tasks);
}

void TaskModel::beginLong()
{
    m_isLoading = true;
    m_isLong = true;
    m_newer.clear();
    m_words.beginLong();
}

void TaskModel::takeBeginning(const QList<TaskBrief>& beginning)
{
    if (m_isLoading && rowCount() == 0) // otherwise what is there stays until the rest is
        reset(beginning);
}

void TaskModel::setLong(QList<TaskBrief> briefs)
{
    m_isLong = true;
    m_isLoading = false;
    m_words.beginLong();
    if (briefs != m_facts.briefs) {
        m_words.forget(); // who knows of which of them the words are others now
        reset(std::move(briefs));
    }
    const auto newer = std::exchange(m_newer, {});
    QList<Task> put;
    QList<TaskId> removed;
    for (auto one = newer.cbegin(); one != newer.cend(); ++one) {
        if (one.value())
            put.append(*one.value());
        else
            removed.append(one.key());
    }
    removeTasks(removed);
    putTasks(put);
}

void TaskModel::takeWords(const QList<Task>& tasks)
{
    QList<int> rows;
    for (const Task& task : tasks) {
        const int row = rowOf(task.id);
        // What was put meanwhile is newer than what was read on the other thread.
        if (row < 0 || m_words.has(task.id) || m_newer.contains(task.id))
            continue;
        m_words.keep(task);
        rows.append(row);
    }
    if (!rows.isEmpty())
        Q_EMIT wordsCame(rows);
}

void TaskModel::forgetApp()
{
    m_facts.askedAt.clear();
    m_facts.runStates.clear();
    setTasks({});
}

void TaskModel::reset(QList<TaskBrief> briefs)
{
    beginResetModel();
    m_facts.briefs = std::move(briefs);
    m_numbers.numberAnew(m_facts.briefs);
    m_facts.runStates.removeIf([this](const auto& entry) { return rowOf(entry.key()) < 0; });
    endResetModel();
}

void TaskModel::putTasks(const QList<Task>& tasks)
{
    const qsizetype before = m_facts.briefs.size();
    QList<TaskBrief> fresh;
    QList<int> changed;
    QHash<TaskId, qsizetype> places;
    for (const Task& task : tasks) {
        if (m_isLoading)
            m_newer.insert(task.id, task);
        const TaskBrief brief = briefOf(task);
        if (const int row = rowOf(task.id); row >= 0) {
            const Task* known = kept(task.id);
            if (m_facts.briefs.at(row) == brief && known && *known == task)
                continue;
            m_facts.briefs[row] = brief;
            changed.append(row);
        } else if (const auto place = places.constFind(task.id); place != places.constEnd()) {
            fresh[*place] = brief;
        } else {
            places.insert(task.id, fresh.size());
            fresh.append(brief);
        }
        m_words.keep(task);
    }
    rowsChanged(changed);
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(before), int(before + fresh.size()) - 1);
    m_facts.briefs.append(fresh);
    m_numbers.added(m_facts.briefs, before);
    endInsertRows();
}

void TaskModel::removeTasks(const QList<TaskId>& tasks)
{
    QList<int> rows;
    for (const TaskId id : tasks) {
        if (m_isLoading)
            m_newer.insert(id, std::nullopt);
        if (const int row = rowOf(id); row >= 0) {
            rows.append(row);
            m_facts.runStates.remove(id);
        }
        m_words.remove(id);
    }
    std::sort(rows.begin(), rows.end(), std::greater<>());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QList<std::pair<int, int>> ranges;
    for (const int row : std::as_const(rows)) {
        if (!ranges.isEmpty() && ranges.last().first == row + 1)
            ranges.last().first = row;
        else
            ranges.append({ row, row });
    }
    if (ranges.size() > mostSteps)
        return removeScattered(rows);
    for (const auto& [first, last] : std::as_const(ranges)) {
        beginRemoveRows({}, first, last);
        m_facts.briefs.remove(first, last - first + 1);
        m_numbers.removed(first, last);
        endRemoveRows();
    }
}

// One by one, the numbers of all that follow would be counted anew each time.
void TaskModel::removeScattered(const QList<int>& rows)
{
    beginResetModel();
    for (const int row : rows)
        m_facts.briefs[row].id = 0;
    m_facts.briefs.removeIf([](const TaskBrief& brief) { return brief.id == 0; });
    m_numbers.numberAnew(m_facts.briefs);
    endResetModel();
}

void TaskModel::setRunState(TaskId task, RunState state)
{
    setRunStates({ task }, state);
}

void TaskModel::setRunStates(const QList<TaskId>& tasks, RunState state)
{
    QList<int> rows;
    for (const TaskId task : tasks) {
        m_facts.runStates.insert(task, state);
        if (const int row = rowOf(task); row >= 0)
            rows.append(row);
    }
    rowsChanged(rows);
}

void TaskModel::clearRunState(TaskId task)
{
    if (m_facts.runStates.remove(task) && contains(task))
        rowChanged(rowOf(task));
}

void TaskModel::clearRunStates()
{
    QList<int> rows;
    for (auto state = m_facts.runStates.keyBegin(); state != m_facts.runStates.keyEnd(); ++state) {
        if (const int row = rowOf(*state); row >= 0)
            rows.append(row);
    }
    m_facts.runStates.clear();
    rowsChanged(rows);
}

std::optional<Task> TaskModel::task(TaskId id) const
{
    const QList<Task> found = tasks({ id });
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QList<Task> TaskModel::tasks(const QList<TaskId>& ids) const
{
    const QHash<TaskId, Task> read = m_words.readMissing(ids);
    QList<Task> tasks;
    tasks.reserve(ids.size());
    for (const TaskId id : ids) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        const Task* known = kept(id);
        tasks.append(known ? *known : read.value(id, taskOf(m_facts.briefs.at(row))));
    }
    return tasks;
}

QList<Task> TaskModel::tasks() const
{
    QList<TaskId> ids;
    ids.reserve(m_facts.briefs.size());
    for (const TaskBrief& brief : m_facts.briefs)
        ids.append(brief.id);
    return tasks(ids);
}

bool TaskModel::mayCancel(int row) const
{
    return m_facts.mayCancel(m_facts.briefs.at(row), nowMs());
}

void TaskModel::noteAsked(const QList<TaskId>& tasks)
{
    const qint64 now = nowMs();
    QList<TaskId> over;
    for (const TaskId task : tasks) {
        m_facts.askedAt.insert(task, now);
        if (const int row = rowOf(task); row >= 0 && m_facts.briefs.at(row).goesOutMs <= now)
            over.append(task);
    }
    timesCame(over);
}

QList<TaskId> TaskModel::notSeenSince(const QDateTime& utc) const
{
    QList<std::pair<qint64, TaskId>> missed;
    for (const TaskBrief& brief : m_facts.briefs) {
        if (!brief.isReadFromService || brief.status() != TaskStatus::Pending || isUnderWay(brief.id))
            continue;
        if (m_facts.askedAt.value(brief.id) < utc.toMSecsSinceEpoch())
            missed.append({ brief.goesOutMs, brief.id });
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
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void TaskModel::timesCame(const QList<TaskId>& tasks)
{
    QList<int> rows;
    for (const TaskId task : tasks) {
        if (const int row = rowOf(task); row >= 0)
            rows.append(row);
    }
    rowsChanged(rows);
}

QModelIndex TaskModel::index(int row, int column, const QModelIndex& parent) const
{
    const bool isThere = !parent.isValid() && row >= 0 && row < rowCount() && column >= 0 && column < ColumnCount;
    return isThere ? createIndex(row, column) : QModelIndex();
}

int TaskModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_facts.briefs.size());
}

int TaskModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TaskModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TaskBrief& brief = m_facts.briefs.at(index.row());
    const Task* known = kept(brief.id);
    if (!known)
        m_words.want(brief.id);
    const auto asked = m_facts.askedAt.constFind(brief.id);
    const QDateTime askedAt
        = asked == m_facts.askedAt.constEnd() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(*asked, Qt::UTC);
    const Task inBrief = known ? Task() : taskOf(brief);
    const auto underWay = isUnderWay(brief.id) ? runState(brief.id) : std::nullopt;
    const taskcells::Row row { known ? *known : inBrief, utcNow(), underWay, m_facts.dueWord(brief, nowMs()), askedAt,
        known != nullptr };
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

} // namespace pushbrake
