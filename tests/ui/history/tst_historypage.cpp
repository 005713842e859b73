// "Which ones did we cancel yesterday, and who?" is answered in three clicks and taken away as a table; what is shown
// is true after a restart, and nothing is removed without a yes.
#include "historywindow.h"

#include "exchange/tablereader.h"
#include "exchange/workbookreader.h"
#include "store/tasklist.h"
#include "support/actions.h"
#include "support/mnemonics.h"
#include "ui/look/theme.h"
#include "ui/parts/phonenotice.h"
#include "ui/words/zone.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDateEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QRegularExpression>

#include <csignal>
#include <sys/resource.h>

using namespace historywindow;

class HistoryPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_w = std::make_unique<Window>(m_folder->path());
        const QDateTime now = m_w->clock.now;
        m_w->done(singapore, 7'000'000'001, QStringLiteral("Long ago"), Outcome::Cancelled, now.addSecs(-40 * day));
        m_w->done(singapore, 7'000'000'002, QStringLiteral("Summer sale"), Outcome::Cancelled, now.addSecs(-day));
        m_w->done(singapore, 7'000'000'003, QStringLiteral("Too late one"), Outcome::TooLate, now.addSecs(-day));
        m_w->done(practice, 7'000'000'004, QStringLiteral("Drill"), Outcome::Cancelled, now.addSecs(-60));
    }
    void cleanup() { m_w.reset(); }

    void whichDidWeCancelYesterdayAndWhoInThreeClicks()
    {
        m_w->click("historyButton");
        m_w->click("yesterdayButton");
        m_w->click("cancelledButton");
        QTRY_COMPARE(m_w->titles(), QStringList { QStringLiteral("Summer sale") });
        const QAbstractItemModel& model = *m_w->pushes().model();
        QCOMPARE(model.index(0, PushHistory::Person).data().toString(), osUser());
        QVERIFY(model.index(0, PushHistory::App).data().toString().contains(QStringLiteral("Shop")));
        QCOMPARE(m_w->counter(), QStringLiteral("1 push"));
        const QString details = m_w->details();
        QVERIFY2(details.contains(osUser()) && details.contains(QStringLiteral("request number"))
                && details.contains(QStringLiteral("The service confirmed it."))
                && details.contains(QStringLiteral("31 May 2026 08:00:00 UTC, 08:00:00 UTC")),
            qPrintable(details));
    }

    void theSecondClickLeadsBackToTheList()
    {
        m_w->click("historyButton");
        QVERIFY(m_w->desk.page().isVisible());
        m_w->click("historyButton");
        QVERIFY(!m_w->desk.page().isVisible());
        QVERIFY(m_w->find<QLabel>("firstPage")->isVisible());
        QVERIFY(!actionOf(m_w->window, "historyAction")->isChecked());
        m_w->click("historyButton");
        QVERIFY(m_w->desk.page().isVisible());
    }

    void theNewestIsFirstAndPracticeIsMarked()
    {
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        QCOMPARE(m_w->titles().first(), QStringLiteral("Drill"));
        QCOMPARE(m_w->pushes().model()->index(0, PushHistory::App).data().toString(), QStringLiteral("Practice"));
        QVERIFY(m_w->details().contains(QStringLiteral("practice")));
        QCOMPARE(m_w->counter(), QStringLiteral("4 pushes"));
    }

    void theOpenedAppIsChosenAndAllCanBe()
    {
        m_w->desk.open(singapore, nullptr);
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 3);
        m_w->click("todayButton");
        QTRY_VERIFY(m_w->find<QWidget>("historyEmptyState")->isVisible());
        m_w->click("historyEmptyButton0");
        QTRY_COMPARE(m_w->titles().size(), 4);
    }

    void searchesByTitleAndTaskId()
    {
        m_w->click("historyButton");
        auto* search = m_w->find<QLineEdit>("historySearch");
        QTest::keyClicks(search, QStringLiteral("SALE"));
        QTRY_COMPARE(m_w->titles(), QStringList { QStringLiteral("Summer sale") });
        search->setText(QStringLiteral("7000000003"));
        QTRY_COMPARE(m_w->titles(), QStringList { QStringLiteral("Too late one") });
    }

    void theDaysOfOnesOwnEndTodayUntilTheyAreChanged()
    {
        m_w->clock.now = m_w->clock.now.addDays(3); // the program stayed open
        const QDate today = m_w->clock.now.date();
        m_w->done(practice, 7'000'000'005, QStringLiteral("Of today"), Outcome::Cancelled, m_w->clock.now);
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 5);
        m_w->click("ownDaysButton");
        auto* from = m_w->find<QDateEdit>("fromDay");
        auto* to = m_w->find<QDateEdit>("toDay");
        QCOMPARE(to->date(), today);
        QCOMPARE(from->date(), today.addDays(-30));
        QTRY_COMPARE(m_w->titles().size(), 4);
        QCOMPARE(m_w->titles().first(), QStringLiteral("Of today"));

        from->setDate(today.addDays(-1));
        QTRY_COMPARE(m_w->titles(), QStringList { QStringLiteral("Of today") });
        m_w->click("anyDayButton");
        m_w->clock.now = m_w->clock.now.addDays(1);
        m_w->click("ownDaysButton");
        QCOMPARE(from->date(), today.addDays(-1));
        QCOMPARE(to->date(), today);
    }

    void aRunShowsWhatCameOfItAndOpensItsPushes()
    {
        m_w->click("historyButton");
        m_w->click("runsShownButton");
        QTRY_COMPARE(m_w->runs().model()->rowCount(), 4);
        QTRY_VERIFY(m_w->details().contains(QStringLiteral("Finished")));
        QVERIFY(m_w->details().contains(QStringLiteral("Forecast: 1 of 1")));
        m_w->runs().setCurrentIndex(m_w->runs().model()->index(1, 0));
        QTest::keyClick(&m_w->runs(), Qt::Key_Return);
        QTRY_COMPARE(m_w->titles(), QStringList { QStringLiteral("Too late one") });
        m_w->click("oneRunButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
    }

    void aRunThatWasFoundByItsAppShowsItsPushes()
    {
        m_w->click("historyButton");
        m_w->click("runsShownButton");
        m_w->find<QLineEdit>("historySearch")->setText(QStringLiteral("Shop"));
        QTRY_COMPARE(m_w->runs().model()->rowCount(), 3);
        m_w->runs().setCurrentIndex(m_w->runs().model()->index(0, 0));
        QTest::keyClick(&m_w->runs(), Qt::Key_Return);
        QTRY_COMPARE(m_w->titles(), QStringList { QStringLiteral("Too late one") });
        QVERIFY(m_w->find<QLineEdit>("historySearch")->text().isEmpty());
        QTest::qWait(250); // what was typed is looked for only once
        QCOMPARE(m_w->titles(), QStringList { QStringLiteral("Too late one") });
    }

    void anotherAppIsNotHiddenByTheRunThatWasShown()
    {
        m_w->click("historyButton");
        m_w->click("runsShownButton");
        QTRY_COMPARE(m_w->runs().model()->rowCount(), 4);
        m_w->runs().setCurrentIndex(m_w->runs().model()->index(1, 0));
        QTest::keyClick(&m_w->runs(), Qt::Key_Return);
        QTRY_COMPARE(m_w->titles(), QStringList { QStringLiteral("Too late one") });
        m_w->desk.open(practice, nullptr);
        QTRY_COMPARE(m_w->titles(), QStringList { QStringLiteral("Drill") });
        QVERIFY(!m_w->find<QPushButton>("oneRunButton")->isVisible());
    }

    void moreRowsComeAsOneScrolls()
    {
        doneBefore(450);
        QAbstractItemModelTester tester(m_w->pushes().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->pushes().model()->rowCount(), 100);
        QCOMPARE(m_w->counter(), QStringLiteral("At least 100 pushes"));
        const auto isWhole = [this] {
            QTest::keyClick(&m_w->pushes(), Qt::Key_End);
            return m_w->pushes().model()->rowCount() == 454;
        };
        QVERIFY2(QTest::qWaitFor(isWhole), qPrintable(m_w->counter()));
        QCOMPARE(m_w->counter(), QStringLiteral("454 pushes"));
    }

    void allThatIsSelectedIsCopiedAlsoWhatIsNotReadYet()
    {
        doneBefore(450);
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->pushes().model()->rowCount(), 100);
        QGuiApplication::clipboard()->clear();
        m_w->pushes().setFocus();
        QTest::keyClick(&m_w->pushes(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&m_w->pushes(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 455);
    }

    void ofSeveralThatAreSelectedNoMoreIsCopied()
    {
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        QGuiApplication::clipboard()->clear();
        m_w->pushes().setFocus();
        QTest::keyClick(&m_w->pushes(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&m_w->pushes(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3);
    }

    void copiesAndExportsAllThatMatches()
    {
        m_w->click("historyButton");
        m_w->click("yesterdayButton");
        QTRY_COMPARE(m_w->titles().size(), 2);
        QGuiApplication::clipboard()->clear();
        m_w->pushes().setFocus();
        QTest::keyClick(&m_w->pushes(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 2); // the heading and the row where the keyboard is
        QTest::keyClick(&m_w->pushes(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&m_w->pushes(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("7000000002")));

        const QString path = m_folder->filePath(QStringLiteral("boss.csv"));
        exportTo(path);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QString csv = QString::fromUtf8(bytes);
        QCOMPARE(csv.count(QStringLiteral("\r\n")), 3);
        QCOMPARE(bytes.count("\xEF\xBB\xBF"), 1);
        QVERIFY2(csv.contains(u'"' + osUser() + u'"') && csv.contains(QStringLiteral("\"Summer sale\""))
                && csv.contains(QStringLiteral("\"Cancelled\""))
                && csv.contains(QStringLiteral("\"2026-05-31T08:00:00Z\"")),
            qPrintable(csv));
    }

    void whatIsCopiedIsInWordsForAChatAndASheet()
    {
        m_w->click("historyButton");
        m_w->click("yesterdayButton");
        m_w->click("cancelledButton");
        QTRY_COMPARE(m_w->titles(), QStringList { QStringLiteral("Summer sale") });
        m_w->pushes().setFocus();
        QTest::keyClick(&m_w->pushes(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.first(),
            QStringLiteral("Push\tTask ID\tAudience\tWas to go out\tResult\tResult since\tAsked by\tAsked\tApp"));
        QVERIFY2(lines.at(1).startsWith(QStringLiteral("Summer sale\t7000000002\tTag\t")), qPrintable(lines.at(1)));
        QVERIFY(lines.at(1).contains(QStringLiteral("\tCancelled\tSun 31 May 2026 08:00:00 UTC, 08:00:00 UTC\t")));
        QVERIFY(!lines.at(1).contains(QStringLiteral("qcloud")));
        QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(QStringLiteral("mso-number-format")));
    }

    void cancellationsAreCopiedAsTheyAreShown()
    {
        m_w->click("historyButton");
        m_w->click("runsShownButton");
        QTRY_COMPARE(m_w->runs().model()->rowCount(), 4);
        m_w->runs().setFocus();
        QTest::keyClick(&m_w->runs(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 3); // heading, the row where the keyboard is, and nothing
        QCOMPARE(lines.first(), QStringLiteral("Asked\tAsked by\tApp\tPushes\tHow it ended\tWhat came of it"));
        QVERIFY2(lines.at(1).endsWith(QStringLiteral("\tPractice\t1\tFinished\t1 cancelled")), qPrintable(lines.at(1)));
        QVERIFY(m_w->notice().contains(QStringLiteral("1 cancellation copied.")));
    }

    void nothingSelectedIsNotCopied()
    {
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        m_w->pushes().setFocus();
        m_w->pushes().clearSelection();
        QTest::keyClick(&m_w->pushes(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    }

    void theBossGetsAWorkbookOfYesterdayUnderANameThatSaysSo()
    {
        m_w->click("historyButton");
        m_w->click("yesterdayButton");
        m_w->click("cancelledButton");
        QTRY_COMPARE(m_w->titles(), QStringList { QStringLiteral("Summer sale") });
        m_w->click("exportHistoryButton");
        auto* dialog = m_w->find<QFileDialog>("exportHistoryDialog");
        QVERIFY(dialog);
        QCOMPARE(
            QFileInfo(dialog->selectedFiles().first()).fileName(), QStringLiteral("Cancelled pushes 2026-05-31.xlsx"));
        const QString path = m_folder->filePath(QStringLiteral("boss.xlsx"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY2(
            m_w->notice().contains(QStringLiteral("1 push of the history written to")), qPrintable(m_w->notice()));
        const auto bytes = readTableFile(path);
        QVERIFY(bytes);
        const auto sheet = readWorkbook(*bytes, 0, {});
        QVERIFY(sheet);
        QCOMPARE(sheet->sheets, QStringList({ QStringLiteral("Pushes"), QStringLiteral("Counts") }));
        QCOMPARE(sheet->table.rowCount(), 2);
        const auto cell = [&sheet](const char* column) {
            for (int i = 0; i < 20; ++i) {
                if (sheet->table.cell(0, i).text == QLatin1StringView(column))
                    return sheet->table.cell(1, i).text.toString();
            }
            return QString();
        };
        QCOMPARE(cell("Task ID"), QStringLiteral("7000000002"));
        QCOMPARE(sheet->table.cell(1, 0).kind, CellKind::Text);
        QCOMPARE(cell("Title"), QStringLiteral("Summer sale"));
        QCOMPARE(cell("Audience"), QStringLiteral("Tag"));
        QCOMPARE(cell("Was to go out (ISO 8601, UTC)"), QStringLiteral("2026-06-01T09:00:00Z"));
        QCOMPARE(cell("Was to go out (UTC)"), QStringLiteral("2026-06-01 09:00:00"));
        QCOMPARE(cell("Result since (ISO 8601, UTC)"), QStringLiteral("2026-05-31T08:00:00Z"));
        QCOMPARE(cell("Result"), m_w->pushes().model()->index(0, PushHistory::Result).data().toString());
        QCOMPARE(cell("Asked by"), osUser());
        QVERIFY(cell("App").contains(QStringLiteral("Shop")));
        const auto counts = readWorkbook(*bytes, 1, {});
        QVERIFY(counts);
        QStringList said;
        for (int row = 0; row < counts->table.rowCount(); ++row)
            said += counts->table.cell(row, 0).text.toString() + u'=' + counts->table.cell(row, 1).text.toString();
        QVERIFY2(said.contains(QStringLiteral("Days=2026-05-31")) && said.contains(QStringLiteral("Pushes=1"))
                && said.contains(QStringLiteral("Cancelled=1")),
            qPrintable(said.join(u'\n')));
    }

    void practiceIsMarkedInTheFile()
    {
        m_w->desk.open(practice, nullptr);
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles(), QStringList { QStringLiteral("Drill") });
        m_w->click("exportHistoryButton");
        auto* dialog = m_w->find<QFileDialog>("exportHistoryDialog");
        QVERIFY(dialog);
        QVERIFY2(dialog->selectedFiles().first().contains(QStringLiteral("Practice - ")),
            qPrintable(dialog->selectedFiles().first()));
        const QString path = m_folder->filePath(QStringLiteral("practice.csv"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"Practice\""));
    }

    void ofCancellationsTheirPushesAreSaved()
    {
        doneBefore(450);
        m_w->click("historyButton");
        m_w->click("runsShownButton");
        QTest::keyClicks(m_w->find<QLineEdit>("historySearch"), QStringLiteral("push 17"));
        QTRY_COMPARE(m_w->runs().model()->rowCount(), 1); // by the title of one of its pushes
        const QString path = m_folder->filePath(QStringLiteral("run.csv"));
        exportTo(path);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), 451);
    }

    void aFullDiskLeavesWhatStoodThere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("table") << QStringLiteral("boss.csv");
        QTest::newRow("workbook") << QStringLiteral("boss.xlsx");
    }
    void aFullDiskLeavesWhatStoodThere()
    {
        QFETCH(const QString, name);
        const QString path = m_folder->filePath(QStringLiteral("of/") + name);
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("of")));
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
        before.close();
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        {
            // As on a full disk, every write beyond the limit fails.
            const auto handler = std::signal(SIGXFSZ, SIG_IGN);
            rlimit limit {};
            getrlimit(RLIMIT_FSIZE, &limit);
            const rlimit low { 100, limit.rlim_max };
            setrlimit(RLIMIT_FSIZE, &low);
            const auto undo = qScopeGuard([&] {
                setrlimit(RLIMIT_FSIZE, &limit);
                std::signal(SIGXFSZ, handler);
            });
            exportTo(path);
            QTRY_VERIFY2(m_w->notice().contains(QStringLiteral("could not be written to")), qPrintable(m_w->notice()));
        }
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), QByteArray("before"));
        QCOMPARE(
            QDir(m_folder->filePath(QStringLiteral("of"))).entryList(QDir::Files | QDir::Hidden), QStringList { name });
    }

    void timesInRowsHaveSeconds()
    {
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        const QAbstractItemModel& model = *m_w->pushes().model();
        QCOMPARE(theme::unmarked(model.index(0, PushHistory::Since).data().toString()),
            QStringLiteral("Mon 1 Jun 07:59:00"));
        QCOMPARE(theme::unmarked(model.index(0, PushHistory::GoesOut).data().toString()),
            QStringLiteral("Mon 1 Jun 09:00:00"));
        QCOMPARE(model.headerData(PushHistory::GoesOut, Qt::Horizontal).toString(), QStringLiteral("Was to go out"));
    }

    void daysThatMakeNoSenseAreSaidAndNotTaken()
    {
        m_w->click("historyButton");
        m_w->click("ownDaysButton");
        QTRY_COMPARE(m_w->titles().size(), 3);
        auto* from = m_w->find<QDateEdit>("fromDay");
        auto* to = m_w->find<QDateEdit>("toDay");
        auto* fault = m_w->find<QLabel>("daysFault");
        QVERIFY(!fault->isVisible());
        const HistoryFilter before = m_w->desk.page().filter();
        to->setDate(m_w->clock.now.date().addDays(1));
        QVERIFY(fault->isVisible());
        QVERIFY2(fault->text().contains(QStringLiteral("still to come")), qPrintable(fault->text()));
        QCOMPARE(to->accessibleDescription(), fault->text());
        QCOMPARE(m_w->desk.page().filter(), before);
        to->setDate(from->date().addDays(-1));
        QVERIFY2(
            fault->text().contains(QStringLiteral("The first day comes after the last")), qPrintable(fault->text()));
        QCOMPARE(m_w->desk.page().filter(), before);
        m_w->click("todayButton");
        QVERIFY(!fault->isVisible());
        m_w->click("ownDaysButton");
        QVERIFY(fault->isVisible());
        to->setDate(from->date());
        QVERIFY(!fault->isVisible());
        QCOMPARE(m_w->desk.page().filter().before, m_w->desk.page().filter().from.addDays(1));
    }

    void aDayOfTheWindowsZoneHasAllItsHours_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("hours");
        QTest::newRow("Havana, midnight twice")
            << QByteArray("America/Havana") << QDate(2026, 11, 1) << QStringLiteral("2026-11-01T04:00:00Z") << 25;
        QTest::newRow("Beirut, no midnight")
            << QByteArray("Asia/Beirut") << QDate(2026, 3, 29) << QStringLiteral("2026-03-28T22:00:00Z") << 23;
        QTest::newRow("Cairo, no midnight")
            << QByteArray("Africa/Cairo") << QDate(2026, 4, 24) << QStringLiteral("2026-04-23T22:00:00Z") << 23;
    }
    void aDayOfTheWindowsZoneHasAllItsHours()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDate, day);
        QFETCH(const int, hours);
        sentences::setZone(QTimeZone(zone));
        m_w->clock.now = QDateTime(day.addDays(1), QTime(12, 0), QTimeZone(zone)).toUTC();
        m_w->click("historyButton");
        m_w->click("yesterdayButton");
        const HistoryFilter filter = m_w->desk.page().filter();
        sentences::setZone({});
        QTEST(filter.from.toString(Qt::ISODate), "from");
        QCOMPARE(filter.from.secsTo(filter.before), qint64(hours) * 3'600);
    }

    void escapeEmptiesTheSearchAndThenLeadsBack()
    {
        m_w->click("historyButton");
        QVERIFY(m_w->find<QWidget>("pageHead")->isVisible());
        QCOMPARE(m_w->find<QLabel>("pageTitle")->text(), QStringLiteral("History"));
        auto* search = m_w->find<QLineEdit>("historySearch");
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("sale"));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty() && m_w->desk.page().isVisible());
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(m_w->find<QLabel>("firstPage")->isVisible());
        QVERIFY(!m_w->find<QWidget>("pageHead")->isVisible());
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        QTest::keyClick(&m_w->pushes(), Qt::Key_Escape);
        QVERIFY(m_w->find<QLabel>("firstPage")->isVisible());
        m_w->click("historyButton");
        m_w->click("ownDaysButton");
        QTest::keyClick(m_w->find<QDateEdit>("fromDay"), Qt::Key_Escape);
        QVERIFY(m_w->find<QLabel>("firstPage")->isVisible());
        m_w->click("historyButton");
        m_w->click("backButton");
        QVERIFY(m_w->find<QLabel>("firstPage")->isVisible());
    }

    void aPushIsDrawnAsOnAPhone()
    {
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        auto* phone = m_w->find<PhoneNotice>("phoneNotice");
        QVERIFY(phone && phone->isVisible());
        QVERIFY2(phone->accessibleName().contains(QStringLiteral("Drill"))
                && phone->accessibleName().contains(QStringLiteral("Practice"))
                && phone->accessibleName().contains(QStringLiteral("09:00")),
            qPrintable(phone->accessibleName()));
    }

    void theTextOnThePhoneIsTheListsWhileItIsTheSamePush()
    {
        Task listed = samples::task(m_w->clock, 7'000'000'004, QStringLiteral("Drill"), 60);
        listed.description = QStringLiteral("Only an exercise");
        TaskList list(*m_w->database);
        QVERIFY(list.mergeFromService(practice, { listed }));
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        QVERIFY(m_w->find<PhoneNotice>("phoneNotice")->accessibleName().contains(QStringLiteral("Only an exercise")));
        listed.title = QStringLiteral("Another title");
        QVERIFY(list.mergeFromService(practice, { listed }));
        m_w->desk.renewIfShown();
        QTRY_VERIFY(m_w->find<PhoneNotice>("phoneNotice")
            && !m_w->find<PhoneNotice>("phoneNotice")->accessibleName().contains(QStringLiteral("exercise")));
        QVERIFY(m_w->find<PhoneNotice>("phoneNotice")->accessibleName().contains(QStringLiteral("Drill")));
        QVERIFY(m_w->details().contains(QStringLiteral("its text is not known here")));
    }

    void whatCannotBeWrittenSaysWhere()
    {
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        exportTo(m_folder->filePath(QStringLiteral("nowhere/boss.csv")));
        QTRY_VERIFY2(m_w->notice().contains(QStringLiteral("could not be written to")), qPrintable(m_w->notice()));
        QVERIFY2(m_w->notice().contains(QStringLiteral("Choose a folder")), qPrintable(m_w->notice()));
    }

    void whatCannotBeReadIsNoQuestionOfTheFolder()
    {
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        QVERIFY(m_w->forget("journal"));
        const QString path = m_folder->filePath(QStringLiteral("boss.csv"));
        exportTo(path);
        QTRY_VERIFY2(m_w->notice().contains(QStringLiteral("The history could not be read. Nothing was written.")),
            qPrintable(m_w->notice()));
        QVERIFY2(!m_w->notice().contains(QStringLiteral("folder")), qPrintable(m_w->notice()));
        QVERIFY(!QFile::exists(path));
    }

    void requestsThatCannotBeReadAreNotCalledUnrecorded()
    {
        QVERIFY(m_w->forget("events"));
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        QTRY_VERIFY(m_w->details().contains(QStringLiteral("Task ID")));
        QVERIFY2(!m_w->details().contains(QStringLiteral("not recorded")), qPrintable(m_w->details()));
        QVERIFY2(m_w->details().contains(QStringLiteral("on this computer")), qPrintable(m_w->details()));
    }

    // Rows of the list are selected behind this page, where nobody sees them.
    void theKeysOfTheListDoNothingHere()
    {
        CommandCounter counter(m_w->window);
        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        m_w->pushes().setFocus();
        QTest::keyClick(&m_w->pushes(), Qt::Key_Delete);
        QTest::keyClick(&m_w->pushes(), Qt::Key_Delete, Qt::KeypadModifier);
        QTest::keyClick(&m_w->pushes(), Qt::Key_Delete, Qt::ShiftModifier);
        QTest::keyClick(&m_w->pushes(), Qt::Key_Delete, Qt::ShiftModifier | Qt::KeypadModifier);
        QTest::keyClick(&m_w->pushes(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(counter.triggered, 0);
        QCOMPARE(m_w->pushes().selectionModel()->selectedRows().size(), 4);
    }

    void nothingIsRemovedWithoutAYes()
    {
        m_w->keep("keepNinetyDaysAction")->trigger(); // nothing is so old
        QCOMPARE(m_w->settings.value(QStringLiteral("history/keptDays")).toInt(), 90);
        QVERIFY(!m_w->find<QMessageBox>("keepHistoryQuestion"));
        m_w->keep("keepForEverAction")->trigger();
        QVERIFY(m_w->keep("keepForEverAction")->isChecked());

        m_w->clock.now = m_w->clock.now.addDays(80);
        m_w->keep("keepNinetyDaysAction")->trigger();
        auto* question = m_w->find<QMessageBox>("keepHistoryQuestion");
        QVERIFY(question);
        QVERIFY2(question->text().contains(QStringLiteral("1 push")), qPrintable(question->text()));
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!m_w->find<QMessageBox>("keepHistoryQuestion"));
        QCOMPARE(m_w->settings.value(QStringLiteral("history/keptDays")).toInt(), 0);
        QVERIFY(m_w->keep("keepForEverAction")->isChecked());

        m_w->click("historyButton");
        QTRY_COMPARE(m_w->titles().size(), 4);
        m_w->keep("keepNinetyDaysAction")->trigger();
        question = m_w->find<QMessageBox>("keepHistoryQuestion");
        QVERIFY(question);
        QTest::mouseClick(question->findChild<QPushButton*>(QStringLiteral("removeOldButton")), Qt::LeftButton);
        QTRY_COMPARE(m_w->titles().size(), 3);
        QVERIFY(!m_w->titles().contains(QStringLiteral("Long ago")));
    }

    void itFitsASmallScreenAndNoKeyIsGivenTwice()
    {
        m_w->click("historyButton");
        m_w->click("ownDaysButton");
        QTRY_VERIFY(m_w->find<QWidget>("fromDay")->isVisible());
        QVERIFY2(m_w->window.minimumSizeHint().width() <= 1000,
            qPrintable(QString::number(m_w->window.minimumSizeHint().width())));
        QVERIFY2(m_w->window.minimumSizeHint().height() <= 560,
            qPrintable(QString::number(m_w->window.minimumSizeHint().height())));
        QCOMPARE(doubledKeys(m_w->window), QStringList());
        m_w->click("runsShownButton");
        QTRY_COMPARE(m_w->runs().model()->rowCount(), 4);
        QCOMPARE(doubledKeys(m_w->window), QStringList());
    }

    // A name without a blank would push the page wider than the screen.
    void aLongNameBreaksInTheDetails()
    {
        const auto run = m_w->journal.begin(singapore, DeedKind::Delete, { samples::task(m_w->clock, 1, {}, 60) },
            { QString(200, u'x'), ProfileColour::Red, true, Milliseconds(4'000), 1 });
        QVERIFY(run && m_w->journal.withdrawPlanned(*run, m_w->clock.now));
        m_w->click("historyButton");
        QTRY_VERIFY(m_w->details().contains(QStringLiteral("xxxx")));
        for (const QString& word : m_w->details().split(QRegularExpression(QStringLiteral("[\\s\u200B]"))))
            QVERIFY2(word.size() < 50, qPrintable(word));
    }

private:
    void exportTo(const QString& path)
    {
        m_w->click("exportHistoryButton");
        auto* dialog = m_w->find<QFileDialog>("exportHistoryDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }

    /// One run of so many pushes, taken back.
    void doneBefore(int pushes)
    {
        QList<Task> many;
        for (TaskId id = 1; id <= pushes; ++id)
            many.append(samples::task(m_w->clock, id, QStringLiteral("Push %1").arg(id), 60));
        const auto run = m_w->journal.begin(singapore, DeedKind::Delete, many);
        QVERIFY(run && m_w->journal.withdrawPlanned(*run, m_w->clock.now));
    }

    /// Commands of another page, as the list has them.
    struct CommandCounter
    {
        explicit CommandCounter(QWidget& window)
        {
            for (const QKeySequence& keys : { QKeySequence(QKeySequence::Delete),
                     QKeySequence(Qt::SHIFT | Qt::Key_Delete), QKeySequence(QKeySequence::SelectAll) }) {
                auto* action = new QAction(&window);
                action->setShortcut(keys);
                window.addAction(action);
                QObject::connect(action, &QAction::triggered, action, [this] { ++triggered; });
            }
        }
        int triggered = 0;
    };

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Window> m_w;
};

QTEST_MAIN(HistoryPageTest)
#include "tst_historypage.moc"
