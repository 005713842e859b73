#include "start/endsignal.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace pushbrake {

#ifdef Q_OS_UNIX
namespace {

// A signal handler may do next to nothing; writing a byte into a pipe is allowed (POSIX.1-2017, 2.4.3).
int pipeEnds[2] { -1, -1 };

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
}

} // namespace

EndSignal::EndSignal(QObject* parent)
    : QObject(parent)
{
    if (::pipe(pipeEnds) != 0)
        return;
    for (const int end : pipeEnds) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(pipeEnds[0], &byte, 1) == 1) { }
        Q_EMIT asked();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : { SIGTERM, SIGINT, SIGHUP })
        ::sigaction(number, &action, nullptr);
}

EndSignal::~EndSignal()
{
    for (const int number : { SIGTERM, SIGINT, SIGHUP })
        ::signal(number, SIG_DFL);
    for (int& end : pipeEnds) {
        ::close(end);
        end = -1;
    }
}
#else
EndSignal::EndSignal(QObject* parent)
    : QObject(parent)
{
}
EndSignal::~EndSignal() = default;
#endif

} // namespace pushbrake
