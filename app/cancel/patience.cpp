#include "cancel/patience.h"

#include "api/limits.h"

#include <algorithm>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {

/// Until it goes out; nothing when that is not known or over.
std::optional<Milliseconds> timeLeft(const Task& task, const QDateTime& nowUtc)
{
    if (!task.goesOutAt.isValid())
        return std::nullopt;
    const Milliseconds left(nowUtc.msecsTo(task.goesOutAt));
    return left > 0ms ? std::optional(left) : std::nullopt;
}

/// Nothing comes through to the service, or back from it: that says nothing of this task, and ends by itself.
bool isOutage(const CallReport& look)
{
    return !look.answered() && (!look.mayHaveArrived || (look.fault == NetFault::HttpStatus && look.httpStatus >= 500));
}

Milliseconds sinceItLeft(const RunEntry& entry, const Now& now)
{
    return std::chrono::duration_cast<Milliseconds>(now.steady - entry.leftAt);
}

} // namespace

LookMoment momentOf(const RunEntry& entry, const CallReport& look, const Now& now)
{
    const auto left = timeLeft(entry.task, now.utc);
    // What a person took back is not sent again, so that nothing is lost by waiting for the proof.
    const bool isNowOrNever = left && *left <= limits::dueAtOnce && !entry.takenBack;
    LookMoment moment;
    moment.mayStillWork = sinceItLeft(entry, now) < limits::serviceGivesUp && !isNowOrNever;
    const bool goesOutSoon = left && *left <= limits::looksGoOnWithin;
    moment.goesOn = (goesOutSoon || isOutage(look)) && !entry.takenBack;
    moment.wasInTime = wasInTime(look.serverDate, now.utc, entry.task.goesOutAt);
    return moment;
}

bool wasInTime(const QDateTime& serverDate, const QDateTime& readAt, const QDateTime& goesOutAt)
{
    if (!serverDate.isValid() || !goesOutAt.isValid())
        return false;
    // The Date of an answer is a whole second: it was given before the next one.
    const QDateTime latest = std::max(serverDate.addSecs(1), readAt);
    return latest.msecsTo(goesOutAt) >= limits::clearlyBefore.count();
}

Milliseconds untilNextLook(const RunEntry& entry, const Now& now, double share)
{
    const Milliseconds unhurried = limits::checkBackoff.waitAfter(entry.checks, share);
    const auto left = timeLeft(entry.task, now.utc);
    if (!left || entry.takenBack)
        return unhurried;
    if (*left <= limits::hurryWithin)
        return std::min(unhurried, limits::hurriedGap);
    return std::min(unhurried, std::max(limits::hurriedGap, (*left - limits::hurryWithin) / 4));
}

Milliseconds untilProof(const RunEntry& entry, const Now& now)
{
    return std::max(limits::leastGap, limits::serviceGivesUp - sinceItLeft(entry, now));
}

qint64 neededBy(const Task& task, const QDateTime& nowUtc)
{
    // One without a known time may be urgent: it comes after those that certainly are, as in SendOrder.
    if (!task.goesOutAt.isValid())
        return nowUtc.toMSecsSinceEpoch() + limits::dueSoon.count();
    const auto left = timeLeft(task, nowUtc);
    return left && *left > limits::lead ? task.goesOutAt.toMSecsSinceEpoch() : Turn::whenever;
}

Turn turnOfLook(const RunEntry& entry, const QDateTime& nowUtc)
{
    // Of what is known or taken back a look only confirms the end.
    if (entry.saidDone || entry.takenBack)
        return Urgency::Check;
    return { Urgency::Deed, neededBy(entry.task, nowUtc) };
}

Milliseconds deadlineFor(const Task& task, const QDateTime& nowUtc, Milliseconds least, Milliseconds most)
{
    const auto left = timeLeft(task, nowUtc);
    return left ? std::clamp(*left / 4, least, most) : most;
}

} // namespace pushbrake
