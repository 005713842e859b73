// What a cancellation run remembers of each of its tasks. Plain values, owned by CancelRun.
#pragma once

#include "api/serviceclient.h"
#include "domain/clock.h"
#include "domain/outcome.h"
#include "domain/task.h"

namespace pushbrake {

/// planned -> held -> queued -> sending -> settled | checking -> settled or queued again; withdrawn from the first
/// three, which makes it planned once more until that is committed.
enum class RunState { Planned, Held, Queued, Sending, Checking, Settled };

struct RunEntry
{
    Task task;
    qint64 runId = 0; ///< of the ledger: each batch that joins a run has its own
    RunState state = RunState::Planned;
    int attempts = 0; ///< requests that may have left
    int rateTries = 0; ///< answers with a rate code
    int accountTries = 0; ///< answers that doubted the account or the signature
    int checks = 0; ///< reads that settled nothing, since the last attempt
    bool seenPending = false; ///< the service itself called it pending at least once
    QDateTime seenPendingAt; ///< UTC of the last look that said so
    bool mayHaveApplied = false; ///< an attempt's effect is not disproved
    bool saidDone = false; ///< the service answered 0; a check only confirms it
    bool neverLeft = false; ///< the last try certainly did not leave
    bool isOver = false; ///< its outcome is known; it is shown when it is committed
    bool takenBack = false; ///< undone while an attempt was under way: no further one
    quint32 requestNumber = 0;
    QDateTime sentAt; ///< UTC of the last attempt
    SteadyTime leftAt; ///< the same moment, by the clock that is never set
    CallReport lastAnswer; ///< of the last attempt
};

/// False for a task whose time is not known.
bool isDueWithin(const Task& task, Milliseconds time, const QDateTime& nowUtc);
/// Of at least one task: the one that goes out first, where times are known.
TaskId soonestOf(const QList<Task>& tasks);
/// How a task ends that is taken out of the queue. A look has shown it scheduled since each attempt that may have
/// arrived; what is still on its way in the network may come after that, so such a one is watched (see Aftercare).
SettledResult givenBack(const RunEntry& entry, const QDateTime& now);
/// Everything that is told of a task which ends like this at `now`.
SettledResult resultOf(const RunEntry& entry, Outcome outcome, bool checked, const QDateTime& now);

} // namespace pushbrake
