// Connections that carry one request after another. Each network access manager here has one request at a time, so that
// each of its connections has a request waiting for its handshake: one without is never told of, and its certificate's
// name would go unchecked. One that carries nothing for ten seconds is closed: nobody looks at what comes on it later.
// Owned by HttpTransport.
#pragma once

#include "domain/clock.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QString>
#include <QUrl>

#include <deque>
#include <functional>
#include <memory>

namespace pushbrake {

class KeptConnections : public QObject
{
public:
    using Make = std::function<std::unique_ptr<QNetworkAccessManager>()>;

    /// `make` gives a manager with the proxies of the transport.
    explicit KeptConnections(Make make);

    /// A manager without a request, with a connection to there if there is one. It stays this object's.
    QNetworkAccessManager* take(const QUrl& url);
    /// Takes the manager back when this reply, the only one of it, has ended.
    void watch(QNetworkReply* reply);
    void dropIdle();

private:
    struct Idle
    {
        QString place;
        QNetworkAccessManager* network;
        SteadyTime since;
    };

    void onFinished(QNetworkReply* reply);
    void dropOldest();
    void dropOld();

    Make m_make;
    std::deque<Idle> m_idle; ///< the one that waits longest first
};

} // namespace pushbrake
