// The wired console around the practice service: what happens to accounts and lists while a run goes on.
#include "net/httptransport.h"
#include "practice/practiceservice.h"
#include "support/actions.h"
#include "support/consoleparts.h"
#include "ui/apps/profileswitcher.h"
#include "ui/imports/importdialog.h"
#include "ui/parts/notices.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/words/zone.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSqlQuery>
#include <QTableView>
#include <QTest>

#include <algorithm>

#include <sys/stat.h>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

// This computer's clock, wrong by a set amount.
class WrongClock final : public Clock
{
public:
    explicit WrongClock(qint64 aheadSeconds)
        : m_aheadSeconds(aheadSeconds)
    {
    }
    SteadyTime steadyNow() const override { return m_real.steadyNow(); }
    QDateTime utcNow() const override { return m_real.utcNow().addSecs(m_aheadSeconds); }

private:
    SystemClock m_real;
    qint64 m_aheadSeconds;
};

struct Around
{
    SystemClock servicesClock;
    WrongClock computersClock;
    ServiceClock clock { computersClock };
    PracticeService service { servicesClock };
    HttpTransport transport { HttpOptions() };
};

struct Desk : Around, ConsoleParts
{
    explicit Desk(qint64 aheadSeconds = 0)
        : Around { {}, WrongClock(aheadSeconds) }
        , ConsoleParts(clock, transport, [this] { return service.account(); })
    {
        service.listen();
        service.addSampleTasks();
        console.start();
    }
};

