#include "ui/tasks/resultchoice.h"

#include "ui/words/badges.h"

#include <QCoreApplication>

namespace pushbrake {

namespace {

struct ResultWords
{
    Q_DECLARE_TR_FUNCTIONS(ResultWords)
};

ResultChoice choiceOf(std::optional<Outcome> outcome)
{
    if (!outcome)
        return ResultChoice::None;
    switch (*outcome) {
    case Outcome::Cancelled: return ResultChoice::Cancelled;
    case Outcome::TooLate: return ResultChoice::TooLate;
    case Outcome::Rejected: return ResultChoice::NotCancelled;
    case Outcome::Unknown: return ResultChoice::NotKnownYet;
    case Outcome::NotSent:
    case Outcome::Withdrawn: break;
    }
    return ResultChoice::KeptScheduled;
}

} // namespace

QString resultWords(ResultChoice choice)
{
    switch (choice) {
    case ResultChoice::Any: return ResultWords::tr("Any result");
    case ResultChoice::Cancelled: return sentences::outcomeBadge(Outcome::Cancelled, false).word;
    case ResultChoice::TooLate: return sentences::outcomeBadge(Outcome::TooLate, false).word;
    case ResultChoice::NotCancelled: return sentences::outcomeBadge(Outcome::Rejected, false).word;
    case ResultChoice::NotKnownYet: return sentences::outcomeBadge(Outcome::Unknown, false).word;
    case ResultChoice::KeptScheduled: return sentences::outcomeBadge(Outcome::Withdrawn, false).word;
    case ResultChoice::None: break;
    }
    //: nobody has tried to cancel the push
    return ResultWords::tr("None");
}

QList<QList<ResultChoice>> resultChoices()
{
    using enum ResultChoice;
    return { { Any }, { Cancelled, TooLate, NotCancelled, NotKnownYet, KeptScheduled }, { None } };
}

bool isOf(ResultChoice choice, std::optional<Outcome> lastOutcome)
{
    return choice == ResultChoice::Any || choice == choiceOf(lastOutcome);
}

} // namespace pushbrake
