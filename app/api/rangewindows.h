// Which windows of the list are read one after another for a range. By which time the service goes, when a push goes
// out or when it was made, is not documented (78843); what it shows tells. Should it go by making, that is noticed as
// long as one of the pushes made in the last 30 days is still to go out, and then nothing of a year is missed. Pure;
// TaskReader's.
#pragma once

#include "api/listrange.h"
#include "api/requests.h"

#include <QList>

namespace pushbrake {

class RangeWindows
{
public:
    RangeWindows(ListRange range, const QDateTime& now);

    /// Of the range itself: what is still to go out first.
    QList<ListQuery> windows() const;
    /// What the service showed when it was asked for `window`.
    void saw(const ListQuery& window, const QList<Task>& page);
    /// Windows to read after all that was asked for so far; none: the range was read. One that begins with the latest
    /// is only glanced at: a row will do.
    QList<ListQuery> more();

private:
    enum class GoesBy { NotKnown, Making, NoTime };

    QList<ListQuery> made() const;

    const ListRange m_range;
    const QDateTime m_now;
    GoesBy m_goesBy = GoesBy::NotKnown;
    bool m_hasGlanced = false;
    bool m_hasAskedForMade = false;
};

} // namespace pushbrake
