// The computer sleeps in the middle of a run, or somebody sets its clock: the steady clock knows nothing of either. No
// burst follows, no word becomes false, and what can still be stopped is.
#include "cancel/simulatedrun.h"

#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

class ClockJumpsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aComputerThatSleepsTellsTheTruthWhenItWakes_data();
    void aComputerThatSleepsTellsTheTruthWhenItWakes();
    void aHoldThatIsSleptThroughEndsAndTellsTheTruth();
    void aClockThatIsSetInTheMiddleChangesNoOrder_data();
    void aClockThatIsSetInTheMiddleChangesNoOrder();
    void aRecordOfAnotherDateIsStillOffered();

private:
    static bool isTrue(const SimulatedRun& app, const SettledResult& result);
};

/// Cancelled is what the service took away, and nothing that it took away is called stopped too late or still there.
bool ClockJumpsTest::isTrue(const SimulatedRun& app, const SettledResult& result)
{
    const bool isDeleted = app.service.isDeleted(result.taskId);
    return result.outcome == Outcome::Unknown || isDeleted == (result.outcome == Outcome::Cancelled);
}

void ClockJumpsTest::aComputerThatSleepsTellsTheTruthWhenItWakes_data()
{
    QTest::addColumn<Milliseconds>("sleep");
    QTest::addColumn<double>("faulty");
    for (const double faulty : { 0.0, 0.3 }) {
        QTest::addRow("a moment, %.0f %% faulty", faulty * 100) << Milliseconds(3s) << faulty;
        QTest::addRow("until some have gone out, %.0f %% faulty", faulty * 100) << Milliseconds(5min + 20s) << faulty;
        QTest::addRow("a night, %.0f %% faulty", faulty * 100) << Milliseconds(9h) << faulty;
    }
}

void ClockJumpsTest::aComputerThatSleepsTellsTheTruthWhenItWakes()
{
    QFETCH(Milliseconds, sleep);
    QFETCH(double, faulty);
    SimulatedRun app(60, 5min, { .forgetsWhatWentOut = true }, faulty);
    CancelRun& run = app.start();
    QVERIFY(app.time.passUntil([&run] { return run.progress().cancelled >= 10; }, 1min));
    app.time.setWallClock(sleep); // the service's time goes on with it
    QVERIFY(app.finishes(run, 30min));
    QCOMPARE(run.results().size(), 60);
    int unknown = 0;
    for (const SettledResult& result : run.results()) {
        QVERIFY2(isTrue(app, result),
            qPrintable(QStringLiteral("%1 ended as %2").arg(result.taskId).arg(int(result.outcome))));
        unknown += result.outcome == Outcome::Unknown;
    }
    QVERIFY(run.progress().cancelled >= 10);
    QVERIFY2(faulty > 0 || unknown == 0, qPrintable(QString::number(unknown)));
    QCOMPARE(app.service.refusedForRate(), 0); // no burst
}

void ClockJumpsTest::aHoldThatIsSleptThroughEndsAndTellsTheTruth()
{
    SimulatedRun app(20, 70s, { .forgetsWhatWentOut = true });
    CancelRun& run = app.start(5s);
    app.time.pass(1s);
    app.time.setWallClock(80s); // ten of them have gone out
    QVERIFY(app.finishes(run, 5min));
    for (const SettledResult& result : run.results())
        QVERIFY(isTrue(app, result));
    QVERIFY(run.progress().cancelled >= 1);
    QVERIFY(run.progress().tooLate >= 1);
    QCOMPARE(app.service.refusedForRate(), 0);
}

void ClockJumpsTest::aClockThatIsSetInTheMiddleChangesNoOrder_data()
{
    QTest::addColumn<Milliseconds>("ahead");
    for (const Milliseconds ahead : { Milliseconds(2min), Milliseconds(24h), Milliseconds(24h * 700) }) {
        QTest::addRow("ahead by %lld s", (long long)(ahead.count() / 1'000)) << ahead;
        QTest::addRow("back by %lld s", (long long)(ahead.count() / 1'000)) << -ahead;
    }
}

void ClockJumpsTest::aClockThatIsSetInTheMiddleChangesNoOrder()
{
    QFETCH(Milliseconds, ahead);
    SimulatedRun app(60, 5min);
    CancelRun& run = app.start();
    QVERIFY(app.time.passUntil([&run] { return run.progress().cancelled >= 10; }, 1min));
    app.time.setWallClock(ahead);
    app.service.manners.clockIsAhead -= ahead; // its time is what it was
    QVERIFY(app.finishes(run, 1min));
    QCOMPARE(run.progress().cancelled, 60);
    QCOMPARE(app.service.stopped(), 60);
    QCOMPARE(app.service.refusedForRate(), 0);
    // Once a few answers have told the time, the soonest are first again; five are under way at once.
    const QList<SettledResult>& results = run.results();
    for (qsizetype i = 25; i + 6 < results.size(); ++i)
        QVERIFY2(results.at(i).taskId < results.at(i + 6).taskId, qPrintable(QString::number(i)));
}

void ClockJumpsTest::aRecordOfAnotherDateIsStillOffered()
{
    for (const Milliseconds ahead : { Milliseconds(-24h * 700), Milliseconds(24h * 700) }) {
        SimulatedRun app(3, 1h, { .losesDeletions = true });
        CancelRun& run = app.start();
        QVERIFY(app.time.passUntil([&app] { return app.service.deletionsAsked() == 3; }, 30s));
        QVERIFY(!run.isFinished());
        app.time.setWallClock(ahead);
        Journal nextStart(*app.database, app.time);
        const auto left = nextStart.recover();
        QVERIFY(left);
        QCOMPARE(left->size(), 3);
        for (const JournalRow& row : *left)
            QCOMPARE(row.result.outcome, Outcome::Unknown);
    }
}

QTEST_GUILESS_MAIN(ClockJumpsTest)
#include "tst_clockjumps.moc"
