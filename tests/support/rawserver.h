// A server of the tests that counts the POSTs whose whole body arrived and then does with the connection whatever the
// test says, well-formed or not. Owned by the test; with a certificate it speaks TLS, without one plain HTTP.
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <functional>

class QSslSocket;

namespace pushbrake {

class RawServer final : public QTcpServer
{
    Q_OBJECT
public:
    /// Called when a request is complete; `number` counts all requests of the server from 1.
    using Answer = std::function<void(QSslSocket& socket, int number)>;

    explicit RawServer(
        Answer answer, const QSslCertificate& certificate = QSslCertificate(), const QSslKey& key = QSslKey());

    /// The address of a deletion at this server, with a signature in it.
    QUrl url(const QString& host = QStringLiteral("localhost")) const;
    int posts() const { return m_posts; }
    int connections() const { return m_connections; }
    int openConnections() const { return m_open; }
    /// All that came, of TLS what was in it.
    qint64 bytesTaken() const { return m_bytesTaken; }
    /// Shown to the connections that come from now on, after a wait before the handshake.
    void present(const QSslCertificate& certificate, const QSslKey& key, std::chrono::milliseconds wait = {});
    /// Head of the last complete request.
    QByteArray lastHead() const { return m_lastHead; }
    QByteArray lastBody() const { return m_lastBody; }

    /// Ways to end a connection: in order, and without a word.
    static void close(QSslSocket& socket);
    static void reset(QSslSocket& socket);
    /// A well-formed 200 that keeps the connection.
    static QByteArray okAnswer(const QByteArray& body);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void serve(qintptr descriptor);
    bool takeOne(QSslSocket& socket, QByteArray& arrived);

    Answer m_answer;
    QSslCertificate m_certificate;
    QSslKey m_key;
    std::chrono::milliseconds m_wait { 0 };
    int m_requests = 0;
    int m_posts = 0;
    int m_connections = 0;
    int m_open = 0;
    qint64 m_bytesTaken = 0;
    QByteArray m_lastHead;
    QByteArray m_lastBody;
};

} // namespace pushbrake
