#include "practice/peerowner.h"

#include <QFile>
#include <QList>
#include <QtEndian>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace pushbrake {

namespace {

QByteArray hex(quint32 number, int digits)
{
    return QByteArray::number(number, 16).toUpper().rightJustified(digits, '0');
}

// "0100007F:1F90": the address as this processor keeps it in memory, the port as a number.
QByteArray shown(SocketEnd end)
{
    return hex(qToBigEndian(end.address), 8) + ':' + hex(end.port, 4);
}

// As a socket for both families shows it.
QByteArray shownMapped(SocketEnd end)
{
    return hex(0, 16) + hex(qToBigEndian(quint32(0xFFFF)), 8) + shown(end);
}

#ifdef Q_OS_LINUX
std::optional<SocketEnd> endOf(int (*ask)(int, sockaddr*, socklen_t*), qintptr descriptor)
{
    sockaddr_in address {};
    socklen_t size = sizeof address;
    if (ask(int(descriptor), reinterpret_cast<sockaddr*>(&address), &size) != 0 || address.sin_family != AF_INET)
        return {};
    return SocketEnd { qFromBigEndian(address.sin_addr.s_addr), qFromBigEndian(address.sin_port) };
}
#endif

} // namespace

std::optional<quint32> socketOwner(const QByteArray& table, SocketEnd local, SocketEnd remote)
{
    qsizetype found = table.indexOf(' ' + shown(local) + ' ' + shown(remote) + ' ');
    if (found < 0)
        found = table.indexOf(' ' + shownMapped(local) + ' ' + shownMapped(remote) + ' ');
    if (found < 0)
        return {};
    // sl local remote st tx:rx tr:when retrnsmt uid ...
    constexpr qsizetype uid = 7;
    const qsizetype start = table.lastIndexOf('\n', found) + 1;
    const QList<QByteArray> fields = table.mid(start, table.indexOf('\n', found) - start).simplified().split(' ');
    bool isNumber = false;
    const quint32 user = fields.value(uid).toUInt(&isNumber);
    return isNumber ? std::optional(user) : std::nullopt;
}

#ifdef Q_OS_LINUX
IsOwnProcess isOwnProcess(qintptr descriptor)
{
    const auto peer = endOf(getpeername, descriptor);
    const auto own = endOf(getsockname, descriptor);
    if (!peer || !own)
        return IsOwnProcess::No;
    bool canTell = false;
    for (const QString& path : { QStringLiteral("/proc/net/tcp"), QStringLiteral("/proc/net/tcp6") }) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        canTell = true;
        if (const auto user = socketOwner(file.readAll(), *peer, *own))
            return *user == geteuid() ? IsOwnProcess::Yes : IsOwnProcess::No;
    }
    return canTell ? IsOwnProcess::No : IsOwnProcess::CannotTell;
}
#else
IsOwnProcess isOwnProcess(qintptr)
{
    return IsOwnProcess::CannotTell;
}
#endif

} // namespace pushbrake
