// Finds the proxy for a request without telling anybody more than its host: the system's settings and their scripts are
// asked with an address whose path and query, and so the UserSig, were taken away. This computer itself, where the
// practice service is, needs none. Owned by the network access manager.
#pragma once

#include <QNetworkProxyFactory>

#include <functional>

namespace pushbrake {

class ProxyFactory final : public QNetworkProxyFactory
{
public:
    using Ask = std::function<QList<QNetworkProxy>(const QNetworkProxyQuery&)>;

    /// Asks the system; tests hand in another source.
    explicit ProxyFactory(Ask ask = &QNetworkProxyFactory::systemProxyForQuery);

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;

private:
    Ask m_ask;
};

} // namespace pushbrake
