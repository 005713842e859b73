#include "ui/history/historypage.h"

#include "ui/history/historybar.h"
#include "ui/history/historydetails.h"
#include "ui/history/historytable.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/listkeys.h"
#include "ui/words/problems.h"
#include "ui/words/times.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

HistoryPage::HistoryPage(const History& history, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_history(history)
    , m_pushes(history, clock, this)
    , m_runs(history, clock, this)
    , m_bar(new HistoryBar(clock, this))
    , m_body(new QStackedWidget(this))
    , m_pushTable(new HistoryTable("pushHistory", tr("Pushes of the history"), m_pushes, m_body))
    , m_runTable(new HistoryTable("runHistory", tr("Cancellations of the history"), m_runs, m_body))
    , m_empty(new EmptyState(m_body, u"historyEmpty"_s))
    , m_showEverything(new QAction(tr("Show everything"), this))
    , m_details(new HistoryDetails(this))
    , m_oneRun(makeButton("oneRunButton", {}, this, u"x"_s))
    , m_counter(theme::plainLabel({}, this))
    , m_copy(makeButton("copyHistoryButton", tr("Copy"), this, u"copy"_s))
    , m_export(makeButton("exportHistoryButton", tr("Save as…"), this, u"file-up"_s))
{
    setObjectName(u"historyPage"_s);
    m_empty->setObjectName(u"historyEmptyState"_s);
    m_showEverything->setObjectName(u"showAllHistoryAction"_s);
    m_counter->setObjectName(u"historyCounter"_s);
    m_counter->setForegroundRole(QPalette::PlaceholderText);
    m_oneRun->setToolTip(tr("Shows the pushes of every cancellation again"));
    m_copy->setToolTip(tr("Copies the selected rows, as text and as a table (Ctrl+C)"));
    m_export->setToolTip(tr("Writes all pushes of what is shown into a workbook or a table for spreadsheets (Ctrl+S)"));
    m_oneRun->hide();
    m_pushTable->setWidths({ 18, 17, 0, 13, 18, 10, 14 });
    m_runTable->setWidths({ 18, 10, 16, 8, 12, 0 });
    buildLayout();
    wire();
}

void HistoryPage::buildLayout()
{
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(theme::buttonGap);
    page->addWidget(m_bar);
    m_bar->addButton(*m_copy);
    m_bar->addButton(*m_export);
    for (QWidget* body :
        { static_cast<QWidget*>(m_pushTable), static_cast<QWidget*>(m_runTable), static_cast<QWidget*>(m_empty) })
        m_body->addWidget(body);
    auto* beside = new QSplitter(Qt::Horizontal, this);
    beside->setObjectName(u"historySplitter"_s);
    beside->setChildrenCollapsible(false);
    beside->addWidget(m_body);
    beside->addWidget(m_details);
    beside->setStretchFactor(0, 5);
    beside->setStretchFactor(1, 2);
    m_details->setMinimumWidth(200);
    m_body->setMinimumWidth(260);
    page->addWidget(beside, 1);
    m_foot = new QHBoxLayout;
    m_foot->setSpacing(theme::buttonGap);
    m_foot->addWidget(m_oneRun);
    m_foot->addWidget(m_counter, 1);
    page->addLayout(m_foot);
}

void HistoryPage::wire()
{
    connect(m_bar, &HistoryBar::changed, this, &HistoryPage::begin);
    connect(m_showEverything, &QAction::triggered, this, [this] {
        m_bar->clear();
        m_run = 0;
        begin();
    });
    connect(m_oneRun, &QPushButton::clicked, this, [this] {
        m_run = 0;
        begin();
        takeKeyboard();
    });
    connect(m_copy, &QPushButton::clicked, this, &HistoryPage::copyRequested);
    connect(m_export, &QPushButton::clicked, this, &HistoryPage::exportRequested);
    connect(m_pushTable, &HistoryTable::chosen, this, &HistoryPage::showPushDetails);
    connect(m_runTable, &HistoryTable::chosen, this, &HistoryPage::showRunDetails);
    connect(m_runTable, &HistoryTable::opened, this, [this](int row) { showRun(m_runs.run(row)); });
    for (PagedModel* model : { static_cast<PagedModel*>(&m_pushes), static_cast<PagedModel*>(&m_runs) })
        connect(model, &PagedModel::progressed, this, &HistoryPage::update);
}

HistoryTable& HistoryPage::shownTable() const
{
    return m_bar->showsRuns() ? *m_runTable : *m_pushTable;
}

PagedModel& HistoryPage::shownModel()
{
    return m_bar->showsRuns() ? static_cast<PagedModel&>(m_runs) : m_pushes;
}

HistoryFilter HistoryPage::filter() const
{
    HistoryFilter filter = m_bar->filter();
    filter.run = m_run;
    return filter;
}

void HistoryPage::renew()
{
    if (const auto apps = m_history.apps())
        m_bar->setApps(*apps);
    if (const auto app = std::exchange(m_toChoose, std::nullopt)) {
        m_run = 0;
        m_bar->chooseApp(*app);
    }
    begin();
}

void HistoryPage::begin()
{
    if (m_bar->showsRuns())
        m_run = 0;
    m_oneRun->setVisible(m_run != 0);
    m_details->showNothing();
    // Of one app its name says nothing in each row, and the titles need the room.
    m_pushTable->setColumnHidden(PushHistory::App, !filter().app.isEmpty());
    m_body->setCurrentWidget(&shownTable());
    shownModel().begin(filter());
    update();
}

void HistoryPage::chooseApp(const AppKey& app)
{
    m_toChoose = app;
    if (isVisible())
        renew();
}

void HistoryPage::showRun(const HistoryRun& run)
{
    m_run = run.id;
    m_bar->clear(); // what the run was found by need not be true of its pushes
    m_bar->showPushes();
    setButtonText(*m_oneRun, tr("Of one cancellation: %n push(es)", nullptr, run.pushes));
    begin();
    takeKeyboard();
}

void HistoryPage::update()
{
    PagedModel& model = shownModel();
    const int rows = model.rowCount({});
    const bool isNothing = rows == 0 && (model.isWhole() || model.fault());
    if (isNothing)
        presentEmpty();
    m_body->setCurrentWidget(isNothing ? static_cast<QWidget*>(m_empty) : &shownTable());
    if (rows > 0 && !shownTable().currentIndex().isValid())
        shownTable().setCurrentIndex(model.index(0, 0));
    m_copy->setEnabled(rows > 0);
    m_export->setEnabled(rows > 0);
    if (model.fault())
        m_counter->setText(sentences::databaseProblem(*model.fault()));
    else if (rows == 0 && !isNothing)
        m_counter->setText(tr("Looking through the history…"));
    else if (m_bar->showsRuns())
        m_counter->setText(model.isWhole() ? tr("%n cancellation(s)", nullptr, rows)
                                           : tr("At least %n cancellation(s)", nullptr, rows));
    else
        m_counter->setText(
            model.isWhole() ? tr("%n push(es)", nullptr, rows) : tr("At least %n push(es)", nullptr, rows));
}

void HistoryPage::presentEmpty()
{
    const HistoryFilter shown = filter();
    if (shownModel().fault())
        m_empty->present({ u"triangle-alert"_s, tr("The history cannot be read now"),
            sentences::databaseProblem(*shownModel().fault()), {} });
    else if (shown == HistoryFilter())
        m_empty->present({ u"history"_s, tr("Nothing was done yet"),
            tr("Everything that is cancelled stands here afterwards, with who did it and what the service answered."),
            {} });
    else
        m_empty->present({ u"search"_s, tr("Nothing in the history matches"),
            tr("Choose other days, another result or app, or show everything."), { m_showEverything } });
}

void HistoryPage::showPushDetails(int row)
{
    if (row < 0 || row >= m_pushes.rowCount()) {
        m_details->showNothing();
        Q_EMIT runChosen(0);
        return;
    }
    const HistoryPush& push = m_pushes.push(row);
    m_details->showPush(push, m_history.story(push.row.runId, push.row.taskId),
        m_history.listed(push.row.app, push.row.taskId).value_or(std::nullopt));
    Q_EMIT runChosen(push.row.runId);
}

void HistoryPage::showRunDetails(int row)
{
    const bool isRow = row >= 0 && row < m_runs.rowCount();
    if (isRow)
        m_details->showRun(m_runs.run(row));
    else
        m_details->showNothing();
    Q_EMIT runChosen(isRow ? m_runs.run(row).id : 0);
}

void HistoryPage::addButton(QPushButton& button)
{
    m_foot->addWidget(&button);
}

QList<HistoryPush> HistoryPage::selectedPushes() const
{
    QList<HistoryPush> pushes;
    if (m_bar->showsRuns())
        return pushes;
    for (const int row : m_pushTable->selectedRows())
        pushes.append(m_pushes.push(row));
    return pushes;
}

bool HistoryPage::showsRuns() const
{
    return m_bar->showsRuns();
}

QStringList HistoryPage::headingWords() const
{
    return shownTable().headingWords();
}

QList<QStringList> HistoryPage::selectedWords() const
{
    return shownTable().selectedWords();
}

QString HistoryPage::chosenApp() const
{
    return m_bar->chosenApp();
}

bool HistoryPage::isMoreThanReadSelected() const
{
    return !m_bar->showsRuns() && !m_pushes.isWhole() && m_pushes.rowCount() > 0
        && m_pushTable->selectedRows().size() == m_pushes.rowCount();
}

void HistoryPage::takeKeyboard()
{
    if (m_body->currentWidget() == m_empty)
        m_empty->takeKeyboard();
    else
        shownTable().setFocus();
}

bool HistoryPage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isKeyOfTheList(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void HistoryPage::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && m_copy->isEnabled())
        Q_EMIT copyRequested();
    else if (event->matches(QKeySequence::Find))
        m_bar->focusSearch();
    else if (event->matches(QKeySequence::SelectAll))
        shownTable().selectAll();
    else if (event->key() == Qt::Key_S && event->modifiers() == Qt::ControlModifier && m_export->isEnabled())
        Q_EMIT exportRequested();
    else if (event->key() == Qt::Key_F5)
        renew();
    else if (!isKeyOfTheList(*event))
        QWidget::keyPressEvent(event);
}

void HistoryPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    renew();
}

} // namespace pushbrake
