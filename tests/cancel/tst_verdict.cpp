// The evidence table: what each answer means, and that only the service's own words ever make a "cancelled".
#include "api/limits.h"
#include "cancel/verdict.h"

#include <QTest>

using namespace pushbrake;

namespace {

CallReport answer(int code)
{
    CallReport report;
    report.mayHaveArrived = true;
    report.httpStatus = 200;
    report.code = code;
    return report;
}

CallReport broken(NetFault fault, bool mayHaveArrived = true)
{
    CallReport report;
    report.mayHaveArrived = mayHaveArrived;
    report.fault = fault;
    return report;
}

RunEntry sentOnce()
{
    RunEntry entry;
    entry.attempts = 1;
    entry.seenPending = true;
    return entry;
}

Task withStatus(TaskStatus status)
{
    Task task;
    task.status = status;
    return task;
}

// Long after the last attempt: "pending" proves that it failed. The push has no near end.
LookMoment late(bool wasInTime = true)
{
    return { false, false, wasInTime };
}

// The service may still be working on the attempt.
LookMoment early()
{
    return { true, false, true };
}

// The push goes out within minutes.
LookMoment hurried()
{
    return { false, true, true };
}

const ListWord notListed { true, {}, {} };

ListWord listedAs(TaskStatus status)
{
    return { true, withStatus(status) };
}

const QList<NetFault> allFaults { NetFault::HostNotFound, NetFault::Refused, NetFault::NoNetwork, NetFault::Certificate,
    NetFault::TlsFailed, NetFault::ProxyFailed, NetFault::ProxyLogin, NetFault::Dropped, NetFault::Deadline,
    NetFault::Redirected, NetFault::HttpStatus, NetFault::Unreadable, NetFault::TooLarge, NetFault::Stopped,
    NetFault::Other, NetFault::NoSecret, NetFault::ProxyScheme };

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settlesByTheServicesOwnCode_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<Step>("step");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("0") << 0 << Step::Settle << Outcome::Cancelled;
        QTest::newRow("90104") << 90104 << Step::Settle << Outcome::Rejected;
        QTest::newRow("90105") << 90105 << Step::Check << Outcome::Unknown;
        QTest::newRow("90106") << 90106 << Step::Settle << Outcome::TooLate;
        QTest::newRow("90107") << 90107 << Step::Settle << Outcome::TooLate;
        QTest::newRow("60007") << 60007 << Step::WaitForRate << Outcome::Unknown;
        QTest::newRow("60008") << 60008 << Step::Check << Outcome::Unknown;
        QTest::newRow("60002") << 60002 << Step::AccountNeeded << Outcome::Unknown;
        QTest::newRow("70402") << 70402 << Step::AccountNeeded << Outcome::Unknown;
        QTest::newRow("60010") << 60010 << Step::AccountNeeded << Outcome::Unknown;
        QTest::newRow("70009") << 70009 << Step::AccountNeeded << Outcome::Unknown;
        QTest::newRow("91000") << 91000 << Step::Check << Outcome::Unknown;
        QTest::newRow("a code nobody documented") << 12345 << Step::Check << Outcome::Unknown;
    }

    void settlesByTheServicesOwnCode()
    {
        QFETCH(int, code);
        RunEntry entry = sentOnce();
        const Verdict verdict = judgeAnswer(deletion, entry, answer(code), false, false);
        QTEST(verdict.step, "step");
        if (verdict.step == Step::Settle)
            QTEST(verdict.outcome, "outcome");
        QVERIFY(!verdict.checked);
    }

    void readsTheTaskAfterEveryFaultThatMayHaveReachedTheService()
    {
        for (const NetFault fault : allFaults) {
            RunEntry entry = sentOnce();
            QCOMPARE(judgeAnswer(deletion, entry, broken(fault), false, true).step, Step::Check);
            QVERIFY(entry.mayHaveApplied);
        }
    }

    void neverSettlesWhatNeverLeft()
    {
        for (const NetFault fault : allFaults) {
            RunEntry entry = sentOnce();
            const Step step = judgeAnswer(deletion, entry, broken(fault, false), false, true).step;
            QVERIFY(step == Step::WaitForNetwork || step == Step::AccountNeeded);
            QVERIFY(!entry.mayHaveApplied);
        }
    }

    void readsTheTaskWhenARefusalFollowsAnAttemptOfUnknownEffect()
    {
        RunEntry entry = sentOnce();
        judgeAnswer(deletion, entry, broken(NetFault::Dropped), false, false);
        QCOMPARE(judgeAnswer(deletion, entry, answer(90104), false, false).step, Step::Check);
    }

    // --- gone is not cancelled ---

    void aTaskThatIsGoneIsCancelledOnlyWhenTheListAgreesAndGetIsKnownToAnswer()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(judgeCheck(deletion, entry, answer(90104), {}, late()).step, Step::AskList);
        QCOMPARE(judgeList(entry, notListed, true, late()), (Verdict { Step::Settle, Outcome::Cancelled, true }));
        // For all that is known, get answers "no such task" to everything.
        QCOMPARE(judgeList(entry, notListed, false, late()), (Verdict { Step::Settle, Outcome::Unknown, true }));
    }

    void aTaskThatIsGoneWhenItWasDueMayHaveGoneOut()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(judgeCheck(deletion, entry, answer(90104), {}, late(false)),
            (Verdict { Step::Settle, Outcome::Unknown, true }));
    }

    void whatTheListStillShowsIsNotGone()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(judgeList(entry, listedAs(TaskStatus::Pending), true, late()).step, Step::SendAgain);
        QCOMPARE(judgeList(entry, listedAs(TaskStatus::Dispatched), true, late()),
            (Verdict { Step::Settle, Outcome::TooLate, true }));
    }

    void aListThatWasNotReadToItsEndProvesNothing()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(judgeList(entry, {}, true, late()).step, Step::CheckLater);
    }

    void aListThatWasAnsweredWhenThePushWasDueProvesNothing()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(judgeList(entry, notListed, true, late(false)), (Verdict { Step::Settle, Outcome::Unknown, true }));
    }

    void aLookLongAfterwardsNeedsTheSameProof()
    {
        JournalRow row;
        row.seenPending = true;
        const QDateTime now = QDateTime(QDate(2026, 6, 1), QTime(2, 0), Qt::UTC);
        row.goesOutAt = now.addSecs(60);
        row.result.sentAt = now.addSecs(-60);
        CallReport gone = answer(90104);
        gone.serverDate = now;
        ListWord inTime = notListed;
        inTime.serverDate = now;
        const Verdict cancelled { Step::Settle, Outcome::Cancelled, true };
        const Verdict mayHaveGoneOut { Step::Settle, Outcome::Unknown, true };
        QCOMPARE(judgeLater(row, gone, {}, now, {}, true, now).step, Step::AskList);
        QCOMPARE(judgeLater(row, gone, {}, now, inTime, true, now), cancelled);
        QCOMPARE(judgeLater(row, gone, {}, now, inTime, false, now), mayHaveGoneOut);
        QCOMPARE(judgeLater(row, gone, {}, now, notListed, true, now), mayHaveGoneOut);
        QCOMPARE(judgeLater(row, gone, {}, now, inTime, true, row.goesOutAt), mayHaveGoneOut); // the list came late
        QCOMPARE(judgeLater(row, gone, {}, now, listedAs(TaskStatus::Pending), true, now),
            (Verdict { Step::Settle, Outcome::NotSent, true }));
        QCOMPARE(judgeLater(row, gone, {}, row.goesOutAt, {}, true, row.goesOutAt), mayHaveGoneOut); // a Date that lies
        gone.serverDate = row.goesOutAt.addSecs(-3); // not clearly before: the last second of a Date, and its margin
        QCOMPARE(judgeLater(row, gone, {}, now, {}, true, now), mayHaveGoneOut);
        gone.serverDate = {};
        QCOMPARE(judgeLater(row, gone, {}, now, {}, true, now), mayHaveGoneOut);
        row.seenPending = false;
        QVERIFY(judgeLater(row, gone, {}, now, {}, true, now).step != Step::Settle);
        row.result.outcome = Outcome::NotSent; // "still scheduled" was a look's word
        row.result.checked = true;
        QCOMPARE(judgeLater(row, gone, {}, now, {}, true, now), mayHaveGoneOut);
    }

    // --- a push that goes out soon ---

    void neitherLooksNorAttemptsAreCountedWhileAPushGoesOutWithinMinutes()
    {
        RunEntry entry = sentOnce();
        for (int i = 0; i < 50; ++i)
            QCOMPARE(judgeCheck(deletion, entry, broken(NetFault::Dropped), {}, hurried()).step, Step::CheckLater);
        entry.attempts = limits::mostAttempts + 10;
        entry.checks = 0;
        // A look and its wait lie between two attempts when so many have failed.
        const Task pending = withStatus(TaskStatus::Pending);
        QCOMPARE(judgeCheck(deletion, entry, answer(0), pending, hurried()).step, Step::CheckLater);
        QCOMPARE(judgeCheck(deletion, entry, answer(0), pending, hurried()).step, Step::SendAgain);
    }

    void saysStillScheduledWhenEveryAttemptFailed()
    {
        RunEntry entry = sentOnce();
        entry.attempts = limits::mostAttempts;
        QCOMPARE(judgeCheck(deletion, entry, answer(0), withStatus(TaskStatus::Pending), late()),
            (Verdict { Step::Settle, Outcome::NotSent, true }));
    }

    // --- the read before a batch ---

    void aReadThatTheAccountIsRefusedForKeepsTheDeletionsBack()
    {
        for (const int code : { 60026, 70003, 60002, 60010 })
            QCOMPARE(judgeProbe(answer(code), true), Step::AccountNeeded);
        QCOMPARE(judgeProbe(answer(70001), true), Step::RenewSignature);
        QCOMPARE(judgeProbe(answer(70001), false), Step::AccountNeeded);
        QCOMPARE(judgeProbe(broken(NetFault::Certificate, false), true), Step::AccountNeeded);
        QCOMPARE(judgeProbe(broken(NetFault::Refused, false), true), Step::WaitForNetwork);
        // What it could not find out is left to the deletions.
        for (const int code : { 0, 90104, 60007, 91000 })
            QCOMPARE(judgeProbe(answer(code), true), Step::SendAgain);
        QCOMPARE(judgeProbe(broken(NetFault::Deadline), true), Step::SendAgain);
    }

    void sendsAgainOnlyWhenTheServiceStillCallsItPending()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(judgeCheck(deletion, entry, answer(0), withStatus(TaskStatus::Pending), late()).step, Step::SendAgain);
        for (const TaskStatus status : { TaskStatus::NotRead, TaskStatus::Dispatching, TaskStatus::Dispatched,
                 TaskStatus::Gone, TaskStatus::Other }) {
            RunEntry other = sentOnce();
            QVERIFY(judgeCheck(deletion, other, answer(0), withStatus(status), late()).step != Step::SendAgain);
        }
    }

    void doesNotTrustPendingWhileTheLastAttemptMayStillTakeEffect()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(
            judgeCheck(deletion, entry, answer(0), withStatus(TaskStatus::Pending), early()).step, Step::CheckForProof);
    }

    void saysTooLateWhenTheTaskIsGoingOut()
    {
        for (const TaskStatus status : { TaskStatus::Dispatching, TaskStatus::Dispatched }) {
            RunEntry entry = sentOnce();
            QCOMPARE(judgeCheck(deletion, entry, answer(0), withStatus(status), late()),
                (Verdict { Step::Settle, Outcome::TooLate, true }));
        }
    }

    void doesNotCallANumberCancelledThatTheServiceNeverKnew()
    {
        RunEntry entry = sentOnce();
        entry.seenPending = false;
        const Verdict verdict = judgeCheck(deletion, entry, answer(90104), {}, late());
        QCOMPARE(verdict.step, Step::Settle);
        QCOMPARE(verdict.outcome, Outcome::Unknown);
    }

    void givesUpReadingAfterFiveFailuresAndSaysNotKnown()
    {
        RunEntry entry = sentOnce();
        for (int i = 1; i < limits::mostChecks; ++i)
            QCOMPARE(judgeCheck(deletion, entry, broken(NetFault::Dropped), {}, late()).step, Step::CheckLater);
        const Verdict last = judgeCheck(deletion, entry, broken(NetFault::Dropped), {}, late());
        QCOMPARE(last, (Verdict { Step::Settle, Outcome::Unknown, false }));
    }

    void readsAPlainSuccessOnceMoreWhenEveryCancellationIsChecked()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(judgeAnswer(deletion, entry, answer(0), true, false).step, Step::Check);
        QCOMPARE(judgeCheck(deletion, entry, answer(90104), {}, late()),
            (Verdict { Step::Settle, Outcome::Cancelled, true }));
    }

    void believesNeitherWhenASuccessIsStillListedAsPending()
    {
        RunEntry entry = sentOnce();
        judgeAnswer(deletion, entry, answer(0), true, false);
        Verdict verdict;
        for (int i = 0; i < limits::mostChecks; ++i)
            verdict = judgeCheck(deletion, entry, answer(0), withStatus(TaskStatus::Pending), late());
        QCOMPARE(verdict, (Verdict { Step::Settle, Outcome::Unknown, false }));
    }

    void triesAtMostEightTimesAgainstTheRate()
    {
        RunEntry entry = sentOnce();
        for (int i = 1; i < limits::mostRateTries; ++i)
            QCOMPARE(judgeAnswer(deletion, entry, answer(60007), false, false).step, Step::WaitForRate);
        QCOMPARE(judgeAnswer(deletion, entry, answer(60007), false, false),
            (Verdict { Step::Settle, Outcome::Rejected, false }));
    }

    void signsAnewOnceWhenItCan()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(judgeAnswer(deletion, entry, answer(70001), false, true).step, Step::RenewSignature);
        QCOMPARE(judgeAnswer(deletion, entry, answer(70001), false, true).step, Step::AccountNeeded);
        RunEntry pasted = sentOnce();
        QCOMPARE(judgeAnswer(deletion, pasted, answer(70001), false, false).step, Step::AccountNeeded);
    }

    void triesOnceMoreWhenTheServiceDoubtsTheAccount()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(judgeAnswer(deletion, entry, answer(60004), false, false).step, Step::SendAgain);
        QCOMPARE(judgeAnswer(deletion, entry, answer(60004), false, false).step, Step::AccountNeeded);
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
