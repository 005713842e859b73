// What the counter beside the filters says: how many pushes there are, are shown and are selected, how far a reading
// is, and when the soonest goes out. Pure; TaskPage shows it.
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace pushbrake {

struct CounterFacts
{
    std::optional<int> readSoFar; ///< while the service is read
    std::optional<double> readShare; ///< of what is to be read, 0 to 1
    int listed = 0;
    int shown = 0; ///< those for a run among them
    int shownForRun = 0; ///< only because it goes on
    bool isLooking = false; ///< what is shown is not found yet
    bool isFiltering = false;
    bool mayBeMore = false; ///< at the service
    QDateTime soonest; ///< UTC, of what is shown; invalid without any
    qsizetype selected = 0;
    QDateTime soonestSelected; ///< UTC
    QString writing {}; ///< how far pushes are put on the list or taken off it, in words; empty while none are
};

QString counterWords(const CounterFacts& facts, const QDateTime& nowUtc);

} // namespace pushbrake
