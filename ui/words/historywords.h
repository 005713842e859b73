// What was done, in words: runs, who did them, how they ended, and each request about a push with its answer. Pure.
#pragma once

#include "store/history.h"
#include "ui/words/badges.h"

#include <QString>

namespace pushbrake::sentences {

QString runEnding(const HistoryRun& run); ///< "Finished", "Stopped", "Interrupted"
QString runEndingMeaning(const HistoryRun& run); ///< a whole sentence
QString runCounts(const HistoryRun& run); ///< "37 cancelled, 2 too late"
/// "Shop (real users)", "Practice"; by host and SDKAppID where the name was not recorded.
QString runApp(const HistoryRun& run);
/// As people know it: without what only the desk needs to be told. Empty where it was not recorded.
QString appOnPhone(const HistoryRun& run);
QString runPerson(const HistoryRun& run); ///< "Not recorded" in runs of earlier versions
/// What was said before the yes and what came of it; empty where nothing was forecast.
QString forecastAndFact(const HistoryRun& run);
/// "Wed 25 Nov 2026 10:00:05 CET, 09:00:05 UTC": to the second, in both zones.
QString momentInBothZones(const QDateTime& utc);
/// The same where many stand below each other: in the window's zone alone, which is named if a person chose it.
QString momentOfRow(const QDateTime& utc, const QDateTime& now);
QString pushTitle(const HistoryPush& push); ///< "Push without a title" where none is known
QString timeOnPhone(const QDateTime& utc); ///< "10:00" in the window's zone; empty when not known
QString noResultYet(); ///< in place of a time
Badge pushBadge(const HistoryPush& push);
/// What became of a push in a run, where it has no result as well.
QString pushState(const HistoryPush& push);
/// What was asked and what came back.
QString eventAsked(const RunEvent& event);
QString eventAnswered(const RunEvent& event);

} // namespace pushbrake::sentences
