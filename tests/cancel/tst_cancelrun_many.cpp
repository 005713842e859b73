// Runs that grow while they go on, and runs of ten thousand: undo, stop and joining take back or add exactly what is
// meant.
#include "runstage.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace runstage;

namespace {

// This computer's date can be set while a run goes on; what the limiter counts by cannot.
class ClockThatIsSet final : public Clock
{
public:
    SteadyTime steadyNow() const override { return m_real.steadyNow(); }
    QDateTime utcNow() const override { return m_real.utcNow().addSecs(aheadSeconds); }

    qint64 aheadSeconds = 0;

private:
    SystemClock m_real;
};

} // namespace

class TestCancelRunMany : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsOutWhatAStartSentThatWasKilledAMomentAgo()
    {
        Stage stage(5);
        Journal killed(*stage.database);
        const auto before = killed.begin(AppKey::of(stage.service.account().profile), DeedKind::Delete, stage.tasks);
        for (const Task& task : stage.tasks)
            QVERIFY(killed.attempt(*before, task.id, 1, 1, stage.clock.utcNow()));
        stage.restart(stage.service.account());
        const SteadyTime begin = stage.clock.steadyNow();
        std::optional<SteadyTime> first;
        stage.watched.onDeletion = [&] { first = first.value_or(stage.clock.steadyNow()); };
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 20'000);
        QVERIFY(*first - begin > 3'500ms);
        QVERIFY(*first - begin < 4'500ms);
    }

    void eachAttemptIsCommittedBeforeItIsPosted()
    {
        Stage stage(8, QStringLiteral("delete_sched_task:code-60007=0.3"));
        int posted = 0;
        stage.watched.onDeletion = [&] {
            ++posted;
            QCOMPARE(stage.failing->attemptsCommitted, posted);
        };
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 60'000);
        QVERIFY(posted >= 8);
    }

    void tasksJoinARunThatGoesOn()
    {
        Stage stage(12);
        const QList<Task> later = stage.tasks.mid(6);
        stage.tasks.resize(6);
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.progress().cancelled > 0, 5'000);
        QVERIFY(run.add(later));
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 15'000);
        QCOMPARE(run.progress().cancelled, 12);
        QCOMPARE(stage.service.deletionsReceived(), 12);
        stage.verifyTruth();
    }

    void theSoonestOfThoseThatJoinGoesFirst()
    {
        Stage stage(20);
        QList<Task> later { stage.tasks.takeLast() };
        later.first().goesOutAt = stage.clock.utcNow().addSecs(70);
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.progress().settled > 0, 5'000);
        QVERIFY(run.add(later));
        QCOMPARE(run.progress().nextTask, later.first().id);
    }

    void aTaskThatIsUnderWayJoinsOnlyOnce()
    {
        Stage stage(4);
        CancelRun& run = stage.run();
        QVERIFY(run.add(stage.tasks));
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 15'000);
        QCOMPARE(run.progress().total, 4);
        QCOMPARE(stage.service.deletionsReceived(), 4);
    }

    void undoTakesBackOnlyWhatTheHoldIsFor()
    {
        Stage stage(30);
        const QList<Task> later = stage.tasks.mid(25);
        stage.tasks.resize(25);
        CancelRun& run = stage.run({ 60s, false });
        run.skipHold();
        QVERIFY(run.add(later));
        QCOMPARE(run.progress().heldTasks, 5);
        run.undo();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 15'000);
        QCOMPARE(run.progress().withdrawn, 5);
        QCOMPARE(run.progress().cancelled, 25);
        for (const Task& task : later)
            QCOMPARE(stage.service.statusOf(task.id), TaskStatus::Pending);
    }

    void anUndoneTaskIsNotSentAgainAfterARateAnswer()
    {
        Stage stage(1, QStringLiteral("delete_sched_task:code-60007=1"), 30);
        CancelRun* started = nullptr;
        stage.watched.onDeletion
            = [&started] { QMetaObject::invokeMethod(started, &CancelRun::undo, Qt::QueuedConnection); };
        CancelRun& run = stage.run({ 60s, false }); // due at once, so it is sent during the hold
        started = &run;
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 5'000);
        QCOMPARE(run.progress().cancelled, 0);
        QCOMPARE(stage.service.deletionsReceived(), 1);
    }

    void nothingJoinsWithoutARecordOfIt()
    {
        Stage stage(10);
        const QList<Task> later = stage.tasks.mid(5);
        stage.tasks.resize(5);
        CancelRun& run = stage.run();
        stage.failing->failBegin = true;
        QVERIFY(!run.add(later));
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 15'000);
        QCOMPARE(run.progress().total, 5);
        QCOMPARE(stage.service.deletionsReceived(), 5);
    }

    void checksShareTheFiveOfARunUnlessTheyAreSaidToBeApart()
    {
        const auto secondsOf = [](bool apart) {
            Stage stage(15);
            stage.session->setReadsApart(apart);
            QElapsedTimer elapsed;
            elapsed.start();
            CancelRun& run = stage.run({ 0ms, true });
            if (!QTest::qWaitFor([&run] { return run.isFinished(); }, 30'000))
                return -1.0;
            return double(elapsed.elapsed()) / 1000;
        };
        const double shared = secondsOf(false);
        const double apart = secondsOf(true);
        QVERIFY(apart > 0);
        QVERIFY2(shared > apart * 1.4, qPrintable(QStringLiteral("%1 s, %2 s").arg(shared).arg(apart)));
    }

    void aClockThatIsSetADayAheadMakesNoBurst()
    {
        Stage stage(20);
        ClockThatIsSet computers;
        ServiceClock clock(computers);
        SharedGates gates(clock);
        AppSession session(stage.service.account(),
            { stage.watched, *stage.failing, clock, [] { return QRandomGenerator::system()->generate(); }, gates });
        const auto run = session.startRun(stage.tasks, { 0ms, false });
        QVERIFY(run);
        QTRY_VERIFY_WITH_TIMEOUT((*run)->progress().settled >= 3, 5'000);
        computers.aheadSeconds = 24 * 3600;
        QTRY_VERIFY_WITH_TIMEOUT((*run)->isFinished(), 15'000);
        QCOMPARE((*run)->progress().cancelled, 20);
        for (const auto& entry : stage.service.log())
            QCOMPARE(entry.code, 0);
    }

    void twoSessionsOfOneAppKeepWithinOneLimit()
    {
        Stage stage(12);
        AppSession other(stage.service.account(),
            { stage.transport, *stage.journal, stage.clock, [] { return QRandomGenerator::system()->generate(); },
                stage.gates });
        QList<TaskId> ids;
        for (const Task& task : stage.tasks)
            ids.append(task.id);
        QSignalSpy first(stage.session.get(), &AppSession::chosenRead);
        QSignalSpy second(&other, &AppSession::chosenRead);
        stage.session->readTasks(ids);
        other.readTasks(ids);
        QTRY_VERIFY_WITH_TIMEOUT(first.count() == 1 && second.count() == 1, 15'000);
        for (const auto& entry : stage.service.log())
            QCOMPARE(entry.code, 0);
    }

    void stopTellsOfTenThousandTakenBackAtOnceAndTheJournalAgrees()
    {
        Stage stage(10'000);
        CancelRun& run = stage.run({ 60s, false });
        QSignalSpy together(&run, &CancelRun::withdrawn);
        QSignalSpy oneByOne(&run, &CancelRun::settled);
        run.stop();
        QVERIFY(run.isFinished());
        QCOMPARE(together.count(), 1);
        QCOMPARE(oneByOne.count(), 0);
        QCOMPARE(run.progress().withdrawn, 10'000);
        const auto rows = stage.journal->rows(1);
        QVERIFY(rows);
        for (const JournalRow& row : *rows)
            QCOMPARE(row.result.outcome, Outcome::Withdrawn);
        QCOMPARE(stage.service.deletionsReceived(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCancelRunMany)
#include "tst_cancelrun_many.moc"
