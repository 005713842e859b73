// The deeds of a run: the request each one makes, and what a look at the task proves of it.
#include "cancel/deed.h"

#include <QTest>

using namespace pushbrake;

namespace {

CallReport look(int code)
{
    CallReport report;
    report.mayHaveArrived = true;
    report.httpStatus = 200;
    report.code = code;
    return report;
}

Task withStatus(TaskStatus status)
{
    Task task;
    task.id = 7;
    task.audience = Audience::All;
    task.status = status;
    return task;
}

} // namespace

class TestDeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindOfTheJournalIsItsDeed()
    {
        QCOMPARE(deedOf(DeedKind::Delete).kind, DeedKind::Delete);
        QCOMPARE(deedWord(deletion.kind), QStringLiteral("delete"));
        QCOMPARE(deedFromWord(deedWord(deletion.kind)), std::optional(DeedKind::Delete));
        for (const QString& word : { QString(), QStringLiteral("Delete"), QStringLiteral("recall") })
            QVERIFY(!deedFromWord(word));
    }

    void aDeletionNamesTheTaskAndItsAudience()
    {
        QCOMPARE(deletion.command, Command::Delete);
        QCOMPARE(deletion.body(1'400'000'000, withStatus(TaskStatus::Pending)),
            QByteArray("{\"Sdkappid\":1400000000,\"TaskID\":7,\"Type\":\"All\"}"));
        QVERIFY(deletion.readReply("{\"ActionStatus\":\"OK\",\"ErrorInfo\":\"\",\"ErrorCode\":0,\"TaskID\":7}", 7));
        QVERIFY(!deletion.readReply("{\"ActionStatus\":\"OK\",\"ErrorInfo\":\"\",\"ErrorCode\":0,\"TaskID\":8}", 7));
        QCOMPARE(deletion.meaningOf(90'106), CodeMeaning::TooLate);
    }

    void isProvenByReadingTheTask_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<TaskStatus>("status");
        QTest::addColumn<Proof>("proof");
        QTest::newRow("still pending") << 0 << TaskStatus::Pending << Proof::NotDone;
        QTest::newRow("going out") << 0 << TaskStatus::Dispatching << Proof::TooLate;
        QTest::newRow("gone out") << 0 << TaskStatus::Dispatched << Proof::TooLate;
        QTest::newRow("a status nobody knows") << 0 << TaskStatus::Other << Proof::Nothing;
        QTest::newRow("gone") << 90104 << TaskStatus::NotRead << Proof::Gone;
        QTest::newRow("the service failed") << 91000 << TaskStatus::NotRead << Proof::Unread;
        QTest::newRow("refused for its rate") << 60007 << TaskStatus::Pending << Proof::Unread;
    }

    void isProvenByReadingTheTask()
    {
        QFETCH(int, code);
        QFETCH(TaskStatus, status);
        QTEST(deletion.provenBy(look(code), withStatus(status)), "proof");
    }

    void anAnswerThatWasNotReadProvesNothing()
    {
        CallReport broken = look(90'104);
        broken.fault = NetFault::Unreadable;
        QCOMPARE(deletion.provenBy(broken, withStatus(TaskStatus::Pending)), Proof::Unread);
    }
};

QTEST_GUILESS_MAIN(TestDeed)
#include "tst_deed.moc"
