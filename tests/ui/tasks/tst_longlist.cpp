// A list that is too long to be kept: it must do what a short one does, a moment later.
#include "store/database.h"
#include "support/listservice.h"
#include "ui/parts/notices.h"
#include "ui/tasks/listexport.h"
#include "ui/tasks/listsource.h"
#include "ui/tasks/taskpage.h"
#include "ui/uisamples.h"
#include "ui/words/language.h"

#include <QAbstractItemModelTester>
#include <QFileDialog>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace pushbrake;

namespace {

constexpr int many = 30'000; ///< is filtered on another thread
const AppKey shop { QStringLiteral("shop/1") };

QList<Task> tasksOf(const Clock& clock, int count)
{
    QRandomGenerator random(11);
    QList<Task> tasks;
    for (int number = 1; number <= count; ++number) {
        Task task = samples::task(clock, number, QStringLiteral("Campaign %1").arg(random.bounded(5'000)),
            random.bounded(-20'000, 20'000), Audience(random.bounded(3)));
        task.status = TaskStatus(random.bounded(6));
        task.readFromService = true;
        if (random.bounded(4) == 0)
            task.note = QStringLiteral("asked by Mei");
        if (random.bounded(6) == 0)
            task.description = QStringLiteral("Half price today");
        if (random.bounded(3) == 0) {
            task.lastOutcome = Outcome(random.bounded(6));
            task.lastResultAt = clock.utcNow().addSecs(-random.bounded(100'000));
        }
        if (random.bounded(9) == 0)
            task.goesOutAt = {};
        if (random.bounded(9) == 0)
            task.audience.reset();
        tasks.append(task);
    }
    return tasks;
}

struct Told final : Notices
{
    int tell(NoticeKind kind, const QString&, const QString&) override
    {
        kinds.append(kind);
        return int(kinds.size());
    }
    void takeBack(int) override { }
    void clear() override { }

    QList<NoticeKind> kinds;
};

/// The page over a real file.
struct Stage
{
    explicit Stage(int count = many)
        : tasks(tasksOf(clock, count))
    {
        // From two files, typed, read, and from nobody knows where.
        const QList<std::optional<QString>> files { QStringLiteral("first.csv"), QStringLiteral("second.csv"), {}, {},
            {} };
        for (qsizetype part = 0; part < files.size(); ++part) {
            QList<Task> some;
            for (qsizetype i = part; i < tasks.size(); i += files.size()) {
                tasks[i].origin = part == 2 ? origin::typed : part == 3 ? origin::service : origin::notKnown;
                some.append(tasks.at(i));
            }
            if (!list.add(shop, some, files.at(part)))
                qFatal("The tasks could not be written.");
            for (qsizetype i = part; files.at(part) && i < tasks.size(); i += files.size())
                tasks[i].origin = quint16(origin::firstFile + part);
        }
        page.resize(1200, 500);
        page.show();
        source.open(shop);
    }

    bool isAtRest() { return !page.model().isLoading() && !page.filter().isWorking(); }
    bool settle()
    {
        const bool isSettled = QTest::qWaitFor([this] { return isAtRest(); }, 30'000);
        QCoreApplication::processEvents();
        return isSettled && isAtRest();
    }
    template<typename T> T* find(const char* name) { return page.findChild<T*>(QString::fromLatin1(name)); }

    QTemporaryDir folder;
    QSettings settings { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    samples::StillClock clock;
    QList<Task> tasks;
    std::unique_ptr<Database> database = *Database::open(folder.filePath(QStringLiteral("data/known.db")));
    TaskList list { *database };
    TaskPage page { settings, clock };
    ListSource source { list, page.model(), page.filter(), nullptr };
};

} // namespace

class LongListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp); }

    void everyFilterAndOrderIsThatOfAShortList()
    {
        Stage stage;
        QVERIFY(stage.settle());
        QVERIFY(stage.page.model().isLong());
        TaskModel model(stage.clock);
        TaskFilter whole(model);
        model.setTasks(stage.tasks);
        TaskFilter& filter = stage.page.filter();
        const auto isTheSame = [&] {
            if (!stage.settle() || filter.rowCount() != whole.rowCount())
                return false;
            for (int row = 0; row < whole.rowCount(); ++row) {
                if (filter.idAt(row) != whole.idAt(row))
                    return false;
            }
            return true;
        };
        const auto both = [&](auto change) {
            change(filter);
            change(whole);
        };
        for (int column = 0; column < TaskModel::ColumnCount; ++column) {
            for (const Qt::SortOrder order : { Qt::DescendingOrder, Qt::AscendingOrder }) {
                both([&](TaskFilter& one) { one.sort(column, order); });
                QVERIFY2(isTheSame(), qPrintable(QString::number(column)));
            }
        }
        const QList<SortKeys> orders { { { TaskModel::Note }, { TaskModel::Status, Qt::DescendingOrder } },
            { { TaskModel::AudienceColumn, Qt::DescendingOrder }, { TaskModel::Push }, { TaskModel::LastResult } },
            { { TaskModel::GoesOut } } };
        for (const SortKeys& order : orders) {
            both([&](TaskFilter& one) { one.sortBy(order); });
            QVERIFY2(isTheSame(), qPrintable(wordsOf(order).join(u' ')));
        }
        for (int status = 0; status < statusChoiceCount; ++status) {
            both([&](TaskFilter& one) { one.setStatus(StatusChoice(status)); });
            QVERIFY2(isTheSame(), qPrintable(QString::number(status)));
        }
        both([](TaskFilter& one) { one.setStatus(StatusChoice::Any); });
        for (const TimeChoice time : { TimeChoice::NextHour, TimeChoice::NextWeek, TimeChoice::Today,
                 TimeChoice::Tomorrow, TimeChoice::Past, TimeChoice::NotKnown, TimeChoice::Any }) {
            both([&](TaskFilter& one) { one.setTime(time); });
            QVERIFY(isTheSame());
        }
        const qint64 now = stage.clock.utcNow().toMSecsSinceEpoch();
        both([&](TaskFilter& one) {
            Narrowing by;
            by.time = TimeChoice::Between;
            by.between = { now - 90'000'000, now + 90'000'000 };
            one.narrow(by);
        });
        QVERIFY(isTheSame() && whole.rowCount() > 1'000 && whole.rowCount() < many);
        both([](TaskFilter& one) { one.setTime(TimeChoice::Any); });
        for (int result = resultChoiceCount - 1; result >= 0; --result) {
            both([&](TaskFilter& one) { one.setResult(ResultChoice(result)); });
            QVERIFY2(isTheSame(), qPrintable(QString::number(result)));
        }
        const QList<OriginChoice> origins { { OriginChoice::Kind::Typed, {} }, { OriginChoice::Kind::Service, {} },
            { OriginChoice::Kind::AnyFile, {} }, { OriginChoice::Kind::File, QStringLiteral("first.csv") },
            { OriginChoice::Kind::File, QStringLiteral("second.csv") },
            { OriginChoice::Kind::File, QStringLiteral("never seen.csv") }, { OriginChoice::Kind::NotKnown, {} }, {} };
        model.setSource(&stage.source); // which knows the files
        QList<int> counts;
        for (const OriginChoice& origin : origins) {
            both([&](TaskFilter& one) { one.setOrigin(origin); });
            QVERIFY2(isTheSame(), qPrintable(origin.file));
            counts.append(whole.rowCount());
        }
        QCOMPARE(counts.at(2), counts.at(3) + counts.at(4));
        QCOMPARE(counts.at(5), 0);
        for (const int other : { 0, 1, 3, 4, 6 })
            QVERIFY(counts.at(other) > 1'000 && counts.at(other) < many / 2);
        for (const char* words : { "campaign 12", "MEI", "29999", "half campaign", "1 2 3", "nowhere", "" }) {
            both([&](TaskFilter& one) { one.setWords(QString::fromLatin1(words)); });
            QVERIFY2(isTheSame(), words);
            both([&](TaskFilter& one) { one.setAudience(Audience::Tag); });
            QVERIFY2(isTheSame(), words);
            both([&](TaskFilter& one) { one.setAudience({}); });
        }
        QVERIFY(isTheSame());
    }

    void whatAFilterHidesComesIntoSightAndIsSelected()
    {
        Stage stage;
        QVERIFY(stage.settle());
        const QList<TaskId> wanted { stage.page.filter().idAt(7), stage.page.filter().idAt(many - 1) };
        QVERIFY(!stage.page.bringIntoSight(wanted)); // nothing hides them
        QCOMPARE(stage.page.selectedIds(), wanted);
        stage.page.filter().setWords(QStringLiteral("nowhere"));
        QVERIFY(stage.settle());
        QCOMPARE(stage.page.selectedCount(), 0);
        QVERIFY(stage.page.bringIntoSight(wanted));
        QTRY_COMPARE_WITH_TIMEOUT(stage.page.selectedIds(), wanted, 20'000);
        QVERIFY(!stage.page.filter().isFiltering());
        QCOMPARE(stage.page.filter().rowCount(), many);
        QVERIFY(
            !stage.page.bringIntoSight({ 999'999'999'999 })); // which the list does not have: nothing else stays for it
        QCOMPARE(stage.page.selectedCount(), 0);
    }

    void anotherOrderTakesThePlaceOfOneThatIsStillMade()
    {
        Stage stage;
        QVERIFY(stage.settle());
        stage.page.filter().sort(TaskModel::Push);
        stage.page.filter().sort(TaskModel::Note);
        QVERIFY(stage.settle());
        const QString last = stage.page.model().task(stage.page.filter().idAt(many - 1))->note;
        QCOMPARE(last, QStringLiteral("asked by Mei"));
        QVERIFY(stage.page.model().task(stage.page.filter().idAt(0))->note.isEmpty());
    }

    void whatCannotBeReadEndsTheWaitingAndIsAskedForOnce()
    {
        Stage stage(3'000); // more than are kept at once
        QVERIFY(stage.settle());
        QVERIFY(stage.page.model().isLong());
        QVERIFY(QSqlQuery(stage.database->connection()).exec(QStringLiteral("ALTER TABLE tasks RENAME TO away")));
        QSignalSpy failed(&stage.source, &ListSource::failed);
        for (const auto& ask :
            QList<std::function<void()>> { [&] { stage.page.filter().setWords(QStringLiteral("campaign")); },
                [&] { stage.page.filter().sort(TaskModel::Push); } }) {
            const qsizetype before = failed.size();
            ask();
            QTRY_VERIFY_WITH_TIMEOUT(failed.size() > before, 10'000);
            QVERIFY(!stage.page.filter().isWorking());
        }
        stage.page.model().beginLong();
        QVERIFY(stage.page.model().isLoading());
        stage.source.readSoon({ 1 });
        QTRY_VERIFY_WITH_TIMEOUT(!stage.page.model().isLoading(), 10'000);

        // The rows that are looked at say no more, and are not asked for at each painting.
        auto* table = stage.find<QTableView>("taskTable");
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
        const qsizetype before = failed.size();
        QTRY_VERIFY_WITH_TIMEOUT(failed.size() > before, 10'000);
        const qsizetype after = failed.size();
        for (int painting = 0; painting < 10; ++painting) {
            table->viewport()->repaint();
            QTest::qWait(20);
        }
        QCOMPARE(failed.size(), after);
    }

    void anExportThatTheListChangesUnderLeavesNothingHalfWritten()
    {
        Stage stage;
        QVERIFY(stage.settle());
        Told told;
        QWidget window;
        const QString path = stage.folder.filePath(QStringLiteral("pushes.csv"));
        const auto exportTo = [&] {
            askWhereToExport(stage.page.shownIds(), stage.page.model(), window, told);
            auto* dialog = window.findChild<QFileDialog*>(QStringLiteral("exportDialog"));
            Q_EMIT dialog->fileSelected(path);
            delete dialog;
        };
        exportTo();
        stage.page.model().removeTasks({ stage.page.shownIds().last() });
        QTRY_COMPARE_WITH_TIMEOUT(told.kinds.size(), 1, 20'000);
        QCOMPARE(told.kinds.last(), NoticeKind::Warning);
        QVERIFY(!QFile::exists(path));
        exportTo();
        QTRY_COMPARE_WITH_TIMEOUT(told.kinds.size(), 2, 20'000);
        QCOMPARE(told.kinds.last(), NoticeKind::Good);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), many); // the heading, and one push fewer
    }

    void whatChangesMeanwhileIsNotLost()
    {
        Stage stage;
        // Put and removed while the list is read: what is read is older.
        Task changed = stage.tasks.at(7);
        changed.status = TaskStatus::Dispatched;
        changed.title = QStringLiteral("Changed meanwhile");
        stage.page.model().putTasks({ changed });
        QVERIFY(stage.list.remove(shop, { stage.tasks.at(8).id }));
        stage.page.model().removeTasks({ stage.tasks.at(8).id });
        QVERIFY(stage.page.model().isLoading());
        QVERIFY(stage.settle());
        QCOMPARE(stage.page.model().task(changed.id)->title, changed.title);
        QVERIFY(!stage.page.model().contains(stage.tasks.at(8).id));
        QCOMPARE(stage.page.filter().rowCount(), many - 1);

        // And while it is filtered.
        stage.page.filter().setStatus(StatusChoice::Sent);
        QVERIFY(stage.page.filter().isWorking());
        Task sent = stage.tasks.at(100);
        sent.status = TaskStatus::Dispatched;
        sent.lastOutcome.reset();
        sent.goesOutAt = stage.clock.utcNow().addDays(1);
        stage.page.model().putTasks({ sent });
        QList<Task> fresh;
        for (TaskId id = 50'000; id < 50'100; ++id) {
            fresh.append(sent);
            fresh.last().id = id;
        }
        stage.page.model().putTasks(fresh);
        stage.page.model().removeTasks({ 50'007 });
        QVERIFY(stage.settle());
        QVERIFY(stage.page.filter().rowOf(sent.id) >= 0);
        QVERIFY(stage.page.filter().rowOf(50'099) >= 0);
        QCOMPARE(stage.page.filter().rowOf(50'007), -1);
    }

    void wordsOfRowsComeAsTheyAreLookedAt()
    {
        Stage stage;
        QVERIFY(stage.settle());
        auto* table = stage.find<QTableView>("taskTable");
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
        const auto title = [&] { return table->model()->index(table->rowAt(20), TaskModel::Push).data().toString(); };
        title();
        QTRY_VERIFY2_WITH_TIMEOUT(title().startsWith(QStringLiteral("Campaign")), qPrintable(title()), 10'000);
    }

    void whatIsSelectedStaysSelectedThroughFiltersAndOrders()
    {
        Stage stage;
        QVERIFY(stage.settle());
        stage.page.selectTask(1234);
        QCOMPARE(stage.page.selectedIds(), QList<TaskId> { 1234 });
        stage.page.filter().sort(TaskModel::Status);
        QVERIFY(stage.settle());
        QCOMPARE(stage.page.selectedIds(), QList<TaskId> { 1234 });
        stage.find<QLineEdit>("searchBox")->setText(QStringLiteral("1234"));
        QVERIFY(stage.settle());
        QCOMPARE(stage.page.selectedIds(), QList<TaskId> { 1234 });
        QCOMPARE(stage.find<QTableView>("taskTable")->currentIndex().row(), stage.page.filter().rowOf(1234));
        stage.find<QLineEdit>("searchBox")->setText(QStringLiteral("777"));
        QVERIFY(stage.settle());
        QVERIFY(stage.page.selectedIds().isEmpty()); // hidden rows are never among them
    }

    void allOfThemAreSelectedAndCounted()
    {
        Stage stage;
        QVERIFY(stage.settle());
        stage.page.selectAll();
        const qint64 now = stage.page.model().nowMs();
        const auto cancellable = [&](const QList<TaskId>& ids) {
            return std::count_if(ids.begin(), ids.end(), [&](TaskId id) {
                const RowFacts& facts = stage.page.model().facts();
                return facts.mayCancel(facts.briefs.at(stage.page.model().rowOf(id)), now);
            });
        };
        QCOMPARE(stage.page.selection().count, many);
        QCOMPARE(stage.page.selection().cancellable, cancellable(stage.page.selectedIds()));
        const QList<Task> tasks = stage.page.cancellableSelection();
        QCOMPARE(tasks.size(), stage.page.selection().cancellable);
        for (const Task& task : tasks)
            QVERIFY(task == stage.tasks.at(task.id - 1)); // with its words
        stage.page.filter().setAudience(Audience::All);
        QVERIFY(stage.settle());
        QCOMPARE(stage.page.selection().count, qsizetype(stage.page.filter().rowCount()));
        QCOMPARE(stage.page.selection().cancellable, cancellable(stage.page.shownIds()));
    }

    void aRunShowsInARowWhateverIsFiltered()
    {
        Stage stage;
        QVERIFY(stage.settle());
        stage.page.filter().setWords(QStringLiteral("nowhere"));
        QVERIFY(stage.settle());
        QCOMPARE(stage.page.filter().rowCount(), 0);
        stage.page.model().setRunState(17, RunState::Sending);
        QVERIFY(stage.settle());
        QCOMPARE(stage.page.filter().rowOf(17), 0);
        stage.page.model().clearRunStates();
        QVERIFY(stage.settle());
        QCOMPARE(stage.page.filter().rowCount(), 0);
    }

    void thousandsThatAreBroughtInMakeAShortListLong()
    {
        Stage stage(1'000);
        QVERIFY(stage.settle());
        QVERIFY(!stage.page.model().isLong());
        stage.page.selectTask(500);
        stage.page.model().setRunState(500, RunState::Sending);
        QList<Task> more = tasksOf(stage.clock, many);
        QVERIFY(stage.list.add(shop, more));
        stage.source.renew(idsOf(more));
        QVERIFY(stage.settle());
        QVERIFY(stage.page.model().isLong());
        QCOMPARE(stage.page.filter().rowCount(), many);
        QCOMPARE(stage.page.selectedIds(), QList<TaskId> { 500 });
        QVERIFY(stage.page.model().isUnderWay(500));
    }

    void theRulesOfAModelAreKept()
    {
        Stage stage(25'000);
        const QAbstractItemModelTester tester(
            &stage.page.filter(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(stage.settle());
        stage.page.filter().setWords(QStringLiteral("mei"));
        QVERIFY(stage.settle());
        stage.page.model().removeTasks({ 3, 4, 5, 1000 });
        stage.page.filter().setWords({});
        stage.page.filter().sort(TaskModel::Push);
        QVERIFY(stage.settle());
        QCOMPARE(stage.page.filter().rowCount(), 25'000 - 4);
    }
};

QTEST_MAIN(LongListTest)
#include "tst_longlist.moc"
