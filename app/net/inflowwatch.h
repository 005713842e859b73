// Looks every 20 ms at what the network brings while requests are open, and a while longer for the connections that are
// kept or made ready, and says when it is more than anybody wants. Owned by HttpTransport.
#pragma once

#include "net/inflow.h"
#include "net/socketbytes.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace pushbrake {

class HttpExchange;

class InflowWatch : public QObject
{
    Q_OBJECT
public:
    /// How long after the last request's end it looks on; no connection may be kept without one for longer.
    static constexpr Milliseconds watchful { 10'000 };

    /// `ready` tells how many connections wait for a request that have not carried one.
    explicit InflowWatch(std::function<int()> ready);

    /// From now until its end the exchange's request is an open one.
    void follow(HttpExchange* exchange);

Q_SIGNALS:
    /// Whatever is open has to be closed. Emitted from a timer, never from inside a call.
    void flooded();

private:
    void look();

    std::function<int()> m_ready;
    SocketBytes m_sockets;
    Inflow m_inflow;
    QTimer m_timer;
    int m_open = 0;
    int m_ended = 0; ///< since the last look
    qint64 m_body = 0; ///< bytes read since the last look
    SteadyTime m_lastEnd;
};

} // namespace pushbrake
