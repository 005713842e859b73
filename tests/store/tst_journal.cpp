// The account of runs: each step is looked at through a file opened anew, as after a crash.
#include "storefiles.h"

#include "store/journal.h"
#include "support/fakeclock.h"

#include <QSqlQuery>

#include <limits>

using namespace pushbrake;

class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesTheWholePlanInTheOrderGiven();
    void countsARunAndWhenItStarted();
    void plansATaskThatIsNamedTwiceOnce();
    void plansAllOrNothing();
    void numbersEachRunAnew();
    void keepsTheAttemptBeforeItLeaves();
    void refusesAnAttemptOfATaskThatIsNotPlanned();
    void refusesAnAttemptOfASettledTask();
    void plansAgainWhatDidNotLeave();
    void callsNothingPlannedThatMayHaveBeenCarriedOut();
    void callsNothingPlannedThatAnEarlierVersionLeftWithAnAttempt();
    void keepsEverythingOfAResult_data();
    void keepsEverythingOfAResult();
    void takesNoNumberItDoesNotKnowForOneItDoes();
    void settlesAnUnknownOnceMore();
    void keepsADefiniteResult();
    void turnsWhatWasBeingSentIntoUnknown();
    void leavesItsOwnRunAloneWhenRecovering();
    void recoversNothingThatIsSettled();
    void asksForATaskOnlyUntilALaterRunAnsweredForIt();
    void remembersAnEarlierAttemptBesideALaterPlan();
    void withdrawsLeftoverPlans();
    void offersNothingAgainThatAPersonHasAnswered();
    void givesAndDropsWhatIsLeftOfOneAppOnly();
    void keepsTheLargestNumbers();
    void tellsTheLatestAttemptsOfAnEarlierProcess();
    void tellsNoAttemptOfItsOwnOrThatDidNotLeave();

private:
    void reopen();
    Journal& journal() const { return *m_journal; }
    JournalRow row(qint64 run, qsizetype at = 0) const { return journal().rows(run)->at(at); }
    qint64 begin(const QList<TaskId>& ids) const;
    QList<TaskId> asked() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Journal> m_journal;
    const AppKey m_shop { QStringLiteral("shop/1") };
    const QDateTime m_at = QDateTime::fromMSecsSinceEpoch(1'800'000'000'456, Qt::UTC);
};

namespace {

SettledResult resultOf(TaskId id, Outcome outcome)
{
    SettledResult result;
    result.taskId = id;
    result.outcome = outcome;
    result.attempts = 1;
    result.settledAt = QDateTime::fromMSecsSinceEpoch(1'800'000'001'000, Qt::UTC);
    return result;
}

} // namespace

void JournalTest::init()
{
    m_journal.reset();
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("known.db"));
    reopen();
    QVERIFY(m_database);
}

void JournalTest::reopen()
{
    m_journal.reset();
    m_database.reset();
    m_database = storefiles::opened(m_path);
    m_journal = std::make_unique<Journal>(*m_database);
}

qint64 JournalTest::begin(const QList<TaskId>& ids) const
{
    QList<Task> tasks;
    for (const TaskId id : ids)
        tasks.append(storefiles::task(id, QStringLiteral("Push %1").arg(id)));
    const auto run = journal().begin(m_shop, DeedKind::Delete, tasks);
    return run ? *run : 0;
}

QList<TaskId> JournalTest::asked() const
{
    QList<TaskId> ids;
    const auto left = journal().recover();
    for (const JournalRow& open : *left)
        ids.append(open.taskId);
    return ids;
}

void JournalTest::writesTheWholePlanInTheOrderGiven()
{
    const qint64 run = begin({ 30, 10, 20 });
    QVERIFY(run >= 1);
    reopen();
    const auto rows = journal().rows(run);
    QCOMPARE(rows->size(), 3);
    QCOMPARE(rows->at(0).taskId, TaskId(30));
    QCOMPARE(rows->at(1).taskId, TaskId(10));
    QCOMPARE(rows->at(2).taskId, TaskId(20));
    const JournalRow first = rows->at(0);
    QCOMPARE(first.runId, run);
    QCOMPARE(first.app.text, m_shop.text);
    QVERIFY(first.isAppRecorded);
    QCOMPARE(first.audience, Audience::Tag);
    QCOMPARE(first.title, QStringLiteral("Push 30"));
    QCOMPARE(first.goesOutAt, storefiles::task(30).goesOutAt);
    QCOMPARE(first.state, JournalState::Planned);
    QCOMPARE(first.result.outcome, Outcome::Unknown);
    QCOMPARE(first.result.attempts, 0);
    QVERIFY(!first.result.sentAt.isValid());
}

