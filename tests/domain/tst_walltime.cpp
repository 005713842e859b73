// The hours that clocks skip and repeat, in zones that differ in when and by how much.
#include "domain/walltime.h"

#include <QTest>

using namespace pushbrake;

class WallTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsSkippedAndRepeatedTimes_data()
    {
        using K = WallTime::Kind;
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("utc");
        QTest::addColumn<QString>("secondUtc");
        const auto row = [](const char* zone, const char* shown, K kind, const char* utc, const char* second = "") {
            QTest::addRow("%s %s", zone, shown) << QByteArray(zone) << QString::fromLatin1(shown) << int(kind)
                                                << QString::fromLatin1(utc) << QString::fromLatin1(second);
        };
        const char* berlin = "Europe/Berlin";
        row(berlin, "2027-03-28T01:59", K::Once, "2027-03-28T00:59");
        row(berlin, "2027-03-28T02:00", K::Skipped, "2027-03-28T01:00");
        row(berlin, "2027-03-28T02:30", K::Skipped, "2027-03-28T01:30");
        row(berlin, "2027-03-28T03:00", K::Once, "2027-03-28T01:00");
        row(berlin, "2026-10-25T01:59", K::Once, "2026-10-24T23:59");
        row(berlin, "2026-10-25T02:00", K::Twice, "2026-10-25T00:00", "2026-10-25T01:00");
        row(berlin, "2026-10-25T02:30", K::Twice, "2026-10-25T00:30", "2026-10-25T01:30");
        row(berlin, "2026-10-25T03:00", K::Once, "2026-10-25T02:00");
        const char* west = "America/Los_Angeles";
        row(west, "2027-03-14T02:15", K::Skipped, "2027-03-14T10:15");
        row(west, "2026-11-01T01:15", K::Twice, "2026-11-01T08:15", "2026-11-01T09:15");
        row(west, "2026-11-26T10:00", K::Once, "2026-11-26T18:00");
        const char* island = "Australia/Lord_Howe"; // by half an hour
        row(island, "2026-10-04T02:15", K::Skipped, "2026-10-03T15:45");
        row(island, "2026-10-04T02:30", K::Once, "2026-10-03T15:30");
        row(island, "2027-04-04T01:45", K::Twice, "2027-04-03T14:45", "2027-04-03T15:15");
        row("Pacific/Apia", "2011-12-30T12:00", K::Skipped, "2011-12-30T22:00"); // a whole day
        row("Asia/Shanghai", "2027-03-28T02:30", K::Once, "2027-03-27T18:30");
        row("UTC", "2026-10-25T02:30", K::Once, "2026-10-25T02:30");
    }
    void tellsSkippedAndRepeatedTimes()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, shown);
        QFETCH(int, kind);
        const WallTime read = readWallTime(QDate::fromString(shown.left(10), Qt::ISODate),
            QTime::fromString(shown.mid(11), QStringLiteral("HH:mm")), QTimeZone(zone));
        const auto text = [](const QDateTime& utc) { return utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm")); };
        QCOMPARE(int(read.kind), kind);
        QTEST(text(read.utc), "utc");
        QTEST(text(read.secondUtc), "secondUtc");
    }

    void aDayBeginsAtItsFirstMoment_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("utc");
        const auto row = [](const char* zone, QDate day, const char* utc) {
            QTest::addRow("%s %s", zone, qPrintable(day.toString(Qt::ISODate)))
                << QByteArray(zone) << day << QString::fromLatin1(utc);
        };
        row("UTC", QDate(2026, 11, 26), "2026-11-26T00:00");
        row("America/Havana", QDate(2026, 11, 1), "2026-11-01T04:00"); // midnight twice
        row("America/Havana", QDate(2026, 11, 2), "2026-11-02T05:00");
        row("America/Havana", QDate(2026, 3, 8), "2026-03-08T05:00"); // from midnight to one o'clock
        row("Asia/Beirut", QDate(2026, 3, 29), "2026-03-28T22:00");
        row("Asia/Beirut", QDate(2026, 10, 25), "2026-10-24T22:00"); // 23:00 twice
        row("Africa/Cairo", QDate(2026, 4, 24), "2026-04-23T22:00");
        row("Africa/Cairo", QDate(2026, 10, 30), "2026-10-29T22:00");
        row("America/Santiago", QDate(2026, 9, 6), "2026-09-06T04:00");
        row("Pacific/Apia", QDate(2011, 12, 30), "2011-12-30T10:00"); // never was
        row("Pacific/Apia", QDate(2011, 12, 31), "2011-12-30T10:00");
    }
    void aDayBeginsAtItsFirstMoment()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, day);
        QTEST(beginOfDay(day, QTimeZone(zone)).toString(QStringLiteral("yyyy-MM-ddTHH:mm")), "utc");
    }
};

QTEST_GUILESS_MAIN(WallTimeTest)
#include "tst_walltime.moc"
