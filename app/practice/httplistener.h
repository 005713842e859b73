// The HTTP parser of the practice service: hands on each request together with the socket it came in on, since faults
// are made on the socket. Owned by PracticeService. The only place that knows Qt HttpServer, whose interface changed in
// 6.5 (a responder took the socket's place) and in 6.8 (a server is bound, no longer listened with).
#pragma once

#include <QAbstractHttpServer>
#include <QHash>
#include <QPointer>

class QSslConfiguration;
class QTcpSocket;

namespace pushbrake {

class HttpListener : public QAbstractHttpServer
{
    Q_OBJECT
public:
    using QAbstractHttpServer::QAbstractHttpServer;

    /// Port listened on, on 127.0.0.1 only, or 0 when none could be had.
    quint16 listenPlain(quint16 port);
    quint16 listenTls(const QSslConfiguration& configuration, quint16 port);

protected:
    /// Whoever returns true answers on the socket by itself, now or later.
    virtual bool take(const QHttpServerRequest& request, QTcpSocket& socket) = 0;
    /// What nobody took.
    virtual void refuse(QTcpSocket& socket) = 0;

private:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    using AnswerWay = QHttpServerResponder&;
    using MissingWay = QHttpServerResponder&;
#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    using AnswerWay = QHttpServerResponder&;
    using MissingWay = QHttpServerResponder&&;
#else
    using AnswerWay = QTcpSocket*;
    using MissingWay = QTcpSocket*;
#endif
    bool handleRequest(const QHttpServerRequest& request, AnswerWay way) final;
    void missingHandler(const QHttpServerRequest& request, MissingWay way) final;
    QTcpSocket* socketOf(const QHttpServerRequest& request, AnswerWay way) const;

    template<typename Server> class Noting;
    template<typename Server> quint16 start(Noting<Server>* server, quint16 port);
    void note(QTcpSocket* socket);

    QHash<quint16, QPointer<QTcpSocket>> m_sockets; ///< by the caller's port
};

} // namespace pushbrake
