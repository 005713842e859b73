// A connection test says what a refresh would meet, with one harmless read.
#include "api/connectiontest.h"
#include "net/httptransport.h"
#include "practice/practiceservice.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace pushbrake;

class TestConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<PracticeService>(m_clock);
        QVERIFY(m_service->listen());
        m_report.reset();
    }

    void readsOneRowAndSaysThatTheAccountWorks()
    {
        test(m_service->account());
        QTRY_VERIFY_WITH_TIMEOUT(m_report, 5'000);
        QVERIFY(m_report->ok());
        QCOMPARE(m_service->log().size(), 1);
        QCOMPARE(m_service->log().first().command, QStringLiteral("list_sched_task"));
    }

    void saysWhatTheServiceSaysOfAWrongAccount()
    {
        Account wrong = m_service->account();
        wrong.enter(Secret(QByteArray("0123456789abcdef")));
        test(std::move(wrong));
        QTRY_VERIFY_WITH_TIMEOUT(m_report, 5'000);
        QVERIFY(m_report->answered());
        QVERIFY(!m_report->ok());
    }

    void mayBeDroppedByWhoeverIsTold()
    {
        m_test = std::make_unique<ConnectionTest>(m_service->account(), m_transport, m_clock, m_gates);
        m_test->run(this, [this](const CallReport& report) {
            m_test.reset();
            m_report = report;
        });
        QTRY_VERIFY_WITH_TIMEOUT(m_report, 5'000);
        QVERIFY(m_report->ok());
    }

    void tellsNobodyWhenItIsDroppedAndLosesNoSlot()
    {
        m_service->setLatency(Milliseconds(100));
        for (int i = 0; i < 6; ++i) {
            test(m_service->account());
            QTest::qWait(20);
        }
        m_test.reset();
        QTest::qWait(500);
        QVERIFY(!m_report);
        test(m_service->account());
        QTRY_VERIFY_WITH_TIMEOUT(m_report, 15'000);
        QVERIFY(m_report->ok());
    }

private:
    void test(Account account)
    {
        m_test = std::make_unique<ConnectionTest>(std::move(account), m_transport, m_clock, m_gates);
        m_test->run(this, [this](const CallReport& report) { m_report = report; });
    }

    SystemClock m_clock;
    std::unique_ptr<PracticeService> m_service;
    HttpTransport m_transport;
    SharedGates m_gates { m_clock };
    std::unique_ptr<ConnectionTest> m_test;
    std::optional<CallReport> m_report;
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
