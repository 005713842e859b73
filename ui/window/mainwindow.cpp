#include "ui/window/mainwindow_p.h"

#include "ui/apps/profileswitcher.h"
#include "ui/look/profilemark.h"
#include "ui/look/theme.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/noticebar.h"
#include "ui/runs/runbar.h"
#include "ui/tasks/filterbar.h"
#include "ui/tasks/tasktable.h"
#include "ui/words/sentences.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {
namespace {

const auto geometryKey = "window/geometry"_L1;

} // namespace

void MainWindow::Private::connectAll()
{
    connect(refresh, &QPushButton::clicked, &w, &MainWindow::refreshRequested);
    connect(add, &QPushButton::clicked, &w, &MainWindow::addRequested);
    connect(paste, &QPushButton::clicked, &w, &MainWindow::pasteRequested);
    connect(red, &QPushButton::clicked, &w, [this] { requestCancel(); });
    connect(switcher, &ProfileSwitcher::chosen, &w, &MainWindow::profileChosen);
    connect(switcher, &ProfileSwitcher::newWished, &w, &MainWindow::newProfileRequested);
    connect(switcher, &ProfileSwitcher::editWished, &w, &MainWindow::editProfileRequested);
    connect(switcher, &ProfileSwitcher::removeWished, &w, &MainWindow::removeProfileRequested);
    connect(switcher, &ProfileSwitcher::testWished, &w, &MainWindow::testConnectionRequested);
    connect(notice, &NoticeBar::actionClicked, &w, &MainWindow::noticeAction);
    connect(empty, &EmptyState::buttonClicked, &w, [this](int index) { onEmptyButton(index); });
    connect(table, &TaskTable::opened, &w, [this](TaskId task) { open(task); });
    connect(table, &TaskTable::deleteWished, &w, [this] { requestCancel(); });
    connect(table, &TaskTable::pasteWished, &w, &MainWindow::pasteRequested);
    connect(table, &TaskTable::menuWished, &w, [this](const QPoint& where) { showRowMenu(where); });
    connect(table, &TaskTable::ticked, &w, [this] { onTick(); });
    soon.setSingleShot(true);
    connect(&soon, &QTimer::timeout, &w, [this] { updateAll(); });
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, &w, [this] { updateAll(); });
    connect(&filter, &QAbstractItemModel::rowsInserted, &soon, qOverload<>(&QTimer::start));
    connect(&filter, &QAbstractItemModel::rowsRemoved, &soon, qOverload<>(&QTimer::start));
    connect(&filter, &QAbstractItemModel::modelReset, &w, [this] { updateAll(); });
    connect(&filter, &QAbstractItemModel::dataChanged, &soon, qOverload<>(&QTimer::start));
}

