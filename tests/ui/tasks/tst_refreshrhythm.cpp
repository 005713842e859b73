// When the list is read by itself: not too often, not while it fails or the account is refused, and shortly before
// something goes out; with clocks that are set and computers that sleep.
#include "support/fakeclock.h"
#include "ui/tasks/refreshrhythm.h"

#include <QTest>

#include <algorithm>

using namespace pushbrake;
using namespace std::chrono_literals;
using Reading = RefreshRhythm::Reading;
using End = RefreshRhythm::End;

namespace {

struct Desk
{
    explicit Desk(RefreshRhythm::Choice choice) { rhythm.choose(choice); }

    void read(Reading what, End how = End::Read, Milliseconds takes = 1s)
    {
        rhythm.began(what, true);
        clock.advance(takes);
        rhythm.ended(how);
    }
    QDateTime nextDue() const
    {
        QDateTime next;
        for (const QDateTime& at : pushes) {
            if (at > rhythm.seenUntil() && (!next.isValid() || at < next))
                next = at;
        }
        return next;
    }
    std::optional<Reading> due() const { return rhythm.due(nextDue()); }
    /// Minutes from now on at which something is read, each look a second after the last; what is due is read.
    QList<qint64> readIn(std::chrono::minutes time, End how = End::Read)
    {
        QList<qint64> at;
        const QDateTime begin = clock.utc;
        for (auto second = 0s; second < time; ++second) {
            if (const auto what = due()) {
                at.append(begin.secsTo(clock.utc));
                rhythm.began(*what, true);
                rhythm.ended(how);
            }
            clock.advance(1s);
        }
        return at;
    }

    FakeClock clock;
    RefreshRhythm rhythm { clock };
    QList<QDateTime> pushes;
};

} // namespace

