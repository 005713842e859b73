// What a request that never left looks like: its body was not read, so it may be sent again.
#include "net/httptransport.h"
#include "net/proxyfactory.h"
#include "support/rawserver.h"
#include "support/tlsidentity.h"

#include <QSslSocket>
#include <QtTest>

#include <optional>

using namespace pushbrake;
using namespace std::chrono_literals;

class TestHttpTransportUnsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reportsARefusedConnection();
    void reportsAnUnknownHost();
    void refusesUntrustworthyCertificates_data();
    void refusesUntrustworthyCertificates();
    void givesOneCertificateFaultOneName_data();
    void givesOneCertificateFaultOneName();
    void reportsAServerThatSpeaksNoTls();
    void reportsAServerThatDropsTheHandshake();
    void reportsADeadlineBeforeTheHandshakeEnded();
    void refusesPlainHttpBeyondTheLoopback_data();
    void refusesPlainHttpBeyondTheLoopback();
    void sendsPlainHttpToTheLoopback();
    void reportsAProxyThatWantsALogin();
    void reportsAProxyThatIsNotThere();
    void reportsAProxyThatRefusesTheHost();
    void tellsTheSourceOfProxiesOnlyTheHost();
    void asksNoProxyForThisComputerItself();

private:
    HttpOutcome post(HttpOptions options, const QUrl& url, Milliseconds deadline = 10s);

    TlsIdentity m_identity;
};

void TestHttpTransportUnsent::initTestCase()
{
    m_identity = makeTlsIdentity("localhost");
}

HttpOutcome TestHttpTransportUnsent::post(HttpOptions options, const QUrl& url, Milliseconds deadline)
{
    HttpTransport transport(std::move(options));
    std::optional<HttpOutcome> answer;
    transport.post(
        { url, "{\"TaskID\":7000000001}", deadline }, this, [&](const HttpOutcome& outcome) { answer = outcome; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000); }();
    return answer.value_or(HttpOutcome());
}

void TestHttpTransportUnsent::reportsARefusedConnection()
{
    QUrl url;
    {
        RawServer gone([](QSslSocket&, int) {}, m_identity.certificate, m_identity.key);
        url = gone.url();
    }
    const HttpOutcome outcome = post({}, url);
    QCOMPARE(outcome.fault, NetFault::Refused);
    QVERIFY(!outcome.bodyRead);
    QCOMPARE(outcome.httpStatus, 0);
}

void TestHttpTransportUnsent::reportsAnUnknownHost()
{
    const HttpOutcome outcome = post({}, QUrl(QStringLiteral("https://no-such-host.invalid/x")));
    QCOMPARE(outcome.fault, NetFault::HostNotFound);
    QVERIFY(!outcome.bodyRead);
}

void TestHttpTransportUnsent::refusesUntrustworthyCertificates_data()
{
    QTest::addColumn<int>("fromHours");
    QTest::addColumn<int>("untilHours");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isTrusted");
    const QString localhost = QStringLiteral("localhost");
    QTest::newRow("unknown authority") << -1 << 1 << localhost << false;
    QTest::newRow("expired") << -48 << -24 << localhost << true;
    QTest::newRow("not yet valid") << 24 << 48 << localhost << true;
    QTest::newRow("another host") << -1 << 1 << QStringLiteral("127.0.0.1") << true;
}

void TestHttpTransportUnsent::refusesUntrustworthyCertificates()
{
    QFETCH(const int, fromHours);
    QFETCH(const int, untilHours);
    QFETCH(const QString, host);
    QFETCH(const bool, isTrusted);
    const TlsIdentity identity
        = makeTlsIdentity("localhost", std::chrono::hours(fromHours), std::chrono::hours(untilHours));
    RawServer server([](QSslSocket&, int) {}, identity.certificate, identity.key);
    HttpOptions options;
    if (isTrusted)
        options.extraAuthorities = { identity.certificate };

    const HttpOutcome outcome = post(options, server.url(host));
    QCOMPARE(outcome.fault, NetFault::Certificate);
    QVERIFY(!outcome.bodyRead);
    QCOMPARE(server.posts(), 0);
    QVERIFY(server.connections() > 0);
}

void TestHttpTransportUnsent::givesOneCertificateFaultOneName_data()
{
    QTest::addColumn<bool>("own");
    QTest::newRow("on kept connections") << false;
    QTest::newRow("on connections of their own") << true;
}

void TestHttpTransportUnsent::givesOneCertificateFaultOneName()
{
    QFETCH(const bool, own);
    RawServer server([](QSslSocket&, int) {}, m_identity.certificate, m_identity.key);
    HttpTransport transport;
    for (int round = 0; round < 5; ++round) {
        QList<NetFault> faults;
        for (int i = 0; i < 5; ++i)
            transport.post({ server.url(), "{}", 10s, own }, this,
                [&faults](const HttpOutcome& outcome) { faults.append(outcome.fault); });
        QTRY_COMPARE_WITH_TIMEOUT(faults.size(), 5, 15'000);
        QCOMPARE(faults, QList<NetFault>(5, NetFault::Certificate));
    }
    QCOMPARE(server.posts(), 0);
}

void TestHttpTransportUnsent::reportsAServerThatSpeaksNoTls()
{
    // Answers the handshake with text, as a plain web server does.
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
        QTcpSocket* socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
    });
    QUrl url(QStringLiteral("https://localhost/x"));
    url.setPort(plain.serverPort());
    const HttpOutcome outcome = post({}, url);
    QCOMPARE(outcome.fault, NetFault::TlsFailed);
    QVERIFY(!outcome.bodyRead);
}

