// Histories that once ended in a false word, in a push that could have been stopped, or in requests that were bound to
// fail: whole runs in simulated time against a service that behaves as badly as was seen or constructed.
#include "cancel/failingjournal.h"
#include "cancel/simulatedrun.h"

#include "api/limits.h"

#include <QSignalSpy>
#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

class TestHistories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // --- gone is not cancelled ---

    void lostDeletionsOfPushesThatWentOutAreNotCalledCancelled()
    {
        SimulatedRun app(3, 40s, { .losesDeletions = true, .forgetsWhatWentOut = true, .looksFailUntil = 60s });
        CancelRun& run = app.start();
        QVERIFY(app.finishes(run, 10min));
        QCOMPARE(run.progress().cancelled, 0);
        for (const SettledResult& result : run.results())
            QCOMPARE(result.outcome, Outcome::Unknown);
        app.time.pass(2min);
        QCOMPARE(app.later.size(), 3);
        for (const SettledResult& result : std::as_const(app.later)) {
            QCOMPARE(result.outcome, Outcome::Unknown);
            QVERIFY(result.checked); // "it may have gone out"
        }
    }

    void aGetThatKnowsNothingMakesNothingCancelled()
    {
        SimulatedRun app(3, 1h, { .losesDeletions = true, .getKnowsNothing = true });
        CancelRun& run = app.start();
        QVERIFY(app.finishes(run, 1h));
        QCOMPARE(run.progress().cancelled, 0);
        QCOMPARE(app.service.stopped(), 0);
    }

    void whatIsGoneInTimeFromLookAndListIsCancelled()
    {
        SimulatedRun app(10, 1h, {}, 0.5);
        CancelRun& run = app.start();
        QVERIFY(app.finishes(run, 1h));
        for (const SettledResult& result : run.results())
            QCOMPARE(result.outcome == Outcome::Cancelled, app.service.isDeleted(result.taskId));
        QVERIFY(run.progress().cancelled >= 8);
    }

    // --- still scheduled is not final ---

    void aDeletionThatWasHeldBackInTheNetworkCorrectsTheWord()
    {
        SimulatedRun app(3, 1h, { .holdsDeletionsBack = 35s });
        CancelRun& run = app.start();
        QVERIFY(app.time.passUntil([&app] { return app.service.deletionsAsked() == 3; }, 30s));
        run.stop();
        QVERIFY(app.finishes(run, 30s));
        QCOMPARE(app.service.stopped(), 0);
        for (const SettledResult& result : run.results()) {
            QCOMPARE(result.outcome, Outcome::NotSent); // a look showed them scheduled
            QVERIFY(result.checked);
        }
        app.time.pass(70s);
        QCOMPARE(app.service.stopped(), 3);
        QCOMPARE(app.later.size(), 3);
        for (const SettledResult& result : std::as_const(app.later))
            QCOMPARE(result.outcome, Outcome::Cancelled);
    }

    void whatStayedScheduledIsLookedAtAgainWhenItIsDue()
    {
        SimulatedRun app(1, 20min, { .losesDeletions = true });
        CancelRun& run = app.start();
        QVERIFY(app.time.passUntil([&app] { return app.service.deletionsAsked() == 1; }, 30s));
        run.stop();
        QVERIFY(app.finishes(run, 30s));
        QCOMPARE(run.results().first().outcome, Outcome::NotSent);
        app.time.pass(19min);
        QVERIFY(app.later.isEmpty());
        app.time.pass(2min);
        QCOMPARE(app.later.size(), 1);
        QCOMPARE(app.later.first().outcome, Outcome::TooLate);
    }

    // --- what is bound to fail ---

    void aWrongRegionCostsOneReadAndNoDeletion()
    {
        for (const int code : { 60026, 60002, 70402, 70003 }) {
            SimulatedRun app(20, 1h, { .refusesAllWith = code });
            CancelRun& run = app.start();
            const QSignalSpy asked(&run, &CancelRun::accountNeeded);
            app.time.pass(5min);
            QCOMPARE(asked.count(), 1);
            QVERIFY(run.progress().waitingForAccount);
            QCOMPARE(app.service.looksAsked(), 1);
            QCOMPARE(app.service.deletionsAsked(), 0);
            app.service.manners.refusesAllWith = 0;
            run.resume();
            QVERIFY(app.finishes(run, 1min));
            QCOMPARE(run.progress().cancelled, 20);
        }
    }

    void aDeadGatewayGetsThreeRequestsAndThenReadsOnlyUntilItIsBack()
    {
        SimulatedRun app(30, 1h);
        CancelRun& run = app.start();
        QVERIFY(app.time.passUntil([&run] { return run.progress().cancelled >= 5; }, 10s));
        const int before = app.service.deletionsAsked();
        app.service.manners.isBehindADeadGateway = true;
        app.time.pass(2min);
        QVERIFY(run.progress().waitingForNetwork);
        // Three tell, and four more may have been under way with them.
        QVERIFY2(app.service.deletionsAsked() - before <= limits::gatewayFaults + 4,
            qPrintable(QString::number(app.service.deletionsAsked() - before)));
        app.service.manners.isBehindADeadGateway = false;
        QVERIFY(app.finishes(run, 5min));
        QCOMPARE(run.progress().cancelled, 30);
    }

    // --- reads that are refused for their rate ---

    void readsThatAreRefusedForTheirRateStopNoDeletions_data()
    {
        QTest::addColumn<bool>("apart");
        QTest::addColumn<int>("percent");
        QTest::newRow("counted together, all refused") << false << 100;
        QTest::newRow("counted together, half refused") << false << 50;
        QTest::newRow("apart, all refused") << true << 100;
        QTest::newRow("apart, half refused") << true << 50;
    }
    void readsThatAreRefusedForTheirRateStopNoDeletions()
    {
        QFETCH(bool, apart);
        QFETCH(int, percent);
        constexpr int doubtful = 3;
        CrowdedApp app(100, 12s, percent, doubtful);
        app.crowded.setReadsApart(apart);
        CancelRun& run = **app.crowded.startRun(app.tasks, { 0ms, false });
        QVERIFY(app.finishes(run, 20min));
        QVERIFY2(app.service.stopped() >= 100 - doubtful, qPrintable(QString::number(app.service.stopped())));
    }

    void whatJoinsWhileLooksAreRefusedIsNotKeptWaitingByItsProbe()
    {
        CrowdedApp app(3, 1h, 100, 3);
        CancelRun& run = **app.crowded.startRun(app.tasks, { 0ms, false });
        // The looks wait longer after each refusal: the next one comes in eight seconds or so.
        QVERIFY(app.time.passUntil([&app] { return app.crowd.refused >= 11; }, 1min));
        app.time.pass(100ms); // its answer
        QList<Task> urgent;
        for (int i = 0; i < 5; ++i)
            urgent.append(app.addPush(500 + i, 4s));
        QVERIFY(run.add(urgent));
        app.time.pass(4s);
        QCOMPARE(app.service.stopped(), 5);
    }

    // --- a computer's clock that is wrong ---

    void aComputerThatIsDaysAheadStillStopsWhatCanBeStopped()
    {
        SimulatedRun app(20, 30s, { .clockIsAhead = -72h });
        learnTheServicesTime(app);
        CancelRun& run = app.start();
        QCOMPARE(run.progress().goOutFirst, 0);
        QVERIFY(app.finishes(run, 1min));
        QCOMPARE(run.progress().cancelled, 20);
    }

    void aComputerThatIsBehindHoldsNothingThatGoesOutWithinAMinute()
    {
        SimulatedRun app(2, 15s, { .clockIsAhead = 50min });
        learnTheServicesTime(app);
        CancelRun& run = app.start(10s);
        app.time.pass(2s);
        QCOMPARE(run.progress().cancelled, 2);
    }

    // What the service had counted before the kill must be waited out, by whichever clock the computer has.
    void aStartAfterAKillWaitsAlsoWhereTheComputersClockIsAhead_data()
    {
        QTest::addColumn<int>("serviceIsAheadByMinutes");
        QTest::addColumn<int>("startsAfterMs");
        QTest::addColumn<bool>("waits");
        QTest::newRow("ahead, at once") << -10 << 50 << true;
        QTest::newRow("behind, at once") << 10 << 50 << true;
        QTest::newRow("right, at once") << 0 << 50 << true;
        QTest::newRow("ahead, a minute later") << -10 << 60'000 << false;
        QTest::newRow("behind, a minute later") << 10 << 60'000 << false;
        QTest::newRow("right, a minute later") << 0 << 60'000 << false;
    }
    void aStartAfterAKillWaitsAlsoWhereTheComputersClockIsAhead()
    {
        QFETCH(int, serviceIsAheadByMinutes);
        QFETCH(int, startsAfterMs);
        QFETCH(bool, waits);
        SimulatedRun app(10, 2h, { .clockIsAhead = 1min * serviceIsAheadByMinutes });
        auto killed = std::make_unique<Start>(app);
        killed->session.readTasks({ 1, 2, 3 });
        app.time.pass(5s);
        const Milliseconds known = killed->clock.difference().value();
        QVERIFY(std::chrono::abs(known - 1min * serviceIsAheadByMinutes) < 2s);
        QVERIFY(killed->session.startRun(app.tasks.mid(0, 5), { 0ms, false }));
        QVERIFY(app.time.passUntil([&app] { return app.service.deletionsAsked() == 5; }, 5s));
        killed.reset();
        app.time.pass(Milliseconds(startsAfterMs));
        Start next(app);
        CancelRun& run = **next.session.startRun(app.tasks.mid(5), { 0ms, false });
        app.time.pass(1s);
        QCOMPARE(app.service.deletionsAsked() == 5, waits); // the run's probe takes a slot too
        app.time.pass(4s); // at most
        QCOMPARE(app.service.refusedForRate(), 0);
        QCOMPARE(run.progress().cancelled, 5);
    }

    // --- a record that cannot be written for a while ---

    void whatWasAnsweredAsDoneIsNotDeletedAgainWhenItWaitsForItsRecord()
    {
        RecordedApp app(2, 1h);
        CancelRun& run = app.start();
        QVERIFY(app.time.passUntil([&app] { return app.service.deletionsAsked() == 1; }, 5s));
        app.failing.failOutcomes = true;
        app.time.pass(2s);
        const int before = app.service.deletionsAsked();
        QVERIFY(run.progress().waitingForRecord);
        app.failing.failOutcomes = false;
        QVERIFY(run.add(app.tasks)); // which writes what waited first
        run.resume();
        QVERIFY(app.time.passUntil([&run] { return run.isFinished(); }, 1min));
        QCOMPARE(app.service.deletionsAsked(), std::max(before, 2));
        QCOMPARE(run.progress().cancelled, 2);
        QCOMPARE(run.progress().total, 2);
    }

    void aCorrectionThatCouldNotBeWrittenIsMadeWhenTheRecordIsBack()
    {
        RecordedApp app(1, 1h, { .holdsDeletionsBack = 35s });
        CancelRun& run = app.start();
        QVERIFY(app.time.passUntil([&app] { return app.service.deletionsAsked() == 1; }, 5s));
        run.stop();
        QVERIFY(app.time.passUntil([&run] { return run.isFinished(); }, 20s));
        QCOMPARE(run.results().first().outcome, Outcome::NotSent);
        app.failing.failOutcomes = true;
        app.time.pass(10min); // the deletion arrives, and all of the watched minute passes
        QVERIFY(app.later.isEmpty());
        app.failing.failOutcomes = false;
        const int looksBefore = app.service.looksAsked();
        app.time.pass(2min);
        QCOMPARE(app.later.size(), 1);
        QCOMPARE(app.later.first().outcome, Outcome::Cancelled);
        QVERIFY(app.service.looksAsked() - looksBefore <= 4);
        app.time.pass(20min);
        QCOMPARE(app.later.size(), 1);
    }

