// A proxy that asks for a name and a password (Basic, RFC 7617), between the real transport and a real TLS server.
#include "net/httptransport.h"
#include "net/proxylogins.h"
#include "support/rawserver.h"
#include "support/tlsidentity.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QtTest>

#include <optional>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

/// Lets CONNECT through to `target` for one name and password, and asks everybody else.
class LoginProxy : public QTcpServer
{
public:
    LoginProxy(quint16 target, QByteArray login)
        : m_target(target)
        , m_login("Basic " + login.toBase64())
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] { serve(nextPendingConnection()); });
    }

    int asked = 0;
    int refused = 0; ///< with a login that is not the right one
    QByteArray seen;

private:
    void serve(QTcpSocket* client)
    {
        connect(client, &QTcpSocket::readyRead, this, [this, client] {
            if (client->property("through").toBool())
                return;
            const QByteArray head = client->peek(64 * 1024);
            if (!head.contains("\r\n\r\n"))
                return;
            seen += client->readAll();
            if (!head.contains("Proxy-Authorization: " + m_login)) {
                ++asked;
                refused += head.contains("Proxy-Authorization: ");
                client->write("HTTP/1.1 407 P\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            letThrough(client);
        });
    }

    void letThrough(QTcpSocket* client)
    {
        client->setProperty("through", true);
        auto* server = new QTcpSocket(client);
        connect(server, &QTcpSocket::connected, client, [client] { client->write("HTTP/1.1 200 OK\r\n\r\n"); });
        connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
        connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QHostAddress::LocalHost, m_target);
    }

    quint16 m_target;
    QByteArray m_login;
};

} // namespace

class ProxyLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const TlsIdentity identity = makeTlsIdentity("localhost");
        m_server = std::make_unique<RawServer>([](QSslSocket& socket, int) { socket.write(RawServer::okAnswer("{}")); },
            identity.certificate, identity.key);
        m_proxy = std::make_unique<LoginProxy>(m_server->serverPort(), "anna:pa:ss word");
        m_logins = std::make_unique<ProxyLogins>();
        HttpOptions options;
        options.extraAuthorities = { identity.certificate };
        options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_proxy->serverPort());
        options.proxyLogins = m_logins.get();
        m_transport = std::make_unique<HttpTransport>(options);
        m_name = ProxyLogins::nameOf(*options.proxy);
    }

    void asksOnceThenLetsEachRequestThroughOnce()
    {
        QSignalSpy wanted(m_logins.get(), &ProxyLogins::wanted);
        QCOMPARE(post().fault, NetFault::ProxyLogin);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().at(0).toString(), m_name);
        QCOMPARE(wanted.first().at(1).toBool(), false);
        QCOMPARE(m_server->posts(), 0);

        m_logins->put(m_name, { QStringLiteral("anna"), Secret(QByteArray("pa:ss word")) });
        for (int i = 1; i <= 3; ++i) {
            QCOMPARE(post().fault, NetFault::None);
            QCOMPARE(m_server->posts(), i);
        }
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!m_proxy->seen.contains("usersig"));
    }

    void saysThatALoginWasRefusedAndSendsNothing()
    {
        QSignalSpy wanted(m_logins.get(), &ProxyLogins::wanted);
        m_logins->put(m_name, { QStringLiteral("anna"), Secret(QByteArray("wrong")) });
        const HttpOutcome outcome = post();
        QCOMPARE(outcome.fault, NetFault::ProxyLogin);
        QVERIFY(!outcome.bodyRead);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().at(1).toBool(), true);
        QVERIFY2(m_proxy->asked <= 4, "a proxy locks out who tries too often");
        // The right one is taken afterwards.
        m_logins->put(m_name, { QStringLiteral("anna"), Secret(QByteArray("pa:ss word")) });
        QCOMPARE(post().fault, NetFault::None);
        QCOMPARE(m_server->posts(), 1);
    }

    void takesFiveConnectionsAtOnceForNoRefusal()
    {
        QSignalSpy wanted(m_logins.get(), &ProxyLogins::wanted);
        m_logins->put(m_name, { QStringLiteral("anna"), Secret(QByteArray("pa:ss word")) });
        QList<NetFault> faults;
        for (int round = 1; round <= 3; ++round) {
            for (int i = 0; i < 5; ++i)
                m_transport->post({ m_server->url(), "{\"TaskID\":7000000001}", 10s, true }, this,
                    [&faults](const HttpOutcome& outcome) { faults.append(outcome.fault); });
            QTRY_COMPARE_WITH_TIMEOUT(faults.size(), round * 5, 15'000);
        }
        QCOMPARE(faults, QList<NetFault>(15, NetFault::None));
        QCOMPARE(m_server->posts(), 15);
        QCOMPARE(wanted.count(), 0);
        QVERIFY(!m_proxy->seen.contains("usersig"));
    }

    void doesNotTryAWrongLoginOnEachOfManyConnections()
    {
        QSignalSpy wanted(m_logins.get(), &ProxyLogins::wanted);
        m_logins->put(m_name, { QStringLiteral("anna"), Secret(QByteArray("wrong")) });
        int ended = 0;
        for (int i = 0; i < 20; ++i)
            m_transport->post({ m_server->url(), "{}", 10s, true }, this, [&ended](const HttpOutcome& outcome) {
                ended += outcome.fault == NetFault::ProxyLogin && !outcome.bodyRead;
            });
        QTRY_COMPARE_WITH_TIMEOUT(ended, 20, 15'000);
        QVERIFY(wanted.count() > 0);
        QVERIFY2(m_proxy->refused <= 6, qPrintable(QString::number(m_proxy->refused)));
    }

    void takesAServices407ForNoProxys_data()
    {
        QTest::addColumn<bool>("isThroughProxy");
        QTest::addColumn<bool>("own");
        QTest::addColumn<QByteArray>("challenge");
        for (const bool isThroughProxy : { false, true }) {
            for (const bool own : { false, true }) {
                const auto row = [isThroughProxy, own](const char* name, const QByteArray& challenge) {
                    QTest::addRow("%s, %s connection, %s", isThroughProxy ? "through a proxy" : "directly",
                        own ? "own" : "kept", name)
                        << isThroughProxy << own << challenge;
                };
                row("no challenge", {});
                row("the proxy's challenge", "Proxy-Authenticate: Basic realm=\"x\"\r\n");
                row("another challenge", "Proxy-Authenticate: Basic realm=\"y\"\r\n");
                row("an unknown challenge", "Proxy-Authenticate: NTLM\r\n");
            }
        }
    }

    void takesAServices407ForNoProxys()
    {
        QFETCH(const bool, isThroughProxy);
        QFETCH(const bool, own);
        QFETCH(const QByteArray, challenge);
        const TlsIdentity identity = makeTlsIdentity("localhost");
        RawServer server([&challenge](QSslSocket& socket,
                             int) { socket.write("HTTP/1.1 407 P\r\n" + challenge + "Content-Length: 0\r\n\r\n"); },
            identity.certificate, identity.key);
        LoginProxy proxy(server.serverPort(), "anna:pa:ss word");
        HttpOptions options;
        options.extraAuthorities = { identity.certificate };
        options.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        if (isThroughProxy)
            options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort());
        options.proxyLogins = m_logins.get();
        m_logins->put(
            ProxyLogins::nameOf(*options.proxy), { QStringLiteral("anna"), Secret(QByteArray("pa:ss word")) });
        m_transport = std::make_unique<HttpTransport>(options);
        QSignalSpy wanted(m_logins.get(), &ProxyLogins::wanted);
        for (int posts = 1; posts <= 3; ++posts) {
            const HttpOutcome outcome = send({ server.url(), "{}", 10s, own });
            QCOMPARE(outcome.fault, NetFault::HttpStatus);
            QCOMPARE(outcome.httpStatus, 407);
            QVERIFY(outcome.bodyRead);
            QCOMPARE(server.posts(), posts);
            QVERIFY(!server.lastHead().toLower().contains("proxy-authorization"));
        }
        QCOMPARE(wanted.count(), 0);
        QCOMPARE(proxy.refused, 0);
        m_transport.reset(); // before its proxy
    }

    void takesA407OnPlainHttpForTheServices()
    {
        RawServer server([](QSslSocket& socket, int) {
            socket.write("HTTP/1.1 407 P\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
        });
        HttpOptions options;
        options.proxyLogins = m_logins.get();
        m_transport = std::make_unique<HttpTransport>(options);
        QSignalSpy wanted(m_logins.get(), &ProxyLogins::wanted);
        const HttpOutcome outcome = send({ server.url(), "{}", 10s });
        QCOMPARE(outcome.fault, NetFault::HttpStatus);
        QCOMPARE(outcome.httpStatus, 407);
        QCOMPARE(wanted.count(), 0);
    }

private:
    HttpOutcome post() { return send({ m_server->url(), "{\"TaskID\":7000000001}", 10s }); }

    HttpOutcome send(HttpRequest request)
    {
        std::optional<HttpOutcome> answer;
        m_transport->post(std::move(request), this, [&](const HttpOutcome& outcome) { answer = outcome; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 15'000); }();
        return answer.value_or(HttpOutcome());
    }

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<LoginProxy> m_proxy;
    std::unique_ptr<ProxyLogins> m_logins;
    std::unique_ptr<HttpTransport> m_transport;
    QString m_name;
};

QTEST_GUILESS_MAIN(ProxyLoginTest)
#include "tst_proxylogin.moc"
