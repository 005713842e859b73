#include "check/checkrange.h"

#include <algorithm>

namespace pushbrake {

namespace {

constexpr qint64 daySeconds = 86'400;
constexpr qint64 windowSeconds = 30 * daySeconds; // as TaskReader asks
constexpr qint64 mostSeconds = 400 * daySeconds; // no campaign is longer, and nothing is scheduled further ahead

QDateTime secondOf(const QDateTime& time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), Qt::UTC);
}

} // namespace

std::optional<ListRange> rangeOf(const QList<Expectation>& expected)
{
    std::optional<ListRange> range;
    for (const Expectation& one : expected) {
        if (!one.goesOutAt.isValid())
            continue;
        const QDateTime first = secondOf(one.goesOutAt);
        const QDateTime last = one.lastSecond();
        range = range ? ListRange { std::min(range->from, first), std::max(range->until, last) }
                      : ListRange { first, last };
    }
    return range && range->from.secsTo(range->until) <= mostSeconds ? range : std::nullopt;
}

QList<ListRange> windowsOf(const ListRange& range)
{
    // The service is asked for a second more, so that its end counts whichever way it takes it.
    const QDateTime end = range.until.addSecs(1);
    QList<ListRange> windows;
    for (QDateTime begin = range.from; begin < end; begin = begin.addSecs(windowSeconds))
        windows.append({ begin, std::min(end, begin.addSecs(windowSeconds)) });
    return windows;
}

} // namespace pushbrake
