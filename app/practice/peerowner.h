// Whose process is at the other end of a connection on this computer: on Linux the kernel tells it of one socket, or
// the table of all of them does. socketOwner() is pure; used by HttpListener, which lets nobody else in.
#pragma once

#include <QByteArray>

#include <optional>

namespace pushbrake {

struct SocketEnd
{
    quint32 address; ///< IPv4
    quint16 port;
};

/// The user of the socket at `local` that is connected with `remote`, from the text of /proc/net/tcp or tcp6; nothing
/// when none is there.
std::optional<quint32> socketOwner(const QByteArray& table, SocketEnd local, SocketEnd remote);

/// No: another user's, or a process that has gone already. CannotTell where the system has no such table.
enum class IsOwnProcess { Yes, No, CannotTell };
/// Asked of an accepted connection over IPv4, by our end of it.
IsOwnProcess isOwnProcess(qintptr descriptor);

} // namespace pushbrake
