#include "cancel/verdict.h"

#include "api/limits.h"

namespace pushbrake {

namespace {

// Nothing left this computer. A fault of trust, of the proxy or of the account will not mend itself by waiting.
Verdict judgeUnsent(RunEntry& entry, NetFault fault)
{
    entry.neverLeft = true;
    switch (fault) {
    case NetFault::Certificate:
    case NetFault::TlsFailed:
    case NetFault::ProxyFailed:
    case NetFault::ProxyLogin:
    case NetFault::ProxyScheme:
    case NetFault::NoSecret:
    case NetFault::Stopped: return { Step::AccountNeeded };
    default: return { Step::WaitForNetwork };
    }
}

Verdict judgeRefusalForRate(RunEntry& entry)
{
    if (++entry.rateTries < limits::mostRateTries)
        return { Step::WaitForRate };
    // Never carried out; but an earlier attempt may have been.
    return entry.mayHaveApplied ? Verdict { Step::Check } : Verdict { Step::Settle, Outcome::Rejected };
}

Verdict judgeCode(RunEntry& entry, CodeMeaning meaning, bool checkEvery, bool canSignAnew)
{
    switch (meaning) {
    case CodeMeaning::Done:
        entry.saidDone = true;
        return checkEvery ? Verdict { Step::Check } : Verdict { Step::Settle, Outcome::Cancelled };
    case CodeMeaning::TooLate: return { Step::Settle, Outcome::TooLate };
    case CodeMeaning::Rejected:
        // After an attempt of unknown effect a refusal may only say that the first one worked.
        return entry.mayHaveApplied ? Verdict { Step::Check } : Verdict { Step::Settle, Outcome::Rejected };
    case CodeMeaning::RateLimited: return judgeRefusalForRate(entry);
    case CodeMeaning::TryOnceMore:
        return { ++entry.accountTries > limits::mostAccountTries ? Step::AccountNeeded : Step::SendAgain };
    case CodeMeaning::SignatureExpired:
        return { canSignAnew && ++entry.accountTries <= limits::mostAccountTries ? Step::RenewSignature
                                                                                 : Step::AccountNeeded };
    case CodeMeaning::AccountFault: return { Step::AccountNeeded };
    case CodeMeaning::Unclear: break;
    }
    entry.mayHaveApplied = true;
    return { Step::Check };
}

Verdict checkFailed(RunEntry& entry, const LookMoment& moment)
{
    if (++entry.checks < limits::mostChecks || moment.goesOn)
        return { Step::CheckLater };
    return { Step::Settle, entry.saidDone ? Outcome::Cancelled : Outcome::Unknown };
}

Verdict judgePending(RunEntry& entry, const LookMoment& moment)
{
    entry.seenPending = true;
    // The service said "done" and shows the task all the same: neither is to be trusted.
    if (entry.saidDone)
        return ++entry.checks < limits::mostChecks ? Verdict { Step::CheckLater }
                                                   : Verdict { Step::Settle, Outcome::Unknown };
    if (moment.mayStillWork)
        return { Step::CheckForProof };
    if (entry.attempts < limits::mostAttempts) {
        entry.checks = 0;
        return { Step::SendAgain, Outcome::NotSent, true };
    }
    if (!moment.goesOn)
        return { Step::Settle, Outcome::NotSent, true };
    // So many failed that something stands in the way: a look and its wait lie between two attempts from now on.
    if (entry.checks == 0) {
        ++entry.checks;
        return { Step::CheckLater };
    }
    entry.checks = 0;
    return { Step::SendAgain, Outcome::NotSent, true };
}

Verdict judgeGone(RunEntry& entry, const CallReport& look, const LookMoment& moment)
{
    if (entry.saidDone)
        return { Step::Settle, Outcome::Cancelled, true };
    if (entry.seenPending && moment.wasInTime)
        return { Step::AskList };
    entry.lastAnswer = look;
    // A number that the service never knew is gone too.
    return { Step::Settle, Outcome::Unknown, entry.seenPending };
}

Verdict judgeStatus(RunEntry& entry, TaskStatus status, const LookMoment& moment)
{
    switch (status) {
    case TaskStatus::Pending: return judgePending(entry, moment);
    case TaskStatus::Dispatching:
    case TaskStatus::Dispatched: return { Step::Settle, Outcome::TooLate, true };
    default: return { Step::Settle, entry.saidDone ? Outcome::Cancelled : Outcome::Unknown };
    }
}

} // namespace

Verdict judgeAnswer(const Deed& deed, RunEntry& entry, const CallReport& report, bool checkEvery, bool canSignAnew)
{
    entry.lastAnswer = report;
    if (!report.mayHaveArrived)
        return judgeUnsent(entry, report.fault);
    entry.neverLeft = false;
    if (report.answered())
        return judgeCode(entry, deed.meaningOf(report.code), checkEvery, canSignAnew);
    entry.mayHaveApplied = true;
    return { Step::Check };
}

Verdict judgeCheck(
    const Deed& deed, RunEntry& entry, const CallReport& report, const Task& read, const LookMoment& moment)
{
    switch (deed.provenBy(report, read)) {
    case Proof::Unread: return checkFailed(entry, moment);
    case Proof::NotDone: return judgePending(entry, moment);
    case Proof::Gone: return judgeGone(entry, report, moment);
    case Proof::TooLate: return { Step::Settle, Outcome::TooLate, true };
    case Proof::Nothing: break;
    }
    if (report.code != 0)
        entry.lastAnswer = report;
    return { Step::Settle, entry.saidDone ? Outcome::Cancelled : Outcome::Unknown };
}

Step judgeProbe(const CallReport& report, bool canSignAnew)
{
    RunEntry asked;
    if (!report.mayHaveArrived)
        return judgeUnsent(asked, report.fault).step;
    if (!report.answered())
        return Step::SendAgain;
    switch (codeMeaning(report.code)) {
    case CodeMeaning::AccountFault: return Step::AccountNeeded;
    case CodeMeaning::SignatureExpired: return canSignAnew ? Step::RenewSignature : Step::AccountNeeded;
    default: return Step::SendAgain;
    }
}

Verdict judgeList(RunEntry& entry, const ListWord& word, bool getAnswers, const LookMoment& moment)
{
    if (word.row)
        return judgeStatus(entry, word.row->status, moment);
    if (!word.isWhole)
        return checkFailed(entry, moment);
    return { Step::Settle, getAnswers && moment.wasInTime ? Outcome::Cancelled : Outcome::Unknown, true };
}

Verdict judgeLater(const JournalRow& row, const CallReport& report, const Task& read, const QDateTime& readAt,
    const std::optional<ListWord>& word, bool getAnswers, const QDateTime& now)
{
    constexpr Verdict provesNothing { Step::CheckLater };
    // What the list shows is more than what the task's own look misses.
    const bool isListed = word && word->row;
    const Task& seen = isListed ? *word->row : read;
    CallReport look = report;
    if (isListed)
        look.code = 0;
    switch (deedOf(row.deed).provenBy(look, seen)) {
    case Proof::TooLate: return { Step::Settle, Outcome::TooLate, true };
    case Proof::NotDone:
        if (row.result.sentAt.msecsTo(now) < limits::serviceGivesUp.count())
            return provesNothing;
        return { Step::Settle, Outcome::NotSent, true };
    case Proof::Gone: {
        // "Still scheduled" was said after a look that saw it pending.
        const bool wasStillScheduled = row.result.outcome == Outcome::NotSent && row.result.checked;
        if (!row.seenPending && !wasStillScheduled)
            return provesNothing;
        if (!wasInTime(report.serverDate, readAt, row.goesOutAt))
            return { Step::Settle, Outcome::Unknown, true };
        if (!word)
            return { Step::AskList };
        if (!word->isWhole)
            return provesNothing;
        const bool isProof = getAnswers && wasInTime(word->serverDate, now, row.goesOutAt);
        return { Step::Settle, isProof ? Outcome::Cancelled : Outcome::Unknown, true };
    }
    case Proof::Nothing:
    case Proof::Unread: break;
    }
    return provesNothing;
}

} // namespace pushbrake
