#include "ui/window/shell.h"

#include "ui/look/shortwindow.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/noticebar.h"
#include "ui/window/commandaction.h"
#include "ui/window/headerrow.h"
#include "ui/window/keysheet.h"
#include "ui/window/noticeroom.h"
#include "ui/window/pagedeck.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <map>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto menuBarKey = "window/menuBar"_L1;
constexpr QSize firstSize(1240, 760);

// Sets the actions off with a separator; `before` is an action that always stays last.
void insert(QMenu& menu, QAction* before, const QList<QAction*>& actions)
{
    if (!before && !menu.isEmpty())
        menu.addSeparator();
    menu.insertActions(before, actions);
    if (before)
        menu.insertSeparator(before);
}

QList<QWidget*> partsOf(const QLayout& layout)
{
    QList<QWidget*> parts;
    for (int i = 0; i < layout.count(); ++i) {
        if (QWidget* part = layout.itemAt(i)->widget())
            parts.append(part);
        else if (const QLayout* inner = layout.itemAt(i)->layout())
            parts += partsOf(*inner);
    }
    return parts;
}
} // namespace

struct Shell::Private
{
    Private(Shell& window, QSettings& kept);

    QWidget* makeHeader();
    void makeMenus();
    void addOwnCommands();
    void addToMenus(const CommandGroup& group);
    void orderKeyboard();
    void setGaps();
    void fitHeight();

    Shell& w;
    QSettings& settings;
    QWidget* centre; ///< parent of all parts
    HeaderRow* headerRow = nullptr;
    QHBoxLayout* header = nullptr; ///< of that row
    QToolButton* more = nullptr;
    QMenu* moreMenu = nullptr;
    QVBoxLayout* column = nullptr; ///< of all parts
    bool isShort = false;
    QVBoxLayout* bands = nullptr;
    PageDeck* pages = nullptr;
    NoticeRoom* noticeRoom = nullptr;
    NoticeBar* standing = nullptr; ///< made when there is something to say: a start has nothing, mostly
    NoticeBar* notices = nullptr;
    QVBoxLayout* footers = nullptr;
    std::map<MenuPlace, QMenu*> menus;
    CommandAction* menuBarShown = nullptr;
    CommandAction* quit = nullptr;
    CloseGuard* guard = nullptr;
};

Shell::Private::Private(Shell& window, QSettings& kept)
    : w(window)
    , settings(kept)
    , centre(new QWidget(&window))
{
    centre->setObjectName(u"centre"_s);
    column = new QVBoxLayout(centre);
    column->addWidget(makeHeader());
    column->addLayout(bands = new QVBoxLayout);
    column->addWidget(pages = new PageDeck(centre), 1);
    column->addWidget(noticeRoom = new NoticeRoom(*pages, centre));
    setGaps();
    noticeRoom->add(*(notices = new NoticeBar(centre)));
    column->addLayout(footers = new QVBoxLayout);
    w.setCentralWidget(centre);
    makeMenus();
}

void Shell::Private::setGaps()
{
    const int side = isShort ? 2 * theme::tightGap : theme::windowMargin;
    const int end = isShort ? theme::tightGap : 4 * theme::unit;
    column->setContentsMargins(side, end, side, end);
    column->setSpacing(isShort ? theme::tightGap : theme::bandGap);
    pages->setGap(column->spacing());
    noticeRoom->setGap(column->spacing());
}

void Shell::Private::fitHeight()
{
    if (isShort == (w.height() < theme::shortWindow))
        return;
    isShort = !isShort;
    setGaps();
    Q_EMIT w.shortChanged(isShort);
}

QWidget* Shell::Private::makeHeader()
{
    headerRow = new HeaderRow(centre);
    header = &headerRow->row();
    more = new QToolButton(centre);
    more->setObjectName(u"moreButton"_s);
    more->setAccessibleName(tr("More"));
    more->setToolTip(tr("More"));
    more->setProperty("framed", true);
    more->setIcon(theme::icon(u"ellipsis"_s));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::StrongFocus);
    moreMenu = new QMenu(&w);
    moreMenu->setObjectName(u"moreMenu"_s);
    moreMenu->setAccessibleName(tr("More"));
    moreMenu->setToolTipsVisible(true);
    more->setMenu(moreMenu);
    header->addWidget(more);
    return headerRow;
}

void Shell::Private::makeMenus()
{
    const std::initializer_list<std::tuple<MenuPlace, const char*, QString>> titles {
        { MenuPlace::First, "firstMenu", QString() },
        { MenuPlace::Edit, "editMenu", tr("Edi&t") },
        { MenuPlace::View, "viewMenu", tr("&View") },
        { MenuPlace::App, "appMenu", tr("&App") },
        { MenuPlace::Help, "helpMenu", tr("&Help") },
    };
    w.menuBar()->setObjectName(u"menuBar"_s);
    w.menuBar()->setAccessibleName(tr("Menu bar"));
    for (const auto& [place, name, title] : titles) {
        QMenu* menu = w.menuBar()->addMenu(title);
        menu->setObjectName(QLatin1StringView(name));
        menu->setToolTipsVisible(true);
        menus.emplace(place, menu);
    }
}

