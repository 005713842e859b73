#include "api/windowreading.h"

#include "api/limits.h"

#include <algorithm>

namespace pushbrake {

WindowReading::WindowReading(int want)
    : m_want(want)
{
}

void WindowReading::take(const ListReply& page)
{
    Q_ASSERT(!m_isDone);
    const bool isBeyondTotal = m_pass.rows > 0 && m_pass.rows >= m_pass.total;
    const qsizetype before = m_pass.seen.size();
    for (const Task& task : page.tasks) {
        m_pass.seen.insert(task.id);
        m_seen.insert(task.id);
    }
    const qsizetype fresh = m_pass.seen.size() - before;
    m_pass.rows += page.tasks.size() + page.skipped;
    m_pass.unusable += page.skipped;
    m_pass.total = std::max(m_pass.total, page.total);
    // A service may give its last page for every offset beyond; then its tasks have not changed places.
    if (fresh < page.tasks.size() && !(isBeyondTotal && fresh == 0))
        m_pass.repeats = true;
    if (isLast(page, isBeyondTotal, fresh > 0))
        endPass();
}

// A full page may have another behind it whatever Total says, and a page that is not full may be all that the service
// gives at once.
bool WindowReading::isLast(const ListReply& page, bool isBeyondTotal, bool broughtNew)
{
    const qsizetype rows = page.tasks.size() + page.skipped;
    const bool isFruitless = !broughtNew && !page.tasks.isEmpty();
    m_pass.fruitless = isFruitless ? m_pass.fruitless + 1 : 0;
    if (rows == 0 || m_pass.fruitless >= limits::mostFruitlessPages || (isBeyondTotal && !broughtNew))
        return true;
    return rows < m_want && m_pass.rows >= m_pass.total;
}

void WindowReading::endPass()
{
    m_unusable = unusableRows();
    const bool allWasShown = m_pass.seen.size() + m_pass.unusable >= m_pass.total && !m_pass.repeats;
    m_isDone = allWasShown || m_isSecond;
    if (m_isDone)
        return;
    m_isSecond = true;
    m_pass = {};
}

qint64 WindowReading::unusableRows() const
{
    return std::max(m_unusable, m_pass.unusable);
}

qint64 WindowReading::said() const
{
    return std::max(m_pass.total, shown());
}

bool WindowReading::hasMoved() const
{
    const bool countsVouch = m_pass.total == tasks() && unusableRows() == 0;
    return m_pass.repeats && missing() == 0 && !countsVouch;
}

} // namespace pushbrake
