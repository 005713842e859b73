#include "ui/tasks/refreshrange.h"

#include "domain/walltime.h"

#include <algorithm>

namespace pushbrake {

namespace {

RefreshSpan nextDays(int days, const QDateTime& nowUtc, const QTimeZone& zone)
{
    // As many days by the clock on the wall, whatever is changed in it for summer and winter.
    const QDateTime until = nowUtc.toTimeZone(zone).addDays(days).toUTC();
    return { { nowUtc.addDays(-1), until }, nowUtc };
}

RefreshSpan wholeDays(QDate first, QDate last, const QTimeZone& zone)
{
    const QDateTime from = beginOfDay(first, zone);
    return { { from, beginOfDay(last.addDays(1), zone).addSecs(-1) }, from };
}

} // namespace

std::optional<RefreshSpan> spanOf(const RefreshRange& range, const QDateTime& nowUtc, const QTimeZone& zone)
{
    const QDate today = nowUtc.toTimeZone(zone).date();
    switch (range.kind) {
    case RefreshRange::Kind::NextWeek: return nextDays(7, nowUtc, zone);
    case RefreshRange::Kind::NextMonth: return nextDays(30, nowUtc, zone);
    case RefreshRange::Kind::Today: return wholeDays(today, today, zone);
    case RefreshRange::Kind::OwnDays: return wholeDays(range.first, range.last, zone);
    case RefreshRange::Kind::Everything: break;
    }
    return std::nullopt;
}

ListRange dueSpan(const QDateTime& nowUtc)
{
    return { nowUtc, nowUtc.addSecs(2 * std::chrono::seconds(readBeforeDue).count()) };
}

RefreshRange stillOfUse(const RefreshRange& chosen, const QDateTime& nowUtc, const QTimeZone& zone)
{
    if (chosen.kind != RefreshRange::Kind::OwnDays)
        return chosen;
    if (!chosen.first.isValid() || !chosen.last.isValid())
        return {};
    const RefreshRange own = ownDays(chosen.first, chosen.last);
    return own.last < nowUtc.toTimeZone(zone).date() ? RefreshRange() : own;
}

RefreshRange ownDays(QDate first, QDate last)
{
    const auto [earlier, later] = std::minmax(first, last);
    return { RefreshRange::Kind::OwnDays, earlier, std::min(later, earlier.addDays(mostOwnDays - 1)) };
}

} // namespace pushbrake
