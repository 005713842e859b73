// When a push goes out, in the zone that the window speaks in (see zone.h) and in UTC, and how long that still is.
#pragma once

#include <QDateTime>
#include <QString>

namespace pushbrake::sentences {

/// "Today 10:00", "Tomorrow 09:40", "Tue 1 Dec 10:00", "Tue 5 Jan 2027 10:00" in another year. In a zone that a person
/// chose the zone is named: "Today 17:00 Shanghai".
QString localTime(const QDateTime& utc, const QDateTime& nowUtc);
/// "02:00 UTC", with the date when it is not the local one.
QString utcTime(const QDateTime& utc, const QDateTime& nowUtc);
/// For tables and programs (ISO 8601): with a Z, and in the zone of the window with its offset. Empty when not known.
QString utcStamp(const QDateTime& utc);
QString localStamp(const QDateTime& utc);
/// "Thu 26 Nov 10:00:05", in the window's zone and to the second, by which times are compared; with the year unless it
/// is that of `now`. Empty for none.
QString exactTime(const QDateTime& utc, const QDateTime& now);
/// "3 days", "5 hours", "50 minutes": the largest unit of which there are at least two.
QString roughSpan(qint64 seconds);
QString timeLeft(const QDateTime& utc, const QDateTime& nowUtc); ///< "in 4 min 10 s", "15 min ago"

} // namespace pushbrake::sentences
