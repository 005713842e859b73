// Which batches of a run wait a little before they are sent, so that a person can take them back. Each has its own end:
// one that joins prolongs no other. Pure; time is passed in. Owned by CancelRun.
#pragma once

#include "domain/clock.h"

#include <QSet>

#include <map>

namespace pushbrake {

class Hold
{
public:
    void begin(qint64 batch, SteadyTime until) { m_ends[batch] = until; }
    bool isEmpty() const { return m_ends.empty(); }
    bool holds(qint64 batch) const { return m_ends.contains(batch); }
    /// Until the first of them ends; zero when none is held.
    Milliseconds left(SteadyTime now) const;

    /// Those whose time is up at `now`; they are held no longer.
    QSet<qint64> takeEnded(SteadyTime now);
    /// All of them.
    QSet<qint64> takeAll();

private:
    std::map<qint64, SteadyTime> m_ends;
};

} // namespace pushbrake
