// Times in the zone that a person chose: right on both sides of each change of the clock, and named, so that nobody
// takes them for this computer's.
#include "ui/words/times.h"
#include "ui/words/zone.h"

#include <QTest>

using namespace pushbrake;
using namespace Qt::StringLiterals;

class ZoneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { sentences::setZone({}); }

    void showsTheWallClockOfTheZoneAndNamesIt_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDateTime>("utc");
        QTest::addColumn<QString>("shown");
        const auto at = [](int month, int day, int hour, int minute) {
            return QDateTime(QDate(2027, month, day), QTime(hour, minute), Qt::UTC);
        };
        QTest::newRow("far east") << QByteArray("Asia/Seoul") << at(6, 1, 1, 0) << u"Today 10:00 Seoul"_s;
        QTest::newRow("the next day there") << QByteArray("Asia/Seoul") << at(6, 1, 15, 0) << u"Tomorrow 00:00 Seoul"_s;
        QTest::newRow("the day before there")
            << QByteArray("America/Los_Angeles") << at(6, 1, 6, 59) << u"Today 23:59 Los Angeles"_s;
        QTest::newRow("before the clock is put forward")
            << QByteArray("Europe/Berlin") << at(3, 28, 0, 59) << u"Today 01:59 Berlin"_s;
        QTest::newRow("after it") << QByteArray("Europe/Berlin") << at(3, 28, 1, 0) << u"Today 03:00 Berlin"_s;
        QTest::newRow("before the clock is put back")
            << QByteArray("Europe/Berlin") << at(10, 31, 0, 30) << u"Today 02:30 Berlin"_s;
        QTest::newRow("after it, the same wall clock")
            << QByteArray("Europe/Berlin") << at(10, 31, 1, 30) << u"Today 02:30 Berlin"_s;
    }

    void showsTheWallClockOfTheZoneAndNamesIt()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDateTime, utc);
        QFETCH(const QString, shown);
        QDateTime now = utc.addSecs(-60);
        if (shown.startsWith(u"Tomorrow"_s))
            now = utc.addSecs(-3600);
        sentences::setZone(QTimeZone(zone));
        QCOMPARE(sentences::localTime(utc, now), shown);
    }

    void saysNothingOfTheZoneOfThisComputer()
    {
        const QDateTime utc(QDate(2027, 6, 1), QTime(10, 0), Qt::UTC);
        QCOMPARE(sentences::localTime(utc, utc), u"Today 10:00"_s);
        sentences::setZone(QTimeZone("UTC")); // which is this computer's, in the tests
        QVERIFY(!sentences::isZoneChosen());
        QCOMPARE(sentences::localTime(utc, utc), u"Today 10:00"_s);
        QCOMPARE(sentences::zoneName(utc), u"UTC"_s);
    }

    void namesTheDayInUtcWhenTheZoneHasAnother()
    {
        sentences::setZone(QTimeZone("Asia/Seoul"));
        const QDateTime utc(QDate(2027, 6, 1), QTime(15, 0), Qt::UTC);
        QVERIFY(sentences::utcTime(utc, utc).contains(u"1 Jun"_s));
        QVERIFY(!sentences::utcTime(utc.addSecs(-3600), utc).contains(u"Jun"_s));
    }

    void twoDaysAndTwentyThreeHoursAreNotTwoDays()
    {
        const QDateTime now(QDate(2027, 6, 1), QTime(0, 0), Qt::UTC);
        QCOMPARE(sentences::timeLeft(now.addSecs((2 * 24 + 23) * 3600), now), u"in 2 days 23 h"_s);
        QCOMPARE(sentences::timeLeft(now.addSecs(9 * 24 * 3600 + 23 * 3600), now), u"in 9 days 23 h"_s);
    }
};

QTEST_GUILESS_MAIN(ZoneTest)
#include "tst_zone.moc"
