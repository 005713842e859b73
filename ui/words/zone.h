// In whose time the window speaks: this computer's, or the zone that a person chose, which may be the campaign's. Every
// sentence with a time reads it; ZoneMenu sets it. Daylight saving goes by the zone's own rules at the moment meant.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace pushbrake::sentences {

/// An invalid one: this computer's.
void setZone(const QTimeZone& zone);
QTimeZone zone();
/// Whether a person chose another than this computer's.
bool isZoneChosen();
/// What can be chosen: UTC, and where the service's regions and many desks are; each with a name that its people know.
struct OfferedZone
{
    QByteArray id; ///< IANA's
    QString name;
};
QList<OfferedZone> offeredZones();

/// The wall clock there.
QDateTime inZone(const QDateTime& utc);
/// "CET" of this computer's zone at that moment, "Shanghai" of one that was chosen.
QString zoneName(const QDateTime& utc);

} // namespace pushbrake::sentences
