#include "api/rangewindows.h"

#include <algorithm>
#include <utility>

namespace pushbrake {

namespace {

constexpr int daysAWindow = 30; // the service limits the span and does not say to what
constexpr int windowsBack = 12; // a push that was made more than a year before it goes out is not thought of

void appendParts(QList<ListQuery>& windows, QDateTime from, const QDateTime& until)
{
    do {
        const QDateTime end = std::min(from.addDays(daysAWindow), until);
        windows.append({ from, end });
        from = end;
    } while (from < until);
}

} // namespace

RangeWindows::RangeWindows(ListRange range, const QDateTime& now)
    : m_range(std::move(range))
    , m_now(now)
{
}

QList<ListQuery> RangeWindows::windows() const
{
    QList<ListQuery> windows;
    if (m_range.until >= m_now)
        appendParts(windows, std::max(m_range.from, m_now), m_range.until);
    if (m_range.from < m_now)
        appendParts(windows, m_range.from, std::min(m_range.until, m_now));
    return windows;
}

// One of the past that shows what goes out at another time shows what was made then. Nothing can have been made in the
// future: one there that does so is no window at all.
void RangeWindows::saw(const ListQuery& window, const QList<Task>& page)
{
    const ListRange asked { window.from.addSecs(-1), window.until.addSecs(1) }; // it was asked for in whole seconds
    const bool showsOthers = std::any_of(page.begin(), page.end(),
        [&asked](const Task& row) { return row.goesOutAt.isValid() && !asked.contains(row.goesOutAt); });
    if (showsOthers && m_goesBy == GoesBy::NotKnown)
        m_goesBy = window.from >= m_now ? GoesBy::NoTime : GoesBy::Making;
}

// Of the pushes made lately the one that goes out last is enough: when its time is over, none of them is to go out.
QList<ListQuery> RangeWindows::more()
{
    if (m_goesBy == GoesBy::NotKnown && !std::exchange(m_hasGlanced, true)) {
        ListQuery glance { m_now.addDays(-daysAWindow), m_now };
        glance.want = 1;
        glance.order = ListQuery::Order::LatestFirst;
        return { glance };
    }
    if (m_goesBy == GoesBy::Making && !std::exchange(m_hasAskedForMade, true))
        return made();
    return {};
}

QList<ListQuery> RangeWindows::made() const
{
    QList<ListQuery> windows;
    for (int i = 1; i <= windowsBack; ++i)
        windows.append({ m_now.addDays(-i * daysAWindow), m_now.addDays(-(i - 1) * daysAWindow) });
    return windows;
}

} // namespace pushbrake
