// Whole runs against the practice service over real sockets and a real journal: what the person is told is what
// happened.
#include "runstage.h"

#include <QSignalSpy>

using namespace runstage;

class TestCancelRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelsEveryTaskWithOneRequestEach()
    {
        Stage stage(12);
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 15'000);
        QCOMPARE(run.progress().cancelled, 12);
        QCOMPARE(stage.service.deletionsReceived(), 12);
        stage.verifyTruth();
    }

    void tellsTheTruthWhateverBreaks_data()
    {
        QTest::addColumn<QString>("faults");
        QTest::newRow("dropped before it was applied") << QStringLiteral("delete_sched_task:drop-before=0.5");
        QTest::newRow("dropped after it was applied") << QStringLiteral("delete_sched_task:drop-after=0.5");
        QTest::newRow("reset after it was applied") << QStringLiteral("delete_sched_task:reset-after=0.5");
        QTest::newRow("garbage") << QStringLiteral("delete_sched_task:garbage=0.5");
        QTest::newRow("bad gateway") << QStringLiteral("delete_sched_task:bad-gateway=0.5");
        QTest::newRow("wrong types") << QStringLiteral("delete_sched_task:wrong-types=0.5");
        QTest::newRow("internal error") << QStringLiteral("delete_sched_task:code-90105=0.5");
    }

    void tellsTheTruthWhateverBreaks()
    {
        QFETCH(QString, faults);
        Stage stage(6, faults);
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 60'000);
        QCOMPARE(run.progress().cancelled, 6);
        QCOMPARE(stage.applied(), 6);
        stage.verifyTruth();
    }

    void saysTooLateForATaskThatHasGoneOut()
    {
        Stage stage(1, {}, -60);
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 5'000);
        QCOMPARE(run.progress().tooLate, 1);
        stage.verifyTruth();
    }

    void takesEverythingBackDuringTheHold()
    {
        Stage stage(3);
        CancelRun& run = stage.run({ 60s, false });
        QVERIFY(run.progress().held);
        run.undo();
        QVERIFY(run.isFinished());
        QCOMPARE(run.progress().withdrawn, 3);
        QCOMPARE(stage.service.deletionsReceived(), 0);
    }

    void doesNotHoldATaskThatGoesOutWithinAMinute()
    {
        Stage stage(1, {}, 30);
        CancelRun& run = stage.run({ 60s, false });
        QTRY_COMPARE_WITH_TIMEOUT(run.progress().cancelled, 1, 5'000);
    }

    void stopWithdrawsWhatIsQueuedAndFinishesWhatWasSent()
    {
        Stage stage(20);
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.progress().cancelled > 0, 5'000);
        run.stop();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 5'000);
        QVERIFY(run.progress().withdrawn > 0);
        QCOMPARE(run.progress().withdrawn + run.progress().cancelled, 20);
        stage.verifyTruth();
    }

    void pauseSendsNothingMoreUntilItGoesOn()
    {
        Stage stage(8);
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.progress().cancelled >= 5, 5'000);
        run.pause();
        QTest::qWait(1'500);
        const int received = stage.service.deletionsReceived();
        QTest::qWait(1'500);
        QCOMPARE(stage.service.deletionsReceived(), received);
        run.resume();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 5'000);
        QCOMPARE(run.progress().cancelled, 8);
    }

    void stopsSendingWhenTheAccountIsRefusedAndGoesOnWhenItIsMended()
    {
        Stage stage(10);
        Account wrong = stage.service.account();
        wrong.enter(Secret(QByteArray("0123456789abcdef")));
        stage.restart(std::move(wrong));
        CancelRun& run = stage.run();
        QSignalSpy asked(&run, &CancelRun::accountNeeded);
        QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, 5'000);
        QTRY_VERIFY(run.progress().waitingForAccount);
        stage.session->replaceAccount(stage.service.account());
        run.resume();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 15'000);
        QCOMPARE(run.progress().cancelled, 10);
        stage.verifyTruth();
    }

    void sendsNothingWithoutACommittedRow()
    {
        Stage stage(3);
        stage.failing->failAttempts = true;
        CancelRun& run = stage.run();
        QSignalSpy failed(&run, &CancelRun::journalFailed);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 5'000);
        QTest::qWait(500);
        QCOMPARE(stage.service.deletionsReceived(), 0);
        stage.failing->failAttempts = false;
        run.resume();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 5'000);
        QCOMPARE(run.progress().cancelled, 3);
    }

    // The plan of thousands takes a while to write; the connection is made meanwhile.
    void looksAtTheSoonestBeforeThePlanIsWritten()
    {
        Stage stage(3);
        int asked = 0;
        int askedBeforeThePlan = -1;
        int deletedBeforeThePlan = 0;
        stage.watched.onRequest = [&] { ++asked; };
        stage.watched.onDeletion = [&] { deletedBeforeThePlan += askedBeforeThePlan < 0; };
        stage.failing->onBegin = [&] { askedBeforeThePlan = asked; };
        CancelRun& run = stage.run();
        QTRY_VERIFY(run.isFinished());
        QCOMPARE(askedBeforeThePlan, 1);
        QCOMPARE(deletedBeforeThePlan, 0);
        QCOMPARE(run.progress().cancelled, 3);
    }

    // The look at it left before the plan could not be written, and its answer comes all the same.
    void whatCouldNotJoinForWantOfARecordMayJoinLater()
    {
        Stage stage(2);
        const Task second = stage.tasks.takeLast();
        CancelRun& run = stage.run({ 60s, false });
        QSignalSpy refused(&run, &CancelRun::accountNeeded);
        QTest::qWait(300); // the first one's look is over
        stage.service.setFaults(*Faults::fromText(QStringLiteral("code-70003=1"), 7));
        stage.failing->failBegin = true;
        QVERIFY(!run.add({ second }));
        QTRY_COMPARE(refused.count(), 1);
        QCOMPARE(refused.first().first().value<SettledResult>().taskId, second.id);
        stage.service.setFaults(Faults());
        stage.failing->failBegin = false;
        QVERIFY(run.add({ second }));
        QCOMPARE(run.stateOf(second.id), RunState::Held);
        run.resume();
        run.skipHold();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 10'000);
        QCOMPARE(run.progress().cancelled, 2);
    }

    void doesNotStartWithoutAPlan()
    {
        Stage stage(3);
        stage.failing->failBegin = true;
        QVERIFY(!stage.session->startRun(stage.tasks, { 0ms, false }));
        QTest::qWait(300);
        QCOMPARE(stage.service.deletionsReceived(), 0);
    }

    void waitsAndGoesOnAfterARateAnswer()
    {
        Stage stage(10);
        stage.service.setRate(2);
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 60'000);
        QCOMPARE(run.progress().cancelled, 10);
        QVERIFY(run.progress().slowness != Slowness::None);
    }

    void waitsForTheNetworkAndWithdrawsHonestlyWhenStopped()
    {
        Stage stage(2);
        stage.watched.deletionsNeverLeave = true;
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.progress().waitingForNetwork, 5'000);
        QCOMPARE(run.progress().settled, 0);
        run.stop();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 5'000);
        QVERIFY(run.progress().notSent > 0);
        QCOMPARE(run.progress().notSent + run.progress().withdrawn, 2);
    }

    void confirmsEachCancellationByReadingWhenAsked()
    {
        Stage stage(3);
        CancelRun& run = stage.run({ 0ms, true });
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 15'000);
        for (const SettledResult& result : run.results())
            QVERIFY(result.checked);
    }

    void readsEveryTaskOfTheService()
    {
        Stage stage(250);
        QSet<TaskId> seen;
        connect(stage.session.get(), &AppSession::tasksListed, this, [&seen](const QList<Task>& page) {
            for (const Task& task : page)
                seen.insert(task.id);
        });
        QSignalSpy ended(stage.session.get(), &AppSession::refreshed);
        stage.session->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 30'000);
        QCOMPARE(seen.size(), 250);
    }
};

QTEST_GUILESS_MAIN(TestCancelRun)
#include "tst_cancelrun.moc"
