// What a run leaves in the history: who, which app, the forecast, and every request with its answer, without a single
// further write to the disk.
#include "runstage.h"

#include "store/history.h"
#include "store/osuser.h"

using namespace runstage;

class TestRunHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWhichAppAndForecastAreRecorded()
    {
        Stage stage(3);
        CancelRun& ended = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(ended.isFinished(), 10'000);
        const History history(*stage.database);
        const HistoryRun run = **history.run(1);
        QCOMPARE(run.ending, RunEnding::Finished);
        QCOMPARE(run.cancelled, 3);
        QCOMPARE(run.person, osUser());
        QCOMPARE(run.appName, stage.session->profile().name);
        QVERIFY(run.isPractice());
        QVERIFY(!run.realUsers);
        QVERIFY(run.forecast && *run.forecast >= 0ms);
        QCOMPARE(run.forecastStopped, 3);
        for (const Task& task : stage.tasks) {
            const auto story = *history.story(1, task.id);
            QCOMPARE(story.size(), 1);
            QVERIFY(story.first().hasLeft);
            QCOMPARE(story.first().code, 0);
            QCOMPARE(story.first().httpStatus, 200);
            QVERIFY(story.first().sentAt.isValid() && story.first().answeredAt >= story.first().sentAt);
            QCOMPARE(story.first().requestNumber, (*history.latest(run.app, task.id))->row.result.requestNumber);
        }
    }

    void anAnswerThatWasLostAndTheLooksAfterItAreTold()
    {
        Stage stage(1, QStringLiteral("delete_sched_task:drop-after=1"));
        CancelRun& ended = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(ended.isFinished(), 20'000);
        QCOMPARE(stage.session->run()->results().first().outcome, Outcome::Cancelled); // as the list proved
        const auto story = *History(*stage.database).story(1, firstId);
        QVERIFY(story.size() >= 2);
        QCOMPARE(story.first().kind, RunEvent::Kind::Deed);
        QCOMPARE(story.first().fault, NetFault::Dropped);
        QVERIFY(story.first().answeredAt.isValid());
        QCOMPARE(story.at(1).kind, RunEvent::Kind::Look);
        QCOMPARE(story.at(1).status, TaskStatus::Gone);
        QVERIFY(story.at(1).sentAt.isValid());
        QCOMPARE(story.last().kind, RunEvent::Kind::List);
    }

    void aRequestThatNeverLeftIsToldAsThat()
    {
        Stage stage(1);
        stage.watched.deletionsNeverLeave = true;
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.progress().waitingForNetwork, 5'000);
        const auto story = *History(*stage.database).story(1, firstId);
        QVERIFY(!story.isEmpty());
        QVERIFY(!story.first().hasLeft);
        QCOMPARE(story.first().fault, NetFault::Refused);
        run.stop();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 5'000);
        QCOMPARE(
            (*History(*stage.database).run(1))->ending, RunEnding::Finished); // it was not sent, and so not stopped
    }

    void whatIsUnderWayAlreadyMakesNoCancellationOfItsOwn()
    {
        Stage stage(2);
        CancelRun& run = stage.run();
        QVERIFY(run.add(stage.tasks));
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 10'000);
        QCOMPARE(run.progress().cancelled, 2);
        QCOMPARE(History(*stage.database).runs({}, {}, 10)->rows.size(), 1);
    }

    void stopIsRecordedAsThat()
    {
        Stage stage(20);
        CancelRun& run = stage.run();
        QTRY_VERIFY_WITH_TIMEOUT(run.progress().settled >= 2, 10'000);
        run.stop();
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 10'000);
        const HistoryRun told = **History(*stage.database).run(1);
        QCOMPARE(told.ending, RunEnding::Stopped);
        QCOMPARE(told.settled(), 20);
        QVERIFY(told.endedAt >= told.startedAt);
    }
};

QTEST_GUILESS_MAIN(TestRunHistory)
#include "tst_runhistory.moc"
