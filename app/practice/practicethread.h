// The practice service of the program on a thread of its own, so that nothing a caller does there holds up the window.
// Owned by Program. Listens from open() to close(); its tasks stay from the first time on.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"

#include <QThread>

namespace pushbrake {

class PracticeService;

class PracticeThread
{
public:
    /// Borrows the clock, and reads it on the other thread.
    explicit PracticeThread(const Clock& clock);
    ~PracticeThread();

    /// The account that opens the service, which listens now. Waits for the other thread, a few milliseconds.
    Account open();
    void close();

private:
    const Clock& m_clock;
    QThread m_thread;
    PracticeService* m_service = nullptr; ///< lives and dies on the thread; null before the first time
    bool m_isOpen = false;
};

} // namespace pushbrake
