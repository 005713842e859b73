// A single lie, of get, of a list that comes late or of a Date header, makes no push "cancelled" that went out; and no
// word that may turn out false is final.
#include "cancel/simulatedrun.h"

#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

constexpr TaskId lied = 1'000; ///< the task that the lies are told about

/// The simulated service behind somebody who answers in its place, or changes what it says.
class Interpreter final : public Transport
{
public:
    Interpreter(SimulatedClock& clock, SimulatedService& service)
        : m_clock(clock)
        , m_service(service)
    {
    }

    std::function<std::optional<HttpOutcome>(const QString& command, TaskId task)> instead;
    std::function<void(const QString& command, TaskId task, HttpOutcome& answer)> changes;
    Milliseconds listsTake { 0 };

    static HttpOutcome lost()
    {
        HttpOutcome outcome;
        outcome.fault = NetFault::Dropped;
        outcome.bodyRead = true;
        return outcome;
    }

    HttpOutcome saying(int code) const
    {
        HttpOutcome outcome;
        outcome.bodyRead = true;
        outcome.httpStatus = 200;
        outcome.serverDate = QDateTime::fromSecsSinceEpoch(m_service.now().toSecsSinceEpoch(), Qt::UTC);
        outcome.body = QStringLiteral(R"({"ActionStatus":"FAIL","ErrorCode":%1,"ErrorInfo":""})").arg(code).toUtf8();
        return outcome;
    }

    void post(HttpRequest request, QObject* context, Done done) override
    {
        const QString command = request.url.path().section(u'/', -1);
        const TaskId task = QJsonDocument::fromJson(request.body).object()[QLatin1String("TaskID")].toInteger();
        auto call = std::make_shared<std::pair<HttpRequest, Done>>(std::move(request), std::move(done));
        const QPointer<QObject> asker(context);
        if (const auto answer = instead ? instead(command, task) : std::nullopt) {
            m_clock.after(80ms, [call, asker, answer] {
                if (asker)
                    call->second(*answer);
            });
            return;
        }
        m_clock.after(
            command == QLatin1String("list_sched_task") ? listsTake : 0ms, [this, call, asker, command, task] {
                if (!asker)
                    return;
                m_service.post(std::move(call->first), asker, [this, call, command, task](const HttpOutcome& outcome) {
                    HttpOutcome told = outcome;
                    if (changes)
                        changes(command, task, told);
                    call->second(told);
                });
            });
    }

private:
    SimulatedClock& m_clock;
    SimulatedService& m_service;
};

struct App
{
    void add(TaskId id, std::chrono::seconds dueIn, bool fromService = true)
    {
        Task task;
        task.id = id;
        task.audience = Audience::Tag;
        task.goesOutAt = service.now().addSecs(dueIn.count());
        service.add(id, task.goesOutAt);
        if (fromService) {
            task.status = TaskStatus::Pending;
            task.readFromService = true;
        }
        tasks.append(task);
    }

    CancelRun& start()
    {
        QObject::connect(&session, &AppSession::settledLater, &session,
            [this](const SettledResult& result) { last.insert(result.taskId, result); });
        CancelRun& run = **session.startRun(tasks, { 0ms, false });
        QObject::connect(&run, &CancelRun::settled, &run,
            [this](const SettledResult& result) { last.insert(result.taskId, result); });
        return run;
    }

    bool finishes(const CancelRun& run)
    {
        return time.passUntil([&run] { return run.isFinished(); }, 30min);
    }

    SimulatedClock time;
    SimulatedService service { time, 0, 1 };
    Interpreter between { time, service };
    ServiceClock clock { time };
    std::unique_ptr<Database> database = Database::inMemory();
    Journal journal { *database, clock };
    SharedGates gates { clock };
    std::mt19937 random { 1 };
    AppSession session { simulatedAccount(), { between, journal, clock, [this] { return quint32(random()); }, gates } };
    QList<Task> tasks;
    QHash<TaskId, SettledResult> last; ///< the newest word of each
};

} // namespace

