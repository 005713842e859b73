// Everything that happens in one opened app: reading its tasks and cancelling.
// Owns the client, the run, and a record in memory for a run that has no lasting one. Owned by Console, which makes it
// when an app is opened.
#pragma once

#include "api/listrange.h"
#include "api/listreading.h"
#include "api/serviceclient.h"
#include "api/servicereads.h"
#include "cancel/cancelrun.h"
#include "domain/serviceclock.h"
#include "net/sharedgates.h"

#include <QObject>

#include <memory>

namespace pushbrake {

class Aftercare;
class TaskReader;

class AppSession : public QObject
{
    Q_OBJECT
public:
    /// Borrows all of them.
    struct Needs
    {
        Transport& transport;
        RunJournal& journal;
        ServiceClock& clock;
        std::function<quint32()> random; ///< of the system's generator
        SharedGates& gates; ///< all sessions of one app keep within one limit
    };
    AppSession(Account account, Needs needs, QObject* parent = nullptr);
    ~AppSession() override;

    const Profile& profile() const;
    void replaceAccount(Account account);

    /// Reads all tasks that go out from 30 days ago to a year ahead, page by page. Ends with refreshed().
    void refresh(Urgency urgency = Urgency::Watched);
    /// Reads what goes out within the range, and perhaps more. Ends with refreshed(), too. `urgency`: Unwatched when
    /// nobody waits for it.
    void refresh(const ListRange& range, Urgency urgency = Urgency::Watched);
    bool isRefreshing() const;
    /// How much of the range is read, 0 to 1; nothing when that cannot be told.
    std::optional<double> refreshedShare() const;
    /// Ends the refresh that goes on; refreshed() comes within the call.
    void stopRefresh();
    /// Beside the refresh, for what needs a whole list of its own: neither ends the other, and both keep within the one
    /// limit.
    TaskReader& ownReader();
    /// Either of them goes on.
    bool isReading() const;
    /// Reads these tasks one by one; each ends with taskRead(), all with chosenRead().
    void readTasks(const QList<TaskId>& tasks);
    /// For whoever has questions of their own; to be dropped before this goes.
    ServiceReads reads();

    /// Why a run, or one that goes on, has no lasting record now; nothing when it has one as far as can be told.
    std::optional<DatabaseFault> whyNoRecord() const;
    /// Begins a run; only one at a time. Nothing was sent when it fails. Record::InMemory only after a person's
    /// explicit yes to just that.
    [[nodiscard]] std::expected<CancelRun*, DatabaseFault> startRun(
        const QList<Task>& tasks, const RunOptions& options, Record record = Record::Lasting);
    /// After the same yes: the run that goes on is recorded in memory from now on, and what waited for that goes on.
    [[nodiscard]] std::expected<void, DatabaseFault> goOnWithoutRecord();
    /// The run that goes on or ended last; nullptr before the first.
    CancelRun* run() const;
    /// Deletions a second that can be sent at present.
    double pace() const;
    /// How get and list count beside delete: always apart, or within the five while a run is going (the safe way until
    /// it is known how the service counts).
    void setReadsApart(bool apart);

Q_SIGNALS:
    /// A run was made and is about to start: the moment to connect to its signals.
    void runPrepared(pushbrake::CancelRun* run);
    /// Some rows of a refresh arrived. `soFar`: different ones since it began.
    void tasksListed(const QList<pushbrake::Task>& tasks, int soFar);
    /// The refresh ended; what was listed before stands. Only what reading.isWhole() is all that the service has.
    void refreshed(const pushbrake::CallReport& report, const pushbrake::ListReading& reading);
    /// One chosen task was read. Gone is told as report.code 90104 with task.status Gone.
    void taskRead(const pushbrake::CallReport& report, const pushbrake::Task& task);
    void chosenRead();
    /// A look at a task whose cancellation had no certain end, here or in an earlier start, said more: now it is known
    /// and recorded.
    void settledLater(const pushbrake::SettledResult& result);

private:
    void listenTo(const Aftercare& aftercare);
    RunJournal& unrecorded(); ///< a journal of this process's memory

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pushbrake
