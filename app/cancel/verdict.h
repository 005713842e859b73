// What an answer means for a task and for the whole run: the evidence table of the at-most-once promise.
// Pure functions over what is known; CancelRun carries out what they say.
#pragma once

#include "cancel/deed.h"
#include "cancel/runplan.h"
#include "store/journal.h"

#include <optional>

namespace pushbrake {

enum class Step {
    Settle, ///< the task is done with: see Verdict::outcome
    Check, ///< read the task, at once
    CheckLater, ///< read it again after a back-off
    SendAgain, ///< it certainly did not take effect: takes its place in the order again
    WaitForRate, ///< the service refused for its rate: all of the command waits, then this task again
    WaitForNetwork, ///< nothing leaves this computer: wait until something does
    RenewSignature, ///< sign anew, then this task again
    AccountNeeded ///< concerns every task: stop sending, keep the rest, ask the person
};

struct Verdict
{
    Step step = Step::Check;
    Outcome outcome = Outcome::Unknown; ///< with Settle
    bool checked = false; ///< with Settle: known from reading the task

    bool operator==(const Verdict&) const = default;
};

/// Of an answer to the deed's own request. Counts tries in `entry` and keeps the answer there.
Verdict judgeAnswer(const Deed& deed, RunEntry& entry, const CallReport& report, bool checkEvery, bool canSignAnew);
/// Of a look at a task (get_sched_task) that was sent before. `effectStillPossible`: the last attempt left so
/// short a time ago that the service may still be working on it, so that "pending" proves nothing yet.
Verdict judgeCheck(
    const Deed& deed, RunEntry& entry, const CallReport& report, const Task& read, bool effectStillPossible);

/// Of a look at a task long after a deed at it ended as Unknown: its result from now on, or nothing while the look
/// proves nothing.
std::optional<SettledResult> judgeLater(
    const JournalRow& row, const CallReport& report, const Task& read, const QDateTime& now);

} // namespace pushbrake
