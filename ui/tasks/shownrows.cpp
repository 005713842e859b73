#include "ui/tasks/shownrows.h"

#include "ui/tasks/taskmodel.h"

#include <QBitArray>

#include <algorithm>
#include <utility>

namespace pushbrake {

namespace {

constexpr int mostSteps = 60; ///< that views are told of one by one
constexpr int mostInSteps = 40'000; ///< rows, before and after, that are compared within a frame
constexpr int mostMoved = 2'000; ///< rows whose places a selection is carried along with

QBitArray bitsOf(const QList<quint32>& rows, qsizetype size)
{
    QBitArray bits(size);
    for (const quint32 row : rows)
        bits.setBit(row);
    return bits;
}

} // namespace

ShownRows::ShownRows(TaskModel& model, QObject* parent)
    : QAbstractTableModel(parent)
    , m_model(model)
{
}

const TaskBrief& ShownRows::briefAt(int row) const
{
    return m_model.briefAt(modelRow(row));
}

int ShownRows::rowOf(TaskId task) const
{
    const int row = m_model.rowOf(task);
    return row < 0 ? -1 : positionOf(quint32(row));
}

int ShownRows::positionOf(quint32 modelRow) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), modelRow);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void ShownRows::take(QList<quint32> rows)
{
    if (rows == m_rows || takeInSteps(rows))
        return;
    beginAnew();
    endAnew(std::move(rows));
}

void ShownRows::endAnew(QList<quint32> rows)
{
    m_rows = std::move(rows);
    endResetModel();
}

void ShownRows::renumberAfter(int first, int last)
{
    for (quint32& row : m_rows) {
        if (int(row) > last)
            row -= quint32(last - first + 1);
    }
}

bool ShownRows::takeInSteps(const QList<quint32>& rows)
{
    if (m_rows.size() + rows.size() > mostInSteps)
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

void ShownRows::leave(const QList<quint32>& rows)
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

void ShownRows::enter(const QList<quint32>& rows)
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

void ShownRows::leaveRange(int first, int last)
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (int(m_rows.at(row)) < first || int(m_rows.at(row)) > last)
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

void ShownRows::place(quint32 modelRow, const RowOrder& now)
{
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

void ShownRows::cellsChanged(const QList<int>& modelRows)
{
    QBitArray changed(m_model.rowCount());
    for (const int row : modelRows)
        changed.setBit(row);
    for (int row = 0; row < m_rows.size(); ++row) {
        if (changed.testBit(m_rows.at(row)))
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

// In the order in which a million of them lie in memory: that of the rows would take longer than a frame.
QDateTime ShownRows::soonest() const
{
    const QList<TaskBrief>& briefs = m_model.facts().briefs;
    const qint64 now = m_model.nowMs();
    const bool isWhole = m_rows.size() == briefs.size();
    const QBitArray shown = isWhole ? QBitArray() : bitsOf(m_rows, briefs.size());
    qint64 soonest = TaskBrief::noTime;
    for (qsizetype row = 0; row < briefs.size(); ++row) {
        const TaskBrief& brief = briefs.at(row);
        if (brief.goesOutMs > now && brief.goesOutMs < soonest && (isWhole || shown.testBit(row))
            && brief.isCancellable())
            soonest = brief.goesOutMs;
    }
    return soonest == TaskBrief::noTime ? QDateTime() : QDateTime::fromMSecsSinceEpoch(soonest, Qt::UTC);
}

QModelIndex ShownRows::index(int row, int column, const QModelIndex& parent) const
{
    const bool isThere = !parent.isValid() && row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return isThere ? createIndex(row, column) : QModelIndex();
}

int ShownRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ShownRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(taskcells::ColumnCount);
}

QVariant ShownRows::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return m_model.data(m_model.index(modelRow(index.row()), index.column()), role);
}

QVariant ShownRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

} // namespace pushbrake
