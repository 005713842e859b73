// When the list was read last: what counts as a reading, how it ages, and that it does so by itself.
#include "support/fakeclock.h"
#include "ui/tasks/lastreading.h"
#include "ui/tasks/lastreadlabel.h"
#include "ui/words/language.h"
#include "ui/words/zone.h"

#include <QApplication>
#include <QTest>

using namespace pushbrake;

namespace {

const QDateTime five(QDate(2026, 6, 1), QTime(14, 5), Qt::UTC);
const RefreshRange everything { RefreshRange::Kind::Everything, {}, {} };
const RefreshRange week { RefreshRange::Kind::NextWeek, {}, {} };

ListReading ended(ListReading::End how, qint64 tasks, qint64 missing = 0)
{
    ListReading reading;
    reading.end = how;
    reading.tasks = tasks;
    reading.missing = missing;
    return reading;
}

QString words(const LastReading& last, const QDateTime& now)
{
    return lastReadingWords(last, now).remove(QChar(0x2066)).remove(QChar(0x2069));
}

} // namespace

class LastReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installLanguage(*qApp);
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
        sentences::setZone({});
    }

    void agesWithTheMinutes()
    {
        const LastReading read = LastReading().after(ended(ListReading::End::LastPage, 4), everything, five);
        const QString at = words(read, five).section(QStringLiteral(", "), 0, 0);
        QVERIFY2(at.startsWith(QStringLiteral("read at 14:05")), qPrintable(at));
        QCOMPARE(words(read, five.addSecs(59)), at + QStringLiteral(", just now"));
        QCOMPARE(words(read, five.addSecs(60)), at + QStringLiteral(", 1 min ago"));
        QCOMPARE(words(read, five.addSecs(239)), at + QStringLiteral(", 3 min ago")); // no seconds
        QVERIFY(words(read, five.addDays(1)).startsWith(QStringLiteral("read at Yesterday 14:05, ")));
        sentences::setZone(QTimeZone("Asia/Shanghai"));
        QVERIFY(words(read, five).startsWith(QStringLiteral("read at 22:05 Shanghai, ")));
        sentences::setZone({});
        QCOMPARE(words(read, five.addSecs(7200)), at + QStringLiteral(", 2 h 0 min ago"));
    }

    // Read by halves, the rest of the list would look as fresh as that.
    void daysThatWereReadAloneAreNamed()
    {
        const LastReading whole = LastReading().after(ended(ListReading::End::LastPage, 4), everything, five);
        QVERIFY(!words(whole, five).contains(u'('));
        QVERIFY(!lastReadingTip(whole, five).contains(QStringLiteral("other days")));
        const LastReading read = whole.after(ended(ListReading::End::LastPage, 4), week, five);
        QVERIFY2(words(read, five).endsWith(QStringLiteral("just now (Next 7 days)")), qPrintable(words(read, five)));
        QVERIFY(lastReadingTip(read, five).contains(QStringLiteral("other days")));
        // A try that brought nothing says nothing of its days.
        QCOMPARE(read.after(ended(ListReading::End::Fault, 0), everything, five.addSecs(60)).range, week);
    }

    void whatWasNotReadToItsEndIsAPart()
    {
        for (const ListReading& reading :
            { ended(ListReading::End::LastPage, 4, 1), ended(ListReading::End::Stopped, 4),
                ended(ListReading::End::Fault, 4), ended(ListReading::End::Endless, 4) }) {
            const LastReading read = LastReading().after(reading, everything, five);
            QVERIFY(words(read, five).startsWith(QStringLiteral("read in part at ")));
            QVERIFY(lastReadingTip(read, five).contains(QStringLiteral("not to its end")));
        }
    }

    void aTryThatBroughtNothingIsNoReading()
    {
        QCOMPARE(words({}, five), QStringLiteral("not read yet"));
        const LastReading never = LastReading().after(ended(ListReading::End::Fault, 0), everything, five);
        QCOMPARE(words(never, five), QStringLiteral("not read yet: the last try brought nothing"));
        const LastReading read
            = LastReading().after(ended(ListReading::End::LastPage, 0), everything, five); // none there
        QVERIFY(words(read, five).startsWith(QStringLiteral("read at ")));
        const LastReading failed = read.after(ended(ListReading::End::Fault, 0), everything, five.addSecs(600));
        QCOMPARE(failed.at, five);
        const QString said = words(failed, five.addSecs(720));
        QVERIFY2(said.contains(QStringLiteral("12 min ago")) && said.contains(QStringLiteral("brought nothing")),
            qPrintable(said));
        QVERIFY(lastReadingTip(failed, five.addSecs(720)).contains(QStringLiteral("14:15")));
        const LastReading mended = failed.after(ended(ListReading::End::LastPage, 4), everything, five.addSecs(900));
        QVERIFY(!words(mended, five.addSecs(900)).contains(QStringLiteral("nothing")));
    }

    void growsOlderByItselfAndDoesNotShrink()
    {
        FakeClock clock;
        LastReadLabel label(clock, nullptr);
        label.say(LastReading().after(ended(ListReading::End::LastPage, 4), everything, clock.utcNow()));
        label.show();
        QVERIFY(label.text().endsWith(QStringLiteral("just now")));
        const int wide = label.minimumWidth();
        clock.advance(std::chrono::minutes(5));
        QTRY_VERIFY_WITH_TIMEOUT(label.text().endsWith(QStringLiteral("5 min ago")), 15'000);
        QVERIFY(label.minimumWidth() >= wide);
        clock.advance(std::chrono::minutes(5));
        label.hide();
        label.show(); // what is shown again is right at once
        QVERIFY(label.text().endsWith(QStringLiteral("10 min ago")));
    }
};

QTEST_MAIN(LastReadingTest)
#include "tst_lastreading.moc"
