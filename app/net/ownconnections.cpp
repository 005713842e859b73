#include "net/ownconnections.h"

#include "net/certificatename.h"
#include "net/place.h"

#include <QNetworkReply>
#include <QTimer>

#include <algorithm>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {

// At five a second and 160 ms of way in both directions two are in the making while one is used.
constexpr std::ptrdiff_t mostReady = 3;
// Gateways answer a connection that stays silent with 408 after five seconds and more: none may wait so long.
constexpr Milliseconds longestReady = 3s;
} // namespace

OwnConnections::OwnConnections(Make make, QSslConfiguration tls)
    : m_make(std::move(make))
    , m_tls(std::move(tls))
{
}

QNetworkAccessManager* OwnConnections::take(const QUrl& url)
{
    dropOld();
    const auto ready = std::find_if(
        m_ready.begin(), m_ready.end(), [place = placeOf(url)](const Ready& one) { return one.place == place; });
    std::unique_ptr<QNetworkAccessManager> network;
    if (ready == m_ready.end()) {
        network = m_make();
    } else {
        network = std::move(ready->network);
        m_ready.erase(ready);
    }
    network->setParent(this);
    return network.release();
}

void OwnConnections::makeReady(const QUrl& url)
{
    const QString place = placeOf(url);
    while (std::count_if(m_ready.begin(), m_ready.end(), [&place](const Ready& one) { return one.place == place; })
        < mostReady) {
        m_ready.push_back({ place, m_make(), std::chrono::steady_clock::now() });
        QNetworkAccessManager& network = *m_ready.back().network;
        connect(&network, &QNetworkAccessManager::encrypted, &network, &OwnConnections::check);
        if (url.scheme() == QLatin1String("https"))
            network.connectToHostEncrypted(url.host(), quint16(url.port(443)), m_tls);
        else
            network.connectToHost(url.host(), quint16(url.port(80)));
        // A little later: one that comes too soon would drop nothing, and nothing else would.
        QTimer::singleShot(longestReady + 100ms, Qt::PreciseTimer, this, &OwnConnections::dropOld);
    }
}

// Making ready is a reply of its own, hidden, which has the handshake; the request that takes the connection later is
// told of none. One that came too early for that has its handshake itself, and its exchange checks it.
void OwnConnections::check(QNetworkReply* reply)
{
    if (reply->operation() != QNetworkAccessManager::PostOperation && !isConnectedToItsHost(*reply))
        reply->abort();
}

void OwnConnections::dropOld()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    std::erase_if(m_ready, [now](const Ready& one) { return now - one.madeAt >= longestReady; });
}

} // namespace pushbrake
