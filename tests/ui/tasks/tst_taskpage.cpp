// The list under the hands of a person: what is found, selected, kept, copied and read in it.
#include "ui/look/theme.h"
#include "ui/tasks/columnwidths.h"
#include "ui/tasks/rowcopy.h"
#include "ui/tasks/taskdelegate.h"
#include "ui/tasks/taskpage.h"
#include "ui/tasks/tasksource.h"
#include "ui/uisamples.h"
#include "ui/words/language.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDateTimeEdit>
#include <QDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStyleOptionViewItem>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace pushbrake;

namespace {

struct Stage
{
    Stage()
    {
        page.resize(1200, 500);
        page.model().setTasks(samples::four(clock));
        page.show();
        table = find<QTableView>("taskTable");
        search = find<QLineEdit>("searchBox");
    }

    template<typename T> T* find(const char* name) { return page.findChild<T*>(QString::fromLatin1(name)); }
    QString counter() { return find<QLabel>("counter")->text(); }
    QModelIndex cell(int row, int column) { return table->model()->index(row, column); }
    /// Until each layout that another one asked for has been made.
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    void choose(const char* box, const QString& words)
    {
        const QList<QAction*> choices = find<QMenu>(box)->actions();
        const auto chosen = std::find_if(
            choices.begin(), choices.end(), [&words](const QAction* one) { return one->text() == words; });
        QVERIFY2(chosen != choices.end(), qPrintable(words));
        (*chosen)->trigger();
    }
    QList<TaskId> shown()
    {
        QList<TaskId> ids;
        for (const Task& task : page.shownTasks())
            ids.append(task.id);
        return ids;
    }
    /// Their words, by their names: in the order in which they stand.
    QStringList chips()
    {
        QMap<QString, QString> words;
        for (const auto* one : page.findChildren<QPushButton*>(QRegularExpression(QStringLiteral("^chip\\d$")))) {
            if (one->isVisible())
                words.insert(one->objectName(), one->text());
        }
        return words.values();
    }
    QList<TaskId> selected()
    {
        QList<TaskId> ids;
        for (const Task& task : page.selectedTasks())
            ids.append(task.id);
        return ids;
    }
    QString tip(const QModelIndex& index)
    {
        QStyleOptionViewItem option;
        option.font = table->font();
        option.rect = table->visualRect(index);
        return static_cast<TaskDelegate*>(table->itemDelegate())->tip(option, index);
    }

    QTemporaryDir folder;
    QSettings settings { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    samples::StillClock clock;
    TaskPage page { settings, clock };
    QTableView* table = nullptr;
    QLineEdit* search = nullptr;
};

QList<Task> many(const Clock& clock, int count)
{
    QList<Task> tasks;
    for (int i = 1; i <= count; ++i)
        tasks.append(samples::task(clock, i, QStringLiteral("Campaign %1").arg(i), i));
    return tasks;
}

bool hasMark(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f || u == 0x061c || u == 0x00a0 || u == 0x202f;
    });
}

/// A push that reads in each of the ways in which a row can.
QList<Task> oneOfEachStatus(const Clock& clock)
{
    QList<Task> tasks;
    const auto add = [&](TaskStatus status, std::optional<Outcome> outcome, int minutes = 60) {
        Task made = samples::task(clock, 100 + tasks.size(), QStringLiteral("Push"), minutes);
        made.status = status;
        made.lastOutcome = outcome;
        tasks.append(made);
    };
    for (int status = 0; status <= int(TaskStatus::Other); ++status)
        add(TaskStatus(status), {});
    for (int outcome = 0; outcome <= int(Outcome::Withdrawn); ++outcome) {
        add(TaskStatus::Gone, Outcome(outcome));
        tasks.last().lastChecked = true;
        add(TaskStatus::Gone, Outcome(outcome));
    }
    add(TaskStatus::Pending, Outcome::Cancelled);
    add(TaskStatus::Pending, {}, -1);
    add(TaskStatus::Pending, {}, -10);
    add(TaskStatus::NotRead, {});
    tasks.last().audience.reset();
    return tasks;
}

} // namespace

namespace {

/// Fourteen files, of which the first come first.
struct Files final : TaskSource
{
    QList<Task> readNow(const QList<TaskId>&) override { return {}; }
    void readSoon(const QList<TaskId>&) override { }
    void find(const TaskWords&) override { }
    void stopFinding() override { }
    void orderTitles() override { }
    void orderNotes() override { }
    QStringList importedFiles(int atMost) override
    {
        QStringList names;
        for (int number = 0; number < most && (atMost < 0 || number < atMost); ++number)
            names << QStringLiteral("file %1 & more.csv").arg(origin::firstFile + number);
        return names;
    }
    std::optional<quint16> originOf(const QString& file) override
    {
        const qsizetype number = importedFiles(-1).indexOf(file);
        return number < 0 ? std::nullopt : std::optional(quint16(origin::firstFile + number));
    }
    QString fileOf(quint16) override { return {}; }

    int most = 14;
};

} // namespace

class TaskPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void escapeClearsTheSearchAndThenLeavesIt()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(&stage.page));
        stage.page.focusSearch();
        stage.search->setText(QStringLiteral("summer"));
        QCOMPARE(stage.shown().size(), 1);
        QTest::keyClick(stage.search, Qt::Key_Escape);
        QCOMPARE(stage.search->text(), QString());
        QVERIFY(stage.search->hasFocus());
        QTest::keyClick(stage.search, Qt::Key_Escape);
        QVERIFY(stage.table->hasFocus());
    }

    void theSearchHasRoomForManyIds()
    {
        Stage stage;
        QString ids;
        for (int i = 0; i < 300; ++i)
            ids += QStringLiteral("%1\n").arg(8'000'000'000 + i);
        stage.search->setText(ids + QStringLiteral("7000000001"));
        QCOMPARE(stage.shown(), QList<TaskId> { 7000000001 });
    }

    void everyRowIsFoundByTheWordsOfItsStatus()
    {
        Stage stage;
        const QList<Task> tasks = oneOfEachStatus(stage.clock);
        stage.page.model().setTasks({});
        stage.page.model().setTasks(tasks);
        const QList<QAction*> choices = stage.find<QMenu>("statusFilter")->actions();
        QHash<TaskId, int> found;
        for (QAction* choice : choices.mid(6)) { // the first four, and two lines
            if (choice->isSeparator())
                continue;
            choice->trigger();
            for (const Task& task : stage.page.shownTasks()) {
                ++found[task.id];
                const QString word
                    = stage.page.model().index(stage.page.model().rowOf(task.id), TaskModel::Status).data().toString();
                const QHash<QString, QStringList> groups {
                    { QStringLiteral("Time has come"),
                        { QStringLiteral("Time has come, being checked…"), QStringLiteral("Time has come, not checked"),
                            QStringLiteral("Due, still scheduled") } },
                    { QStringLiteral("Will still go out"),
                        { QStringLiteral("Will still go out"), QStringLiteral("Still scheduled") } },
                    { QStringLiteral("Another status"), { QStringLiteral("No status given") } },
                };
                const QString chosen = choice->text();
                QVERIFY2(groups.value(chosen, { chosen }).contains(word), qPrintable(word + u'/' + chosen));
            }
        }
        for (const Task& task : tasks)
            QVERIFY2(found.value(task.id) == 1, qPrintable(QString::number(task.id)));
    }

    void pastedPushesAreSelectedAndAChoice()
    {
        Stage stage;
        auto* pasted = stage.find<QPushButton>("pastedFilter");
        QVERIFY(!pasted->isVisible());
        stage.page.takePasted({ 7000000002, 7000000003, 99 });
        QCOMPARE(stage.selected(), (QList<TaskId> { 7000000002, 7000000003 }));
        QCOMPARE(stage.table->currentIndex().row(), 2);
        QVERIFY(pasted->isVisible() && !pasted->isChecked());
        QCOMPARE(pasted->text(), QStringLiteral("Brought in now (2)"));
        pasted->click();
        QCOMPARE(stage.shown(), (QList<TaskId> { 7000000002, 7000000003 }));
        pasted->click();
        QCOMPARE(stage.shown().size(), 4);
        stage.page.model().removeTasks({ 7000000003 });
        QTRY_COMPARE(pasted->text(), QStringLiteral("Brought in now (1)"));
    }

    void noFilterHidesWhatWasPasted()
    {
        Stage stage;
        stage.search->setText(QStringLiteral("summer"));
        stage.choose("audienceFilter", QStringLiteral("Everybody"));
        QCOMPARE(stage.shown().size(), 0);
        stage.page.takePasted({ 7000000001, 7000000002 });
        QCOMPARE(stage.shown(), (QList<TaskId> { 7000000001, 7000000002 }));
        QCOMPARE(stage.selected().size(), 2);
        QVERIFY(stage.find<QPushButton>("pastedFilter")->isChecked());
        QCOMPARE(stage.search->text(), QString());
    }

    void anotherAppForgetsWhatWasPasted()
    {
        Stage stage;
        stage.page.forgetApp();
        stage.page.model().setTasks(samples::four(stage.clock));
        stage.page.takePasted({ 7000000001 });
        stage.find<QPushButton>("pastedFilter")->click();
        stage.page.forgetApp();
        QVERIFY(!stage.find<QPushButton>("pastedFilter")->isVisible());
        stage.page.model().setTasks(samples::four(stage.clock));
        QCOMPARE(stage.shown().size(), 4);
    }

    void anotherAppIsShownFromItsSoonest()
    {
        Stage stage;
        stage.page.forgetApp(); // the start
        stage.page.model().setTasks(many(stage.clock, 200));
        stage.table->sortByColumn(TaskModel::Push, Qt::DescendingOrder);
        stage.page.selectTask(3);
        QVERIFY(stage.table->verticalScrollBar()->value() > 0);
        stage.page.forgetApp();
        stage.page.model().setTasks(many(stage.clock, 100));
        Stage::settle();
        QCOMPARE(stage.table->verticalScrollBar()->value(), 0);
        QCOMPARE(stage.shown().first(), 1);
        QVERIFY(stage.selected().isEmpty());
    }

    void aListReadAnewKeepsThePlace()
    {
        Stage stage;
        stage.page.model().setTasks({});
        QList<Task> tasks = many(stage.clock, 200);
        stage.page.model().setTasks(tasks);
        stage.page.selectTask(120);
        Stage::settle();
        const int scrolled = stage.table->verticalScrollBar()->value();
        const int column = stage.table->currentIndex().column();
        QVERIFY(scrolled > 0);
        QSignalSpy reset(stage.table->model(), &QAbstractItemModel::modelReset);
        const int top = stage.table->rowAt(0);
        const TaskId first = stage.shown().at(top);
        tasks.removeIf([](const Task& task) { return task.id < 100 && task.id % 2 == 0; }); // 49, out of order
        tasks[10].title = QStringLiteral("Changed");
        tasks.append(samples::task(stage.clock, 1000, QStringLiteral("New"), 1000));
        stage.page.model().setTasks(tasks);
        tasks.removeAt(tasks.size() - 2); // and a single one
        stage.page.model().setTasks(tasks);
        Stage::settle();
        QCOMPARE(reset.size(), 0);
        QCOMPARE(stage.selected(), QList<TaskId> { 120 });
        QCOMPARE(stage.page.shownTasks().at(stage.table->currentIndex().row()).id, 120);
        QCOMPARE(stage.table->currentIndex().column(), column);
        // What was in sight still is, at the same height.
        const int rowHeight = stage.table->rowHeight(0);
        QCOMPARE(stage.shown().at(stage.table->rowAt(0)), first);
        QCOMPARE(stage.table->verticalScrollBar()->value(), scrolled - 49 * rowHeight);
        tasks.append(samples::task(stage.clock, 2000, QStringLiteral("Soonest"), 0));
        stage.page.model().setTasks(tasks);
        Stage::settle();
        QCOMPARE(stage.table->verticalScrollBar()->value(), scrolled - 48 * rowHeight);
        stage.page.model().setTasks(tasks);
        Stage::settle();
        QCOMPARE(stage.table->verticalScrollBar()->value(), scrolled - 48 * rowHeight);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(stage.shown().size(), 152);
        for (int row = 0; row < stage.page.model().rowCount(); ++row)
            QCOMPARE(stage.page.model().rowOf(stage.page.model().briefAt(row).id), row);
    }

    void atTheTopTheSoonestShowsUp()
    {
        Stage stage;
        QList<Task> tasks = many(stage.clock, 100);
        stage.page.model().setTasks(tasks);
        Stage::settle();
        tasks.append(samples::task(stage.clock, 2000, QStringLiteral("Soonest"), 0));
        stage.page.model().setTasks(tasks);
        Stage::settle();
        QCOMPARE(stage.shown().at(stage.table->rowAt(0)), 2000);
    }

    void whatIsBeingCancelledStaysInSight()
    {
        Stage stage;
        stage.search->setText(QStringLiteral("winter"));
        QCOMPARE(stage.shown().size(), 1);
        stage.page.model().setRunStates({ 7000000001, 7000000002, 7000000003 }, RunState::Held);
        QCOMPARE(stage.shown().size(), 3);
        QTRY_VERIFY2(stage.counter().startsWith(
                         QStringLiteral("1 of 4 pushes shown · 2 more shown while they are being cancelled")),
            qPrintable(stage.counter()));
        stage.page.model().setRunState(7000000001, RunState::Settled); // the others are still on their way
        QCOMPARE(stage.shown().size(), 3);
        stage.page.model().clearRunStates();
        QCOMPARE(stage.shown().size(), 1);
        QTRY_COMPARE(stage.counter(), QStringLiteral("1 of 4 pushes shown · soonest in 1 h 30 min"));
    }

    void noCellHoldsMarksThatCannotBeSeen_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedStates);
        QTest::newRow("Arabic") << QLocale(QLocale::Arabic, QLocale::Egypt);
        QTest::newRow("Hebrew") << QLocale(QLocale::Hebrew, QLocale::Israel);
    }

    void noCellHoldsMarksThatCannotBeSeen()
    {
        QFETCH(const QLocale, locale);
        QLocale::setDefault(locale);
        Stage stage;
        Task task = samples::task(stage.clock, 5, QStringLiteral("a\u200fb\u00a0c"), 100'000);
        task.note = QStringLiteral("\u2068note\u2069");
        task.status = TaskStatus::Other;
        task.statusWord = QStringLiteral("Odd");
        stage.page.model().putTasks({ task });
        TaskModel& model = stage.page.model();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < TaskModel::ColumnCount; ++column) {
                for (const int role :
                    { int(Qt::DisplayRole), int(Qt::AccessibleTextRole), int(TaskModel::SecondLine) }) {
                    const QString text = model.index(row, column).data(role).toString();
                    const bool isForeign = column == TaskModel::Push; // whose blanks are its own
                    QVERIFY2(
                        isForeign ? !text.contains(QChar(0x200f)) && !text.contains(QChar(0x2068)) : !hasMark(text),
                        qPrintable(text));
                }
            }
        }
        const RowCopy copy = copyOf(model.tasks(), model);
        QVERIFY(!hasMark(copy.text) && !hasMark(copy.html));
    }

    void copiedRowsAreTextAndATable()
    {
        Stage stage;
        Task odd = *stage.page.model().task(7000000002);
        odd.title = QStringLiteral("=A\tB\u202f<b>\u200e");
        stage.page.model().putTasks({ odd });
        stage.table->selectAll();
        stage.page.copyRows();
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        const QStringList lines = data->text().split(u'\n');
        QCOMPARE(lines.size(), 4);
        for (const QString& line : lines)
            QCOMPARE(line.count(u'\t'), 7);
        QVERIFY2(lines.at(1).contains(QStringLiteral("\t7000000001\t")), qPrintable(lines.at(1)));
        QVERIFY2(lines.at(1).contains(QStringLiteral("\t2026-06-01 08:05 UTC\t")), qPrintable(lines.at(1)));
        QVERIFY2(lines.at(2).startsWith(QStringLiteral("'=A B <b>\t")), qPrintable(lines.at(2)));
        QVERIFY(!hasMark(data->text()));
        QVERIFY(data->html().contains(QStringLiteral("<th>Task ID</th>")));
        QVERIFY(data->html().contains(QStringLiteral("&lt;b&gt;")));
        QVERIFY(data->html().contains(QStringLiteral(">7000000001</td>")));
    }

    void lettersLeadToATitle()
    {
        Stage stage;
        stage.page.selectTask(7000000004);
        stage.table->selectionModel()->setCurrentIndex(stage.cell(0, TaskModel::Status), QItemSelectionModel::NoUpdate);
        QTest::keyClicks(stage.table, QStringLiteral("winter s"));
        QCOMPARE(stage.selected(), QList<TaskId> { 7000000003 });
        QTest::qWait(QApplication::keyboardInputInterval() + 50);
        QTest::keyClick(stage.table, Qt::Key_Space);
        QVERIFY(stage.selected().isEmpty()); // once the title is typed, a blank is the key that selects
    }

    void homeAndEndAreTheFirstAndTheLastRow()
    {
        Stage stage;
        stage.page.selectTask(7000000001);
        QTest::keyClick(stage.table, Qt::Key_End);
        QCOMPARE(stage.selected(), QList<TaskId> { 7000000003 });
        QTest::keyClick(stage.table, Qt::Key_Home);
        QCOMPARE(stage.selected(), QList<TaskId> { 7000000004 });
        QTest::keyClick(stage.table, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(stage.selected().size(), 4);
    }

    void theKeyboardOpensTheMenuOfTheCurrentRow()
    {
        Stage stage;
        const QSignalSpy asked(&stage.page, &TaskPage::menuRequested);
        stage.page.selectTask(7000000002);
        stage.table->clearSelection();
        QTest::keyClick(stage.table, Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(stage.selected(), QList<TaskId> { 7000000002 });
        const QPoint where = stage.table->viewport()->mapFromGlobal(asked.first().first().toPoint());
        QCOMPARE(stage.table->rowAt(where.y()), stage.table->currentIndex().row());
        QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(1, 1), QPoint(1, 1));
        QCoreApplication::sendEvent(stage.table, &key);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.at(1), asked.at(0));
    }

    void theMenuSortsAndHidesColumns()
    {
        Stage stage;
        const QList<QAction*> menus = stage.page.columnActions();
        const QList<QAction*> sorting = menus.at(0)->menu()->actions();
        QVERIFY(sorting.at(TaskModel::GoesOut)->isChecked());
        sorting.at(TaskModel::Push)->trigger();
        sorting.last()->trigger();
        QCOMPARE(stage.shown().first(), 7000000003);
        QVERIFY(sorting.at(TaskModel::Push)->isChecked() && sorting.last()->isChecked());
        stage.table->sortByColumn(TaskModel::Id, Qt::AscendingOrder);
        QVERIFY(sorting.at(TaskModel::Id)->isChecked());
        QMenu* columns = menus.at(1)->menu();
        Q_EMIT columns->aboutToShow();
        QAction* note = columns->actions().last();
        QVERIFY(note->isChecked());
        note->trigger();
        QVERIFY(stage.table->isColumnHidden(TaskModel::Note));
    }

    void turningTheOrderKeepsWhatComesThen()
    {
        Stage stage;
        const QList<QAction*> sorting = stage.page.columnActions().at(0)->menu()->actions();
        const QList<QAction*> then = stage.find<QMenu>("thenByMenu")->actions();
        const QHeaderView* header = stage.table->horizontalHeader();
        const SortKeys upwards { { TaskModel::AudienceColumn }, { TaskModel::TimeLeft } };
        const SortKeys downwards { { TaskModel::AudienceColumn, Qt::DescendingOrder }, { TaskModel::TimeLeft } };
        sorting.at(TaskModel::AudienceColumn)->trigger();
        then.at(TaskModel::TimeLeft)->trigger();
        QCOMPARE(stage.page.filter().sortKeys(), upwards);
        sorting.last()->trigger(); // "Descending"
        QCOMPARE(stage.page.filter().sortKeys(), downwards);
        QCOMPARE(stage.shown(), (QList<TaskId> { 7000000004, 7000000001, 7000000002, 7000000003 }));
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        QVERIFY(sorting.last()->isChecked() && then.at(TaskModel::TimeLeft)->isChecked());
        sorting.last()->trigger(); // once more: it is so already
        QCOMPARE(stage.page.filter().sortKeys(), downwards);
        sorting.at(sorting.size() - 2)->trigger(); // "Ascending"
        QCOMPARE(stage.page.filter().sortKeys(), upwards);
        QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
        QVERIFY(sorting.at(TaskModel::AudienceColumn)->isChecked());
    }

    void whatIsChosenStandsAsChips()
    {
        Stage stage;
        auto* everything = stage.find<QPushButton>("clearChipsButton");
        QVERIFY(!stage.find<QWidget>("chipRow")->isVisible());
        stage.choose("audienceFilter", QStringLiteral("Tag"));
        QCOMPARE(stage.chips(), QStringList { QStringLiteral("Audience: Tag") });
        QVERIFY(!everything->isVisible());
        stage.search->setText(QStringLiteral("sale"));
        QVERIFY(everything->isVisible()); // what is looked for is the second choice
        stage.choose("timeFilter", QStringLiteral("Today"));
        stage.choose("resultFilter", QStringLiteral("None"));
        QCOMPARE(stage.chips(),
            (QStringList { QStringLiteral("Audience: Tag"), QStringLiteral("Goes out today"),
                QStringLiteral("Last result: None") }));
        QCOMPARE(stage.shown(), QList<TaskId> { 7000000001 });
        everything->click();
        QVERIFY(stage.chips().isEmpty() && !stage.find<QWidget>("chipRow")->isVisible());
        QVERIFY(stage.search->text().isEmpty());
        QCOMPARE(stage.shown().size(), 4);
    }

    void aChipTakesItsChoiceBack()
    {
        Stage stage;
        stage.choose("audienceFilter", QStringLiteral("Tag"));
        stage.choose("statusFilter", QStringLiteral("Can be cancelled"));
        stage.page.takePasted({ 7000000001 });
        stage.find<QPushButton>("pastedFilter")->click();
        QCOMPARE(stage.chips(),
            (QStringList { QStringLiteral("Status: Can be cancelled"), QStringLiteral("Audience: Tag"),
                QStringLiteral("Brought in now") }));
        auto* status = stage.find<QPushButton>("chip0");
        QCOMPARE(status->accessibleName(), QStringLiteral("Remove: Status: Can be cancelled"));
        status->setFocus();
        QTest::keyClick(status, Qt::Key_Delete);
        QCOMPARE(stage.chips(), (QStringList { QStringLiteral("Audience: Tag"), QStringLiteral("Brought in now") }));
        QTRY_COMPARE(stage.page.focusWidget()->objectName(), QStringLiteral("chip1")); // its neighbour
        QTest::keyClick(stage.page.focusWidget(), Qt::Key_Backspace);
        QCOMPARE(stage.page.focusWidget()->objectName(), QStringLiteral("chip4"));
        QTest::keyClick(stage.page.focusWidget(), Qt::Key_Delete);
        QVERIFY(!stage.find<QPushButton>("pastedFilter")->isChecked());
        QCOMPARE(stage.page.focusWidget(), stage.search);
        QCOMPARE(stage.shown().size(), 4);
    }

    void whereAPushCameFromIsAFilterToo()
    {
        Files files;
        Stage stage;
        stage.page.model().setSource(&files);
        QList<Task> tasks = stage.page.model().tasks();
        tasks[0].origin = origin::typed;
        tasks[1].origin = 17;
        tasks[2].origin = origin::firstFile + 13;
        stage.page.model().putTasks(tasks);
        auto* menu = stage.find<QMenu>("originFilter");
        Q_EMIT menu->aboutToShow();
        QStringList words;
        for (const QAction* one : menu->actions()) {
            if (!one->isSeparator())
                words << one->text().remove(QChar(0x2068)).remove(QChar(0x2069)).remove(QChar(0x200b));
        }
        QCOMPARE(words.mid(0, 5),
            (QStringList { QStringLiteral("Any origin"), QStringLiteral("Typed or pasted"),
                QStringLiteral("Read from the service"), QStringLiteral("Imported from any file"),
                QStringLiteral("file 16 && more.csv") }));
        QCOMPARE(words.size(), 4 + 12 + 2);
        QCOMPARE(words.mid(16), (QStringList { QStringLiteral("Another file…"), QStringLiteral("Not known") }));
        stage.choose("originFilter", QStringLiteral("Typed or pasted"));
        QCOMPARE(stage.shown(), QList<TaskId> { tasks.at(0).id });
        QCOMPARE(stage.chips(), QStringList { QStringLiteral("Origin: Typed or pasted") });
        stage.choose("originFilter", QStringLiteral("Imported from any file"));
        QCOMPARE(stage.shown().size(), 2);

        // A file beyond the dozen is sought by a part of its name.
        stage.find<QAction>("anotherFileAction")->trigger();
        auto* dialog = stage.find<QDialog>("importedFileDialog");
        QVERIFY(dialog && dialog->isVisible());
        auto* list = dialog->findChild<QListWidget*>(QStringLiteral("fileList"));
        QCOMPARE(list->count(), 14);
        dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(QStringLiteral("nowhere"));
        QCOMPARE(list->count(), 0);
        QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("showFileButton"))->isEnabled());
        dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(QStringLiteral("FILE 29"));
        QCOMPARE(list->count(), 1);
        dialog->findChild<QPushButton*>(QStringLiteral("showFileButton"))->click();
        QCOMPARE(stage.shown(), QList<TaskId> { tasks.at(2).id });
        QVERIFY(stage.chips().first().contains(QStringLiteral("file 29")));
        Q_EMIT menu->aboutToShow(); // the chosen one stands in the menu, and is checked
        const QList<QAction*> offered = menu->actions();
        QCOMPARE(std::count_if(offered.begin(), offered.end(), [](const QAction* one) { return one->isChecked(); }), 1);
        stage.find<QPushButton>("chip5")->click();
        QCOMPARE(stage.shown().size(), 4);
    }

    void ofALongNameOfAFileTheEndIsShown()
    {
        const QString name = QString(40, u'a') + QString(30, u'b') + QStringLiteral(" 2026-11-26 last.csv");
        const QString shown
            = originWords({ OriginChoice::Kind::File, name }).remove(QChar(0x200b)); // where it may break
        QVERIFY(shown.contains(QString(40, u'a') + QChar(0x2026) + QStringLiteral(" 2026-11-26 last.csv")));
        QVERIFY(originWords(origin::firstFile, name).count(u'b') == 30); // the details have all of it
        QVERIFY(originWords(origin::notKnown, {}).isEmpty());
        QVERIFY(!originWords(origin::someFile, {}).isEmpty());
    }

    void aFileFromWhichNothingCameYetShowsWhatComes()
    {
        Files files;
        files.most = 0;
        Stage stage;
        stage.page.model().setSource(&files);
        stage.page.filter().setOrigin({ OriginChoice::Kind::File, QStringLiteral("file 16 & more.csv") });
        QVERIFY(stage.shown().isEmpty());
        files.most = 1;
        Task task = samples::task(stage.clock, 5, QStringLiteral("Later"), 90);
        task.origin = origin::firstFile;
        stage.page.model().putTasks({ task });
        QCOMPARE(stage.shown(), QList<TaskId> { 5 });
    }

    void theMenuChecksWhatIsChosen()
    {
        Stage stage;
        const auto checked = [&](const char* menu) {
            QStringList words;
            for (const QAction* one : stage.find<QMenu>(menu)->actions()) {
                if (one->isChecked())
                    words << one->text();
            }
            return words.join(u',');
        };
        QCOMPARE(checked("statusFilter"), QStringLiteral("Any status"));
        stage.choose("timeFilter", QStringLiteral("Tomorrow"));
        stage.choose("timeFilter", QStringLiteral("Tomorrow"));
        QCOMPARE(checked("timeFilter"), QStringLiteral("Tomorrow"));
        QCOMPARE(checked("statusFilter"), QStringLiteral("Any status"));
        stage.find<QPushButton>("chip2")->click();
        QCOMPARE(checked("timeFilter"), QStringLiteral("Any time"));
    }

    void whatMatchesAsTimeGoesByShowsUpWhereNothingDid()
    {
        Stage stage;
        stage.page.model().setTasks({ samples::task(stage.clock, 5, QStringLiteral("Later"), 90) });
        stage.choose("timeFilter", QStringLiteral("Time has passed"));
        QTRY_VERIFY(stage.find<QWidget>("emptyState")->isVisible());
        QVERIFY(!stage.table->isVisible());
        stage.clock.now = stage.clock.now.addSecs(91 * 60);
        QTRY_COMPARE_WITH_TIMEOUT(stage.shown(), QList<TaskId> { 5 }, 10'000);
        QTRY_VERIFY(stage.table->isVisible());
    }

    void aPageThatIsShownAgainGoesByTheClockAtOnce()
    {
        Stage stage;
        stage.page.model().setTasks({ samples::task(stage.clock, 5, QStringLiteral("Later"), 90) });
        stage.choose("timeFilter", QStringLiteral("Next hour"));
        QTRY_VERIFY(stage.find<QWidget>("emptyState")->isVisible());
        stage.page.hide();
        stage.clock.now = stage.clock.now.addSecs(60 * 60);
        stage.page.show();
        QCOMPARE(stage.shown(), QList<TaskId> { 5 });
        QTRY_VERIFY(stage.table->isVisible());
    }

    void aStretchOfTimeIsAskedFor()
    {
        Stage stage;
        stage.choose("timeFilter", QStringLiteral("From … to …"));
        QVERIFY(stage.chips().isEmpty()); // not before it is known
        auto* dialog = stage.find<QDialog>("timeRangeDialog");
        QVERIFY(dialog && dialog->isVisible());
        auto* from = stage.find<QDateTimeEdit>("rangeFromEdit");
        auto* to = stage.find<QDateTimeEdit>("rangeToEdit");
        auto* show = stage.find<QPushButton>("showRangeButton");
        QCOMPARE(from->time(), QTime(8, 0));
        QCOMPARE(to->time(), QTime(23, 59));
        to->setDateTime(from->dateTime().addSecs(-60));
        QVERIFY(!show->isEnabled());
        from->setDateTime(QDateTime(QDate(2026, 6, 1), QTime(8, 6), Qt::UTC));
        to->setDateTime(QDateTime(QDate(2026, 6, 1), QTime(8, 30), Qt::UTC));
        QVERIFY(show->isEnabled());
        show->click();
        QCOMPARE(stage.shown(), QList<TaskId> { 7000000002 }); // at 8:30, the last minute
        QCOMPARE(stage.chips(), QStringList { QStringLiteral("Goes out from 1 Jun 2026 08:06 to 1 Jun 2026 08:30") });
        stage.choose("audienceFilter", QStringLiteral("Tag"));
        QCOMPARE(stage.shown().size(), 1); // the stretch stays
        QTRY_VERIFY(!stage.find<QDialog>("timeRangeDialog"));
        stage.choose("timeFilter", QStringLiteral("From … to …"));
        QCOMPARE(stage.find<QDateTimeEdit>("rangeToEdit")->time(), QTime(8, 30)); // as it was entered
        stage.find<QPushButton>("closeButton")->click();
        QCOMPARE(stage.shown().size(), 1);
    }

    void chipsWrapAndLongWordsAreCut()
    {
        Stage stage;
        for (const auto& [box, words] :
            { std::pair("statusFilter", "Can be cancelled"), std::pair("audienceFilter", "Everybody"),
                std::pair("timeFilter", "Next 24 hours"), std::pair("resultFilter", "Kept scheduled") })
            stage.choose(box, QString::fromLatin1(words));
        for (const Qt::LayoutDirection direction : { Qt::LeftToRight, Qt::RightToLeft }) {
            stage.page.setLayoutDirection(direction);
            stage.page.resize(600, 500);
            Stage::settle();
            const auto* row = stage.find<QWidget>("chipRow");
            const auto* first = stage.find<QWidget>("chip0");
            const auto* second = stage.find<QWidget>("chip1");
            QCOMPARE(first->x() < second->x(), direction == Qt::LeftToRight);
            for (const char* name : { "chip0", "chip1", "chip2", "chip3", "clearChipsButton" }) {
                const auto* part = stage.find<QWidget>(name);
                QVERIFY2(part->isVisible() && row->rect().contains(part->geometry()), name);
                QVERIFY2(part->width() >= part->sizeHint().width(), name); // there is room: no word is cut
            }
            QVERIFY(stage.find<QWidget>("clearChipsButton")->y() > first->y());
            stage.page.resize(1200, 500);
            Stage::settle();
            QCOMPARE(stage.find<QWidget>("clearChipsButton")->y(), first->y());
        }
    }

    void allThatAFilterLeavesAreSelectedAtOnce()
    {
        Stage stage;
        auto* all = stage.find<QPushButton>("selectAllButton");
        QTRY_VERIFY(!all->isVisible()); // nothing is filtered
        stage.choose("audienceFilter", QStringLiteral("Tag"));
        QTRY_VERIFY(all->isVisible());
        QCOMPARE(all->text(), QStringLiteral("Select all 3"));
        stage.page.selectTask(7000000001);
        QTRY_VERIFY(all->isVisible());
        const auto trailingEdge = [&stage] {
            const auto* counter = stage.find<QLabel>("counter");
            return counter->mapTo(&stage.page, QPoint(counter->width(), 0));
        };
        const QPoint before = trailingEdge();
        all->click();
        QCOMPARE(stage.selected().size(), 3);
        QTRY_VERIFY(!all->isVisible());
        Stage::settle();
        QCOMPARE(trailingEdge(), before);
        stage.table->clearSelection();
        QTRY_VERIFY(all->isVisible());
        stage.choose("audienceFilter", QStringLiteral("Any audience"));
        QTRY_VERIFY(!all->isVisible());
    }

    void theSoonestOfWhatIsShownIsAlwaysSaid()
    {
        Stage stage;
        QTRY_COMPARE(stage.counter(), QStringLiteral("4 pushes · soonest in 5 min"));
        stage.page.selectTask(7000000002);
        QTRY_COMPARE(
            stage.counter(), QStringLiteral("4 pushes · soonest in 5 min · 1 selected · soonest of them in 30 min"));
        stage.page.selectTask(7000000001);
        QTRY_COMPARE(stage.counter(), QStringLiteral("4 pushes · soonest in 5 min · 1 selected"));
        stage.table->clearSelection();
        stage.search->setText(QStringLiteral("cart"));
        QTRY_COMPARE(stage.counter(), QStringLiteral("1 of 4 pushes shown · soonest in 30 min"));
        Task sooner = *stage.page.model().task(7000000002);
        sooner.goesOutAt = stage.clock.now.addSecs(1200);
        stage.page.model().putTasks({ sooner });
        QTRY_COMPARE(stage.counter(), QStringLiteral("1 of 4 pushes shown · soonest in 20 min"));
        stage.search->setText(QStringLiteral("flash")); // it went out
        QTRY_COMPARE(stage.counter(), QStringLiteral("1 of 4 pushes shown"));
    }

    void aViewIsSavedOpenedRenamedAndRemoved()
    {
        Stage stage;
        stage.page.openViews(AppKey { QStringLiteral("shop/1") });
        const auto answer = [&](const QString& name, const char* button) {
            stage.find<QLineEdit>("viewNameEdit")->setText(name);
            stage.find<QPushButton>(button)->click();
            QTRY_VERIFY(!stage.find<QDialog>("viewNameDialog"));
        };
        const auto entry = [&](const char* menu, const QString& text) -> QAction* {
            Q_EMIT stage.find<QMenu>("viewsMenu")->aboutToShow();
            for (QAction* one : stage.find<QMenu>(menu)->actions()) {
                if (one->text() == text)
                    return one;
            }
            return nullptr;
        };
        stage.search->setText(QStringLiteral("sale"));
        stage.choose("timeFilter", QStringLiteral("Next 24 hours"));
        stage.table->sortByColumn(TaskModel::Push, Qt::DescendingOrder);
        stage.page.takePasted({ 7000000001 });
        entry("viewsMenu", QStringLiteral("&Save this view…"))->trigger();
        answer(QStringLiteral("  Q&A  sales "), "saveViewButton");
        QAction* view = entry("viewsMenu", QStringLiteral("Q&&A sales"));
        QVERIFY(view && view->isChecked());

        stage.page.forgetApp();
        stage.page.openViews(AppKey { QStringLiteral("another/2") });
        QVERIFY(!entry("viewsMenu", QStringLiteral("Q&&A sales")));
        stage.page.openViews(AppKey { QStringLiteral("shop/1") });
        stage.page.model().setTasks(samples::four(stage.clock));
        QCOMPARE(stage.shown().size(), 4);
        entry("viewsMenu", QStringLiteral("Q&&A sales"))->trigger();
        QCOMPARE(stage.search->text(), QStringLiteral("sale"));
        QCOMPARE(stage.chips(), QStringList { QStringLiteral("Goes out in the next 24 hours") });
        QCOMPARE(stage.shown(), (QList<TaskId> { 7000000003, 7000000001 }));
        QCOMPARE(stage.table->horizontalHeader()->sortIndicatorSection(), int(TaskModel::Push));

        entry("renameViewMenu", QStringLiteral("Q&&A sales"))->trigger();
        answer(QStringLiteral("Sales"), "saveViewButton");
        QVERIFY(entry("viewsMenu", QStringLiteral("Sales")) && !entry("viewsMenu", QStringLiteral("Q&&A sales")));
        entry("removeViewMenu", QStringLiteral("Sales"))->trigger();
        stage.find<QPushButton>("keepViewButton")->click();
        QVERIFY(entry("viewsMenu", QStringLiteral("Sales")));
        QTRY_VERIFY(!stage.find<QDialog>("removeViewQuestion"));
        entry("removeViewMenu", QStringLiteral("Sales"))->trigger();
        stage.find<QPushButton>("removeViewButton")->click();
        QVERIFY(!entry("viewsMenu", QStringLiteral("Sales")));
        QCOMPARE(stage.shown().size(), 2); // what is shown stays
    }

    void aNameThatIsTakenIsAskedAbout()
    {
        Stage stage;
        stage.page.openViews(AppKey { QStringLiteral("shop/1") });
        const auto save = [&] {
            for (QAction* one : stage.find<QMenu>("viewsMenu")->actions()) {
                if (one->objectName() == QStringLiteral("saveViewAction"))
                    one->trigger();
            }
            stage.find<QLineEdit>("viewNameEdit")->setText(QStringLiteral("mine"));
            stage.find<QPushButton>("saveViewButton")->click();
        };
        const auto open = [&] { stage.find<QMenu>("viewsMenu")->actions().first()->trigger(); };
        QVERIFY(!stage.find<QDialog>("viewNameDialog"));
        save();
        QTRY_VERIFY(!stage.find<QDialog>("viewNameDialog"));
        stage.search->setText(QStringLiteral("sale"));
        save();
        QVERIFY(stage.find<QDialog>("replaceViewQuestion"));
        stage.find<QPushButton>("keepViewButton")->click();
        QVERIFY(stage.find<QDialog>("viewNameDialog")->isVisible()); // for another name
        open();
        QCOMPARE(stage.search->text(), QString());
        QTRY_VERIFY(!stage.find<QDialog>("replaceViewQuestion"));
        stage.search->setText(QStringLiteral("sale"));
        stage.find<QPushButton>("saveViewButton")->click();
        stage.find<QPushButton>("replaceViewButton")->click();
        QTRY_VERIFY(!stage.find<QDialog>("viewNameDialog"));
        stage.search->clear();
        open();
        QCOMPARE(stage.search->text(), QStringLiteral("sale"));
    }

    void shiftAndAClickSortByAColumnToo()
    {
        Stage stage;
        QHeaderView* header = stage.table->horizontalHeader();
        const auto click = [&](int column, Qt::KeyboardModifiers keys) {
            const QPoint place(header->sectionViewportPosition(column) + 30, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, keys, place);
        };
        const auto heading = [&](int column) {
            return stage.table->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        };
        click(TaskModel::AudienceColumn, Qt::NoModifier);
        QCOMPARE(stage.shown(), (QList<TaskId> { 7000000003, 7000000001, 7000000002, 7000000004 }));
        QCOMPARE(heading(TaskModel::AudienceColumn), QStringLiteral("Audience"));
        click(TaskModel::TimeLeft, Qt::ShiftModifier);
        QCOMPARE(stage.shown(), (QList<TaskId> { 7000000003, 7000000004, 7000000001, 7000000002 }));
        QCOMPARE(heading(TaskModel::AudienceColumn), QStringLiteral("Audience ¹"));
        QCOMPARE(heading(TaskModel::TimeLeft), QStringLiteral("Time left ↑²"));
        click(TaskModel::TimeLeft, Qt::ShiftModifier);
        QCOMPARE(stage.shown(), (QList<TaskId> { 7000000003, 7000000002, 7000000001, 7000000004 }));
        QCOMPARE(heading(TaskModel::TimeLeft), QStringLiteral("Time left ↓²"));
        click(TaskModel::AudienceColumn, Qt::ShiftModifier);
        QCOMPARE(stage.shown(), (QList<TaskId> { 7000000002, 7000000001, 7000000004, 7000000003 }));

        const QList<QAction*> then = stage.find<QMenu>("thenByMenu")->actions();
        QVERIFY(then.at(TaskModel::TimeLeft)->isChecked() && !then.at(TaskModel::AudienceColumn)->isEnabled());
        then.at(TaskModel::Status)->trigger();
        QCOMPARE(heading(TaskModel::Status), QStringLiteral("Status ↑³"));
        stage.page.remember();
        TaskPage again(stage.settings, stage.clock);
        QCOMPARE(again.filter().sortKeys(), stage.page.filter().sortKeys());
        QCOMPARE(again.filter().sortKeys().size(), 3);
        then.at(TaskModel::TimeLeft)->trigger();
        QCOMPARE(heading(TaskModel::Status), QStringLiteral("Status ↑²"));
        click(TaskModel::AudienceColumn, Qt::NoModifier);
        QCOMPARE(stage.page.filter().sortKeys().size(), 1);
        QCOMPARE(heading(TaskModel::Status), QStringLiteral("Status"));
        QVERIFY(!then.at(TaskModel::Status)->isChecked());
    }

    void whatWasLookedForInOneAppHidesNothingInAnother()
    {
        Stage stage;
        stage.search->setText(QStringLiteral("nothing like it"));
        stage.choose("statusFilter", QStringLiteral("Cancelled"));
        QVERIFY(stage.shown().isEmpty());
        stage.page.forgetApp();
        stage.page.model().setTasks(samples::four(stage.clock));
        QCOMPARE(stage.shown().size(), 4);
        QVERIFY(stage.search->text().isEmpty());
    }

    void noTimeAndNoStatusIsCut_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedStates);
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
        QTest::newRow("Arabic") << QLocale(QLocale::Arabic, QLocale::Egypt);
    }

    void noTimeAndNoStatusIsCut()
    {
        QFETCH(const QLocale, locale);
        QLocale::setDefault(locale);
        Stage stage;
        QList<Task> tasks = oneOfEachStatus(stage.clock);
        for (int i = 0; i < 300; ++i)
            tasks.append(samples::task(stage.clock, 1000 + i, QStringLiteral("Push"), i * 1789));
        for (const bool compact : { false, true }) {
            stage.page.setCompact(compact);
            stage.page.model().setTasks(tasks);
            for (int row = 0; row < stage.table->model()->rowCount(); ++row) {
                for (const int column : { int(TaskModel::AudienceColumn), int(TaskModel::GoesOut), int(TaskModel::Utc),
                         int(TaskModel::TimeLeft), int(TaskModel::Status), int(TaskModel::Id) }) {
                    const QModelIndex index = stage.cell(row, column);
                    if (!stage.table->isColumnHidden(column) && !index.data().toString().isEmpty())
                        QVERIFY2(
                            !stage.tip(index).contains(index.data().toString()), qPrintable(index.data().toString()));
                }
            }
        }
    }

    void whatIsCutIsSaidWhole()
    {
        Stage stage;
        Task task = samples::task(stage.clock, 5, QStringLiteral("long ").repeated(50), 3);
        stage.page.model().putTasks({ task });
        QVERIFY(stage.tip(stage.cell(1, TaskModel::Push)).contains(task.title));
        QCOMPARE(stage.tip(stage.cell(2, TaskModel::Push)), QString()); // "Summer sale"
    }

    // Its rows are scrolled away; the counter names it all the same.
    void theCounterTicksForWhatIsOutOfSight()
    {
        Stage stage;
        QList<Task> tasks = many(stage.clock, 60);
        for (Task& task : tasks)
            task.goesOutAt = task.goesOutAt.addSecs(3 * 86400);
        tasks[59].goesOutAt = stage.clock.now.addSecs(27);
        stage.page.model().setTasks(tasks);
        stage.table->sortByColumn(TaskModel::GoesOut, Qt::DescendingOrder); // the soonest is the last
        stage.table->scrollToTop();
        stage.page.selectAll();
        Stage::settle();
        QVERIFY2(stage.counter().contains(QStringLiteral("soonest in 27 s")), qPrintable(stage.counter()));
        stage.clock.now = stage.clock.now.addSecs(1);
        QTRY_VERIFY_WITH_TIMEOUT(stage.counter().contains(QStringLiteral("soonest in 26 s")), 3'000);
        stage.clock.now = stage.clock.now.addSecs(30);
        QTRY_VERIFY_WITH_TIMEOUT(stage.counter().contains(QStringLiteral("soonest in 3 d")), 3'000);
    }

    void whatIsLeastNeededGoesWhileThereIsNoRoomForIt()
    {
        Stage stage;
        const auto isShown = [&stage](int column) { return !stage.table->isColumnHidden(column); };
        stage.page.resize(1300, 500);
        QVERIFY(isShown(TaskModel::Note) && isShown(TaskModel::LastResult));
        const int note = stage.table->columnWidth(TaskModel::Note);
        stage.page.resize(795, 500); // 819 with its margins
        Stage::settle();
        QVERIFY(!isShown(TaskModel::Note) && !isShown(TaskModel::LastResult));
        QCOMPARE(stage.table->horizontalScrollBar()->maximum(), 0);
        stage.page.resize(1300, 500);
        QVERIFY(isShown(TaskModel::Note) && isShown(TaskModel::LastResult));
        QCOMPARE(stage.table->columnWidth(TaskModel::Note), note);
        stage.page.resize(616, 500);
        Stage::settle();
        QVERIFY2(stage.table->horizontalScrollBar()->maximum() <= 200,
            qPrintable(QString::number(stage.table->horizontalScrollBar()->maximum())));
    }

    void aColumnThatAPersonShowsStaysInANarrowWindow()
    {
        Stage stage;
        stage.page.resize(795, 500);
        QMenu* columns = stage.page.columnActions().at(1)->menu();
        Q_EMIT columns->aboutToShow();
        QAction* note = columns->actions().last();
        QVERIFY(!note->isChecked());
        note->trigger();
        QVERIFY(!stage.table->isColumnHidden(TaskModel::Note));
        stage.page.resize(700, 500);
        QVERIFY(!stage.table->isColumnHidden(TaskModel::Note));
        stage.page.remember();
        TaskPage again(stage.settings, stage.clock);
        again.resize(795, 500);
        again.show();
        const auto* table = again.findChild<QTableView*>(QStringLiteral("taskTable"));
        QVERIFY(!table->isColumnHidden(TaskModel::Note) && table->isColumnHidden(TaskModel::LastResult));
        note->trigger();
        stage.page.resize(1400, 500);
        QVERIFY(stage.table->isColumnHidden(TaskModel::Note)); // hidden by hand
    }

    void theTitleTakesWhatIsLeftAndGivesWayFirst()
    {
        Stage stage;
        const int status = stage.table->columnWidth(TaskModel::Status);
        const int title = stage.table->columnWidth(TaskModel::Push);
        stage.page.resize(1500, 500);
        QCOMPARE(stage.table->columnWidth(TaskModel::Push), std::max(title, title + 300));
        stage.page.resize(700, 500);
        QCOMPARE(stage.table->columnWidth(TaskModel::Status), status);
        QVERIFY(stage.table->columnWidth(TaskModel::Push) >= 100);
        stage.table->setColumnWidth(TaskModel::Push, 333); // as a person drags it
        stage.page.resize(1500, 500);
        QCOMPARE(stage.table->columnWidth(TaskModel::Push), 333);
    }

    void aNarrowWindowHasRoomForAllChoices()
    {
        Stage stage;
        stage.page.takePasted({ 7000000001, 7000000002 });
        QVERIFY2(stage.page.minimumSizeHint().width() <= 600,
            qPrintable(QString::number(stage.page.minimumSizeHint().width())));
        stage.page.resize(600, 400);
        Stage::settle();
        for (const char* name : { "filterButton", "pastedFilter", "searchBox" }) {
            const auto* part = stage.find<QWidget>(name);
            QVERIFY2(part->isVisible() && part->geometry().right() < 600, name);
        }
    }

    void selectingMovesNothing()
    {
        Stage stage;
        for (const int width : { 1200, 800, 600 }) {
            stage.page.resize(width, 400);
            stage.table->clearSelection();
            Stage::settle();
            const QPoint place = stage.table->mapTo(&stage.page, QPoint());
            stage.table->selectAll();
            Stage::settle();
            QVERIFY(stage.counter().contains(QStringLiteral("4 selected")));
            QCOMPARE(stage.table->mapTo(&stage.page, QPoint()), place);
        }
    }

    void aPushWithoutAudienceSaysWhyItCannotBeCancelled()
    {
        Stage stage;
        Task task = samples::task(stage.clock, 5, QStringLiteral("Typed"), 10);
        task.status = TaskStatus::NotRead;
        task.audience.reset();
        stage.page.model().setTasks({ task });
        TaskModel& model = stage.page.model();
        const QModelIndex status = model.index(0, TaskModel::Status);
        QCOMPARE(status.data().toString(), QStringLiteral("Audience not known"));
        for (const int column : { int(TaskModel::Status), int(TaskModel::AudienceColumn) }) {
            const QModelIndex cell = model.index(0, column);
            QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("F2")));
            QVERIFY(cell.data(Qt::AccessibleDescriptionRole).toString().contains(QStringLiteral("F2")));
        }
        task.audience = Audience::Tag;
        model.putTasks({ task });
        QVERIFY(!status.data(Qt::ToolTipRole).toString().contains(QStringLiteral("F2")));
        QCOMPARE(status.data(Qt::AccessibleDescriptionRole).toString(), QString());
        QVERIFY(status.data().toString() != QStringLiteral("Audience not known"));
    }
};

QTEST_MAIN(TaskPageTest)
#include "tst_taskpage.moc"
