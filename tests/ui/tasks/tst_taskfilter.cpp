#include "ui/tasks/taskfilter.h"
#include "ui/tasks/taskmodel.h"
#include "ui/uisamples.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace pushbrake;

class TaskFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wordsAreLookedForInTitleTextIdAndNote_data();
    void wordsAreLookedForInTitleTextIdAndNote();
    void statusShowsWhatCanBeCancelled();
    void whatHasNoKnownStatusNeedsALook();
    void audienceAndTimeNarrowTogether();
    void aPassedTimeComesAndGoesWithTheClock();
    void soonestComesFirst();
    void untimedTasksSortAfterTimedOnes();
    void titlesCountTheirNumbers();
    void theProxyKeepsTheRulesOfAModel();
    void tenThousandRowsSortFast_data();
    void tenThousandRowsSortFast();

private:
    samples::StillClock m_clock;
    std::unique_ptr<TaskModel> m_model;
    std::unique_ptr<TaskFilter> m_filter;
};

void TaskFilterTest::init()
{
    m_filter.reset();
    m_clock = {};
    m_model = std::make_unique<TaskModel>(m_clock);
    m_filter = std::make_unique<TaskFilter>(*m_model);
    m_model->setTasks(samples::four(m_clock));
}

void TaskFilterTest::wordsAreLookedForInTitleTextIdAndNote_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << QString() << 4;
    QTest::newRow("title, any case") << QStringLiteral("SALE") << 2;
    QTest::newRow("two words, any order") << QStringLiteral("sale  summer") << 1;
    QTest::newRow("ID") << QStringLiteral("0000004") << 1;
    QTest::newRow("note") << QStringLiteral("mei") << 1;
    QTest::newRow("text") << QStringLiteral("basket") << 1;
    QTest::newRow("text and note") << QStringLiteral("basket mei") << 1;
    QTest::newRow("several IDs mean any") << QStringLiteral("7000000001, 7000000004;7000000002\n99") << 3;
    QTest::newRow("parts of IDs, too") << QStringLiteral("0001 0004") << 2;
    QTest::newRow("a word beside numbers: all of them") << QStringLiteral("sale 7000000001 7000000003") << 0;
    QTest::newRow("words with commas") << QStringLiteral("sale, winter") << 1;
    QTest::newRow("nothing but commas") << QStringLiteral(" ,; ") << 4;
    QTest::newRow("no pattern") << QStringLiteral(".*") << 0;
}

void TaskFilterTest::wordsAreLookedForInTitleTextIdAndNote()
{
    QFETCH(const QString, words);
    m_filter->setWords(words);
    QTEST(m_filter->rowCount(), "rows");
}

void TaskFilterTest::statusShowsWhatCanBeCancelled()
{
    m_filter->setStatus(TaskFilter::StatusChoice::CanBeCancelled);
    QCOMPARE(m_filter->rowCount(), 3);
    m_model->setRunState(7000000001, RunState::Queued);
    QCOMPARE(m_filter->rowCount(), 3);
    QCOMPARE(m_filter->shownForRun(), 1); // it cannot be cancelled twice, but nobody loses it from sight
    m_filter->setStatus(TaskFilter::StatusChoice::UnderWay);
    QCOMPARE(m_filter->rowCount(), 1);
    QCOMPARE(m_filter->shownForRun(), 0);
}

void TaskFilterTest::whatHasNoKnownStatusNeedsALook()
{
    m_filter->setStatus(TaskFilter::StatusChoice::NeedsLook);
    QCOMPARE(m_filter->rowCount(), 0);
    Task task = *m_model->task(7000000001);
    task.status = TaskStatus::Other;
    m_model->putTasks({ task });
    QCOMPARE(m_filter->rowCount(), 1);
    task.lastOutcome = Outcome::Cancelled;
    m_model->putTasks({ task });
    QCOMPARE(m_filter->rowCount(), 0);
}