private:
    /// What one process has, from its start to its end.
    struct Start
    {
        explicit Start(SimulatedRun& app)
            : clock(app.time)
            , journal(*app.database, app.time)
            , gates(clock)
            , session(
                  simulatedAccount(), { app.service, journal, clock, [&app] { return quint32(app.random()); }, gates })
        {
        }

        ServiceClock clock;
        Journal journal;
        SharedGates gates;
        AppSession session;
    };

    /// As SimulatedRun, with a record that can be made to fail.
    struct RecordedApp : SimulatedRun
    {
        RecordedApp(int count, Milliseconds firstDue, SimulatedService::Manners manners = {})
            : SimulatedRun(count, firstDue, manners)
        {
            QObject::connect(&recorded, &AppSession::settledLater, &recorded,
                [this](const SettledResult& result) { later.append(result); });
        }
        CancelRun& start() { return **recorded.startRun(tasks, { 0ms, false }); }

        runstage::FailingJournal failing { &journal };
        AppSession recorded { simulatedAccount(),
            { service, failing, clock, [this] { return quint32(random()); }, gates } };
    };

    /// Answers a share of the reads with a rate code, and the first deletions of some tasks with one that says nothing.
    class Crowd final : public Transport
    {
    public:
        Crowd(SimulatedRun& app, int percent, int doubtful)
            : m_app(app)
            , m_percent(percent)
            , m_doubtful(doubtful)
        {
        }
        void post(HttpRequest request, QObject* context, Done done) override
        {
            const TaskId task = QJsonDocument::fromJson(request.body).object()[u"TaskID"].toInteger();
            const bool isDeletion = request.url.path().endsWith(u"/delete_sched_task");
            const int code = isDeletion ? codeForDeletion(task) : int(m_app.random() % 100) < m_percent ? 60007 : 0;
            if (code == 0)
                return m_app.service.post(std::move(request), context, std::move(done));
            refused += !isDeletion;
            HttpOutcome outcome;
            outcome.bodyRead = true;
            outcome.httpStatus = 200;
            outcome.roundTrip = 80ms;
            outcome.serverDate = m_app.service.now();
            outcome.body
                = QStringLiteral("{\"ActionStatus\":\"FAIL\",\"ErrorInfo\":\"\",\"ErrorCode\":%1}").arg(code).toUtf8();
            m_app.time.after(
                80ms, [outcome, guard = QPointer(context), done = std::make_shared<Done>(std::move(done))] {
                    if (guard)
                        (*done)(outcome);
                });
        }

        int refused = 0; ///< reads

    private:
        int codeForDeletion(TaskId task)
        {
            const bool isDoubtful = task < firstSimulatedTask + m_doubtful && task >= firstSimulatedTask;
            return isDoubtful && m_tries[task]++ == 0 ? 91000 : 0;
        }

        SimulatedRun& m_app;
        int m_percent;
        int m_doubtful;
        QHash<TaskId, int> m_tries;
    };

    /// Pushes of which five fall due a second.
    struct CrowdedApp : SimulatedRun
    {
        CrowdedApp(int count, Milliseconds firstDue, int refusedReads, int doubtful)
            : SimulatedRun(0, firstDue)
            , crowd(*this, refusedReads, doubtful)
        {
            for (int i = 0; i < count; ++i)
                tasks.append(addPush(firstSimulatedTask + i, firstDue + 1s * (i / 5)));
        }
        Task addPush(TaskId id, Milliseconds dueIn)
        {
            Task task;
            task.id = id;
            task.audience = Audience::Tag;
            task.goesOutAt = service.now().addMSecs(dueIn.count());
            task.status = TaskStatus::Pending;
            task.readFromService = true;
            service.add(id, task.goesOutAt);
            return task;
        }

        Crowd crowd;
        AppSession crowded { simulatedAccount(),
            { crowd, journal, clock, [this] { return quint32(random()); }, gates } };
    };

    static void learnTheServicesTime(SimulatedRun& app)
    {
        QSignalSpy read(&app.session, &AppSession::chosenRead);
        app.session.readTasks({ 1, 2, 3 });
        QVERIFY(app.time.passUntil([&read] { return read.count() == 1; }, 10s));
        QVERIFY(app.clock.difference());
    }
};

QTEST_GUILESS_MAIN(TestHistories)
#include "tst_histories.moc"
