#include "net/askedproxies.h"

#include "net/proxyfactory.h"
#include "net/proxylogins.h"
#include "net/proxyquestion.h"

#include <utility>

namespace pushbrake {

AskedProxies::AskedProxies(std::optional<QNetworkProxy> proxy)
    : m_proxy(std::move(proxy))
{
}

void AskedProxies::ask(const QUrl& url, Then then)
{
    const std::optional<QNetworkProxy> proxy = proxyFor(url);
    const QString name = proxy ? ProxyLogins::nameOf(*proxy) : QString();
    if (!proxy || m_usable.contains(name)) {
        then(true);
        return;
    }
    std::vector<Then>& waiting = m_waiting[name];
    waiting.push_back(std::move(then));
    if (waiting.size() > 1)
        return;
    auto* question = new ProxyQuestion(*proxy, url, this);
    connect(question, &ProxyQuestion::answered, this, [this, name](bool isKnown) { onAnswered(name, isKnown); });
}

void AskedProxies::onAnswered(const QString& name, bool isKnown)
{
    if (isKnown)
        m_usable.insert(name);
    for (Then& then : std::exchange(m_waiting[name], {}))
        then(isKnown);
}

// Qt speaks CONNECT, and so asks for a login by HTTP, only for what is secure.
std::optional<QNetworkProxy> AskedProxies::proxyFor(const QUrl& url) const
{
    if (url.scheme() != QLatin1String("https"))
        return std::nullopt;
    const QNetworkProxy proxy
        = m_proxy ? *m_proxy : ProxyFactory().queryProxy(QNetworkProxyQuery(url)).value(0, QNetworkProxy::NoProxy);
    return proxy.type() == QNetworkProxy::HttpProxy ? std::optional(proxy) : std::nullopt;
}

} // namespace pushbrake
