// Nothing is known to results and counts before it is committed, and nothing that was to be written is forgotten.
#include "cancel/runledger.h"
#include "failingjournal.h"
#include "store/database.h"

#include <QTest>

using namespace runstage;

namespace {

const QDateTime at = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);

SettledResult result(TaskId task, Outcome outcome)
{
    SettledResult made;
    made.taskId = task;
    made.outcome = outcome;
    return made;
}

QList<Task> tasks(int count)
{
    QList<Task> made(count);
    for (int i = 0; i < count; ++i)
        made[i].id = i + 1;
    return made;
}

} // namespace

class TestRunLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsCommitted()
    {
        FailingJournal journal;
        RunLedger ledger(journal, { QStringLiteral("shop/1") }, DeedKind::Delete);
        QCOMPARE(*ledger.plan(tasks(6)), qint64(1));
        for (const Outcome outcome : { Outcome::Cancelled, Outcome::TooLate, Outcome::Rejected, Outcome::Unknown })
            ledger.settle(1, result(TaskId(outcome) + 1, outcome));
        ledger.withdraw(1, { result(5, Outcome::Withdrawn), result(6, Outcome::Withdrawn) }, at);
        QCOMPARE(ledger.counts().settled, 0);
        const auto committed = ledger.commit();
        QVERIFY(!committed.fault);
        QCOMPARE(committed.settled.size(), 4);
        QCOMPARE(committed.withdrawn.size(), 2);
        const RunCounts& counts = ledger.counts();
        QCOMPARE(counts.total, 6);
        QCOMPARE(counts.settled, 6);
        QCOMPARE(counts.cancelled, 1);
        QCOMPARE(counts.tooLate, 1);
        QCOMPARE(counts.rejected, 1);
        QCOMPARE(counts.unknown, 1);
        QCOMPARE(counts.withdrawn, 2);
        QCOMPARE(ledger.results().size(), 6);
    }

    void showsNothingThatIsNotCommittedAndWritesItLaterInItsOrder()
    {
        FailingJournal journal;
        RunLedger ledger(journal, { QStringLiteral("shop/1") }, DeedKind::Delete);
        QVERIFY(ledger.plan(tasks(3)));
        journal.failOutcomes = true;
        ledger.undoAttempt(1, 2);
        ledger.settle(1, result(1, Outcome::Cancelled));
        ledger.settle(1, result(2, Outcome::NotSent));
        ledger.withdraw(1, { result(3, Outcome::Withdrawn) }, at);
        for (int i = 0; i < 2; ++i) {
            const auto refused = ledger.commit();
            QCOMPARE(*refused.fault, DatabaseFault::Full);
            QVERIFY(refused.settled.isEmpty() && refused.withdrawn.isEmpty());
            QVERIFY(ledger.hasOpen());
            QCOMPARE(ledger.counts().settled, 0);
            QVERIFY(ledger.results().isEmpty());
        }
        journal.failOutcomes = false;
        const auto committed = ledger.commit();
        QVERIFY(!committed.fault);
        QVERIFY(!ledger.hasOpen());
        QCOMPARE(
            journal.written, (QStringList { u"undone 2"_qs, u"settled 1"_qs, u"settled 2"_qs, u"withdrawn 1"_qs }));
        QCOMPARE(committed.settled.size(), 2);
        QCOMPARE(committed.withdrawn.size(), 1);
        QVERIFY(ledger.commit().settled.isEmpty()); // each is told once
    }

    // Its answer came after the others of its batch had been taken back: where the record is in memory by then, it is
    // planned there like them.
    void whatNeverLeftIsNotTakenBackWithTheOthersOfItsBatchInMemory()
    {
        FailingJournal journal;
        RunLedger ledger(journal, { QStringLiteral("shop/1") }, DeedKind::Delete);
        const qint64 batch = *ledger.plan(tasks(3));
        journal.failOutcomes = true;
        ledger.withdraw(batch, { result(2, Outcome::Withdrawn), result(3, Outcome::Withdrawn) }, at);
        ledger.undoAttempt(batch, 1);
        ledger.settle(batch, result(1, Outcome::NotSent));
        QVERIFY(ledger.commit().fault);
        QList<RunEntry> unsettled;
        for (const Task& task : tasks(3)) {
            unsettled.append(RunEntry());
            unsettled.last().task = task;
            unsettled.last().runId = batch;
        }
        const auto database = Database::inMemory();
        Journal memory(*database);
        QVERIFY(ledger.goOnInMemory(memory, unsettled));
        const auto committed = ledger.commit();
        QVERIFY(!committed.fault);
        QCOMPARE(committed.withdrawnTasks(), (QList<TaskId> { 2, 3 }));
        QCOMPARE(committed.settled.size(), 1);
        QCOMPARE(ledger.counts().settled, 3);
        QCOMPARE(memory.rows(1)->first().result.outcome, Outcome::NotSent);
        QCOMPARE(memory.rows(1)->last().result.outcome, Outcome::Withdrawn);
    }

    void countsNoTaskWhosePlanWasNotWritten()
    {
        FailingJournal journal;
        RunLedger ledger(journal, { QStringLiteral("shop/1") }, DeedKind::Delete);
        journal.failBegin = true;
        QVERIFY(!ledger.plan(tasks(3)));
        QCOMPARE(ledger.counts().total, 0);
    }
};

QTEST_GUILESS_MAIN(TestRunLedger)
#include "tst_runledger.moc"
