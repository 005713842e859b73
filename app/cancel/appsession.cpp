#include "cancel/appsession.h"

#include "api/errorcatalogue.h"
#include "api/taskreader.h"
#include "cancel/aftercare.h"
#include "store/journal.h"

namespace pushbrake {

namespace {
constexpr Milliseconds countsAtMost { 5'000 }; ///< until the service gives up, its second, and a clock's correction
} // namespace

struct AppSession::Private
{
    Private(Account account, Needs given)
        : needs(std::move(given))
        , client(std::move(account), needs.transport, needs.clock)
        , gate(needs.gates.gateOf(client.profile().host(), client.profile().sdkAppId))
        , lister(client, gate, needs.clock)
        , aftercare(client, gate, needs.journal, needs.clock)
    {
        waitOutAnEarlierProcess();
    }

    /// The service may still count what a process sent that was killed a moment ago.
    void waitOutAnEarlierProcess()
    {
        const QDateTime now = needs.clock.utcNow();
        const auto attempts
            = needs.journal.earlierAttempts(AppKey::of(client.profile()), now.addMSecs(-countsAtMost.count()));
        if (!attempts)
            return; // whoever wants to write to the journal is told
        for (const EarlierAttempt& attempt : *attempts)
            gate.sentEarlier(deedOf(attempt.deed).command, Milliseconds(attempt.sentAt.msecsTo(now)));
    }

    Needs needs;
    ServiceClient client;
    SendGate& gate;
    TaskReader lister;
    Aftercare aftercare;
    std::unique_ptr<CancelRun> run;
    int chosenLeft = 0;
    ReadsCount reads = ReadsCount::WithDeletions;
};

AppSession::AppSession(Account account, Needs needs, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(account), std::move(needs)))
{
    connect(&d->lister, &TaskReader::pageRead, this, &AppSession::tasksListed);
    connect(&d->lister, &TaskReader::ended, this, &AppSession::refreshed);
    connect(&d->aftercare, &Aftercare::settledLater, this, &AppSession::settledLater);
    connect(&d->aftercare, &Aftercare::looked, this, [this](const CallReport& report, const Task& task) {
        Q_EMIT taskRead(report, task);
        if (d->chosenLeft == 0)
            Q_EMIT chosenRead();
    });
}

AppSession::~AppSession() = default;

const Profile& AppSession::profile() const
{
    return d->client.profile();
}

void AppSession::replaceAccount(Account account)
{
    d->client.replaceAccount(std::move(account));
}

void AppSession::refresh()
{
    if (!d->lister.isReading())
        d->lister.readAll();
}

bool AppSession::isRefreshing() const
{
    return d->lister.isReading();
}

void AppSession::stopRefresh()
{
    d->lister.stop();
}

void AppSession::readTasks(const QList<TaskId>& tasks)
{
    d->chosenLeft += int(tasks.size());
    for (const TaskId id : tasks) {
        d->gate.acquire(Command::Get, Urgency::Watched, this, [this, id](SendGate::Slot slot) {
            d->client.getTask(
                id, this, [this, id, slot = std::move(slot)](const CallReport& report, const Task& read) mutable {
                    endSlot(slot, report);
                    Task task = read;
                    if (report.answered() && saysNoSuchTask(report.code))
                        task.status = TaskStatus::Gone;
                    Q_EMIT taskRead(report, task);
                    d->aftercare.noteLook(id, report, task);
                    if (--d->chosenLeft == 0)
                        Q_EMIT chosenRead();
                });
        });
    }
}

void AppSession::setReadsApart(bool apart)
{
    d->reads = apart ? ReadsCount::Apart : ReadsCount::WithDeletions;
}

double AppSession::pace() const
{
    return d->gate.pace(Command::Delete);
}

std::expected<CancelRun*, DatabaseFault> AppSession::startRun(const QList<Task>& tasks, const RunOptions& options)
{
    Q_ASSERT(!d->run || d->run->isFinished());
    const CancelRun::Needs needs { d->client, d->gate, d->needs.journal, d->needs.clock, d->needs.random, d->reads };
    auto run = std::make_unique<CancelRun>(needs, AppKey::of(profile()), tasks, options);
    connect(run.get(), &CancelRun::settled, &d->aftercare, &Aftercare::watch);
    Q_EMIT runPrepared(run.get());
    if (const auto started = run->start(); !started)
        return std::unexpected { started.error() };
    d->run = std::move(run);
    return d->run.get();
}

CancelRun* AppSession::run() const
{
    return d->run.get();
}

} // namespace pushbrake
