// What an answer means for a task and for the whole run: the evidence table of the at-most-once promise.
// Pure functions over what is known; CancelRun carries out what they say.
#pragma once

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

inline constexpr int mostRateTries = 8;
/// The service works on a request for up to 3 s (document 34620): until then "pending" does not prove that it failed.
inline constexpr qint64 serviceGivesUpMs = 3'500;
inline constexpr int mostChecks = 5; ///< within about two minutes
inline constexpr int mostAttempts = 5;

/// Of an answer to delete_sched_task. Counts tries in `entry` and keeps the answer there.
Verdict judgeDeletion(RunEntry& entry, const CallReport& report, bool checkEvery, bool canSignAnew);
/// Of an answer to get_sched_task for a task that was sent before. `effectStillPossible`: the last attempt left so
/// short a time ago that the service may still be working on it, so that "pending" proves nothing yet.
Verdict judgeCheck(RunEntry& entry, const CallReport& report, const Task& read, bool effectStillPossible);

/// Of a look at a task long after its cancellation ended as Unknown: its result from now on, or nothing while the look
/// proves nothing.
std::optional<SettledResult> judgeLater(
    const JournalRow& row, const CallReport& report, const Task& read, const QDateTime& now);

} // namespace pushbrake
