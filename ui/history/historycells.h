// The pushes of the history as a table: for a file everything that is kept of each, for the clipboard what the page
// shows. Task IDs are plain digits, results are the words of the window, and no invisible mark is in it. Pure.
#pragma once

#include "exchange/tablexlsx.h"
#include "store/history.h"

#include <QStringList>

namespace pushbrake::historycells {

/// For a file: times in the window's zone, which the heading names, and in UTC.
QStringList heading();
QStringList cells(const HistoryPush& push);
/// How wide the columns of that table are in a workbook, in letters.
QList<int> widths();

/// For a chat or a sheet: times in words, in both zones.
QStringList shortHeading();
QStringList shortCells(const HistoryPush& push);

/// What a workbook says of its pushes on a sheet of its own: `facts`, then how many there are of each result.
SheetTable counts(const QList<QStringList>& facts, const QList<HistoryPush>& pushes);

} // namespace pushbrake::historycells
