#include "ui/tasks/taskfilter.h"

#include "domain/titleorder.h"
#include "ui/tasks/taskmodel.h"
#include "ui/tasks/tasksource.h"
#include "ui/words/zone.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr int fewRows = 20; ///< that are put in their places one by one
constexpr int filteredAtOnce = 20'000; ///< rows, within a frame
constexpr int fewEnough = 2'000; ///< rows of before that are sought again in a model that is new

} // namespace

TaskFilter::TaskFilter(TaskModel& model, QObject* parent)
    : ShownRows(model, parent)
{
    m_thread.setMaxThreadCount(1);
    connect(&model, &QAbstractItemModel::dataChanged, this, &TaskFilter::onChanged);
    connect(&model, &TaskModel::wordsCame, this, &TaskFilter::cellsChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex&, int first, int last) { onInserted(first, last); });
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex&, int first, int last) { leaveRange(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex&, int first, int last) { onRemoved(first, last); });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &TaskFilter::onResetting);
    connect(&model, &QAbstractItemModel::modelReset, this, &TaskFilter::onReset);
    connect(&model, &QAbstractItemModel::headerDataChanged, this, &QAbstractItemModel::headerDataChanged);
    show(rowsAfterReset());
}

TaskFilter::~TaskFilter()
{
    m_stop.request_stop();
    m_thread.waitForDone();
}

void TaskFilter::narrow(const Narrowing& by)
{
    if (by == m_choice.by)
        return;
    if (by.typed != m_choice.by.typed) {
        m_choice.words = TaskWords(by.typed);
        m_found.reset();
        if (std::exchange(m_isFinding, false))
            model().source()->stopFinding();
    }
    if (by.origin != m_choice.by.origin)
        m_fileNumber.reset();
    m_choice.by = by;
    renew();
}

void TaskFilter::setPasted(const QList<TaskId>& tasks)
{
    m_pasted = { tasks.begin(), tasks.end() };
    m_listedOfPasted.reset();
    if (m_choice.only)
        showOnlyPasted(true);
}

int TaskFilter::listedOfPasted() const
{
    if (!m_listedOfPasted)
        m_listedOfPasted = int(
            std::count_if(m_pasted.begin(), m_pasted.end(), [this](TaskId task) { return model().contains(task); }));
    return *m_listedOfPasted;
}

void TaskFilter::showOnlyPasted(bool only)
{
    m_choice.only = only ? std::optional(m_pasted) : std::nullopt;
    renew();
}

void TaskFilter::clockMoved()
{
    const TimeChoice time = m_choice.by.time;
    if (time != TimeChoice::Any && time != TimeChoice::Between && time != TimeChoice::NotKnown)
        renew();
}

int TaskFilter::shownForRun() const
{
    const QList<TaskId> tasks = model().inRun();
    if (!isFiltering() || tasks.isEmpty())
        return 0;
    const RowOrder now = order(false);
    return int(std::count_if(tasks.begin(), tasks.end(), [&](TaskId task) {
        const int row = model().rowOf(task);
        return row >= 0 && !now.matches(row);
    }));
}

bool TaskFilter::isLong() const
{
    return model().isLong() && model().rowCount() > filteredAtOnce;
}

/// A copy for the thread must not ask the model, which this thread changes.
RowOrder TaskFilter::order(bool isForThread) const
{
    RowOrder::Known known;
    known.facts = model().facts();
    known.nowMs = model().nowMs();
    if (goesByDay(m_choice.by.time))
        known.zone = sentences::zone();
    known.fileNumber = fileNumber();
    if (model().isLong() && m_found)
        known.hasWords = [this, isForThread, found = *m_found](TaskId id) {
            const Task* kept = isForThread ? nullptr : model().kept(id);
            return kept ? m_choice.words.areIn(*kept) : std::binary_search(found.begin(), found.end(), id);
        };
    else
        known.hasWords = [this](TaskId id) {
            const Task* kept = model().kept(id);
            return kept && m_choice.words.areIn(*kept);
        };
    if (columnOfWords(m_choice.order) >= 0)
        known.places = model().isLong() ? m_places : placesOfWords();
    return RowOrder(std::move(known), m_choice);
}

// One from which nothing came yet is asked for again: something may come.
std::optional<quint16> TaskFilter::fileNumber() const
{
    const OriginChoice& chosen = m_choice.by.origin;
    if (!m_fileNumber && chosen.kind == OriginChoice::Kind::File && model().source())
        m_fileNumber = model().source()->originOf(chosen.file);
    return m_fileNumber;
}

/// Of a list that is kept with its words.
QList<quint32> TaskFilter::placesOfWords() const
{
    const QCollator collator = collatorOfTitles();
    const int column = columnOfWords(m_choice.order);
    std::vector<QCollatorSortKey> keys;
    for (const TaskBrief& brief : model().facts().briefs) {
        const Task* task = model().kept(brief.id);
        keys.push_back(collator.sortKey(!task ? QString() : column == taskcells::Push ? task->title : task->note));
    }
    return placesOf(keys);
}

