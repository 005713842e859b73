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
    void wordsAreLookedForInTitleIdAndNote_data();
    void wordsAreLookedForInTitleIdAndNote();
    void statusShowsWhatCanBeCancelled();
    void whatHasNoKnownStatusNeedsALook();
    void audienceAndTimeNarrowTogether();
    void aPassedTimeComesAndGoesWithTheClock();
    void soonestComesFirst();
    void theProxyKeepsTheRulesOfAModel();
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

void TaskFilterTest::wordsAreLookedForInTitleIdAndNote_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << QString() << 4;
    QTest::newRow("title, any case") << QStringLiteral("SALE") << 2;
    QTest::newRow("two words, any order") << QStringLiteral("sale  summer") << 1;
    QTest::newRow("ID") << QStringLiteral("0000004") << 1;
    QTest::newRow("note") << QStringLiteral("mei") << 1;
    QTest::newRow("no pattern") << QStringLiteral(".*") << 0;
}

void TaskFilterTest::wordsAreLookedForInTitleIdAndNote()
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
    QCOMPARE(m_filter->rowCount(), 2);
    m_filter->setStatus(TaskFilter::StatusChoice::UnderWay);
    QCOMPARE(m_filter->rowCount(), 1);
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
    QCOMPARE(m_filter->taskAt(0).id, 7000000004);
    QCOMPARE(m_filter->taskAt(3).id, 7000000003);
    QCOMPARE(m_filter->proxyRowOf(7000000001), 1);
    m_filter->setWords(QStringLiteral("cart"));
    QCOMPARE(m_filter->proxyRowOf(7000000001), -1);
}

void TaskFilterTest::theProxyKeepsTheRulesOfAModel()
{
    const QAbstractItemModelTester tester(m_filter.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_filter->sort(TaskModel::Push);
    m_filter->setWords(QStringLiteral("sale"));
    m_model->putTasks({ samples::task(m_clock, 9, QStringLiteral("Autumn sale"), 3) });
    m_model->removeTasks({ 7000000003 });
    QCOMPARE(m_filter->rowCount(), 2);
}

void TaskFilterTest::tenThousandRowsSortFast()
{
    QList<Task> many;
    for (int i = 0; i < 10'000; ++i)
        many.append(samples::task(m_clock, 1 + i, QString::number((i * 7919) % 10'007), (i * 7919) % 10'007));
    m_model->setTasks(many);
    QElapsedTimer timer;
    timer.start();
    m_filter->sort(TaskModel::GoesOut);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(TaskFilterTest)
#include "tst_taskfilter.moc"
