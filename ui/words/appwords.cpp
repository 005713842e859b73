#include "ui/words/appwords.h"

#include "ui/look/theme.h"

#include <QCoreApplication>

namespace pushbrake::sentences {

namespace {

struct AppWords
{
    Q_DECLARE_TR_FUNCTIONS(AppWords)
};

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

} // namespace

QString colourName(ProfileColour colour)
{
    switch (colour) {
    case ProfileColour::Blue: return AppWords::tr("Blue circle");
    case ProfileColour::Orange: return AppWords::tr("Orange triangle");
    case ProfileColour::Green: return AppWords::tr("Green square");
    case ProfileColour::Red: return AppWords::tr("Red diamond");
    case ProfileColour::Pink: return AppWords::tr("Pink star");
    case ProfileColour::Yellow: return AppWords::tr("Yellow hexagon");
    case ProfileColour::Turquoise: return AppWords::tr("Turquoise wedge");
    case ProfileColour::Grey: break;
    }
    return AppWords::tr("Grey ring");
}

QString usersWord(bool realUsers)
{
    return realUsers ? AppWords::tr("real users") : AppWords::tr("test");
}

QString nameWithMark(const QString& name, bool realUsers)
{
    return (realUsers ? AppWords::tr("%1 (real users)") : AppWords::tr("%1 (test)")).arg(theme::isolated(name));
}

QString place(const Profile& profile)
{
    return profile.region == Region::OtherHost ? theme::brief(profile.host()) : regionName(profile.region);
}

QString regionName(Region region)
{
    switch (region) {
    case Region::China: return AppWords::tr("China");
    case Region::Singapore: return AppWords::tr("Singapore");
    case Region::Seoul: return AppWords::tr("Seoul");
    case Region::Frankfurt: return AppWords::tr("Frankfurt");
    case Region::SiliconValley: return AppWords::tr("Silicon Valley");
    case Region::Jakarta: return AppWords::tr("Jakarta");
    case Region::Riyadh: return AppWords::tr("Riyadh");
    case Region::OtherHost: return AppWords::tr("Other host");
    case Region::Practice: break;
    }
    return AppWords::tr("Practice");
}

TimeLeft signatureTimeLeft(const QDateTime& expiresAt, const QDateTime& now)
{
    const qint64 left = now.secsTo(expiresAt);
    if (left < 0)
        return { Expiry::Over };
    if (left < hour)
        return { Expiry::WithinTheHour };
    if (left < day)
        return { Expiry::WithinTheDay };
    return { left < 7 * day ? Expiry::WithinTheWeek : Expiry::Far, int(left / day) };
}

QString expiryWords(const QDateTime& expiresAt, const QDateTime& now)
{
    const TimeLeft left = signatureTimeLeft(expiresAt, now);
    switch (left.expiry) {
    case Expiry::Over: return AppWords::tr("expired");
    case Expiry::WithinTheHour: return AppWords::tr("less than an hour left");
    case Expiry::WithinTheDay: return AppWords::tr("less than a day left");
    case Expiry::WithinTheWeek:
    case Expiry::Far: break;
    }
    return AppWords::tr("%n days left", nullptr, left.days);
}

} // namespace pushbrake::sentences
