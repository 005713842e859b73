#include "ui/tasks/tasktable.h"

#include "ui/look/theme.h"
#include "ui/tasks/columnmenus.h"
#include "ui/tasks/columnwidths.h"
#include "ui/tasks/sortheader.h"
#include "ui/tasks/steadyview.h"
#include "ui/tasks/tableplace.h"
#include "ui/tasks/taskdelegate.h"
#include "ui/tasks/taskfilter.h"
#include "ui/tasks/taskmodel.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pushbrake {
namespace {

const auto compactKey = "list/compact"_L1; ///< of earlier versions, which wrote it without a choice too
constexpr int rowsOfWindow = 200; ///< more than one shows
const auto orderKey = "list/order"_L1;
const auto densityKey = "list/compactChosen"_L1;

} // namespace

TaskTable::TaskTable(TaskFilter& filter, QWidget* parent)
    : QTableView(parent)
    , m_filter(filter)
    , m_header(new SortHeader(*this))
    , m_delegate(new TaskDelegate(this))
    , m_widths(new ColumnWidths(*this))
    , m_place(new TablePlace(*this, filter))
{
    setObjectName(u"taskTable"_s);
    setAccessibleName(tr("Scheduled pushes"));
    horizontalHeader()->setFont(
        theme::smallFont(font())); // before there are columns, which would all be measured twice
    connect(&filter, &QAbstractItemModel::modelAboutToBeReset, this,
        [this] { m_place->note(m_steady); }); // before the base forgets it
    setModel(&filter);
    connect(&filter, &QAbstractItemModel::modelReset, this, [this] { m_place->goBack(m_steady); }); // after it did
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setUpHeader();
    applyDensity();
    m_widths->measure(filter.model().utcNow());
    connect(this, &QAbstractItemView::doubleClicked, this,
        [this](const QModelIndex& index) { Q_EMIT opened(m_filter.idAt(index.row())); });
    connect(&m_clock, &QTimer::timeout, this, &TaskTable::tick);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TaskTable::setPace);
    m_clock.setTimerType(Qt::CoarseTimer);
}

void TaskTable::setUpHeader()
{
    QHeaderView* header = m_header;
    header->setObjectName(u"taskTableHeader"_s);
    header->setAccessibleName(tr("Columns"));
    header->setToolTip(tr("A click sorts by this column; with Shift, by it after the others."));
    header->setHighlightSections(false);
    // One of its own, in which nothing is selected: while it paints it would ask for each row of what is.
    header->setSelectionModel(new QItemSelectionModel(&m_filter, header));
    header->setSectionsMovable(true);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setMinimumSectionSize(60);
    setSortingEnabled(true);
    sortByColumn(TaskModel::GoesOut, Qt::AscendingOrder);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_menus = new ColumnMenus(*this);
    m_steady = new SteadyView(*this);
    connect(m_header, &SortHeader::thenByRequested, this,
        [this](int column) { sortBy(thenBy(m_filter.sortKeys(), column)); });
    connect(m_menus, &ColumnMenus::thenByRequested, this, [this](int column, bool isWanted) {
        sortBy(isWanted ? thenBy(m_filter.sortKeys(), column) : notThenBy(m_filter.sortKeys(), column));
    });
    connect(m_menus, &ColumnMenus::orderRequested, this, &TaskTable::sortBy);
    connect(&m_filter, &QAbstractItemModel::headerDataChanged, m_menus,
        [this] { m_menus->showOrder(m_filter.sortKeys()); });
    m_menus->showOrder(m_filter.sortKeys());
    connect(m_menus, &ColumnMenus::columnRequested, m_widths, &ColumnWidths::choose);
    connect(header, &QWidget::customContextMenuRequested, this,
        [this, header](const QPoint& position) { m_menus->shown().popup(header->mapToGlobal(position)); });
}

void TaskTable::setCompact(bool compact)
{
    m_chosenCompact = compact;
    applyDensity();
}

void TaskTable::setShort(bool isShort)
{
    m_isShort = isShort;
    applyDensity();
}

