#include "net/proxyfactory.h"

#include <QUrl>

namespace pushbrake {

ProxyFactory::ProxyFactory(Ask ask)
    : m_ask(std::move(ask))
{
}

QList<QNetworkProxy> ProxyFactory::queryProxy(const QNetworkProxyQuery& query)
{
    QUrl address;
    address.setScheme(query.url().scheme());
    address.setHost(query.peerHostName());
    address.setPort(query.url().port());
    address.setPath(QStringLiteral("/"));
    return m_ask(QNetworkProxyQuery(address, query.queryType()));
}

} // namespace pushbrake
