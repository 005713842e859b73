#include "ui/tasks/taskfilter.h"

#include "domain/titleorder.h"
#include "ui/tasks/taskmodel.h"
#include "ui/tasks/tasksource.h"

#include <QBitArray>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr int fewRows = 20; ///< that are put in their places one by one
constexpr int filteredAtOnce = 20'000; ///< rows, within a frame
constexpr int mostSteps = 60; ///< that views are told of one by one
constexpr int mostMoved = 2'000; ///< rows whose places a selection is carried along with

QBitArray bitsOf(const QList<quint32>& rows, qsizetype size)
{
    QBitArray bits(size);
    for (const quint32 row : rows)
        bits.setBit(row);
    return bits;
}

bool isOfWords(int column)
{
    return column == taskcells::Push || column == taskcells::Note;
}

} // namespace

TaskFilter::TaskFilter(TaskModel& model, QObject* parent)
    : QAbstractTableModel(parent)
    , m_model(model)
{
    m_thread.setMaxThreadCount(1);
    connect(&model, &QAbstractItemModel::dataChanged, this, &TaskFilter::onChanged);
    connect(&model, &TaskModel::wordsCame, this, &TaskFilter::cellsChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex&, int first, int last) { onInserted(first, last); });
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex&, int first, int last) { onRemoving(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex&, int first, int last) { onRemoved(first, last); });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &TaskFilter::onResetting);
    connect(&model, &QAbstractItemModel::modelReset, this, &TaskFilter::onReset);
    connect(&model, &QAbstractItemModel::headerDataChanged, this, &QAbstractItemModel::headerDataChanged);
    m_rows = rowsAfterReset();
}

TaskFilter::~TaskFilter()
{
    m_stop.request_stop();
    m_thread.waitForDone();
}

void TaskFilter::setWords(const QString& words)
{
    m_choice.words = TaskWords(words);
    m_found.reset();
    if (std::exchange(m_isFinding, false))
        m_model.source()->stopFinding();
    renew();
}

void TaskFilter::setStatus(StatusChoice choice)
{
    m_choice.status = choice;
    renew();
}

void TaskFilter::setAudience(std::optional<Audience> audience)
{
    m_choice.audience = audience;
    renew();
}

void TaskFilter::setTime(TimeChoice choice)
{
    m_choice.time = choice;
    renew();
}

void TaskFilter::setPasted(const QList<TaskId>& tasks)
{
    m_pasted = { tasks.begin(), tasks.end() };
    if (m_choice.only)
        showOnlyPasted(true);
}

int TaskFilter::listedOfPasted() const
{
    return int(std::count_if(m_pasted.begin(), m_pasted.end(), [this](TaskId task) { return m_model.contains(task); }));
}

void TaskFilter::showOnlyPasted(bool only)
{
    m_choice.only = only ? std::optional(m_pasted) : std::nullopt;
    renew();
}

void TaskFilter::clockMoved()
{
    if (m_choice.time != TimeChoice::Any && m_choice.time != TimeChoice::NotKnown)
        renew();
}

int TaskFilter::shownForRun() const
{
    const QList<TaskId> tasks = m_model.inRun();
    if (!isFiltering() || tasks.isEmpty())
        return 0;
    const RowOrder now = order(false);
    return int(std::count_if(tasks.begin(), tasks.end(), [&](TaskId task) {
        const int row = m_model.rowOf(task);
        return row >= 0 && !now.matches(row);
    }));
}

const TaskBrief& TaskFilter::briefAt(int row) const
{
    return m_model.briefAt(modelRow(row));
}

Task TaskFilter::taskAt(int row) const
{
    return m_model.task(idAt(row)).value_or(Task());
}

int TaskFilter::rowOf(TaskId task) const
{
    const int row = m_model.rowOf(task);
    return row < 0 ? -1 : positionOf(quint32(row));
}

int TaskFilter::positionOf(quint32 modelRow) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), modelRow);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

bool TaskFilter::isLong() const
{
    return m_model.isLong() && m_model.rowCount() > filteredAtOnce;
}

