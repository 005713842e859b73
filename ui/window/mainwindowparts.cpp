#include "ui/window/mainwindow_p.h"

#include "ui/apps/profileswitcher.h"
#include "ui/look/theme.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/iconlabel.h"
#include "ui/parts/noticebar.h"
#include "ui/runs/runbar.h"
#include "ui/runs/runkeys.h"
#include "ui/tasks/filterbar.h"
#include "ui/tasks/tasktable.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushbrake {

QList<TaskId> idsOf(const QList<Task>& tasks)
{
    QList<TaskId> ids;
    for (const Task& task : tasks)
        ids.append(task.id);
    return ids;
}

MainWindow::Private::Private(MainWindow& window, QSettings& kept, const Clock& theClock)
    : w(window)
    , settings(kept)
    , clock(theClock)
    , model(theClock)
    , filter(model)
{
    centre = new QWidget(&w);
    centre->setObjectName(u"centre"_s);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(theme::windowMargin, 4 * theme::unit, theme::windowMargin, 4 * theme::unit);
    column->setSpacing(theme::bandGap);
    column->addLayout(makeTopRow());
    column->addWidget(practiceBar = makePracticeBar());
    column->addWidget(notice = new NoticeBar(centre));
    column->addWidget(filters = new FilterBar(filter, centre));
    column->addWidget(makeListCard(), 1);
    column->addWidget(run = new RunBar(centre));
    w.setCentralWidget(centre);
}

QPushButton* MainWindow::Private::addButton(
    QHBoxLayout& row, const char* name, const QString& text, const QString& icon, const QString& tip)
{
    auto* button = new QPushButton(theme::icon(icon), text, centre);
    button->setObjectName(QLatin1StringView(name));
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setToolTip(tip);
    button->setAutoDefault(false);
    row.addWidget(button);
    return button;
}

QHBoxLayout* MainWindow::Private::makeTopRow()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::buttonGap);
    row->addWidget(switcher = new ProfileSwitcher(centre));
    row->addStretch(1);
    refresh
        = addButton(*row, "refreshButton", tr("&Refresh"), u"refresh-cw"_s, tr("Read the tasks from the service (F5)"));
    add = addButton(*row, "addButton", tr("&Add…"), u"plus"_s, tr("Add one task by hand (Ctrl+N)"));
    paste = addButton(
        *row, "pasteButton", tr("Paste &IDs…"), u"clipboard-paste"_s, tr("Add many tasks at once (Ctrl+V)"));
    auto* more = new QToolButton(centre);
    more->setObjectName(u"moreButton"_s);
    more->setAccessibleName(tr("More"));
    more->setToolTip(tr("More"));
    more->setProperty("framed", true);
    more->setIcon(theme::icon(u"ellipsis"_s));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::StrongFocus);
    more->setMenu(makeMoreMenu());
    row->addWidget(more);
    row->addSpacing(theme::buttonGap);
    red = addButton(*row, "cancelButton", redButtonText(0), u"ban"_s, {});
    theme::makeDangerous(*red);
    return row;
}

QMenu* MainWindow::Private::makeMoreMenu()
{
    auto* menu = new QMenu(&w);
    menu->setObjectName(u"moreMenu"_s);
    menu->setAccessibleName(tr("More"));
    const auto addItem = [&](const QString& icon, const QString& text, auto&& work) {
        QAction* action = menu->addAction(theme::icon(icon), text);
        QObject::connect(action, &QAction::triggered, &w, work);
        return action;
    };
    addItem(u"list-checks"_s, tr("&Select all that are shown"), [this] { table->selectAll(); });
    addItem(u"search"_s, tr("&Check the selected now"),
        [this] { Q_EMIT w.checkAgainRequested(idsOf(table->selectedTasks())); });
    addItem(u"file-up"_s, tr("&Export the list…"), [this] { Q_EMIT w.exportRequested(); });
    addItem(
        u"list-x"_s, tr("&Remove from the list…"), [this] { Q_EMIT w.removeRequested(idsOf(table->selectedTasks())); });
    menu->addSeparator();
    QAction* compact = menu->addAction(tr("&One line a push"));
    compact->setCheckable(true);
    QObject::connect(menu, &QMenu::aboutToShow, compact, [this, compact] { compact->setChecked(table->isCompact()); });
    QObject::connect(compact, &QAction::triggered, &w, [this](bool on) { table->setCompact(on); });
    addRunOptions(*menu);
    readsApart = menu->addAction(tr("&Looking up has a limit of its own in this app"));
    readsApart->setObjectName(u"readsApartAction"_s);
    readsApart->setCheckable(true);
    readsApart->setToolTip(tr("Choose this only when the service counts reading and cancelling apart: then a run need "
                              "not share its five calls a second."));
    menu->setToolTipsVisible(true);
    QObject::connect(readsApart, &QAction::triggered, &w, &MainWindow::readsApartChosen);
    menu->addSeparator();
    addItem(u"x"_s, tr("&Quit"), [this] { w.close(); });
    return menu;
}

