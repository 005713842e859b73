// Connections that carry one request each: a network access manager of its own for each, since a manager keeps its
// connections and hands them on. Where an answer came, the next few are made ready, so that a request need not wait for
// the handshakes. Owned by HttpTransport.
#pragma once

#include "domain/clock.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>

#include <deque>
#include <functional>
#include <memory>

namespace pushbrake {

class OwnConnections : public QObject
{
public:
    using Make = std::function<std::unique_ptr<QNetworkAccessManager>()>;

    /// `make` gives a manager with the proxies of the transport.
    OwnConnections(Make make, QSslConfiguration tls);

    /// A manager that nothing else used or will use. It is this object's until then, and to
    /// be deleted when its reply is gone.
    QNetworkAccessManager* take(const QUrl& url);
    /// An answer came from there: the next requests will want to go there too.
    void makeReady(const QUrl& url);
    /// How many wait for a request.
    int ready() const { return int(m_ready.size()); }
    void dropReady() { m_ready.clear(); }

private:
    struct Ready
    {
        QString place;
        std::unique_ptr<QNetworkAccessManager> network;
        SteadyTime madeAt;
    };

    static void check(QNetworkReply* reply);
    void dropOld();

    Make m_make;
    QSslConfiguration m_tls;
    std::deque<Ready> m_ready; ///< the oldest first
};

} // namespace pushbrake
