// A refresh as a person sees it: rows as they come, how far it is, its Stop, and whole sentences for what was not read.
#include "cancel/appsession.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/tasklist.h"
#include "support/listservice.h"
#include "support/shopaccount.h"
#include "ui/parts/notices.h"
#include "ui/tasks/refreshnotice.h"
#include "ui/tasks/taskcommands.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/shell.h"
#include "ui/words/language.h"
#include "ui/words/problems.h"

#include <QApplication>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;

namespace {

ListPages lying(qint64 count, qint64 said)
{
    return [=](qint64 offset, int want, int) { return ListPage { ListService::rows(1, count, offset, want), said }; };
}

/// Whatever the service has, unless a test wants less of it.
struct Settings
{
    explicit Settings(const QString& range) { settings.setValue(QStringLiteral("refresh/range"), range); }

    QTemporaryDir folder;
    QSettings settings { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
};

struct Desk : Settings
{
    explicit Desk(ListPages pages, const QString& range = QStringLiteral("all"))
        : Settings(range)
        , service(std::move(pages))
    {
        window.add(list.room());
        list.open(AppKey { QStringLiteral("shop") }, &session);
        window.show();
    }

    bool refresh()
    {
        list.refresh();
        return QTest::qWaitFor([this] { return !session.isRefreshing(); }, 20'000);
    }
    template<typename Widget> Widget* find(const char* name)
    {
        return window.findChild<Widget*>(QString::fromLatin1(name));
    }
    /// Empty when none is shown.
    QString notice()
    {
        return find<QWidget>("noticeBar")->isVisible() ? find<QLabel>("noticeText")->text() : QString();
    }
    /// Without the time that is left, which goes on as the tests do.
    QString counter() { return find<QLabel>("counter")->text().section(QStringLiteral(" · soonest"), 0, 0); }
    QString emptyTitle()
    {
        return find<QWidget>("emptyState")->isVisible() ? find<QLabel>("emptyTitle")->text() : QString();
    }
    TaskModel& model() { return list.page().model(); }

    HastyClock computersClock;
    ServiceClock clock { computersClock };
    ListService service;
    std::unique_ptr<Database> database = Database::inMemory();
    TaskList tasks { *database };
    Journal journal { *database };
    SharedGates gates { clock };
    AppSession session { shopAccount(), { service, journal, clock, [] { return 7U; }, gates } };
    Shell window { settings };
    TaskDesk list { { window, settings, tasks, clock } };
};

} // namespace

class TestRefresh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp); }

    void pushesShowUpWhileTheRestIsRead()
    {
        Desk desk(lying(250, 250));
        QCOMPARE(desk.emptyTitle(), QStringLiteral("No pushes yet"));
        desk.service.wait = Milliseconds(30);
        QSignalSpy listed(&desk.session, &AppSession::tasksListed);
        desk.list.refresh();
        QCOMPARE(desk.emptyTitle(), QStringLiteral("Reading the list…"));
        QCOMPARE(desk.counter(), QStringLiteral("Reading…"));
        QVERIFY(listed.wait());
        QCOMPARE(desk.model().rowCount(), 100);
        QVERIFY(desk.session.isRefreshing());
        QVERIFY(desk.find<QTableView>("taskTable")->isVisible());
        QCOMPARE(desk.counter(), QStringLiteral("Reading… 100 so far"));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session.isRefreshing(), 5'000);
        QCOMPARE(desk.counter(), QStringLiteral("250 pushes"));
        QCOMPARE(desk.notice(), QString());
    }

    void whatIsShownIsWhatIsKept()
    {
        Desk desk(lying(150, 150));
        Task noted;
        noted.id = 7;
        noted.audience = Audience::All;
        noted.title = QStringLiteral("Typed");
        noted.note = QStringLiteral("asked by Mei");
        QVERIFY(desk.tasks.add(AppKey { QStringLiteral("shop") }, { noted }));
        desk.list.open(AppKey { QStringLiteral("shop") }, &desk.session);
        desk.list.page().selectTask(7);
        QVERIFY(desk.refresh());
        const auto kept = desk.tasks.load(AppKey { QStringLiteral("shop") });
        QVERIFY(kept);
        QCOMPARE(kept->size(), 150);
        for (const Task& task : *kept)
            QVERIFY2(desk.model().task(task.id) && *desk.model().task(task.id) == task,
                qPrintable(QString::number(task.id)));
        QCOMPARE(desk.model().task(7)->note, noted.note);
        QCOMPARE(desk.list.page().selectedTasks().size(), 1);
        QCOMPARE(desk.list.page().selectedTasks().first().title, QStringLiteral("Push 7"));
    }

    void theCommandSaysHowToStop()
    {
        Desk desk(lying(250, 250));
        desk.service.wait = Milliseconds(20);
        desk.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        CommandAction* command = desk.list.commands().refresh;
        QCOMPARE(command->shortcut(), QKeySequence(Qt::Key_F5));
        desk.list.refresh();
        auto* button = desk.find<QPushButton>("refreshButton");
        QCOMPARE(button->text(), QStringLiteral("Stop &reading"));
        QCOMPARE(button->accessibleName(), QStringLiteral("Stop reading"));
        QVERIFY(button->isEnabled());
        QCOMPARE(command->shortcut(), QKeySequence(Qt::SHIFT | Qt::Key_Escape));
        QVERIFY(button->toolTip().contains(command->shortcut().toString(QKeySequence::NativeText)));
        QTest::keyClick(&desk.window, Qt::Key_F5);
        QTest::keyClick(&desk.window, Qt::Key_Escape);
        QVERIFY(desk.session.isRefreshing());
        QTest::keyClick(&desk.window, Qt::Key_Escape, Qt::ShiftModifier);
        QVERIFY(!desk.session.isRefreshing());
        QCOMPARE(button->text(), QStringLiteral("&Refresh"));
        QCOMPARE(command->shortcut(), QKeySequence(Qt::Key_F5));
    }

    void whatWasReadBeforeAStopStaysAndIsNotCalledAll()
    {
        Desk desk(lying(1'000, 1'000));
        desk.service.wait = Milliseconds(20);
        QSignalSpy listed(&desk.session, &AppSession::tasksListed);
        desk.list.refresh();
        QVERIFY(listed.wait() && listed.wait());
        QCOMPARE(desk.model().rowCount(), 200);
        desk.find<QPushButton>("refreshButton")->click();
        QCOMPARE(desk.notice(), QStringLiteral("You stopped the reading after 200 pushes, so there may be more."));
        QCOMPARE(desk.counter(), QStringLiteral("200 pushes · there may be more"));
        QVERIFY(desk.refresh());
        QCOMPARE(desk.model().rowCount(), 1'000);
        QCOMPARE(desk.notice(), QString());
        QCOMPARE(desk.counter(), QStringLiteral("1000 pushes"));
    }

    void aDoubleClickDoesNotStopWhatItBegan()
    {
        Desk desk(lying(250, 250));
        desk.computersClock.step = Milliseconds(0);
        auto* button = desk.find<QPushButton>("refreshButton");
        const QSignalSpy ended(&desk.session, &AppSession::refreshed);
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(desk.session.isRefreshing());
        QCOMPARE(ended.count(), 0);
        desk.computersClock.step = Milliseconds(1'000);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!desk.session.isRefreshing());
    }

    void whoAsksIsToldWhatWasRead()
    {
        Desk desk(lying(412, 412));
        desk.find<QPushButton>("refreshButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session.isRefreshing(), 20'000);
        QCOMPARE(desk.notice(), QStringLiteral("Read all pushes from 30 days ago to a year ahead: 412."));
        QVERIFY(desk.refresh()); // of the program's own accord
        QCOMPARE(desk.notice(), QString());
    }

    void theRangeIsSaidAndOnlyWhatGoesOutInItIsCounted()
    {
        Desk desk(
            [](qint64 offset, int want, int) {
                QJsonArray rows = offset == 0
                    ? QJsonArray { ListService::row(900, QStringLiteral("2026-11-19 10:00:00")) }
                    : QJsonArray();
                for (const QJsonValue& row : ListService::rows(1, 9, offset, want - 1)) {
                    QJsonObject soon = row.toObject();
                    soon[QStringLiteral("SchedAt")] = QStringLiteral("2026-11-24 10:00:00");
                    rows.append(soon);
                }
                return ListPage { rows, 10 };
            },
            QStringLiteral("week"));
        desk.find<QPushButton>("refreshButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session.isRefreshing(), 20'000);
        QCOMPARE(desk.notice(), QStringLiteral("Read the pushes of the next 7 days: 9."));
        QCOMPARE(desk.model().rowCount(), 10);
    }

    void aRangeWithoutAPushSaysWhichOneItWas()
    {
        Desk desk(lying(0, 0), QStringLiteral("week"));
        QVERIFY(desk.refresh());
        QCOMPARE(desk.notice(), QStringLiteral("The service has no scheduled pushes in the next 7 days."));
    }

    void howMuchOfTheRangeIsReadIsShown()
    {
        Desk desk(lying(250, 250), QStringLiteral("month"));
        desk.service.wait = Milliseconds(30);
        QSignalSpy listed(&desk.session, &AppSession::tasksListed);
        desk.list.refresh();
        QVERIFY(listed.wait());
        QCOMPARE(desk.counter(), QStringLiteral("Reading… 100 so far, 38 %")); // of 31 days, with the last one
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session.isRefreshing(), 5'000);
        QCOMPARE(desk.counter(), QStringLiteral("250 pushes"));
    }

    void choosingARangeReadsItInThePlaceOfAnother()
    {
        Desk desk(lying(1'000, 1'000));
        desk.service.wait = Milliseconds(20);
        QSignalSpy listed(&desk.session, &AppSession::tasksListed);
        desk.list.refresh();
        QVERIFY(listed.wait());
        auto* button = desk.find<QPushButton>("rangeButton");
        QCOMPARE(button->text(), QStringLiteral("Reads everything"));
        button->click();
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->actions().first()->trigger();
        menu->close();
        QVERIFY(desk.session.isRefreshing());
        QCOMPARE(desk.notice(), QString()); // a person knows that the other one was not read to its end
        QCOMPARE(button->text(), QStringLiteral("Reads the next 7 days"));
        QCOMPARE(desk.settings.value(QStringLiteral("refresh/range")).toString(), QStringLiteral("week"));
    }

    void daysOfOnesOwnAreAskedForAndRemembered()
    {
        Desk desk(lying(0, 0));
        for (QAction* action : desk.window.actions()) {
            if (action->objectName() == QLatin1String("rangeMenuAction"))
                action->menu()->actions().at(3)->trigger();
        }
        auto* dialog = desk.find<QDialog>("ownDaysDialog");
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(desk.service.requests(), 0);
        desk.find<QDateEdit>("firstDayEdit")->setDate(QDate(2026, 12, 1));
        desk.find<QDateEdit>("lastDayEdit")->setDate(QDate(2026, 12, 5));
        QTest::keyClick(desk.find<QDateEdit>("lastDayEdit"), Qt::Key_Return);
        QCOMPARE(desk.find<QPushButton>("rangeButton")->text(), QStringLiteral("Reads Tue 1 Dec – Sat 5 Dec"));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session.isRefreshing() && desk.service.requests() > 0, 5'000);
        QCOMPARE(desk.notice(),
            QStringLiteral("The service has no scheduled pushes on these days: Tue 1 Dec – Sat 5 Dec (UTC)."));
        QCOMPARE(desk.settings.value(QStringLiteral("refresh/lastDay")).toDate(), QDate(2026, 12, 5));
    }

    void whenTheListWasReadStandsByTheCounter()
    {
        Desk desk(lying(2, 2));
        auto* words = desk.find<QLabel>("lastReading");
        QVERIFY(words->isVisible());
        QCOMPARE(words->text(), QStringLiteral("not read yet"));
        QVERIFY(desk.refresh());
        QVERIFY2(words->text().startsWith(QStringLiteral("read at "))
                && words->text().endsWith(QStringLiteral(", just now")),
            qPrintable(words->text()));
        QVERIFY(words->toolTip().contains(QStringLiteral("All of this was read")));
    }

    void whatTheServiceDidNotShowIsSaid()
    {
        Desk desk(lying(448, 450));
        QVERIFY(desk.refresh());
        QCOMPARE(desk.notice(),
            QStringLiteral("The service says there are 450 pushes, but showed 448 of them. Refresh again to see the "
                           "rest."));
        QCOMPARE(desk.counter(), QStringLiteral("448 pushes · there may be more"));
    }

    void anIncompleteListWithoutRowsIsNotCalledEmpty()
    {
        Desk desk(lying(0, 5));
        QVERIFY(desk.refresh());
        QVERIFY(desk.notice().startsWith(QStringLiteral("The service says there are 5 pushes, but showed 0")));
        QCOMPARE(desk.emptyTitle(), QStringLiteral("No pushes to show"));
        Desk whole(lying(0, 0));
        QVERIFY(whole.refresh());
        QCOMPARE(whole.notice(), QStringLiteral("The service has no scheduled pushes for this app."));
        QCOMPARE(whole.emptyTitle(), QStringLiteral("No pushes yet"));
    }

    void aWholeRefreshHidesItsOwnNoticeAndNobodyElses()
    {
        qint64 said = 12;
        Desk desk([&said](qint64 offset, int want, int) {
            return ListPage { ListService::rows(1, 10, offset, want), said };
        });
        QVERIFY(desk.refresh());
        QVERIFY(desk.notice().contains(QStringLiteral("12")));
        said = 10;
        QVERIFY(desk.refresh());
        QCOMPARE(desk.notice(), QString());
        said = 12;
        QVERIFY(desk.refresh());
        desk.window.notices().tell(NoticeKind::Severe, QStringLiteral("The disk is full."));
        said = 10;
        QVERIFY(desk.refresh());
        QCOMPARE(desk.notice(), QStringLiteral("The disk is full."));
    }

    void noRefreshHidesThatTheListWasDamaged()
    {
        Desk desk(lying(0, 0));
        desk.window.standingNotice().tell(NoticeKind::Severe, sentences::databaseSetAside());
        QVERIFY(desk.refresh());
        QVERIFY(desk.refresh());
        const auto* standing = desk.window.findChild<QLabel*>(QStringLiteral("standingText"));
        QVERIFY(standing->isVisibleTo(&desk.window));
        QCOMPARE(standing->text(), sentences::databaseSetAside());
    }

    void anotherAppIsNotToldWhatWasMissingInThisOne()
    {
        Desk desk(lying(448, 450));
        QVERIFY(desk.refresh());
        desk.list.open(AppKey { QStringLiteral("other") }, nullptr);
        QCOMPARE(desk.notice(), QString());
        QVERIFY(!desk.counter().contains(QStringLiteral("more")));
    }

    void everythingThatIsNotWholeHasASentenceOfItsOwn_data()
    {
        QTest::addColumn<ListReading>("reading");
        QTest::addColumn<QString>("sentence");
        const auto end = [](ListReading::End how, qint64 tasks) { return ListReading { .end = how, .tasks = tasks }; };
        QTest::newRow("whole") << ListReading { .tasks = 9, .said = 9 } << QString();
        QTest::newRow("one of two") << ListReading { .tasks = 1, .said = 2, .missing = 1 }
                                    << QStringLiteral("The service says there are 2 pushes, but showed 1 of them. "
                                                      "Refresh again to see the rest.");
        QTest::newRow("none of one") << ListReading { .said = 1, .missing = 1 }
                                     << QStringLiteral("The service says there is 1 push, but showed 0 of them. "
                                                       "Refresh again to see the rest.");
        QTest::newRow("one row") << ListReading { .tasks = 9, .unusableRows = 1, .said = 10 }
                                 << QStringLiteral("1 row of the service's list cannot be shown: its task ID cannot be "
                                                   "used.");
        QTest::newRow("three rows") << ListReading { .tasks = 9, .unusableRows = 3, .said = 12 }
                                    << QStringLiteral("3 rows of the service's list cannot be shown: their task IDs "
                                                      "cannot be used.");
        QTest::newRow("both") << ListReading { .tasks = 9, .unusableRows = 3, .said = 13, .missing = 1 }
                              << QStringLiteral("The service says there are 13 pushes, but showed 12 of them. Refresh "
                                                "again to see the rest. 3 rows of the service's list cannot be shown: "
                                                "their task IDs cannot be used.");
        QTest::newRow("moved") << ListReading { .tasks = 9, .said = 9, .moved = true }
                               << QStringLiteral("The service's list changed while it was read, so pushes may be "
                                                 "missing from it. Refresh again to see them.");
        QTest::newRow("stopped") << end(ListReading::End::Stopped, 1)
                                 << QStringLiteral("You stopped the reading after 1 push, so there may be more.");
        QTest::newRow("stopped at once") << end(ListReading::End::Stopped, 0)
                                         << QStringLiteral("You stopped the reading before the first push came.");
        QTest::newRow("endless") << end(ListReading::End::Endless, 7)
                                 << QStringLiteral("The service's list does not end: reading was stopped "
                                                   "after 7 pushes.");
        QTest::newRow("lost") << end(ListReading::End::Fault, 0) << QStringLiteral("No answer came in time.");
        QTest::newRow("lost later") << end(ListReading::End::Fault, 1)
                                    << QStringLiteral("No answer came in time. 1 push was read before that, and there "
                                                      "may be more.");
    }
    void everythingThatIsNotWholeHasASentenceOfItsOwn()
    {
        QFETCH(const ListReading, reading);
        QFETCH(const QString, sentence);
        CallReport report;
        if (reading.end == ListReading::End::Fault)
            report.fault = NetFault::Deadline;
        const RefreshNotice notice = refreshNotice(report, reading, CredentialKind::UserSig);
        QCOMPARE(notice.text, sentence);
        QCOMPARE(notice.text.isEmpty(), reading.isWhole());
        QVERIFY(!notice.text.contains(u'%') && !notice.details.contains(u'%'));
        QVERIFY(reading.isWhole() || reading.unusableRows > 0 || !notice.details.isEmpty());
    }
};

QTEST_MAIN(TestRefresh)
#include "tst_refresh.moc"
