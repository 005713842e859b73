// The table of answers, each led through the reader, the client and the verdict: a push is called cancelled for the one
// answer that says so under the one status that counts, and for no other.
#include "api/answertable.h"

#include "api/serviceclient.h"
#include "cancel/verdict.h"
#include "practice/practiceaccount.h"

#include <QSet>
#include <QTest>

using namespace pushbrake;

namespace {

/// Answers at once with what a test says, as HttpTransport tells it.
class Scripted final : public Transport
{
public:
    void post(HttpRequest, QObject*, Done done) override { done(outcome); }

    HttpOutcome outcome;
};

HttpOutcome outcomeOf(const QByteArray& body, int status)
{
    HttpOutcome outcome;
    outcome.bodyRead = true;
    outcome.httpStatus = status;
    outcome.fault = status == 200 ? NetFault::None : NetFault::HttpStatus;
    outcome.body = body;
    return outcome;
}

Account account()
{
    Account account;
    account.profile.sdkAppId = practiceaccount::sdkAppId;
    account.profile.identifier = practiceaccount::identifier();
    account.enter(Secret(practiceaccount::secretKey()));
    return account;
}

RunEntry sentOnce()
{
    RunEntry entry;
    entry.attempts = 1;
    entry.seenPending = true;
    return entry;
}

answers::Reading readingOf(const std::expected<ReplyHead, ReplyFault>& reply)
{
    return reply ? answers::Reading { {}, reply->code } : answers::Reading { reply.error(), 0 };
}

QByteArray told(const answers::Row& row, const answers::Reading& reading)
{
    return row.name.left(300) + " was read as " + (reading.fault ? "fault " : "code ")
        + QByteArray::number(reading.fault ? int(*reading.fault) : reading.code);
}

} // namespace

class AnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAtLeastFourThousandDifferentOnes()
    {
        QSet<QByteArray> bodies;
        int successes = 0;
        for (const answers::Row& row : answers::table()) {
            bodies.insert(row.body);
            successes += row.deletion.isSuccess();
        }
        QVERIFY2(bodies.size() >= 4'000, qPrintable(QString::number(bodies.size())));
        QVERIFY(successes > 0 && successes < bodies.size() / 20);
    }

    void eachIsReadAsTheAnswerToADeletionThatItIs()
    {
        for (const answers::Row& row : answers::table()) {
            const answers::Reading read = readingOf(readDeleteReply(row.body, answers::asked));
            QVERIFY2(read == row.deletion, told(row, read).constData());
        }
    }

    void eachIsReadAsTheAnswerToALookThatItIs()
    {
        for (const answers::Row& row : answers::table()) {
            const auto reply = readGetReply(row.body, answers::asked);
            const answers::Reading read = readingOf(
                reply ? std::expected<ReplyHead, ReplyFault>(reply->head) : std::unexpected { reply.error() });
            QVERIFY2(read == row.look, told(row, read).constData());
            if (read.isSuccess())
                QCOMPARE(reply->task.id, answers::asked);
        }
    }

    void onlyTheOneAnswerCancelsAndOnlyUnder200_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : { 200, 100, 201, 202, 203, 204, 206, 301, 302, 304, 307, 400, 401, 403, 404, 407, 408,
                 409, 413, 429, 500, 501, 502, 503, 504, 0 })
            QTest::addRow("%d", status) << status;
    }

    void onlyTheOneAnswerCancelsAndOnlyUnder200()
    {
        QFETCH(int, status);
        for (const answers::Row& row : answers::table()) {
            const CallReport report = reportOf(row.body, status);
            RunEntry entry = sentOnce();
            const Verdict verdict = judgeAnswer(deletion, entry, report, false, true);
            const bool isCancelled = verdict.step == Step::Settle && verdict.outcome == Outcome::Cancelled;
            QVERIFY2(isCancelled == (status == 200 && row.deletion.isSuccess()), row.name.left(300).constData());
            // What is no answer leaves open what became of the request: it is looked up, and not sent again before.
            if (status != 200 || row.deletion.fault)
                QVERIFY2(verdict.step == Step::Check && entry.mayHaveApplied, row.name.left(300).constData());
        }
    }

    void noAnswerToALookCancels()
    {
        for (const answers::Row& row : answers::table()) {
            m_transport.outcome = outcomeOf(row.body, 200);
            CallReport report;
            Task read;
            m_client.getTask(answers::asked, this, [&](const CallReport& heard, const Task& task) {
                report = heard;
                read = task;
            });
            RunEntry entry = sentOnce();
            const Verdict verdict = judgeCheck(deletion, entry, report, read, { false, false, true });
            QVERIFY2(verdict.outcome != Outcome::Cancelled, row.name.left(300).constData());
            // Only "no such task" leads on to the list.
            QVERIFY2((verdict.step == Step::AskList) == (!row.look.fault && row.look.code == 90104),
                row.name.left(300).constData());
        }
    }

private:
    CallReport reportOf(const QByteArray& body, int status)
    {
        m_transport.outcome = outcomeOf(body, status);
        CallReport report;
        m_client.change({ Command::Delete, answers::asked, "{}", &readDeleteReply }, 1, this,
            [&](const CallReport& heard) { report = heard; });
        return report;
    }

    SystemClock m_computersClock;
    ServiceClock m_clock { m_computersClock };
    Scripted m_transport;
    ServiceClient m_client { account(), m_transport, m_clock };
};

QTEST_GUILESS_MAIN(AnswersTest)
#include "tst_answers.moc"
