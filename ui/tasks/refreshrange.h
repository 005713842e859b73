// Which pushes a refresh reads, as a person chooses it, and which stretch of time that is at a given moment: days begin
// and end where the window's zone says. Pure.
#pragma once

#include "api/listrange.h"

#include <QDate>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace pushbrake {

struct RefreshRange
{
    enum class Kind { NextWeek, Today, NextMonth, OwnDays, Everything };

    Kind kind = Kind::NextWeek;
    QDate first; ///< of days of one's own
    QDate last; ///< with this one, not before `first`

    bool operator==(const RefreshRange&) const = default;
};

/// What is read, and what of it the person asked for: the last day is read with the next ones, so that what went out
/// meanwhile does not stand in the list as scheduled.
struct RefreshSpan
{
    ListRange read;
    QDateTime askedFrom; ///< UTC
};

/// Nothing for everything, which has no bounds of its own.
std::optional<RefreshSpan> spanOf(const RefreshRange& range, const QDateTime& nowUtc, const QTimeZone& zone);
/// What goes out so soon that it is read once more just before.
ListRange dueSpan(const QDateTime& nowUtc);

/// Days that were chosen once and are over, or are none: then the usual ones.
RefreshRange stillOfUse(const RefreshRange& chosen, const QDateTime& nowUtc, const QTimeZone& zone);
/// In the right order, and no more than a year.
RefreshRange ownDays(QDate first, QDate last);

inline constexpr int mostOwnDays = 366;
/// How long before a push goes out it is read once more.
inline constexpr std::chrono::minutes readBeforeDue { 5 };

} // namespace pushbrake