void Shell::Private::addOwnCommands()
{
    menuBarShown = new CommandAction("menuBarAction", tr("&Menu bar"), {}, &w);
    menuBarShown->setTip(tr("Shows or hides the menu bar"));
    menuBarShown->setKeys(QKeySequence(Qt::CTRL | Qt::Key_M));
    menuBarShown->setCheckable(true);
    menuBarShown->setChecked(settings.value(menuBarKey, true).toBool());
    w.menuBar()->setVisible(menuBarShown->isChecked());
    connect(menuBarShown, &QAction::toggled, w.menuBar(), &QWidget::setVisible);

    auto* keys = new CommandAction("keysAction", tr("Ke&ys"), {}, &w);
    keys->setTip(tr("Every key of this window on one sheet"));
    keys->setKeys(QKeySequence(Qt::Key_F1));
    connect(keys, &QAction::triggered, &w, [this] {
        auto* sheet = new KeySheet(w.commands(), &w);
        connect(sheet, &QDialog::finished, &w, &Shell::focusPage);
        sheet->open();
    });

    quit = new CommandAction("quitAction", tr("&Quit"), u"x"_s, &w);
    quit->setTip(tr("Closes the window and ends the program"));
    quit->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, &w, &QWidget::close);

    for (QMenu* menu : { menus.at(MenuPlace::First), moreMenu })
        menu->addAction(quit); // what comes later stands before it
    w.addAction(quit);
    addToMenus({ MenuPlace::View, { menuBarShown }, true });
    addToMenus({ MenuPlace::Help, { keys }, true });
}

void Shell::Private::addToMenus(const CommandGroup& group)
{
    insert(*menus.at(group.menu), group.menu == MenuPlace::First ? quit : nullptr, group.actions);
    if (group.isInMore)
        insert(*moreMenu, quit, group.actions);
    // Keys work while the menu bar is hidden, too.
    w.addActions(group.actions);
}

Shell::Shell(QSettings& settings, QWidget* parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(*this, settings))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Pushbrake"));
    setAccessibleName(tr("Pushbrake"));
    // On a small screen, or one that is scaled up, the red button would stand beyond its edge.
    resize(theme::withinScreen(*this, firstSize));
    restoreGeometry(settings.value(geometryKey).toByteArray());
    d->addOwnCommands();
}

Shell::~Shell() = default;

void Shell::nameFirstMenu(const QString& title)
{
    d->menus.at(MenuPlace::First)->setTitle(title);
}

void Shell::add(const Room& room)
{
    if (room.header)
        d->header->insertWidget(0, room.header);
    for (QAction* tool : room.tools) {
        if (room.sparedTools.contains(tool))
            d->headerRow->addSpareTool(*tool);
        else
            d->headerRow->addTool(*tool);
    }
    if (room.spareTool)
        d->headerRow->addSpareTool(*room.spareTool);
    if (room.dangerous) {
        QPushButton* red = makeActionButton(*room.dangerous, d->centre);
        theme::makeDangerous(*red);
        d->header->addSpacing(theme::buttonGap);
        d->header->addWidget(red);
    }
    if (room.band)
        d->bands->addWidget(room.band);
    if (room.page)
        d->addToMenus({ MenuPlace::View, { d->pages->add(*room.page) }, false });
    d->pages->addOfPage(room.ofPage, room.page ? room.page->widget : nullptr);
    if (room.footer)
        d->footers->addWidget(room.footer);
    if (!room.more.isEmpty())
        insert(*d->moreMenu, d->quit, room.more);
    for (const CommandGroup& group : room.commands)
        d->addToMenus(group);
    d->orderKeyboard();
}

// Tab goes as the eye does: header, page, notice, footer. Rooms hand in their parts in another order.
void Shell::Private::orderKeyboard()
{
    QList<QWidget*> stops;
    const auto append = [&stops](QWidget* part) {
        if (part->focusPolicy() & Qt::TabFocus)
            stops.append(part);
        for (QWidget* inside : part->findChildren<QWidget*>()) {
            if ((inside->focusPolicy() & Qt::TabFocus) && inside->window() == part->window())
                stops.append(inside);
        }
    };
    const auto appendAll = [&append](const QLayout& layout) {
        for (QWidget* part : partsOf(layout))
            append(part);
    };
    appendAll(*header);
    appendAll(*bands);
    append(pages);
    if (standing)
        append(standing);
    append(notices);
    appendAll(*footers);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops.at(i - 1), stops.at(i));
}

QList<std::pair<QString, QList<QAction*>>> Shell::commands() const
{
    QList<std::pair<QString, QList<QAction*>>> all;
    for (const auto& [place, menu] : d->menus)
        all.append({ menu->title(), menu->actions() });
    return all;
}

Notices& Shell::notices() const
{
    return *d->notices;
}

Notices& Shell::standingNotice()
{
    if (!d->standing) {
        d->standing = new NoticeBar(d->centre, u"standing"_s);
        d->noticeRoom->add(*d->standing);
        d->orderKeyboard();
    }
    return *d->standing;
}

void Shell::setSubject(const QString& what)
{
    setWindowTitle(tr("%1 – Pushbrake").arg(what));
    setAccessibleName(windowTitle());
}

void Shell::setCloseGuard(CloseGuard* guard)
{
    d->guard = guard;
}

void Shell::focusPage()
{
    d->pages->takeKeyboard();
}

// What has the keyboard may take it for itself, as a field does that has text.
void Shell::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier && !d->pages->isFirstShown())
        d->pages->goBack();
    else
        QMainWindow::keyPressEvent(event);
}

void Shell::remember()
{
    d->settings.setValue(geometryKey, saveGeometry());
    d->settings.setValue(menuBarKey, d->menuBarShown->isChecked());
    Q_EMIT rememberRequested();
}

void Shell::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    d->fitHeight();
}

void Shell::closeEvent(QCloseEvent* event)
{
    if (d->guard && !d->guard->mayClose()) {
        event->ignore();
        return;
    }
    remember();
    event->accept();
}

} // namespace pushbrake
