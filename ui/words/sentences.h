// The one place that makes sentences for people from the core's facts: results, faults, states. All whole, all in tr().
#pragma once

#include "api/serviceclient.h"
#include "cancel/runplan.h"
#include "domain/outcome.h"
#include "domain/profile.h"
#include "domain/task.h"
#include "exchange/taskidtext.h"
#include "secrets/accountstore.h"
#include "store/storefault.h"
#include "ui/look/theme.h"

#include <QString>

namespace pushbrake::sentences {

/// Icon and colour that go with a word; never colour alone.
struct Badge
{
    QString word;
    QString icon; ///< for theme::icon
    theme::Tone tone = theme::Tone::Text;
};

Badge outcomeBadge(Outcome outcome, bool checked);
Badge statusBadge(
    const Task& task); ///< what stands in the Status column: the last result if there is one, else the service's status
Badge runStateBadge(RunState state);
QString audienceWords(std::optional<Audience> audience); ///< "Everybody", "Tag", "Chosen users", "Not known"
QString audienceIcon(std::optional<Audience> audience);
QString regionName(Region region);
QString place(const Profile& profile); ///< its region, or the host that was typed

/// One sentence of what happened, one of what to do next. For every code, HTTP fault and network fault.
QString whatHappened(const SettledResult& result);
QString whatNext(const SettledResult& result);
/// Short form for the list's "Last result" column.
QString lastResult(const Task& task);

/// For a read (refresh, test of the connection, check): what is wrong and what to do.
QString callProblem(const CallReport& report);
QString callAdvice(const CallReport& report);

QString taskIdProblem(TaskIdFault fault);
QString storeProblem(StoreFault fault);
QString databaseProblem(DatabaseFault fault);

/// "Today 10:00", "Tomorrow 09:40", "Tue 1 Dec 10:00", "Tue 5 Jan 2027 10:00" in another year; local time of the zone
/// given to the program.
QString localTime(const QDateTime& utc, const QDateTime& nowUtc);
/// "02:00 UTC", with the date when it is not the local one.
QString utcTime(const QDateTime& utc, const QDateTime& nowUtc);
QString timeLeft(const QDateTime& utc, const QDateTime& nowUtc); ///< "in 4 min 10 s", "15 min ago"

} // namespace pushbrake::sentences
