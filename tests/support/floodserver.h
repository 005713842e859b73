// A server or proxy of the tests that sends without an end, as fast as the loopback takes it. Owned by the test; serves
// on threads of its own, so that the test's thread may be as busy as it likes.
#pragma once

#include "support/tlsidentity.h"

#include <QByteArray>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace pushbrake {

class FloodServer
{
public:
    struct Script
    {
        QByteArray before; ///< sent once when a request's head has come
        QByteArray endless; ///< sent again and again after it; nothing when empty, and the connection stays open
    };

    /// Speaks TLS with an identity, plain HTTP without one.
    explicit FloodServer(Script script, const TlsIdentity* identity = nullptr);
    ~FloodServer();
    Q_DISABLE_COPY_MOVE(FloodServer)

    quint16 port() const { return m_port; }
    qint64 sent() const { return m_sent; }
    int heads() const { return m_heads; }

private:
    struct Tls;
    void accept();
    void serve(int socket);

    const Script m_script;
    std::unique_ptr<Tls> m_tls;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_ends = false;
    std::atomic<qint64> m_sent = 0;
    std::atomic<int> m_heads = 0;
    std::mutex m_guard; ///< of the two that follow
    std::vector<int> m_sockets;
    std::vector<std::thread> m_servers;
    std::thread m_accepter;
};

} // namespace pushbrake