class TestRefreshRhythm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsReadUnlessItIsChosen()
    {
        Desk desk({});
        desk.pushes = { desk.clock.utc.addSecs(600) };
        QVERIFY(desk.readIn(24h).isEmpty());
        QVERIFY(!desk.rhythm.sleep(desk.nextDue()));
    }

    void everySoManyMinutes_data()
    {
        QTest::addColumn<int>("minutes");
        for (const int minutes : { 5, 15, 60 })
            QTest::addRow("%d", minutes) << minutes;
    }
    void everySoManyMinutes()
    {
        QFETCH(const int, minutes);
        Desk desk({ std::chrono::minutes(minutes) });
        const QList<qint64> at = desk.readIn(4h);
        QCOMPARE(at.size(), 240 / minutes - (240 % minutes == 0 ? 1 : 0));
        for (qsizetype i = 0; i < at.size(); ++i)
            QCOMPARE(at.at(i), qint64(60) * minutes * (i + 1));
    }

    void aReadingByHandPutsTheNextOneOff()
    {
        Desk desk({ 5min });
        desk.clock.advance(4min);
        desk.read(Reading::Range);
        desk.clock.advance(2min);
        QVERIFY(!desk.due());
        desk.clock.advance(3min);
        QCOMPARE(desk.due(), Reading::Range);
    }

    void aReadingThatTakesLongIsNotFollowedAtOnce()
    {
        Desk desk({ 5min });
        desk.read(Reading::Range, End::Read, 20min);
        QVERIFY(!desk.due());
        desk.clock.advance(1min);
        QCOMPARE(desk.due(), Reading::Range);
    }

    void failuresAreTriedEverMoreSlowly()
    {
        Desk desk({ 5min });
        const QList<qint64> at = desk.readIn(12h, End::Failed);
        QVERIFY2(at.size() < 20, qPrintable(QString::number(at.size())));
        QCOMPARE(at.last() - at.at(at.size() - 2), 3'600); // and no more slowly than that
        for (qsizetype i = 2; i < at.size(); ++i)
            QVERIFY(at.at(i) - at.at(i - 1) >= at.at(i - 1) - at.at(i - 2));
        desk.read(Reading::Range);
        QCOMPARE(desk.readIn(6min).size(), 1);
    }

    void aStopIsNoFailure()
    {
        Desk desk({ 5min });
        desk.read(Reading::Range, End::Stopped);
        QCOMPARE(desk.readIn(5min), QList<qint64>({ 299 }));
    }

    void aRefusedAccountIsNotAskedAgain()
    {
        Desk desk({ 5min, true });
        desk.pushes = { desk.clock.utc.addSecs(3'600) };
        desk.clock.advance(5min);
        desk.read(*desk.due(), End::AccountRefused);
        QVERIFY(desk.readIn(24h).isEmpty());
        QVERIFY(!desk.rhythm.sleep(desk.nextDue()));
        desk.read(Reading::Range, End::Failed); // by hand
        QVERIFY(desk.readIn(2h).isEmpty());
        desk.read(Reading::Range); // by hand, and the account is well
        QVERIFY(!desk.readIn(6min).isEmpty());
    }

    void anotherAccountBeginsAfresh()
    {
        Desk desk({ 5min });
        desk.read(Reading::Range, End::AccountRefused);
        desk.rhythm.opened();
        QCOMPARE(desk.readIn(6min), QList<qint64>({ 300 }));
    }

    void fiveMinutesBeforeAPushGoesOut()
    {
        Desk desk({ 0min, true });
        desk.pushes = { desk.clock.utc.addSecs(3'600) };
        QCOMPARE(desk.readIn(2h), QList<qint64>({ 3'300 }));
    }

    void onePushOrManyAtOnceIsOneReading()
    {
        Desk desk({ 0min, true });
        for (int i = 0; i < 500; ++i)
            desk.pushes.append(desk.clock.utc.addSecs(3'600));
        QCOMPARE(desk.readIn(2h).size(), 1);
    }

    void manyInARowAreReadOnceAMinuteAtMost()
    {
        Desk desk({ 0min, true });
        for (int i = 0; i < 600; ++i)
            desk.pushes.append(desk.clock.utc.addSecs(3'600 + i));
        const QList<qint64> at = desk.readIn(2h);
        QVERIFY2(at.size() >= 9 && at.size() <= 11, qPrintable(QString::number(at.size())));
        for (qsizetype i = 1; i < at.size(); ++i)
            QVERIFY(at.at(i) - at.at(i - 1) >= 60);
        for (const QDateTime& push : std::as_const(desk.pushes)) { // each of them was read shortly before
            const qint64 due = m_start.secsTo(push);
            QVERIFY(std::any_of(at.begin(), at.end(), [due](qint64 read) { return read < due && due - read <= 300; }));
        }
    }

    void aPushThatIsDueAtOnceIsStillRead()
    {
        Desk desk({ 0min, true });
        desk.clock.advance(10min);
        desk.pushes = { desk.clock.utc.addSecs(90) };
        QCOMPARE(desk.due(), Reading::Due);
        desk.pushes = { desk.clock.utc.addSecs(-1) };
        QVERIFY(!desk.due()); // its time has come: the list sees to that itself
    }

    void aReadingOfTheRangeCountsAsWell()
    {
        Desk desk({ 0min, true });
        desk.pushes = { desk.clock.utc.addSecs(3'600) };
        desk.clock.advance(56min);
        desk.read(Reading::Range);
        QVERIFY(desk.readIn(1h).isEmpty());
    }

    void aReadingThatDoesNotShowItDoesNotCount()
    {
        Desk desk({ 0min, true });
        desk.pushes = { desk.clock.utc.addSecs(3'600) };
        desk.clock.advance(56min);
        desk.rhythm.began(Reading::Range, false);
        desk.rhythm.ended(End::Read);
        QCOMPARE(desk.readIn(1h), QList<qint64>({ 60 }));
    }

    void aReadingThatFailedDoesNotCount()
    {
        Desk desk({ 0min, true });
        desk.pushes = { desk.clock.utc.addSecs(3'600) };
        desk.clock.advance(55min);
        QCOMPARE(desk.due(), Reading::Due);
        desk.read(Reading::Due, End::Failed);
        QVERIFY(!desk.due());
        desk.clock.advance(2min);
        QCOMPARE(desk.due(), Reading::Due);
    }

    void aClockThatIsSetHidesNothing()
    {
        Desk desk({ 15min, true });
        desk.pushes = { desk.clock.utc.addSecs(7'200) };
        desk.clock.advance(2h - 5min - 1s);
        desk.read(Reading::Range);
        desk.clock.utc = desk.clock.utc.addSecs(-3'600); // set back by an hour
        desk.pushes = { desk.clock.utc.addSecs(240) };
        desk.clock.advance(61s);
        QCOMPARE(desk.due(), Reading::Due);
        desk.clock.utc = desk.clock.utc.addDays(30); // and far ahead: minutes are not counted by it
        QVERIFY(!desk.due());
    }

    void afterASleepItIsReadOnce()
    {
        Desk desk({ 5min, true });
        desk.clock.advance(9h);
        QCOMPARE(desk.due(), Reading::Range);
        desk.read(Reading::Range);
        QVERIFY(!desk.due());
    }

    void sleepsJustUntilSomethingIsDue()
    {
        Desk desk({ 15min, true });
        desk.pushes = { desk.clock.utc.addSecs(600) };
        QCOMPARE(*desk.rhythm.sleep(desk.nextDue()), Milliseconds(5min));
        desk.clock.advance(*desk.rhythm.sleep(desk.nextDue()));
        QCOMPARE(desk.due(), Reading::Due);
        desk.read(Reading::Due, End::Read, 0s);
        QCOMPARE(*desk.rhythm.sleep(desk.nextDue()), Milliseconds(10min));
    }

private:
    const QDateTime m_start = FakeClock().utc;
};

QTEST_GUILESS_MAIN(TestRefreshRhythm)
#include "tst_refreshrhythm.moc"
