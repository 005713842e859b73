#include "ui/words/times.h"

#include "ui/look/theme.h"
#include "ui/words/zone.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushbrake::sentences {

namespace {

struct Times
{
    Q_DECLARE_TR_FUNCTIONS(Times)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

/// As much of a span of time as a person reads: its largest unit, and the next one where it still matters.
struct Span
{
    enum class Units { Seconds, MinutesAndSeconds, Minutes, HoursAndMinutes, Hours, DaysAndHours, Days };

    Units units = Units::Seconds;
    int large = 0;
    int small = 0;
};

Span spanOf(qint64 seconds)
{
    using Units = Span::Units;
    if (seconds < minute)
        return { Units::Seconds, int(seconds) };
    if (seconds < 10 * minute && seconds % minute != 0)
        return { Units::MinutesAndSeconds, int(seconds / minute), int(seconds % minute) };
    if (seconds < hour)
        return { Units::Minutes, int(seconds / minute) };
    if (seconds < 12 * hour)
        return { Units::HoursAndMinutes, int(seconds / hour), int(seconds % hour / minute) };
    if (seconds < 2 * day)
        return { Units::Hours, int(seconds / hour) };
    if (seconds < 10 * day && seconds % day >= hour)
        return { Units::DaysAndHours, int(seconds / day), int(seconds % day / hour) };
    return { Units::Days, int(seconds < 10 * day ? seconds / day : (seconds + day / 2) / day) };
}

QString ahead(const Span& span)
{
    switch (span.units) {
    //: time until a push goes out; s is short for seconds
    case Span::Units::Seconds: return Times::tr("in %n s", nullptr, span.large);
    //: minutes and seconds until a push goes out
    case Span::Units::MinutesAndSeconds: return Times::tr("in %1 min %2 s").arg(span.large).arg(span.small);
    //: minutes until a push goes out
    case Span::Units::Minutes: return Times::tr("in %n min", nullptr, span.large);
    //: hours and minutes until a push goes out
    case Span::Units::HoursAndMinutes: return Times::tr("in %1 h %2 min").arg(span.large).arg(span.small);
    //: hours until a push goes out
    case Span::Units::Hours: return Times::tr("in %n h", nullptr, span.large);
    //: days and hours until a push goes out
    case Span::Units::DaysAndHours: return Times::tr("in %n days %1 h", nullptr, span.large).arg(span.small);
    case Span::Units::Days: break;
    }
    //: days until a push goes out
    return Times::tr("in %n days", nullptr, span.large);
}

QString ago(const Span& span)
{
    switch (span.units) {
    //: time since a push went out; s is short for seconds
    case Span::Units::Seconds: return Times::tr("%n s ago", nullptr, span.large);
    //: minutes and seconds since a push went out
    case Span::Units::MinutesAndSeconds: return Times::tr("%1 min %2 s ago").arg(span.large).arg(span.small);
    //: minutes since a push went out
    case Span::Units::Minutes: return Times::tr("%n min ago", nullptr, span.large);
    //: hours and minutes since a push went out
    case Span::Units::HoursAndMinutes: return Times::tr("%1 h %2 min ago").arg(span.large).arg(span.small);
    //: hours since a push went out
    case Span::Units::Hours: return Times::tr("%n h ago", nullptr, span.large);
    //: days and hours since a push went out
    case Span::Units::DaysAndHours: return Times::tr("%n days %1 h ago", nullptr, span.large).arg(span.small);
    case Span::Units::Days: break;
    }
    //: days since a push went out
    return Times::tr("%n days ago", nullptr, span.large);
}

} // namespace

QString localTime(const QDateTime& utc, const QDateTime& nowUtc)
{
    if (!utc.isValid())
        return Times::tr("Time not known");
    const QDateTime local = inZone(utc);
    const QLocale locale;
    // Pushes go out on the minute; some locales' short format has seconds all the same.
    QString time = locale.toString(local.time(), locale.timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss")));
    if (isZoneChosen()) // whoever expects this computer's clock would be wrong by hours
        time = Times::tr("%1 %2", "a time and the zone that it is in").arg(time, zoneName(utc));
    const QDate today = inZone(nowUtc).date();
    const qint64 days = today.daysTo(local.date());
    if (days == 0)
        return Times::tr("Today %1").arg(time);
    if (days == 1)
        return Times::tr("Tomorrow %1").arg(time);
    if (days == -1)
        return Times::tr("Yesterday %1").arg(time);
    const QString format = local.date().year() == today.year()
        ? Times::tr("ddd d MMM", "date format: short weekday, day, month")
        : Times::tr("ddd d MMM yyyy", "date format: short weekday, day, month, year");
    return Times::tr("%1 %2", "a date and a time").arg(locale.toString(local.date(), format), time);
}

QString utcTime(const QDateTime& utc, const QDateTime& nowUtc)
{
    if (!utc.isValid())
        return {};
    const bool sameDay = inZone(utc).date() == utc.date();
    const QString time = utc.toString(QStringLiteral("HH:mm"));
    if (sameDay)
        return Times::tr("%1 UTC").arg(time);
    const QString format = utc.date().year() == nowUtc.date().year()
        ? Times::tr("d MMM", "date format: day, month")
        : Times::tr("d MMM yyyy", "date format: day, month, year");
    return Times::tr("%1 %2 UTC", "a date and a time").arg(QLocale().toString(utc.date(), format), time);
}

QString exactTime(const QDateTime& utc, const QDateTime& now)
{
    if (!utc.isValid())
        return {};
    const QDateTime local = inZone(utc);
    const QString format = local.date().year() == inZone(now).date().year()
        ? Times::tr("ddd d MMM", "date format: short weekday, day, month")
        : Times::tr("ddd d MMM yyyy", "date format: short weekday, day, month, year");
    return theme::leftToRight(
        Times::tr("%1 %2", "a date and a time")
            .arg(QLocale().toString(local.date(), format), local.toString(QStringLiteral("HH:mm:ss"))));
}

QString utcStamp(const QDateTime& utc)
{
    return utc.isValid() ? utc.toUTC().toString(Qt::ISODate) : QString();
}

QString localStamp(const QDateTime& utc)
{
    const QDateTime local = inZone(utc);
    return utc.isValid() ? local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate) : QString();
}

QString roughSpan(qint64 seconds)
{
    const auto rounded = [seconds](qint64 unit) { return int((seconds + unit / 2) / unit); };
    if (seconds >= 2 * day)
        return Times::tr("%n day(s)", nullptr, rounded(day));
    if (seconds >= 2 * hour)
        return Times::tr("%n hour(s)", nullptr, rounded(hour));
    return Times::tr("%n minute(s)", nullptr, rounded(minute));
}

QString timeLeft(const QDateTime& utc, const QDateTime& nowUtc)
{
    if (!utc.isValid())
        return {};
    const qint64 seconds = nowUtc.secsTo(utc);
    return seconds >= 0 ? ahead(spanOf(seconds)) : ago(spanOf(-seconds));
}

} // namespace pushbrake::sentences
