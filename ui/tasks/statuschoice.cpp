#include "ui/tasks/statuschoice.h"

#include "ui/tasks/taskcells.h"
#include "ui/words/badges.h"

#include <QCoreApplication>

namespace pushbrake {

namespace {

struct StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(StatusWords)
};

QString wordOf(TaskStatus status)
{
    Task task;
    task.status = status;
    return sentences::statusBadge(task).word;
}

QString wordOf(sentences::DueWord due)
{
    return sentences::statusBadge({}, due).word;
}

} // namespace

QString statusWords(StatusChoice choice)
{
    switch (choice) {
    case StatusChoice::Any: return StatusWords::tr("Any status");
    case StatusChoice::CanBeCancelled: return StatusWords::tr("Can be cancelled");
    case StatusChoice::UnderWay: return StatusWords::tr("Being cancelled");
    case StatusChoice::NeedsLook: return StatusWords::tr("Needs attention");
    case StatusChoice::Scheduled: return wordOf(TaskStatus::Pending);
    case StatusChoice::TimeHasCome: return StatusWords::tr("Time has come");
    case StatusChoice::GoingOut: return wordOf(TaskStatus::Dispatching);
    case StatusChoice::Sent: return wordOf(TaskStatus::Dispatched);
    case StatusChoice::Cancelled: return sentences::outcomeBadge(Outcome::Cancelled, false).word;
    case StatusChoice::NotKnownYet: return sentences::outcomeBadge(Outcome::Unknown, false).word;
    case StatusChoice::TooLate: return sentences::outcomeBadge(Outcome::TooLate, false).word;
    case StatusChoice::NotCancelled: return sentences::outcomeBadge(Outcome::Rejected, false).word;
    case StatusChoice::WillGoOut: return sentences::outcomeBadge(Outcome::NotSent, false).word;
    case StatusChoice::NotChecked: return wordOf(TaskStatus::NotRead);
    case StatusChoice::AudienceNotKnown: return taskcells::audienceNotKnown();
    case StatusChoice::Gone: return wordOf(TaskStatus::Gone);
    case StatusChoice::Other: break;
    }
    return StatusWords::tr("Another status");
}

QList<QList<StatusChoice>> statusChoices()
{
    using enum StatusChoice;
    return { { Any }, { CanBeCancelled, UnderWay, NeedsLook }, { Scheduled, TimeHasCome, GoingOut, Sent },
        { Cancelled, NotKnownYet, TooLate, NotCancelled, WillGoOut }, { NotChecked, AudienceNotKnown, Gone, Other } };
}

QStringList wordsOfStatuses()
{
    QStringList words;
    for (const QList<StatusChoice>& group : statusChoices().mid(2)) {
        for (const StatusChoice choice : group)
            words << statusWords(choice);
    }
    using sentences::DueWord;
    for (const DueWord due : { DueWord::BeingChecked, DueWord::NotChecked, DueWord::StillScheduled })
        words << wordOf(due);
    return words << sentences::outcomeBadge(Outcome::NotSent, true).word;
}

} // namespace pushbrake
