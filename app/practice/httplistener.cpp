#include "practice/httplistener.h"

#include <QHttpServerRequest>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpSocket>

namespace pushbrake {

// Tells the listener of each connection before Qt HttpServer takes it.
template<typename Server> class HttpListener::Noting : public Server
{
public:
    explicit Noting(HttpListener& listener)
        : Server(&listener)
        , m_listener(listener)
    {
    }

    QTcpSocket* nextPendingConnection() override
    {
        QTcpSocket* socket = Server::nextPendingConnection();
        if (socket)
            m_listener.note(socket);
        return socket;
    }

private:
    HttpListener& m_listener;
};

template<typename Server> quint16 HttpListener::start(Noting<Server>* server, quint16 port)
{
    if (!server->listen(QHostAddress::LocalHost, port))
        return 0;
    bind(server);
    return server->serverPort();
}

quint16 HttpListener::listenPlain(quint16 port)
{
    return start(new Noting<QTcpServer>(*this), port);
}

quint16 HttpListener::listenTls(const QSslConfiguration& configuration, quint16 port)
{
    auto* server = new Noting<QSslServer>(*this);
    server->setSslConfiguration(configuration);
    return start(server, port);
}

void HttpListener::note(QTcpSocket* socket)
{
    m_sockets.removeIf([](const auto& entry) { return entry.value().isNull(); });
    m_sockets.insert(socket->peerPort(), socket);
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
// A responder that goes unused writes nothing; it only lets the next request of its connection be read.
QTcpSocket* HttpListener::socketOf(const QHttpServerRequest& request, AnswerWay) const
{
    return m_sockets.value(request.remotePort());
}
#else
QTcpSocket* HttpListener::socketOf(const QHttpServerRequest&, AnswerWay way) const
{
    return way;
}
#endif

bool HttpListener::handleRequest(const QHttpServerRequest& request, AnswerWay way)
{
    auto* socket = socketOf(request, way);
    return socket && take(request, *socket);
}

void HttpListener::missingHandler(const QHttpServerRequest& request, MissingWay way)
{
    if (auto* socket = socketOf(request, way))
        refuse(*socket);
}

} // namespace pushbrake
