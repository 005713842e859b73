// A whole app in simulated time: the service, the real session and run, and a journal on SQLite in memory.
#pragma once

#include "cancel/simulatedservice.h"

#include "cancel/appsession.h"
#include "store/database.h"
#include "store/journal.h"

#include <random>

namespace pushbrake {

inline constexpr quint32 simulatedApp = 1'400'000'001;
inline constexpr TaskId firstSimulatedTask = 1'000;

inline Account simulatedAccount()
{
    Account account;
    account.profile.id = QStringLiteral("simulated");
    account.profile.region = Region::OtherHost;
    account.profile.otherHost = QStringLiteral("service.example");
    account.profile.sdkAppId = simulatedApp;
    account.profile.identifier = QStringLiteral("admin");
    account.profile.kind = CredentialKind::UserSig;
    account.enter(Secret(QByteArray("signature")));
    return account;
}

struct SimulatedRun
{
    /// Pushes due a second apart, the first `firstDue` from now by the service's clock.
    SimulatedRun(int count, Milliseconds firstDue, SimulatedService::Manners manners = {}, double faulty = 0)
        : service(time, faulty, 1)
    {
        service.manners = manners;
        for (int i = 0; i < count; ++i) {
            Task task;
            task.id = firstSimulatedTask + i;
            task.audience = Audience::Tag;
            task.goesOutAt = service.now().addMSecs((firstDue + std::chrono::seconds(i)).count());
            task.status = TaskStatus::Pending;
            task.readFromService = true;
            tasks.append(task);
            service.add(task.id, task.goesOutAt);
        }
        QObject::connect(&session, &AppSession::settledLater, &session,
            [this](const SettledResult& result) { later.append(result); });
    }

    CancelRun& start(Milliseconds hold = Milliseconds(0))
    {
        const auto started = session.startRun(tasks, { hold, false });
        if (!started)
            qFatal("The run did not start.");
        return **started;
    }
    bool finishes(CancelRun& run, Milliseconds most)
    {
        return time.passUntil([&run] { return run.isFinished(); }, most);
    }

    SimulatedClock time;
    SimulatedService service;
    ServiceClock clock { time };
    std::unique_ptr<Database> database = Database::inMemory();
    Journal journal { *database, clock };
    SharedGates gates { clock };
    std::mt19937 random { 1 };
    AppSession session { simulatedAccount(), { service, journal, clock, [this] { return quint32(random()); }, gates } };
    QList<Task> tasks;
    QList<SettledResult> later;
};

} // namespace pushbrake
