// "Which ones did we cancel yesterday, and who?" is answered in three clicks and taken away as a table; what is shown
// is true after a restart, and nothing is removed without a yes.
#include "store/database.h"
#include "store/journal.h"
#include "store/osuser.h"
#include "support/actions.h"
#include "support/mnemonics.h"
#include "ui/history/historydesk.h"
#include "ui/history/historypage.h"
#include "ui/uisamples.h"
#include "ui/window/shell.h"
#include "ui/words/language.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDateEdit>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace pushbrake;

namespace {

const AppKey singapore { QStringLiteral("adminapisgp.im.qcloud.com/1400000001") };
const AppKey practice { QStringLiteral("practice") };
constexpr qint64 day = 86'400;

struct Window
{
    explicit Window(const QString& folder)
        : settings(folder + QStringLiteral("/s.ini"), QSettings::IniFormat)
    {
        auto* first = new QLabel(QStringLiteral("list"));
        first->setObjectName(QStringLiteral("firstPage"));
        Room list;
        list.page = Page { QStringLiteral("&List"), first };
        window.add(list);
        window.add(desk.room());
        window.resize(1240, 760);
        window.show();
    }

    void done(const AppKey& app, TaskId id, const QString& title, Outcome outcome, const QDateTime& at)
    {
        const auto run = journal.begin(app, DeedKind::Delete, { samples::task(clock, id, title, 60) },
            { app == practice ? QString() : QStringLiteral("Shop"), ProfileColour::Red, true, Milliseconds(4'000), 1 });
        QVERIFY(run && journal.attempt(*run, id, 1, 17, at));
        journal.note({ *run, id, RunEvent::Kind::Deed, 17, true, at, at.addMSecs(120), 0, NetFault::None, 200, {},
            TaskStatus::NotRead });
        SettledResult result;
        result.taskId = id;
        result.outcome = outcome;
        result.attempts = 1;
        result.httpStatus = 200;
        result.requestNumber = 17;
        result.sentAt = at;
        result.settledAt = at.addMSecs(120);
        QVERIFY(journal.settle(*run, result));
    }

    template<typename T> T* find(const char* name) { return window.findChild<T*>(QString::fromLatin1(name)); }
    QTreeView& pushes() { return *find<QTreeView>("pushHistory"); }
    QTreeView& runs() { return *find<QTreeView>("runHistory"); }
    void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    QAction* keep(const char* name)
    {
        for (const auto& [menu, actions] : window.commands()) {
            for (QAction* action : actions) {
                for (QAction* inside : action->menu() ? action->menu()->actions() : QList<QAction*>()) {
                    if (inside->objectName() == QLatin1String(name))
                        return inside;
                }
            }
        }
        return nullptr;
    }
    QString notice() { return find<QLabel>("noticeText")->text() + u'\n' + find<QLabel>("noticeDetails")->text(); }
    /// As if the disk would not give that table back.
    bool forget(const char* table)
    {
        return QSqlQuery(database->connection())
            .exec(QStringLiteral("ALTER TABLE %1 RENAME TO gone").arg(QLatin1String(table)));
    }
    QString counter() { return find<QLabel>("historyCounter")->text(); }
    QString details()
    {
        QString text;
        for (const QLabel* label : find<QWidget>("historyDetails")->findChildren<QLabel*>())
            text += label->text() + u'\n';
        return text;
    }
    QStringList titles()
    {
        QStringList all;
        for (int row = 0; row < pushes().model()->rowCount(); ++row)
            all += pushes().model()->index(row, PushHistory::Title).data(Qt::AccessibleTextRole).toString();
        return all;
    }

    samples::StillClock clock;
    QSettings settings;
    std::unique_ptr<Database> database = Database::inMemory();
    Journal journal { *database, clock };
    Shell window { settings };
    HistoryDesk desk { { window, *database, settings, clock } };
};

} // namespace

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
