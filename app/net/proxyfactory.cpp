#include "net/proxyfactory.h"

#include "domain/region.h"

#include <QUrl>

namespace pushbrake {

ProxyFactory::ProxyFactory(Ask ask)
    : m_ask(std::move(ask))
{
}

QList<QNetworkProxy> ProxyFactory::queryProxy(const QNetworkProxyQuery& query)
{
    // What stays on this computer has no business with a proxy, which would see the whole of a plain request.
    if (isLoopback(query.peerHostName()))
        return { QNetworkProxy(QNetworkProxy::NoProxy) };
    QUrl address;
    // A connection that is made ready has a scheme of Qt's own, which no proxy's script knows.
    address.setScheme(query.url().scheme().remove(QStringLiteral("preconnect-")));
    address.setHost(query.peerHostName());
    address.setPort(query.url().port());
    address.setPath(QStringLiteral("/"));
    return m_ask(QNetworkProxyQuery(address, query.queryType()));
}

} // namespace pushbrake
