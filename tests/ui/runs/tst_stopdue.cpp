// "Cancel what goes out soon", as a person does it: the window reads, shows all of it, asks for the number, and the run
// is the one of the red button. Without a whole, fresh reading nothing can be confirmed; Enter confirms nothing ever.
#include "cancel/appsession.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/tasklist.h"
#include "support/actions.h"
#include "support/rangeservice.h"
#include "support/shopaccount.h"
#include "support/simulatedclock.h"
#include "ui/runs/rundesk.h"
#include "ui/runs/runend.h"
#include "ui/runs/runguard.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/shell.h"
#include "ui/words/language.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

constexpr int hasty = 450; // ms that the question waits for a considered answer

struct Guard final : RunGuard
{
    void beforeRun(std::function<void()> go) override { go(); }
};

/// Two that go out in the next half hour, one in the next hour, one tomorrow.
struct Desk
{
    Desk()
    {
        service.put(1, at(20min), QStringLiteral("All"));
        service.put(2, at(10min));
        service.put(3, at(50min));
        service.put(4, at(26h));
        window.nameFirstMenu(QStringLiteral("Push&es"));
        window.add(list.room());
        window.add(runs.room());
        list.open(app, &session);
        runs.open(&session);
        window.show();
        settle();
    }

    QDateTime at(std::chrono::seconds ahead) const { return clock.utcNow().addSecs(ahead.count()); }
    void settle()
    {
        QTest::qWait(1);
        clock.passUntil([this] { return !session.isReading(); }, 20s);
        clock.pass(10ms);
    }
    void openWindow()
    {
        actionOf(window, "stopDueAction")->trigger();
        settle();
    }
    template<typename Widget> Widget* find(const char* name) const
    {
        return window.findChild<Widget*>(QString::fromLatin1(name));
    }
    QDialog* due() const { return find<QDialog>("stopDueWindow"); }
    QPushButton* red() const { return find<QPushButton>("cancelDueButton"); }
    QDialog* question() const { return find<QDialog>("cancelQuestion"); }
    QString text(const char* label) const
    {
        const auto* found = find<QLabel>(label);
        return found && found->isVisible() ? found->text() : QString();
    }
    qsizetype rows() const
    {
        const auto* table = find<QAbstractItemView>("dueTable");
        return table->isVisible() ? table->model()->rowCount() : 0;
    }
    void type(int minutes) const
    {
        auto* edit = find<QSpinBox>("minutesEdit");
        edit->selectAll();
        QTest::keyClicks(edit, QString::number(minutes));
    }
    /// In spite of the button, as a click would that came in the last moment.
    void insist() const
    {
        red()->setEnabled(true);
        red()->click();
        QTest::qWait(5);
    }
    qsizetype deletions() const { return service.count("delete_sched_task"); }

    QTemporaryDir folder;
    QSettings settings { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
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
    Guard guard;
    Shell window { settings };
    TaskDesk list { { window, settings, tasks, servicesClock } };
    RunDesk runs { { window, list, settings, servicesClock, guard } };
};

} // namespace

