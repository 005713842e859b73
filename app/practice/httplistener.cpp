#include "practice/httplistener.h"

#include "practice/peerowner.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpSocket>

namespace pushbrake {

// Asks the listener before a byte is read and before any handshake.
template<typename Server> class HttpListener::Door : public Server
{
public:
    explicit Door(HttpListener& listener)
        : Server(&listener)
        , m_listener(listener)
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        if (m_listener.letsIn(descriptor, *this))
            Server::incomingConnection(descriptor);
    }

private:
    HttpListener& m_listener;
};

HttpListener::HttpListener(const HttpLimits& limits, QObject* parent)
    : QObject(parent)
    , m_limits(limits)
{
}

template<typename Server> quint16 HttpListener::start(Door<Server>* server, quint16 port)
{
    connect(server, &QTcpServer::pendingConnectionAvailable, this, [this, server] { welcome(*server); });
    return server->listen(QHostAddress::LocalHost, port) ? server->serverPort() : 0;
}

quint16 HttpListener::listenPlain(quint16 port)
{
    return start(new Door<QTcpServer>(*this), port);
}

quint16 HttpListener::listenTls(const QSslConfiguration& configuration, quint16 port)
{
    auto* server = new Door<QSslServer>(*this);
    server->setSslConfiguration(configuration);
    return start(server, port);
}

bool HttpListener::letsIn(qintptr descriptor, const QTcpServer& server) const
{
    // Every socket is the server's child from the start of its handshake until it has closed.
    const auto open = server.findChildren<QTcpSocket*>(QString(), Qt::FindDirectChildrenOnly).size();
    if (open < m_limits.connections && isOwnProcess(descriptor) != IsOwnProcess::No)
        return true;
    QTcpSocket unwanted;
    unwanted.setSocketDescriptor(descriptor);
    unwanted.abort();
    return false;
}

void HttpListener::welcome(QTcpServer& server)
{
    while (QTcpSocket* socket = server.nextPendingConnection()) {
        auto* connection = new HttpConnection(*socket, m_limits);
        connect(connection, &HttpConnection::requested, this,
            [this, connection](const ReceivedRequest& request) { take(request, *connection); });
    }
}

} // namespace pushbrake
