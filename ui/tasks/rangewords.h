// The pushes that a refresh reads, in words: for the menu, and in whole sentences for what it came to. Where a day
// begins depends on the zone, so the zone is named with it. Pure.
#pragma once

#include "ui/tasks/refreshrange.h"
#include "ui/tasks/refreshrhythm.h"

#include <QString>

namespace pushbrake::rangewords {

/// "Next 7 days", "Today (Shanghai)", "Tue 1 Dec – Sat 5 Dec"
QString name(const RefreshRange& range, const QDateTime& nowUtc);
/// For the button: "Reads the next 7 days, every 5 min". That it decides what is read, and not what is shown, is to be
/// seen from it alone.
QString deed(const RefreshRange& range, const RefreshRhythm::Choice& repeated, const QDateTime& nowUtc);
/// What Refresh does with it.
QString tip(const RefreshRange& range, const QDateTime& nowUtc);
/// When it does so by itself.
QString repeatTip(const RefreshRhythm::Choice& repeated);
/// "Read the pushes of the next 7 days: 412."
QString wasRead(const RefreshRange& range, qint64 pushes, const QDateTime& nowUtc);
/// The service has none in it.
QString hasNone(const RefreshRange& range, const QDateTime& nowUtc);

} // namespace pushbrake::rangewords
