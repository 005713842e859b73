#include "ui/runs/resultqueue.h"

#include <algorithm>

namespace pushbrake {

ResultQueue::ResultQueue(QObject* parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ResultQueue::giveSome);
}

void ResultQueue::add(const QList<SettledResult>& results)
{
    if (results.size() <= atOnce && m_waiting.isEmpty()) {
        Q_EMIT ready(results);
        return;
    }
    m_waiting += results;
    m_pause.start(0);
}

void ResultQueue::giveSome()
{
    const QList<SettledResult> some = m_waiting.mid(0, atOnce);
    m_waiting.remove(0, some.size());
    Q_EMIT ready(some);
    if (!m_waiting.isEmpty())
        m_pause.start(0);
}

void ResultQueue::giveAll()
{
    while (!m_waiting.isEmpty())
        giveSome();
}

} // namespace pushbrake
