// The list as it is read over a real socket: both spellings of OrderBy, page by page, window by window, through faults.
#include "cancel/appsession.h"
#include "net/httptransport.h"
#include "practice/practiceservice.h"
#include "store/database.h"
#include "store/journal.h"

#include <QSignalSpy>
#include <QTest>

using namespace pushbrake;

class ListingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<PracticeService>(m_clock);
        QVERIFY(m_service->listen());
        m_database = Database::inMemory();
        m_journal = std::make_unique<Journal>(*m_database);
        m_transport = std::make_unique<HttpTransport>();
        m_gates = std::make_unique<SharedGates>(m_clock);
        m_session = std::make_unique<AppSession>(
            m_service->account(), AppSession::Needs { *m_transport, *m_journal, m_clock, [] { return 7U; }, *m_gates });
    }
    void cleanup() { m_session.reset(); }

    void isReadWholeInEitherSpelling_data()
    {
        QTest::addColumn<bool>("camelCase");
        QTest::newRow("schedat") << false;
        QTest::newRow("schedAt") << true;
    }
    void isReadWholeInEitherSpelling()
    {
        QFETCH(const bool, camelCase);
        m_service->setCamelCase(camelCase);
        for (int i = 0; i < 250; ++i)
            addTask(i, i % 25 == 0 ? 40 * 86'400 + i : 600 + i); // some in another window
        addTask(900, -3'600); // has gone out
        addTask(901, 300 * 86'400);
        QCOMPARE(refreshed(), 252);
        QSet<TaskId> ids;
        for (const Task& task : std::as_const(m_listed))
            ids.insert(task.id);
        QCOMPARE(ids.size(), 252);
        QVERIFY(std::none_of(
            m_service->log().cbegin(), m_service->log().cend(), [](const auto& entry) { return entry.code == 60007; }));
        const auto refusals = std::count_if(
            m_service->log().cbegin(), m_service->log().cend(), [](const auto& entry) { return entry.code == 90104; });
        QCOMPARE(refusals, camelCase ? 1 : 0); // the other spelling is learned once
    }

    void isReadThroughLostAnswers()
    {
        for (int i = 0; i < 150; ++i)
            addTask(i, 600 + i);
        m_service->setFaults(*Faults::fromText(QStringLiteral("list_sched_task:drop-after=0.15,garbage=0.1"), 5));
        QCOMPARE(refreshed(), 150);
    }

private:
    void addTask(int number, int secondsAhead)
    {
        Task task;
        task.id = 7'000'000'001 + number;
        task.audience = Audience::Tag;
        task.title = QStringLiteral("Push %1").arg(number);
        task.goesOutAt = m_clock.utcNow().addSecs(secondsAhead);
        m_service->addTask(task);
    }

    /// Tasks that the refresh says it read; -1 when it failed.
    int refreshed()
    {
        m_listed.clear();
        int read = -2;
        connect(
            m_session.get(), &AppSession::tasksListed, this, [this](const QList<Task>& tasks) { m_listed += tasks; });
        connect(m_session.get(), &AppSession::refreshed, this,
            [&read](const CallReport& report, const ListReading& reading) {
                read = report.ok() && reading.isWhole() ? int(reading.tasks) : -1;
            });
        m_session->refresh();
        (void)QTest::qWaitFor([&] { return read != -2; }, 60'000);
        m_session->disconnect(this);
        return read;
    }

    SystemClock m_computers;
    ServiceClock m_clock { m_computers };
    std::unique_ptr<PracticeService> m_service;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<HttpTransport> m_transport;
    std::unique_ptr<SharedGates> m_gates;
    std::unique_ptr<AppSession> m_session;
    QList<Task> m_listed;
};

QTEST_GUILESS_MAIN(ListingTest)
#include "tst_listing.moc"