template<typename Widget> Widget* find(Shell& window, const char* name)
{
    return window.findChild<Widget*>(QString::fromLatin1(name));
}

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePracticePushesAtTheFirstStart()
    {
        Desk desk;
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.list().page().model().tasks().size(), 12, 10'000);
    }

    void onlyTheRangeIsReadAndWhatLiesOutsideItIsLeftAlone()
    {
        Desk desk;
        Task later;
        later.id = 7'000'009'000;
        later.audience = Audience::Tag;
        later.title = QStringLiteral("In three weeks");
        later.goesOutAt = desk.servicesClock.utcNow().addDays(21);
        desk.service.addTask(later);
        const TaskModel& model = desk.console.list().page().model();
        const auto read
            = [&desk] { return QTest::qWaitFor([&desk] { return !desk.console.session()->isRefreshing(); }, 10'000); };
        const auto choose = [&desk](const char* range) {
            for (QAction* action : desk.window.actions()) {
                if (action->objectName() != QLatin1String("rangeMenuAction"))
                    continue;
                for (QAction* choice : action->menu()->actions()) {
                    if (choice->objectName() == QLatin1StringView(range))
                        choice->trigger();
                }
            }
        };
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 12, 10'000);
        QVERIFY(read());
        QVERIFY(!model.task(later.id));
        const auto wasThere = [&model] { return bool(model.task(7'000'009'001)); };
        Task earlier = later;
        earlier.id = 7'000'009'001;
        earlier.goesOutAt = desk.servicesClock.utcNow().addDays(-3);
        desk.service.addTask(earlier); // what was looked at in passing is none of the list
        choose("nextMonthAction");
        QVERIFY(read());
        QCOMPARE(model.rowCount(), 13);
        QVERIFY(!wasThere());
        const auto* notice = find<QLabel>(desk.window, "noticeText");
        QCOMPARE(notice->text(), QStringLiteral("Read the pushes of the next 30 days: 11."));
        desk.service.setFaults(*Faults::fromText(QStringLiteral("get_sched_task:code-90104=1"))); // nothing is asked
        choose("nextWeekAction");
        QVERIFY(read());
        QCOMPARE(notice->text(), QStringLiteral("Read the pushes of the next 7 days: 10."));
        QTest::qWait(300);
        QCOMPARE(model.task(later.id)->status, TaskStatus::Pending);
        choose("todayAction");
        QVERIFY(read());
        QTest::qWait(300);
        for (const Task& task : model.tasks())
            QVERIFY2(task.status != TaskStatus::Gone, qPrintable(task.title));
    }

    void whatGoesOutSoonIsCancelledAndNothingElse()
    {
        Desk desk;
        desk.window.show();
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.list().page().model().tasks().size(), 12, 10'000);
        QTRY_VERIFY(!desk.console.session()->isRefreshing());
        desk.service.setFaults(*Faults::fromText(QStringLiteral("list_sched_task:drop-after=0.3"), 5));
        actionOf(desk.window, "stopDueAction")->trigger();
        auto* red = find<QPushButton>(desk.window, "cancelDueButton");
        QVERIFY(red && !red->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(red->isEnabled(), 20'000);
        QCOMPARE(
            find<QLabel>(desk.window, "dueSummary")->text(), QStringLiteral("3 push(es): 1 to everybody, 2 by tag."));
        red->click();
        QTRY_VERIFY(find<QDialog>(desk.window, "cancelQuestion"));
        QTest::qWait(500);
        auto* confirm = find<QPushButton>(desk.window, "confirmButton");
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(find<QLineEdit>(desk.window, "countEdit"), QStringLiteral("3"));
        confirm->click();
        QTRY_VERIFY(desk.console.session()->run());
        desk.console.session()->run()->skipHold();
        QTRY_VERIFY_WITH_TIMEOUT(desk.console.session()->run()->isFinished(), 20'000);
        QCOMPARE(desk.console.session()->run()->progress().cancelled, 3);
        QCOMPARE(desk.service.deletionsReceived(), 3);
        for (const TaskId soon : { 7'000'000'001, 7'000'000'002, 7'000'000'009 })
            QCOMPARE(desk.service.statusOf(soon), TaskStatus::Gone);
        QCOMPARE(desk.service.statusOf(7'000'000'003), TaskStatus::Pending); // in 34 minutes
        QVERIFY(std::none_of(desk.service.log().cbegin(), desk.service.log().cend(),
            [](const auto& entry) { return entry.code == 60007; }));
    }

    void keepsTheRunWhenAnotherAppIsSavedMeanwhile()
    {
        Desk desk;
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.list().page().model().tasks().size(), 12, 10'000);
        QList<Task> later;
        for (const Task& task : desk.console.list().page().model().tasks()) {
            if (desk.clock.utcNow().secsTo(task.goesOutAt) > 600)
                later.append(task);
        }
        AppSession* session = desk.console.session();
        const auto run = session->startRun(later, { 60s, false });
        QVERIFY(run);

        saveNewApp(desk);

        QCOMPARE(desk.console.session(), session);
        QVERIFY(!(*run)->isFinished());
        (*run)->undo();
        QVERIFY((*run)->isFinished());
    }

    void resultsOpenOnceWhenAllIsOverAndStayClosed()
    {
        Desk desk;
        desk.window.show();
        const auto run = startRun(desk);
        QTRY_VERIFY_WITH_TIMEOUT((*run)->progress().cancelled > 0, 5'000);
        QVERIFY(!find<QDialog>(desk.window, "runSummary")); // it would take the keyboard from Stop
        (*run)->stop();
        QTRY_VERIFY_WITH_TIMEOUT(find<QDialog>(desk.window, "runSummary"), 5'000);
        QVERIFY((*run)->isFinished());
        find<QDialog>(desk.window, "runSummary")->close();
        QTest::qWait(300);
        QVERIFY(!find<QDialog>(desk.window, "runSummary"));
    }

    void aListThatWasAskedForBeforeACancellationDoesNotBringItBack()
    {
        Desk desk;
        const auto run = startRun(desk);
        QTRY_VERIFY_WITH_TIMEOUT((*run)->isFinished(), 10'000);
        const TaskId id = (*run)->results().first().taskId;
        TaskModel& model = desk.console.list().page().model();
        Task asBefore = *model.task(id);
        QCOMPARE(*asBefore.lastOutcome, Outcome::Cancelled);
        asBefore.status = TaskStatus::Pending;
        Q_EMIT desk.console.session()->tasksListed({ asBefore }, 1); // a page of the refresh that was before the run
        QCOMPARE(model.task(id)->status, TaskStatus::Gone);
        QTRY_VERIFY(!desk.console.session()->isRefreshing());
        QTest::qWait(2); // the clock has moved on
        desk.console.list().refresh();
        Q_EMIT desk.console.session()->tasksListed({ asBefore }, 1);
        QCOMPARE(model.task(id)->status, TaskStatus::Pending); // since then it was scheduled again
    }

    void aDoubleClickOnTheRedAnswerReachesNothingBehindIt()
    {
        Desk desk;
        desk.window.show();
        selectAllOf(desk);
        const qsizetype selected = desk.console.list().page().selectedCount();
        QVERIFY(selected > 1);
        actionOf(desk.window, "cancelAction")->trigger();
        QTRY_VERIFY(find<QDialog>(desk.window, "cancelQuestion"));
        QTest::qWait(500);
        find<QPushButton>(desk.window, "confirmButton")->click();
        auto* table = find<QTableView>(desk.window, "taskTable");
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, QPoint(40, 40));
        QCOMPARE(desk.console.list().page().selectedCount(), selected);
    }

    void closingHoldsBackWhatHasNotBegun()
    {
        Desk desk;
        desk.window.show();
        const auto run = startRun(desk, 300ms);
        desk.window.close();
        QVERIFY(find<QMessageBox>(desk.window, "closeQuestion"));
        QTest::qWait(900); // longer than the countdown
        QCOMPARE(desk.service.deletionsReceived(), 0);
        QCOMPARE((*run)->progress().settled, 0);
        find<QPushButton>(desk.window, "goOnButton")->click(); // what Escape does, too: it begins nothing
        QTest::qWait(500);
        QCOMPARE(desk.service.deletionsReceived(), 0);
        QVERIFY((*run)->progress().paused);
        (*run)->resume();
        QTRY_VERIFY_WITH_TIMEOUT((*run)->progress().cancelled > 0, 5'000);
        QVERIFY(desk.window.isVisible());
    }

    void theClosingQuestionGoesWhenTheRunIsOver()
    {
        Desk desk;
        desk.window.show();
        const auto run = startRun(desk);
        desk.window.close();
        QVERIFY(find<QMessageBox>(desk.window, "closeQuestion"));
        QTRY_VERIFY_WITH_TIMEOUT((*run)->isFinished(), 10'000);
        QTRY_VERIFY(!find<QMessageBox>(desk.window, "closeQuestion"));
        QVERIFY(desk.window.isVisible());
    }

    void whoStopsToCloseIsAskedAgainInALaterRun()
    {
        Desk desk;
        desk.window.show();
        auto run = startRun(desk, 60s);
        desk.window.close();
        find<QPushButton>(desk.window, "stopAndCloseButton")->click();
        QTRY_VERIFY(!desk.window.isVisible());
        QTest::qWait(100);
        for (const QWidget* widget : QApplication::topLevelWidgets())
            QVERIFY2(!widget->isVisible(), qPrintable(widget->objectName())); // no window is left alone
        desk.window.show(); // as a second start does, when something has kept the program going
        desk.console.list().page().selectAll();
        actionOf(desk.window, "cancelAction")->trigger();
        QTRY_VERIFY(find<QDialog>(desk.window, "cancelQuestion"));
        QTest::qWait(500);
        find<QPushButton>(desk.window, "confirmButton")->click();
        QTRY_VERIFY(!desk.console.session()->run()->isFinished());
        desk.window.close();
        QVERIFY(desk.window.isVisible());
        QVERIFY(find<QMessageBox>(desk.window, "closeQuestion"));
    }

    void aResultOfBeforeTheAppWasOpenedIsNotDenied()
    {
        Desk desk;
        const auto run = startRun(desk);
        QTRY_VERIFY_WITH_TIMEOUT((*run)->isFinished(), 10'000);
        const TaskId task = (*run)->results().first().taskId;
        Q_EMIT find<ProfileSwitcher>(desk.window, "profileSwitcher")->chosen(practiceId);
        QTRY_VERIFY(desk.console.session() && !desk.console.session()->run());
        QTRY_VERIFY(desk.console.list().page().model().task(task));
        Q_EMIT desk.console.list().resultRequested(task);
        QTRY_VERIFY(find<QDialog>(desk.window, "resultDialog"));
        QCOMPARE(find<QLabel>(desk.window, "resultWord")->text(), QStringLiteral("Cancelled"));
    }

    void aRunAnswersToItsKeysInEveryWindow()
    {
        Desk desk;
        desk.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        const auto run = startRun(desk);
        QTRY_VERIFY_WITH_TIMEOUT((*run)->progress().cancelled > 0, 5'000);
        (*run)->pause();
        actionOf(desk.window, "addAction")->trigger();
        auto* dialog = find<QDialog>(desk.window, "taskDialog");
        QVERIFY(dialog);
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT((*run)->isFinished(), 5'000);
        QVERIFY((*run)->progress().withdrawn > 0);
    }

    void aCheckSaysWhatItFoundAndAPasteDoesNot()
    {
        Desk desk;
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.list().page().model().tasks().size(), 12, 10'000);
        QTRY_VERIFY(!desk.console.session()->isRefreshing());
        desk.console.list().lookUp({ 7'000'000'003 });
        QTest::qWait(500);
        QVERIFY(!find<QLabel>(desk.window, "noticeText")->text().contains(QStringLiteral("checked at")));
        desk.console.list().page().selectTask(7'000'000'003);
        actionOf(desk.window, "checkNowAction")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            find<QLabel>(desk.window, "noticeText")->text().contains(QStringLiteral("checked at")), 5'000);
        QVERIFY(find<QLabel>(desk.window, "noticeText")->text().contains(QStringLiteral("Scheduled: 1")));
    }

    void aPasteTellsTheSameNumbersEverywhere()
    {
        Desk desk;
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.list().page().model().tasks().size(), 12, 10'000);
        QTRY_VERIFY(!desk.console.session()->isRefreshing());
        QApplication::clipboard()->setText(QStringLiteral("please cancel #7000000003 and #7000009998 (12 pushes)"));
        actionOf(desk.window, "pasteAction")->trigger();
        auto* dialog = find<QDialog>(desk.window, "pasteDialog");
        QVERIFY(dialog);
        const QString understood = find<QLabel>(desk.window, "pasteSummary")->text();
        QVERIFY2(
            understood.contains(QStringLiteral("1 new · 1 listed already · 1 not ticked")), qPrintable(understood));
        auto* add = dialog->findChild<QPushButton*>(QStringLiteral("addButton"));
        QVERIFY(add->text().contains(QStringLiteral("Add 1 push")));
        add->click();
        QVERIFY(!dialog->isVisible());
        QCOMPARE(desk.console.list().page().model().tasks().size(), 13);
        QCOMPARE(desk.console.list().page().selectedTasks().size(), 2);
        const auto* notice = find<QLabel>(desk.window, "noticeText");
        const auto says = [notice](const char* part) { return notice->text().contains(QLatin1StringView(part)); };
        QVERIFY2(says("1 push(es) added") && says("1 push(es) were listed already"), qPrintable(notice->text()));
        QTRY_VERIFY_WITH_TIMEOUT(says("The service knows 1 of them."), 5'000);
        QVERIFY2(says("7000009998") && says("at the service; check"), qPrintable(notice->text()));
        QVERIFY2(says("1 push(es) added") && says("1 push(es) were listed already"), qPrintable(notice->text()));
    }

    void resultsOfOneAppDoNotStayOpenBesideAnother()
    {
        Desk desk;
        const auto run = startRun(desk);
        QTRY_VERIFY_WITH_TIMEOUT((*run)->progress().cancelled > 0, 5'000);
        (*run)->stop();
        QTRY_VERIFY_WITH_TIMEOUT((*run)->isFinished(), 5'000);
        find<QPushButton>(desk.window, "resultsButton")->click();
        QVERIFY(find<QDialog>(desk.window, "runSummary"));
        Q_EMIT desk.console.list().resultRequested((*run)->results().first().taskId);
        QVERIFY(find<QDialog>(desk.window, "resultDialog"));

        saveNewApp(desk);
        QTRY_VERIFY_WITH_TIMEOUT(!find<QDialog>(desk.window, "runSummary"), 5'000);
        QVERIFY(!find<QDialog>(desk.window, "resultDialog"));
    }

    void theEndOfTheSessionWaitsForAnswersAndWithdrawsTheRest()
    {
        Desk desk;
        const auto run = startRun(desk);
        QTRY_VERIFY_WITH_TIMEOUT((*run)->progress().cancelled > 0, 5'000);
        bool ended = false;
        desk.console.endRun([&ended] { ended = true; });
        QTRY_VERIFY_WITH_TIMEOUT(ended, 5'000);
        QVERIFY((*run)->isFinished());
        QVERIFY((*run)->progress().withdrawn > 0);
    }

    void theEndOfTheSessionDoesNotWaitForEverAndLeavesTheRowOpen()
    {
        Desk desk;
        desk.service.setFaults(*Faults::fromText(QStringLiteral("delete_sched_task:stall-after=1")));
        QVERIFY(startRun(desk));
        QTRY_VERIFY_WITH_TIMEOUT(desk.service.deletionsReceived() > 0, 5'000);
        bool ended = false;
        desk.console.endRun([&ended] { ended = true; });
        QTRY_VERIFY_WITH_TIMEOUT(ended, 12'000);
        const auto rows = desk.journal.rows(1);
        QVERIFY(rows);
        QVERIFY(std::any_of(
            rows->begin(), rows->end(), [](const JournalRow& row) { return row.state == JournalState::Sending; }));
    }

    void aRunThatIsEndingKeepsTheRedButtonOut()
    {
        Desk desk;
        desk.service.setFaults(*Faults::fromText(QStringLiteral("delete_sched_task:stall-after=1")));
        const auto run = startRun(desk);
        QTRY_VERIFY_WITH_TIMEOUT(desk.service.deletionsReceived() > 0, 5'000);
        desk.console.list().page().selectAll();
        (*run)->stop();
        const auto* red = find<QPushButton>(desk.window, "cancelButton");
        QTRY_VERIFY(!red->isEnabled() && red->toolTip().contains(QStringLiteral("waiting for its answers")));
    }

    void stopAndCloseClosesAlthoughAnAnswerNeverComes()
    {
        Desk desk;
        desk.service.setFaults(*Faults::fromText(QStringLiteral("delete_sched_task:stall-after=1")));
        QVERIFY(startRun(desk));
        QTRY_VERIFY_WITH_TIMEOUT(desk.service.deletionsReceived() > 0, 5'000);
        desk.window.show();
        QVERIFY(!desk.window.close());
        find<QPushButton>(desk.window, "stopAndCloseButton")->click();
        QVERIFY(desk.window.isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window.isVisible(), 12'000);
    }

    // The plan of a joining or first batch cannot be written, then neither can what a run is about to do.
    void aRecordThatFailsAtTheStartIsAskedAbout()
    {
        Desk desk;
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.list().page().model().tasks().size(), 12, 10'000);
        selectLater(desk);
        find<QPushButton>(desk.window, "cancelButton")->click();
        QVERIFY(!find<QLabel>(desk.window, "questionRecord"));
        takeNothingMore(desk, true);
        QTest::qWait(450);
        find<QPushButton>(desk.window, "confirmButton")->click();
        QVERIFY(!desk.console.session()->run());
        QTRY_VERIFY(find<QLabel>(desk.window, "questionRecord"));
        QTRY_COMPARE(desk.window.findChildren<QDialog*>(QStringLiteral("cancelQuestion")).size(), 1);
        QTest::qWait(450);
        find<QPushButton>(desk.window, "confirmButton")->click();
        CancelRun* run = desk.console.session()->run();
        QVERIFY(run);
        QCOMPARE(run->recordKept(), Record::InMemory);
        run->skipHold();
        QTRY_VERIFY_WITH_TIMEOUT(run->isFinished(), 10'000);
        QVERIFY(run->progress().cancelled > 0);
        QCOMPARE(run->progress().cancelled, run->progress().total);
        // What could not be written is on the screen all the same.
        const auto shown = desk.console.list().page().model().task(run->results().first().taskId);
        QVERIFY(shown && shown->lastOutcome == Outcome::Cancelled);
        QVERIFY(find<QLabel>(desk.window, "runLine")->text().contains(QStringLiteral("no record was kept")));
    }

    void aRunWhoseRecordFailsCanBeStoppedAndItsRestCancelledByTheSameQuestion()
    {
        Desk desk;
        const auto started = startRun(desk);
        QTRY_VERIFY_WITH_TIMEOUT((*started)->progress().cancelled > 0, 5'000);
        takeNothingMore(desk, true);
        CancelRun* run = *started;
        QTRY_VERIFY_WITH_TIMEOUT(run->progress().waitingForRecord, 5'000);
        find<QPushButton>(desk.window, "stopButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(run->isOverButForRecord(), 5'000);
        const qsizetype before = desk.service.deletionsReceived();
        selectLater(desk);
        QTRY_VERIFY(find<QPushButton>(desk.window, "cancelButton")->isEnabled());
        find<QPushButton>(desk.window, "cancelButton")->click();
        QVERIFY(find<QLabel>(desk.window, "questionRecord"));
        QTest::qWait(450);
        QCOMPARE(desk.service.deletionsReceived(), before);
        find<QPushButton>(desk.window, "confirmButton")->click();
        CancelRun* anew = desk.console.session()->run();
        QCOMPARE(anew->recordKept(), Record::InMemory);
        anew->skipHold();
        QTRY_VERIFY_WITH_TIMEOUT(anew->isFinished(), 20'000);
        QVERIFY(anew->progress().cancelled > 0);
        for (const auto& entry : desk.service.log()) // nobody is asked twice for what was done
            QVERIFY(entry.command != QLatin1String("delete_sched_task") || entry.applied);
    }

    void aFailingRefreshOfTheListIsNotHiddenByItsSuccess()
    {
        Desk desk;
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.list().page().model().tasks().size(), 12, 10'000);
        QTRY_VERIFY(!desk.console.session()->isRefreshing());
        takeNothingMore(desk, true);
        desk.service.addSampleTasks();
        desk.console.list().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(desk.window, "noticeText")->isVisibleTo(&desk.window), 10'000);
        QTest::qWait(100);
        QVERIFY(find<QLabel>(desk.window, "noticeText")->isVisibleTo(&desk.window));
    }

    void whatTheServiceNoLongerListsIsLookedAtAndCalledGone()
    {
        Desk desk;
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.list().page().model().tasks().size(), 12, 10'000);
        QTRY_VERIFY(!desk.console.session()->isRefreshing());
        Task vanished;
        vanished.id = 7'999'999'999;
        vanished.audience = Audience::Tag;
        vanished.goesOutAt = desk.clock.utcNow().addSecs(7'200);
        vanished.status = TaskStatus::Pending;
        vanished.readFromService = true;
        desk.console.list().page().model().putTasks({ vanished });
        desk.console.list().refresh();
        QTRY_COMPARE_WITH_TIMEOUT(
            desk.console.list().page().model().task(vanished.id)->status, TaskStatus::Gone, 10'000);
        for (const Task& task : desk.console.list().page().model().tasks())
            QCOMPARE(task.status == TaskStatus::Gone, task.id == vanished.id);
    }

    void aFileThatIsHandedOverIsShownBeforeAnythingIsAdded()
    {
        Desk desk;
        QFile file(desk.folder.filePath(QStringLiteral("ids.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("7000000101\n7000000102\n") > 0);
        file.close();
        desk.console.openFile(file.fileName());
        QTRY_VERIFY(find<ImportDialog>(desk.window, "importDialog"));
        auto* dialog = find<ImportDialog>(desk.window, "importDialog");
        auto* add = dialog->findChild<QPushButton*>(QStringLiteral("addButton"));
        QTRY_VERIFY2(add->isEnabled() && add->text().contains(QStringLiteral("Add 2 ")), qPrintable(add->text()));
        QVERIFY(!desk.console.list().page().model().task(7'000'000'102));
        add->click();
        QVERIFY(desk.console.list().page().model().task(7'000'000'102));
        QTRY_VERIFY(!find<ImportDialog>(desk.window, "importDialog"));
    }

    void aTableFromTheClipboardIsShownAsATable()
    {
        Desk desk;
        QTRY_VERIFY(desk.console.session());
        QGuiApplication::clipboard()->setText(QStringLiteral("Task ID\tTitle\n7000000101\tSale\n"));
        actionOf(desk.window, "pasteAction")->trigger();
        QTRY_VERIFY(find<ImportDialog>(desk.window, "importDialog"));
        QVERIFY(!find<QPlainTextEdit>(desk.window, "pasteEdit"));
    }

    void aClockThatIsWrongByMinutesIsTold()
    {
        Desk desk(-200);
        QTRY_VERIFY_WITH_TIMEOUT(
            find<QLabel>(desk.window, "noticeText")->text().contains(QStringLiteral("behind")), 10'000);
        QVERIFY(find<QLabel>(desk.window, "noticeText")->text().contains(u'3'));
        Desk right;
        QTRY_COMPARE_WITH_TIMEOUT(right.console.list().page().model().tasks().size(), 12, 10'000);
        QVERIFY(find<QLabel>(right.window, "noticeText")->text().isEmpty());
    }

    void whetherReadingHasALimitOfItsOwnIsKeptForEachApp()
    {
        Desk desk;
        auto* option = actionOf(desk.window, "readsApartAction");
        QVERIFY(option && !option->isChecked());
        option->trigger();
        Q_EMIT find<ProfileSwitcher>(desk.window, "profileSwitcher")->chosen(QStringLiteral("practice"));
        QVERIFY(option->isChecked());
        QCOMPARE(desk.settings.allKeys().filter(QStringLiteral("readsApart/")).size(), 1);
    }

    void theListThatIsShownIsExported()
    {
        Desk desk;
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.list().page().model().tasks().size(), 12, 10'000);
        actionOf(desk.window, "exportAction")->trigger();
        auto* dialog = find<QFileDialog>(desk.window, "exportDialog");
        QVERIFY(dialog);
        const QString path = desk.folder.filePath(QStringLiteral("out.csv"));
        Q_EMIT dialog->fileSelected(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QCOMPARE(csv.count("\r\n"), 13);
        QVERIFY(csv.contains("\"7000000001\""));
    }

    // With a warning that stands there already, as at the trial where nobody saw that the file had been written.
    void theDialogWritesTheFileAndItIsSaid()
    {
        Desk desk;
        desk.window.show();
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.list().page().model().tasks().size(), 12, 10'000);
        QTRY_VERIFY(!desk.console.session()->isRefreshing());
        for (const bool isWarned : { false, true }) {
            if (isWarned)
                desk.window.notices().tell(NoticeKind::Warning, QStringLiteral("Something else."));
            actionOf(desk.window, "exportAction")->trigger();
            auto* dialog = find<QFileDialog>(desk.window, "exportDialog");
            QVERIFY(dialog && dialog->isVisible());
            dialog->setDirectory(desk.folder.path());
            auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            QVERIFY(name);
            name->setText(isWarned ? QStringLiteral("second") : QStringLiteral("first")); // .csv goes without saying
            QTest::keyClick(name, Qt::Key_Return);
            QTRY_VERIFY(!find<QFileDialog>(desk.window, "exportDialog"));
            QVERIFY(QFile::exists(
                desk.folder.filePath(isWarned ? QStringLiteral("second.csv") : QStringLiteral("first.csv"))));
            const auto* said = find<QLabel>(desk.window, isWarned ? "noticeSince" : "noticeText");
            QVERIFY(said->isVisible());
            QVERIFY2(said->text().contains(QStringLiteral("written to")), qPrintable(said->text()));
        }
    }

    void aFileThatIsNoTextIsRefusedInOneSentence()
    {
        Desk desk;
        QFile file(desk.folder.filePath(QStringLiteral("ids.xlsx")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray("PK\0\3\xff", 5)) == 5);
        file.close();
        desk.console.openFile(file.fileName());
        QTRY_VERIFY(find<ImportDialog>(desk.window, "importDialog"));
        const auto* dialog = find<ImportDialog>(desk.window, "importDialog");
        const auto* title = dialog->findChild<QLabel*>(QStringLiteral("emptyTitle"));
        QTRY_VERIFY2(title->text().contains(QStringLiteral("bytes")), qPrintable(title->text()));
        QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("addButton"))->isEnabled());
    }

    void aPipeThatNobodyWritesToHoldsNothingUp()
    {
        Desk desk;
        const QString pipe = desk.folder.filePath(QStringLiteral("ids.txt"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QElapsedTimer time;
        time.start();
        desk.console.openFile(pipe);
        QVERIFY(time.elapsed() < 1'000);
        QTRY_VERIFY(find<ImportDialog>(desk.window, "importDialog"));
        const auto* dialog = find<ImportDialog>(desk.window, "importDialog");
        QTRY_VERIFY(
            dialog->findChild<QLabel*>(QStringLiteral("emptyTitle"))->text().contains(QStringLiteral("opened")));
    }

    void theRedButtonIsOffWhereTheListIsNotSeen()
    {
        Desk desk;
        desk.window.show();
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.list().page().model().rowCount(), 12, 10'000);
        desk.console.list().page().selectAll();
        QAction* cancel = actionOf(desk.window, "cancelAction");
        for (const char* page : { "historyAction", "checksAction" }) {
            QTRY_VERIFY(cancel->isEnabled());
            const QString before = cancel->toolTip();
            actionOf(desk.window, page)->trigger();
            QTRY_VERIFY2(!cancel->isEnabled(), page);
            QVERIFY(cancel->toolTip() != before && cancel->toolTip().contains(QStringLiteral("list")));
            QTest::keyClick(desk.window.window(), Qt::Key_1, Qt::ControlModifier);
            QVERIFY(!desk.console.list().page().isHidden());
        }
        QTRY_VERIFY(cancel->isEnabled());
    }

    void anotherZoneHoldsForTheHistoryThatIsLookedAt()
    {
        Desk desk;
        desk.window.show();
        const auto run = startRun(desk);
        QTRY_VERIFY_WITH_TIMEOUT((*run)->isFinished(), 10'000);
        actionOf(desk.window, "historyAction")->trigger();
        const auto isSaid = [&desk](const QString& zone) {
            const QList<QLabel*> labels = find<QWidget>(desk.window, "historyDetails")->findChildren<QLabel*>();
            return std::any_of(
                labels.begin(), labels.end(), [&zone](const QLabel* label) { return label->text().contains(zone); });
        };
        QTRY_VERIFY(isSaid(QStringLiteral("Task ID")));
        const QString seoul = QStringLiteral(" Seoul, ");
        QVERIFY(!isSaid(seoul));
        for (QAction* zone : find<QMenu>(desk.window, "zoneMenu")->actions()) {
            if (zone->data().toByteArray() == "Asia/Seoul")
                zone->trigger();
        }
        const bool isRenewed = QTest::qWaitFor([&] { return isSaid(seoul); }, 5'000);
        sentences::setZone({});
        QVERIFY(isRenewed);
    }

    void aFileThatComesDuringAQuestionPutsNothingAside()
    {
        Desk desk;
        desk.window.show();
        QFile file(desk.folder.filePath(QStringLiteral("ids.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("7000000101\n") > 0);
        file.close();
        actionOf(desk.window, "addAction")->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
        desk.console.openFile(file.fileName());
        QTRY_VERIFY(find<QLabel>(desk.window, "noticeText")->text().contains(QStringLiteral("handed over")));
        QVERIFY(!find<ImportDialog>(desk.window, "importDialog"));
    }

private:
    static void takeNothingMore(Desk& desk, bool on)
    {
        QSqlQuery(desk.database->connection()).exec(QStringLiteral("PRAGMA query_only = %1").arg(int(on)));
    }

    static void selectAllOf(Desk& desk)
    {
        while (desk.console.list().page().model().tasks().size() < 12)
            QTest::qWait(20);
        desk.console.list().page().selectAll();
    }

    static void selectLater(Desk& desk)
    {
        TaskPage& page = desk.console.list().page();
        page.selectAll();
        QVERIFY(!page.cancellableSelection().isEmpty());
    }

    // Every practice push that goes out late enough, without a hold.
    static std::expected<CancelRun*, DatabaseFault> startRun(Desk& desk, std::chrono::milliseconds hold = 0ms)
    {
        while (desk.console.list().page().model().tasks().size() < 12)
            QTest::qWait(20);
        QList<Task> later;
        for (const Task& task : desk.console.list().page().model().tasks()) {
            if (desk.clock.utcNow().secsTo(task.goesOutAt) > 60)
                later.append(task);
        }
        return desk.console.session()->startRun(later, { hold, false });
    }

    static void saveNewApp(Desk& desk)
    {
        actionOf(desk.window, "newAppAction")->trigger();
        find<QLineEdit>(desk.window, "nameEdit")->setText(QStringLiteral("Shop"));
        find<QLineEdit>(desk.window, "sdkAppIdEdit")->setText(QStringLiteral("1400000001"));
        find<QLineEdit>(desk.window, "secretEdit")->setText(QStringLiteral("0123456789abcdef0123456789abcdef"));
        find<QPushButton>(desk.window, "saveButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.profiles.entries().size(), 1, 5'000);
    }
};

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
