#include "net/keptconnections.h"

#include "net/inflowwatch.h"
#include "net/place.h"

#include <QNetworkReply>
#include <QTimer>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr std::size_t mostIdle = 6;
constexpr Milliseconds longestIdle = InflowWatch::watchful - Milliseconds(200);

} // namespace

KeptConnections::KeptConnections(Make make)
    : m_make(std::move(make))
{
}

QNetworkAccessManager* KeptConnections::take(const QUrl& url)
{
    // The one that was used last: its connection is the least likely to have been closed meanwhile.
    const auto idle = std::find_if(
        m_idle.rbegin(), m_idle.rend(), [place = placeOf(url)](const Idle& one) { return one.place == place; });
    if (idle != m_idle.rend()) {
        QNetworkAccessManager* network = idle->network;
        m_idle.erase(std::next(idle).base());
        return network;
    }
    std::unique_ptr<QNetworkAccessManager> network = m_make();
    network->setParent(this);
    return network.release();
}

void KeptConnections::watch(QNetworkReply* reply)
{
    connect(reply, &QNetworkReply::finished, this, [this, reply] { onFinished(reply); });
}

void KeptConnections::onFinished(QNetworkReply* reply)
{
    QNetworkAccessManager* network = reply->manager();
    // A request that was given up, or never got an answer, may leave a connection behind whose handshake is still to
    // come, with nobody to check it.
    const bool wasAnswered = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 0
        && reply->error() != QNetworkReply::OperationCanceledError;
    if (!wasAnswered) {
        connect(reply, &QObject::destroyed, network, &QObject::deleteLater);
        return;
    }
    m_idle.push_back({ placeOf(reply->url()), network, std::chrono::steady_clock::now() });
    if (m_idle.size() > mostIdle)
        dropOldest();
    // A little later: one that comes too soon would drop nothing, and nothing else would.
    QTimer::singleShot(longestIdle + Milliseconds(100), Qt::PreciseTimer, this, &KeptConnections::dropOld);
}

void KeptConnections::dropIdle()
{
    while (!m_idle.empty())
        dropOldest();
}

void KeptConnections::dropOldest()
{
    // After what its request still has to report, even when the loop takes what is to be deleted first.
    QMetaObject::invokeMethod(m_idle.front().network, &QObject::deleteLater, Qt::QueuedConnection);
    m_idle.pop_front();
}

void KeptConnections::dropOld()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    while (!m_idle.empty() && now - m_idle.front().since >= longestIdle)
        dropOldest();
}

} // namespace pushbrake
