#include "ui/words/historywords.h"

#include "api/serviceclient.h"
#include "ui/look/theme.h"
#include "ui/words/appwords.h"
#include "ui/words/badges.h"
#include "ui/words/results.h"
#include "ui/words/times.h"
#include "ui/words/zone.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace pushbrake::sentences {

namespace {

struct HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)
};

bool isTakenBack(const HistoryRun& run)
{
    return run.pushes > 0 && run.withdrawn == run.pushes;
}

QString tookWords(qint64 ms)
{
    const qint64 seconds = (ms + 500) / 1000;
    //: how long something took: minutes and seconds
    return seconds < 60 ? HistoryWords::tr("%n second(s)", nullptr, int(seconds))
                        : HistoryWords::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

CallReport reportOf(const RunEvent& event)
{
    CallReport report;
    report.mayHaveArrived = event.hasLeft;
    report.fault = event.fault;
    report.httpStatus = event.httpStatus;
    report.code = event.code;
    return report;
}

QString lookWords(const RunEvent& event)
{
    switch (event.status) {
    case TaskStatus::Pending: return HistoryWords::tr("It was still scheduled.");
    case TaskStatus::Dispatching: return HistoryWords::tr("It was going out.");
    case TaskStatus::Dispatched: return HistoryWords::tr("It had gone out.");
    case TaskStatus::Gone: return HistoryWords::tr("It was not at the service.");
    case TaskStatus::Other: return HistoryWords::tr("It had a status that Pushbrake does not know.");
    case TaskStatus::NotRead: break;
    }
    return reportOf(event).ok() ? HistoryWords::tr("The list could not be read to its end.")
                                : callProblem(reportOf(event));
}

} // namespace

QString runEnding(const HistoryRun& run)
{
    switch (run.ending) {
    case RunEnding::GoesOn: return HistoryWords::tr("Going on");
    case RunEnding::Finished: return HistoryWords::tr("Finished");
    case RunEnding::Stopped: return isTakenBack(run) ? HistoryWords::tr("Taken back") : HistoryWords::tr("Stopped");
    case RunEnding::Interrupted: break;
    }
    return HistoryWords::tr("Interrupted");
}

QString runEndingMeaning(const HistoryRun& run)
{
    switch (run.ending) {
    case RunEnding::GoesOn: return HistoryWords::tr("It is still going on.");
    case RunEnding::Finished:
        return HistoryWords::tr("The service was asked about every push, and each got its result.");
    case RunEnding::Stopped:
        return isTakenBack(run) ? HistoryWords::tr("All of it was taken back before the service was asked.")
                                : HistoryWords::tr("Somebody stopped it; the rest stayed scheduled.");
    case RunEnding::Interrupted: break;
    }
    return HistoryWords::tr("Pushbrake or the computer ended first, or its record could not be kept to the end.");
}

QString runCounts(const HistoryRun& run)
{
    const int left = run.pushes - run.settled();
    const std::initializer_list<std::pair<int, QString>> counts {
        { run.cancelled, HistoryWords::tr("%Ln cancelled", nullptr, run.cancelled) },
        { run.tooLate, HistoryWords::tr("%Ln too late", nullptr, run.tooLate) },
        { run.rejected, HistoryWords::tr("%Ln refused", nullptr, run.rejected) },
        { run.notSent, HistoryWords::tr("%Ln still scheduled", nullptr, run.notSent) },
        { run.withdrawn, HistoryWords::tr("%Ln taken back", nullptr, run.withdrawn) },
        { run.unknown, HistoryWords::tr("%Ln not known", nullptr, run.unknown) },
        { left, HistoryWords::tr("%Ln without a result", nullptr, left) },
    };
    QStringList said;
    for (const auto& [count, words] : counts) {
        if (count > 0)
            said += words;
    }
    return said.join(HistoryWords::tr(", ", "between the counts of a run"));
}

QString runApp(const HistoryRun& run)
{
    if (run.isPractice())
        return HistoryWords::tr("Practice");
    if (run.appName.isEmpty())
        return run.isAppRecorded ? theme::leftToRight(run.app.text) : HistoryWords::tr("Not recorded");
    return nameWithMark(run.appName, run.realUsers);
}

QString appOnPhone(const HistoryRun& run)
{
    return run.isPractice() ? runApp(run) : theme::visible(run.appName);
}

