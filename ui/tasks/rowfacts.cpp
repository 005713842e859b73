#include "ui/tasks/rowfacts.h"

#include "api/errorcatalogue.h"

namespace pushbrake {

namespace {

constexpr qint64 beingChecked = 120'000; ///< milliseconds after its time; see DueWatch

StatusChoice choiceOf(Outcome outcome, int code)
{
    switch (outcome) {
    case Outcome::Cancelled: return StatusChoice::Cancelled;
    case Outcome::TooLate: return StatusChoice::TooLate;
    case Outcome::Rejected: return saysNoSuchTask(code) ? StatusChoice::Gone : StatusChoice::NotCancelled;
    case Outcome::Unknown: return StatusChoice::NotKnownYet;
    case Outcome::NotSent: return StatusChoice::WillGoOut;
    case Outcome::Withdrawn: break;
    }
    return StatusChoice::Other;
}

StatusChoice choiceOf(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Pending: return StatusChoice::Scheduled;
    case TaskStatus::Dispatching: return StatusChoice::GoingOut;
    case TaskStatus::Dispatched: return StatusChoice::Sent;
    case TaskStatus::Gone: return StatusChoice::Gone;
    case TaskStatus::NotRead: return StatusChoice::NotChecked;
    case TaskStatus::Other: break;
    }
    return StatusChoice::Other;
}

} // namespace

std::optional<RunState> RowFacts::runState(TaskId task) const
{
    const auto found = runStates.constFind(task);
    return found == runStates.constEnd() ? std::nullopt : std::optional(*found);
}

bool RowFacts::isUnderWay(TaskId task) const
{
    const auto state = runState(task);
    return state && *state != RunState::Settled && *state != RunState::Planned;
}

std::optional<sentences::DueWord> RowFacts::dueWord(const TaskBrief& brief, qint64 nowMs) const
{
    using sentences::DueWord;
    if (!brief.mayStillGoOut() || brief.goesOutMs > nowMs) // as no time is, too
        return std::nullopt;
    const auto asked = askedAt.constFind(brief.id);
    if (asked != askedAt.constEnd() && *asked >= brief.goesOutMs)
        return DueWord::StillScheduled;
    return (nowMs - brief.goesOutMs) < beingChecked ? DueWord::BeingChecked : DueWord::NotChecked;
}

bool RowFacts::hasTimeCome(const TaskBrief& brief, qint64 nowMs) const
{
    const auto due = dueWord(brief, nowMs);
    return due && *due != sentences::DueWord::StillScheduled;
}

bool RowFacts::mayCancel(const TaskBrief& brief, qint64 nowMs) const
{
    return brief.isCancellable() && !isUnderWay(brief.id) && !hasTimeCome(brief, nowMs);
}

// The same choices as in sentences::statusBadge(), whose words stand in the row.
StatusChoice RowFacts::statusOf(const TaskBrief& brief, qint64 nowMs) const
{
    const auto due = dueWord(brief, nowMs);
    const auto outcome = brief.lastOutcome();
    const bool hasPassed = due && outcome == Outcome::NotSent;
    if (outcome && *outcome != Outcome::Withdrawn && !brief.isScheduledAgain() && !hasPassed)
        return choiceOf(*outcome, int(brief.code));
    if (due)
        return StatusChoice::TimeHasCome;
    const bool lacksAudience = brief.status() == TaskStatus::NotRead && brief.audienceNumber == 0 && !outcome;
    return lacksAudience ? StatusChoice::AudienceNotKnown : choiceOf(brief.status());
}

} // namespace pushbrake
