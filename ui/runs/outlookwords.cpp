#include "ui/runs/outlookwords.h"

#include <QCoreApplication>

namespace pushbrake::outlookwords {

namespace {

struct OutlookWords
{
    Q_DECLARE_TR_FUNCTIONS(OutlookWords)
};

QString spanWords(Milliseconds span)
{
    const qint64 seconds = span.count() / 1000;
    return seconds < 90 ? OutlookWords::tr("about %n second(s)", nullptr, int(seconds))
                        : OutlookWords::tr("about %n minute(s)", nullptr, int((seconds + 30) / 60));
}

} // namespace

QStringList forecast(const Outlook& seen)
{
    QStringList said;
    if (seen.timeHasCome > 0)
        said << OutlookWords::tr("The time of %n push(es) has come. It is asked for all the same, but may be too late.",
            nullptr, seen.timeHasCome);
    if (seen.goOutFirst > 0)
        said << OutlookWords::tr(
            "At this pace %1 can still be stopped and %n go(es) out first.", nullptr, seen.goOutFirst)
                    .arg(seen.canBeStopped);
    if (seen.timeUnknown > 0)
        said << OutlookWords::tr("When %n push(es) go(es) out is not known, nor whether there is time to stop it.",
            nullptr, seen.timeUnknown);
    if (seen.duration >= std::chrono::seconds(5)) {
        const bool allInTime = seen.goOutFirst == 0 && seen.timeHasCome == 0 && seen.timeUnknown == 0;
        said << (allInTime
                ? OutlookWords::tr("All %n can still be stopped in time. It takes %1.", nullptr, seen.canBeStopped)
                : OutlookWords::tr("It takes %1."))
                    .arg(spanWords(seen.duration));
    }
    return said;
}

// Who has been promised Undo must see that it is gone for some.
theme::Tone toneOf(const Outlook& seen, Milliseconds hold)
{
    if (hold.count() == 0 || seen.atOnce + seen.timeHasCome == 0)
        return theme::Tone::Text;
    return seen.held == 0 ? theme::Tone::Red : theme::Tone::Orange;
}

QString whatComesFirst(const Outlook& seen, Milliseconds hold)
{
    const int seconds = int(hold.count() / 1000);
    if (seconds == 0)
        return OutlookWords::tr("Cancelling starts at once and cannot be undone.");
    if (seen.atOnce + seen.timeHasCome == 0)
        return OutlookWords::tr(
            "Cancelling starts after %n second(s). Until then Undo keeps everything scheduled.", nullptr, seconds);
    QStringList said;
    if (seen.atOnce > 0)
        said << OutlookWords::tr("%n push(es) go(es) out within a minute and is (are) cancelled at once, without Undo.",
            nullptr, seen.atOnce);
    else
        said << OutlookWords::tr("What is due already is asked for at once, without Undo.");
    if (seen.held > 0)
        said << OutlookWords::tr("The others wait %1 s, and Undo keeps them scheduled.").arg(seconds);
    return said.join(QLatin1Char(' '));
}

} // namespace pushbrake::outlookwords
