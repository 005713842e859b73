// A run whose record cannot be written shows no outcome until it is, and batches that are held each for their own time.
#include "runstage.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace runstage;

class TestCancelRunRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAnOutcomeOnlyWhenItIsCommitted()
    {
        Stage stage(3);
        stage.failing->failOutcomes = true;
        CancelRun& run = stage.run();
        QSignalSpy settled(&run, &CancelRun::settled);
        QSignalSpy failed(&run, &CancelRun::journalFailed);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 5'000);
        QTest::qWait(300);
        QCOMPARE(settled.count(), 0);
        QCOMPARE(run.progress().settled, 0);
        QVERIFY(run.progress().paused && run.progress().waitingForRecord);
        QVERIFY(run.results().isEmpty());
        QVERIFY(run.stateOf(firstId) != RunState::Settled);
        const auto rows = stage.journal->rows(1);
        QCOMPARE(rows->first().state, JournalState::Sending); // never less than the truth
        run.resume(); // still full
        QCOMPARE(failed.count(), 2);
        QCOMPARE(settled.count(), 0);
        stage.failing->failOutcomes = false;
        run.resume();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 5'000);
        QCOMPARE(settled.count(), 3);
        QCOMPARE(run.progress().cancelled, 3);
        QCOMPARE(stage.service.deletionsReceived(), 3);
        stage.verifyTruth();
    }

    void saysThatTheRecordFailedAlsoWhilePaused()
    {
        Stage stage(8);
        CancelRun& run = stage.run();
        QSignalSpy failed(&run, &CancelRun::journalFailed);
        stage.watched.onDeletion = [&] {
            stage.failing->failOutcomes = true;
            run.pause();
        };
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 5'000);
        stage.watched.onDeletion = nullptr;
        stage.failing->failOutcomes = false;
        run.resume();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 5'000);
        QCOMPARE(run.progress().cancelled, 8);
    }

    void whatIsTakenBackWithoutARecordStaysOpenUntilItIsWritten()
    {
        Stage stage(4);
        CancelRun& run = stage.run({ 60s, false });
        QSignalSpy withdrawn(&run, &CancelRun::withdrawn);
        stage.failing->failOutcomes = true;
        run.undo();
        QVERIFY(!run.isFinished());
        QCOMPARE(withdrawn.count(), 0);
        QCOMPARE(run.progress().withdrawn, 0);
        QCOMPARE(run.progress().heldTasks, 0);
        run.stop(); // tries again, and must not withdraw them twice
        QCOMPARE(withdrawn.count(), 0);
        stage.failing->failOutcomes = false;
        run.resume();
        QVERIFY(run.isFinished());
        QCOMPARE(withdrawn.count(), 1);
        QCOMPARE(run.progress().withdrawn, 4);
        QTest::qWait(100);
        QCOMPARE(stage.service.deletionsReceived(), 0);
    }

    void whatNeverLeftIsPlannedAgainBeforeItIsSentAgain()
    {
        Stage stage(2);
        stage.watched.deletionsNeverLeave = true;
        CancelRun& run = stage.run();
        stage.failing->failOutcomes = true;
        QSignalSpy failed(&run, &CancelRun::journalFailed);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 5'000);
        QVERIFY(run.progress().paused);
        stage.failing->failOutcomes = false;
        run.stop();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 5'000);
        QVERIFY(stage.failing->written.first().startsWith(QLatin1String("undone")));
        const auto rows = stage.journal->rows(1);
        for (const JournalRow& row : *rows)
            QCOMPARE(row.state, JournalState::Settled);
    }

    void aBatchThatJoinsDoesNotProlongTheHoldOfAnEarlierOne()
    {
        Stage stage(4);
        const QList<Task> later = stage.tasks.mid(2);
        stage.tasks.resize(2);
        CancelRun& run = stage.run({ 1200ms, false });
        QTest::qWait(700);
        QVERIFY(run.add(later));
        QCOMPARE(run.progress().heldTasks, 4);
        QVERIFY(run.progress().holdLeft <= 500ms);
        QTRY_VERIFY_WITH_TIMEOUT(run.progress().heldTasks == 2, 900); // prolonged, it would be 1200 ms more
        QVERIFY(run.progress().held);
        run.undo();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 5'000);
        QCOMPARE(run.progress().cancelled, 2);
        QCOMPARE(run.progress().withdrawn, 2);
    }

    void undoTakesBackEveryBatchThatIsStillHeld()
    {
        Stage stage(4);
        const QList<Task> later = stage.tasks.mid(2);
        stage.tasks.resize(2);
        CancelRun& run = stage.run({ 60s, false });
        QVERIFY(run.add(later));
        run.undo();
        QVERIFY(run.isFinished());
        QCOMPARE(run.progress().withdrawn, 4);
    }

    void tasksMayJoinFromInsideEverySignal()
    {
        Stage stage(40);
        const QList<Task> later = stage.tasks.mid(1);
        stage.tasks.resize(1);
        CancelRun* run = nullptr;
        int joined = 0;
        const auto joinMore = [&] { // each makes the table of tasks grow, and so move
            for (int i = 0; run && i < 3 && joined < later.size(); ++i)
                QVERIFY(run->add({ later.at(joined++) }));
        };
        connect(stage.session.get(), &AppSession::runPrepared, this, [&](CancelRun* prepared) {
            run = prepared;
            connect(run, &CancelRun::settled, this, joinMore);
            connect(run, &CancelRun::tasksChanged, this, [&](const QList<TaskId>&, RunState state) {
                if (state == RunState::Sending)
                    joinMore();
            });
        });
        stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run->isFinished(), 30'000);
        QCOMPARE(run->progress().cancelled, 40);
        stage.verifyTruth();
    }

    void aThousandLookUpsDoNotSlowARun()
    {
        Stage stage(15);
        QList<TaskId> pasted;
        for (int i = 0; i < 1000; ++i)
            pasted.append(8'000'000'000 + i);
        QElapsedTimer elapsed;
        elapsed.start();
        CancelRun& run = stage.run();
        stage.session->readTasks(pasted);
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 15'000);
        QVERIFY2(
            elapsed.elapsed() < 3'500, qPrintable(QString::number(elapsed.elapsed()))); // alone it takes two seconds
    }

    void anAppThatIsLeftInTheMiddleOfARefreshLosesNoSlot()
    {
        Stage stage(3);
        for (int i = 0; i < 6; ++i) {
            stage.restart(stage.service.account());
            stage.session->refresh();
            QTest::qWait(5);
        }
        stage.restart(stage.service.account());
        QSignalSpy ended(stage.session.get(), &AppSession::refreshed);
        stage.session->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 30'000);
    }
};

QTEST_GUILESS_MAIN(TestCancelRunRecord)
#include "tst_cancelrun_record.moc"
