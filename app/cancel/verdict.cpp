#include "cancel/verdict.h"

#include "api/limits.h"

namespace pushbrake {

namespace {

// Nothing left this computer. A fault of trust or of the proxy will not mend itself by waiting.
Verdict judgeUnsent(RunEntry& entry, NetFault fault)
{
    entry.neverLeft = true;
    switch (fault) {
    case NetFault::Certificate:
    case NetFault::TlsFailed:
    case NetFault::ProxyFailed:
    case NetFault::ProxyLogin:
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

Verdict checkFailed(RunEntry& entry)
{
    if (++entry.checks < limits::mostChecks)
        return { Step::CheckLater };
    return { Step::Settle, entry.saidDone ? Outcome::Cancelled : Outcome::Unknown };
}

Verdict judgePending(RunEntry& entry, bool effectStillPossible)
{
    entry.seenPending = true;
    if (!entry.saidDone && !effectStillPossible && entry.attempts < limits::mostAttempts) {
        entry.checks = 0;
        return { Step::SendAgain };
    }
    // It may still take effect; or the service said "done" and shows the task all the same, and neither is to be
    // trusted.
    return ++entry.checks < limits::mostChecks ? Verdict { Step::CheckLater }
                                               : Verdict { Step::Settle, Outcome::Unknown };
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
    const Deed& deed, RunEntry& entry, const CallReport& report, const Task& read, bool effectStillPossible)
{
    switch (deed.provenBy(report, read, entry.seenPending || entry.saidDone)) {
    case Proof::Unread: return checkFailed(entry);
    case Proof::NotDone: return judgePending(entry, effectStillPossible);
    case Proof::Done: return { Step::Settle, Outcome::Cancelled, true };
    case Proof::TooLate: return { Step::Settle, Outcome::TooLate, true };
    case Proof::Nothing: break;
    }
    if (report.code != 0)
        entry.lastAnswer = report;
    return { Step::Settle, entry.saidDone ? Outcome::Cancelled : Outcome::Unknown };
}

std::optional<SettledResult> judgeLater(
    const JournalRow& row, const CallReport& report, const Task& read, const QDateTime& now)
{
    SettledResult result = row.result;
    result.checked = true;
    result.settledAt = now;
    switch (deedOf(row.deed).provenBy(report, read, row.seenPending)) {
    case Proof::TooLate: result.outcome = Outcome::TooLate; return result;
    case Proof::Done: result.outcome = Outcome::Cancelled; return result;
    case Proof::NotDone:
        if (row.result.sentAt.msecsTo(now) < limits::serviceGivesUp.count())
            return std::nullopt;
        result.outcome = Outcome::NotSent;
        return result;
    case Proof::Nothing:
    case Proof::Unread: break;
    }
    return std::nullopt;
}

} // namespace pushbrake
