// "Check that these five are still scheduled for ten o'clock", and "here is the sheet of what should go out": asked in
// the whole console of a service on a real socket, which is only looked at.
#include "cancel/cancelrun.h"
#include "exchange/tablereader.h"
#include "net/httptransport.h"
#include "practice/practiceservice.h"
#include "support/actions.h"
#include "support/consoleparts.h"
#include "ui/checks/checkdesk.h"
#include "ui/checks/checkexport.h"
#include "ui/checks/checkpage.h"
#include "ui/checks/checkprint.h"
#include "ui/imports/importdialog.h"
#include "ui/parts/tablefiledialog.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/words/language.h"
#include "ui/words/zone.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSqlQuery>
#include <QTableView>
#include <QTest>
#include <QTextDocument>
#include <QTreeView>

using namespace pushbrake;

namespace {

constexpr int patience = 15'000; // ms
constexpr TaskId first = 7'000'000'101;

struct Around
{
    SystemClock computersClock;
    ServiceClock clock { computersClock };
    PracticeService service { computersClock };
    HttpTransport transport { HttpOptions() };
};

struct Desk : Around, ConsoleParts
{
    Desk()
        : ConsoleParts(clock, transport, [this] { return service.account(); })
    {
        service.listen();
        // Whole seconds, two hours from now: nothing goes out while a test looks on.
        due = QDateTime::fromSecsSinceEpoch(clock.utcNow().toSecsSinceEpoch() + 7200, Qt::UTC);
        for (int i = 0; i < 5; ++i)
            put(first + i, due.addSecs(60 * i), QStringLiteral("Push %1").arg(i + 1));
        console.start();
        window.resize(1300, 800);
        window.show();
        const bool isRead = QTest::qWaitFor(
            [this] { return list().model().tasks().size() == 5 && !console.session()->isRefreshing(); }, patience);
        QVERIFY(isRead);
    }
    ~Desk()
    {
        if (!m_hasCancelled)
            onlyLooked();
    }

    /// The promise of the whole room: nothing is changed at the service.
    void onlyLooked()
    {
        for (const PracticeService::LogEntry& entry : service.log()) {
            QVERIFY2(
                entry.command == QLatin1String("get_sched_task") || entry.command == QLatin1String("list_sched_task"),
                qPrintable(entry.command));
            QVERIFY(!entry.applied);
        }
        QCOMPARE(service.deletionsReceived(), 0);
    }

    void put(TaskId id, const QDateTime& at, const QString& title, Audience audience = Audience::Tag)
    {
        Task task;
        task.id = id;
        task.title = title;
        task.audience = audience;
        task.goesOutAt = at;
        service.addTask(task);
    }

