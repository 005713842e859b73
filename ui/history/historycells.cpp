#include "ui/history/historycells.h"

#include "exchange/tablecsv.h"
#include "ui/look/theme.h"
#include "ui/words/badges.h"
#include "ui/words/historywords.h"
#include "ui/words/times.h"
#include "ui/words/zone.h"

#include <QCoreApplication>

#include <algorithm>

namespace pushbrake::historycells {

namespace {

struct HistoryCells
{
    Q_DECLARE_TR_FUNCTIONS(HistoryCells)
};

/// As spreadsheets and people read it; the zone stands in the heading.
QString wallClock(const QDateTime& utc)
{
    return utc.isValid() ? sentences::inZone(utc).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QString();
}

QString inZoneOfTheWindow(const QString& column)
{
    //: a column of times, and the zone that they are in
    return HistoryCells::tr("%1 (%2)").arg(column, QString::fromLatin1(sentences::zone().id()));
}

QString resultWord(const HistoryPush& push)
{
    return theme::unmarked(sentences::pushBadge(push).word);
}

QString plain(const QString& text)
{
    return harmlessCell(theme::unmarked(text).simplified());
}

} // namespace

QStringList heading()
{
    return { HistoryCells::tr("Task ID"), HistoryCells::tr("Title"), HistoryCells::tr("Audience"),
        inZoneOfTheWindow(HistoryCells::tr("Was to go out")), HistoryCells::tr("Result"),
        inZoneOfTheWindow(HistoryCells::tr("Result since")), HistoryCells::tr("Asked by"),
        inZoneOfTheWindow(HistoryCells::tr("Asked")), HistoryCells::tr("App"), HistoryCells::tr("What happened"),
        HistoryCells::tr("Was to go out (ISO 8601, UTC)"), HistoryCells::tr("Result since (ISO 8601, UTC)"),
        HistoryCells::tr("Asked (ISO 8601, UTC)"), HistoryCells::tr("Host and SDKAppID"), HistoryCells::tr("Attempts"),
        HistoryCells::tr("Cancellation number") };
}

QList<int> widths()
{
    return { 22, 36, 14, 30, 22, 30, 16, 30, 22, 60, 22, 22, 22, 36, 10, 20 };
}

QStringList cells(const HistoryPush& push)
{
    const SettledResult& result = push.row.result;
    const QDateTime since = push.row.state == JournalState::Settled ? result.settledAt : QDateTime();
    return { QString::number(push.row.taskId), push.row.title, sentences::audienceWords(push.row.audience),
        wallClock(push.row.goesOutAt), resultWord(push), wallClock(since),
        theme::unmarked(sentences::runPerson(push.run)), wallClock(push.run.startedAt),
        theme::unmarked(sentences::runApp(push.run)), theme::unmarked(sentences::pushState(push)),
        sentences::utcStamp(push.row.goesOutAt), sentences::utcStamp(since), sentences::utcStamp(push.run.startedAt),
        push.run.app.text, QString::number(result.attempts), QString::number(push.run.id) };
}

QStringList shortHeading()
{
    return { HistoryCells::tr("Push"), HistoryCells::tr("Task ID"), HistoryCells::tr("Audience"),
        HistoryCells::tr("Was to go out"), HistoryCells::tr("Result"), HistoryCells::tr("Result since"),
        HistoryCells::tr("Asked by"), HistoryCells::tr("Asked"), HistoryCells::tr("App") };
}

QStringList shortCells(const HistoryPush& push)
{
    const bool isSettled = push.row.state == JournalState::Settled;
    return { push.row.title.isEmpty() ? sentences::pushTitle(push) : plain(push.row.title),
        QString::number(push.row.taskId), sentences::audienceWords(push.row.audience),
        plain(sentences::momentInBothZones(push.row.goesOutAt)), resultWord(push),
        isSettled ? plain(sentences::momentInBothZones(push.row.result.settledAt)) : sentences::noResultYet(),
        plain(sentences::runPerson(push.run)), plain(sentences::momentInBothZones(push.run.startedAt)),
        plain(sentences::runApp(push.run)) };
}

void Counts::add(const HistoryPush& push)
{
    ++pushes;
    practised += push.run.isPractice() ? 1 : 0;
    const QString word = resultWord(push);
    const auto known
        = std::find_if(results.begin(), results.end(), [&word](const auto& one) { return one.first == word; });
    if (known == results.end())
        results.append({ word, 1 });
    else
        ++known->second;
}

SheetTable Counts::sheet(const QList<QStringList>& facts) const
{
    QList<QStringList> rows { { HistoryCells::tr("What it is"), QString() } };
    rows += facts;
    rows.append({ HistoryCells::tr("Pushes"), QString::number(pushes) });
    for (const auto& [word, count] : results)
        rows.append({ word, QString::number(count) });
    if (practised > 0)
        rows.append(
            { HistoryCells::tr("Of these in practice, where nothing reached real users"), QString::number(practised) });
    return { HistoryCells::tr("Counts", "name of a sheet"), rows, { 50, 50 }, 1 };
}

} // namespace pushbrake::historycells
