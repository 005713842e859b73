#include "practice/peerowner.h"

#include <QFile>
#include <QList>
#include <QScopeGuard>
#include <QtEndian>

#ifdef Q_OS_LINUX
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
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

// The one socket, in microseconds where the whole table takes six milliseconds. Nothing where the kernel has no answer
// of this kind.
std::optional<IsOwnProcess> askKernel(SocketEnd local, SocketEnd remote)
{
    const int netlink = socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
    if (netlink < 0)
        return {};
    const auto closing = qScopeGuard([netlink] { close(netlink); });
    struct
    {
        nlmsghdr head;
        inet_diag_req_v2 body;
    } question {};
    question.head.nlmsg_len = sizeof question;
    question.head.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    question.head.nlmsg_flags = NLM_F_REQUEST;
    question.body.sdiag_family = AF_INET;
    question.body.sdiag_protocol = IPPROTO_TCP;
    question.body.idiag_states = ~0U;
    question.body.id.idiag_sport = qToBigEndian(local.port);
    question.body.id.idiag_dport = qToBigEndian(remote.port);
    question.body.id.idiag_src[0] = qToBigEndian(local.address);
    question.body.id.idiag_dst[0] = qToBigEndian(remote.address);
    question.body.id.idiag_cookie[0] = question.body.id.idiag_cookie[1] = ~0U;
    if (send(netlink, &question, sizeof question, 0) != sizeof question)
        return {};
    alignas(nlmsghdr) char answer[4096];
    const ssize_t size = recv(netlink, answer, sizeof answer, MSG_DONTWAIT); // it is there when send() returns
    const auto* head = reinterpret_cast<const nlmsghdr*>(answer);
    if (size < ssize_t(NLMSG_LENGTH(sizeof(inet_diag_msg))) || head->nlmsg_type != SOCK_DIAG_BY_FAMILY)
        return {};
    const auto* found = reinterpret_cast<const inet_diag_msg*>(NLMSG_DATA(head));
    // Where no such connection is, a socket that listens on the port would answer.
    if (found->id.idiag_dport != question.body.id.idiag_dport)
        return IsOwnProcess::No;
    return found->idiag_uid == geteuid() ? IsOwnProcess::Yes : IsOwnProcess::No;
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
    if (const auto asked = askKernel(*peer, *own))
        return *asked;
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
