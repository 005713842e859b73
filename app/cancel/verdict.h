// What an answer means for a task and for the whole run: the evidence table of the at-most-once promise.
// Pure functions over what is known; CancelRun carries out what they say.
#pragma once

#include "cancel/deed.h"
#include "cancel/patience.h"
#include "cancel/runplan.h"
#include "store/journal.h"

#include <optional>

namespace pushbrake {

enum class Step {
    Settle, ///< the task is done with: see Verdict::outcome
    Check, ///< read the task, at once
    CheckLater, ///< read it again after a back-off
    CheckForProof, ///< read it again when "pending" proves that the last attempt failed
    AskList, ///< it is gone by its own look: whether the list agrees
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
    bool checked = false; ///< with Settle and SendAgain: known from reading the task

    bool operator==(const Verdict&) const = default;
};

/// Of an answer to the deed's own request. Counts tries in `entry` and keeps the answer there.
Verdict judgeAnswer(const Deed& deed, RunEntry& entry, const CallReport& report, bool checkEvery, bool canSignAnew);
/// Of a look at a task (get_sched_task) that was sent before.
///
/// That a task is gone proves the attempt only when the service itself had called it pending, the look came clearly
/// before its time, get_sched_task is known to answer for a task that is there, and list_sched_task does not show it
/// either. Otherwise it is not known: it may have gone out.
Verdict judgeCheck(
    const Deed& deed, RunEntry& entry, const CallReport& report, const Task& read, const LookMoment& moment);

/// Of the read that goes before a batch: AccountNeeded, WaitForNetwork, RenewSignature, or SendAgain when nothing it
/// says keeps the deletions from being sent.
Step judgeProbe(const CallReport& report, bool canSignAnew);

/// What list_sched_task says of one task.
struct ListWord
{
    bool isWhole = false; ///< false: the list, or its part around the task's time, could not be read to its end
    std::optional<Task> row; ///< nothing when it does not show the task
    QDateTime serverDate; ///< of its last page; a list that was answered after the push went out proves nothing
};
/// Of the list, after a look that found the task gone in time; `moment` is that of the list's own answer. `getAnswers`:
/// get_sched_task has answered for a task of this app since the account was opened.
Verdict judgeList(RunEntry& entry, const ListWord& word, bool getAnswers, const LookMoment& moment);

/// Of a look at a task long after a deed at it ended without certainty (see RunJournal::openRows): what is known from
/// now on. AskList means that `word` is needed too. `readAt`: the service's time when the look's answer was read.
Verdict judgeLater(const JournalRow& row, const CallReport& report, const Task& read, const QDateTime& readAt,
    const std::optional<ListWord>& word, bool getAnswers, const QDateTime& now);

} // namespace pushbrake
