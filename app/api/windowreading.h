// The bookkeeping of one window of the list: which page comes next, when there are no more, and whether all was shown.
// Pages shift and totals lie, so rows are compared with Total, and a difference is read once more. Pure; TaskReader's.
#pragma once

#include "api/reply.h"

#include <QSet>

namespace pushbrake {

class WindowReading
{
public:
    /// `want`: rows asked for a page.
    explicit WindowReading(int want);

    void take(const ListReply& page);
    bool isDone() const { return m_isDone; }
    /// Of the page to ask for next.
    qint64 offset() const { return m_pass.rows; }

    qint64 tasks() const { return m_seen.size(); } ///< different ones
    qint64 unusableRows() const;
    /// Rows there are by the service's word, and at least as many as it showed.
    qint64 said() const;
    qint64 missing() const { return said() - shown(); }
    /// Rows were still changing places at the end, and the counts do not vouch that none slipped by.
    bool hasMoved() const;

private:
    /// From the first page to the last.
    struct Pass
    {
        QSet<TaskId> seen;
        qint64 rows = 0;
        qint64 unusable = 0;
        qint64 total = 0; ///< the largest that was said
        int fruitless = 0; ///< pages in a row with nothing new
        bool repeats = false; ///< a task stood on two pages
    };

    qint64 shown() const { return tasks() + unusableRows(); }
    bool isLast(const ListReply& page, bool isBeyondTotal, bool broughtNew);
    void endPass();

    int m_want;
    QSet<TaskId> m_seen; ///< in any pass
    qint64 m_unusable = 0; ///< in the pass that had most: one cannot be told from another
    Pass m_pass;
    bool m_isSecond = false;
    bool m_isDone = false;
};

} // namespace pushbrake
