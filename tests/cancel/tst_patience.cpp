// How long a doubtful task is left alone, and what a look at it proves by then: the less time is left, the sooner.
#include "api/limits.h"
#include "cancel/patience.h"

#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

const Now now { QDateTime(QDate(2026, 6, 1), QTime(2, 0), Qt::UTC), SteadyTime(1h) };

// Goes out in so long; its last attempt left so long ago.
RunEntry sent(Milliseconds untilDue, Milliseconds ago)
{
    RunEntry entry;
    entry.task.goesOutAt = now.utc.addMSecs(untilDue.count());
    entry.attempts = 1;
    entry.leftAt = now.steady - ago;
    return entry;
}

CallReport answered()
{
    CallReport report;
    report.mayHaveArrived = true;
    report.httpStatus = 200;
    return report;
}

} // namespace

class TestPatience : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pendingIsProofOnceTheServiceHasGivenUp()
    {
        QVERIFY(momentOf(sent(1h, 3400ms), {}, now).mayStillWork);
        QVERIFY(!momentOf(sent(1h, 3500ms), {}, now).mayStillWork);
        QCOMPARE(untilProof(sent(1h, 1000ms), now), 2500ms);
        QVERIFY(untilProof(sent(1h, 9s), now) > 0ms);
    }

    void anyPendingIsProofEnoughWhenSecondsAreLeft()
    {
        QVERIFY(momentOf(sent(11s, 100ms), {}, now).mayStillWork);
        QVERIFY(!momentOf(sent(10s, 100ms), {}, now).mayStillWork);
        // Not of what a person took back: it is not sent again, and its word has to be true.
        RunEntry undone = sent(5s, 100ms);
        undone.takenBack = true;
        QVERIFY(momentOf(undone, {}, now).mayStillWork);
        // Nor once its time is over.
        QVERIFY(momentOf(sent(-1s, 100ms), {}, now).mayStillWork);
    }

    void theLessTimeIsLeftTheSoonerItIsLookedAt()
    {
        RunEntry entry = sent(1h, 5s);
        entry.checks = 5;
        Milliseconds last = untilNextLook(entry, now, 1);
        QCOMPARE(last, 32s);
        for (const Milliseconds left : { 120s, 60s, 45s, 31s }) {
            entry.task.goesOutAt = now.utc.addMSecs(left.count());
            const Milliseconds wait = untilNextLook(entry, now, 1);
            QVERIFY(wait < last);
            QVERIFY(wait <= left / 4);
            last = wait;
        }
        for (const Milliseconds left : { 30s, 10s, 1s }) {
            entry.task.goesOutAt = now.utc.addMSecs(left.count());
            QVERIFY(untilNextLook(entry, now, 1) <= 1s);
        }
    }

    void itIsNotHurriedWhenItsTimeIsUnknownOrOverOrItWasTakenBack()
    {
        RunEntry entry = sent(10s, 5s);
        entry.checks = 4;
        entry.takenBack = true;
        QCOMPARE(untilNextLook(entry, now, 1), 16s);
        entry.takenBack = false;
        entry.task.goesOutAt = now.utc.addSecs(-5);
        QCOMPARE(untilNextLook(entry, now, 1), 16s);
        entry.task.goesOutAt = {};
        QCOMPARE(untilNextLook(entry, now, 1), 16s);
    }

    void goesOnUntilItHasGoneOut()
    {
        QVERIFY(momentOf(sent(9min, 1min), answered(), now).goesOn);
        QVERIFY(!momentOf(sent(11min, 1min), answered(), now).goesOn);
        QVERIFY(!momentOf(sent(-1s, 1min), answered(), now).goesOn);
    }

    void anOutageIsWaitedOutUnlessItWasTakenBack()
    {
        CallReport gateways = answered();
        gateways.fault = NetFault::HttpStatus;
        gateways.httpStatus = 502;
        CallReport unsent;
        unsent.fault = NetFault::NoNetwork;
        CallReport lost = answered();
        lost.fault = NetFault::Dropped;
        QVERIFY(momentOf(sent(5h, 1min), gateways, now).goesOn);
        QVERIFY(momentOf(sent(5h, 1min), unsent, now).goesOn);
        QVERIFY(!momentOf(sent(5h, 1min), lost, now).goesOn);
        RunEntry undone = sent(5h, 1min);
        undone.takenBack = true;
        QVERIFY(!momentOf(undone, gateways, now).goesOn);
    }

    void aLookIsInTimeByTheServicesOwnClockOnly()
    {
        const QDateTime due = now.utc.addSecs(20);
        QVERIFY(wasInTime(due.addSecs(-6), now.utc, due)); // its second ends five before
        QVERIFY(!wasInTime(due.addSecs(-5), now.utc, due));
        QVERIFY(!wasInTime(due.addSecs(1), now.utc, due));
        QVERIFY(!wasInTime({}, now.utc, due));
        QVERIFY(!wasInTime(now.utc, now.utc, {}));
    }

    void oneDateThatLiesDoesNotPutALookInTime()
    {
        const QDateTime due = now.utc.addSecs(20);
        QVERIFY(!wasInTime(due.addSecs(-3600), due.addSecs(1), due));
        QVERIFY(!wasInTime(due.addSecs(-3600), due.addSecs(-4), due));
        QVERIFY(wasInTime(due.addSecs(-3600), due.addSecs(-5), due));
    }

    void whatGoesOutFirstIsNeededFirstAndWhatIsTooLateLast()
    {
        const auto needed = [](Milliseconds left) { return neededBy(sent(left, 0ms).task, now.utc); };
        QVERIFY(needed(5s) < needed(6s));
        QCOMPARE(needed(-1s), Turn::whenever);
        QCOMPARE(needed(limits::lead), Turn::whenever);
        const qint64 unknown = neededBy(Task(), now.utc);
        QVERIFY(needed(59s) < unknown && unknown < needed(61s));
    }

    void aLookThatOnlyConfirmsTakesNobodysTurn()
    {
        RunEntry entry = sent(5s, 1s);
        QVERIFY(turnOfLook(entry, now.utc).urgency == Urgency::Deed);
        entry.saidDone = true;
        QVERIFY(turnOfLook(entry, now.utc).urgency == Urgency::Check);
        entry.saidDone = false;
        entry.takenBack = true;
        QVERIFY(turnOfLook(entry, now.utc).urgency == Urgency::Check);
    }

    void anAnswerIsWaitedForNoLongerThanTheTimeLeftAllows()
    {
        const auto deadline = [](Milliseconds left) { return deadlineFor(sent(left, 0ms).task, now.utc, 4s, 15s); };
        QCOMPARE(deadline(5s), 4000ms);
        QCOMPARE(deadline(40s), 10'000ms);
        QCOMPARE(deadline(10min), 15'000ms);
        QCOMPARE(deadline(-5s), 15'000ms);
        QCOMPARE(deadlineFor(Task(), now.utc, 4s, 15s), 15'000ms);
    }
};

QTEST_GUILESS_MAIN(TestPatience)
#include "tst_patience.moc"
