// The list as it is read over a real socket: both spellings of OrderBy, page by page, window by window, through faults.
#include "api/taskreader.h"
#include "cancel/appsession.h"
#include "net/httptransport.h"
#include "practice/practiceservice.h"
#include "store/database.h"
#include "store/journal.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>

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

    // Over the real protocol: the service lists by when a push goes out.
    void aRangeBringsWhatGoesOutInIt()
    {
        for (int i = 0; i < 130; ++i)
            addTask(i, 600 + i);
        addTask(900, -7'200); // has gone out
        addTask(901, 9 * 86'400);
        addTask(902, 70 * 86'400);
        const QDateTime now = m_clock.utcNow();
        const auto read = [&](qint64 from, qint64 until) {
            return refreshed([&] { m_session->refresh({ now.addSecs(from), now.addSecs(until) }); });
        };
        QCOMPARE(read(0, 3'600), 130);
        QCOMPARE(read(-86'400, 7 * 86'400), 131);
        QCOMPARE(read(-86'400, 90 * 86'400), 133);
        QCOMPARE(read(8 * 86'400, 10 * 86'400), 1);
    }

    void howMuchOfARangeIsReadIsTold()
    {
        for (int i = 0; i < 250; ++i)
            addTask(i, 600 + i);
        QList<double> shares;
        connect(m_session.get(), &AppSession::tasksListed, this, [&] {
            if (const auto share = m_session->refreshedShare())
                shares.append(*share);
        });
        const QDateTime now = m_clock.utcNow();
        QSignalSpy ended(m_session.get(), &AppSession::refreshed);
        m_session->refresh({ now, now.addDays(10) });
        QVERIFY(ended.wait(20'000));
        QCOMPARE(shares, QList<double>({ 0.4, 0.8, 1.0 }));
        QVERIFY(!m_session->refreshedShare());
        m_session->disconnect(this);
    }

    void theOwnReaderAndTheRefreshDoNotDisturbEachOther()
    {
        for (int i = 0; i < 250; ++i)
            addTask(i, 600 + i);
        const QDateTime now = m_clock.utcNow();
        QSignalSpy own(&m_session->ownReader(), &TaskReader::ended);
        QSignalSpy ended(m_session.get(), &AppSession::refreshed);
        m_session->refresh({ now, now.addDays(10) });
        m_session->ownReader().readRange({ now, now.addSecs(1'800) }, Urgency::Watched);
        QVERIFY(m_session->isReading());
        m_session->stopRefresh();
        QVERIFY(m_session->isReading() && !m_session->isRefreshing());
        QVERIFY(own.wait(20'000));
        QCOMPARE(own.first().at(1).value<ListReading>().tasks, 250);
        QCOMPARE(ended.count(), 1);
        QVERIFY(!m_session->isReading());
        QVERIFY(std::none_of(
            m_service->log().cbegin(), m_service->log().cend(), [](const auto& entry) { return entry.code == 60007; }));
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
        return refreshed([this] { m_session->refresh(); });
    }
    int refreshed(const std::function<void()>& begin)
    {
        m_listed.clear();
        int read = -2;
        connect(
            m_session.get(), &AppSession::tasksListed, this, [this](const QList<Task>& tasks) { m_listed += tasks; });
        connect(m_session.get(), &AppSession::refreshed, this,
            [&read](const CallReport& report, const ListReading& reading) {
                read = report.ok() && reading.isWhole() ? int(reading.tasks) : -1;
            });
        begin();
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
