#include "ui/tasks/taskpage.h"

#include "ui/look/shortwindow.h"
#include "ui/look/theme.h"
#include "ui/tasks/counterwords.h"
#include "ui/tasks/filterbar.h"
#include "ui/tasks/filterclock.h"
#include "ui/tasks/intosight.h"
#include "ui/tasks/rowcopy.h"
#include "ui/tasks/tasktable.h"

#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

TaskPage::TaskPage(QSettings& settings, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_model(clock)
    , m_filter(m_model)
    , m_filters(new FilterBar(m_filter, settings, this))
    , m_body(new QStackedWidget(this))
    , m_table(new TaskTable(m_filter, m_body))
    , m_intoSight(new IntoSight(m_filter, *m_filters, *m_table))
    , m_empty(new EmptyState(m_body))
    , m_showEverything(new QAction(tr("Show &everything"), this))
{
    setObjectName(u"taskPage"_s);
    buildLayout();
    wire();
    m_table->restoreFrom(settings);
    updateCounter();
}

void TaskPage::buildLayout()
{
    auto* card = new QFrame(this);
    card->setObjectName(u"listCard"_s);
    card->setProperty("card", true);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(2, 2, 2, 2); // the card's corners are round
    m_body->setObjectName(u"body"_s);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    inside->addWidget(m_body);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::bandGap);
    column->addWidget(m_filters);
    column->addWidget(card, 1);
}

void TaskPage::wire()
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &TaskPage::update);
    connect(m_showEverything, &QAction::triggered, m_filters, &FilterBar::clear);
    connect(m_filters, &FilterBar::leaveRequested, this, &TaskPage::takeKeyboard);
    connect(m_filters, &FilterBar::selectAllRequested, this, &TaskPage::selectAll);
    connect(m_filters, &FilterBar::orderRequested, m_table, &TaskTable::sortBy);
    connect(m_table, &TaskTable::opened, this, &TaskPage::taskOpened);
    connect(m_table, &TaskTable::menuRequested, this, &TaskPage::menuRequested);
    connect(m_table, &TaskTable::ticked, this, &TaskPage::onTick);
    connect(m_table, &TaskTable::ticked, new FilterClock(m_filter, *this), &FilterClock::look);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TaskPage::update);
    const auto noteChange = [this] {
        m_isOtherShown = true;
        m_soon.start();
    };
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, noteChange);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, noteChange);
    connect(&m_filter, &QAbstractItemModel::dataChanged, this, noteChange);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, [this] {
        m_isOtherShown = true;
        update();
    });
    connect(&m_filter, &TaskFilter::workChanged, &m_soon, qOverload<>(&QTimer::start));
}

void TaskPage::update()
{
    updateBody();
    updatePasted();
    updateSelection();
    if (std::exchange(m_isOtherShown, false))
        m_soonest = m_filter.soonest();
    updateCounter();
    Q_EMIT selectionMoved();
}

TaskPage::Body TaskPage::wantedBody() const
{
    if (m_state)
        return Body::State;
    if (m_model.rowCount() == 0)
        return m_readSoFar || m_model.isLoading() ? Body::Reading : m_isIncomplete ? Body::NotRead : Body::NoTasks;
    return m_filter.rowCount() == 0 && !m_filter.isWorking() ? Body::NothingFound : Body::List;
}

void TaskPage::presentEmpty()
{
    switch (m_shown) {
    case Body::Reading:
        m_empty->present({ u"loader"_s, tr("Reading the list…"), tr("Pushes show up here as they arrive."), {} });
        break;
    case Body::NoTasks:
        m_empty->present({ u"list-checks"_s, tr("No pushes yet"),
            tr("Refresh reads them from the service, or add one."), m_emptyActions });
        break;
    case Body::NotRead:
        m_empty->present({ u"circle-question-mark"_s, tr("No pushes to show"),
            tr("The service's list was not read completely. Refresh reads it again, or add one."), m_emptyActions });
        break;
    case Body::NothingFound:
        m_empty->present({ u"search"_s, tr("Nothing matches"),
            tr("No push in the list matches the search and the filters."), { m_showEverything } });
        break;
    case Body::List:
    case Body::State: break;
    }
}

void TaskPage::updateBody()
{
    const Body wanted = wantedBody();
    m_filters->setEnabled(!m_state);
    if (wanted == m_shown)
        return;
    const QWidget* focused = window()->focusWidget();
    const bool focusHere = !window()->isVisible() || !focused || m_body->isAncestorOf(focused);
    m_shown = wanted;
    m_body->setCurrentIndex(wanted == Body::List ? 0 : 1);
    presentEmpty();
    m_empty->tabAfter(*m_table);
    if (focusHere)
        takeKeyboard();
}

void TaskPage::takeKeyboard()
{
    if (m_shown == Body::List)
        m_table->setFocus();
    else
        m_empty->takeKeyboard();
}

void TaskPage::setEmptyActions(const QList<QAction*>& actions)
{
    m_emptyActions = actions;
}

void TaskPage::showState(const EmptyState::Content& state)
{
    m_state = state;
    m_shown = Body::State;
    m_body->setCurrentIndex(1);
    m_empty->present(state);
    m_empty->tabAfter(*m_table);
    update();
}

void TaskPage::clearState()
{
    m_state.reset();
    update();
}

void TaskPage::setReading(std::optional<int> soFar, std::optional<double> share)
{
    m_readSoFar = soFar;
    m_readShare = share;
    updateBody();
    updateCounter();
}

void TaskPage::setIncomplete(bool incomplete)
{
    m_isIncomplete = incomplete;
    updateBody();
    updateCounter();
}

