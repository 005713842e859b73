#include "ui/history/historyscope.h"

#include "ui/look/theme.h"
#include "ui/words/times.h"
#include "ui/words/zone.h"

#include <QCoreApplication>

namespace pushbrake::historyscope {

namespace {

struct HistoryScope
{
    Q_DECLARE_TR_FUNCTIONS(HistoryScope)
};

QString isoDay(const QDateTime& utc)
{
    return sentences::inZone(utc).toString(QStringLiteral("yyyy-MM-dd"));
}

QString days(const HistoryFilter& filter, const QDateTime& now)
{
    const QString last = isoDay(filter.before.isValid() ? filter.before.addMSecs(-1) : now);
    if (!filter.from.isValid())
        return HistoryScope::tr("until %1", "a day").arg(last);
    const QString first = isoDay(filter.from);
    return first == last ? first : HistoryScope::tr("%1 to %2", "the first and the last day").arg(first, last);
}

QString what(const HistoryFilter& filter, HistoryTake::Of of)
{
    if (of == HistoryTake::Of::Runs || filter.run != 0)
        return HistoryScope::tr("Pushes of cancellations");
    if (filter.outcomes.isEmpty())
        return HistoryScope::tr("Pushes of the history");
    switch (filter.outcomes.first()) {
    case Outcome::Cancelled: return HistoryScope::tr("Cancelled pushes");
    case Outcome::TooLate: return HistoryScope::tr("Pushes too late to cancel");
    case Outcome::Unknown: return HistoryScope::tr("Pushes without a known result");
    case Outcome::Rejected:
    case Outcome::NotSent:
    case Outcome::Withdrawn: break;
    }
    return HistoryScope::tr("Pushes not cancelled");
}

bool isOfPractice(const HistoryFilter& filter)
{
    return filter.app.text == practiceId;
}

} // namespace

QString fileName(const HistoryFilter& filter, HistoryTake::Of of, const QDateTime& now)
{
    const QString name = HistoryScope::tr("%1 %2", "name of a file: what it holds, of which days")
                             .arg(what(filter, of), days(filter, now));
    return isOfPractice(filter) ? HistoryScope::tr("Practice - %1", "name of a file").arg(name) : name;
}

QList<QStringList> facts(const HistoryFilter& filter, HistoryTake::Of of, const QString& app, const QDateTime& now)
{
    QList<QStringList> rows { { HistoryScope::tr("What was chosen"), what(filter, of) },
        { HistoryScope::tr("Days"), days(filter, now) },
        { HistoryScope::tr("App"), app.isEmpty() ? HistoryScope::tr("All apps") : theme::unmarked(app) } };
    if (!filter.words.isEmpty())
        rows.append({ HistoryScope::tr("Searched for"), filter.words });
    rows.append({ HistoryScope::tr("Time zone of the days"), QString::fromLatin1(sentences::zone().id()) });
    rows.append({ HistoryScope::tr("Written (UTC)"), sentences::utcStamp(now) });
    return rows;
}

} // namespace pushbrake::historyscope