    TaskPage& list() const { return console.list().page(); }
    const CheckModel& rows() const { return console.checks().page().model(); }
    void trigger(const char* action) const { actionOf(window, action)->trigger(); }
    void click(const char* name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    QString text(const char* label) const { return find<QLabel>(label)->text(); }
    QString counts() const { return text("checkCounts"); }
    bool isOver() const
    {
        return QTest::qWaitFor([this] { return !console.checks().isRunning() && rows().rowCount() > 0; }, patience);
    }
    QString cell(int row, int column) const { return rows().index(row, column).data().toString(); }
    QString notice() const { return text("noticeText"); }

    void choose(int count) const
    {
        auto& table = *find<QTableView>("taskTable");
        table.clearSelection();
        for (int row = 0; row < count; ++row)
            table.selectionModel()->select(
                table.model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    bool check(int count) const
    {
        choose(count);
        trigger("checkSelectedAction");
        return isOver();
    }

    template<typename Window> Window* shown(const char* name) const
    {
        Window* found = nullptr;
        const bool came = QTest::qWaitFor(
            [&] {
                for (auto* one : window.findChildren<Window*>(QString::fromLatin1(name)))
                    found = one->isVisible() ? one : found;
                return found != nullptr;
            },
            patience);
        if (!came)
            qFatal("%s is not on the screen.", name);
        return found;
    }

    QString stamp(const QDateTime& time) const { return time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss'Z'")); }
    QString write(const QStringList& lines) const
    {
        const QString path = folder.filePath(QStringLiteral("campaign.csv"));
        QFile file(path);
        const QString text
            = QStringLiteral("Task ID,Goes out,Audience,Title\n") + lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
        return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0 ? path : QString();
    }
    ImportDialog* bring(const QString& path) const
    {
        trigger("checkFileAction");
        auto* question = shown<QFileDialog>("importFileDialog");
        Q_EMIT question->fileSelected(path);
        question->close();
        auto* dialog = shown<ImportDialog>("importDialog");
        auto* button = dialog->findChild<QPushButton*>(QStringLiteral("addButton"));
        const bool isPreviewed = QTest::qWaitFor([&] { return button->isEnabled(); }, patience);
        return isPreviewed ? dialog : nullptr;
    }
    bool checkFile(const QStringList& lines) const
    {
        ImportDialog* dialog = bring(write(lines));
        if (!dialog)
            return false;
        dialog->findChild<QPushButton*>(QStringLiteral("addButton"))->click();
        return isOver();
    }
    QStringList honest() const
    {
        QStringList lines;
        for (int i = 0; i < 5; ++i)
            lines.append(QStringLiteral("%1,%2,Tag,Push %3").arg(first + i).arg(stamp(due.addSecs(60 * i))).arg(i + 1));
        return lines;
    }

    void save(const QString& name) const
    {
        click("saveCheckButton");
        auto* dialog = shown<QDialog>("checkNameDialog");
        dialog->findChild<QLineEdit*>(QStringLiteral("checkNameEdit"))->setText(name);
        dialog->findChild<QPushButton*>(QStringLiteral("giveNameButton"))->click();
    }
    QList<QAction*> savedEntries() const
    {
        QMenu* menu = find<QPushButton>("savedChecksButton")->menu();
        Q_EMIT menu->aboutToShow();
        return menu->actions();
    }
    QAction* inSaved(const char* submenu) const
    {
        for (const QAction* entry : savedEntries()) {
            if (entry->menu() && entry->menu()->objectName() == QLatin1String(submenu))
                return entry->menu()->actions().first();
        }
        return nullptr;
    }

    /// Selects rows of the check.
    void select(const QList<TaskId>& ids) const
    {
        auto* selection = find<QTreeView>("checkTable")->selectionModel();
        selection->clearSelection();
        for (int row = 0; row < rows().rowCount(); ++row) {
            if (ids.contains(rows().comparison(row).id()))
                selection->select(rows().index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    QString button(const char* name) const { return find<QPushButton>(name)->text().remove(u'&'); }
    QDialog* askAboutChecked() const
    {
        click("cancelCheckedButton");
        return shown<QDialog>("cancelQuestion");
    }
    /// The person says yes, and it is done.
    bool cancelChecked()
    {
        m_hasCancelled = true;
        settings.setValue(QStringLiteral("run/holdSeconds"), 0);
        auto* confirm = askAboutChecked()->findChild<QPushButton*>(QStringLiteral("confirmButton"));
        QTest::qWait(500); // the question takes no click that was meant for what was there before
        confirm->click();
        return QTest::qWaitFor(
            [this] {
                const CancelRun* run = console.session()->run();
                return run && run->isFinished() && service.deletionsReceived() > 0;
            },
            patience);
    }

    QDateTime due;

private:
    bool m_hasCancelled = false;
};

} // namespace

class CheckPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installLanguage(*qApp);
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    }

    void anEmptyPageOffersBothWaysIn()
    {
        Desk desk;
        desk.trigger("checksAction");
        QVERIFY(desk.console.checks().page().isVisible());
        QVERIFY(desk.find<QWidget>("checkEmptyState")->isVisible());
        QVERIFY(!desk.find<QPushButton>("checkEmptyButton0")->isEnabled()); // nothing is selected
        QVERIFY(desk.find<QPushButton>("checkEmptyButton1")->isEnabled());
        QVERIFY(!desk.find<QPushButton>("exportCheckButton")->isVisible());
        QVERIFY(desk.find<QPushButton>("savedChecksButton")->isVisible());
        desk.choose(1);
        QTRY_VERIFY(desk.find<QPushButton>("checkEmptyButton0")->isEnabled());
        desk.trigger("checksAction"); // once more leads back
        QVERIFY(!desk.console.checks().page().isVisible());
    }

    void theFiveThatWereChosenAreStillScheduledAsTheListHasThem()
    {
        Desk desk;
        QVERIFY(desk.check(5));
        QVERIFY(desk.console.checks().page().isVisible());
        QCOMPARE(desk.counts(), QStringLiteral("5 as expected"));
        QVERIFY(desk.text("checkAbout").contains(QStringLiteral("Practice")));
        QVERIFY(desk.text("checkAbout").contains(QStringLiteral("5 pushes expected")));
        QVERIFY(!desk.find<QWidget>("checkProblem")->isVisible());
        QVERIFY(desk.text("checkRead").contains(QStringLiteral("was not looked for")));
    }

    void whatWasChangedAtTheServiceStandsFirstBesideWhatWasExpected()
    {
        Desk desk;
        desk.put(first + 3, desk.due.addSecs(3600), QStringLiteral("Push 4"));
        desk.put(first + 2, desk.due.addSecs(120), QStringLiteral("Another"), Audience::All);
        QVERIFY(desk.check(5));
        QCOMPARE(desk.counts(), QStringLiteral("2 differ, 3 as expected"));
        QCOMPARE(desk.rows().comparison(0).id(), first + 2); // goes out sooner
        QVERIFY(desk.cell(0, CheckModel::Result).contains(QStringLiteral("audience, title")));
        QVERIFY(desk.cell(0, CheckModel::FoundTitle).startsWith(QStringLiteral("≠ ")));
        QVERIFY(!desk.cell(0, CheckModel::FoundTime).startsWith(QStringLiteral("≠ ")));
        QVERIFY(desk.cell(0, CheckModel::ExpectedTitle).contains(QStringLiteral("Push 3")));
        QVERIFY(desk.cell(1, CheckModel::FoundTime).startsWith(QStringLiteral("≠ ")));
        QVERIFY(desk.rows().index(1, CheckModel::FoundTime).data(Qt::FontRole).value<QFont>().weight() > QFont::Normal);
        QVERIFY(desk.rows()
                    .index(1, CheckModel::FoundTime)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .endsWith(QStringLiteral("not as expected")));
        QVERIFY2(desk.text("checkRowWords").contains(QStringLiteral("Expected title")),
            qPrintable(desk.text("checkRowWords")));
    }

    void aSheetOfWhatShouldGoOutIsComparedAndNothingIsAddedToTheList()
    {
        Desk desk;
        desk.put(7'000'000'900, desk.due.addSecs(90), QStringLiteral("Nobody ordered this"));
        desk.put(7'000'000'901, desk.due.addSecs(7200), QStringLiteral("Another day"));
        QStringList lines = desk.honest();
        lines[0] = QStringLiteral("%1,%2,Tag,Push 1").arg(first).arg(desk.stamp(desk.due.addSecs(30)));
        lines.append(QStringLiteral("7000000555,%1,All,Gone").arg(desk.stamp(desk.due)));
        ImportDialog* dialog = desk.bring(desk.write(lines));
        QVERIFY(dialog);
        auto* button = dialog->findChild<QPushButton*>(QStringLiteral("addButton"));
        QCOMPARE(QString(button->text()).remove(u'&'), QStringLiteral("Check 6 pushes"));
        QVERIFY(!dialog->findChild<QLabel*>(QStringLiteral("importSummary"))
                     ->text()
                     .contains(QStringLiteral("listed already")));
        button->click();
        QVERIFY(desk.isOver());
        QCOMPARE(desk.counts(), QStringLiteral("1 differs, 1 missing, 1 not expected, 4 as expected"));
        QCOMPARE(desk.rows().comparison(0).id(), first);
        QCOMPARE(desk.rows().comparison(1).id(), TaskId(7'000'000'555));
        QCOMPARE(desk.rows().comparison(2).id(), TaskId(7'000'000'900));
        QVERIFY(desk.text("checkAbout").contains(QStringLiteral("campaign.csv")));
        QCOMPARE(desk.list().model().tasks().size(), 5);
        QVERIFY(QSqlQuery(QStringLiteral("SELECT 1 FROM tasks WHERE task_id = 7000000555"), desk.database->connection())
                    .next()
            == false);
    }

    void othersAreToldOnlyWhereThatIsWanted()
    {
        Desk desk;
        desk.put(7'000'000'900, desk.due.addSecs(90), QStringLiteral("Nobody ordered this"));
        QVERIFY(desk.check(5));
        QCOMPARE(desk.counts(), QStringLiteral("5 as expected"));
        auto* box = desk.find<QCheckBox>("othersBox");
        QVERIFY(box->isVisible() && !box->isChecked());
        box->click();
        QVERIFY(desk.isOver());
        QCOMPARE(desk.counts(), QStringLiteral("1 not expected, 5 as expected"));
        QVERIFY(desk.text("checkRead").contains(QStringLiteral("was looked for from")));
    }

    void whatDiffersIsShownInTheListWithTheFiltersTakenOff()
    {
        Desk desk;
        desk.put(first + 3, desk.due.addSecs(3600), QStringLiteral("Moved"));
        desk.put(first + 2, desk.due.addSecs(120), QStringLiteral("Another"), Audience::All);
        QVERIFY(desk.check(5));
        desk.find<QLineEdit>("searchBox")->setText(QStringLiteral("Push 1"));
        desk.select({ first + 2, first + 3 });
        desk.click("showInListButton");
        QVERIFY(desk.list().isVisible());
        QVERIFY(!desk.console.checks().page().isVisible());
        QList<TaskId> selected = desk.list().selectedIds();
        std::sort(selected.begin(), selected.end());
        QCOMPARE(selected, QList<TaskId>({ first + 2, first + 3 }));
        QVERIFY(desk.find<QLineEdit>("searchBox")->text().isEmpty());
        QVERIFY2(desk.notice().contains(QStringLiteral("filters were taken off")), qPrintable(desk.notice()));
    }

    void whatTheListDoesNotKnowComesOntoItAsTheCheckReadIt()
    {
        Desk desk;
        desk.put(7'000'000'900, desk.due.addSecs(90), QStringLiteral("Nobody ordered this"));
        QStringList lines = desk.honest();
        lines.append(QStringLiteral("7000000555,%1,All,Gone").arg(desk.stamp(desk.due)));
        QVERIFY(desk.checkFile(lines));
        QVERIFY(!desk.list().model().contains(7'000'000'900)); // only by a person's word
        desk.select({ 7'000'000'900, 7'000'000'555 });
        desk.click("showInListButton");
        QCOMPARE(desk.list().selectedIds(), QList<TaskId> { 7'000'000'900 });
        QCOMPARE(desk.list().model().task(7'000'000'900)->title, QStringLiteral("Nobody ordered this"));
        QVERIFY(!desk.list().model().contains(7'000'000'555));
        QVERIFY2(desk.notice().contains(QStringLiteral("1 push was not on the list and has come onto it.")),
            qPrintable(desk.notice()));
        QVERIFY(desk.notice().contains(QStringLiteral("1 push is not on the list")));
    }

    void cancellingWhatDiffersAsksTheSameQuestionAsTheList()
    {
        Desk desk;
        desk.put(7'000'000'900, desk.due.addSecs(90), QStringLiteral("Nobody ordered this"));
        QStringList lines = desk.honest();
        lines.append(QStringLiteral("7000000555,%1,All,Gone").arg(desk.stamp(desk.due)));
        QVERIFY(desk.checkFile(lines));
        desk.select({ 7'000'000'900, 7'000'000'555, first });
        QCOMPARE(desk.button("cancelCheckedButton"), QStringLiteral("Practise cancelling these 2…"));
        auto* question = desk.askAboutChecked();
        auto* confirm = question->findChild<QPushButton*>(QStringLiteral("confirmButton"));
        auto* keep = question->findChild<QPushButton*>(QStringLiteral("keepButton"));
        QVERIFY(keep->isDefault() && !confirm->isDefault());
        QVERIFY2(confirm->text().contains(u'2'), qPrintable(confirm->text()));
        QStringList said;
        for (const auto* label : question->findChildren<QLabel*>())
            said.append(label->text());
        QVERIFY2(said.join(u'\n').contains(QStringLiteral("Left out: 1 selected push is not on the list")),
            qPrintable(said.join(u'\n')));
        QVERIFY(said.join(u'\n').contains(QStringLiteral("Nobody ordered this")));
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(desk.console.checks().page().isVisible()); // where it was asked
        QCOMPARE(desk.service.deletionsReceived(), 0);
    }

    void enterStartsNoCancellation()
    {
        Desk desk;
        QVERIFY(desk.check(5));
        auto* table = desk.find<QTreeView>("checkTable");
        table->setFocus();
        for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_Delete })
            QTest::keyClick(table, key);
        QVERIFY(!QApplication::activeModalWidget());
        // Even on the red button itself it only asks, and Enter keeps them scheduled.
        auto* red = desk.find<QPushButton>("cancelCheckedButton");
        red->setFocus();
        QTest::keyClick(red, Qt::Key_Return);
        if (auto* question = desk.find<QDialog>("cancelQuestion"))
            QTest::keyClick(question, Qt::Key_Return);
        QTest::qWait(200);
        QVERIFY(!desk.console.session()->run());
    }

    void onlyWhatTheCheckReadAsScheduledIsOfferedForCancelling()
    {
        Desk desk;
        QStringList lines = desk.honest();
        lines.append(QStringLiteral("7000000555,%1,All,Gone").arg(desk.stamp(desk.due)));
        QVERIFY(desk.checkFile(lines));
        desk.select({ 7'000'000'555 });
        auto* red = desk.find<QPushButton>("cancelCheckedButton");
        QVERIFY(!red->isEnabled());
        QVERIFY(red->toolTip().contains(QStringLiteral("none of them is scheduled")));
        desk.select({});
        QVERIFY(!red->isEnabled());
        QVERIFY(!desk.find<QPushButton>("showInListButton")->isEnabled());
        desk.console.checks().setUnavailable(QStringLiteral("Not now."));
        desk.select({ first });
        QVERIFY(!red->isEnabled());
        QVERIFY(red->toolTip().contains(QStringLiteral("Not now.")));
    }

    void whatWasCancelledSinceIsMarkedAndTheCheckIsCalledOlder()
    {
        Desk desk;
        QVERIFY(desk.check(5));
        desk.select({ first, first + 1 });
        QVERIFY(desk.cancelChecked());
        QTRY_VERIFY(desk.find<QLabel>("checkAge")->isVisible());
        QVERIFY2(desk.text("checkAge").startsWith(QStringLiteral("2 of these pushes were cancelled here since")),
            qPrintable(desk.text("checkAge")));
        QCOMPARE(desk.counts(), QStringLiteral("5 as expected")); // what it read stays what it read
        QCOMPARE(desk.cell(0, CheckModel::Result), QStringLiteral("Cancelled since · As expected"));
        QCOMPARE(desk.cell(2, CheckModel::Result), QStringLiteral("As expected"));
        desk.find<QTreeView>("checkTable")->setCurrentIndex(desk.rows().index(0, 0));
        QVERIFY2(desk.text("checkRowWords").contains(QStringLiteral("It was cancelled here at")),
            qPrintable(desk.text("checkRowWords")));
        QVERIFY(desk.text("checkRowWords").contains(QStringLiteral("after this check")));
        QVERIFY(!desk.find<QPushButton>("cancelCheckedButton")->isEnabled()); // nothing of it is scheduled
        desk.find<QPushButton>("renewCheckButton")->click();
        QVERIFY(desk.isOver());
        QCOMPARE(desk.counts(), QStringLiteral("2 missing, 3 as expected"));
        QVERIFY(!desk.find<QLabel>("checkAge")->isVisible());
        // Nobody is to schedule it again because it is "missing".
        QCOMPARE(desk.cell(0, CheckModel::Result), QStringLiteral("Missing: cancelled here"));
        desk.find<QTreeView>("checkTable")->setCurrentIndex(desk.rows().index(0, 0));
        QVERIFY2(desk.text("checkRowWords").contains(QStringLiteral("It was cancelled here at")),
            qPrintable(desk.text("checkRowWords")));
        QVERIFY(!desk.text("checkRowWords").contains(QStringLiteral("or wrong")));
    }

    void whatWasCancelledBeforeTheCheckIsNoNewsToIt()
    {
        Desk desk;
        QVERIFY(desk.check(2));
        SettledResult earlier;
        earlier.taskId = first;
        earlier.outcome = Outcome::Cancelled;
        earlier.settledAt = desk.clock.utcNow().addSecs(-60);
        SettledResult failed = earlier;
        failed.outcome = Outcome::TooLate;
        failed.settledAt = desk.clock.utcNow();
        SettledResult others = failed;
        others.outcome = Outcome::Cancelled;
        others.taskId = 42;
        desk.console.checks().noteResults({ earlier, failed, others });
        QVERIFY(!desk.find<QLabel>("checkAge")->isVisible());
        QCOMPARE(desk.cell(0, CheckModel::Result), QStringLiteral("As expected"));
    }

    void theServicesNewerWordStandsInTheListToo()
    {
        Desk desk;
        desk.put(first + 3, desk.due.addSecs(3600), QStringLiteral("Moved"));
        desk.put(first + 1, desk.clock.utcNow().addSecs(-30), QStringLiteral("Push 2"));
        desk.put(7'000'000'900, desk.due.addSecs(90), QStringLiteral("Nobody ordered this"));
        QVERIFY(desk.check(5));
        QCOMPARE(desk.list().model().task(first + 3)->goesOutAt, desk.due.addSecs(3600));
        QCOMPARE(desk.list().model().task(first + 3)->title, QStringLiteral("Moved"));
        QCOMPARE(desk.list().model().task(first + 1)->status, TaskStatus::Dispatched);
        QVERIFY(!desk.list().model().contains(7'000'000'900));
        QSqlQuery kept(
            QStringLiteral("SELECT title FROM tasks WHERE task_id = %1").arg(first + 3), desk.database->connection());
        QVERIFY(kept.next());
        QCOMPARE(kept.value(0).toString(), QStringLiteral("Moved"));
    }

    void aPlanInMinutesIsFulfilledByAnySecondOfThem()
    {
        Desk desk;
        desk.due = QDateTime::fromSecsSinceEpoch(desk.due.toSecsSinceEpoch() / 60 * 60 + 60, Qt::UTC);
        desk.put(first, desk.due.addSecs(41), QStringLiteral("Push 1"));
        desk.put(first + 1, desk.due.addSecs(61), QStringLiteral("Push 2"));
        const QString minute = desk.due.toString(QStringLiteral("yyyy-MM-dd HH:mm' UTC'"));
        QVERIFY(desk.checkFile({ QStringLiteral("%1,%2,Tag,Push 1").arg(first).arg(minute),
            QStringLiteral("%1,%2,Tag,Push 2").arg(first + 1).arg(minute) }));
        QCOMPARE(desk.counts(), QStringLiteral("1 differs, 1 as expected"));
        QCOMPARE(desk.rows().comparison(0).id(), first + 1);
        const QString found = CheckModel::plainText(desk.rows().comparison(1), CheckModel::FoundTime, desk.due);
        const QString expected = CheckModel::plainText(desk.rows().comparison(1), CheckModel::ExpectedTime, desk.due);
        QCOMPARE(found, expected + QStringLiteral(":41"));
        desk.find<QTreeView>("checkTable")->setCurrentIndex(desk.rows().index(0, 0));
        QVERIFY2(desk.text("checkRowWords").contains(QStringLiteral("within the minute from")),
            qPrintable(desk.text("checkRowWords")));
        // Saved and run again it means the same.
        desk.save(QStringLiteral("Morning"));
        desk.savedEntries().first()->trigger();
        QVERIFY(desk.isOver());
        QCOMPARE(desk.counts(), QStringLiteral("1 differs, 1 as expected"));
    }

    void fFiveRepeatsItWithWhatWasExpectedThen()
    {
        Desk desk;
        QVERIFY(desk.check(5));
        const QString read = desk.text("checkRead");
        desk.put(first, desk.due, QStringLiteral("Changed since"));
        QTest::qWait(1'100); // the time it was read at is told in seconds
        QTest::keyClick(desk.find<QTreeView>("checkTable"), Qt::Key_F5);
        QVERIFY(desk.isOver());
        QCOMPARE(desk.counts(), QStringLiteral("1 differs, 4 as expected"));
        QVERIFY(desk.text("checkRead") != read);
        QVERIFY(!desk.console.session()->isRefreshing()); // the key was the page's
    }

    void anAccountThatIsRefusedIsSaidInWordsAndTriedAgain()
    {
        Desk desk;
        desk.service.setFaults(*Faults::fromText(QStringLiteral("code-70003=1")));
        desk.choose(5);
        desk.trigger("checkSelectedAction");
        QVERIFY(desk.isOver());
        QCOMPARE(desk.counts(), QStringLiteral("5 not read"));
        QVERIFY(desk.find<QLabel>("checkProblem")->isVisible());
        QVERIFY(!desk.text("checkProblem").isEmpty());
        desk.service.setFaults(Faults());
        desk.click("tryCheckAgainButton");
        QVERIFY(desk.isOver());
        QCOMPARE(desk.counts(), QStringLiteral("5 as expected"));
        QVERIFY(!desk.find<QLabel>("checkProblem")->isVisible());
    }

    void aServiceThatIsGoneIsNeverAPushThatIsMissing()
    {
        Desk desk;
        desk.service.close();
        QVERIFY(desk.check(5));
        QCOMPARE(desk.counts(), QStringLiteral("5 not read"));
        QVERIFY(desk.find<QPushButton>("tryCheckAgainButton")->isVisible());
        QVERIFY(desk.text("checkRowWords").contains(QStringLiteral("not known")));
        QVERIFY(desk.cell(0, CheckModel::FoundTime).isEmpty());
    }

    void canBeStoppedAndSaysWhatWasNotRead()
    {
        Desk desk;
        desk.service.setLatency(Milliseconds(1'500));
        desk.choose(5);
        desk.trigger("checkSelectedAction");
        QVERIFY(desk.console.checks().isRunning());
        QVERIFY(desk.find<QPushButton>("stopCheckButton")->isVisible());
        QVERIFY(!desk.find<QPushButton>("exportCheckButton")->isEnabled());
        desk.click("stopCheckButton");
        QVERIFY(!desk.console.checks().isRunning());
        QCOMPARE(desk.counts(), QStringLiteral("5 not read"));
        QVERIFY(desk.text("checkProblem").contains(QStringLiteral("stopped")));
        QVERIFY(desk.text("checkRowWords").contains(QStringLiteral("stopped")));
    }

    void anotherAppStopsItAndTakesItAway()
    {
        Desk desk;
        desk.service.setLatency(Milliseconds(1'500));
        desk.choose(5);
        desk.trigger("checkSelectedAction");
        desk.console.checks().open(AppKey { QStringLiteral("other") }, nullptr);
        QVERIFY(!desk.console.checks().isRunning());
        QVERIFY(desk.find<QWidget>("checkEmptyState")->isVisible());
        QCOMPARE(desk.rows().rowCount(), 0);
    }

    void withoutAnAccountNothingIsCalledMissing()
    {
        Desk desk;
        QVERIFY(desk.check(5));
        desk.console.checks().open(AppKey::of(desk.console.session()->profile()), nullptr);
        QCOMPARE(desk.counts(), QStringLiteral("5 as expected")); // read before, and when is said
        desk.click("checkAgainButton");
        QCOMPARE(desk.counts(), QStringLiteral("5 not read"));
        QVERIFY(desk.find<QLabel>("checkProblem")->isVisible());
        QVERIFY(!actionOf(desk.window, "checkFileAction")->isEnabled());
    }

    void whileTheKeychainIsBeingOpenedNobodyIsToldToEnterASecret()
    {
        Desk desk;
        QVERIFY(desk.check(2));
        desk.console.checks().open(AppKey::of(desk.console.session()->profile()), nullptr);
        desk.click("checkAgainButton");
        QCOMPARE(desk.text("checkProblem"), QStringLiteral("The account cannot be used now."));
        QVERIFY(!desk.text("checkRowWords").contains(QStringLiteral("secret")));
        QVERIFY(desk.text("checkRowWords").contains(QStringLiteral("not known")));
        desk.console.checks().renewTimes(); // says it again
        QCOMPARE(desk.text("checkProblem"), QStringLiteral("The account cannot be used now."));
    }

    void whatIsSavedIsRunAgainInTheMorning()
    {
        Desk desk;
        QVERIFY(desk.checkFile(desk.honest()));
        desk.save(QStringLiteral(" Morning & noon "));
        QVERIFY(desk.notice().contains(QStringLiteral("Morning & noon")));
        desk.trigger("historyAction");
        desk.put(first, desk.due, QStringLiteral("Changed over night"));
        desk.put(7'000'000'900, desk.due.addSecs(90), QStringLiteral("Nobody ordered this"));
        QAction* entry = desk.savedEntries().first();
        QVERIFY2(entry->text().contains(QStringLiteral("5 as expected")), qPrintable(entry->text()));
        QVERIFY(entry->text().contains(QStringLiteral("Morning && noon")));
        entry->trigger();
        QVERIFY(desk.console.checks().page().isVisible());
        QVERIFY(desk.isOver());
        QCOMPARE(desk.counts(), QStringLiteral("1 differs, 1 not expected, 4 as expected"));
        QVERIFY(desk.savedEntries().first()->text().contains(QStringLiteral("1 differs")));
    }

    void anotherQuestionIsNotNotedUnderTheSavedCheck()
    {
        Desk desk;
        QVERIFY(desk.check(5));
        desk.save(QStringLiteral("Morning"));
        desk.put(7'000'000'900, desk.due.addSecs(90), QStringLiteral("Nobody ordered this"));
        desk.find<QCheckBox>("othersBox")->click();
        QVERIFY(desk.isOver());
        QCOMPARE(desk.counts(), QStringLiteral("1 not expected, 5 as expected"));
        const QString saved = desk.savedEntries().first()->text();
        QVERIFY2(saved.contains(QStringLiteral(": 5 as expected")), qPrintable(saved));
    }

    void aLongNameIsCutWithASignInTheMenuAndWholeInTheQuestion()
    {
        Desk desk;
        QVERIFY(desk.check(1));
        const QString whole
            = QStringLiteral("Morning push to everybody who bought a coat in the last winter, and again");
        const QString faces = QStringLiteral("Sale ") + QStringLiteral("😀").repeated(30); // 35 characters
        desk.save(whole);
        desk.save(faces);
        const QList<QAction*> entries = desk.savedEntries();
        const QString cut = whole.left(60) + u'…';
        QVERIFY2(entries.at(0)->text().contains(cut), qPrintable(entries.at(0)->text()));
        QVERIFY(!entries.at(0)->text().contains(whole));
        QVERIFY2(entries.at(1)->text().contains(faces), qPrintable(entries.at(1)->text()));
        desk.inSaved("removeCheckMenu")->trigger();
        auto* question = desk.shown<QMessageBox>("removeCheckQuestion");
        QVERIFY2(question->text().contains(whole), qPrintable(question->text()));
        QTest::keyClick(question, Qt::Key_Escape);
    }

    void savingAgainUnderTheSameNameAsks()
    {
        Desk desk;
        QVERIFY(desk.check(5));
        desk.save(QStringLiteral("Morning"));
        QVERIFY(desk.check(2));
        desk.save(QStringLiteral("Morning"));
        auto* question = desk.shown<QMessageBox>("replaceCheckQuestion");
        QCOMPARE(question->defaultButton()->objectName(), QStringLiteral("keepFormerCheckButton"));
        question->defaultButton()->click();
        QVERIFY(desk.savedEntries().first()->text().contains(QStringLiteral("5 pushes")));
        desk.save(QStringLiteral("Morning"));
        desk.shown<QMessageBox>("replaceCheckQuestion")
            ->findChild<QPushButton*>(QStringLiteral("replaceCheckButton"))
            ->click();
        QTRY_VERIFY(desk.savedEntries().first()->text().contains(QStringLiteral("2 pushes")));
    }

    void aSavedCheckTakesAnotherNameAndGoesOnlyWithAYes()
    {
        Desk desk;
        QVERIFY(desk.savedEntries().size() == 1 && !desk.savedEntries().first()->isEnabled());
        QVERIFY(desk.check(3));
        desk.save(QStringLiteral("Morning"));
        desk.inSaved("renameCheckMenu")->trigger();
        auto* dialog = desk.shown<QDialog>("checkNameDialog");
        QCOMPARE(dialog->findChild<QLineEdit*>()->text(), QStringLiteral("Morning"));
        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("Evening"));
        QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(desk.savedEntries().first()->text().contains(QStringLiteral("Evening")));
        QVERIFY(desk.text("checkAbout").contains(QStringLiteral("Evening")));
        desk.inSaved("removeCheckMenu")->trigger();
        auto* question = desk.shown<QMessageBox>("removeCheckQuestion");
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!question->isVisible());
        QVERIFY(desk.savedEntries().first()->isEnabled());
        desk.inSaved("removeCheckMenu")->trigger();
        desk.shown<QMessageBox>("removeCheckQuestion")
            ->findChild<QPushButton*>(QStringLiteral("removeCheckButton"))
            ->click();
        QTRY_VERIFY(!desk.savedEntries().first()->isEnabled());
        QCOMPARE(desk.rows().rowCount(), 3); // what is shown stays
    }

    void aCheckThatIsGoneMeanwhileIsNotSaidToHaveARival()
    {
        Desk desk;
        QVERIFY(desk.check(2));
        desk.save(QStringLiteral("Morning"));
        desk.inSaved("renameCheckMenu")->trigger();
        auto* dialog = desk.shown<QDialog>("checkNameDialog");
        QVERIFY(QSqlQuery(desk.database->connection()).exec(QStringLiteral("DELETE FROM expectations")));
        QVERIFY(QSqlQuery(desk.database->connection()).exec(QStringLiteral("DELETE FROM checks")));
        dialog->findChild<QLineEdit*>(QStringLiteral("checkNameEdit"))->setText(QStringLiteral("Evening"));
        dialog->findChild<QPushButton*>(QStringLiteral("giveNameButton"))->click();
        QVERIFY2(desk.notice().contains(QStringLiteral("no longer saved")), qPrintable(desk.notice()));
        QVERIFY(!desk.notice().contains(QStringLiteral("Another check")));
    }

    void theKeysOfTheListMeanNothingHere()
    {
        Desk desk;
        QVERIFY(desk.check(5));
        auto* table = desk.find<QTreeView>("checkTable");
        for (const int key : { int(Qt::Key_Delete), int(Qt::Key_F2) })
            QTest::keyClick(table, Qt::Key(key));
        QTest::keyClick(table, Qt::Key_Delete, Qt::ShiftModifier);
        QVERIFY(!QApplication::activeModalWidget());
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(desk.console.checks().page().selected().size(), 5);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 6);
        QVERIFY(lines.at(1).contains(QString::number(first)));
        QCOMPARE(desk.notice(), QStringLiteral("5 rows of the check copied."));
    }

    void timesReadByAnotherZoneAreTheSameMoments()
    {
        Desk desk;
        QVERIFY(desk.check(2));
        const QString before = desk.cell(0, CheckModel::ExpectedTime);
        auto* table = desk.find<QTreeView>("checkTable");
        table->setCurrentIndex(desk.rows().index(1, 0));
        sentences::setZone(QTimeZone("Asia/Shanghai"));
        desk.console.checks().renewTimes();
        QCOMPARE(table->currentIndex().row(), 1);
        QVERIFY(desk.cell(0, CheckModel::ExpectedTime) != before);
        QVERIFY(CheckModel::heading(CheckModel::ExpectedTime, desk.due).contains(QStringLiteral("Shanghai")));
        sentences::setZone({});
    }

    void theSentenceUnderTheTableIsSaidInTheZoneOfItsTimes()
    {
        Desk desk;
        desk.put(first, desk.due.addSecs(3600), QStringLiteral("Push 1"));
        QVERIFY(desk.check(2));
        const QString before = desk.text("checkRowWords");
        sentences::setZone(QTimeZone("Asia/Shanghai"));
        desk.console.checks().page().renewTimes();
        const QString after = desk.text("checkRowWords");
        sentences::setZone({});
        QVERIFY2(before.contains(QStringLiteral("Expected to go out")), qPrintable(before));
        QVERIFY(!before.contains(QStringLiteral("Shanghai")));
        QVERIFY2(after.contains(QStringLiteral("Shanghai")), qPrintable(after));
    }

    void theTableIsReadBackAsItWasWritten()
    {
        Desk desk;
        desk.put(first, desk.due, QStringLiteral("=cmd|' /C calc'!A0"));
        QVERIFY(desk.check(5));
        desk.click("exportCheckButton");
        auto* dialog = desk.shown<QFileDialog>("exportCheckDialog");
        const QString path = desk.folder.filePath(QStringLiteral("out.csv"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QVERIFY(desk.notice().contains(QStringLiteral("5 rows of the check written to")));
        const auto bytes = readTableFile(path);
        QVERIFY(bytes && bytes->startsWith("\xEF\xBB\xBF"));
        const auto read = readTable(*bytes);
        QVERIFY(read);
        QCOMPARE(read->table.rowCount(), 6);
        QVERIFY(read->table.cell(1, 0).text.startsWith(u"Differs"));
        QCOMPARE(read->table.cell(1, 1).text.toString(), QString::number(first));
        QCOMPARE(read->table.cell(1, 4).text.toString(), desk.due.toString(Qt::ISODate));
        QVERIFY(read->table.cell(1, 9).text.startsWith(u"'=cmd"));
        QVERIFY(read->table.cell(5, 0).text == u"As expected");
    }

    void theWorkbookHasTheCountsOnASheetOfTheirOwn()
    {
        Desk desk;
        desk.put(first, desk.due, QStringLiteral("=1+1"));
        QVERIFY(desk.check(5));
        desk.click("exportCheckButton");
        auto* dialog = desk.shown<QFileDialog>("exportCheckDialog");
        QVERIFY(dialog->selectedFiles().first().endsWith(QStringLiteral(".csv")));
        Q_EMIT dialog->filterSelected(dialog->nameFilters().last());
        QVERIFY(dialog->selectedFiles().first().endsWith(QStringLiteral(".xlsx")));
        const QString path = desk.folder.filePath(QStringLiteral("out.xlsx"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        const auto bytes = readTableFile(path);
        QVERIFY(bytes);
        const auto pushes = readTable(*bytes);
        QVERIFY(pushes);
        QCOMPARE(pushes->sheets.size(), 2);
        QCOMPARE(pushes->table.rowCount(), 6);
        QCOMPARE(pushes->table.cell(1, 1).text.toString(), QString::number(first));
        QCOMPARE(pushes->table.cell(1, 1).kind, CellKind::Text);
        QCOMPARE(pushes->table.cell(1, 9).text.toString(), QStringLiteral("=1+1"));
        QVERIFY(!pushes->table.cell(1, 9).isFormula);
        TableHints second;
        second.sheet = 1;
        const auto counts = readTable(*bytes, second);
        QVERIFY(counts);
        QCOMPARE(counts->table.cell(2, 1).text.toString(), QStringLiteral("Practice"));
        QCOMPARE(counts->table.cell(5, 0).text.toString(), QStringLiteral("Differs"));
        QCOMPARE(counts->table.cell(5, 1).text.toString(), QStringLiteral("1"));
        QCOMPARE(counts->table.cell(10, 0).text.toString(), QStringLiteral("As expected"));
        QCOMPARE(counts->table.cell(10, 1).kind, CellKind::Number);
        QCOMPARE(counts->table.cell(10, 1).text.toString(), QStringLiteral("4"));
    }

    void theNameThatWasTypedStaysWhenTheFormatIsChosen()
    {
        Desk desk;
        QVERIFY(desk.check(1));
        desk.click("exportCheckButton");
        auto* dialog = desk.shown<QFileDialog>("exportCheckDialog");
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("fileTypeCombo"));
        QVERIFY(name && format);
        name->setText(QStringLiteral("Sale 11.11"));
        format->setFocus(); // as when a person chooses there
        const auto wouldBe = [dialog] { return QFileInfo(dialog->selectedFiles().first()).fileName(); };
        Q_EMIT dialog->filterSelected(dialog->nameFilters().last());
        QCOMPARE(wouldBe(), QStringLiteral("Sale 11.11.xlsx"));
        Q_EMIT dialog->filterSelected(dialog->nameFilters().first());
        QCOMPARE(wouldBe(), QStringLiteral("Sale 11.11.csv"));
        name->clear();
        Q_EMIT dialog->filterSelected(dialog->nameFilters().last());
        QVERIFY2(wouldBe().startsWith(QStringLiteral("check-")), qPrintable(wouldBe()));
        dialog->close();
    }

    void aCheckIsExportedUnderItsWholeNameWhateverSignsAreInIt()
    {
        Desk desk;
        QVERIFY(desk.check(1));
        desk.save(QStringLiteral("Spring/Summer: 11.11"));
        desk.click("exportCheckButton");
        auto* dialog = desk.shown<QFileDialog>("exportCheckDialog");
        const QString proposed = QFileInfo(dialog->selectedFiles().first()).fileName();
        QVERIFY2(proposed.startsWith(QStringLiteral("Spring-Summer- 11.11-")), qPrintable(proposed));
        dialog->close();
    }

    void onlyTheEndingOfATableIsCutFromAName()
    {
        for (const char* ending : { "csv", "tsv", "txt", "xlsx", "ods", "CSV", "Xlsx" })
            QCOMPARE(
                stemOfTable(QStringLiteral("Sale 11.11.%1").arg(QLatin1String(ending))), QStringLiteral("Sale 11.11"));
        for (const char* name : { "Sale 11.11", "csv", "Sale.csv.2", "v1.0 final" })
            QCOMPARE(stemOfTable(QString::fromLatin1(name)), QString::fromLatin1(name));
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        Desk desk;
        QVERIFY(desk.check(1));
        desk.click("exportCheckButton");
        auto* dialog = desk.shown<QFileDialog>("exportCheckDialog");
        Q_EMIT dialog->fileSelected(desk.folder.filePath(QStringLiteral("no/such/folder.xlsx")));
        dialog->close();
        QVERIFY(desk.notice().contains(QStringLiteral("could not be written")));
    }

    void onPaperStandsWhatIsOnTheScreen()
    {
        Desk desk;
        desk.put(first, desk.due, QStringLiteral("<b>Not HTML</b>"));
        QVERIFY(desk.check(5));
        QTest::keyClick(desk.find<QTreeView>("checkTable"), Qt::Key_P, Qt::ControlModifier);
        auto* preview = desk.shown<QDialog>("checkPreview");
        preview->close();
        CheckPaper paper;
        paper.what = QStringLiteral("Morning");
        paper.readAt = desk.due;
        paper.counts = desk.rows().counts();
        paper.rows = desk.rows().comparisons();
        const QString text = checkDocument(paper)->toPlainText();
        for (const char* said : { "Morning", "1 differs, 4 as expected", "≠ <b>Not HTML</b>", "Push 5", "7000000105" })
            QVERIFY2(text.contains(QString::fromUtf8(said)), said);
    }

    void rowsComeInTheirOrderHoweverTheyArrive()
    {
        const SystemClock clock;
        CheckModel model(clock, nullptr);
        QAbstractItemModelTester tester(&model);
        CallReport lost;
        lost.fault = NetFault::Dropped;
        Task task;
        task.status = TaskStatus::Pending;
        for (int i = 20; i > 0; --i) {
            task.id = i;
            model.add({ i % 3 == 0 ? notRead({ i }, lost)
                    : i % 3 == 1   ? notExpected(task)
                                   : comparedWithRow({ i }, task, clock.utcNow()) });
        }
        QCOMPARE(model.rowCount(), 20);
        const QList<Comparison> shown = model.comparisons();
        QVERIFY(std::is_sorted(shown.begin(), shown.end(), isWorse));
        QCOMPARE(model.counts().of(CheckVerdict::NotRead), 6);
        QList<Comparison> many;
        for (int i = 2'000; i > 1'000; --i)
            many.append(notRead({ i }, lost));
        model.add(many);
        QCOMPARE(model.rowCount(), 1'020);
        const QList<Comparison> all = model.comparisons();
        QVERIFY(std::is_sorted(all.begin(), all.end(), isWorse));
        model.clear();
        QCOMPARE(model.counts(), CheckCounts());
    }
};

QTEST_MAIN(CheckPageTest)
#include "tst_checkpage.moc"
