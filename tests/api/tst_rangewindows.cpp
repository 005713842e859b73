// Which windows a range is read in, whichever time the service goes by: nothing that goes out in it may be missed.
#include "api/rangewindows.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace pushbrake;

namespace {

const QDateTime now(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC);

Task push(TaskId id, const QDateTime& madeAt, const QDateTime& goesOutAt)
{
    Task made;
    made.id = id;
    made.goesOutAt = goesOutAt;
    made.note = madeAt.toString(Qt::ISODate); // stands in for what a task does not keep
    return made;
}

enum class Service { GoesByGoingOut, GoesByMaking, ShowsEverything };

/// What the service answers to a window: soonest or latest first, and no more than was wanted.
QList<Task> answer(Service service, QList<Task> all, const ListQuery& window)
{
    all.removeIf([&](const Task& task) {
        const QDateTime by
            = service == Service::GoesByGoingOut ? task.goesOutAt : QDateTime::fromString(task.note, Qt::ISODate);
        return service != Service::ShowsEverything && (by < window.from || by > window.until);
    });
    const bool latest = window.order == ListQuery::Order::LatestFirst;
    std::sort(all.begin(), all.end(), [latest](const Task& a, const Task& b) {
        return latest ? a.goesOutAt > b.goesOutAt : a.goesOutAt < b.goesOutAt;
    });
    return all.mid(0, window.want);
}

struct Read
{
    QSet<TaskId> seen;
    int requests = 0;
};

Read readAll(Service service, const QList<Task>& all, const ListRange& range)
{
    Read read;
    RangeWindows windows(range, now);
    for (QList<ListQuery> next = windows.windows(); !next.isEmpty(); next = windows.more()) {
        for (const ListQuery& window : std::as_const(next)) {
            const QList<Task> page = answer(service, all, window);
            windows.saw(window, page);
            for (const Task& task : page)
                read.seen.insert(task.id);
            ++read.requests;
        }
    }
    return read;
}

} // namespace

class TestRangeWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noWindowIsLongerThanThirtyDaysAndNoneIsMissing_data()
    {
        QTest::addColumn<qint64>("from"); // seconds from now
        QTest::addColumn<qint64>("until");
        QTest::addColumn<int>("count");
        const qint64 day = 86'400;
        QTest::newRow("half an hour") << qint64(0) << qint64(1'800) << 1;
        QTest::newRow("a moment") << qint64(60) << qint64(60) << 1;
        QTest::newRow("a day behind and a week ahead") << -day << 7 * day << 2;
        QTest::newRow("thirty days") << qint64(0) << 30 * day << 1;
        QTest::newRow("a second more") << qint64(0) << 30 * day + 1 << 2;
        QTest::newRow("a year") << qint64(0) << 365 * day << 13;
        QTest::newRow("past only") << -40 * day << -2 * day << 2;
        QTest::newRow("future only") << 40 * day << 90 * day << 2;
    }
    void noWindowIsLongerThanThirtyDaysAndNoneIsMissing()
    {
        QFETCH(const qint64, from);
        QFETCH(const qint64, until);
        QFETCH(const int, count);
        const ListRange range { now.addSecs(from), now.addSecs(until) };
        QList<ListQuery> windows = RangeWindows(range, now).windows();
        QCOMPARE(windows.size(), count);
        std::sort(windows.begin(), windows.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
        QDateTime end = range.from;
        for (const ListQuery& window : std::as_const(windows)) {
            QCOMPARE(window.from, end);
            QVERIFY(window.from.daysTo(window.until) <= 30 && window.from.secsTo(window.until) <= 30 * 86'400);
            end = window.until;
        }
        QCOMPARE(end, range.until);
    }

    void whatIsStillToGoOutIsReadFirst()
    {
        const auto windows = RangeWindows({ now.addDays(-1), now.addDays(7) }, now).windows();
        QCOMPARE(windows.first().from, now);
        QCOMPARE(windows.last().until, now);
    }

    void aServiceThatGoesByGoingOutIsAskedForOneRowMore()
    {
        const QList<Task> all { push(1, now.addDays(-400), now.addSecs(600)), push(2, now.addDays(-1), now.addDays(9)),
            push(3, now.addDays(-2), now.addDays(-1)) };
        const Read read = readAll(Service::GoesByGoingOut, all, { now, now.addSecs(1'800) });
        QVERIFY(read.seen.contains(1));
        QCOMPARE(read.requests, 2);
        QCOMPARE(readAll(Service::GoesByGoingOut, {}, { now, now.addSecs(1'800) }).requests, 2);
        QCOMPARE(readAll(Service::GoesByMaking, {}, { now, now.addSecs(1'800) }).requests, 2);
    }

    // The window of the next half hour is empty then, and "nothing goes out" would be wrong.
    void aServiceThatGoesByMakingHidesNothing_data()
    {
        QTest::addColumn<int>("madeDaysAgo");
        for (const int days : { 0, 1, 29 })
            QTest::addRow("%d days ago", days) << days;
    }
    void aServiceThatGoesByMakingHidesNothing()
    {
        QFETCH(const int, madeDaysAgo);
        const QList<Task> all { push(1, now.addDays(-madeDaysAgo), now.addSecs(600)),
            push(2, now.addDays(-5), now.addDays(-1)), push(3, now.addDays(-300), now.addSecs(900)) };
        const Read read = readAll(Service::GoesByMaking, all, { now, now.addSecs(1'800) });
        QVERIFY(read.seen.contains(1) && read.seen.contains(3)); // what tells also leads to what was made long ago
    }

    void aDayOfThePastTellsItToo()
    {
        const QList<Task> all { push(1, now.addSecs(-3'600), now.addDays(2)),
            push(2, now.addDays(-90), now.addSecs(60)) };
        const Read read = readAll(Service::GoesByMaking, all, { now.addSecs(-7'200), now.addSecs(7'200) });
        QVERIFY(read.seen.contains(2));
    }

    void aServiceThatMindsNoWindowIsNotAskedAgainAndAgain()
    {
        const QList<Task> all { push(1, now.addDays(-1), now.addDays(40)) };
        QCOMPARE(readAll(Service::ShowsEverything, all, { now, now.addDays(7) }).requests, 1);
    }
};

QTEST_GUILESS_MAIN(TestRangeWindows)
#include "tst_rangewindows.moc"
