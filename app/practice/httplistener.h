// The door of the practice service: listens on 127.0.0.1, lets in the processes of this user only and so many at once,
// and reads their requests. Owned by PracticeService. Takes its callers' connections down with itself.
#pragma once

#include "practice/httpconnection.h"

#include <QObject>

class QSslConfiguration;
class QTcpServer;

namespace pushbrake {

class HttpListener : public QObject
{
    Q_OBJECT
public:
    explicit HttpListener(const HttpLimits& limits, QObject* parent = nullptr);

    /// Port listened on, on 127.0.0.1 only, or 0 when none could be had.
    quint16 listenPlain(quint16 port);
    quint16 listenTls(const QSslConfiguration& configuration, quint16 port);

protected:
    /// Answers on the connection by itself, now or later.
    virtual void take(const ReceivedRequest& request, HttpConnection& connection) = 0;

private:
    template<typename Server> class Door;
    template<typename Server> quint16 start(Door<Server>* server, quint16 port);
    bool letsIn(qintptr descriptor, const QTcpServer& server) const;
    void welcome(QTcpServer& server);

    const HttpLimits m_limits;
};

} // namespace pushbrake