void TaskTable::applyDensity()
{
    const int line = fontMetrics().height();
    const bool compact = m_chosenCompact.value_or(m_isShort);
    const bool wasSeen = isCurrentSeen(viewport()->height());
    m_compact = compact;
    m_delegate->setCompact(compact);
    verticalHeader()->setDefaultSectionSize(compact ? std::max(theme::compactRowHeight, line + 2 * theme::unit)
                                                    : std::max(theme::rowHeight, line * 19 / 10 + 3 * theme::unit));
    for (const int column : { int(TaskModel::Id), int(TaskModel::Utc) })
        m_widths->show(column, compact || m_widths->isChosen(column));
    if (wasSeen) {
        executeDelayedItemsLayout();
        keepCurrentSeen();
    }
    viewport()->update();
}

void TaskTable::restoreFrom(QSettings& settings)
{
    if (settings.contains(densityKey))
        m_chosenCompact = settings.value(densityKey).toBool();
    else if (settings.value(compactKey).toBool())
        m_chosenCompact = true;
    applyDensity();
    m_widths->restoreFrom(settings);
    sortByColumn(m_header->sortIndicatorSection(), m_header->sortIndicatorOrder());
    if (const auto order = sortKeysOf(settings.value(orderKey).toStringList()))
        sortBy(*order);
}

void TaskTable::sortBy(const SortKeys& keys)
{
    const SortKey& first = keys.first();
    if (first.column != m_header->sortIndicatorSection() || first.order != m_header->sortIndicatorOrder())
        sortByColumn(first.column, first.order);
    m_filter.sortBy(keys);
}

// The columns of a window that is low today are not those of the next one.
void TaskTable::saveTo(QSettings& settings)
{
    const bool isShort = std::exchange(m_isShort, false);
    applyDensity();
    if (m_chosenCompact)
        settings.setValue(densityKey, *m_chosenCompact);
    m_widths->saveTo(settings);
    settings.setValue(orderKey, wordsOf(m_filter.sortKeys()));
    setShort(isShort);
}

QList<int> TaskTable::selectedRows() const
{
    return selectedRowsOf(*selectionModel());
}

QList<TaskId> TaskTable::selectedIds() const
{
    QList<TaskId> ids;
    for (const int row : selectedRows())
        ids.append(m_filter.idAt(row));
    return ids;
}

qsizetype TaskTable::selectedCount() const
{
    const QItemSelection ranges = selectionModel()->selection();
    return ranges.size() == 1 ? ranges.first().height() : selectedRows().size();
}

void TaskTable::selectAll()
{
    if (m_filter.rowCount() == 0)
        return;
    const QItemSelection all(m_filter.index(0, 0), m_filter.index(m_filter.rowCount() - 1, TaskModel::ColumnCount - 1));
    selectionModel()->select(all, QItemSelectionModel::ClearAndSelect);
}

std::optional<TaskId> TaskTable::currentTask() const
{
    return currentIndex().isValid() ? std::optional(m_filter.idAt(currentIndex().row())) : std::nullopt;
}

void TaskTable::selectTask(TaskId task)
{
    const int row = m_filter.rowOf(task);
    if (row < 0)
        return;
    setCurrentIndex(m_filter.index(row, TaskModel::Push)); // selectRow() finds no column in a right-to-left window
    scrollTo(m_filter.index(row, 0));
}

void TaskTable::selectTasks(const QList<TaskId>& tasks)
{
    QList<int> rows;
    for (const TaskId task : tasks) {
        if (const int row = m_filter.rowOf(task); row >= 0)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty())
        return;
    const QModelIndex first = m_filter.index(rows.first(), TaskModel::Push);
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(rangesOfRows(rows, m_filter), QItemSelectionModel::ClearAndSelect);
    executeDelayedItemsLayout(); // some may have come just now, and lie beyond what the scroll bar knows
    scrollTo(first);
}

void TaskTable::scrollToStart()
{
    sortByColumn(TaskModel::GoesOut, Qt::AscendingOrder);
    scrollToTop();
}

QList<QAction*> TaskTable::columnActions() const
{
    return { m_menus->sorting().menuAction(), m_menus->shown().menuAction() };
}

void TaskTable::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain) {
        if (const auto task = currentTask())
            Q_EMIT opened(*task);
    } else if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        showRowMenu();
    } else if (event->key() == Qt::Key_Space && plain && isTyping()) {
        keyboardSearch(event->text());
    } else if (event->key() == Qt::Key_Space && currentIndex().isValid()) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    } else {
        QTableView::keyPressEvent(event);
    }
}

