// The tasks of a run: who may join, what is let go or taken back, and that nothing is ended twice.
#include "cancel/runtasks.h"

#include <QTest>

using namespace pushbrake;

namespace {

const QDateTime now(QDate(2026, 6, 1), QTime(2, 0), Qt::UTC);

Task task(TaskId id, int dueInSeconds = 3600)
{
    Task made;
    made.id = id;
    made.audience = Audience::Tag;
    made.goesOutAt = now.addSecs(dueInSeconds);
    return made;
}

QList<TaskId> endedBy(RunTasks& tasks)
{
    QList<TaskId> ended;
    tasks.takeBack([](const RunEntry&) { return true; }, [&ended](const RunEntry& taken) { ended += taken.task.id; });
    return ended;
}

} // namespace

class TestRunTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsEachTaskOnceAndNoneWithoutAnAudience()
    {
        RunTasks tasks;
        Task nobodys = task(3);
        nobodys.audience.reset();
        const QList<Task> joining = tasks.thoseThatMayJoin({ task(1), task(1), task(2), nobodys });
        QCOMPARE(joining.size(), 2);
        tasks.join(joining, 1, false, now);
        QVERIFY(tasks.thoseThatMayJoin({ task(1), task(2) }).isEmpty());
        tasks.entry(1).state = RunState::Settled;
        QCOMPARE(tasks.thoseThatMayJoin({ task(1), task(2) }).size(), 1);
    }

    void whatIsSettledForGoodJoinsNoMore()
    {
        RunTasks tasks;
        tasks.join({ task(1), task(2), task(3), task(4) }, 1, false, now);
        tasks.settle(1, Outcome::Cancelled);
        tasks.settle(2, Outcome::TooLate);
        tasks.settle(3, Outcome::Withdrawn);
        tasks.settle(4, Outcome::Unknown);
        const QList<Task> joining = tasks.thoseThatMayJoin({ task(1), task(2), task(3), task(4) });
        QCOMPARE(joining.size(), 2);
        QCOMPARE(joining.first().id, TaskId(3));
        QCOMPARE(joining.last().id, TaskId(4));
        QCOMPARE(tasks.stateOf(1), RunState::Settled);
    }

    void holdsNothingThatGoesOutWithinAMinute()
    {
        RunTasks tasks;
        const auto joined = tasks.join({ task(1), task(2, 60), task(3, 61) }, 1, true, now);
        QCOMPARE(joined.queued, QList<TaskId> { 2 });
        QCOMPARE(joined.held, (QList<TaskId> { 1, 3 }));
        QCOMPARE(tasks.heldTasks(), 2);
        QCOMPARE(tasks.order().count(), 1);
    }

    void letsGoOnlyTheBatchesThatAreMeant()
    {
        RunTasks tasks;
        tasks.join({ task(1), task(2) }, 1, true, now);
        tasks.join({ task(3) }, 2, true, now);
        QCOMPARE(tasks.letGo({ 1 }), (QList<TaskId> { 1, 2 }));
        QCOMPARE(tasks.heldTasks(), 1);
        QCOMPARE(tasks.stateOf(3), RunState::Held);
        QVERIFY(tasks.letGo({ 1 }).isEmpty());
    }

    void takesBackWhatWaitsOnceAndTriesNoMoreWhatIsUnderWay()
    {
        RunTasks tasks;
        tasks.join({ task(1), task(2) }, 1, false, now);
        tasks.join({ task(3) }, 2, true, now);
        tasks.order().remove(1);
        tasks.entry(1).state = RunState::Sending;
        QCOMPARE(endedBy(tasks), (QList<TaskId> { 2, 3 }));
        QVERIFY(tasks.entry(1).takenBack);
        QVERIFY(tasks.order().isEmpty());
        QCOMPARE(tasks.heldTasks(), 0);
        QVERIFY(endedBy(tasks).isEmpty()); // they wait for their record and are not ended again
        QVERIFY(tasks.letGo({ 2 }).isEmpty());
    }

    void saysPlannedOfATaskThatNeverJoined() { QCOMPARE(RunTasks().stateOf(7), RunState::Planned); }
};

QTEST_GUILESS_MAIN(TestRunTasks)
#include "tst_runtasks.moc"
