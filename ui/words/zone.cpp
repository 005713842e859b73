#include "ui/words/zone.h"

namespace pushbrake::sentences {

namespace {

QTimeZone chosen; // invalid: this computer's

} // namespace

void setZone(const QTimeZone& zone)
{
    chosen = zone;
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
