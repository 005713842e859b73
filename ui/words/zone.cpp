#include "ui/words/zone.h"

#include <QCoreApplication>

namespace pushbrake::sentences {

namespace {

struct Zones
{
    Q_DECLARE_TR_FUNCTIONS(Zones)
};

QTimeZone chosen; // invalid: this computer's

} // namespace

void setZone(const QTimeZone& zone)
{
    chosen = zone;
}

QList<OfferedZone> offeredZones()
{
    return { { "UTC", Zones::tr("UTC") }, { "Asia/Shanghai", Zones::tr("China (Shanghai)") },
        { "Asia/Singapore", Zones::tr("Singapore") }, { "Asia/Seoul", Zones::tr("Korea (Seoul)") },
        { "Asia/Tokyo", Zones::tr("Japan (Tokyo)") }, { "Asia/Jakarta", Zones::tr("Western Indonesia (Jakarta)") },
        { "Asia/Kolkata", Zones::tr("India (Kolkata)") }, { "Asia/Riyadh", Zones::tr("Saudi Arabia (Riyadh)") },
        { "Europe/Berlin", Zones::tr("Germany (Berlin)") }, { "Europe/London", Zones::tr("United Kingdom (London)") },
        { "America/New_York", Zones::tr("Eastern United States (New York)") },
        { "America/Los_Angeles", Zones::tr("Western United States (Los Angeles)") } };
}

// Read anew each time: the computer may be carried to another zone while the window is open.
QTimeZone zone()
{
    return chosen.isValid() ? chosen : QTimeZone::systemTimeZone();
}

bool isZoneChosen()
{
    return chosen.isValid() && chosen.id() != QTimeZone::systemTimeZoneId();
}

QDateTime inZone(const QDateTime& utc)
{
    return chosen.isValid() ? utc.toTimeZone(chosen) : utc.toLocalTime();
}

QString zoneName(const QDateTime& utc)
{
    if (!isZoneChosen())
        return utc.toLocalTime().timeZoneAbbreviation();
    const QString id = QString::fromLatin1(chosen.id());
    return id.section(QLatin1Char('/'), -1).replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace pushbrake::sentences
