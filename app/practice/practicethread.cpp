#include "practice/practicethread.h"

#include "practice/practiceservice.h"

namespace pushbrake {

PracticeThread::PracticeThread(const Clock& clock)
    : m_clock(clock)
{
    m_thread.setObjectName(QStringLiteral("practice"));
}

PracticeThread::~PracticeThread()
{
    m_thread.quit();
    m_thread.wait();
}

Account PracticeThread::open()
{
    const bool isFirst = !m_service;
    if (isFirst) {
        m_service = new PracticeService(m_clock);
        m_service->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_service, &QObject::deleteLater);
        m_thread.start();
    }
    Account account;
    QMetaObject::invokeMethod(
        m_service,
        [&] {
            if (isFirst)
                m_service->addSampleTasks();
            if (!m_isOpen)
                m_isOpen = m_service->listen() != 0;
            account = m_service->account();
        },
        Qt::BlockingQueuedConnection);
    return account;
}

void PracticeThread::close()
{
    if (m_isOpen)
        QMetaObject::invokeMethod(m_service, &PracticeService::close, Qt::QueuedConnection);
    m_isOpen = false;
}

} // namespace pushbrake
