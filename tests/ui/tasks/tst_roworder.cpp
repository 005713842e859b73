// What is shown and in what order, decided from facts and choice alone: days of the calendar over changes of the
// clocks, stretches of time, and results.
#include "ui/tasks/roworder.h"

#include <QTest>

#include <algorithm>

using namespace pushbrake;

namespace {

constexpr qint64 minute = 60'000;

qint64 msOf(const QString& utc)
{
    return QDateTime::fromString(utc, Qt::ISODate).toMSecsSinceEpoch();
}

TaskBrief goingOut(TaskId id, qint64 ms)
{
    TaskBrief brief;
    brief.id = id;
    brief.goesOutMs = ms;
    return brief;
}

/// The IDs of those that are shown, in order.
QList<TaskId> shown(
    const QList<TaskBrief>& briefs, const RowChoice& choice, qint64 nowMs = 0, const QTimeZone& zone = QTimeZone::utc())
{
    RowOrder::Known known;
    known.facts.briefs = briefs;
    known.nowMs = nowMs;
    known.zone = zone;
    QList<TaskId> ids;
    for (const quint32 row : RowOrder(known, choice).rows({}))
        ids.append(briefs.at(row).id);
    return ids;
}

RowChoice by(TimeChoice time, const TimeSpan& between = {})
{
    RowChoice choice;
    choice.by.time = time;
    choice.by.between = between;
    return choice;
}

} // namespace

class RowOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayIsThatOfTheCalendarThere_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("untilTomorrowEnds");
        const auto row = [](const char* name, const char* zone, const char* now, const char* from, const char* until,
                             const char* next) {
            QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(now) << QString::fromLatin1(from)
                                << QString::fromLatin1(until) << QString::fromLatin1(next);
        };
        row("UTC", "UTC", "2026-06-01T08:00:00Z", "2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z",
            "2026-06-03T00:00:00Z");
        row("another day than in UTC", "Asia/Shanghai", "2026-06-01T18:00:00Z", "2026-06-01T16:00:00Z",
            "2026-06-02T16:00:00Z", "2026-06-03T16:00:00Z");
        row("23 hours", "Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z",
            "2026-03-30T22:00:00Z");
        row("25 hours", "Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z",
            "2026-10-26T23:00:00Z");
        row("the second 02:30 of the day", "Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-24T22:00:00Z",
            "2026-10-25T23:00:00Z", "2026-10-26T23:00:00Z");
        row("a day before 25 hours", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-23T22:00:00Z",
            "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
        row("a day without midnight", "America/Sao_Paulo", "2018-11-04T12:00:00Z", "2018-11-04T03:00:00Z",
            "2018-11-05T02:00:00Z", "2018-11-06T02:00:00Z");
    }

    void aDayIsThatOfTheCalendarThere()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QString, now);
        QFETCH(const QString, from);
        QFETCH(const QString, until);
        QFETCH(const QString, untilTomorrowEnds);
        const QList<TaskBrief> briefs { goingOut(1, msOf(from) - 1), goingOut(2, msOf(from)),
            goingOut(3, msOf(until) - 1), goingOut(4, msOf(until)), goingOut(5, msOf(untilTomorrowEnds) - 1),
            goingOut(6, msOf(untilTomorrowEnds)), goingOut(7, TaskBrief::noTime) };
        const QTimeZone there(zone);
        QVERIFY(there.isValid());
        QCOMPARE(shown(briefs, by(TimeChoice::Today), msOf(now), there), (QList<TaskId> { 2, 3 }));
        QCOMPARE(shown(briefs, by(TimeChoice::Tomorrow), msOf(now), there), (QList<TaskId> { 4, 5 }));
    }

    void whatIsNextIsFromNowOn()
    {
        const qint64 now = msOf(QStringLiteral("2026-06-01T08:00:00Z"));
        const QList<TaskBrief> briefs { goingOut(1, now - 1), goingOut(2, now), goingOut(3, now + 60 * minute),
            goingOut(4, now + 60 * minute + 1), goingOut(5, now + 24 * 60 * minute),
            goingOut(6, now + 168 * 60 * minute), goingOut(7, now + 168 * 60 * minute + 1),
            goingOut(8, TaskBrief::noTime) };
        QCOMPARE(shown(briefs, by(TimeChoice::NextHour), now), (QList<TaskId> { 2, 3 }));
        QCOMPARE(shown(briefs, by(TimeChoice::NextDay), now), (QList<TaskId> { 2, 3, 4, 5 }));
        QCOMPARE(shown(briefs, by(TimeChoice::NextWeek), now), (QList<TaskId> { 2, 3, 4, 5, 6 }));
        QCOMPARE(shown(briefs, by(TimeChoice::Past), now), QList<TaskId> { 1 });
        QCOMPARE(shown(briefs, by(TimeChoice::NotKnown), now), QList<TaskId> { 8 });
        QCOMPARE(shown(briefs, by(TimeChoice::Any), now).size(), 8);
    }

    void aStretchOfTimeHasItsBeginningAndNotItsEnd()
    {
        const QList<TaskBrief> briefs { goingOut(1, 99), goingOut(2, 100), goingOut(3, 199), goingOut(4, 200),
            goingOut(5, TaskBrief::noTime) };
        QCOMPARE(shown(briefs, by(TimeChoice::Between, { 100, 200 })), (QList<TaskId> { 2, 3 }));
        QCOMPARE(shown(briefs, by(TimeChoice::Between, { 200, 100 })), QList<TaskId>());
    }

    void everyLastResultIsOfOneChoice()
    {
        QList<TaskBrief> briefs { goingOut(100, 0) };
        for (int outcome = 0; outcome <= int(Outcome::Withdrawn); ++outcome) {
            briefs.append(goingOut(outcome + 1, 0));
            briefs.last().outcomeNumber = quint32(outcome + 1);
            briefs.last().statusNumber = quint32(TaskStatus::Pending); // whatever the service says since
        }
        const auto of = [&](ResultChoice result) {
            RowChoice choice;
            choice.by.result = result;
            return shown(briefs, choice);
        };
        const auto id = [](Outcome outcome) { return TaskId(outcome) + 1; };
        QCOMPARE(of(ResultChoice::Any).size(), briefs.size());
        QCOMPARE(of(ResultChoice::Cancelled), QList<TaskId> { id(Outcome::Cancelled) });
        QCOMPARE(of(ResultChoice::TooLate), QList<TaskId> { id(Outcome::TooLate) });
        QCOMPARE(of(ResultChoice::NotCancelled), QList<TaskId> { id(Outcome::Rejected) });
        QCOMPARE(of(ResultChoice::NotKnownYet), QList<TaskId> { id(Outcome::Unknown) });
        QCOMPARE(of(ResultChoice::KeptScheduled), (QList<TaskId> { id(Outcome::NotSent), id(Outcome::Withdrawn) }));
        QCOMPARE(of(ResultChoice::None), QList<TaskId> { 100 });
    }

    void severalKeysAreComparedInTurn()
    {
        QList<TaskBrief> briefs;
        for (int i = 0; i < 60; ++i) {
            briefs.append(goingOut(i * 37 % 60 + 1, i % 4 * minute));
            briefs.last().audienceNumber = quint32(i % 3 + 1);
            briefs.last().outcomeNumber = quint32(i % 5);
        }
        using enum taskcells::Column;
        const QList<SortKeys> orders { { { AudienceColumn }, { GoesOut } },
            { { AudienceColumn, Qt::DescendingOrder }, { GoesOut } },
            { { AudienceColumn }, { GoesOut, Qt::DescendingOrder }, { LastResult } },
            { { LastResult, Qt::DescendingOrder }, { GoesOut, Qt::DescendingOrder }, { Id } } };
        for (const SortKeys& order : orders) {
            const auto value = [](const TaskBrief& brief, int column) -> qint64 {
                return column == AudienceColumn ? brief.audienceNumber
                    : column == GoesOut         ? brief.goesOutMs
                    : column == LastResult      ? brief.outcomeNumber
                                                : 0;
            };
            QList<TaskBrief> sorted = briefs;
            std::sort(sorted.begin(), sorted.end(), [&](const TaskBrief& left, const TaskBrief& right) {
                for (const SortKey& by : order) {
                    const qint64 difference = value(left, by.column) - value(right, by.column);
                    if (difference != 0)
                        return (difference < 0) == (by.order == Qt::AscendingOrder);
                }
                return (left.id < right.id) == (order.first().order == Qt::AscendingOrder) && left.id != right.id;
            });
            RowChoice choice;
            choice.order = order;
            RowOrder::Known known;
            known.facts.briefs = briefs;
            const RowOrder rows(known, choice);
            const QList<TaskId> ids = shown(briefs, choice);
            for (int i = 0; i < 60; ++i)
                QCOMPARE(ids.at(i), sorted.at(i).id);
            const QList<quint32> inOrder = rows.rows({}); // one that changes is put in its place by the same rule
            for (int i = 1; i < 60; ++i) {
                QVERIFY(rows.precedes(inOrder.at(i - 1), inOrder.at(i)));
                QVERIFY(!rows.precedes(inOrder.at(i), inOrder.at(i - 1)));
            }
            QVERIFY(!rows.precedes(7, 7));
        }
    }

    void columnsAreAddedTurnedAndTakenAway()
    {
        using enum taskcells::Column;
        SortKeys keys { { GoesOut } };
        keys = thenBy(keys, Status);
        QCOMPARE(keys, (SortKeys { { GoesOut }, { Status } }));
        keys = thenBy(keys, Status);
        QCOMPARE(keys, (SortKeys { { GoesOut }, { Status, Qt::DescendingOrder } }));
        keys = thenBy(thenBy(keys, GoesOut), Push);
        QCOMPARE(keys, (SortKeys { { GoesOut, Qt::DescendingOrder }, { Status, Qt::DescendingOrder }, { Push } }));
        QCOMPARE(thenBy(keys, Utc).last(), SortKey { Utc }); // there is room for three
        keys = thenBy(keys, Note); // of the two columns of words, the later
        QCOMPARE(keys, (SortKeys { { GoesOut, Qt::DescendingOrder }, { Status, Qt::DescendingOrder }, { Note } }));
        QCOMPARE(columnOfWords(keys), int(Note));
        QCOMPARE(notThenBy(keys, GoesOut), keys); // by something it is sorted
        QCOMPARE(notThenBy(keys, Status), (SortKeys { { GoesOut, Qt::DescendingOrder }, { Note } }));
        QCOMPARE(thenBy({ { Push } }, Note), SortKeys { { Note } });
    }

    void eachChoiceIsAFilter()
    {
        QVERIFY(!RowChoice().isFiltering());
        QVERIFY(by(TimeChoice::Between).isFiltering());
        RowChoice choice;
        choice.by.result = ResultChoice::None;
        QVERIFY(choice.isFiltering());
    }
};

QTEST_GUILESS_MAIN(RowOrderTest)
#include "tst_roworder.moc"