class TestStopDue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp); }

    void readsAtOnceAndShowsAllOfIt()
    {
        Desk desk;
        desk.openWindow();
        QVERIFY(desk.due()->isVisible() && !desk.due()->isModal());
        QCOMPARE(desk.text("dueSummary"), QStringLiteral("2 pushes: 1 to everybody, 1 by tag."));
        QCOMPARE(desk.rows(), 2);
        QVERIFY2(desk.text("dueSoonest").contains(QStringLiteral("Push 2")), qPrintable(desk.text("dueSoonest")));
        QCOMPARE(desk.red()->text(), QStringLiteral("&Cancel 2 pushes…"));
        QVERIFY(desk.red()->isEnabled());
        QVERIFY(desk.find<QPushButton>("keepDueButton")->isDefault());
        QCOMPARE(desk.list.page().model().rowCount(), 2); // the list knows them now as well
        QCOMPARE(desk.deletions(), 0);
    }

    void enterInTheMinutesReadsAndNeverConfirms()
    {
        Desk desk;
        desk.openWindow();
        desk.type(60);
        QVERIFY(!desk.red()->isEnabled()); // what is shown is of another time
        QCOMPARE(desk.rows(), 0);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(desk.find<QSpinBox>("minutesEdit"), i % 2 ? Qt::Key_Return : Qt::Key_Enter);
        desk.settle();
        QCOMPARE(desk.rows(), 3);
        QTest::keyClick(desk.find<QSpinBox>("minutesEdit"), Qt::Key_Return);
        desk.settle();
        QVERIFY(desk.due()->isVisible() && !desk.question());
        QCOMPARE(desk.deletions(), 0);
    }

    void enterAnywhereElseKeepsAllScheduled()
    {
        Desk desk;
        desk.openWindow();
        const QPointer<QDialog> due(desk.due());
        desk.find<QAbstractItemView>("dueTable")->setFocus();
        QTest::keyClick(due, Qt::Key_Return);
        QTRY_VERIFY(!due);
        QCOMPARE(desk.deletions(), 0);
    }

    void theMinutesHaveBounds()
    {
        Desk desk;
        desk.openWindow();
        auto* edit = desk.find<QSpinBox>("minutesEdit");
        QCOMPARE(edit->value(), 30);
        QCOMPARE(edit->minimum(), 1);
        QCOMPARE(edit->maximum(), 1440);
        desk.type(1440);
        QTest::keyClick(edit, Qt::Key_Return);
        desk.settle();
        QCOMPARE(desk.rows(), 3);
    }

    void theNumberIsTypedAndTheRunIsTheRedButtons()
    {
        Desk desk;
        desk.openWindow();
        desk.red()->click();
        QVERIFY(desk.question() && desk.question()->isVisible());
        auto* confirm = desk.find<QPushButton>("confirmButton");
        auto* count = desk.find<QLineEdit>("countEdit");
        QVERIFY(count); // for two pushes, too
        QVERIFY(!confirm->isEnabled());
        QTest::qWait(hasty);
        QTest::keyClicks(count, QStringLiteral("2"));
        QVERIFY(confirm->isEnabled());
        const QPointer<QDialog> due(desk.due());
        confirm->click();
        QVERIFY(desk.session.run() && !desk.session.run()->isFinished());
        QCOMPARE(desk.deletions(), 0); // it is held, as always
        QVERIFY(desk.session.run()->progress().heldTasks == 2);
        QTRY_VERIFY(!due);
        desk.clock.passUntil([&] { return desk.session.run()->isFinished(); }, 60s);
        QCOMPARE(desk.session.run()->progress().cancelled, 2);
        QCOMPARE(desk.deletions(), 2);
        const auto rows = desk.journal.rows(1);
        QVERIFY(rows);
        QCOMPARE(rows->size(), 2);
    }

    void enterInTheNumberConfirmsNothing()
    {
        Desk desk;
        desk.openWindow();
        desk.red()->click();
        QTest::qWait(hasty);
        auto* count = desk.find<QLineEdit>("countEdit");
        QTest::keyClicks(count, QStringLiteral("2"));
        QTest::keyClick(count, Qt::Key_Return);
        desk.clock.pass(60s);
        QVERIFY(!desk.session.run());
        QCOMPARE(desk.deletions(), 0);
        QVERIFY(desk.due()->isVisible());
    }

    void nothingIsConfirmedWithoutAWholeFreshReading_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : { "broken", "refused", "withheld", "stopped", "going on", "old", "other minutes" })
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void nothingIsConfirmedWithoutAWholeFreshReading()
    {
        QFETCH(const QString, how);
        Desk desk;
        desk.service.isBroken = how == u"broken";
        desk.service.code = how == u"refused" ? 60020 : 0;
        desk.service.withheld = how == u"withheld" ? 1 : 0;
        if (how == u"stopped" || how == u"going on")
            desk.service.wait = 1h; // of this computer's own: it does not come
        desk.openWindow();
        if (how == u"stopped")
            desk.find<QPushButton>("readDueButton")->click();
        if (how == u"old") {
            QVERIFY(desk.red()->isEnabled());
            desk.clock.pass(121s);
            desk.insist(); // before the window has noticed
            QVERIFY(!desk.question());
            QTRY_VERIFY_WITH_TIMEOUT(!desk.red()->isEnabled(), 3'000);
        }
        if (how == u"other minutes")
            desk.type(45);
        QVERIFY(!desk.red()->isEnabled());
        QVERIFY(!desk.text("dueState").isEmpty());
        QCOMPARE(desk.rows(), 0);
        desk.insist();
        QVERIFY(!desk.question());
        desk.clock.pass(60s);
        QVERIFY(!desk.session.run());
        QCOMPARE(desk.deletions(), 0);
    }

    void aFaultIsSaidAndReadingAgainMendsIt()
    {
        Desk desk;
        desk.service.isBroken = true;
        desk.openWindow();
        QVERIFY(!desk.text("dueState").isEmpty());
        QVERIFY(desk.text("dueAdvice").contains(QStringLiteral("Nothing is cancelled from here without a whole list")));
        desk.service.isBroken = false;
        desk.find<QPushButton>("readDueButton")->click();
        desk.settle();
        QCOMPARE(desk.rows(), 2);
        QCOMPARE(desk.text("dueAdvice"), QString());
    }

    void nothingDueIsSaid()
    {
        Desk desk;
        desk.service.remove(1);
        desk.service.remove(2);
        desk.openWindow();
        QCOMPARE(
            desk.text("dueSummary"), QStringLiteral("Nothing that can be cancelled goes out in the next 30 minutes."));
        QVERIFY(!desk.red()->isEnabled());
    }

    void whatIsBeingCancelledOrHasGoneOutIsLeftOutAndSaid()
    {
        Desk desk;
        desk.service.put(5, desk.at(5min), QStringLiteral("Tag"), QStringLiteral("dispatching"));
        desk.service.put(6, desk.at(40s));
        desk.openWindow();
        QCOMPARE(desk.rows(), 3);
        const auto run = desk.session.startRun({ *desk.list.page().model().task(2) }, { 10min, false });
        QVERIFY(run);
        desk.clock.pass(45s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 1, 3'000);
        const QString said = desk.text("dueLeftOut");
        QVERIFY2(said.contains(QStringLiteral("2 pushes went out")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("1 push is being cancelled already")), qPrintable(said));
        desk.red()->click();
        QVERIFY(desk.question());
        QCOMPARE(desk.text("questionLeftOut"), said);
        QTest::qWait(hasty);
        QTest::keyClicks(desk.find<QLineEdit>("countEdit"), QStringLiteral("1"));
        desk.find<QPushButton>("confirmButton")->click();
        (*run)->skipHold();
        desk.clock.passUntil([&] { return (*run)->isFinished(); }, 60s);
        QCOMPARE(desk.deletions(), 2); // each of them once
    }

    void aPushOfTheListThatTheServiceDoesNotShowIsSaid()
    {
        Desk desk;
        desk.list.refresh();
        desk.settle();
        QCOMPARE(desk.list.page().model().rowCount(), 4);
        desk.clock.pass(1s);
        desk.service.remove(2);
        desk.openWindow();
        QCOMPARE(desk.rows(), 1);
        QVERIFY2(
            desk.text("dueAdvice").contains(QStringLiteral("1 push of your list")), qPrintable(desk.text("dueAdvice")));
        desk.clock.pass(5s);
        QCOMPARE(desk.list.page().model().task(2)->status, TaskStatus::Gone); // it was looked up
        QCOMPARE(desk.list.page().model().task(4)->status, TaskStatus::Pending);
    }

    void aRunCanBeStoppedBesideIt()
    {
        Desk desk;
        desk.list.refresh();
        desk.settle();
        const auto run = desk.session.startRun({ *desk.list.page().model().task(4) }, { 0s, false });
        QVERIFY(run);
        (*run)->pause();
        desk.openWindow();
        QVERIFY(!desk.due()->isModal());
        QTest::keyClick(desk.due(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        if (!(*run)->isFinished()) // keys reach actions only in the active window
            actionOf(desk.window, "stopAction")->trigger();
        desk.clock.passUntil([&] { return (*run)->isFinished(); }, 60s);
        QVERIFY((*run)->isFinished());
        QVERIFY(desk.due()->isVisible());
    }

    // Its deeds ask for every slot, for minutes perhaps: what goes out soon cannot wait for that.
    void itReadsWhileARunSends()
    {
        Desk desk;
        QList<Task> many;
        for (TaskId id = 100; id < 160; ++id) {
            desk.service.put(id, desk.at(5h));
            many.append(Task());
            many.last().id = id;
            many.last().audience = Audience::Tag;
            many.last().goesOutAt = desk.at(5h);
            many.last().status = TaskStatus::Pending;
        }
        const auto run = desk.session.startRun(many, { 0s, false });
        QVERIFY(run);
        desk.clock.passUntil([&] { return desk.deletions() > 5; }, 20s);
        desk.openWindow();
        desk.clock.passUntil([&] { return desk.rows() == 2; }, 5s);
        QCOMPARE(desk.rows(), 2);
        QVERIFY(!(*run)->isFinished() && desk.deletions() < 60);
    }

    // Asleep, the computer's steady clock stands still.
    void whatWasReadBeforeTheComputerSleptIsOld()
    {
        Desk desk;
        desk.openWindow();
        QVERIFY(desk.red()->isEnabled());
        desk.clock.setWallClock(10min);
        desk.insist();
        QVERIFY(!desk.question());
        QCOMPARE(desk.deletions(), 0);
    }

    void anAnswerThatComesAfterThePatienceEndsNothingTwice()
    {
        Desk desk;
        desk.service.wait = 800ms;
        Task task;
        task.id = 2;
        task.audience = Audience::Tag;
        task.goesOutAt = desk.at(5h);
        task.status = TaskStatus::Pending;
        const auto run = desk.session.startRun({ task }, { 0s, false });
        QVERIFY(run);
        QTRY_VERIFY((desk.clock.pass(10ms), desk.deletions() > 0)); // its answers take real time
        QObject context;
        int ended = 0;
        stopAndWait(
            **run, context, [&ended] { ++ended; }, 20ms);
        QTRY_COMPARE(ended, 1);
        QVERIFY(!(*run)->isFinished());
        QTRY_VERIFY_WITH_TIMEOUT((*run)->isFinished(), 5'000);
        QTest::qWait(50);
        QCOMPARE(ended, 1);
    }

    void itReadsBesideARefreshAndDoesNotEndIt()
    {
        Desk desk;
        desk.list.refresh();
        QVERIFY(desk.session.isRefreshing());
        desk.openWindow();
        QCOMPARE(desk.rows(), 2);
        QCOMPARE(desk.list.page().model().rowCount(), 4);
    }

    void anotherAppClosesIt()
    {
        Desk desk;
        desk.openWindow();
        desk.runs.open(nullptr);
        QVERIFY(!desk.due());
        QTest::qWait(5);
        QVERIFY(!actionOf(desk.window, "stopDueAction")->isEnabled());
    }

    void openingItAgainBringsTheSameOneToTheFront()
    {
        Desk desk;
        desk.openWindow();
        const QDialog* first = desk.due();
        const qsizetype asked = desk.service.asked.size();
        desk.openWindow();
        QCOMPARE(desk.due(), first);
        QCOMPARE(desk.service.asked.size(), asked);
    }
};

QTEST_MAIN(TestStopDue)
#include "tst_stopdue.moc"
