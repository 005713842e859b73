// The last results by which the list can be narrowed, whatever else is known of a push since. Pure; used by RowOrder
// and FilterMenu.
#pragma once

#include "domain/outcome.h"

#include <QList>
#include <QString>

#include <optional>

namespace pushbrake {

/// None: nobody tried to cancel it. KeptScheduled: it was taken back, or the request never left.
enum class ResultChoice { Any, Cancelled, TooLate, NotCancelled, NotKnownYet, KeptScheduled, None };
inline constexpr int resultChoiceCount = int(ResultChoice::None) + 1;

QString resultWords(ResultChoice choice);
/// As offered, in groups.
QList<QList<ResultChoice>> resultChoices();
bool isOf(ResultChoice choice, std::optional<Outcome> lastOutcome);

} // namespace pushbrake
