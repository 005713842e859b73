// The stage of whole runs: the practice service on a real socket, a real journal that can be made to fail, a session.
#pragma once

#include "cancel/failingjournal.h"

#include "cancel/appsession.h"
#include "net/httptransport.h"
#include "practice/practiceservice.h"
#include "store/database.h"
#include "store/journal.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace runstage {

using namespace pushbrake;
using namespace std::chrono_literals;

inline constexpr TaskId firstId = 7'000'000'001;

// Sees each deletion at the moment it is posted, and may keep it from leaving this computer.
class WatchedTransport final : public Transport
{
public:
    explicit WatchedTransport(Transport& real)
        : m_real(real)
    {
    }

    void post(HttpRequest request, QObject* context, Done done) override
    {
        const bool isDeletion = request.url.path().endsWith(QLatin1String("/delete_sched_task"));
        if (onRequest)
            onRequest();
        if (isDeletion && onDeletion)
            onDeletion();
        if (isDeletion && deletionsNeverLeave) {
            QTimer::singleShot(0, context, [done = std::move(done)]() mutable {
                HttpOutcome refused;
                refused.fault = NetFault::Refused;
                done(refused);
            });
            return;
        }
        m_real.post(std::move(request), context, std::move(done));
    }

    std::function<void()> onRequest; ///< of any kind
    std::function<void()> onDeletion;
    bool deletionsNeverLeave = false;

private:
    Transport& m_real;
};

// Service, journal and session of one test.
struct Stage
{
    explicit Stage(int taskCount, const QString& faults = {}, int secondsUntilDue = 3600)
    {
        service.listen();
        for (int i = 0; i < taskCount; ++i) {
            Task task;
            task.id = firstId + i;
            task.audience = Audience::Tag;
            task.title = QStringLiteral("Push %1").arg(i);
            task.goesOutAt = clock.utcNow().addSecs(secondsUntilDue + i);
            task.status = TaskStatus::Pending;
            task.readFromService = true;
            service.addTask(task);
            tasks.append(task);
        }
        if (!faults.isEmpty())
            service.setFaults(*Faults::fromText(faults, 7));
        auto opened = Database::open(folder.filePath(QStringLiteral("pushbrake.db")));
        database = std::move(opened).value();
        journal = std::make_unique<Journal>(*database);
        failing = std::make_unique<FailingJournal>(journal.get());
        restart(service.account());
    }

    void restart(Account account)
    {
        const AppSession::Needs needs { watched, *failing, clock, [] { return QRandomGenerator::system()->generate(); },
            gates };
        session = std::make_unique<AppSession>(std::move(account), needs);
    }

    CancelRun& run(RunOptions options = { 0ms, false })
    {
        const auto started = session->startRun(tasks, options);
        if (!started)
            qFatal("The run did not start.");
        return **started;
    }

    int applied() const
    {
        int count = 0;
        for (const auto& entry : service.log())
            count += entry.applied && entry.command == QLatin1String("delete_sched_task");
        return count;
    }

    // Fails the test unless every word that was said is true of the service.
    void verifyTruth() const
    {
        for (const SettledResult& result : session->run()->results()) {
            const bool gone = service.statusOf(result.taskId) == TaskStatus::Gone;
            if (result.outcome == Outcome::Cancelled)
                QVERIFY2(gone, qPrintable(QString::number(result.taskId)));
            if (result.outcome == Outcome::Rejected || result.outcome == Outcome::NotSent
                || result.outcome == Outcome::Withdrawn)
                QVERIFY2(!gone, qPrintable(QString::number(result.taskId)));
        }
    }

    QTemporaryDir folder;
    SystemClock computersClock;
    ServiceClock clock { computersClock };
    PracticeService service { computersClock };
    HttpTransport transport { HttpOptions() };
    WatchedTransport watched { transport };
    std::unique_ptr<Database> database;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<FailingJournal> failing;
    SharedGates gates { clock };
    std::unique_ptr<AppSession> session;
    QList<Task> tasks;
};

} // namespace runstage
