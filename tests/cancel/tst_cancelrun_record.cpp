// A run whose record cannot be written shows no outcome until it is, and batches that are held each for their own time.
#include "runstage.h"

#include <QSignalSpy>
#include <algorithm>

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
        CancelRun& run = stage.run();
        stage.session->readTasks(pasted);
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 15'000);
        const auto log = stage.service.log();
        const auto looks = std::count_if(
            log.begin(), log.end(), [](const auto& entry) { return entry.command == QLatin1String("get_sched_task"); });
        // The five of the first second, and what was free while the last deletions were under way. In turn with the
        // deletions there would be as many as of these.
        QVERIFY2(looks < 15, qPrintable(QString::number(looks)));
    }

    void nothingIsSentWithoutARecordUntilThatIsSaidInSoManyWords()
    {
        Stage stage(3);
        stage.failing->failBegin = true;
        const auto refused = stage.session->startRun(stage.tasks, { 0ms, false });
        QVERIFY(!refused);
        QCOMPARE(refused.error(), DatabaseFault::Full);
        QTest::qWait(200);
        QCOMPARE(stage.service.deletionsReceived(), 0);
        const auto run = stage.session->startRun(stage.tasks, { 0ms, false }, Record::InMemory);
        QVERIFY(run);
        QCOMPARE((*run)->progress().record, Record::InMemory);
        QCOMPARE(*stage.session->whyNoRecord(), DatabaseFault::Full);
        QTRY_VERIFY_WITH_TIMEOUT((*run)->isFinished(), 5'000);
        QCOMPARE((*run)->progress().cancelled, 3);
        QCOMPARE(stage.service.deletionsReceived(), 3);
        for (const SettledResult& result : (*run)->results())
            QVERIFY(!result.recorded);
        QVERIFY(stage.journal->rows(1)->isEmpty());
        stage.verifyTruth();
    }

    void whatJoinsARunWithoutARecordHasNoneEither()
    {
        Stage stage(4);
        const QList<Task> later = stage.tasks.mid(2);
        stage.tasks.resize(2);
        const auto run = stage.session->startRun(stage.tasks, { 0ms, false }, Record::InMemory);
        QVERIFY(run && (*run)->add(later));
        QTRY_VERIFY_WITH_TIMEOUT((*run)->isFinished(), 5'000);
        QCOMPARE((*run)->progress().cancelled, 4);
        for (const SettledResult& result : (*run)->results())
            QVERIFY(!result.recorded);
        QVERIFY(stage.journal->rows(1)->isEmpty());
    }

    // Each of them is somewhere else when the record fails: sent and answered, sent and lost, waiting.
    void aRunWhoseRecordFailsGoesOnWithoutOneAndSendsNothingTwice_data()
    {
        QTest::addColumn<QString>("faults");
        QTest::newRow("answers") << QString();
        QTest::newRow("answers that are lost after the deed") << QStringLiteral("delete_sched_task:drop-after=0.5");
    }
    void aRunWhoseRecordFailsGoesOnWithoutOneAndSendsNothingTwice()
    {
        QFETCH(QString, faults);
        Stage stage(9, faults);
        int sent = 0;
        stage.watched.onDeletion = [&] {
            if (++sent == 3)
                stage.failing->failAttempts = stage.failing->failOutcomes = true;
        };
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.progress().waitingForRecord, 5'000);
        QCOMPARE(*stage.session->whyNoRecord(), DatabaseFault::Full);
        QTest::qWait(300);
        const int before = stage.service.deletionsReceived();
        QCOMPARE(before, 3);
        const qsizetype recorded = run.results().size();
        QVERIFY(run.openTasks().size() >= 6);
        QVERIFY(stage.session->goOnWithoutRecord());
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 20'000);
        QCOMPARE(run.progress().cancelled, 9);
        QCOMPARE(stage.applied(), 9);
        QCOMPARE(stage.service.deletionsReceived(), 9);
        for (qsizetype i = 0; i < run.results().size(); ++i)
            QCOMPARE(run.results().at(i).recorded, i < recorded);
        stage.verifyTruth();
    }

    void whatNeverLeftIsSentOnceMoreWithoutARecordToo()
    {
        Stage stage(2);
        stage.watched.deletionsNeverLeave = true;
        CancelRun& run = stage.run();
        stage.failing->failOutcomes = true;
        QTRY_VERIFY_WITH_TIMEOUT(run.progress().waitingForRecord, 5'000);
        stage.watched.deletionsNeverLeave = false;
        QVERIFY(stage.session->goOnWithoutRecord());
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 10'000);
        QCOMPARE(run.progress().cancelled, 2);
        QCOMPARE(stage.service.deletionsReceived(), 2);
    }

    void aStoppedRunWhoseRecordFailedCanBeEndedAndItsRestCancelledAnew()
    {
        Stage stage(8);
        stage.watched.onDeletion = [&] { stage.failing->failAttempts = stage.failing->failOutcomes = true; };
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.progress().waitingForRecord, 5'000);
        run.stop();
        QTRY_VERIFY_WITH_TIMEOUT(run.isOverButForRecord(), 5'000);
        QVERIFY(run.openTasks().isEmpty());
        QVERIFY(stage.session->goOnWithoutRecord());
        QVERIFY(run.isFinished());
        QCOMPARE(run.progress().cancelled, 1);
        QCOMPARE(run.progress().withdrawn, 7);
        const auto anew = stage.session->startRun(stage.tasks.mid(1), { 0ms, false }, Record::InMemory);
        QVERIFY(anew);
        QTRY_VERIFY_WITH_TIMEOUT((*anew)->isFinished(), 10'000);
        QCOMPARE((*anew)->progress().cancelled, 7);
        QCOMPARE(stage.service.deletionsReceived(), 8);
        stage.verifyTruth();
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