void JournalTest::countsARunAndWhenItStarted()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const qint64 run = begin({ 1, 2, 2 });
    QSqlQuery query(m_database->connection());
    QVERIFY(query.exec(QStringLiteral("SELECT app, started_ms, task_count FROM runs WHERE id = %1").arg(run)));
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toString(), m_shop.text);
    QVERIFY(
        query.value(1).toLongLong() >= before && query.value(1).toLongLong() <= QDateTime::currentMSecsSinceEpoch());
    QCOMPARE(query.value(2).toInt(), 2);
}

void JournalTest::plansATaskThatIsNamedTwiceOnce()
{
    const qint64 run = begin({ 5, 6, 5 });
    QCOMPARE(journal().rows(run)->size(), 2);
}

void JournalTest::plansAllOrNothing()
{
    QCOMPARE(begin({ 1, 2, -3 }), 0);
    QVERIFY(asked().isEmpty());
    QSqlQuery query(m_database->connection());
    QVERIFY(query.exec(QStringLiteral("SELECT count(*) FROM runs")) && query.next());
    QCOMPARE(query.value(0).toInt(), 0);
}

void JournalTest::numbersEachRunAnew()
{
    const qint64 first = begin({ 1 });
    reopen();
    QVERIFY(begin({ 1 }) > first);
}

