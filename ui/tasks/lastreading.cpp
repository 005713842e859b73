#include "ui/tasks/lastreading.h"

#include "ui/tasks/rangewords.h"
#include "ui/words/times.h"
#include "ui/words/zone.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushbrake {

namespace {

struct LastReadingWords
{
    Q_DECLARE_TR_FUNCTIONS(LastReadingWords)
};

/// In whole minutes, as nobody can read a list by its seconds.
QString age(const QDateTime& at, const QDateTime& now)
{
    const qint64 seconds = at.secsTo(now);
    return seconds < 60 ? LastReadingWords::tr("just now")
                        : sentences::timeLeft(at, at.addSecs(seconds - seconds % 60));
}

/// Today's without the day: it stands in a narrow place, and is read often.
QString clock(const QDateTime& at, const QDateTime& now)
{
    const QDateTime local = sentences::inZone(at);
    if (local.date() != sentences::inZone(now).date())
        return sentences::localTime(at, now);
    const QLocale locale;
    const QString time
        = locale.toString(local.time(), locale.timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss")));
    return sentences::isZoneChosen()
        ? LastReadingWords::tr("%1 %2", "a time and the zone that it is in").arg(time, sentences::zoneName(at))
        : time;
}

} // namespace

LastReading LastReading::after(const ListReading& reading, const RefreshRange& ofRange, const QDateTime& at) const
{
    const bool hasBroughtNothing = reading.end != ListReading::End::LastPage && reading.tasks == 0;
    if (hasBroughtNothing)
        return { this->at, isPart, at, range };
    return { at, !reading.isWhole(), {}, ofRange };
}

QString lastReadingWords(const LastReading& last, const QDateTime& now)
{
    if (last.failedAt.isValid() && !last.at.isValid())
        return LastReadingWords::tr("not read yet: the last try brought nothing");
    if (!last.at.isValid())
        return LastReadingWords::tr("not read yet");
    const QString read = last.isPart
        ? LastReadingWords::tr("read in part at %1, %2", "a time, and how long ago that was")
        : LastReadingWords::tr("read at %1, %2", "a time, and how long ago that was");
    QString said = read.arg(clock(last.at, now), age(last.at, now));
    if (last.range.kind != RefreshRange::Kind::Everything)
        said = LastReadingWords::tr("%1 (%2)", "when the list was read, and which days of it")
                   .arg(said, rangewords::name(last.range, now));
    return last.failedAt.isValid()
        ? LastReadingWords::tr("%1 · the last try since brought nothing", "when the list was read").arg(said)
        : said;
}

QString lastReadingTip(const LastReading& last, const QDateTime& now)
{
    QStringList said;
    if (!last.at.isValid())
        said << LastReadingWords::tr("The list was not read from the service since this app was opened. What stands in "
                                     "it was known before.");
    else if (last.isPart)
        said << LastReadingWords::tr("The service's list was read at %1, and not to its end: there may be more.")
                    .arg(clock(last.at, now));
    else
        said << LastReadingWords::tr("All of this was read from the service at %1: %2.")
                    .arg(clock(last.at, now), rangewords::name(last.range, now));
    if (last.at.isValid() && last.range.kind != RefreshRange::Kind::Everything)
        said << LastReadingWords::tr("What the list shows of other days was read before, or was never read.");
    if (last.failedAt.isValid())
        said << LastReadingWords::tr("The last try, at %1, brought nothing.").arg(clock(last.failedAt, now));
    return said.join(QLatin1Char(' '));
}

} // namespace pushbrake
