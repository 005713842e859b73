// The service's time: the computer's own until several answers agree that it is wrong, and never further off than they.
#include "domain/serviceclock.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {
constexpr Milliseconds trip = 80ms;
} // namespace

class TestServiceClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheComputersUntilSeveralAnswersAgree()
    {
        FakeClock computers;
        ServiceClock clock(computers);
        for (int i = 0; i < 2; ++i) {
            hear(clock, computers, -3 * 24h);
            QCOMPARE(clock.utcNow(), computers.utcNow());
            QVERIFY(!clock.difference());
        }
        hear(clock, computers, -3 * 24h);
        QVERIFY(clock.difference());
        QVERIFY(std::abs(clock.utcNow().msecsTo(computers.utcNow().addDays(-3))) <= 1'000);
    }

    void staysTheComputersWhileTheTwoAgreeButForTheWholeSecondsOfADate()
    {
        FakeClock computers;
        ServiceClock clock(computers);
        for (int i = 0; i < 50; ++i) {
            hear(clock, computers, 1500ms);
            computers.advance(170ms);
        }
        QCOMPARE(clock.difference(), std::optional(0ms));
        QCOMPARE(clock.utcNow(), computers.utcNow());
    }

    void isNarrowedByEachAnswer()
    {
        FakeClock computers;
        ServiceClock clock(computers);
        for (int i = 0; i < 20; ++i) {
            hear(clock, computers, -50min);
            computers.advance(330ms);
        }
        const Milliseconds error = *clock.difference() + 50min;
        QVERIFY2(std::abs(error.count()) <= 200, qPrintable(QString::number(error.count())));
    }

    void aDayOnTheWayOfOneAnswerChangesNothing()
    {
        FakeClock computers;
        ServiceClock clock(computers);
        for (int i = 0; i < 5; ++i)
            hear(clock, computers, 0ms);
        clock.heard({}, trip);
        hear(clock, computers, 24h); // contradicts the others: not believed before others agree with it
        QCOMPARE(clock.utcNow(), computers.utcNow());
    }

    void followsAComputersClockThatIsSetRight()
    {
        FakeClock computers;
        ServiceClock clock(computers);
        for (int i = 0; i < 5; ++i)
            hear(clock, computers, -1h);
        computers.utc = computers.utc.addSecs(-3600); // the person sets it
        QCOMPARE(clock.utcNow(), computers.utcNow());
        for (int i = 0; i < 3; ++i)
            hear(clock, computers, 0ms);
        QCOMPARE(clock.difference(), std::optional(0ms));
    }

    void learnsAnewOfAnotherService()
    {
        FakeClock computers;
        ServiceClock clock(computers);
        for (int i = 0; i < 3; ++i)
            hear(clock, computers, 1h);
        clock.forget();
        QCOMPARE(clock.utcNow(), computers.utcNow());
    }

private:
    // An answer of a service whose clock is ahead by this, dated half way.
    static void hear(ServiceClock& clock, const FakeClock& computers, Milliseconds ahead)
    {
        const QDateTime dated = computers.utcNow().addMSecs((ahead - trip / 2).count());
        clock.heard(QDateTime::fromSecsSinceEpoch(dated.toSecsSinceEpoch(), Qt::UTC), trip);
    }
};

QTEST_GUILESS_MAIN(TestServiceClock)
#include "tst_serviceclock.moc"
