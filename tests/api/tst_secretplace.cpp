// Nothing leaves without a secret that was entered for the very host, SDKAppID and identifier it would go to.
#include "api/connectiontest.h"
#include "net/httptransport.h"
#include "practice/practiceservice.h"
#include "support/rawserver.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace pushbrake;

class SecretPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_service.listen()); }

    void nothingReachesAnotherHost()
    {
        RawServer other([](QSslSocket& socket, int) { RawServer::close(socket); });
        Account account = m_service.account();
        account.profile.otherHost = QStringLiteral("127.0.0.1:%1").arg(other.serverPort());
        QCOMPARE(faultOf(std::move(account)), NetFault::NoSecret);
        QCOMPARE(other.connections(), 0);
        QCOMPARE(m_service.log().size(), 0);
    }

    void nothingLeavesForAnotherAppOrAccount_data()
    {
        QTest::addColumn<bool>("isNumber");
        QTest::newRow("another SDKAppID") << true;
        QTest::newRow("another identifier") << false;
    }
    void nothingLeavesForAnotherAppOrAccount()
    {
        QFETCH(bool, isNumber);
        Account account = m_service.account();
        if (isNumber)
            ++account.profile.sdkAppId;
        else
            account.profile.identifier = QStringLiteral("another");
        QCOMPARE(faultOf(std::move(account)), NetFault::NoSecret);
        QCOMPARE(m_service.log().size(), 0);
    }

    void nothingLeavesWithoutASecret()
    {
        QCOMPARE(faultOf({ m_service.account().profile, {} }), NetFault::NoSecret);
        QCOMPARE(m_service.log().size(), 0);
    }

    void everyCallIsRefusedAndSaysThatNothingLeft()
    {
        ServiceClient client({ m_service.account().profile, {} }, m_transport, m_serviceClock);
        int refused = 0;
        const auto count = [&refused](const CallReport& report) {
            refused += report.fault == NetFault::NoSecret && !report.mayHaveArrived;
        };
        const auto noReply = [](const QByteArray&, TaskId) -> std::expected<ReplyHead, ReplyFault> { return {}; };
        client.change({ Command::Delete, 1, QByteArray("{}"), noReply }, 1, this, count);
        client.getTask(1, this, [&](const CallReport& report, const Task&) { count(report); });
        client.listTasks({}, this, [&](const CallReport& report, const ListReply&) { count(report); });
        QCOMPARE(refused, 0); // never sooner than the event loop
        QTRY_COMPARE(refused, 3);
        client.replaceAccount(m_service.account());
        std::optional<CallReport> report;
        client.getTask(1, this, [&](const CallReport& answer, const Task&) { report = answer; });
        QTRY_VERIFY(report && report->answered());
    }

private:
    NetFault faultOf(Account account)
    {
        std::optional<CallReport> report;
        ConnectionTest test(std::move(account), m_transport, m_clock, m_gates);
        test.run(this, [&report](const CallReport& answer) { report = answer; });
        (void)QTest::qWaitFor([&report] { return report.has_value(); }, 5'000);
        return report ? report->fault : NetFault::None;
    }

    SystemClock m_clock;
    ServiceClock m_serviceClock { m_clock };
    PracticeService m_service { m_clock };
    HttpTransport m_transport;
    SharedGates m_gates { m_clock };
};

QTEST_GUILESS_MAIN(SecretPlaceTest)
#include "tst_secretplace.moc"