QString runPerson(const HistoryRun& run)
{
    return run.person.isEmpty() ? HistoryWords::tr("Not recorded") : theme::visible(run.person);
}

QString forecastAndFact(const HistoryRun& run)
{
    if (!run.forecast)
        return {};
    const QString said = tookWords(run.forecast->count());
    if (run.ending == RunEnding::GoesOn || !run.endedAt.isValid())
        return HistoryWords::tr("Forecast: %L1 of %L2 stopped in time, in %3.")
            .arg(run.forecastStopped)
            .arg(run.pushes)
            .arg(said);
    return HistoryWords::tr("Forecast: %L1 of %L2 stopped in time, in %3. In fact: %L4, in %5.")
        .arg(run.forecastStopped)
        .arg(run.pushes)
        .arg(said)
        .arg(run.cancelled)
        .arg(tookWords(run.startedAt.msecsTo(run.endedAt)));
}

QString momentInBothZones(const QDateTime& utc)
{
    if (!utc.isValid())
        return HistoryWords::tr("Time not known");
    const QLocale locale;
    const QDateTime local = inZone(utc);
    const QString time = QStringLiteral("HH:mm:ss");
    const QString day = locale.toString(
        local.date(), HistoryWords::tr("ddd d MMM yyyy", "date format: short weekday, day, month, year"));
    const QString inUtc = local.date() == utc.date()
        ? utc.toString(time)
        : locale.toString(utc.date(), HistoryWords::tr("d MMM", "date format: day, month")) + u' ' + utc.toString(time);
    return HistoryWords::tr("%1 %2 %3, %4 UTC", "date, local time, name of its zone, the same in UTC")
        .arg(day, local.toString(time), zoneName(utc), inUtc);
}

QString momentOfRow(const QDateTime& utc, const QDateTime& now)
{
    if (!utc.isValid())
        return HistoryWords::tr("Time not known");
    const QString time = exactTime(utc, now);
    return isZoneChosen() ? HistoryWords::tr("%1 %2", "a time and the zone that it is in").arg(time, zoneName(utc))
                          : time;
}

QString pushTitle(const HistoryPush& push)
{
    return push.row.title.isEmpty() ? HistoryWords::tr("Push without a title") : theme::isolated(push.row.title);
}

QString timeOnPhone(const QDateTime& utc)
{
    return utc.isValid() ? inZone(utc).toString(QStringLiteral("HH:mm")) : QString();
}

QString noResultYet()
{
    return HistoryWords::tr("No result yet");
}

Badge pushBadge(const HistoryPush& push)
{
    switch (push.row.state) {
    case JournalState::Planned: return runStateBadge(RunState::Planned);
    case JournalState::Sending: return runStateBadge(RunState::Sending);
    case JournalState::Settled: break;
    }
    const SettledResult& result = push.row.result;
    return outcomeBadge(result.outcome, result.checked, result.code);
}

QString pushState(const HistoryPush& push)
{
    if (push.row.state == JournalState::Planned)
        return HistoryWords::tr("The service was not asked yet: it was only planned.");
    return push.row.state == JournalState::Sending ? HistoryWords::tr("The service is being asked.")
                                                   : whatHappened(push.row.result);
}

QString eventAsked(const RunEvent& event)
{
    switch (event.kind) {
    case RunEvent::Kind::Deed:
        return HistoryWords::tr("Asked the service to cancel it (request number %1).")
            .arg(theme::leftToRight(QString::number(event.requestNumber)));
    case RunEvent::Kind::Look: return HistoryWords::tr("Looked at the push.");
    case RunEvent::Kind::List: break;
    }
    return HistoryWords::tr("Looked for it in the service's list.");
}

QString eventAnswered(const RunEvent& event)
{
    if (!event.answeredAt.isValid())
        return HistoryWords::tr("No answer is recorded.");
    const CallReport report = reportOf(event);
    if (event.kind != RunEvent::Kind::Deed)
        return lookWords(event);
    if (report.ok())
        return HistoryWords::tr("The service confirmed it.");
    return event.hasLeft ? callProblem(report)
                         : HistoryWords::tr("It did not leave this computer. %1").arg(callProblem(report));
}

} // namespace pushbrake::sentences
