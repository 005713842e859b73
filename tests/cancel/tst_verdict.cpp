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

const QList<NetFault> allFaults { NetFault::HostNotFound, NetFault::Refused, NetFault::NoNetwork, NetFault::Certificate,
    NetFault::TlsFailed, NetFault::ProxyFailed, NetFault::ProxyLogin, NetFault::Dropped, NetFault::Deadline,
    NetFault::Redirected, NetFault::HttpStatus, NetFault::Unreadable, NetFault::TooLarge, NetFault::Stopped,
    NetFault::Other };

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
        const Verdict verdict = judgeCheck(deletion, entry, answer(90104), {}, false);
        QCOMPARE(verdict, (Verdict { Step::Settle, Outcome::Cancelled, true }));
    }

    void sendsAgainOnlyWhenTheServiceStillCallsItPending()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(judgeCheck(deletion, entry, answer(0), withStatus(TaskStatus::Pending), false).step, Step::SendAgain);
        for (const TaskStatus status : { TaskStatus::NotRead, TaskStatus::Dispatching, TaskStatus::Dispatched,
                 TaskStatus::Gone, TaskStatus::Other }) {
            RunEntry other = sentOnce();
            QVERIFY(judgeCheck(deletion, other, answer(0), withStatus(status), false).step != Step::SendAgain);
        }
    }

    void doesNotTrustPendingWhileTheLastAttemptMayStillTakeEffect()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(judgeCheck(deletion, entry, answer(0), withStatus(TaskStatus::Pending), true).step, Step::CheckLater);
    }

    void saysTooLateWhenTheTaskIsGoingOut()
    {
        for (const TaskStatus status : { TaskStatus::Dispatching, TaskStatus::Dispatched }) {
            RunEntry entry = sentOnce();
            QCOMPARE(judgeCheck(deletion, entry, answer(0), withStatus(status), false),
                (Verdict { Step::Settle, Outcome::TooLate, true }));
        }
    }

    void doesNotCallANumberCancelledThatTheServiceNeverKnew()
    {
        RunEntry entry = sentOnce();
        entry.seenPending = false;
        const Verdict verdict = judgeCheck(deletion, entry, answer(90104), {}, false);
        QCOMPARE(verdict.step, Step::Settle);
        QCOMPARE(verdict.outcome, Outcome::Unknown);
    }

    void givesUpReadingAfterFiveFailuresAndSaysNotKnown()
    {
        RunEntry entry = sentOnce();
        for (int i = 1; i < limits::mostChecks; ++i)
            QCOMPARE(judgeCheck(deletion, entry, broken(NetFault::Dropped), {}, false).step, Step::CheckLater);
        const Verdict last = judgeCheck(deletion, entry, broken(NetFault::Dropped), {}, false);
        QCOMPARE(last, (Verdict { Step::Settle, Outcome::Unknown, false }));
    }

    void readsAPlainSuccessOnceMoreWhenEveryCancellationIsChecked()
    {
        RunEntry entry = sentOnce();
        QCOMPARE(judgeAnswer(deletion, entry, answer(0), true, false).step, Step::Check);
        QCOMPARE(judgeCheck(deletion, entry, answer(90104), {}, false),
            (Verdict { Step::Settle, Outcome::Cancelled, true }));
    }

    void believesNeitherWhenASuccessIsStillListedAsPending()
    {
        RunEntry entry = sentOnce();
        judgeAnswer(deletion, entry, answer(0), true, false);
        Verdict verdict;
        for (int i = 0; i < limits::mostChecks; ++i)
            verdict = judgeCheck(deletion, entry, answer(0), withStatus(TaskStatus::Pending), false);
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
