#include "support/rawserver.h"

#include <QRegularExpression>
#include <QSslSocket>
#include <QTimer>

#include <memory>

#include <sys/socket.h>

namespace pushbrake {

namespace {

qsizetype announcedLength(const QByteArray& head)
{
    static const QRegularExpression line(
        QStringLiteral("\r\nContent-Length: *([0-9]+)\r\n"), QRegularExpression::CaseInsensitiveOption);
    return line.match(QString::fromLatin1(head)).captured(1).toLongLong();
}

} // namespace

RawServer::RawServer(Answer answer, const QSslCertificate& certificate, const QSslKey& key)
    : m_answer(std::move(answer))
    , m_certificate(certificate)
    , m_key(key)
{
    listen(QHostAddress::LocalHost);
}

QUrl RawServer::url(const QString& host) const
{
    QUrl url(QStringLiteral("https://host/v4/timpush/delete_sched_task?usersig=secretsignature"));
    url.setScheme(m_certificate.isNull() ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(host);
    url.setPort(serverPort());
    return url;
}

void RawServer::present(const QSslCertificate& certificate, const QSslKey& key, std::chrono::milliseconds wait)
{
    m_certificate = certificate;
    m_key = key;
    m_wait = wait;
}

void RawServer::close(QSslSocket& socket)
{
    socket.disconnectFromHost();
}

void RawServer::reset(QSslSocket& socket)
{
    const linger atOnce { 1, 0 };
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    socket.abort();
}

QByteArray RawServer::okAnswer(const QByteArray& body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: Mon, 23 Nov 2026 03:04:05 GMT\r\n"
           "Content-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void RawServer::incomingConnection(qintptr descriptor)
{
    if (m_wait.count() > 0)
        QTimer::singleShot(m_wait, this, [this, descriptor] { serve(descriptor); });
    else
        serve(descriptor);
}

void RawServer::serve(qintptr descriptor)
{
    auto* socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    ++m_connections;
    ++m_open;
    connect(socket, &QSslSocket::disconnected, this, [this, socket] {
        --m_open;
        socket->deleteLater();
    });
    connect(socket, &QSslSocket::readyRead, this, [this, socket, arrived = std::make_shared<QByteArray>()] {
        const QByteArray part = socket->readAll();
        m_bytesTaken += part.size();
        *arrived += part;
        while (takeOne(*socket, *arrived)) { }
    });
    if (m_certificate.isNull())
        return;
    socket->setLocalCertificate(m_certificate);
    socket->setPrivateKey(m_key);
    socket->startServerEncryption();
}

bool RawServer::takeOne(QSslSocket& socket, QByteArray& arrived)
{
    const qsizetype headSize = arrived.indexOf("\r\n\r\n") + 4;
    if (headSize < 4)
        return false;
    const qsizetype bodySize = announcedLength(arrived.left(headSize));
    if (arrived.size() < headSize + bodySize)
        return false;
    m_lastHead = arrived.left(headSize);
    m_lastBody = arrived.mid(headSize, bodySize);
    arrived.remove(0, headSize + bodySize);
    if (m_lastHead.startsWith("POST "))
        ++m_posts;
    m_answer(socket, ++m_requests);
    return socket.state() == QAbstractSocket::ConnectedState;
}

} // namespace pushbrake
