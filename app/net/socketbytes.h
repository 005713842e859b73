// How much the TCP connections of this process have received, as the kernel counts it: Qt reads the head of an answer
// without a limit and shows nothing of it before its end. Owned by InflowWatch. Counts on Linux; elsewhere nothing.
#pragma once

#include <QtGlobal>

#include <map>

namespace pushbrake {

class SocketBytes
{
public:
    /// The connections that there are now are of others, a display's perhaps, and never counted.
    SocketBytes();

    /// Bytes received since the last call, of all connections that are open now. Takes microseconds for each open file.
    qint64 sinceLast();

private:
    using Counts
        = std::map<quint64, quint64>; ///< bytes by the kernel's number of the socket, which is never used again
    static Counts read();

    Counts m_others;
    Counts m_last;
};

} // namespace pushbrake
