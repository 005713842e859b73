// The words of what the list is narrowed by: short ones for a menu, whole ones for a chip, which stands alone. Pure;
// used by FilterMenu and FilterBar.
#pragma once

#include "ui/parts/chiprow.h"
#include "ui/tasks/narrowing.h"

namespace pushbrake::filterwords {

QString time(TimeChoice choice); ///< as in a menu of when pushes go out

enum ChipKey { StatusChip, AudienceChip, TimeChip, ResultChip, BroughtInChip, OriginChip };

/// What was typed has its own place, and no chip.
QList<Chip> chips(const Narrowing& by, bool isOnlyBroughtIn);
/// As if the chip had never been chosen; BroughtInChip changes nothing of it.
Narrowing without(Narrowing by, int chip);

} // namespace pushbrake::filterwords