void TestHttpTransportUnsent::reportsAServerThatDropsTheHandshake()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->disconnectFromHost(); });
    });
    QUrl url(QStringLiteral("https://localhost/x"));
    url.setPort(server.serverPort());
    const HttpOutcome outcome = post({}, url);
    QVERIFY(outcome.fault != NetFault::None);
    QVERIFY(!outcome.bodyRead);
}

void TestHttpTransportUnsent::reportsADeadlineBeforeTheHandshakeEnded()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QUrl url(QStringLiteral("https://localhost/x"));
    url.setPort(silent.serverPort());
    const HttpOutcome outcome = post({}, url, 400ms);
    QCOMPARE(outcome.fault, NetFault::Deadline);
    QVERIFY(!outcome.bodyRead);
}

void TestHttpTransportUnsent::refusesPlainHttpBeyondTheLoopback_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("host") << QUrl(QStringLiteral("http://service.example/x"));
    QTest::newRow("address") << QUrl(QStringLiteral("http://192.0.2.1/x"));
    QTest::newRow("looks like the loopback") << QUrl(QStringLiteral("http://localhost.example/x"));
    QTest::newRow("looks like its address") << QUrl(QStringLiteral("http://127.0.0.1.example/x"));
    QTest::newRow("other scheme") << QUrl(QStringLiteral("ftp://localhost/x"));
    QTest::newRow("file") << QUrl(QStringLiteral("file:///etc/passwd"));
    QTest::newRow("nothing") << QUrl();
}

void TestHttpTransportUnsent::refusesPlainHttpBeyondTheLoopback()
{
    QFETCH(const QUrl, url);
    const HttpOutcome outcome = post({}, url);
    QCOMPARE(outcome.fault, NetFault::Stopped);
    QVERIFY(!outcome.bodyRead);
}

void TestHttpTransportUnsent::sendsPlainHttpToTheLoopback()
{
    RawServer server([](QSslSocket& socket, int) { socket.write(RawServer::okAnswer("{}")); });
    for (const QString& host : { QStringLiteral("localhost"), QStringLiteral("127.0.0.1") })
        QCOMPARE(post({}, server.url(host)).fault, NetFault::None);
    QCOMPARE(server.posts(), 2);
}

void TestHttpTransportUnsent::reportsAProxyThatWantsALogin()
{
    RawServer proxy([](QSslSocket& socket, int) {
        socket.write("HTTP/1.1 407 P\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
    });
    HttpOptions options;
    options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort());
    const HttpOutcome outcome = post(options, QUrl(QStringLiteral("https://service.example/x?usersig=secret")));
    QCOMPARE(outcome.fault, NetFault::ProxyLogin);
    QVERIFY(!outcome.bodyRead);
    QVERIFY(proxy.lastHead().startsWith("CONNECT service.example:443 "));
    QVERIFY(!proxy.lastHead().contains("secret"));
}

void TestHttpTransportUnsent::reportsAProxyThatIsNotThere()
{
    HttpOptions options;
    {
        RawServer gone([](QSslSocket&, int) {});
        options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), gone.serverPort());
    }
    const HttpOutcome outcome = post(options, QUrl(QStringLiteral("https://service.example/x")));
    QCOMPARE(outcome.fault, NetFault::ProxyFailed);
    QVERIFY(!outcome.bodyRead);
}

void TestHttpTransportUnsent::reportsAProxyThatRefusesTheHost()
{
    RawServer proxy([](QSslSocket& socket, int) {
        socket.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        RawServer::close(socket);
    });
    HttpOptions options;
    options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort());
    const HttpOutcome outcome = post(options, QUrl(QStringLiteral("https://service.example/x")));
    QCOMPARE(outcome.fault, NetFault::ProxyFailed);
    QVERIFY(!outcome.bodyRead);
}

void TestHttpTransportUnsent::tellsTheSourceOfProxiesOnlyTheHost()
{
    QUrl asked;
    ProxyFactory factory([&asked](const QNetworkProxyQuery& query) {
        asked = query.url();
        return QList<QNetworkProxy> { QNetworkProxy(QNetworkProxy::NoProxy) };
    });
    const QUrl url(QStringLiteral("https://user:word@service.example:8443/v4/x?usersig=secret#part"));
    QCOMPARE(factory.queryProxy(QNetworkProxyQuery(url)).size(), 1);
    QCOMPARE(asked, QUrl(QStringLiteral("https://service.example:8443/")));
}

void TestHttpTransportUnsent::asksNoProxyForThisComputerItself()
{
    int asked = 0;
    ProxyFactory factory([&asked](const QNetworkProxyQuery&) {
        ++asked;
        return QList { QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.example"), 3128) };
    });
    for (const char* host : { "localhost", "127.0.0.1", "127.8.9.1", "[::1]" }) {
        const QUrl url(QStringLiteral("http://%1:8080/x?usersig=secret").arg(QLatin1String(host)));
        const auto proxies = factory.queryProxy(QNetworkProxyQuery(url));
        QCOMPARE(proxies.size(), 1);
        QCOMPARE(proxies.first().type(), QNetworkProxy::NoProxy);
    }
    QCOMPARE(asked, 0);
    QCOMPARE(factory.queryProxy(QNetworkProxyQuery(QUrl(QStringLiteral("https://service.example/x")))).first().type(),
        QNetworkProxy::HttpProxy);
}

QTEST_GUILESS_MAIN(TestHttpTransportUnsent)
#include "tst_httptransport_unsent.moc"
