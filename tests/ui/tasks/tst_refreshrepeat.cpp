// The list that is read by itself, as a person sees it: nothing is told but faults, each of them once; the keyboard
// stays where it is; a run and whatever else is read comes first. Hours pass in simulated time.
#include "api/taskreader.h"
#include "cancel/appsession.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/tasklist.h"
#include "support/rangeservice.h"
#include "support/shopaccount.h"
#include "support/simulatedclock.h"
#include "ui/tasks/refreshrhythm.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/shell.h"
#include "ui/words/language.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

/// In the window's menus and in those that these lead to.
QAction* choiceOf(const QList<QAction*>& actions, const char* name)
{
    for (QAction* action : actions) {
        if (action->objectName() == QLatin1StringView(name))
            return action;
        if (QAction* inside = action->menu() ? choiceOf(action->menu()->actions(), name) : nullptr)
            return inside;
    }
    return nullptr;
}

struct Folder
{
    explicit Folder(RefreshRhythm::Choice choice)
    {
        settings.setValue(QStringLiteral("refresh/everyMinutes"), int(choice.every.count()));
        settings.setValue(QStringLiteral("refresh/beforeDue"), choice.beforeDue);
    }
    QTemporaryDir folder;
    QSettings settings { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
};

struct Desk : Folder
{
    explicit Desk(RefreshRhythm::Choice choice)
        : Folder(choice)
    {
        service.put(1, at(2h));
        service.put(2, at(26h));
        window.add(list.room());
        list.open(app, &session);
        window.show();
        window.activateWindow();
        list.refresh();
        settle();
    }

    QDateTime at(std::chrono::seconds ahead) const { return clock.utcNow().addSecs(ahead.count()); }
    /// A refresh takes no time here.
    void settle()
    {
        clock.passUntil([this] { return !session.isReading(); }, 20s);
        clock.pass(10ms);
    }
    /// Lists that are begun in so long: what a page and a glance behind it are, is one.
    qsizetype readIn(Milliseconds time)
    {
        qsizetype readings = 0;
        bool wasReading = false;
        clock.passUntil(
            [&] {
                readings += session.isReading() && !wasReading;
                wasReading = session.isReading();
                return false;
            },
            time);
        return readings;
    }
    QString notice() const
    {
        return window.findChild<QWidget*>(QStringLiteral("noticeBar"))->isVisible()
            ? window.findChild<QLabel*>(QStringLiteral("noticeText"))->text()
            : QString();
    }

    const AppKey app { QStringLiteral("shop") };
    SimulatedClock computersClock;
    SimulatedClock& clock = computersClock;
    ServiceClock servicesClock { computersClock };
    RangeService service;
    std::unique_ptr<Database> database = Database::inMemory();
    TaskList tasks { *database };
    Journal journal { *database };
    SharedGates gates { servicesClock };
    AppSession session { shopAccount(), { service, journal, servicesClock, [] { return 7U; }, gates } };
    Shell window { settings };
    TaskDesk list { { window, settings, tasks, servicesClock } };
};

} // namespace

class TestRefreshRepeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp); }

    void nothingIsReadByItselfUnlessThatIsChosen()
    {
        Desk desk({});
        QCOMPARE(desk.list.page().model().rowCount(), 2);
        QCOMPARE(desk.readIn(1h), 0);
    }

    void whatIsNewShowsUpByItselfAndNothingIsTold()
    {
        Desk desk({ 5min });
        desk.list.page().focusSearch();
        const QWidget* focused = QApplication::focusWidget();
        desk.service.put(3, desk.at(3h));
        QCOMPARE(desk.readIn(16min), 3);
        QCOMPARE(desk.list.page().model().rowCount(), 3);
        QCOMPARE(desk.notice(), QString());
        QCOMPARE(QApplication::focusWidget(), focused);
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void anEmptyListKeepsTheKeyboardWhereItIs()
    {
        Desk desk({ 5min });
        desk.service.remove(1);
        desk.service.remove(2);
        QVERIFY(desk.tasks.remove(desk.app, { 1, 2 }));
        desk.list.open(desk.app, &desk.session);
        QTRY_VERIFY(desk.window.findChild<QWidget*>(QStringLiteral("emptyState"))->isVisible());
        auto* second = desk.window.findChild<QAbstractButton*>(QStringLiteral("emptyButton1"));
        second->setFocus();
        QCOMPARE(desk.readIn(11min), 2);
        QCOMPARE(QApplication::focusWidget(), second);
    }

    void aFaultIsToldOnceAndOnceAgainAfterItWasMended()
    {
        Desk desk({ 5min });
        desk.service.isBroken = true;
        QVERIFY(desk.readIn(6min) > 0);
        QVERIFY(!desk.notice().isEmpty());
        desk.window.findChild<QAbstractButton*>(QStringLiteral("noticeClose"))->click();
        QVERIFY(desk.readIn(1h) > 1);
        QCOMPARE(desk.notice(), QString());
        desk.service.isBroken = false;
        QVERIFY(desk.readIn(2h) > 1);
        QCOMPARE(desk.notice(), QString());
        desk.service.isBroken = true;
        QVERIFY(desk.readIn(1h) > 0);
        QVERIFY(!desk.notice().isEmpty());
        desk.service.isBroken = false;
        QVERIFY(desk.readIn(2h) > 0);
        QCOMPARE(desk.notice(), QString()); // it takes back what is no longer so
    }

    void aRefusedAccountIsAskedOnce()
    {
        Desk desk({ 5min, true });
        desk.service.code = 70001;
        QCOMPARE(desk.readIn(5h), 1);
        QVERIFY(!desk.notice().isEmpty());
    }

    void nothingIsReadWithoutAnAccount()
    {
        Desk desk({ 5min, true });
        desk.list.open(desk.app, nullptr);
        QCOMPARE(desk.readIn(3h), 0);
    }

    void nothingIsReadDuringARun()
    {
        Desk desk({ 5min, true });
        const auto run = desk.session.startRun({ *desk.list.page().model().task(2) }, { 3h, false });
        QVERIFY(run);
        QCOMPARE(desk.readIn(150min), 0);
        (*run)->undo();
        QVERIFY((*run)->isFinished());
        QCOMPARE(desk.readIn(10s), 1);
    }

    void nothingIsReadWhileSomethingElseIs()
    {
        Desk desk({ 5min });
        desk.service.wait = 1h; // of this computer's own: it does not come
        const qsizetype before = desk.service.asked.size();
        desk.session.ownReader().readRange({ desk.at(0s), desk.at(1h) }, Urgency::Watched);
        QCOMPARE(desk.readIn(30min), 1);
        QVERIFY(!desk.session.isRefreshing());
        QCOMPARE(desk.service.asked.size(), before + 1);
    }

    void whatGoesOutNextIsReadShortlyBefore()
    {
        Desk desk({ 0min, true });
        const qsizetype before = desk.service.asked.size();
        QCOMPARE(desk.readIn(114min), 0);
        QCOMPARE(desk.readIn(2min), 1);
        const RangeService::Asked& asked = desk.service.asked.at(before);
        QCOMPARE(asked.from.secsTo(asked.until), 600); // and no more than what goes out next
        QCOMPARE(desk.notice(), QString());
    }

    void whatIsReadShortlyBeforeSaysNothingOfTheRest()
    {
        Desk desk({ 0min, true });
        desk.service.remove(2); // goes out tomorrow, and is gone
        desk.service.asked.clear();
        QCOMPARE(desk.readIn(116min), 1);
        QCOMPARE(desk.service.count("get_sched_task"), 0);
        QCOMPARE(desk.list.page().model().task(2)->status, TaskStatus::Pending);
    }

    void itIsChosenInTheMenuAndRemembered()
    {
        Desk desk({});
        choiceOf(desk.window.actions(), "repeatFiveAction")->trigger();
        choiceOf(desk.window.actions(), "beforeDueAction")->trigger();
        QCOMPARE(desk.readIn(6min), 1);
        QCOMPARE(desk.settings.value(QStringLiteral("refresh/everyMinutes")).toInt(), 5);
        QVERIFY(desk.settings.value(QStringLiteral("refresh/beforeDue")).toBool());
        choiceOf(desk.window.actions(), "repeatOffAction")->trigger();
        choiceOf(desk.window.actions(), "beforeDueAction")->trigger();
        QCOMPARE(desk.readIn(3h), 0);
    }

    void whatIsNoChoiceIsNoRhythm()
    {
        Desk desk({ 1min }); // as if written by hand
        QCOMPARE(desk.readIn(3h), 0);
    }
};

QTEST_MAIN(TestRefreshRepeat)
#include "tst_refreshrepeat.moc"
