// Posts over HTTPS, each request at most once whatever breaks, and follows, caches, remembers and asks nothing. More
// than an answer of 1 MiB and 64 KiB before its body is taken from nobody, in no phase of a connection (on Linux). What
// changes something goes on a connection that nothing else used, so that no other request's answer can be taken for
// its. Owned by Program or a test tool; lives on the window's thread and must outlive whoever waits for an answer. A
// request that was posted runs to its end even when nobody waits for it any more.
#pragma once

#include "net/httpexchange.h"
#include "net/transport.h"

#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <map>
#include <memory>
#include <optional>

namespace pushbrake {

class AskedProxies;
class InflowWatch;
class KeptConnections;
class OwnConnections;
class ProxyLogins;

struct HttpOptions
{
    QList<QSslCertificate> extraAuthorities; ///< trusted beside the system's
    std::optional<QNetworkProxy> proxy; ///< the system's settings when absent
    ProxyLogins* proxyLogins = nullptr; ///< without it a proxy that asks for a login ends each request
};

class HttpTransport final : public Transport
{
public:
    explicit HttpTransport(HttpOptions options = {});
    ~HttpTransport() override;

    /// Plain HTTP leaves for the loopback only; any other plain address ends as Stopped with nothing sent.
    void post(HttpRequest request, QObject* context, Done done) override;

private:
    void prepare();
    std::unique_ptr<QNetworkAccessManager> makeNetwork();
    bool isAskedByProxy(const QNetworkProxy& proxy, const QNetworkAccessManager* network) const;
    void send(HttpRequest request, QObject* context, Done done);
    void endAll();
    Done watched(HttpRequest request, Done done);
    QNetworkRequest networkRequest(const HttpRequest& request) const;

    HttpOptions m_options;
    std::map<const QObject*, QPointer<HttpExchange>> m_exchanges; ///< the last one of each network access manager
    // All are made for the first request: loading TLS takes a tenth of the program's start.
    std::optional<QSslConfiguration> m_tls;
    std::unique_ptr<KeptConnections> m_kept;
    std::unique_ptr<OwnConnections> m_own;
    std::unique_ptr<InflowWatch> m_inflow;
    std::unique_ptr<AskedProxies> m_proxies;
    std::shared_ptr<RefusedHosts> m_refused = std::make_shared<RefusedHosts>();
};

} // namespace pushbrake
