#include "net/inflow.h"

#include <algorithm>

namespace pushbrake {

namespace {
constexpr qint64 largestHandshake = 24 * 1024; // three certificates of 4,096 bits and more
} // namespace

void Inflow::arrived(qint64 bytes)
{
    m_unused += bytes;
}

void Inflow::wasBody(qint64 bytes)
{
    use(bytes + bytes / 4);
}

void Inflow::ended()
{
    use(largestHead);
}

bool Inflow::isTooMuch(int open, int ready, SteadyTime now)
{
    const qint64 answers = std::max(open, 1);
    if (m_unused > answers * (largestHead + largestBody))
        return true;
    if (m_unused <= answers * largestHead + ready * largestHandshake) {
        m_over.reset();
        return false;
    }
    if (!m_over)
        m_over = now;
    return now - *m_over >= readingTime;
}

void Inflow::use(qint64 bytes)
{
    m_unused = std::max<qint64>(0, m_unused - bytes);
    m_over.reset();
}

} // namespace pushbrake
