#include "net/proxyquestion.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace pushbrake {

namespace {

constexpr std::chrono::seconds patience { 5 };
constexpr qsizetype longestHead = 16 * 1024;
const QByteArray endOfHead = QByteArrayLiteral("\r\n\r\n");

/// What comes first in the value is a scheme; others may follow after commas, and parameters too.
bool names(const QByteArray& challenges, const char* scheme)
{
    const QByteArrayList parts = challenges.split(',');
    return std::any_of(parts.cbegin(), parts.cend(),
        [scheme](const QByteArray& part) { return part.trimmed().split(' ').first().toLower() == scheme; });
}

} // namespace

bool isLoginKnown(const QByteArray& head)
{
    const QByteArrayList lines = head.split('\n');
    const QByteArrayList status = lines.first().trimmed().split(' ');
    if (status.size() < 2 || status.at(1) != "407")
        return true;
    QByteArray challenges;
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == "proxy-authenticate")
            challenges += line.mid(colon + 1).trimmed() + ',';
    }
    // Qt 6.4 prefers Digest to NTLM, NTLM to Negotiate, and that to Basic.
    if (challenges.isEmpty() || names(challenges, "digest"))
        return true;
    return names(challenges, "basic") && !names(challenges, "ntlm") && !names(challenges, "negotiate");
}

ProxyQuestion::ProxyQuestion(const QNetworkProxy& proxy, const QUrl& url, QObject* parent)
    : QObject(parent)
{
    const QByteArray place = url.host(QUrl::FullyEncoded).toLatin1() + ':' + QByteArray::number(url.port(443));
    connect(&m_socket, &QTcpSocket::connected, this,
        [this, place] { m_socket.write("CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n\r\n"); });
    connect(&m_socket, &QTcpSocket::readyRead, this, &ProxyQuestion::read);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { end(true); });
    connect(&m_patience, &QTimer::timeout, this, [this] { end(true); });
    m_patience.start(patience);
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setReadBufferSize(longestHead);
    m_socket.connectToHost(proxy.hostName(), proxy.port());
}

void ProxyQuestion::read()
{
    const QByteArray came = m_socket.peek(longestHead);
    const qsizetype end = came.indexOf(endOfHead);
    if (end >= 0)
        this->end(isLoginKnown(came.left(end + endOfHead.size())));
    else if (came.size() == longestHead)
        this->end(true);
}

void ProxyQuestion::end(bool isKnown)
{
    if (std::exchange(m_isOver, true))
        return;
    m_socket.abort();
    deleteLater();
    Q_EMIT answered(isKnown);
}

} // namespace pushbrake
