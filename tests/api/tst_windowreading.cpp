// One window of the list, page by page: honest services of any size, lying totals, rows that change places, no end.
#include "api/limits.h"
#include "api/windowreading.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace pushbrake;

namespace {

constexpr int want = 100;

ListReply page(const QList<TaskId>& ids, qint64 total, int unusable = 0)
{
    ListReply made;
    for (const TaskId id : ids) {
        Task task;
        task.id = id;
        made.tasks.append(task);
    }
    made.total = total;
    made.skipped = unusable;
    return made;
}

QList<TaskId> range(TaskId first, qint64 count)
{
    QList<TaskId> ids(std::max<qint64>(count, 0));
    std::iota(ids.begin(), ids.end(), first);
    return ids;
}

/// What an honest service with tasks 1..count answers, at most `most` rows at once.
ListReply honest(qint64 count, qint64 offset, int most = want)
{
    return page(range(1 + offset, std::min<qint64>(most, count - offset)), count);
}

/// Asks `pageAt` until the reading is done; how many pages that took.
template<typename PageAt> int readAll(WindowReading& reading, PageAt pageAt)
{
    int pages = 0;
    while (!reading.isDone() && pages < 100'000) {
        reading.take(pageAt(reading.offset()));
        ++pages;
    }
    return pages;
}

bool isWhole(const WindowReading& reading)
{
    return reading.missing() == 0 && !reading.hasMoved();
}

} // namespace

class TestWindowReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverySizeOnceAndWhole()
    {
        for (const int most : { 1, 7, 50, 99, 100 }) {
            for (qint64 count = 0; count <= 420; ++count) {
                WindowReading reading(want);
                const int pages = readAll(reading, [=](qint64 offset) { return honest(count, offset, most); });
                QCOMPARE(reading.tasks(), count);
                QCOMPARE(reading.said(), count);
                QVERIFY(isWhole(reading));
                // One more only where a full last page might have another behind it.
                const bool mayHaveMore = count > 0 && count % want == 0 && most == want;
                QCOMPARE(pages, std::max<int>(1, int((count + most - 1) / most)) + mayHaveMore);
            }
        }
    }

    void readsPastATotalThatIsTooSmall_data()
    {
        QTest::addColumn<qint64>("said");
        QTest::newRow("none at all") << qint64(0);
        QTest::newRow("the page's rows") << qint64(100);
        QTest::newRow("one less") << qint64(249);
    }
    void readsPastATotalThatIsTooSmall()
    {
        QFETCH(const qint64, said);
        WindowReading reading(want);
        readAll(reading, [said](qint64 offset) {
            ListReply made = honest(250, offset);
            made.total = said;
            return made;
        });
        QCOMPARE(reading.tasks(), 250);
        QCOMPARE(reading.said(), 250);
        QVERIFY(isWhole(reading));
    }

    void readsPastATotalThatShrinksOnTheWay()
    {
        for (const int most : { 50, 100 }) {
            WindowReading reading(want);
            readAll(reading, [most](qint64 offset) {
                ListReply made = honest(450, offset, most);
                made.total = offset == 0 ? 450 : 200;
                return made;
            });
            QCOMPARE(reading.tasks(), 450);
            QVERIFY(isWhole(reading));
        }
    }

    void readsAWindowOnceMoreThatShowsLessThanItSays()
    {
        WindowReading reading(want);
        const int pages = readAll(reading, [](qint64 offset) {
            ListReply made = honest(448, offset);
            made.total = 450;
            return made;
        });
        QCOMPARE(pages, 12); // 100, 100, 100, 100, 48, none: twice
        QCOMPARE(reading.tasks(), 448);
        QCOMPARE(reading.said(), 450);
        QCOMPARE(reading.missing(), 2);
    }

    void countsBothReadingsTogether()
    {
        WindowReading reading(want);
        bool isSecond = false;
        readAll(reading, [&isSecond](qint64 offset) {
            if (offset == 0)
                return page(range(isSecond ? 51 : 1, 100), 150);
            const bool wasSecond = std::exchange(isSecond, true);
            return wasSecond ? page({}, 150) : page({ 1 }, 150);
        });
        QCOMPARE(reading.tasks(), 150);
        QVERIFY(isWhole(reading));
    }

    void aTaskThatComesOrGoesOnTheWayCostsASecondLookAndNothingElse_data()
    {
        QTest::addColumn<int>("change"); // one row more or less in front after the first page
        QTest::newRow("comes") << 1;
        QTest::newRow("goes") << -1;
    }
    void aTaskThatComesOrGoesOnTheWayCostsASecondLookAndNothingElse()
    {
        QFETCH(const int, change);
        WindowReading reading(want);
        QList<TaskId> all = range(2, 250);
        readAll(reading, [&, changed = false](qint64 offset) mutable {
            if (offset > 0 && !std::exchange(changed, true)) {
                if (change > 0)
                    all.prepend(1);
                else
                    all.removeFirst();
            }
            return page(all.mid(offset, want), all.size());
        });
        for (const TaskId id : std::as_const(all))
            QVERIFY(id > 0);
        QCOMPARE(reading.tasks(), change > 0 ? 251 : 250); // what went was seen before it did
        QVERIFY(isWhole(reading));
    }

    void shuffledPagesNeverPassForTheWholeList()
    {
        QRandomGenerator random(3);
        for (const bool honestTotal : { true, false }) {
            for (int round = 0; round < 50; ++round) {
                WindowReading reading(want);
                QList<TaskId> all = range(1, 500);
                const int pages = readAll(reading, [&](qint64 offset) {
                    std::shuffle(all.begin(), all.end(), random);
                    return page(all.mid(offset, want), honestTotal ? 500 : 100);
                });
                QVERIFY(pages >= 10 && pages <= 14); // twice five, with or without a look beyond
                QCOMPARE(reading.tasks() == 500, honestTotal && isWhole(reading));
                QCOMPARE(reading.missing(), honestTotal ? 500 - reading.tasks() : 0);
                QCOMPARE(reading.hasMoved(), !honestTotal);
            }
        }
    }

    void rowsWithoutAUsableIdAreCountedAndNotMissing()
    {
        WindowReading reading(want);
        const int pages = readAll(reading,
            [](qint64 offset) { return offset == 0 ? page(range(1, 97), 150, 3) : page(range(98, 50), 150, 0); });
        QCOMPARE(pages, 2);
        QCOMPARE(reading.tasks(), 147);
        QCOMPARE(reading.unusableRows(), 3);
        QCOMPARE(reading.said(), 150);
        QVERIFY(isWhole(reading));
    }

    void wholePagesOfUnusableRowsDoNotHideWhatStandsBehindThem()
    {
        WindowReading reading(want);
        readAll(reading, [](qint64 offset) { return offset < 800 ? page({}, 850, 100) : page(range(1, 50), 850); });
        QCOMPARE(reading.tasks(), 50);
        QCOMPARE(reading.unusableRows(), 800);
        QVERIFY(isWhole(reading));
    }

    void unusableRowsCannotStandInForTasksWhereRowsChangePlaces()
    {
        WindowReading reading(want);
        readAll(reading, [](qint64 offset) { // 150 tasks say they are 150; two pages show the same 50, and 50 unusable
            return offset == 0 ? page(range(1, 50), 150, 50) : page(range(1, 50), 150, 0);
        });
        QVERIFY(!isWhole(reading));
    }

    void theCountsVouchForRowsThatChangePlacesOnlyWhereTheyFit()
    {
        for (const int unusable : { 0, 3 }) { // 150 tasks in 150 rows, or in more; task 1 stands on both pages
            WindowReading reading(want);
            readAll(reading, [unusable](qint64 offset) {
                return offset == 0 ? page(range(1, 100), 150, unusable)
                                   : page(QList<TaskId> { 1 } + range(101, 50), 150);
            });
            QCOMPARE(reading.tasks(), 150);
            QCOMPARE(reading.hasMoved(), unusable > 0);
        }
    }

    void aServiceThatIgnoresTheOffsetComesToAnEnd_data()
    {
        QTest::addColumn<qint64>("total");
        QTest::addColumn<int>("mostPages");
        QTest::newRow("honest") << qint64(250) << 8;
        QTest::newRow("the page's rows") << qint64(100) << 2;
        QTest::newRow("endless") << std::numeric_limits<qint64>::max() << 8;
    }
    void aServiceThatIgnoresTheOffsetComesToAnEnd()
    {
        QFETCH(const qint64, total);
        QFETCH(const int, mostPages);
        WindowReading reading(want);
        const int pages = readAll(reading, [total](qint64) { return page(range(1, 100), total); });
        QVERIFY2(pages <= mostPages, qPrintable(QString::number(pages)));
        QCOMPARE(reading.tasks(), 100);
        QCOMPARE(reading.missing(), total - 100);
    }

    void repeatsWithOneUnusableRowEachComeToAnEndToo()
    {
        WindowReading reading(want);
        const int pages = readAll(reading, [](qint64) { return page(range(1, 99), 1'000'000, 1); });
        QVERIFY(pages <= 2 * (limits::mostFruitlessPages + 1));
        QVERIFY(!isWhole(reading));
    }

    void theLastPageForEveryOffsetBeyondIsNoChangeOfPlaces()
    {
        WindowReading reading(want);
        const int pages = readAll(reading, [](qint64 offset) { return honest(200, std::min<qint64>(offset, 100)); });
        QCOMPARE(pages, 3);
        QCOMPARE(reading.tasks(), 200);
        QVERIFY(isWhole(reading));
    }

    void aMillionTasksAreWithinTheCap()
    {
        WindowReading reading(want);
        const int pages = readAll(reading, [](qint64 offset) { return honest(1'000'000, offset, 50); });
        QVERIFY(pages < limits::mostListPages);
        QCOMPARE(reading.tasks(), 1'000'000);
        QVERIFY(isWhole(reading));
    }
};

QTEST_APPLESS_MAIN(TestWindowReading)
#include "tst_windowreading.moc"
