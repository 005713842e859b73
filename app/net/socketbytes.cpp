#include "net/socketbytes.h"

#ifdef Q_OS_LINUX
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#endif

namespace pushbrake {

SocketBytes::SocketBytes()
    : m_others(read())
{
}

qint64 SocketBytes::sinceLast()
{
    qint64 bytes = 0;
    Counts counts = read();
    for (const auto& [socket, count] : counts) {
        if (m_others.contains(socket))
            continue;
        const auto last = m_last.find(socket);
        bytes += qint64(count - (last == m_last.end() ? 0 : last->second));
    }
    m_last = std::move(counts);
    return bytes;
}

SocketBytes::Counts SocketBytes::read()
{
    Counts counts;
#ifdef Q_OS_LINUX
    // Numbers of files are given from the lowest, and what is no TCP socket says so at once.
    const int most = int(std::clamp<long>(::sysconf(_SC_OPEN_MAX), 256, 4096));
    for (int file = 0; file < most; ++file) {
        tcp_info info {};
        socklen_t size = sizeof info;
        constexpr auto end = offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received;
        if (::getsockopt(file, IPPROTO_TCP, TCP_INFO, &info, &size) != 0 || size < end)
            continue;
        quint64 cookie = 0;
        size = sizeof cookie;
        if (::getsockopt(file, SOL_SOCKET, SO_COOKIE, &cookie, &size) == 0)
            counts[cookie] = info.tcpi_bytes_received;
    }
#endif
    return counts;
}

} // namespace pushbrake