// A blank in a title that is being typed must not take the selection away.
bool TaskTable::isTyping() const
{
    return m_sinceLetter.isValid() && !m_sinceLetter.hasExpired(QApplication::keyboardInputInterval());
}

void TaskTable::keyboardSearch(const QString& letters)
{
    if (currentIndex().isValid() && currentIndex().column() != TaskModel::Push)
        selectionModel()->setCurrentIndex(
            currentIndex().siblingAtColumn(TaskModel::Push), QItemSelectionModel::NoUpdate);
    QTableView::keyboardSearch(letters);
    m_sinceLetter.start();
}

// In a list of rows the first and the last of them, not the cells at the ends of one.
QModelIndex TaskTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if ((action != MoveHome && action != MoveEnd) || m_filter.rowCount() == 0)
        return QTableView::moveCursor(action, modifiers);
    const int column = currentIndex().isValid() ? currentIndex().column() : int(TaskModel::Push);
    return m_filter.index(action == MoveHome ? 0 : m_filter.rowCount() - 1, column);
}

void TaskTable::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        showRowMenu();
    else
        Q_EMIT menuRequested(event->globalPos());
}

/// Where the current row is, and about it if none is selected.
void TaskTable::showRowMenu()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    if (!selectionModel()->hasSelection())
        selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(current);
    Q_EMIT menuRequested(viewport()->mapToGlobal(visualRect(current).center()));
}

void TaskTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the focus ring goes round the whole row
}

void TaskTable::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    m_clock.start(tickInterval());
}

void TaskTable::hideEvent(QHideEvent* event)
{
    m_clock.stop();
    QTableView::hideEvent(event);
}

void TaskTable::updateGeometries()
{
    if (m_steady)
        m_steady->beginLayout();
    QTableView::updateGeometries();
    if (m_steady)
        m_steady->endLayout();
}

// The base looks at every row of a range, seen or not.
QRegion TaskTable::visualRegionForSelection(const QItemSelection& selection) const
{
    const bool isLarge = std::any_of(selection.begin(), selection.end(),
        [](const QItemSelectionRange& range) { return range.height() > rowsOfWindow; });
    return isLarge ? QRegion(viewport()->rect()) : QTableView::visualRegionForSelection(selection);
}

void TaskTable::resizeEvent(QResizeEvent* event)
{
    // A scroll bar that comes for a moment, while the columns are fitted, is no reason to scroll.
    const bool wasSeen = !(m_steady && m_steady->isLayout()) && isCurrentSeen(event->oldSize().height());
    QTableView::resizeEvent(event);
    m_widths->fit();
    if (wasSeen)
        keepCurrentSeen();
    m_clock.start(tickInterval());
}

bool TaskTable::isCurrentSeen(int height) const
{
    if (!currentIndex().isValid())
        return false;
    const int middle = rowViewportPosition(currentIndex().row()) + rowHeight(currentIndex().row()) / 2;
    return middle >= 0 && middle < height;
}

// A notice or a bar takes its room from the list, which otherwise would lose the last rows that were in sight.
void TaskTable::keepCurrentSeen()
{
    const int row = currentIndex().row();
    const int below = rowViewportPosition(row) + rowHeight(row) - viewport()->height();
    if (below > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + below);
}

void TaskTable::tick()
{
    const int column = TaskModel::TimeLeft;
    if (!window()->isMinimized() && !isColumnHidden(column))
        viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
    setPace();
    Q_EMIT ticked();
}

void TaskTable::countDownTo(const QDateTime& utc)
{
    m_countedDown = utc;
    setPace();
}

void TaskTable::setPace()
{
    if (!m_clock.isActive())
        return;
    if (const int interval = tickInterval(); interval != m_clock.interval())
        m_clock.start(interval);
}

int TaskTable::tickInterval() const
{
    const QDateTime now = m_filter.model().utcNow();
    const auto isNear = [&now](const QDateTime& due) { return due.isValid() && std::abs(now.secsTo(due)) < 3600; };
    if (isNear(m_countedDown))
        return 1'000;
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1) < 0 ? m_filter.rowCount() - 1 : rowAt(viewport()->height() - 1);
    for (int row = first; row <= last; ++row) {
        if (isNear(m_filter.briefAt(row).goesOutAt()))
            return 1'000;
    }
    return 30'000;
}

} // namespace pushbrake
