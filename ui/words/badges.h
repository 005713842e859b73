// The word for a state, with the icon and the colour that go with it: results, the service's status, the steps of a
// run, and who gets a push.
#pragma once

#include "cancel/runplan.h"
#include "domain/outcome.h"
#include "domain/task.h"
#include "ui/look/tones.h"

#include <QString>

#include <optional>

namespace pushbrake::sentences {

/// Icon and colour that go with a word; never colour alone.
struct Badge
{
    QString word;
    QString icon; ///< for theme::icon
    theme::Tone tone = theme::Tone::Text;
};

/// `code`: the service's, which tells one refusal from another.
Badge outcomeBadge(Outcome outcome, bool checked, int code = 0);
/// The same where there is room for the whole of it.
QString outcomeHeadline(Outcome outcome, bool checked, int code = 0);
/// A push that nobody saw going out, and whose time is over.
enum class DueWord {
    BeingChecked, ///< the service is being asked
    NotChecked, ///< it was not asked since
    StillScheduled ///< it says so even now
};
/// What stands in the Status column: the last result if there is one, else the service's status. `due`: of one whose
/// time is over, and that is not known to have gone out.
Badge statusBadge(const Task& task, std::optional<DueWord> due = std::nullopt);
Badge runStateBadge(RunState state);
QString audienceWords(std::optional<Audience> audience); ///< "Everybody", "Tag", "Chosen users", "Not known"
QString audienceIcon(std::optional<Audience> audience);

} // namespace pushbrake::sentences
