#include "ui/look/theme.h"
#include "ui/tasks/taskmodel.h"
#include "ui/uisamples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pushbrake;

class TaskModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeKeepsTheRulesOfAModel();
    void putChangesKnownRowsAndAddsTheOthersOnce();
    void removingKeepsTheNumbersOfTheRestRight();
    void removingManyLeavesTheOthers();
    void aTaskUnderWayCannotBeCancelledAgain();
    void whatGoesOutWithinAMinuteIsRed();
    void aSettledRunStateGivesWayToTheResult();
    void anUnknownTaskIsSaidToBeUnknown();
    void theIdIsShownWithoutGroupSeparators();
    void noStatusIsAWordToo();
    void aNewRunTakesTheWordOfAnOldOneAway();
    void whatIsGoneCountsDownToNothing();

private:
    samples::StillClock m_clock;
};

void TaskModelTest::everyChangeKeepsTheRulesOfAModel()
{
    TaskModel model(m_clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTasks(samples::four(m_clock));
    model.putTasks(
        { samples::task(m_clock, 7000000002, QStringLiteral("Cart 2"), 31), samples::task(m_clock, 9, {}, 1) });
    model.setRunState(7000000001, RunState::Sending);
    model.removeTasks({ 7000000001, 7000000003, 12345 });
    model.clearRunStates();
    QCOMPARE(model.rowCount(), 3);
    model.setTasks({});
    QCOMPARE(model.rowCount(), 0);
}

void TaskModelTest::putChangesKnownRowsAndAddsTheOthersOnce()
{
    TaskModel model(m_clock);
    model.setTasks(samples::four(m_clock));
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const Task fresh = samples::task(m_clock, 9, QStringLiteral("New"), 1);
    model.putTasks({ samples::task(m_clock, 7000000002, QStringLiteral("Cart 2"), 31), fresh, fresh });
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.task(7000000002)->title, QStringLiteral("Cart 2"));
}

void TaskModelTest::removingKeepsTheNumbersOfTheRestRight()
{
    TaskModel model(m_clock);
    model.setTasks(samples::four(m_clock));
    model.removeTasks({ 7000000003, 7000000002 });
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.rowOf(model.briefAt(row).id), row);
    QCOMPARE(model.rowOf(7000000003), -1);
}

void TaskModelTest::removingManyLeavesTheOthers()
{
    TaskModel model(m_clock);
    QList<Task> tasks;
    QList<TaskId> even;
    for (TaskId id = 1; id <= 1000; ++id) {
        tasks.append(samples::task(m_clock, id, {}, int(id)));
        if (id % 2 == 0)
            even.append(id);
    }
    model.setTasks(tasks);
    model.removeTasks(even);
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(model.rowOf(2), -1);
    QCOMPARE(model.briefAt(model.rowOf(999)).id, 999);
}

void TaskModelTest::aTaskUnderWayCannotBeCancelledAgain()
{
    TaskModel model(m_clock);
    model.setTasks(samples::four(m_clock));
    const int row = model.rowOf(7000000001);
    QVERIFY(model.mayCancel(row));
    for (const RunState state : { RunState::Held, RunState::Queued, RunState::Sending, RunState::Checking }) {
        model.setRunState(7000000001, state);
        QVERIFY(!model.mayCancel(row));
    }
    model.clearRunState(7000000001);
    QVERIFY(model.mayCancel(row));
    QVERIFY(!model.mayCancel(model.rowOf(7000000004)));
}

void TaskModelTest::whatGoesOutWithinAMinuteIsRed()
{
    TaskModel model(m_clock);
    model.setTasks({ samples::task(m_clock, 5, QStringLiteral("A"), 5) });
    const QModelIndex left = model.index(0, TaskModel::TimeLeft);
    const QVariant soon = left.data(TaskModel::Tone);
    m_clock.now = m_clock.now.addSecs(270);
    QVERIFY(left.data(TaskModel::Tone) != soon);
    QCOMPARE(left.data(TaskModel::Tone).toInt(), int(theme::Tone::Red));
}

void TaskModelTest::aSettledRunStateGivesWayToTheResult()
{
    TaskModel model(m_clock);
    Task task = samples::task(m_clock, 5, QStringLiteral("A"), 5);
    task.lastOutcome = Outcome::Cancelled;
    model.setTasks({ task });
    const QModelIndex status = model.index(0, TaskModel::Status);
    const QVariant result = status.data();
    model.setRunState(5, RunState::Sending);
    QVERIFY(status.data() != result);
    model.setRunState(5, RunState::Settled);
    QCOMPARE(status.data(), result);
}

void TaskModelTest::anUnknownTaskIsSaidToBeUnknown()
{
    const TaskModel model(m_clock);
    QVERIFY(!model.task(1));
    QCOMPARE(model.rowOf(1), -1);
    QVERIFY(!model.runState(1));
    QVERIFY(!model.data({}, Qt::DisplayRole).isValid());
}

void TaskModelTest::theIdIsShownWithoutGroupSeparators()
{
    TaskModel model(m_clock);
    model.setTasks({ samples::task(m_clock, std::numeric_limits<TaskId>::max(), {}, 5) });
    QVERIFY(model.index(0, TaskModel::Id).data().toString().contains(QStringLiteral("9223372036854775807")));
    QVERIFY(model.index(0, TaskModel::Push)
                .data(TaskModel::SecondLine)
                .toString()
                .contains(QStringLiteral("9223372036854775807")));
}

void TaskModelTest::noStatusIsAWordToo()
{
    TaskModel model(m_clock);
    Task task = samples::task(m_clock, 5, QStringLiteral("A"), 5);
    task.status = TaskStatus::Other;
    model.setTasks({ task });
    const QModelIndex status = model.index(0, TaskModel::Status);
    QCOMPARE(status.data().toString(), QStringLiteral("No status given"));
    QCOMPARE(status.data(Qt::AccessibleTextRole).toString(), QStringLiteral("No status given"));
    QVERIFY(!model.mayCancel(0));
}

void TaskModelTest::aNewRunTakesTheWordOfAnOldOneAway()
{
    TaskModel model(m_clock);
    Task task = samples::task(m_clock, 1, QStringLiteral("Sale"), 30);
    task.lastOutcome = Outcome::Rejected;
    task.lastCode = 60010;
    task.lastResultAt = m_clock.utcNow();
    model.setTasks({ task });
    const QModelIndex cell = model.index(0, TaskModel::LastResult);
    QVERIFY(!cell.data().toString().isEmpty());
    model.setRunState(1, RunState::Queued);
    QVERIFY2(cell.data().toString().isEmpty(), qPrintable(cell.data().toString()));
    model.setRunState(1, RunState::Settled);
    QVERIFY(!cell.data().toString().isEmpty());
}

void TaskModelTest::whatIsGoneCountsDownToNothing()
{
    TaskModel model(m_clock);
    Task task = samples::task(m_clock, 1, QStringLiteral("Sale"), 30);
    model.setTasks({ task });
    QVERIFY(!model.index(0, TaskModel::TimeLeft).data().toString().isEmpty());
    SettledResult cancelled;
    cancelled.taskId = 1;
    cancelled.outcome = Outcome::Cancelled;
    model.putTasks({ withResult(task, cancelled) });
    QCOMPARE(model.index(0, TaskModel::TimeLeft).data().toString(), QString());
}

QTEST_MAIN(TaskModelTest)
#include "tst_taskmodel.moc"
