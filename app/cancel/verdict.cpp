#include "cancel/verdict.h"

#include "api/errorcatalogue.h"

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
    if (++entry.rateTries < mostRateTries)
        return { Step::WaitForRate };
    // Never carried out; but an earlier attempt may have been.
    return entry.mayHaveApplied ? Verdict { Step::Check } : Verdict { Step::Settle, Outcome::Rejected };
}

Verdict judgeCode(RunEntry& entry, int code, bool checkEvery, bool canSignAnew)
{
    switch (codeMeaning(code)) {
    case CodeMeaning::Done:
        entry.saidDone = true;
        return checkEvery ? Verdict { Step::Check } : Verdict { Step::Settle, Outcome::Cancelled };
    case CodeMeaning::TooLate: return { Step::Settle, Outcome::TooLate };
    case CodeMeaning::Rejected:
        // After an attempt of unknown effect a refusal may only say that the first one worked.
        return entry.mayHaveApplied ? Verdict { Step::Check } : Verdict { Step::Settle, Outcome::Rejected };
    case CodeMeaning::RateLimited: return judgeRefusalForRate(entry);
    case CodeMeaning::TryOnceMore: return { ++entry.accountTries > 1 ? Step::AccountNeeded : Step::SendAgain };
    case CodeMeaning::SignatureExpired:
        return { canSignAnew && ++entry.accountTries <= 1 ? Step::RenewSignature : Step::AccountNeeded };
    case CodeMeaning::AccountFault: return { Step::AccountNeeded };
    case CodeMeaning::Unclear: break;
    }
    entry.mayHaveApplied = true;
    return { Step::Check };
}

Verdict checkFailed(RunEntry& entry)
{
    if (++entry.checks < mostChecks)
        return { Step::CheckLater };
    return { Step::Settle, entry.saidDone ? Outcome::Cancelled : Outcome::Unknown };
}

Verdict judgePending(RunEntry& entry, bool effectStillPossible)
{
    entry.seenPending = true;
    if (!entry.saidDone && !effectStillPossible && entry.attempts < mostAttempts) {
        entry.checks = 0;
        return { Step::SendAgain };
    }
    // It may still take effect; or the service said "done" and shows the task all the same, and neither is to be
    // trusted.
    return ++entry.checks < mostChecks ? Verdict { Step::CheckLater } : Verdict { Step::Settle, Outcome::Unknown };
}

Verdict judgeStatus(RunEntry& entry, TaskStatus status, bool effectStillPossible)
{
    switch (status) {
    case TaskStatus::Pending: return judgePending(entry, effectStillPossible);
    case TaskStatus::Dispatching:
    case TaskStatus::Dispatched: return { Step::Settle, Outcome::TooLate, true };
    default: return { Step::Settle, entry.saidDone ? Outcome::Cancelled : Outcome::Unknown };
    }
}

} // namespace

Verdict judgeDeletion(RunEntry& entry, const CallReport& report, bool checkEvery, bool canSignAnew)
{
    entry.lastAnswer = report;
    if (!report.mayHaveArrived)
        return judgeUnsent(entry, report.fault);
    entry.neverLeft = false;
    if (report.answered())
        return judgeCode(entry, report.code, checkEvery, canSignAnew);
    entry.mayHaveApplied = true;
    return { Step::Check };
}

Verdict judgeCheck(RunEntry& entry, const CallReport& report, const Task& read, bool effectStillPossible)
{
    if (!report.answered())
        return checkFailed(entry);
    if (report.code == 0)
        return judgeStatus(entry, read.status, effectStillPossible);
    if (saysNoSuchTask(report.code)) {
        // A number that the service never knew is gone too: only one that was seen there was taken away.
        if (entry.seenPending || entry.saidDone)
            return { Step::Settle, Outcome::Cancelled, true };
        entry.lastAnswer = report;
        return { Step::Settle, Outcome::Unknown };
    }
    return checkFailed(entry);
}

std::optional<SettledResult> judgeLater(
    const JournalRow& row, const CallReport& report, const Task& read, const QDateTime& now)
{
    SettledResult result = row.result;
    result.checked = true;
    result.settledAt = now;
    if (report.ok() && (read.status == TaskStatus::Dispatching || read.status == TaskStatus::Dispatched)) {
        result.outcome = Outcome::TooLate;
        return result;
    }
    if (report.ok() && read.status == TaskStatus::Pending && row.result.sentAt.msecsTo(now) >= serviceGivesUpMs) {
        result.outcome = Outcome::NotSent;
        return result;
    }
    if (report.answered() && saysNoSuchTask(report.code) && row.seenPending) {
        result.outcome = Outcome::Cancelled;
        return result;
    }
    return std::nullopt;
}

} // namespace pushbrake
