#include "net/httptransport.h"

#include "domain/region.h"
#include "net/httpexchange.h"
#include "net/oncebody.h"
#include "net/proxyfactory.h"
#include "net/proxylogins.h"

#include <QAuthenticator>
#include <QNetworkReply>
#include <QTimer>

namespace pushbrake {

namespace {

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

void HttpTransport::prepare()
{
    m_tls = tlsWith(m_options.extraAuthorities);
    m_network = std::make_unique<QNetworkAccessManager>();
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (m_options.proxy)
        m_network->setProxy(*m_options.proxy);
    else
        m_network->setProxyFactory(new ProxyFactory);
    if (ProxyLogins* logins = m_options.proxyLogins) {
        QObject::connect(m_network.get(), &QNetworkAccessManager::proxyAuthenticationRequired, logins,
            [logins](const QNetworkProxy& proxy, QAuthenticator* question) { logins->answer(proxy, *question); });
    }
}

void HttpTransport::post(HttpRequest request, QObject* context, Done done)
{
    if (!mayLeave(request.url)) {
        QTimer::singleShot(0, context, [done = std::move(done)]() mutable {
            HttpOutcome refused;
            refused.fault = NetFault::Stopped;
            done(refused);
        });
        return;
    }
    if (!m_network)
        prepare();
    auto body = std::make_unique<OnceBody>(request.body);
    QNetworkReply* reply = m_network->post(networkRequest(request), body.get());
    if (ProxyLogins* logins = m_options.proxyLogins) {
        done = [logins, then = std::move(done)](const HttpOutcome& outcome) mutable {
            if (outcome.httpStatus != 0 && outcome.fault != NetFault::ProxyLogin)
                logins->cameThrough();
            then(outcome);
        };
    }
    // The exchange and the body belong to the reply, so that they live exactly as long as it may touch them.
    new HttpExchange(reply, std::move(body), request.deadline, context, std::move(done));
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
