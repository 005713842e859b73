// Which stretch of time a refresh reads: by the clock of any zone, over the days on which that clock is changed, and
// whatever was left in the settings.
#include "ui/tasks/rangewords.h"
#include "ui/tasks/refreshrange.h"
#include "ui/words/language.h"
#include "ui/words/zone.h"

#include <QCoreApplication>
#include <QSet>
#include <QTest>

using namespace pushbrake;
using Kind = RefreshRange::Kind;

namespace {

QDateTime utc(int year, int month, int day, int hour = 0, int minute = 0)
{
    return { QDate(year, month, day), QTime(hour, minute), Qt::UTC };
}

ListRange readOf(Kind kind, const QDateTime& now, const QTimeZone& zone)
{
    return spanOf({ kind, {}, {} }, now, zone)->read;
}

} // namespace

class TestRefreshRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp); }

    void theButtonSaysThatItDecidesWhatIsRead()
    {
        const QDateTime now = utc(2026, 11, 26, 8);
        QStringList said;
        for (const Kind kind : { Kind::NextWeek, Kind::Today, Kind::NextMonth, Kind::Everything })
            said.append(rangewords::deed({ kind, {}, {} }, {}, now));
        said.append(rangewords::deed(ownDays(QDate(2026, 12, 1), QDate(2026, 12, 5)), {}, now));
        for (const QString& words : said)
            QVERIFY2(words.startsWith(QStringLiteral("Reads ")), qPrintable(words));
        QCOMPARE(QSet<QString>(said.begin(), said.end()).size(), 5);
        const QString repeated = rangewords::deed({ Kind::NextWeek, {}, {} }, { std::chrono::minutes(15), false }, now);
        QCOMPARE(repeated, QStringLiteral("Reads the next 7 days, every 15 min"));
    }

    void cleanup() { sentences::setZone({}); }

    // Each moment belongs to exactly one day, in every zone there is, also where clocks are changed.
    void todayIsTheWholeDayOfTheZone()
    {
        for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
            const QTimeZone zone(id);
            QSet<QDate> days { QDate(2026, 1, 1), QDate(2026, 12, 31) };
            for (const auto& change : zone.transitions(utc(2026, 1, 1), utc(2027, 12, 31))) {
                for (const int besides : { -1, 0, 1 })
                    days.insert(change.atUtc.toTimeZone(zone).date().addDays(besides));
            }
            for (const QDate day : std::as_const(days)) {
                const QByteArray where = id + ' ' + day.toString(Qt::ISODate).toLatin1();
                const ListRange whole = spanOf(ownDays(day, day), utc(2026, 1, 1), zone)->read;
                const ListRange next = spanOf(ownDays(day.addDays(1), day.addDays(1)), utc(2026, 1, 1), zone)->read;
                QVERIFY2(next.from == whole.until.addSecs(1), where);
                QCOMPARE(whole.from.toTimeZone(zone).date(), day);
                QCOMPARE(whole.until.toTimeZone(zone).date(), day);
                QVERIFY2(whole.from.addSecs(-1).toTimeZone(zone).date() < day, where);
                const qint64 hours = whole.from.secsTo(next.from) / 3'600;
                QVERIFY2(hours >= 22 && hours <= 26, where);
                for (const QDateTime& now : { whole.from, whole.from.addSecs(3'600 * hours / 2), whole.until })
                    QCOMPARE(readOf(Kind::Today, now, zone), whole);
            }
        }
    }

    void todayAtMidnightIsTheDayThatBegins_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<QDateTime>("until");
        QTest::newRow("UTC, a second before")
            << QByteArray("UTC") << utc(2026, 6, 1).addSecs(-1) << utc(2026, 5, 31) << utc(2026, 6, 1).addSecs(-1);
        QTest::newRow("UTC, midnight") << QByteArray("UTC") << utc(2026, 6, 1) << utc(2026, 6, 1)
                                       << utc(2026, 6, 2).addSecs(-1);
        QTest::newRow("Shanghai") << QByteArray("Asia/Shanghai") << utc(2026, 6, 1, 16) << utc(2026, 6, 1, 16)
                                  << utc(2026, 6, 2, 16).addSecs(-1);
        QTest::newRow("Kolkata") << QByteArray("Asia/Kolkata") << utc(2026, 6, 1, 18, 29) << utc(2026, 5, 31, 18, 30)
                                 << utc(2026, 6, 1, 18, 30).addSecs(-1);
        QTest::newRow("Berlin, 23 hours") << QByteArray("Europe/Berlin") << utc(2026, 3, 29, 12) << utc(2026, 3, 28, 23)
                                          << utc(2026, 3, 29, 22).addSecs(-1);
        QTest::newRow("Berlin, 25 hours") << QByteArray("Europe/Berlin") << utc(2026, 10, 25, 12)
                                          << utc(2026, 10, 24, 22) << utc(2026, 10, 25, 23).addSecs(-1);
        QTest::newRow("Havana, midnight twice") << QByteArray("America/Havana") << utc(2026, 11, 1, 12)
                                                << utc(2026, 11, 1, 4) << utc(2026, 11, 2, 5).addSecs(-1);
        // Where the clock is put forward at midnight, the day begins at one.
        QTest::newRow("Santiago") << QByteArray("America/Santiago") << utc(2026, 9, 6, 12) << utc(2026, 9, 6, 4)
                                  << utc(2026, 9, 7, 3).addSecs(-1);
    }
    void todayAtMidnightIsTheDayThatBegins()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDateTime, now);
        const ListRange day = readOf(Kind::Today, now, QTimeZone(zone));
        QTEST(day.from, "from");
        QTEST(day.until, "until");
    }

    void theNextDaysEndAtTheSameTimeByTheClockOnTheWall()
    {
        const QTimeZone berlin("Europe/Berlin");
        const QDateTime before = utc(2026, 3, 27, 9);
        QCOMPARE(readOf(Kind::NextWeek, before, berlin).until, utc(2026, 4, 3, 8)); // an hour less
        QCOMPARE(readOf(Kind::NextWeek, before, QTimeZone("UTC")).until, utc(2026, 4, 3, 9));
        QCOMPARE(readOf(Kind::NextMonth, utc(2026, 10, 1, 9), berlin).until, utc(2026, 10, 31, 10));
        for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
            const ListRange week = readOf(Kind::NextWeek, before, QTimeZone(id));
            const qint64 hours = before.secsTo(week.until) / 3'600;
            QVERIFY2(hours >= 7 * 24 - 2 && hours <= 7 * 24 + 2, id);
        }
    }

    void whatWentOutWithinTheLastDayIsReadAndNotCounted()
    {
        const QDateTime now = utc(2026, 6, 1, 10);
        const RefreshSpan span = *spanOf({}, now, QTimeZone("UTC"));
        QCOMPARE(span.read.from, now.addDays(-1));
        QCOMPARE(span.askedFrom, now);
    }

    void ownDaysReachFromTheFirstToTheEndOfTheLast()
    {
        const RefreshRange own = ownDays(QDate(2026, 6, 5), QDate(2026, 6, 3)); // the wrong way round
        const RefreshSpan span = *spanOf(own, utc(2026, 6, 1), QTimeZone("Asia/Tokyo"));
        QCOMPARE(span.read, (ListRange { utc(2026, 6, 2, 15), utc(2026, 6, 5, 15).addSecs(-1) }));
        QCOMPARE(span.askedFrom, span.read.from);
        const RefreshRange ages = ownDays(QDate(2020, 1, 1), QDate(2040, 1, 1));
        QCOMPARE(ages.first.daysTo(ages.last) + 1, qint64(mostOwnDays));
    }

    void everythingHasNoBounds() { QVERIFY(!spanOf({ Kind::Everything, {}, {} }, utc(2026, 6, 1), QTimeZone("UTC"))); }

    void daysThatAreOverAreNotChosenAgain()
    {
        const RefreshRange own = ownDays(QDate(2026, 6, 3), QDate(2026, 6, 5));
        const QTimeZone tokyo("Asia/Tokyo");
        QCOMPARE(stillOfUse(own, utc(2026, 6, 5, 14, 59), tokyo), own);
        QCOMPARE(stillOfUse(own, utc(2026, 6, 5, 15), tokyo), RefreshRange()); // the sixth there
        QCOMPARE(stillOfUse({ Kind::OwnDays, {}, {} }, utc(2026, 6, 1), tokyo), RefreshRange());
        const RefreshRange month { Kind::NextMonth, {}, {} };
        QCOMPARE(stillOfUse(month, utc(2026, 6, 1), tokyo), month);
    }

    void theWordsSayWhichZoneADayIsIn()
    {
        sentences::setZone(QTimeZone("Asia/Shanghai"));
        const QDateTime now = utc(2026, 6, 1, 10);
        const RefreshRange today { Kind::Today, {}, {} };
        QCOMPARE(rangewords::name(today, now), QStringLiteral("Today (Shanghai)"));
        QCOMPARE(rangewords::wasRead(today, 12, now), QStringLiteral("Read the pushes of today (Shanghai): 12."));
        QVERIFY(rangewords::hasNone(today, now).contains(QStringLiteral("Shanghai")));
        QVERIFY(rangewords::tip(today, now).contains(QStringLiteral("Shanghai")));
        const RefreshRange own = ownDays(QDate(2026, 6, 3), QDate(2027, 1, 5));
        QCOMPARE(rangewords::wasRead(own, 1, now),
            QStringLiteral("Read the pushes of Wed 3 Jun – Tue 5 Jan 2027 (Shanghai): 1."));
    }

    void everyRangeHasSentencesOfItsOwn()
    {
        const QDateTime now = utc(2026, 6, 1, 10);
        QSet<QString> all;
        for (const Kind kind : { Kind::NextWeek, Kind::Today, Kind::NextMonth, Kind::OwnDays, Kind::Everything }) {
            const RefreshRange range { kind, QDate(2026, 6, 3), QDate(2026, 6, 3) };
            for (const QString& words : { rangewords::name(range, now), rangewords::tip(range, now),
                     rangewords::wasRead(range, 412, now), rangewords::hasNone(range, now) }) {
                QVERIFY2(!words.isEmpty() && !words.contains(u'%'), qPrintable(words));
                all.insert(words);
            }
        }
        QCOMPARE(all.size(), 20);
    }
};

QTEST_GUILESS_MAIN(TestRefreshRange)
#include "tst_refreshrange.moc"