void TaskFilter::renew()
{
    TaskSource* source = model().isLong() ? model().source() : nullptr;
    if (source && !m_choice.words.isEmpty() && !m_found) {
        m_stop.request_stop();
        m_isAside = false;
        m_isFinding = true;
        setWorking(true);
        return source->find(m_choice.words);
    }
    if (const int column = columnOfWords(m_choice.order); source && column >= 0 && m_placesOf != column) {
        m_stop.request_stop();
        m_isAside = false;
        setWorking(true);
        if (std::exchange(m_isOrdering, true))
            return;
        return column == taskcells::Push ? source->orderTitles() : source->orderNotes();
    }
    if (isLong())
        return renewAside();
    m_stop.request_stop();
    m_isAside = false;
    setWorking(m_isFinding || m_isOrdering);
    show(order(false).rows({}));
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
    show(std::move(rows));
    const QList<quint32> moved = std::exchange(m_moved, {});
    if (m_isAgain)
        return renew();
    for (const quint32 row : moved)
        place(row);
}

void TaskFilter::show(QList<quint32> rows)
{
    take(std::move(rows));
    m_isSorting = false;
}

void TaskFilter::place(quint32 modelRow)
{
    if (m_isAside && !m_moved.contains(modelRow))
        m_moved.append(modelRow);
    ShownRows::place(modelRow, order(false));
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
    if (column != columnOfWords(m_choice.order))
        return;
    m_isOrdering = false;
    m_placesOf = column;
    m_places.fill(quint32(-1), model().rowCount());
    qsizetype i = 0; // both are by ID
    for (const quint32 row : model().rowsById()) {
        const TaskId id = model().briefAt(int(row)).id;
        while (i < ids.size() && ids.at(i) < id)
            ++i;
        if (i < ids.size() && ids.at(i) == id)
            m_places[row] = places.at(i);
    }
    renew();
}

void TaskFilter::giveUp()
{
    m_isFinding = false;
    m_isOrdering = false;
    m_isWorking = m_isAside;
    Q_EMIT workChanged();
}

void TaskFilter::sort(int column, Qt::SortOrder order)
{
    if (column >= 0)
        sortBy({ { column, order } });
}

void TaskFilter::sortBy(const SortKeys& keys)
{
    if (m_choice.order == keys)
        return;
    const SortKeys before = std::exchange(m_choice.order, keys);
    m_isSorting = true;
    if (columnOfWords(keys) != columnOfWords(before)) {
        m_places.clear();
        m_placesOf = -1;
        m_isOrdering = false;
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    const bool isTurned = keys.size() == 1 && before.size() == 1 && keys.first().column == before.first().column;
    if (isTurned && isLong() && !m_isWorking) { // the same the other way round
        QList<quint32> turned = rows();
        std::reverse(turned.begin(), turned.end());
        return show(std::move(turned));
    }
    renew();
}

void TaskFilter::onChanged(const QModelIndex& first, const QModelIndex& last)
{
    if (last.row() - first.row() >= fewRows) {
        renewForModel();
        if (!rows().isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    for (int row = first.row(); row <= last.row(); ++row)
        place(quint32(row));
}

void TaskFilter::onInserted(int first, int last)
{
    m_listedOfPasted.reset();
    if (!m_places.isEmpty()) {
        while (m_places.size() < model().rowCount())
            m_places.append(quint32(-1));
    }
    if (last - first >= fewRows)
        return renewForModel();
    for (int row = first; row <= last; ++row)
        place(quint32(row));
}

void TaskFilter::onRemoved(int first, int last)
{
    m_listedOfPasted.reset();
    renumberAfter(first, last);
    if (!m_places.isEmpty())
        m_places.remove(first, last - first + 1);
    m_isStale = true;
    m_moved.clear();
}

void TaskFilter::onResetting()
{
    m_keepsModelRows = false;
    m_before.clear();
    for (int row = 0; row < rowCount() && rowCount() <= fewEnough; ++row)
        m_before.append(idAt(row));
    beginAnew();
}

void TaskFilter::onReset()
{
    m_listedOfPasted.reset();
    m_fileNumber.reset(); // it may be the list of another app
    m_places.clear();
    m_placesOf = -1;
    m_isOrdering = false;
    m_isFinding = false;
    m_found.reset();
    m_isStale = true;
    m_moved.clear();
    endAnew(rowsAfterReset());
    m_before.clear();
    m_keepsModelRows = true;
    if (model().isLong())
        renew();
}

// Of a long list what was there stays until it is known what is to be shown.
QList<quint32> TaskFilter::rowsAfterReset() const
{
    if (!model().isLong())
        return order(false).rows({});
    QList<quint32> rows;
    for (const TaskId id : m_before) {
        if (const int row = model().rowOf(id); row >= 0)
            rows.append(quint32(row));
    }
    if (rows.isEmpty() && model().isLoading()) {
        rows.resize(model().rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    return rows;
}

QVariant TaskFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QVariant heading = ShownRows::headerData(section, orientation, role);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return heading;
    const QString mark = sortMark(m_choice.order, section);
    return mark.isEmpty() ? heading : QString(heading.toString() + u' ' + mark);
}

} // namespace pushbrake
