// What rows say of each other: one push in several of them, and numbers that a spreadsheet may have made of each other.
// Pure; the last step of readImport().
#pragma once

#include "exchange/importpreview.h"

namespace pushbrake {

/// Refuses numbers that agree in their first fifteen digits when one of them is rounded, and says so of each.
void refuseRoundedTwins(QList<ImportRow>& rows);
/// Leaves one of the rows with one ID that are not refused, with a note where the others are; none where they disagree
/// on who gets it.
void joinRepetitions(QList<ImportRow>& rows);

} // namespace pushbrake
