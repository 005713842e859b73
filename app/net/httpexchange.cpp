#include "net/httpexchange.h"

#include "net/certificatename.h"
#include "net/httpdate.h"
#include "net/inflow.h"
#include "net/place.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <algorithm>

namespace pushbrake {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds tickInterval = 250ms;
/// A gap between two ticks that only a process which stood still can show.
constexpr Milliseconds standstill = 1500ms;
/// What an answer that arrived during a standstill is given to be read.
constexpr Milliseconds readingTime = 3000ms;

constexpr int proxyWantsLogin = 407;

NetFault statusFault(int status)
{
    return status >= 300 && status < 400 ? NetFault::Redirected : NetFault::HttpStatus;
}

bool isSecure(const QUrl& url)
{
    return url.scheme() == QLatin1String("https");
}

} // namespace

HttpExchange::HttpExchange(QNetworkReply* reply, std::unique_ptr<OnceBody> body, Milliseconds deadline,
    std::shared_ptr<RefusedHosts> refused, QObject* context, Transport::Done done)
    : QObject(reply)
    , m_reply(reply)
    , m_body(body.release())
    , m_refused(std::move(refused))
    , m_context(context)
    , m_done(std::move(done))
    , m_sentAt(std::chrono::steady_clock::now())
    , m_endsAt(m_sentAt + deadline)
    , m_lastTick(m_sentAt)
{
    m_body->setParent(reply);
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::takeArrived);
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::onFinished);
    connect(reply, &QNetworkReply::sslErrors, this, [this] { m_refused->insert(placeOf(m_reply->url())); });
    connect(reply, &QNetworkReply::encrypted, this, &HttpExchange::onEncrypted);
    connect(&m_tick, &QTimer::timeout, this, &HttpExchange::onTick);
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.start(std::min(tickInterval, deadline));
}

// The thread that would write the request waits until this returns, and hears of an abort before it writes.
void HttpExchange::onEncrypted()
{
    m_isEncrypted = true;
    if (isConnectedToItsHost(*m_reply))
        m_refused->erase(placeOf(m_reply->url()));
    else
        giveUp(NetFault::Certificate);
}

void HttpExchange::takeArrived()
{
    read();
    if (m_answer.size() > Inflow::largestBody)
        giveUp(NetFault::TooLarge);
}

void HttpExchange::read()
{
    const QByteArray part = m_reply->readAll();
    m_answer += part;
    Q_EMIT bodyArrived(part.size());
}

void HttpExchange::onTick()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    if (now - m_lastTick > standstill)
        m_endsAt = std::max(m_endsAt, now + readingTime);
    m_lastTick = now;
    if (now >= m_endsAt)
        giveUp(NetFault::Deadline);
}

void HttpExchange::giveUp(NetFault why)
{
    if (m_isFinished || m_gaveUp != NetFault::None)
        return;
    m_gaveUp = why;
    m_reply->abort();
}

void HttpExchange::onFinished()
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_endedAt = std::chrono::steady_clock::now();
    m_tick.stop();
    if (m_gaveUp == NetFault::None)
        read();
    if (m_answer.size() > Inflow::largestBody) {
        m_gaveUp = NetFault::TooLarge;
        m_answer.clear();
    }
    Q_EMIT ended();
    // Later, since an abort ends a reply from inside the call, and what ends several replies is told of one of them.
    QMetaObject::invokeMethod(this, &HttpExchange::report, Qt::QueuedConnection);
}

void HttpExchange::report()
{
    m_reply->deleteLater();
    if (m_context)
        m_done(outcome());
}

// What came before the request was written, or without its being written, is the answer to something else. A proxy is
// the exception: it answers before anything is sent through it.
bool HttpExchange::isAnswer() const
{
    return m_body->wasReadToTheEnd() || isProxysQuestion();
}

bool HttpExchange::isThrough() const
{
    return isSecure(m_reply->url()) && (m_isEncrypted || m_body->wasRead());
}

// Where TLS is spoken, a proxy's question comes before it and has no status here: one with a status is the service's.
bool HttpExchange::isProxysQuestion() const
{
    return status() == proxyWantsLogin && !isSecure(m_reply->url()) && goesThroughProxy();
}

int HttpExchange::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

HttpOutcome HttpExchange::outcome() const
{
    HttpOutcome result;
    result.bodyRead = m_body->wasRead();
    result.roundTrip = std::chrono::duration_cast<Milliseconds>(m_endedAt - m_sentAt);
    if (isAnswer()) {
        result.httpStatus = status();
        result.body = m_answer;
        result.serverDate = httpDate(m_reply->rawHeader("Date"));
    }
    result.fault = fault(result.httpStatus);
    return result;
}

NetFault HttpExchange::fault(int httpStatus) const
{
    if (m_gaveUp != NetFault::None)
        return m_gaveUp;
    if (isProxysQuestion())
        return NetFault::ProxyLogin;
    if (httpStatus != 0 && httpStatus != 200)
        return statusFault(httpStatus);
    if (m_reply->error() != QNetworkReply::NoError)
        return errorFault(m_reply->error());
    return httpStatus == 200 && isWhole() ? NetFault::None : NetFault::Dropped;
}

NetFault HttpExchange::errorFault(QNetworkReply::NetworkError error) const
{
    switch (error) {
    case QNetworkReply::HostNotFoundError: return NetFault::HostNotFound;
    case QNetworkReply::ConnectionRefusedError: return NetFault::Refused;
    case QNetworkReply::SslHandshakeFailedError:
        return m_refused->contains(placeOf(m_reply->url())) ? NetFault::Certificate : NetFault::TlsFailed;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return isThrough() || status() != 0 ? NetFault::Dropped : NetFault::ProxyLogin;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError: return NetFault::ProxyFailed;
    case QNetworkReply::OperationCanceledError: return NetFault::Stopped;
    case QNetworkReply::TimeoutError: return NetFault::Deadline;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        // Qt has one word for a proxy that refuses, for no route to the host, and for a connection that broke later.
        if (m_body->wasRead())
            return NetFault::Dropped;
        return goesThroughProxy() ? NetFault::ProxyFailed : NetFault::NoNetwork;
    default:
        // Ends of connections and answers that are not HTTP.
        return NetFault::Dropped;
    }
}

bool HttpExchange::goesThroughProxy() const
{
    const QNetworkAccessManager& network = *m_reply->manager();
    QList<QNetworkProxy> proxies { network.proxy() };
    if (QNetworkProxyFactory* factory = network.proxyFactory())
        proxies = factory->queryProxy(QNetworkProxyQuery(m_reply->url()));
    return std::any_of(proxies.cbegin(), proxies.cend(), [](const QNetworkProxy& proxy) {
        return proxy.type() != QNetworkProxy::NoProxy && proxy.type() != QNetworkProxy::DefaultProxy;
    });
}

bool HttpExchange::isWhole() const
{
    // A body that ends with the connection may have been cut: Qt does not tell a proper end from a reset.
    if (!m_reply->hasRawHeader("Content-Length"))
        return m_reply->rawHeader("Transfer-Encoding").toLower().contains("chunked");
    // Two different lengths are joined with a comma and so are no number.
    bool isNumber = false;
    const qint64 length = m_reply->rawHeader("Content-Length").toLongLong(&isNumber);
    return isNumber && length == m_answer.size();
}

} // namespace pushbrake
