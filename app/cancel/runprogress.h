// How far a run is, what it waits for and how long it will take, for whoever shows it. A plain value, worked out of the
// run's parts when it is asked for.
#pragma once

#include "cancel/hold.h"
#include "cancel/obstacles.h"
#include "cancel/patience.h"
#include "cancel/pulse.h"
#include "cancel/runledger.h"
#include "cancel/runtasks.h"

namespace pushbrake {

struct RunProgress : RunCounts
{
    bool held = false; ///< a hold is running; undo() takes back what it holds
    int heldTasks = 0; ///< how many are held
    bool paused = false; ///< by the person, or because of the record
    bool waitingForNetwork = false;
    bool waitingForAccount = false; ///< an answer concerned the whole run; see accountNeeded()
    bool waitingForRecord = false; ///< a row could not be committed; resume() tries again
    bool stopped = false; ///< nothing more is sent
    Record record = Record::Lasting;
    Slowness slowness = Slowness::None;
    Milliseconds silence { 0 }; ///< for so long the service has owed an answer, and none came
    int beingChecked = 0; ///< what became of them is not known yet; they are read until it is
    double pace = 0; ///< requests a second at present
    Milliseconds timeLeft { 0 }; ///< estimate until the last one is settled
    Milliseconds holdLeft { 0 }; ///< until the first of the batches that are held is let go
    TaskId nextTask = 0; ///< 0 when none is queued
    int goOutFirst = 0; ///< queued ones whose turn comes too late at this pace
    int dueWithinAMinute = 0; ///< queued ones that go out within a minute
};

/// `pace`: deletions a second at present.
RunProgress progressOf(const RunLedger& ledger, const Hold& hold, const RunTasks& tasks, const Obstacles& obstacles,
    const Pulse& pulse, const Now& now, double pace);

} // namespace pushbrake
