// The order of a run: as many stopped in time as any order could, ties by audience, nobody forgotten.
#include "cancel/sendorder.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {
const QDateTime now(QDate(2026, 6, 1), QTime(2, 0), Qt::UTC);

Task task(TaskId id, double dueInSeconds, Audience audience = Audience::User)
{
    Task made;
    made.id = id;
    made.audience = audience;
    made.goesOutAt = now.addMSecs(qint64(dueInSeconds * 1000));
    return made;
}

// How many are stopped when one leaves every 1/pace seconds in the order given by `next`.
int stoppedInTime(SendOrder order, const QHash<TaskId, QDateTime>& due, double pace)
{
    int stopped = 0;
    for (int i = 0; !order.isEmpty(); ++i) {
        const QDateTime at = now.addMSecs(qint64(1000.0 * i / pace));
        const TaskId id = order.next(at, 0ms);
        stopped += due[id] > at;
        order.remove(id);
    }
    return stopped;
}

// The best any order can do with equal requests: by due time, each that no longer fits is left out.
int optimum(QList<qint64> due, double pace)
{
    std::sort(due.begin(), due.end());
    int stopped = 0;
    for (const qint64 left : due)
        stopped += qint64(1000.0 * stopped / pace) < left;
    return stopped;
}
} // namespace

class TestSendOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopsAsManyAsTheBestPossibleOrder()
    {
        const std::vector<std::pair<double, double>> spans { { 20, 120 }, { 5, 65 } };
        for (const auto& [from, until] : spans) {
            for (const double pace : { 4.8, 2.0 }) {
                for (quint32 seed = 1; seed <= 200; ++seed) {
                    std::mt19937 random(seed);
                    SendOrder order;
                    QHash<TaskId, QDateTime> due;
                    QList<qint64> left;
                    for (TaskId id = 1; id <= 300; ++id) {
                        const Task made = task(id, std::uniform_real_distribution<>(from, until)(random));
                        order.add(made);
                        due.insert(id, made.goesOutAt);
                        left.append(now.msecsTo(made.goesOutAt));
                    }
                    QCOMPARE(stoppedInTime(order, due, pace), optimum(left, pace));
                }
            }
        }
    }

    void sendsToEverybodyFirstWhenTimesAreEqual()
    {
        SendOrder order;
        order.add(task(1, 30, Audience::User));
        order.add(task(2, 30, Audience::Tag));
        order.add(task(3, 30, Audience::All));
        QList<TaskId> sent;
        while (!order.isEmpty()) {
            sent.append(order.next(now, 0ms));
            order.remove(sent.last());
        }
        QCOMPARE(sent, (QList<TaskId> { 3, 2, 1 }));
    }

    void putsUnknownTimesAfterThoseDueWithinAMinute()
    {
        SendOrder order;
        Task untimed = task(1, 0);
        untimed.goesOutAt = {};
        order.add(untimed);
        order.add(task(2, 59));
        order.add(task(3, 120));
        QCOMPARE(order.next(now, 0ms), 2);
        order.remove(2);
        QCOMPARE(order.next(now, 0ms), 1);
    }

    void triesTheHopelessLastAndTheLatestOfThemFirst()
    {
        SendOrder order;
        order.add(task(1, -60));
        order.add(task(2, -1));
        order.add(task(3, 300));
        QCOMPARE(order.next(now, 0ms), 3);
        order.remove(3);
        QCOMPARE(order.next(now, 0ms), 2);
    }

    void takesARetryBackToItsPlaceByTime()
    {
        SendOrder order;
        order.add(task(1, 30));
        order.add(task(2, 60));
        order.remove(1);
        order.add(task(1, 30));
        QCOMPARE(order.count(), 2);
        QCOMPARE(order.next(now, 0ms), 1);
    }

    void forecastsWhatTheOrderThenReaches()
    {
        QList<Task> tasks;
        for (TaskId id = 1; id <= 300; ++id)
            tasks.append(task(id, 5 + double(id % 60)));
        const Forecast seen = forecast(tasks, now, 2.0, 0ms);
        SendOrder order;
        QHash<TaskId, QDateTime> due;
        for (const Task& each : tasks) {
            order.add(each);
            due.insert(each.id, each.goesOutAt);
        }
        QCOMPARE(seen.canBeStopped, stoppedInTime(order, due, 2.0));
        QCOMPARE(seen.canBeStopped + seen.goOutFirst, 300);
    }
};

QTEST_GUILESS_MAIN(TestSendOrder)
#include "tst_sendorder.moc"