/// A copy for the thread must not ask the model, which this thread changes.
RowOrder TaskFilter::order(bool isForThread) const
{
    RowOrder::Known known;
    known.facts = m_model.facts();
    known.nowMs = m_model.nowMs();
    if (m_model.isLong() && m_found)
        known.hasWords = [this, isForThread, found = *m_found](TaskId id) {
            const Task* kept = isForThread ? nullptr : m_model.kept(id);
            return kept ? m_choice.words.areIn(*kept) : std::binary_search(found.begin(), found.end(), id);
        };
    else
        known.hasWords = [this](TaskId id) {
            const Task* kept = m_model.kept(id);
            return kept && m_choice.words.areIn(*kept);
        };
    if (isOfWords(m_choice.column))
        known.places = m_model.isLong() ? m_places : placesOfWords();
    return RowOrder(std::move(known), m_choice);
}

/// Of a list that is kept with its words.
QList<quint32> TaskFilter::placesOfWords() const
{
    const QCollator collator = collatorOfTitles();
    std::vector<QCollatorSortKey> keys;
    for (const TaskBrief& brief : m_model.facts().briefs) {
        const Task* task = m_model.kept(brief.id);
        keys.push_back(collator.sortKey(!task        ? QString()
                : m_choice.column == taskcells::Push ? task->title
                                                     : task->note));
    }
    return placesOf(keys);
}

void TaskFilter::renew()
{
    TaskSource* source = m_model.isLong() ? m_model.source() : nullptr;
    if (source && !m_choice.words.isEmpty() && !m_found) {
        m_stop.request_stop();
        m_isAside = false;
        m_isFinding = true;
        setWorking(true);
        return source->find(m_choice.words);
    }
    if (source && isOfWords(m_choice.column) && m_placesOf != m_choice.column) {
        m_stop.request_stop();
        m_isAside = false;
        setWorking(true);
        if (std::exchange(m_isOrdering, true))
            return;
        return m_choice.column == taskcells::Push ? source->orderTitles() : source->orderNotes();
    }
    if (isLong())
        return renewAside();
    m_stop.request_stop();
    m_isAside = false;
    setWorking(m_isFinding || m_isOrdering);
    take(order(false).rows({}));
}

void TaskFilter::renewAside()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isAside = true;
    m_isStale = false;
    m_isAgain = false;
    m_moved.clear();
    setWorking(true);
    m_thread.start([this, order = order(true), stop = m_stop.get_token()] {
        QList<quint32> rows = order.rows(stop);
        QMetaObject::invokeMethod(
            this,
            [this, stop, rows = std::move(rows)]() mutable {
                if (!stop.stop_requested())
                    takeAside(std::move(rows));
            },
            Qt::QueuedConnection);
    });
}

void TaskFilter::takeAside(QList<quint32> rows)
{
    m_isAside = false;
    if (m_isStale)
        return renew();
    setWorking(m_isAgain || m_isFinding || m_isOrdering);
    take(std::move(rows));
    const QList<quint32> moved = std::exchange(m_moved, {});
    if (m_isAgain)
        return renew();
    for (const quint32 row : moved)
        place(row);
}

// Changes may come faster than a long list is filtered: what is under way is shown first.
void TaskFilter::renewForModel()
{
    if (m_isAside)
        m_isAgain = true;
    else
        renew();
}

void TaskFilter::setWorking(bool working)
{
    if (std::exchange(m_isWorking, working) != working)
        Q_EMIT workChanged();
}

void TaskFilter::takeFound(const TaskWords& words, const QList<TaskId>& ids, bool isWhole)
{
    if (words != m_choice.words)
        return;
    m_isFinding = !isWhole;
    m_found = ids;
    renewForModel();
}

void TaskFilter::takePlaces(int column, const QList<TaskId>& ids, const QList<quint32>& places)
{
    if (column != m_choice.column)
        return;
    m_isOrdering = false;
    m_placesOf = column;
    m_places.fill(quint32(-1), m_model.rowCount());
    qsizetype i = 0; // both are by ID
    for (const quint32 row : m_model.rowsById()) {
        const TaskId id = m_model.briefAt(int(row)).id;
        while (i < ids.size() && ids.at(i) < id)
            ++i;
        if (i < ids.size() && ids.at(i) == id)
            m_places[row] = places.at(i);
    }
    renew();
}

