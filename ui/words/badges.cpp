#include "ui/words/badges.h"

#include "api/errorcatalogue.h"
#include "ui/look/theme.h"

#include <QCoreApplication>

namespace pushbrake::sentences {

namespace {

struct Badges
{
    Q_DECLARE_TR_FUNCTIONS(Badges)
};

} // namespace

Badge outcomeBadge(Outcome outcome, bool checked, int code)
{
    using theme::Tone;
    switch (outcome) {
    case Outcome::Cancelled: return { Badges::tr("Cancelled"), QStringLiteral("circle-check"), Tone::Blue };
    case Outcome::TooLate: return { Badges::tr("Too late"), QStringLiteral("clock-alert"), Tone::Orange };
    case Outcome::Rejected:
        if (saysNoSuchTask(code))
            return { Badges::tr("Not at the service"), QStringLiteral("circle-question-mark"), Tone::Violet };
        return { Badges::tr("Not cancelled"), QStringLiteral("circle-x"), Tone::Red };
    case Outcome::Unknown: return { Badges::tr("Not known yet"), QStringLiteral("circle-question-mark"), Tone::Violet };
    case Outcome::NotSent:
        // A look is of a moment: a request that is late may still have its effect.
        return { checked ? Badges::tr("Still scheduled") : Badges::tr("Will still go out"), QStringLiteral("circle-x"),
            Tone::Red };
    case Outcome::Withdrawn: break;
    }
    return { Badges::tr("Kept scheduled"), QStringLiteral("undo-2"), Tone::Dim };
}

QString outcomeHeadline(Outcome outcome, bool checked, int code)
{
    if (outcome == Outcome::Rejected && saysNoSuchTask(code))
        return Badges::tr("Not found: it is not at the service");
    if (outcome != Outcome::NotSent)
        return outcomeBadge(outcome, checked, code).word;
    return checked ? Badges::tr("Not cancelled: it is still scheduled")
                   : Badges::tr("Not cancelled: it is still scheduled and will go out");
}

namespace {

Badge dueBadge(DueWord word)
{
    using theme::Tone;
    switch (word) {
    case DueWord::BeingChecked:
        return { Badges::tr("Time has come, being checked…"), QStringLiteral("clock-alert"), Tone::Orange };
    case DueWord::NotChecked:
        return { Badges::tr("Time has come, not checked"), QStringLiteral("clock-alert"), Tone::Violet };
    case DueWord::StillScheduled: break;
    }
    return { Badges::tr("Due, still scheduled"), QStringLiteral("clock-alert"), Tone::Orange };
}

} // namespace

Badge statusBadge(const Task& task, std::optional<DueWord> due)
{
    using theme::Tone;
    // What the service says after a result wins over the result: a push that is scheduled again is not "cancelled". Nor
    // is one that was to go out still to go out when its time is over.
    const bool hasPassed = due && task.lastOutcome == Outcome::NotSent;
    if (task.lastOutcome && *task.lastOutcome != Outcome::Withdrawn && !isScheduledAgain(task) && !hasPassed)
        return outcomeBadge(*task.lastOutcome, task.lastChecked, task.lastCode);
    if (due)
        return dueBadge(*due);
    switch (task.status) {
    case TaskStatus::Pending: return { Badges::tr("Scheduled"), QStringLiteral("clock"), Tone::Dim };
    case TaskStatus::Dispatching: return { Badges::tr("Going out now"), QStringLiteral("clock-alert"), Tone::Orange };
    case TaskStatus::Dispatched: return { Badges::tr("Sent"), QStringLiteral("clock-alert"), Tone::Dim };
    case TaskStatus::Gone:
        return { Badges::tr("Not at the service"), QStringLiteral("circle-question-mark"), Tone::Dim };
    case TaskStatus::Other:
        return { task.statusWord.trimmed().isEmpty() ? Badges::tr("No status given") : theme::isolated(task.statusWord),
            QStringLiteral("circle-question-mark"), Tone::Violet };
    case TaskStatus::NotRead: break;
    }
    return { Badges::tr("Not checked yet"), QStringLiteral("circle-question-mark"), Tone::Dim };
}

Badge runStateBadge(RunState state)
{
    using theme::Tone;
    switch (state) {
    case RunState::Planned:
    case RunState::Held: return { Badges::tr("About to start"), QStringLiteral("list-checks"), Tone::Blue };
    case RunState::Queued: return { Badges::tr("Queued"), QStringLiteral("list-checks"), Tone::Blue };
    case RunState::Sending: return { Badges::tr("Being asked"), QStringLiteral("loader"), Tone::Blue };
    case RunState::Checking: return { Badges::tr("Checking"), QStringLiteral("circle-question-mark"), Tone::Violet };
    case RunState::Settled: break;
    }
    return { Badges::tr("Done"), QStringLiteral("circle-check"), Tone::Dim };
}

QString audienceWords(std::optional<Audience> audience)
{
    if (!audience)
        return Badges::tr("Not known");
    switch (*audience) {
    case Audience::All: return Badges::tr("Everybody");
    case Audience::Tag: return Badges::tr("Tag");
    case Audience::User: break;
    }
    return Badges::tr("Chosen users");
}

QString audienceIcon(std::optional<Audience> audience)
{
    if (!audience)
        return QStringLiteral("circle-question-mark");
    return *audience == Audience::All ? QStringLiteral("users")
        : *audience == Audience::Tag  ? QStringLiteral("tag")
                                      : QStringLiteral("user");
}

} // namespace pushbrake::sentences
