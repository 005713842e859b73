// The pushes of the history as a table: for a file everything that is kept of each, for the clipboard what the page
// shows. Task IDs are plain digits, results are the words of the window, and no invisible mark is in it. Pure.
#pragma once

#include "exchange/tablexlsx.h"
#include "store/history.h"

#include <QStringList>

#include <utility>

namespace pushbrake::historycells {

/// For a file: times in the window's zone, which the heading names, and in UTC.
QStringList heading();
QStringList cells(const HistoryPush& push);
/// How wide the columns of that table are in a workbook, in letters.
QList<int> widths();

/// For a chat or a sheet: times in words, in both zones.
QStringList shortHeading();
QStringList shortCells(const HistoryPush& push);

/// How many there are of each result, in the order in which they come up.
struct Counts
{
    QList<std::pair<QString, int>> results;
    int pushes = 0;
    int practised = 0;

    void add(const HistoryPush& push);
    /// What a workbook says of its pushes on a sheet of its own, after these facts.
    SheetTable sheet(const QList<QStringList>& facts) const;
};

} // namespace pushbrake::historycells
