#include "ui/tasks/tasktable.h"

#include "ui/look/theme.h"
#include "ui/tasks/taskdelegate.h"
#include "ui/tasks/taskfilter.h"
#include "ui/tasks/taskmodel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pushbrake {
namespace {

constexpr std::array<int, TaskModel::ColumnCount> firstWidths { 250, 130, 155, 150, 120, 120, 165, 225, 120 };
const auto stateKey = "list/columns"_L1;
const auto compactKey = "list/compact"_L1;

/// Read from the ranges: an index for each selected cell would take far longer.
QList<int> selectedRows(const QItemSelectionModel& selection)
{
    QList<int> rows;
    for (const QItemSelectionRange& range : selection.selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

} // namespace

TaskTable::TaskTable(TaskFilter& filter, QWidget* parent)
    : QTableView(parent)
    , m_filter(filter)
    , m_delegate(new TaskDelegate(this))
{
    setObjectName(u"taskTable"_s);
    setAccessibleName(tr("Scheduled pushes"));
    horizontalHeader()->setFont(
        theme::smallFont(font())); // before there are columns, which would all be measured twice
    setModel(&filter);
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
    setCompact(false);
    connect(this, &QAbstractItemView::doubleClicked, this,
        [this](const QModelIndex& index) { Q_EMIT opened(m_filter.taskAt(index.row()).id); });
    connect(&m_clock, &QTimer::timeout, this, &TaskTable::tick);
    m_clock.setTimerType(Qt::CoarseTimer);
}

void TaskTable::setUpHeader()
{
    QHeaderView* header = horizontalHeader();
    header->setObjectName(u"taskTableHeader"_s);
    header->setAccessibleName(tr("Columns"));
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setMinimumSectionSize(60);
    header->setStretchLastSection(true);
    for (int column = 0; column < TaskModel::ColumnCount; ++column)
        setColumnWidth(column, firstWidths.at(size_t(column)) * std::max(16, fontMetrics().height()) / 19);
    setSortingEnabled(true);
    sortByColumn(TaskModel::GoesOut, Qt::AscendingOrder);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &TaskTable::showHeaderMenu);
}

void TaskTable::setCompact(bool compact)
{
    const int line = fontMetrics().height();
    m_compact = compact;
    m_delegate->setCompact(compact);
    verticalHeader()->setDefaultSectionSize(compact ? std::max(theme::compactRowHeight, line + 2 * theme::unit)
                                                    : std::max(theme::rowHeight, line * 19 / 10 + 3 * theme::unit));
    setColumnHidden(TaskModel::Id, !compact);
    setColumnHidden(TaskModel::Utc, !compact);
    viewport()->update();
}

void TaskTable::restoreFrom(QSettings& settings)
{
    setCompact(settings.value(compactKey, false).toBool());
    const QByteArray state = settings.value(stateKey).toByteArray();
    if (!state.isEmpty())
        horizontalHeader()->restoreState(state);
    sortByColumn(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
}

void TaskTable::saveTo(QSettings& settings) const
{
    settings.setValue(compactKey, m_compact);
    settings.setValue(stateKey, horizontalHeader()->saveState());
}

QList<Task> TaskTable::selectedTasks() const
{
    QList<Task> tasks;
    for (const int row : selectedRows(*selectionModel()))
        tasks.append(m_filter.taskAt(row));
    return tasks;
}

qsizetype TaskTable::selectedCount() const
{
    return selectedRows(*selectionModel()).size();
}

std::optional<TaskId> TaskTable::currentTask() const
{
    return currentIndex().isValid() ? std::optional(m_filter.taskAt(currentIndex().row()).id) : std::nullopt;
}

void TaskTable::selectTask(TaskId task)
{
    const int row = m_filter.proxyRowOf(task);
    if (row < 0)
        return;
    setCurrentIndex(m_filter.index(row, TaskModel::Push)); // selectRow() finds no column in a right-to-left window
    scrollTo(m_filter.index(row, 0));
}

void TaskTable::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain) {
        if (const auto task = currentTask())
            Q_EMIT opened(*task);
    } else if (event->key() == Qt::Key_Space && currentIndex().isValid()) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    } else {
        QTableView::keyPressEvent(event);
    }
}

void TaskTable::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        Q_EMIT menuRequested(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
    else
        Q_EMIT menuRequested(event->globalPos());
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

void TaskTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    m_clock.start(tickInterval());
}

void TaskTable::showHeaderMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = TaskModel::Push + 1; column < TaskModel::ColumnCount; ++column) {
        QAction* action = menu->addAction(m_filter.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

void TaskTable::tick()
{
    const int column = TaskModel::TimeLeft;
    if (!window()->isMinimized() && !isColumnHidden(column))
        viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
    if (const int interval = tickInterval(); interval != m_clock.interval())
        m_clock.start(interval);
    Q_EMIT ticked();
}

int TaskTable::tickInterval() const
{
    const QDateTime now = static_cast<const TaskModel*>(m_filter.sourceModel())->utcNow();
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1) < 0 ? m_filter.rowCount() - 1 : rowAt(viewport()->height() - 1);
    for (int row = first; row <= last; ++row) {
        const QDateTime due = m_filter.taskAt(row).goesOutAt;
        if (due.isValid() && std::abs(now.secsTo(due)) < 3600)
            return 1'000;
    }
    return 30'000;
}

} // namespace pushbrake
