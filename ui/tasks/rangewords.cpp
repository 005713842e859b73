#include "ui/tasks/rangewords.h"

#include "ui/words/zone.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushbrake::rangewords {

namespace {

using Kind = RefreshRange::Kind;

struct RangeWords
{
    Q_DECLARE_TR_FUNCTIONS(RangeWords)
};

QString day(QDate date, const QDateTime& nowUtc)
{
    const bool isThisYear = date.year() == sentences::inZone(nowUtc).date().year();
    return QLocale().toString(date,
        isThisYear ? RangeWords::tr("ddd d MMM", "date format: short weekday, day, month")
                   : RangeWords::tr("ddd d MMM yyyy", "date format: short weekday, day, month, year"));
}

QString days(const RefreshRange& range, const QDateTime& nowUtc)
{
    return range.first == range.last ? day(range.first, nowUtc)
                                     : RangeWords::tr("%1 – %2", "the first day and the last")
                                           .arg(day(range.first, nowUtc), day(range.last, nowUtc));
}

QString wholeDeed(const RefreshRange& range, const QDateTime& nowUtc)
{
    switch (range.kind) {
    //: on a button: what is read from the service
    case Kind::NextWeek: return RangeWords::tr("Reads the next 7 days");
    case Kind::Today:
        //: on a button: what is read from the service; %1: in which zone today is meant
        return RangeWords::tr("Reads today (%1)").arg(sentences::zoneName(nowUtc));
    //: on a button: what is read from the service
    case Kind::NextMonth: return RangeWords::tr("Reads the next 30 days");
    //: on a button: what is read from the service; %1: one day, or the first and the last
    case Kind::OwnDays: return RangeWords::tr("Reads %1").arg(days(range, nowUtc));
    case Kind::Everything: break;
    }
    //: on a button: what is read from the service
    return RangeWords::tr("Reads everything");
}

} // namespace

QString deed(const RefreshRange& range, const RefreshRhythm::Choice& repeated, const QDateTime& nowUtc)
{
    const QString what = wholeDeed(range, nowUtc);
    const auto minutes = repeated.every.count();
    //: %1: what is read from the service; %L2: minutes
    return minutes > 0 ? RangeWords::tr("%1, every %L2 min").arg(what).arg(minutes) : what;
}

QString name(const RefreshRange& range, const QDateTime& nowUtc)
{
    switch (range.kind) {
    case Kind::NextWeek: return RangeWords::tr("Next 7 days");
    case Kind::Today: return RangeWords::tr("Today (%1)", "today, and in which zone").arg(sentences::zoneName(nowUtc));
    case Kind::NextMonth: return RangeWords::tr("Next 30 days");
    case Kind::OwnDays: return days(range, nowUtc);
    case Kind::Everything: break;
    }
    return RangeWords::tr("Everything");
}

QString tip(const RefreshRange& range, const QDateTime& nowUtc)
{
    const QString zone = sentences::zoneName(nowUtc);
    switch (range.kind) {
    case Kind::NextWeek:
        return RangeWords::tr("Refresh reads what goes out in the next 7 days, and what went out within the last day.");
    case Kind::Today: return RangeWords::tr("Refresh reads what goes out today, by the clock of %1.").arg(zone);
    case Kind::NextMonth:
        return RangeWords::tr(
            "Refresh reads what goes out in the next 30 days, and what went out within the last day.");
    case Kind::OwnDays:
        return RangeWords::tr("Refresh reads what goes out on these days, by the clock of %1: %2.")
            .arg(zone, days(range, nowUtc));
    case Kind::Everything: break;
    }
    return RangeWords::tr("Refresh reads everything from 30 days ago to a year ahead.");
}

QString repeatTip(const RefreshRhythm::Choice& repeated)
{
    const auto minutes = repeated.every.count();
    if (minutes > 0 && repeated.beforeDue)
        return RangeWords::tr("It is read by itself every %L1 minutes, and shortly before something goes out.")
            .arg(minutes);
    if (minutes > 0)
        return RangeWords::tr("It is read by itself every %L1 minutes.").arg(minutes);
    return repeated.beforeDue ? RangeWords::tr("It is read by itself shortly before something goes out.")
                              : RangeWords::tr("It is not read by itself; this menu can change that.");
}

QString wasRead(const RefreshRange& range, qint64 pushes, const QDateTime& nowUtc)
{
    const QString zone = sentences::zoneName(nowUtc);
    switch (range.kind) {
    case Kind::NextWeek: return RangeWords::tr("Read the pushes of the next 7 days: %L1.").arg(pushes);
    case Kind::Today: return RangeWords::tr("Read the pushes of today (%1): %L2.").arg(zone).arg(pushes);
    case Kind::NextMonth: return RangeWords::tr("Read the pushes of the next 30 days: %L1.").arg(pushes);
    case Kind::OwnDays:
        return RangeWords::tr("Read the pushes of %1 (%2): %L3.").arg(days(range, nowUtc), zone).arg(pushes);
    case Kind::Everything: break;
    }
    return RangeWords::tr("Read all pushes from 30 days ago to a year ahead: %L1.").arg(pushes);
}

QString hasNone(const RefreshRange& range, const QDateTime& nowUtc)
{
    const QString zone = sentences::zoneName(nowUtc);
    switch (range.kind) {
    case Kind::NextWeek: return RangeWords::tr("The service has no scheduled pushes in the next 7 days.");
    case Kind::Today: return RangeWords::tr("The service has no scheduled pushes today (%1).").arg(zone);
    case Kind::NextMonth: return RangeWords::tr("The service has no scheduled pushes in the next 30 days.");
    case Kind::OwnDays:
        return RangeWords::tr("The service has no scheduled pushes on these days: %1 (%2).")
            .arg(days(range, nowUtc), zone);
    case Kind::Everything: break;
    }
    return RangeWords::tr("The service has no scheduled pushes for this app.");
}

} // namespace pushbrake::rangewords
