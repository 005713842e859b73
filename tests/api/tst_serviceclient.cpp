// What the service repeats of a request is freed of our secrets before anybody hears of it, whichever command it was.
#include "api/serviceclient.h"
#include "practice/practiceaccount.h"

#include <QTest>
#include <QTimer>
#include <QUrlQuery>

using namespace pushbrake;

namespace {

constexpr TaskId task = 7'000'000'001;

/// Answers with the address of the request wherever the service writes text.
class Echo final : public Transport
{
public:
    void post(HttpRequest request, QObject* context, Done done) override
    {
        signature = QUrlQuery(request.url).queryItemValue(QStringLiteral("usersig"), QUrl::FullyDecoded);
        HttpOutcome outcome;
        outcome.bodyRead = true;
        outcome.httpStatus = 200;
        outcome.body = answer;
        outcome.body.replace("ECHO", request.url.toEncoded());
        QTimer::singleShot(0, context, [outcome, done = std::move(done)]() mutable { done(outcome); });
    }

    QByteArray answer;
    QString signature;
};

} // namespace

class ServiceClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusedDeletionRepeatsNoSignature()
    {
        m_echo.answer = R"({"ActionStatus":"FAIL","ErrorInfo":"bad request ECHO","ErrorCode":60002})";
        const auto read = [](const QByteArray& body, TaskId sent) { return readDeleteReply(body, sent); };
        m_client.change({ Command::Delete, task, "{}", read }, 1, this,
            [this](const CallReport& report) { m_said = report.serviceText; });
        hidesTheSignature();
    }

    void aTaskThatIsReadRepeatsNoSignature()
    {
        m_echo.answer = R"({"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"TaskInfo":{"TaskID":7000000001,)"
                        R"("Type":"All","Status":"pending","Title":"ECHO"}})";
        m_client.getTask(task, this, [this](const CallReport&, const Task& found) { m_said = found.title; });
        hidesTheSignature();
    }

    void aListedTaskRepeatsNoSignature()
    {
        m_echo.answer = R"({"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"Total":1,"Tasks":[{"TaskID":7000000001,)"
                        R"("Type":"All","Status":"pending","Desc":"ECHO"}]})";
        m_client.listTasks({}, this, [this](const CallReport&, const ListReply& page) {
            m_said = page.tasks.isEmpty() ? QString() : page.tasks.first().description;
        });
        hidesTheSignature();
    }

private:
    void hidesTheSignature()
    {
        QTRY_VERIFY(!m_said.isEmpty());
        QVERIFY(m_echo.signature.size() > 60);
        QVERIFY2(m_said.contains(QStringLiteral("usersig=***")), qPrintable(m_said));
        QVERIFY2(!m_said.contains(m_echo.signature.left(16)), qPrintable(m_said));
        m_said.clear();
    }

    static Account account()
    {
        Account account;
        account.profile.sdkAppId = practiceaccount::sdkAppId;
        account.profile.identifier = practiceaccount::identifier();
        account.enter(Secret(practiceaccount::secretKey()));
        return account;
    }

    SystemClock m_computersClock;
    ServiceClock m_clock { m_computersClock };
    Echo m_echo;
    ServiceClient m_client { account(), m_echo, m_clock };
    QString m_said;
};

QTEST_GUILESS_MAIN(ServiceClientTest)
#include "tst_serviceclient.moc"
