// When a push goes out, as people write it; what can be meant in two ways is not read.
#include "exchange/serialdate.h"
#include "exchange/timetext.h"

#include <QTest>

using namespace pushbrake;
using namespace Qt::StringLiterals;

class TimeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondsCountOnlyWhereTheyAreGiven()
    {
        for (const char* text : { "2026-06-01 10:00", "1.6.2026, 9:05 Uhr", "2026-06-01 10:00 UTC", "46174.4375" })
            QVERIFY2(!readTimeText(QString::fromUtf8(text))->hasSeconds, text);
        for (const char* text : { "2026-06-01T10:00:00", "2026-06-01 10:00:00 UTC", "1.6.2026, 9:05:00", "1780308000" })
            QVERIFY2(readTimeText(QString::fromUtf8(text))->hasSeconds, text);
    }

    void readsTimesAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // with the offset in hours behind it, where there is one
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(expected);
        };
        row("2026-06-01 10:00", "2026-06-01T10:00:00");
        row("2026-06-01T10:00:05", "2026-06-01T10:00:05");
        row("2026-06-01T10:00:00.250Z", "2026-06-01T10:00:00 0");
        row("2026-06-01T10:00:00+08:00", "2026-06-01T10:00:00 8");
        row("2026-06-01 10:00 UTC", "2026-06-01T10:00:00 0");
        row("2026-06-01 10:00 (GMT+8)", "2026-06-01T10:00:00 8");
        row("2026-06-01 10:00 utc-5", "2026-06-01T10:00:00 -5");
        row("2026-06-01 10:00 WIB", "2026-06-01T10:00:00 7");
        row("2026/6/1 9:05", "2026-06-01T09:05:00");
        row("2026.06.01 10:00", "2026-06-01T10:00:00");
        row("1.6.2026, 9:05 Uhr", "2026-06-01T09:05:00");
        row("Mo., 01.06.2026 10:00", "2026-06-01T10:00:00");
        row("13/6/2026 10:00", "2026-06-13T10:00:00");
        row("6/13/2026 10:00 PM", "2026-06-13T22:00:00");
        row("6/6/2026 12:30 am", "2026-06-06T00:30:00");
        row("6/6/2026 12:30 p.m.", "2026-06-06T12:30:00");
        row("1 Jun 2026 10:00", "2026-06-01T10:00:00");
        row("June 1, 2026 at 10:00", "2026-06-01T10:00:00");
        row("Mon, 1 June 2026 10:00", "2026-06-01T10:00:00");
        row("1. März 2026 10:00", "2026-03-01T10:00:00");
        row("1 Agustus 2026 pukul 10.00", "");
        row("2026年6月1日 10:00", "2026-06-01T10:00:00");
        row("2026年6月1日 下午3点30分", "2026-06-01T15:30:00");
        row("2026年6月1日 10時", "2026-06-01T10:00:00");
        row("2026년 6월 1일 오후 3:30", "2026-06-01T15:30:00");
        row("２０２６-０６-０１ １０：００", "2026-06-01T10:00:00");
        row("٢٠٢٦/٦/١ ١٠:٠٠", "2026-06-01T10:00:00");
        row(" 2026-06-01\u00a010:00 ", "2026-06-01T10:00:00");
        row("46174.4375", "2026-06-01T10:30:00");
        row("1780308000", "2026-06-01T10:00:00 0");
        row("1780308000000", "2026-06-01T10:00:00 0");
    }
    void readsTimesAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto read = readTimeText(text);
        QString found;
        if (read) {
            found = QDateTime(read->date, read->time, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
            found += read->zoneOffset ? u' ' + QString::number(*read->zoneOffset / 3600) : QString();
        }
        QCOMPARE(found, expected);
    }

    void saysWhyATimeIsNotRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* text, TimeFault fault) {
            QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << int(fault);
        };
        row("", TimeFault::Empty);
        row(" \u200B", TimeFault::Empty);
        row("tomorrow", TimeFault::Unclear);
        row("10:00", TimeFault::Unclear);
        row("2026-13-01 10:00", TimeFault::Unclear);
        row("2026-06-31 10:00", TimeFault::Unclear);
        row("2026-06-01 24:00", TimeFault::Unclear);
        row("2026-06-01 10:60", TimeFault::Unclear);
        row("2026-06-01 13:00 PM", TimeFault::Unclear);
        row("1/6/26 10:00", TimeFault::Unclear);
        row("1999-06-01 10:00", TimeFault::Unclear);
        row("1 Foo 2026 10:00", TimeFault::Unclear);
        row("2026-06-01 10:00 or so", TimeFault::Unclear);
        row("7000000001", TimeFault::Unclear);
        row("1e9", TimeFault::Unclear);
        row("2026-06-01", TimeFault::NoTimeOfDay);
        row("46174", TimeFault::NoTimeOfDay);
        row("46174.0", TimeFault::NoTimeOfDay);
        row("46174.", TimeFault::NoTimeOfDay);
        row("2026年6月1日", TimeFault::NoTimeOfDay);
        row("6/1/2026 10:00", TimeFault::DateOrder);
        row("1-6-2026 10:00", TimeFault::DateOrder);
        row("2026-06-01 10:00 CST", TimeFault::UnknownZone);
        row("2026-06-01 10:00 IST", TimeFault::UnknownZone);
        row("2026-06-01 10:00 UTC+15", TimeFault::UnknownZone);
    }
    void saysWhyATimeIsNotRead()
    {
        QFETCH(QString, text);
        QFETCH(int, fault);
        const auto read = readTimeText(text);
        QVERIFY(!read);
        QCOMPARE(int(read.error()), fault);
    }

    void theOrderOfAShortDateIsTheColumns()
    {
        QCOMPARE(readTimeText(u"6/1/2026 10:00", DateOrder::DayFirst)->date, QDate(2026, 1, 6));
        QCOMPARE(readTimeText(u"6/1/2026 10:00", DateOrder::MonthFirst)->date, QDate(2026, 6, 1));
        QCOMPARE(readTimeText(u"6.1.2026 10:00", DateOrder::MonthFirst)->date, QDate(2026, 1, 6));
        QCOMPARE(readTimeText(u"13/1/2026 10:00", DateOrder::MonthFirst)->date, QDate(2026, 1, 13));
    }

    void knowsFormatsOfDates()
    {
        for (const char16_t* code : { u"yyyy-mm-dd", u"d/m/yy h:mm", u"[h]:mm", u"[$-409]mmm d", u"h:mm AM/PM" })
            QVERIFY(isDateFormat(QStringView(code)));
        for (const char16_t* code :
            { u"General", u"0.00", u"#,##0", u"0.00E+00", u"\"days\" 0", u"[Red]0", u"0\\d", u"@", u"0;\"yes\"" })
            QVERIFY(!isDateFormat(QStringView(code)));
        QVERIFY(isDateFormat(14) && isDateFormat(22) && isDateFormat(47));
        QVERIFY(!isDateFormat(0) && !isDateFormat(11) && !isDateFormat(49));
    }

    void countsDaysAsSpreadsheetsDo()
    {
        QCOMPARE(dateOfSerial(46174.4375, DateSystem::From1900), u"2026-06-01T10:30:00"_s);
        QCOMPARE(dateOfSerial(46174.4375 - 1462, DateSystem::From1904), u"2026-06-01T10:30:00"_s);
        QCOMPARE(dateOfSerial(46174, DateSystem::From1900), u"2026-06-01"_s);
        QCOMPARE(dateOfSerial(0.4375, DateSystem::From1900), u"10:30:00"_s);
        QCOMPARE(dateOfSerial(46174.99999999, DateSystem::From1900), u"2026-06-02"_s);
        for (const double none : { -1.0, 1e9, double(qInf()), double(qQNaN()) })
            QCOMPARE(dateOfSerial(none, DateSystem::From1900), QString());
    }
};

QTEST_GUILESS_MAIN(TimeTextTest)
#include "tst_timetext.moc"