void MainWindow::Private::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto&& work) {
        connect(new QShortcut(keys, &w), &QShortcut::activated, &w, work);
    };
    key(QKeySequence(Qt::Key_F5), [this] { refresh->click(); });
    key(QKeySequence::Find, [this] { filters->focusSearch(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { add->click(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { w.close(); });
}

void MainWindow::Private::updateAll()
{
    updateBody();
    updateRedButton();
    updateCounter();
}

void MainWindow::Private::updateBody()
{
    const Body wanted = accountState ? Body::Account
        : model.rowCount() == 0      ? Body::NoTasks
        : filter.rowCount() == 0     ? Body::NothingFound
                                     : Body::List;
    filters->setEnabled(!accountState);
    if (wanted == shown)
        return;
    const QWidget* focused = w.focusWidget();
    const bool focusHere = !w.isVisible() || !focused || body->isAncestorOf(focused);
    shown = wanted;
    body->setCurrentIndex(wanted == Body::List ? 0 : 1);
    if (wanted == Body::NoTasks)
        empty->present(u"list-checks"_s, tr("No tasks yet"), tr("Refresh reads them from the service, or add one."),
            { tr("&Refresh"), tr("&Add…"), tr("Paste &IDs…") });
    else if (wanted == Body::NothingFound)
        empty->present(u"search"_s, tr("Nothing matches"), tr("No push in the list fits the search and the filters."),
            { tr("Show &everything") });
    if (focusHere)
        (wanted == Body::List ? static_cast<QWidget*>(table) : empty)->setFocus();
}

void MainWindow::Private::onEmptyButton(int index)
{
    if (shown == Body::Account)
        Q_EMIT w.accountStateAction(index);
    else if (shown == Body::NothingFound)
        filters->clear();
    else
        (index == 0 ? refresh : index == 1 ? add : paste)->click();
}

QString MainWindow::Private::redButtonText(int count) const
{
    if (count == 0)
        return practice ? tr("Practise &cancelling…") : tr("&Cancel pushes…");
    return practice ? tr("Practise &cancelling %n push(es)…", nullptr, count)
                    : tr("&Cancel %n push(es)…", nullptr, count);
}

void MainWindow::Private::updateRedButton()
{
    const QList<Task> selected = w.selectedTasks();
    const qsizetype count = w.cancellableSelection().size();
    red->setText(redButtonText(int(count)));
    red->setAccessibleName(redButtonText(int(count)).remove(u'&'));
    const QString reason = whyNot(selected, count);
    red->setEnabled(reason.isEmpty());
    red->setToolTip(reason.isEmpty() && count < selected.size()
            ? tr(
                "%n selected push(es) cannot be cancelled and will be left out.", nullptr, int(selected.size() - count))
            : reason);
    red->setAccessibleDescription(red->toolTip());
}

QString MainWindow::Private::whyNot(const QList<Task>& selected, qsizetype cancellable) const
{
    if (accountState)
        return tr("The account cannot be used at the moment.");
    if (accountAwaited)
        return tr("The account is being read from the computer's keychain.");
    if (runEnding)
        return tr("The last cancellation is waiting for its answers.");
    if (selected.isEmpty())
        return tr("Select the pushes to cancel first.");
    return cancellable == 0
        ? tr("None of the selected pushes can be cancelled: they went out, are gone or have no audience.")
        : QString();
}

void MainWindow::Private::updateCounter()
{
    QStringList parts;
    parts << (filter.isFiltering() ? tr("%1 of %n task(s) shown", nullptr, model.rowCount()).arg(filter.rowCount())
                                   : tr("%n task(s)", nullptr, model.rowCount()));
    const QList<Task> selected = w.selectedTasks();
    if (!selected.isEmpty())
        parts << tr("%n selected", nullptr, int(selected.size()));
    QDateTime soonest;
    for (const Task& task : selected) {
        if (isCancellable(task) && task.goesOutAt.isValid() && (!soonest.isValid() || task.goesOutAt < soonest))
            soonest = task.goesOutAt;
    }
    if (soonest.isValid())
        parts << tr("soonest %1").arg(sentences::timeLeft(soonest, clock.utcNow()));
    filters->setCounter(accountState ? QString() : parts.join(u" · "_s));
}

void MainWindow::Private::showApp(const QString& name, bool realUsers, bool isPractice)
{
    practice = isPractice;
    practiceBar->setVisible(isPractice);
    run->setPractice(isPractice);
    w.setWindowTitle(
        isPractice ? tr("Practice – Pushbrake") : tr("%1 – Pushbrake").arg(profilemark::nameWithMark(name, realUsers)));
    updateRedButton();
}

void MainWindow::Private::onTick()
{
    updateCounter();
    const qint64 minute = clock.utcNow().toSecsSinceEpoch() / 60;
    if (minute != std::exchange(filteredAtMinute, minute))
        filter.clockMoved();
}

void MainWindow::Private::requestCancel()
{
    if (red->isEnabled())
        Q_EMIT w.cancelRequested(w.cancellableSelection());
}

void MainWindow::Private::open(TaskId task)
{
    const Task* opened = model.task(task);
    if (opened && opened->lastOutcome)
        Q_EMIT w.resultRequested(task);
    else if (opened)
        Q_EMIT w.editRequested(task);
}

void MainWindow::Private::showRowMenu(const QPoint& where)
{
    const QList<Task> selected = w.selectedTasks();
    if (selected.isEmpty())
        return;
    const QList<TaskId> ids = idsOf(selected);
    auto* menu = new QMenu(&w);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"rowMenu"_s);
    const auto addItem = [&](const QString& icon, const QString& text, bool enabled, auto&& work) {
        QAction* action = menu->addAction(theme::icon(icon), text);
        action->setEnabled(enabled);
        QObject::connect(action, &QAction::triggered, &w, work);
    };
    const bool single = ids.size() == 1;
    addItem(u"pencil"_s, tr("&Edit…"), single, [this, ids] { Q_EMIT w.editRequested(ids.first()); });
    addItem(u"search"_s, tr("Check &now"), true, [this, ids] { Q_EMIT w.checkAgainRequested(ids); });
    addItem(u"info"_s, tr("Show &result"), single && selected.first().lastOutcome.has_value(),
        [this, ids] { Q_EMIT w.resultRequested(ids.first()); });
    addItem(u"copy"_s, tr("&Copy %n ID(s)", nullptr, int(ids.size())), true, [ids] {
        QStringList lines;
        for (const TaskId id : ids)
            lines << QString::number(id);
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
    menu->addSeparator();
    addItem(
        u"ban"_s, redButtonText(int(w.cancellableSelection().size())), red->isEnabled(), [this] { requestCancel(); });
    addItem(u"list-x"_s, tr("Remove from the &list…"), true, [this, ids] { Q_EMIT w.removeRequested(ids); });
    menu->popup(where);
}

MainWindow::MainWindow(QSettings& settings, const Clock& clock, QWidget* parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(*this, settings, clock))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Pushbrake"));
    setAccessibleName(tr("Pushbrake"));
    d->connectAll();
    d->addKeys();
    // On a small screen, or one that is scaled up, the red button would stand beyond its edge.
    resize(theme::withinScreen(*this, QSize(1240, 760)));
    restoreGeometry(settings.value(geometryKey).toByteArray());
    d->table->restoreFrom(settings);
    d->updateRedButton();
    d->updateCounter();
    d->table->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::setProfiles(const QList<ProfileEntry>& profiles, const QString& currentId)
{
    d->switcher->setProfiles(profiles, currentId);
    // At once, not only when the account has come: what stands there tells whether somebody is reached.
    for (const ProfileEntry& entry : profiles) {
        if (entry.id == currentId)
            d->showApp(entry.name, entry.realUsers, entry.isPractice());
    }
}

void MainWindow::setOpenedProfile(const Profile& profile)
{
    d->accountState = false;
    d->accountAwaited = false;
    d->switcher->setOpened(profile);
    d->showApp(profile.name, profile.realUsers, profile.isPractice());
    d->updateAll();
}

void MainWindow::setAccountState(const QString& title, const QString& sentence, const QStringList& buttons)
{
    d->accountState = true;
    d->accountAwaited = false;
    d->empty->present(u"key-round"_s, title, sentence, buttons);
    d->updateAll();
}

void MainWindow::setAccountAwaited()
{
    d->accountState = false;
    d->accountAwaited = true;
    d->updateAll();
}

void MainWindow::clearAccountState()
{
    d->accountState = false;
    d->accountAwaited = false;
    d->updateAll();
}

void MainWindow::setReadsApart(bool apart)
{
    d->readsApart->setChecked(apart);
}

void MainWindow::setBusyRefreshing(bool busy)
{
    d->refreshing = busy;
    d->refresh->setEnabled(!busy);
    d->refresh->setText(busy ? tr("Reading…") : tr("&Refresh"));
    d->refresh->setAccessibleName(busy ? tr("Reading the tasks") : tr("Refresh"));
}

void MainWindow::showNotice(const QString& text, const QString& details, const QString& action)
{
    d->notice->showNotice(text, details, action);
}

void MainWindow::hideNotice()
{
    d->notice->hide();
}

void MainWindow::setRunEnding(bool ending)
{
    if (std::exchange(d->runEnding, ending) != ending)
        d->soon.start(0); // looking through ten thousand selected rows is nothing that Stop may wait for
}

TaskModel* MainWindow::taskModel() const
{
    return &d->model;
}

RunBar* MainWindow::runBar() const
{
    return d->run;
}

QList<Task> MainWindow::selectedTasks() const
{
    return d->table->selectedTasks();
}

QList<Task> MainWindow::shownTasks() const
{
    QList<Task> tasks;
    for (int row = 0; row < d->filter.rowCount(); ++row)
        tasks.append(d->filter.taskAt(row));
    return tasks;
}

QList<Task> MainWindow::cancellableSelection() const
{
    QList<Task> tasks;
    for (const Task& task : d->table->selectedTasks()) {
        if (d->model.mayCancel(d->model.rowOf(task.id)))
            tasks.append(task);
    }
    return tasks;
}

void MainWindow::selectTask(TaskId task)
{
    d->table->selectTask(task);
}

void MainWindow::focusList()
{
    d->table->setFocus();
}

void MainWindow::remember()
{
    d->settings.setValue(geometryKey, saveGeometry());
    d->table->saveTo(d->settings);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (mayClose && !mayClose()) {
        event->ignore();
        return;
    }
    remember();
    event->accept();
    Q_EMIT aboutToQuit();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange && d && d->table)
        d->table->viewport()->update();
}

} // namespace pushbrake