void JournalTest::keepsTheAttemptBeforeItLeaves()
{
    const qint64 run = begin({ 1 });
    QVERIFY(journal().attempt(run, 1, 1, 4'294'967'295U, m_at));
    reopen();
    QCOMPARE(row(run).state, JournalState::Sending);
    QCOMPARE(row(run).result.attempts, 1);
    QCOMPARE(row(run).result.requestNumber, 4'294'967'295U);
    QCOMPARE(row(run).result.sentAt, m_at);
    QVERIFY(journal().attempt(run, 1, 2, 7, m_at.addSecs(1)));
    QCOMPARE(row(run).result.attempts, 2);
    QCOMPARE(row(run).result.requestNumber, 7U);
    QCOMPARE(row(run).result.sentAt, m_at.addSecs(1));
}

void JournalTest::refusesAnAttemptOfATaskThatIsNotPlanned()
{
    const qint64 run = begin({ 1 });
    QVERIFY(!journal().attempt(run, 2, 1, 1, m_at));
    QVERIFY(!journal().attempt(run + 1, 1, 1, 1, m_at));
    QVERIFY(!journal().settle(run, resultOf(2, Outcome::Cancelled)));
    QVERIFY(!journal().attemptUndone(run, 1));
    QCOMPARE(journal().attempt(run, 2, 1, 1, m_at).error(), DatabaseFault::WriteFailed);
}

void JournalTest::refusesAnAttemptOfASettledTask()
{
    const qint64 run = begin({ 1 });
    QVERIFY(journal().attempt(run, 1, 1, 1, m_at));
    QVERIFY(journal().settle(run, resultOf(1, Outcome::Cancelled)));
    QVERIFY(!journal().attempt(run, 1, 2, 2, m_at));
    QCOMPARE(row(run).result.outcome, Outcome::Cancelled);
}

void JournalTest::plansAgainWhatDidNotLeave()
{
    const qint64 run = begin({ 1 });
    QVERIFY(journal().attempt(run, 1, 1, 11, m_at));
    QVERIFY(journal().attemptUndone(run, 1));
    reopen();
    QCOMPARE(row(run).state, JournalState::Planned);
    QCOMPARE(row(run).result.attempts, 0);
    QVERIFY(!row(run).result.sentAt.isValid());
}

void JournalTest::callsNothingPlannedThatMayHaveBeenCarriedOut()
{
    const qint64 run = begin({ 1 });
    QVERIFY(journal().attempt(run, 1, 1, 11, m_at));
    QVERIFY(journal().attempt(run, 1, 2, 22, m_at.addSecs(1)));
    QVERIFY(journal().attemptUndone(run, 1));
    reopen();
    QCOMPARE(row(run).state, JournalState::Sending);
    QCOMPARE(row(run).result.attempts, 1);
    QCOMPARE(row(run).result.requestNumber, 11U);
    QCOMPARE(row(run).result.sentAt, m_at);
    QCOMPARE(journal().recover()->first().state, JournalState::Settled);
    QVERIFY(journal().dropPlanned(m_at));
    QCOMPARE(row(run).result.outcome, Outcome::Unknown);
    QCOMPARE(journal().openRows(m_shop, 1)->size(), 1); // a later look may say more
}

void JournalTest::callsNothingPlannedThatAnEarlierVersionLeftWithAnAttempt()
{
    const qint64 run = begin({ 1 });
    QVERIFY(journal().attempt(run, 1, 1, 11, m_at));
    QVERIFY(QSqlQuery(m_database->connection()).exec(QStringLiteral("UPDATE journal SET state = 'planned'")));
    reopen();
    QVERIFY(journal().dropPlanned(m_at));
    QCOMPARE(journal().recover()->first().state, JournalState::Settled);
    QCOMPARE(row(run).result.outcome, Outcome::Unknown);
}

void JournalTest::keepsEverythingOfAResult_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<NetFault>("fault");
    for (int i = 0; i <= int(Outcome::Withdrawn); ++i)
        QTest::addRow("outcome %d", i) << Outcome(i) << NetFault::None;
    for (int i = 1; i <= int(NetFault::Other); ++i)
        QTest::addRow("fault %d", i) << Outcome::Unknown << NetFault(i);
}

void JournalTest::keepsEverythingOfAResult()
{
    QFETCH(Outcome, outcome);
    QFETCH(NetFault, fault);
    SettledResult result = resultOf(1, outcome);
    result.checked = true;
    result.code = 90105;
    result.fault = fault;
    result.httpStatus = 502;
    result.serviceText = QStringLiteral("<b>busy</b> 忙");
    result.requestNumber = 3'000'000'000U;
    result.attempts = 4;
    result.sentAt = m_at;
    const qint64 run = begin({ 1 });
    QVERIFY(journal().settle(run, result));
    reopen();
    QCOMPARE(row(run).state, JournalState::Settled);
    const SettledResult kept = row(run).result;
    QCOMPARE(kept.taskId, result.taskId);
    QCOMPARE(kept.outcome, outcome);
    QCOMPARE(kept.checked, true);
    QCOMPARE(kept.code, 90105);
    QCOMPARE(kept.fault, fault);
    QCOMPARE(kept.httpStatus, 502);
    QCOMPARE(kept.serviceText, result.serviceText);
    QCOMPARE(kept.requestNumber, 3'000'000'000U);
    QCOMPARE(kept.attempts, 4);
    QCOMPARE(kept.sentAt, m_at);
    QCOMPARE(kept.settledAt, result.settledAt);
}

void JournalTest::takesNoNumberItDoesNotKnowForOneItDoes()
{
    const qint64 run = begin({ 1 });
    QVERIFY(journal().settle(run, resultOf(1, Outcome::Unknown)));
    for (const qint64 number : { qint64(1) << 32, std::numeric_limits<qint64>::min() }) {
        QSqlQuery spoil(m_database->connection());
        QVERIFY(spoil.exec(QStringLiteral("UPDATE journal SET code = %1, fault = %1, http_status = %1").arg(number)));
        const SettledResult result = row(run).result;
        QCOMPARE(result.fault, NetFault::Other);
        QVERIFY(result.code != 0 && result.httpStatus != 0);
    }
}

void JournalTest::settlesAnUnknownOnceMore()
{
    const qint64 run = begin({ 1 });
    QVERIFY(journal().attempt(run, 1, 1, 9, m_at));
    QVERIFY(journal().settle(run, resultOf(1, Outcome::Unknown)));
    reopen();
    QCOMPARE(asked(), QList<TaskId> { 1 });
    SettledResult checked = resultOf(1, Outcome::Cancelled);
    checked.checked = true;
    QVERIFY(journal().settle(run, checked));
    reopen();
    QCOMPARE(row(run).result.outcome, Outcome::Cancelled);
    QVERIFY(row(run).result.checked);
    QVERIFY(asked().isEmpty());
}

void JournalTest::keepsADefiniteResult()
{
    const qint64 run = begin({ 1 });
    QVERIFY(journal().settle(run, resultOf(1, Outcome::TooLate)));
    QVERIFY(!journal().settle(run, resultOf(1, Outcome::Unknown)));
    QVERIFY(!journal().settle(run, resultOf(1, Outcome::Cancelled)));
    QCOMPARE(row(run).result.outcome, Outcome::TooLate);
    QVERIFY(journal().settle(run, resultOf(1, Outcome::TooLate))); // a try repeated after a fault
}

void JournalTest::turnsWhatWasBeingSentIntoUnknown()
{
    const qint64 run = begin({ 1, 2, 3 });
    QVERIFY(journal().attempt(run, 2, 1, 77, m_at));
    QVERIFY(journal().settle(run, resultOf(3, Outcome::Cancelled)));
    reopen();
    const auto open = journal().recover();
    QCOMPARE(open->size(), 2);
    QCOMPARE(open->at(0).state, JournalState::Planned);
    QCOMPARE(open->at(0).taskId, TaskId(1));
    const JournalRow lost = open->at(1);
    QCOMPARE(lost.state, JournalState::Settled);
    QCOMPARE(lost.result.outcome, Outcome::Unknown);
    QCOMPARE(lost.result.attempts, 1);
    QCOMPARE(lost.result.requestNumber, 77U);
    QCOMPARE(lost.result.sentAt, m_at);
    QVERIFY(lost.result.settledAt.isValid());
    reopen();
    QCOMPARE(asked(), (QList<TaskId> { 1, 2 })); // until somebody settles them
}

void JournalTest::leavesItsOwnRunAloneWhenRecovering()
{
    const qint64 run = begin({ 1, 2 });
    QVERIFY(journal().attempt(run, 1, 1, 1, m_at));
    QVERIFY(asked().isEmpty());
    QVERIFY(journal().dropPlanned(m_at));
    QCOMPARE(row(run, 0).state, JournalState::Sending);
    QCOMPARE(row(run, 1).state, JournalState::Planned);
}

void JournalTest::recoversNothingThatIsSettled()
{
    const qint64 run = begin({ 1, 2, 3, 4 });
    QVERIFY(journal().settle(run, resultOf(1, Outcome::Rejected)));
    QVERIFY(journal().settle(run, resultOf(2, Outcome::NotSent)));
    QVERIFY(journal().settle(run, resultOf(3, Outcome::Withdrawn)));
    QVERIFY(journal().settle(run, resultOf(4, Outcome::TooLate)));
    reopen();
    QVERIFY(asked().isEmpty());
}

void JournalTest::asksForATaskOnlyUntilALaterRunAnsweredForIt()
{
    const qint64 first = begin({ 1, 2, 3 });
    for (const TaskId id : { 1, 2, 3 })
        QVERIFY(journal().settle(first, resultOf(id, Outcome::Unknown)));
    const qint64 second = begin({ 1, 2, 3 });
    QVERIFY(journal().settle(second, resultOf(1, Outcome::Cancelled)));
    QVERIFY(journal().settle(second, resultOf(2, Outcome::Withdrawn)));
    QVERIFY(journal().settle(second, resultOf(3, Outcome::Unknown)));
    QVERIFY(journal().begin({ QStringLiteral("shop/2") }, DeedKind::Delete, { storefiles::task(2) }));
    reopen();
    const auto open = journal().recover();
    QCOMPARE(open->size(), 3);
    QCOMPARE(open->at(0).taskId, TaskId(2));
    QCOMPARE(open->at(0).runId, first);
    QCOMPARE(open->at(1).taskId, TaskId(3));
    QCOMPARE(open->at(1).runId, second);
    QCOMPARE(open->at(2).app.text, QStringLiteral("shop/2"));
}

void JournalTest::remembersAnEarlierAttemptBesideALaterPlan()
{
    const qint64 first = begin({ 1 });
    QVERIFY(journal().attempt(first, 1, 1, 1, m_at));
    const qint64 second = begin({ 1 });
    reopen();
    const auto open = journal().recover();
    QCOMPARE(open->size(), 2);
    QCOMPARE(open->at(0).runId, first);
    QCOMPARE(open->at(0).result.attempts, 1);
    QCOMPARE(open->at(1).runId, second);
}

void JournalTest::withdrawsLeftoverPlans()
{
    const qint64 run = begin({ 1, 2 });
    QVERIFY(journal().attempt(run, 2, 1, 1, m_at));
    reopen();
    QVERIFY(journal().dropPlanned(m_at));
    QCOMPARE(row(run, 0).state, JournalState::Settled);
    QCOMPARE(row(run, 0).result.outcome, Outcome::Withdrawn);
    QCOMPARE(row(run, 0).result.settledAt, m_at);
    QCOMPARE(asked(), QList<TaskId> { 2 });
}

void JournalTest::offersNothingAgainThatAPersonHasAnswered()
{
    const qint64 run = begin({ 1, 2, 3 });
    QVERIFY(journal().attempt(run, 1, 1, 1, m_at));
    QVERIFY(journal().attempt(run, 2, 1, 2, m_at));
    reopen();
    QCOMPARE(asked(), QList<TaskId>({ 1, 2, 3 }));
    QVERIFY(journal().seenTo(m_shop, { 1, 3 }, m_at)); // 3 was never sent: that it goes out is no matter of doubt
    QCOMPARE(asked(), QList<TaskId>({ 2, 3 }));
    QCOMPARE(row(run, 0).result.outcome, Outcome::Unknown); // the record still says so
    QVERIFY(journal().seenTo({ QStringLiteral("shop/2") }, { 2 }, m_at));
    QCOMPARE(asked(), QList<TaskId>({ 2, 3 }));
    // Asked for again, and taken back during the countdown: that was an answer.
    const qint64 again = begin({ 3 });
    QVERIFY(journal().withdrawPlanned(again, m_at));
    reopen();
    QCOMPARE(asked(), QList<TaskId> { 2 });
}

void JournalTest::givesAndDropsWhatIsLeftOfOneAppOnly()
{
    const AppKey other { QStringLiteral("shop/2") }; // the same task IDs in another app
    const qint64 run = begin({ 1, 2 });
    QVERIFY(journal().attempt(run, 1, 1, 1, m_at));
    QVERIFY(journal().begin(other, DeedKind::Delete, { storefiles::task(1), storefiles::task(2) }));
    reopen();
    QCOMPARE(journal().recover()->size(), 4);
    for (const AppKey& app : { m_shop, other }) {
        const auto left = journal().leftovers(app);
        QCOMPARE(left->size(), 2);
        for (const JournalRow& open : *left)
            QCOMPARE(open.app.text, app.text);
    }
    QVERIFY(journal().leftovers({ QStringLiteral("shop/3") })->isEmpty());
    QCOMPARE(journal().openRows(m_shop, 1)->size(), 1);
    QVERIFY(journal().openRows(other, 1)->isEmpty()); // nothing was sent there
    QVERIFY(journal().dropPlanned(m_at, other));
    QVERIFY(journal().leftovers(other)->isEmpty());
    QCOMPARE(journal().leftovers(m_shop)->size(), 2);
}

void JournalTest::keepsTheLargestNumbers()
{
    constexpr TaskId largest = std::numeric_limits<TaskId>::max();
    const qint64 run = begin({ largest, largest - 1 });
    QVERIFY(journal().attempt(run, largest, 1, 1, m_at));
    QVERIFY(journal().settle(run, resultOf(largest, Outcome::Cancelled)));
    reopen();
    QCOMPARE(row(run, 0).taskId, largest);
    QCOMPARE(row(run, 0).result.taskId, largest);
    QCOMPARE(row(run, 0).state, JournalState::Settled);
    QCOMPARE(asked(), QList<TaskId> { largest - 1 });
}

void JournalTest::tellsTheLatestAttemptsOfAnEarlierProcess()
{
    FakeClock clock;
    const auto reopenWithClock = [&] {
        reopen();
        m_journal = std::make_unique<Journal>(*m_database, clock);
    };
    const auto leaves = [&](qint64 run, TaskId id, int number) {
        clock.advance(Milliseconds(100));
        QVERIFY(journal().attempt(run, id, number, quint32(number), m_at)); // the service's time is another one
    };
    reopenWithClock();
    const qint64 run = begin({ 1, 2, 3, 4, 5, 6, 7 });
    for (TaskId id = 1; id <= 7; ++id)
        leaves(run, id, 1);
    QVERIFY(journal().settle(run, resultOf(1, Outcome::Unknown)));
    leaves(run, 7, 2); // both of task 7 left
    reopenWithClock();
    const auto agesWithin = [&](int milliseconds) {
        const auto attempts = journal().earlierAttempts(m_shop, Milliseconds(milliseconds));
        QList<qint64> ages;
        for (const EarlierAttempt& attempt : *attempts)
            ages.append(attempt.ago.count());
        return ages;
    };
    QCOMPARE(agesWithin(5'000), (QList<qint64> { 0, 100, 200, 300, 400 }));
    QCOMPARE(agesWithin(200), (QList<qint64> { 0, 100, 200 }));
    QVERIFY(journal().earlierAttempts({ QStringLiteral("other/1") }, Milliseconds(5'000))->isEmpty());
    clock.advance(Milliseconds(60'000));
    QVERIFY(agesWithin(5'000).isEmpty()); // a start a minute later waits for nothing
    clock.advance(Milliseconds(-120'000)); // the clock was put back
    QCOMPARE(agesWithin(5'000).first(), qint64(-60'000));
}

void JournalTest::tellsNoAttemptOfItsOwnOrThatDidNotLeave()
{
    const qint64 earlier = begin({ 1 });
    QVERIFY(journal().attempt(earlier, 1, 1, 1, m_at));
    QVERIFY(journal().attemptUndone(earlier, 1));
    reopen();
    const qint64 own = begin({ 2 });
    QVERIFY(journal().attempt(own, 2, 1, 1, m_at));
    QCOMPARE(journal().earlierAttempts(m_shop, Milliseconds(3'600'000))->size(), 0);
}

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