void TaskPage::updateCounter()
{
    const QString words
        = counterWords({ m_readSoFar, m_readShare, m_model.rowCount(), m_filter.rowCount(), m_filter.shownForRun(),
                           m_model.isLoading() || m_filter.isWorking(), m_filter.isFiltering(), m_isIncomplete,
                           m_soonest, m_selection.count, m_selection.soonest, m_writing },
            m_clock.utcNow());
    m_table->countDownTo(m_soonest);
    m_filters->setCounter(m_state ? QString() : words);
    // While the list is still looked through, "all" would be those of before.
    const bool isPart = m_filter.isFiltering() && !m_filter.isWorking() && !m_state;
    m_filters->offerAll(isPart && m_selection.count < m_filter.rowCount() ? m_filter.rowCount() : 0);
}

void TaskPage::setLastReading(const LastReading& last)
{
    m_filters->setLastReading(last);
}

void TaskPage::updateSelection()
{
    m_selection = {};
    const qint64 now = m_model.nowMs();
    qint64 soonest = TaskBrief::noTime;
    const RowFacts& facts = m_model.facts();
    const auto count = [&](const TaskBrief& brief) {
        m_selection.cancellable += facts.mayCancel(brief, now);
        if (brief.isCancellable() && brief.goesOutMs > now)
            soonest = std::min(soonest, brief.goesOutMs);
    };
    m_selection.count = m_table->selectedCount();
    if (m_selection.count == facts.briefs.size()) { // in the order in which a million of them lie in memory
        std::for_each(facts.briefs.begin(), facts.briefs.end(), count);
    } else {
        for (const int row : m_table->selectedRows())
            count(m_filter.briefAt(row));
    }
    if (m_selection.count == 1)
        m_selection.only = m_filter.briefAt(m_table->selectedRows().first());
    if (soonest != TaskBrief::noTime)
        m_selection.soonest = QDateTime::fromMSecsSinceEpoch(soonest, Qt::UTC);
}

void TaskPage::onTick()
{
    if (m_selection.soonest.isValid() && m_selection.soonest <= m_clock.utcNow())
        updateSelection();
    if (m_soonest.isValid() && m_soonest <= m_clock.utcNow())
        m_soonest = m_filter.soonest();
    updateCounter();
}

QList<TaskId> TaskPage::selectedIds() const
{
    return m_table->selectedIds();
}

QList<Task> TaskPage::selectedTasks() const
{
    return m_model.tasks(selectedIds());
}

qsizetype TaskPage::selectedCount() const
{
    return m_table->selectedCount();
}

QList<Task> TaskPage::cancellable(QList<TaskId> tasks) const
{
    tasks.removeIf([this](TaskId id) { return !m_model.contains(id) || !m_model.mayCancel(m_model.rowOf(id)); });
    return m_model.tasks(tasks);
}

bool TaskPage::bringIntoSight(const QList<TaskId>& tasks)
{
    const bool hasTakenOff = m_intoSight->bring(tasks);
    takeKeyboard();
    return hasTakenOff;
}

QList<TaskId> TaskPage::shownIds() const
{
    QList<TaskId> ids;
    ids.reserve(m_filter.rowCount());
    for (int row = 0; row < m_filter.rowCount(); ++row)
        ids.append(m_filter.idAt(row));
    return ids;
}

void TaskPage::selectTask(TaskId task)
{
    m_table->selectTask(task);
}

void TaskPage::takePasted(const QList<TaskId>& tasks)
{
    showBrought(tasks);
    const bool isOneHidden = std::any_of(
        tasks.begin(), tasks.end(), [this](TaskId task) { return m_model.contains(task) && m_filter.rowOf(task) < 0; });
    if (isOneHidden)
        m_filters->showOnlyPasted();
    m_table->selectTasks(tasks);
}

void TaskPage::showBrought(const QList<TaskId>& tasks)
{
    m_filter.setPasted(tasks);
    updatePasted();
    updateBody();
}

void TaskPage::updatePasted()
{
    m_filters->setPasted(m_filter.listedOfPasted());
}

void TaskPage::forgetApp()
{
    m_intoSight->forget();
    m_filter.setPasted({});
    m_filters->setPasted(0);
    m_filters->clear(); // what was looked for there would hide what is here
    m_model.forgetApp();
    if (std::exchange(m_hasApp, true)) // at the start the list is sorted as it was left
        m_table->scrollToStart();
}

void TaskPage::openViews(const AppKey& app)
{
    m_filters->openApp(app);
}

void TaskPage::copyRows() const
{
    toClipboard(copyOf(selectedTasks(), m_model));
}

QList<QAction*> TaskPage::columnActions() const
{
    return m_table->columnActions();
}

void TaskPage::renewTimes()
{
    m_model.renewTimes();
    m_filter.clockMoved();
    m_filters->renewTimes();
    updateCounter();
}

void TaskPage::selectAll()
{
    m_table->selectAll();
}

void TaskPage::focusSearch()
{
    m_filters->focusSearch();
}

bool TaskPage::isCompact() const
{
    return m_table->isCompact();
}

void TaskPage::setCompact(bool compact)
{
    m_table->setCompact(compact);
}

void TaskPage::setShort(bool isShort)
{
    layout()->setSpacing(isShort ? theme::tightGap : theme::bandGap);
    m_table->setShort(isShort);
}

void TaskPage::remember() const
{
    m_table->saveTo(m_settings);
}

bool TaskPage::event(QEvent* event)
{
    const auto type = event->type();
    if (type == QEvent::LayoutDirectionChange)
        m_table->viewport()->update();
    else if (type == QEvent::ShowToParent || type == QEvent::HideToParent)
        m_soon.start(); // what is selected is in sight again, or no longer
    return QWidget::event(event);
}

} // namespace pushbrake
