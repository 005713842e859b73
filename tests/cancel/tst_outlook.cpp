// What the question says would happen is what a run would do: who is held, who is not, who is late.
#include "cancel/outlook.h"

#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);

Task due(TaskId id, Milliseconds in)
{
    Task task;
    task.id = id;
    task.goesOutAt = now.addMSecs(in.count());
    return task;
}

Task untimed(TaskId id)
{
    Task task;
    task.id = id;
    return task;
}

} // namespace

class OutlookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDueWithinAMinuteIsNotHeld()
    {
        const Outlook seen = outlookOf({ due(1, 59s), due(2, 2h), untimed(3) }, now, 5, 300ms, 10s);
        QCOMPARE(seen.atOnce, 1);
        QCOMPARE(seen.held, 2);
        QCOMPARE(seen.canBeStopped, 2);
        QCOMPARE(seen.timeUnknown, 1);
        QCOMPARE(seen.goOutFirst, 0);
    }

    void withoutAHoldEverythingIsAskedForAtOnce()
    {
        const Outlook seen = outlookOf({ due(1, 59s), due(2, 2h) }, now, 5, 300ms, 0ms);
        QCOMPARE(seen.atOnce, 2);
        QCOMPARE(seen.held, 0);
    }

    void theHoldIsPartOfTheTimeItTakes()
    {
        QList<Task> tasks;
        for (int i = 0; i < 11; ++i)
            tasks.append(due(i + 1, 2h));
        QCOMPARE(outlookOf(tasks, now, 5, 300ms, 0ms).duration, 2'000ms);
        QCOMPARE(outlookOf(tasks, now, 5, 300ms, 10s).duration, 12'000ms);
    }

    void theHoldMayCostAPushThatGoesOutMeanwhile()
    {
        QList<Task> tasks;
        for (int i = 0; i < 200; ++i)
            tasks.append(due(i + 1, 70s));
        const Outlook held = outlookOf(tasks, now, 5, 300ms, 30s);
        const Outlook atOnce = outlookOf(tasks, now, 5, 300ms, 0ms);
        QCOMPARE(atOnce.goOutFirst, 0);
        QCOMPARE(held.canBeStopped + held.goOutFirst, 200);
        QCOMPARE(held.goOutFirst, 1); // 40 s of turns, the last of them 300 ms after the push has left
    }

    void whoseTimeHasComeIsNeitherStoppableNorLate()
    {
        const Outlook seen = outlookOf({ due(1, -5s), due(2, 2h) }, now, 5, 300ms, 10s);
        QCOMPARE(seen.timeHasCome, 1);
        QCOMPARE(seen.canBeStopped, 1);
        QCOMPARE(seen.goOutFirst, 0);
    }

    void theLessUrgentWaitForTheMoreUrgent()
    {
        QList<Task> tasks;
        for (int i = 0; i < 100; ++i)
            tasks.append(due(i + 1, 50s));
        tasks.append(due(1000, 2h));
        QCOMPARE(outlookOf(tasks, now, 5, 300ms, 10s).duration, 20'000ms);
    }
};

QTEST_APPLESS_MAIN(OutlookTest)
#include "tst_outlook.moc"