// Both are read when a run begins, so a change is for the next one.
void MainWindow::Private::addRunOptions(QMenu& menu)
{
    QMenu* hold = menu.addMenu(tr("&Wait before sending"));
    hold->setObjectName(u"holdMenu"_s);
    auto* choices = new QActionGroup(hold);
    for (const int seconds : { 0, 5, 10, 30 }) {
        QAction* choice
            = hold->addAction(seconds == 0 ? tr("Not at all") : tr("%n second(s), with Undo", nullptr, seconds));
        choice->setCheckable(true);
        choice->setData(seconds);
        choices->addAction(choice);
    }
    QObject::connect(hold, &QMenu::aboutToShow, &w, [this, choices] {
        for (QAction* choice : choices->actions())
            choice->setChecked(choice->data().toInt() == settings.value(runkeys::hold, runkeys::usualHold).toInt());
    });
    QObject::connect(choices, &QActionGroup::triggered, &w,
        [this](const QAction* choice) { settings.setValue(runkeys::hold, choice->data()); });
    QAction* check = menu.addAction(tr("Chec&k every cancellation by looking at the task"));
    check->setObjectName(u"checkEveryAction"_s);
    check->setCheckable(true);
    check->setChecked(settings.value(runkeys::checkEvery, false).toBool());
    QObject::connect(check, &QAction::triggered, &w, [this](bool on) { settings.setValue(runkeys::checkEvery, on); });
}

QFrame* MainWindow::Private::makePracticeBar()
{
    auto* bar = new QFrame(centre);
    bar->setObjectName(u"practiceBar"_s);
    bar->setAccessibleName(tr("Practice: nothing here reaches real users"));
    bar->setProperty("band", true);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(3 * theme::unit, 2 * theme::unit, 3 * theme::unit, 2 * theme::unit);
    row->setSpacing(theme::buttonGap);
    auto* icon = new IconLabel(20, bar);
    icon->setObjectName(u"practiceIcon"_s);
    icon->setIcon(u"graduation-cap"_s, theme::Tone::OnBand);
    row->addWidget(icon);
    auto* word = theme::plainLabel(tr("Practice"), bar);
    word->setObjectName(u"practiceWord"_s);
    word->setFont(theme::strongFont(w.font()));
    word->setWordWrap(false);
    row->addWidget(word);
    auto* sentence = theme::plainLabel(tr("Nothing here reaches real users. Try everything."), bar);
    sentence->setObjectName(u"practiceSentence"_s);
    row->addWidget(sentence, 1);
    bar->hide();
    return bar;
}

QWidget* MainWindow::Private::makeListCard()
{
    auto* card = new QFrame(centre);
    card->setObjectName(u"listCard"_s);
    card->setProperty("card", true);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(2, 2, 2, 2); // the card's corners are round
    body = new QStackedWidget(card);
    body->setObjectName(u"body"_s);
    table = new TaskTable(filter, body);
    empty = new EmptyState(body);
    body->addWidget(table);
    body->addWidget(empty);
    inside->addWidget(body);
    return card;
}

} // namespace pushbrake
