#include "cancel/appsession.h"

#include "api/errorcatalogue.h"
#include "api/taskreader.h"
#include "cancel/aftercare.h"
#include "store/database.h"
#include "store/journal.h"

namespace pushbrake {

namespace {
/// Until the service gives up, its second, and a clock that is put right.
constexpr Milliseconds countsAtMost { 5'000 };

/// What a run has in the place of a lasting record, and who looks after its doubtful ends.
struct Unrecorded
{
    Unrecorded(ServiceClient& client, SendGate& gate, const Clock& clock)
        : journal(*database, clock)
        , aftercare(client, gate, journal, clock, Record::InMemory)
    {
    }

    std::unique_ptr<Database> database = Database::inMemory();
    Journal journal;
    Aftercare aftercare;
};

} // namespace

struct AppSession::Private
{
    Private(Account account, Needs given)
        : needs(std::move(given))
        , client(std::move(account), needs.transport, needs.clock)
        , gate(needs.gates.gateOf(AppKey::of(client.profile())))
        , lister(client, gate, needs.clock)
        , ownReader(client, gate, needs.clock)
        , aftercare(client, gate, needs.journal, needs.clock)
    {
        waitOutAnEarlierProcess();
    }

    /// The service may still count what a process sent that was killed a moment ago.
    void waitOutAnEarlierProcess()
    {
        const auto attempts = needs.journal.earlierAttempts(AppKey::of(client.profile()), countsAtMost);
        if (!attempts)
            return; // whoever wants to write to the journal is told
        for (const EarlierAttempt& attempt : *attempts)
            gate.sentEarlier(deedOf(attempt.deed).command, attempt.ago);
    }

    Needs needs;
    ServiceClient client;
    SendGate& gate;
    TaskReader lister;
    TaskReader ownReader;
    Aftercare aftercare;
    std::unique_ptr<Unrecorded> unrecorded; ///< null until a person said yes to it
    std::unique_ptr<CancelRun> run;
    std::optional<DatabaseFault> lastFault; ///< of the run's record
    int chosenLeft = 0;
    ReadsCount reads = ReadsCount::WithDeletions;
};

AppSession::AppSession(Account account, Needs needs, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(account), std::move(needs)))
{
    connect(&d->lister, &TaskReader::pageRead, this, &AppSession::tasksListed);
    connect(&d->lister, &TaskReader::ended, this, &AppSession::refreshed);
    listenTo(d->aftercare);
}

void AppSession::listenTo(const Aftercare& aftercare)
{
    connect(&aftercare, &Aftercare::settledLater, this, &AppSession::settledLater);
    connect(&aftercare, &Aftercare::looked, this, [this](const CallReport& report, const Task& task) {
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

void AppSession::refresh(Urgency urgency)
{
    if (!d->lister.isReading())
        d->lister.readAll(urgency);
}

void AppSession::refresh(const ListRange& range, Urgency urgency)
{
    if (!d->lister.isReading())
        d->lister.readRange(range, urgency);
}

std::optional<double> AppSession::refreshedShare() const
{
    return d->lister.share();
}

TaskReader& AppSession::ownReader()
{
    return d->ownReader;
}

bool AppSession::isReading() const
{
    return d->lister.isReading() || d->ownReader.isReading();
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
                    if (d->unrecorded)
                        d->unrecorded->aftercare.noteLook(id, report, task);
                    if (--d->chosenLeft == 0)
                        Q_EMIT chosenRead();
                });
        });
    }
}

ServiceReads AppSession::reads()
{
    return { d->client, d->gate, d->needs.clock };
}

void AppSession::setReadsApart(bool apart)
{
    d->reads = apart ? ReadsCount::Apart : ReadsCount::WithDeletions;
}

double AppSession::pace() const
{
    return d->gate.pace(Command::Delete);
}

std::optional<DatabaseFault> AppSession::whyNoRecord() const
{
    const bool runHasNone = d->run && !d->run->isFinished()
        && (d->run->recordKept() == Record::InMemory || d->run->progress().waitingForRecord);
    return runHasNone ? d->lastFault.value_or(DatabaseFault::WriteFailed) : d->needs.journal.whyNoRecord();
}

RunJournal& AppSession::unrecorded()
{
    if (const auto why = d->needs.journal.whyNoRecord())
        d->lastFault = why;
    if (!d->unrecorded) {
        d->unrecorded = std::make_unique<Unrecorded>(d->client, d->gate, d->needs.clock);
        listenTo(d->unrecorded->aftercare);
    }
    return d->unrecorded->journal;
}

std::expected<void, DatabaseFault> AppSession::goOnWithoutRecord()
{
    return d->run->goOnWithoutRecord(unrecorded());
}

std::expected<CancelRun*, DatabaseFault> AppSession::startRun(
    const QList<Task>& tasks, const RunOptions& options, Record record)
{
    Q_ASSERT(!d->run || d->run->isFinished());
    RunJournal& journal = record == Record::InMemory ? unrecorded() : d->needs.journal;
    const CancelRun::Needs needs { d->client, d->gate, journal, d->needs.clock, d->needs.random, d->reads, deletion,
        record, { profile().name, profile().colour, profile().realUsers && !profile().isPractice(), {}, 0 } };
    auto run = std::make_unique<CancelRun>(needs, AppKey::of(profile()), tasks, options);
    connect(run.get(), &CancelRun::settled, this, [this](const SettledResult& result) {
        (result.recorded ? d->aftercare : d->unrecorded->aftercare).watch(result);
    });
    connect(run.get(), &CancelRun::journalFailed, this, [this](DatabaseFault fault) { d->lastFault = fault; });
    Q_EMIT runPrepared(run.get());
    if (const auto started = run->start(); !started) {
        d->lastFault = started.error();
        return std::unexpected { started.error() };
    }
    d->run = std::move(run);
    return d->run.get();
}

CancelRun* AppSession::run() const
{
    return d->run.get();
}

} // namespace pushbrake