void TaskFilter::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || (m_choice.column == column && m_choice.order == order))
        return;
    const bool isTurned = m_choice.column == column;
    m_choice.column = column;
    m_choice.order = order;
    m_isSorting = true;
    if (!isOfWords(column)) {
        m_places.clear();
        m_placesOf = -1;
        m_isOrdering = false;
    }
    if (isTurned && isLong() && !m_isWorking) { // the same the other way round
        QList<quint32> rows = m_rows;
        std::reverse(rows.begin(), rows.end());
        return take(std::move(rows));
    }
    renew();
}

// A few that come, go or move are told as such, so that views keep their places; otherwise all is new.
void TaskFilter::take(QList<quint32> rows)
{
    if (rows != m_rows && !takeInSteps(rows))
        resetTo(std::move(rows));
    m_isSorting = false;
}

void TaskFilter::resetTo(QList<quint32> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

bool TaskFilter::takeInSteps(const QList<quint32>& rows)
{
    if (m_rows.size() + rows.size() > 2 * filteredAtOnce)
        return false;
    const QBitArray before = bitsOf(m_rows, m_model.rowCount());
    const QBitArray after = bitsOf(rows, m_model.rowCount());
    const auto stepsOf = [](const QList<quint32>& all, const QBitArray& others) {
        int steps = 0;
        bool isIn = false;
        for (const quint32 row : all) {
            const bool isNew = !others.testBit(row);
            steps += isNew && !isIn;
            isIn = isNew;
        }
        return steps;
    };
    if (stepsOf(m_rows, after) + stepsOf(rows, before) > mostSteps)
        return false;
    QList<quint32> staying = rows;
    staying.removeIf([&before](quint32 row) { return !before.testBit(row); });
    QList<quint32> stayed = m_rows;
    stayed.removeIf([&after](quint32 row) { return !after.testBit(row); });
    if (stayed != staying && stayed.size() > mostMoved)
        return false;
    leave(rows);
    if (stayed != staying) {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        QHash<quint32, int> places;
        for (qsizetype place = 0; place < staying.size(); ++place)
            places.insert(staying.at(place), int(place));
        const QModelIndexList from = persistentIndexList();
        QModelIndexList to;
        for (const QModelIndex& old : from)
            to.append(createIndex(places.value(m_rows.at(old.row())), old.column()));
        m_rows = staying;
        changePersistentIndexList(from, to);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }
    enter(rows);
    return true;
}

void TaskFilter::leave(const QList<quint32>& rows)
{
    const QBitArray after = bitsOf(rows, m_model.rowCount());
    for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
        if (after.testBit(m_rows.at(last)))
            continue;
        int first = last;
        while (first > 0 && !after.testBit(m_rows.at(first - 1)))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void TaskFilter::enter(const QList<quint32>& rows)
{
    const QBitArray before = bitsOf(m_rows, m_model.rowCount());
    for (int first = 0; first < rows.size(); ++first) {
        if (before.testBit(rows.at(first)))
            continue;
        int last = first;
        while (last + 1 < rows.size() && !before.testBit(rows.at(last + 1)))
            ++last;
        beginInsertRows({}, first, last);
        m_rows = m_rows.mid(0, first) + rows.mid(first, last - first + 1) + m_rows.mid(first);
        endInsertRows();
        first = last;
    }
}

void TaskFilter::onChanged(const QModelIndex& first, const QModelIndex& last)
{
    if (last.row() - first.row() >= fewRows) {
        renewForModel();
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    for (int row = first.row(); row <= last.row(); ++row)
        place(quint32(row));
}

void TaskFilter::onInserted(int first, int last)
{
    if (!m_places.isEmpty()) {
        while (m_places.size() < m_model.rowCount())
            m_places.append(quint32(-1));
    }
    if (last - first >= fewRows)
        return renewForModel();
    for (int row = first; row <= last; ++row)
        place(quint32(row));
}

// Before the model has lost them: whoever is told asks for what stands in the rows.
void TaskFilter::onRemoving(int first, int last)
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (int(m_rows.at(row)) < first || int(m_rows.at(row)) > last)
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

void TaskFilter::onRemoved(int first, int last)
{
    for (quint32& row : m_rows) {
        if (int(row) > last)
            row -= quint32(last - first + 1);
    }
    if (!m_places.isEmpty())
        m_places.remove(first, last - first + 1);
    m_isStale = true;
    m_moved.clear();
}

void TaskFilter::onResetting()
{
    m_keepsModelRows = false;
    m_before.clear();
    for (int row = 0; row < rowCount() && rowCount() <= mostMoved; ++row)
        m_before.append(idAt(row));
    beginResetModel();
}

void TaskFilter::onReset()
{
    m_places.clear();
    m_placesOf = -1;
    m_isOrdering = false;
    m_found.reset();
    m_isStale = true;
    m_moved.clear();
    m_rows = rowsAfterReset();
    m_before.clear();
    endResetModel();
    m_keepsModelRows = true;
    if (m_model.isLong())
        renew();
}

// Of a long list what was there stays until it is known what is to be shown.
QList<quint32> TaskFilter::rowsAfterReset() const
{
    if (!m_model.isLong())
        return order(false).rows({});
    QList<quint32> rows;
    for (const TaskId id : m_before) {
        if (const int row = m_model.rowOf(id); row >= 0)
            rows.append(quint32(row));
    }
    if (rows.isEmpty() && m_model.isLoading()) {
        rows.resize(m_model.rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    return rows;
}

void TaskFilter::place(quint32 modelRow)
{
    if (m_isAside && !m_moved.contains(modelRow))
        m_moved.append(modelRow);
    const RowOrder now = order(false);
    const int at = positionOf(modelRow);
    const bool isShown = now.isShown(modelRow);
    if (at < 0 && !isShown)
        return;
    const auto isBefore = [&now](quint32 left, quint32 right) { return now.precedes(left, right); };
    if (at < 0) {
        const auto to = std::lower_bound(m_rows.begin(), m_rows.end(), modelRow, isBefore) - m_rows.begin();
        beginInsertRows({}, int(to), int(to));
        m_rows.insert(to, modelRow);
        return endInsertRows();
    }
    if (!isShown) {
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        return endRemoveRows();
    }
    const bool isAfterPrevious = at == 0 || isBefore(m_rows.at(at - 1), modelRow);
    const bool isBeforeNext = at == rowCount() - 1 || isBefore(modelRow, m_rows.at(at + 1));
    if (!isAfterPrevious || !isBeforeNext) {
        const auto begin = m_rows.cbegin();
        const int to = int((isAfterPrevious ? std::lower_bound(begin + at + 1, m_rows.cend(), modelRow, isBefore)
                                            : std::lower_bound(begin, begin + at, modelRow, isBefore))
            - begin);
        beginMoveRows({}, at, at, {}, to);
        m_rows.move(at, to > at ? to - 1 : to);
        endMoveRows();
    }
    const int placed = positionOf(modelRow);
    Q_EMIT dataChanged(index(placed, 0), index(placed, columnCount() - 1));
}

void TaskFilter::cellsChanged(const QList<int>& modelRows)
{
    QBitArray changed(m_model.rowCount());
    for (const int row : modelRows)
        changed.setBit(row);
    for (int row = 0; row < m_rows.size(); ++row) {
        if (changed.testBit(m_rows.at(row)))
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

QModelIndex TaskFilter::index(int row, int column, const QModelIndex& parent) const
{
    const bool isThere = !parent.isValid() && row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return isThere ? createIndex(row, column) : QModelIndex();
}

int TaskFilter::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TaskFilter::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(taskcells::ColumnCount);
}

QVariant TaskFilter::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return m_model.data(m_model.index(modelRow(index.row()), index.column()), role);
}

QVariant TaskFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

} // namespace pushbrake