void TaskFilterTest::audienceAndTimeNarrowTogether()
{
    m_filter->setTime(TaskFilter::TimeChoice::NextHour);
    QCOMPARE(m_filter->rowCount(), 2);
    m_filter->setTime(TaskFilter::TimeChoice::NextDay);
    m_filter->setAudience(Audience::All);
    QCOMPARE(m_filter->rowCount(), 1);
    QVERIFY(m_filter->isFiltering());
}

void TaskFilterTest::aPassedTimeComesAndGoesWithTheClock()
{
    m_filter->setTime(TaskFilter::TimeChoice::Past);
    QCOMPARE(m_filter->rowCount(), 1);
    m_clock.now = m_clock.now.addSecs(6 * 60);
    m_filter->clockMoved();
    QCOMPARE(m_filter->rowCount(), 2);
}

void TaskFilterTest::soonestComesFirst()
{
    m_filter->sort(TaskModel::GoesOut);
    QCOMPARE(m_filter->idAt(0), 7000000004);
    QCOMPARE(m_filter->idAt(3), 7000000003);
    QCOMPARE(m_filter->rowOf(7000000001), 1);
    m_filter->setWords(QStringLiteral("cart"));
    QCOMPARE(m_filter->rowOf(7000000001), -1);
}

void TaskFilterTest::untimedTasksSortAfterTimedOnes()
{
    Task untimed = samples::task(m_clock, 1, {}, 0);
    untimed.goesOutAt = {};
    m_model->setTasks({});
    m_model->setTasks({ untimed, samples::task(m_clock, 2, {}, 60000) });
    for (const int column : { int(TaskModel::GoesOut), int(TaskModel::Utc), int(TaskModel::TimeLeft) }) {
        m_filter->sort(column);
        QCOMPARE(m_filter->rowOf(1), 1);
    }
}

void TaskFilterTest::titlesCountTheirNumbers()
{
    int id = 0;
    QList<Task> tasks;
    for (const char* title : { "Campaign 20", "campaign 2", "Campaign 19", "Apple", "Campaign 2 b" })
        tasks.append(samples::task(m_clock, ++id, QString::fromLatin1(title), 5));
    m_model->setTasks({});
    m_model->setTasks(tasks);
    m_filter->sort(TaskModel::Push);
    QList<TaskId> order;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        order.append(m_filter->idAt(row));
    QCOMPARE(order, (QList<TaskId> { 4, 2, 5, 3, 1 }));
    tasks[3].title = QStringLiteral("Zebra");
    m_model->putTasks(tasks);
    QCOMPARE(m_filter->idAt(4), 4);
}

void TaskFilterTest::theProxyKeepsTheRulesOfAModel()
{
    const QAbstractItemModelTester tester(m_filter.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_filter->sort(TaskModel::Push);
    m_filter->setWords(QStringLiteral("sale"));
    m_model->putTasks({ samples::task(m_clock, 9, QStringLiteral("Autumn sale"), 3) });
    m_model->removeTasks({ 7000000003 });
    QCOMPARE(m_filter->rowCount(), 2);
    m_filter->setWords({});
    QList<Task> many;
    for (TaskId id = 1; id <= 100; ++id)
        many.append(samples::task(m_clock, id, QStringLiteral("Sale %1").arg(id), int(id)));
    m_model->setTasks(many);
    many.removeIf([](const Task& task) { return task.id % 3 == 0; });
    m_model->setTasks(many);
    QCOMPARE(m_filter->rowCount(), 67);
}

void TaskFilterTest::tenThousandRowsSortFast_data()
{
    QTest::addColumn<int>("column");
    QTest::newRow("time") << int(TaskModel::GoesOut);
    QTest::newRow("title") << int(TaskModel::Push);
}

void TaskFilterTest::tenThousandRowsSortFast()
{
    QFETCH(const int, column);
    QList<Task> many;
    for (int i = 0; i < 10'000; ++i)
        many.append(samples::task(m_clock, 1 + i, QString::number((i * 7919) % 10'007), (i * 7919) % 10'007));
    m_model->setTasks(many);
    QElapsedTimer timer;
    timer.start();
    m_filter->sort(column);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(TaskFilterTest)
#include "tst_taskfilter.moc"