class TestProofs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListThatIsAnsweredAfterThePushWentOutProvesNothing()
    {
        App app;
        app.service.manners.forgetsWhatWentOut = true;
        app.add(lied, 9s);
        app.add(lied + 1, 3'600s);
        app.between.listsTake = 9s;
        app.between.instead = losesOneDeletionAndLiesOnce(app);
        const CancelRun& run = app.start();
        QVERIFY(app.finishes(run));
        app.time.pass(2min);
        QVERIFY(!app.service.isDeleted(lied));
        QVERIFY(app.last[lied].outcome != Outcome::Cancelled);
    }

    void theListIsAskedBeforeDeletionsThatAreDueLater()
    {
        App app;
        app.service.manners.forgetsWhatWentOut = true;
        app.add(lied, 20s);
        for (int i = 1; i < 400; ++i)
            app.add(lied + i, std::chrono::seconds(55 + i / 10));
        app.between.instead = losesOneDeletionAndLiesOnce(app);
        const CancelRun& run = app.start();
        QVERIFY(app.finishes(run));
        app.time.pass(5min);
        QCOMPARE(app.last[lied].outcome == Outcome::Cancelled, app.service.isDeleted(lied));
        QVERIFY(app.service.isDeleted(lied)); // the list shows it scheduled, in time for another attempt
    }

    void oneDateThatLiesProvesNothing_data()
    {
        QTest::addColumn<int>("secondsBack");
        QTest::newRow("a minute") << 60;
        QTest::newRow("an hour") << 3'600;
    }
    void oneDateThatLiesProvesNothing()
    {
        QFETCH(const int, secondsBack);
        App app;
        app.service.manners.forgetsWhatWentOut = true;
        app.service.manners.losesDeletions = true;
        app.add(lied, 30s);
        app.add(lied + 1, 5'000s);
        const QDateTime due = app.tasks.first().goesOutAt;
        app.between.instead = [&](const QString& command, TaskId task) -> std::optional<HttpOutcome> {
            const bool isHidden = command == QLatin1String("get_sched_task") && task == lied
                && app.service.deletionsAsked() > 0 && app.service.now() < due;
            return isHidden ? std::optional(Interpreter::lost()) : std::nullopt;
        };
        app.between.changes = [&, told = 0](const QString& command, TaskId task, HttpOutcome& answer) mutable {
            if (command == QLatin1String("get_sched_task") && task == lied && app.service.now() >= due && told++ == 0)
                answer.serverDate = answer.serverDate.addSecs(-secondsBack);
        };
        const CancelRun& run = app.start();
        QVERIFY(app.finishes(run));
        QVERIFY(!app.service.isDeleted(lied));
        QVERIFY(app.last[lied].outcome != Outcome::Cancelled);
    }

    void whatMayStillBeCarriedOutIsNeitherRefusedNorTakenBack()
    {
        App app;
        app.add(lied, 3'600s);
        app.between.instead = [&app](const QString& command, TaskId) {
            return command == QLatin1String("delete_sched_task") ? std::optional(app.between.saying(60008))
                                                                 : std::nullopt;
        };
        CancelRun& run = app.start();
        app.time.pass(2s);
        run.pause();
        app.time.pass(5s);
        run.stop();
        app.time.pass(1s);
        QVERIFY(run.isFinished());
        QCOMPARE(app.last[lied].outcome, Outcome::NotSent);
        QVERIFY(app.last[lied].checked); // hence it is watched
        app.service.manners.forgetsWhatWentOut = true;
        app.time.pass(70min);
        QCOMPARE(app.last[lied].outcome, Outcome::Unknown); // it went out, and nothing shows it any more
    }

    void stillScheduledIsCorrectedForAPushThatWasPastedToo()
    {
        App gone;
        gone.service.manners.forgetsWhatWentOut = true;
        gone.service.manners.losesDeletions = true;
        gone.add(lied, 1'200s, false);
        CancelRun& lostRun = gone.start();
        gone.time.pass(1s);
        lostRun.stop();
        gone.time.pass(30s);
        QCOMPARE(gone.last[lied].outcome, Outcome::NotSent);
        gone.time.pass(40min);
        QCOMPARE(gone.last[lied].outcome, Outcome::Unknown);

        App deleted;
        deleted.service.manners.holdsDeletionsBack = 35s;
        deleted.add(lied, 1'200s, false);
        CancelRun& heldRun = deleted.start();
        deleted.time.pass(1s);
        heldRun.stop();
        deleted.time.pass(40min);
        QVERIFY(deleted.service.isDeleted(lied));
        QVERIFY(deleted.last[lied].outcome != Outcome::NotSent);
    }

private:
    static std::function<std::optional<HttpOutcome>(const QString&, TaskId)> losesOneDeletionAndLiesOnce(App& app)
    {
        return [&app, hasLost = false, hasLied = false](
                   const QString& command, TaskId task) mutable -> std::optional<HttpOutcome> {
            if (task != lied)
                return std::nullopt;
            if (command == QLatin1String("delete_sched_task") && !std::exchange(hasLost, true))
                return Interpreter::lost();
            if (command == QLatin1String("get_sched_task") && hasLost && !std::exchange(hasLied, true))
                return app.between.saying(90104);
            return std::nullopt;
        };
    }
};

QTEST_GUILESS_MAIN(TestProofs)
#include "tst_proofs.moc"
