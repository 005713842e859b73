#include "net/httptransport.h"

#include "domain/region.h"
#include "net/askedproxies.h"
#include "net/inflowwatch.h"
#include "net/keptconnections.h"
#include "net/oncebody.h"
#include "net/ownconnections.h"
#include "net/proxyfactory.h"
#include "net/proxylogins.h"

#include <QAuthenticator>
#include <QCoreApplication>
#include <QNetworkReply>
#include <QTimer>

namespace pushbrake {

namespace {

HttpOutcome notSent(NetFault why)
{
    HttpOutcome outcome;
    outcome.fault = why;
    return outcome;
}

bool mayLeave(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    return url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isLoopback(url.host()));
}

QSslConfiguration tlsWith(const QList<QSslCertificate>& extraAuthorities)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    // Even an empty list would end the system's authorities: Qt looks them up by need, and no more once any are given.
    if (!extraAuthorities.isEmpty())
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + extraAuthorities);
    return tls;
}

} // namespace

HttpTransport::HttpTransport(HttpOptions options)
    : m_options(std::move(options))
{
}

HttpTransport::~HttpTransport() = default;

void HttpTransport::prepare()
{
    m_tls = tlsWith(m_options.extraAuthorities);
    m_kept = std::make_unique<KeptConnections>([this] { return makeNetwork(); });
    m_own = std::make_unique<OwnConnections>([this] { return makeNetwork(); }, *m_tls);
    m_proxies = std::make_unique<AskedProxies>(m_options.proxy);
    m_inflow = std::make_unique<InflowWatch>([this] { return m_own->ready(); });
    QObject::connect(m_inflow.get(), &InflowWatch::flooded, m_inflow.get(), [this] { endAll(); });
}

// Nothing tells which connection it came on. What was open is not known then, and looked up by whoever asked for it.
void HttpTransport::endAll()
{
    m_own->dropReady();
    m_kept->dropIdle();
    const auto exchanges = m_exchanges; // ending one may take it away
    for (const auto& [network, exchange] : exchanges) {
        if (exchange)
            exchange->endFlooded();
    }
}

std::unique_ptr<QNetworkAccessManager> HttpTransport::makeNetwork()
{
    auto network = std::make_unique<QNetworkAccessManager>();
    network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (m_options.proxy)
        network->setProxy(*m_options.proxy);
    else
        network->setProxyFactory(new ProxyFactory);
    if (ProxyLogins* logins = m_options.proxyLogins) {
        QObject::connect(network.get(), &QNetworkAccessManager::proxyAuthenticationRequired, logins,
            [this, logins, asker = network.get()](const QNetworkProxy& proxy, QAuthenticator* question) {
                if (isAskedByProxy(proxy, asker))
                    logins->answer(proxy, *question, asker);
            });
    }
    QObject::connect(
        network.get(), &QObject::destroyed, network.get(), [this](QObject* gone) { m_exchanges.erase(gone); });
    return network;
}

// Qt passes on a service's 407 as if a proxy had said it, the one that there is or one without a name.
bool HttpTransport::isAskedByProxy(const QNetworkProxy& proxy, const QNetworkAccessManager* network) const
{
    if (proxy.hostName().isEmpty())
        return false;
    const auto exchange = m_exchanges.find(network);
    return exchange == m_exchanges.end() || !exchange->second || !exchange->second->isThrough();
}

void HttpTransport::post(HttpRequest request, QObject* context, Done done)
{
    if (!mayLeave(request.url)) {
        QTimer::singleShot(0, context, [done = std::move(done)]() mutable { done(notSent(NetFault::Stopped)); });
        return;
    }
    if (!m_kept)
        prepare();
    const QUrl url = request.url;
    m_proxies->ask(url,
        [this, request = std::move(request), waiting = QPointer(context), done = std::move(done)](
            bool isUsable) mutable {
            if (isUsable)
                send(std::move(request), waiting, std::move(done));
            else if (waiting)
                done(notSent(NetFault::ProxyScheme));
        });
}

void HttpTransport::send(HttpRequest request, QObject* context, Done done)
{
    auto body = std::make_unique<OnceBody>(request.body);
    QNetworkAccessManager* network = request.ownConnection ? m_own->take(request.url) : m_kept->take(request.url);
    QNetworkReply* reply = network->post(networkRequest(request), body.get());
    if (request.ownConnection)
        QObject::connect(reply, &QObject::destroyed, network, &QObject::deleteLater);
    else
        m_kept->watch(reply);
    const Milliseconds deadline = request.deadline;
    // The exchange and the body belong to the reply, so that they live exactly as long as it may touch them.
    auto* exchange = new HttpExchange(
        reply, std::move(body), deadline, m_refused, context, watched(std::move(request), std::move(done)));
    m_exchanges[network] = exchange;
    m_inflow->follow(exchange);
    // Qt makes the connection in the next turn of the event loop only, for which a busy window may take long. What is
    // sent over it waits for that all the same.
    QCoreApplication::sendPostedEvents(reply, QEvent::MetaCall);
}

// What the transport itself learns from an answer.
Transport::Done HttpTransport::watched(HttpRequest request, Done done)
{
    return [this, url = std::move(request.url), own = request.ownConnection, then = std::move(done)](
               const HttpOutcome& outcome) mutable {
        if (outcome.fault == NetFault::ProxyFailed || outcome.fault == NetFault::ProxyLogin)
            m_proxies->forget();
        const bool came = outcome.httpStatus != 0 && outcome.fault != NetFault::ProxyLogin;
        if (m_options.proxyLogins && outcome.fault == NetFault::ProxyLogin)
            m_options.proxyLogins->turnedAway();
        else if (m_options.proxyLogins && came)
            m_options.proxyLogins->cameThrough();
        if (came && own)
            m_own->makeReady(url);
        then(outcome);
    };
}

QNetworkRequest HttpTransport::networkRequest(const HttpRequest& request) const
{
    QNetworkRequest result(request.url);
    result.setSslConfiguration(*m_tls);
    result.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    result.setRawHeader(QByteArrayLiteral("Accept-Encoding"), QByteArrayLiteral("identity"));
    // Debian's Qt lacks later fixes of its HTTP/2 code.
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return result;
}

} // namespace pushbrake
