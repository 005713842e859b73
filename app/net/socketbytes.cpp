#include "net/socketbytes.h"

#ifdef Q_OS_LINUX
#include <dirent.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <vector>
#endif

namespace pushbrake {

#ifdef Q_OS_LINUX
namespace {

/// A few dozen, looked at many times a second: to try every number there may be took a tenth of a processor.
std::vector<int> openFiles()
{
    std::vector<int> files;
    if (const std::unique_ptr<DIR, int (*)(DIR*)> folder { ::opendir("/proc/self/fd"), &::closedir }) {
        while (const dirent* entry = ::readdir(folder.get())) {
            if (entry->d_name[0] != '.')
                files.push_back(std::atoi(entry->d_name));
        }
        return files;
    }
    // Numbers are given from the lowest, and what is no TCP socket says so at once.
    files.resize(std::size_t(std::clamp<long>(::sysconf(_SC_OPEN_MAX), 256, 4096)));
    std::iota(files.begin(), files.end(), 0);
    return files;
}

} // namespace
#endif

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
    for (const int file : openFiles()) {
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
