// Which names a certificate proves, and that nothing of a request goes to who proves another one.
#include "net/certificatename.h"
#include "net/httptransport.h"
#include "support/rawserver.h"
#include "support/tlsidentity.h"

#include <QSslSocket>
#include <QtTest>

#include <optional>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

const QByteArray body = QByteArrayLiteral("{\"TaskID\":7000000001}");

void keepsTheConnection(QSslSocket& socket, int)
{
    socket.write(RawServer::okAnswer("{}"));
}

bool isTakenByQt(const RawServer& server, const TlsIdentity& identity)
{
    QSslSocket client;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({ identity.certificate });
    client.setSslConfiguration(tls);
    client.connectToHostEncrypted(QStringLiteral("localhost"), server.serverPort());
    return QTest::qWaitFor([&client] { return client.isEncrypted(); });
}

} // namespace

class TestCertificateName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesTheHost_data();
    void namesTheHost();
    void namesNothingWithoutACertificate();
    void sendsNothingToAnotherName_data();
    void sendsNothingToAnotherName();
    void sendsToItsNameAndItsAddress();
    void sendsNothingOnConnectionsMadeReadyToAnotherName_data();
    void sendsNothingOnConnectionsMadeReadyToAnotherName();
    void sendsNothingOnAConnectionThatARequestLeftBehind();
    void sendsNothingOnAConnectionThatNoRequestNeededAnyMore();
    void refusesOneRequestAfterTheOther();

private:
    HttpOptions trusting() const;
    HttpOutcome send(Transport& transport, HttpRequest request);

    TlsIdentity m_right;
    TlsIdentity m_wrong; ///< trusted, and good enough for Qt
};

void TestCertificateName::initTestCase()
{
    // Another common name: two authorities of one name would be taken for each other.
    m_right = makeTlsIdentity(TlsNames { "right", "DNS:localhost" });
    m_wrong = makeTlsIdentity(TlsNames { "localhost", "DNS:other.example" });
}

HttpOptions TestCertificateName::trusting() const
{
    HttpOptions options;
    options.extraAuthorities = { m_right.certificate, m_wrong.certificate };
    return options;
}

HttpOutcome TestCertificateName::send(Transport& transport, HttpRequest request)
{
    std::optional<HttpOutcome> answer;
    transport.post(std::move(request), this, [&](const HttpOutcome& outcome) { answer = outcome; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 10'000); }();
    return answer.value_or(HttpOutcome());
}

void TestCertificateName::namesTheHost_data()
{
    QTest::addColumn<QByteArray>("alternatives");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char* what, const char* alternatives, const char* host, bool expected) {
        QTest::newRow(what) << QByteArray(alternatives) << QString::fromUtf8(host) << expected;
    };
    row("its name", "DNS:api.example.com", "api.example.com", true);
    row("in capitals in the certificate", "DNS:API.Example.COM", "api.example.com", true);
    row("in capitals in the address", "DNS:api.example.com", "API.EXAMPLE.com", true);
    row("the second of its names", "DNS:a.example.com,DNS:api.example.com", "api.example.com", true);
    row("a name of one label", "DNS:localhost", "localhost", true);
    row("with the root's dot in the address", "DNS:api.example.com", "api.example.com.", true);
    row("with the root's dot in the certificate", "DNS:api.example.com.", "api.example.com", false);
    row("another name", "DNS:other.example.com", "api.example.com", false);
    row("the name's end only", "DNS:example.com", "api.example.com", false);
    row("the name with more in front", "DNS:my.api.example.com", "api.example.com", false);
    row("the name with more behind", "DNS:api.example.com.evil.example", "api.example.com", false);
    row("the name's letters only", "DNS:apiXexample.com", "api.example.com", false);
    row("nothing but a common name", "", "common.example.com", false);
    row("a common name beside an alternative", "DNS:api.example.com", "common.example.com", false);
    row("a common name beside an address", "IP:192.0.2.1", "common.example.com", false);
    row("a common name beside a mail address", "email:a@common.example.com", "common.example.com", false);
    row("a common name beside a URI", "URI:https://common.example.com/", "common.example.com", false);
    row("star for the first label", "DNS:*.example.com", "api.example.com", true);
    row("star in capitals", "DNS:*.EXAMPLE.com", "api.example.com", true);
    row("star for no label", "DNS:*.example.com", "example.com", false);
    row("star for an empty label", "DNS:*.example.com", ".example.com", false);
    row("star for two labels", "DNS:*.example.com", "my.api.example.com", false);
    row("star alone", "DNS:*", "localhost", false);
    row("star before one label", "DNS:*.com", "example.com", false);
    row("star after a letter", "DNS:a*.example.com", "api.example.com", false);
    row("star before a letter", "DNS:*i.example.com", "api.example.com", false);
    row("star between letters", "DNS:a*i.example.com", "api.example.com", false);
    row("star in the second label", "DNS:api.*.com", "api.example.com", false);
    row("star in both labels", "DNS:*.*.com", "api.example.com", false);
    row("two stars", "DNS:**.example.com", "api.example.com", false);
    row("star in the address", "DNS:*.example.com", "*.example.com", false);
    row("star after an A-label's prefix", "DNS:xn--*.example.com", "b\xc3\xbc.example.com", false);
    row("star for an A-label", "DNS:*.example.com", "xn--bcher-kva.example.com", true);
    row("A-label for an address in letters", "DNS:xn--bcher-kva.example.com",
        "b\xc3\xbc"
        "cher.example.com",
        true);
    row("A-label in capitals", "DNS:XN--BCHER-KVA.example.com", "xn--bcher-kva.example.com", true);
    row("letters in the certificate",
        "DNS:b\xc3\xbc"
        "cher.example.com",
        "b\xc3\xbc"
        "cher.example.com",
        false);
    row("an IPv4 address", "IP:192.0.2.1", "192.0.2.1", true);
    row("another IPv4 address", "IP:192.0.2.2", "192.0.2.1", false);
    row("an IPv4 address as a name", "DNS:192.0.2.1", "192.0.2.1", false);
    row("an IPv4 address by a star", "DNS:*.0.2.1", "192.0.2.1", false);
    row("an IPv6 address", "IP:2001:db8:0:0:0:0:0:1", "2001:db8::1", true);
    row("another IPv6 address", "IP:2001:db8::2", "2001:db8::1", false);
    row("an IPv4 address written as IPv6", "IP:::ffff:192.0.2.1", "192.0.2.1", false);
    row("an address beside a name", "DNS:api.example.com,IP:192.0.2.1", "192.0.2.1", true);
    row("a name beside an address", "IP:192.0.2.1,DNS:api.example.com", "api.example.com", true);
    row("no host", "DNS:api.example.com", "", false);
    row("an empty label", "DNS:api..example.com", "api..example.com", false);
}

void TestCertificateName::namesTheHost()
{
    QFETCH(const QByteArray, alternatives);
    QFETCH(const QString, host);
    QFETCH(const bool, expected);
    const TlsIdentity identity = makeTlsIdentity(TlsNames { "common.example.com", alternatives });
    QVERIFY(!identity.certificate.isNull());
    QCOMPARE(identity.certificate.subjectAlternativeNames().isEmpty(),
        alternatives.isEmpty() || alternatives.startsWith("URI"));
    QCOMPARE(isNamed(identity.certificate, host), expected);
}

void TestCertificateName::namesNothingWithoutACertificate()
{
    QVERIFY(!isNamed(QSslCertificate(), QStringLiteral("localhost")));
    QVERIFY(!isNamed(QSslCertificate(), QString()));
}

void TestCertificateName::sendsNothingToAnotherName_data()
{
    QTest::addColumn<QByteArray>("alternatives");
    QTest::addColumn<bool>("own");
    for (const bool own : { false, true }) {
        const char* how = own ? "own" : "kept";
        QTest::addRow("%s, common name beside another alternative", how) << QByteArray("DNS:other.example") << own;
        QTest::addRow("%s, common name only", how) << QByteArray() << own;
        QTest::addRow("%s, part of a label", how) << QByteArray("DNS:l*t") << own;
        QTest::addRow("%s, common name beside an address", how) << QByteArray("IP:127.0.0.1") << own;
    }
}

void TestCertificateName::sendsNothingToAnotherName()
{
    QFETCH(const QByteArray, alternatives);
    QFETCH(const bool, own);
    const TlsIdentity identity = makeTlsIdentity(TlsNames { "localhost", alternatives });
    RawServer server(keepsTheConnection, identity.certificate, identity.key);
    HttpOptions options;
    options.extraAuthorities = { identity.certificate };
    HttpTransport transport(options);

    const HttpOutcome outcome = send(transport, { server.url(), body, 5s, own });
    QCOMPARE(outcome.fault, NetFault::Certificate);
    QVERIFY(!outcome.bodyRead);
    QCOMPARE(outcome.httpStatus, 0);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.bytesTaken(), 0);
    QVERIFY2(isTakenByQt(server, identity), "Qt refuses it by itself: the row shows nothing");
}

void TestCertificateName::sendsToItsNameAndItsAddress()
{
    const TlsIdentity identity = makeTlsIdentity(TlsNames { "unused", "DNS:localhost,IP:127.0.0.1" });
    RawServer server(keepsTheConnection, identity.certificate, identity.key);
    HttpOptions options;
    options.extraAuthorities = { identity.certificate };
    HttpTransport transport(options);
    int sent = 0;
    for (const QString& host :
        { QStringLiteral("localhost"), QStringLiteral("LOCALHOST"), QStringLiteral("127.0.0.1") }) {
        for (const bool own : { false, true, true })
            QCOMPARE(send(transport, { server.url(host), body, 5s, own }).fault, NetFault::None);
        sent += 3;
    }
    QCOMPARE(server.posts(), sent);
}

void TestCertificateName::sendsNothingOnConnectionsMadeReadyToAnotherName_data()
{
    QTest::addColumn<bool>("isReady");
    QTest::newRow("when their handshakes are over") << true;
    QTest::newRow("while they are in their handshakes") << false;
}

void TestCertificateName::sendsNothingOnConnectionsMadeReadyToAnotherName()
{
    QFETCH(const bool, isReady);
    RawServer* self = nullptr;
    RawServer server(
        [&](QSslSocket& socket, int) {
            self->present(m_wrong.certificate, m_wrong.key, isReady ? 0ms : 200ms);
            socket.write(RawServer::okAnswer("{}"));
        },
        m_right.certificate, m_right.key);
    self = &server;
    HttpTransport transport(trusting());
    QCOMPARE(send(transport, { server.url(), body, 5s, true }).fault, NetFault::None);
    const qint64 before = server.bytesTaken();
    if (isReady)
        QTRY_VERIFY2_WITH_TIMEOUT(server.connections() == 4 && server.openConnections() == 0,
            "closed only as all are that nothing used for three seconds", 2000);
    for (int i = 0; i < 4; ++i) {
        const HttpOutcome outcome = send(transport, { server.url(), body, 5s, true });
        QCOMPARE(outcome.fault, NetFault::Certificate);
        QVERIFY(!outcome.bodyRead);
    }
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.bytesTaken(), before);
    QCOMPARE(server.posts(), 1);
}

void TestCertificateName::sendsNothingOnAConnectionThatARequestLeftBehind()
{
    RawServer server(keepsTheConnection);
    server.present(m_wrong.certificate, m_wrong.key, 500ms);
    HttpTransport transport(trusting());
    QCOMPARE(send(transport, { server.url(), body, 250ms }).fault, NetFault::Deadline);
    QTest::qWait(600); // a connection that was left alone would have had its handshake by then
    server.present(m_wrong.certificate, m_wrong.key);
    QCOMPARE(send(transport, { server.url(), body, 5s }).fault, NetFault::Certificate);
    QCOMPARE(server.bytesTaken(), 0);
}

void TestCertificateName::sendsNothingOnAConnectionThatNoRequestNeededAnyMore()
{
    // The first connection is the service's and answers both requests before the second one has had its handshake.
    RawServer server(
        [](QSslSocket& socket, int number) {
            QTimer::singleShot(number <= 2 ? 0 : 600, &socket, [&socket] { socket.write(RawServer::okAnswer("{}")); });
        },
        m_right.certificate, m_right.key);
    HttpTransport transport(trusting());
    QCOMPARE(send(transport, { server.url(), body, 5s }).fault, NetFault::None);
    const qint64 bytesOfOne = server.bytesTaken();
    server.present(m_wrong.certificate, m_wrong.key, 200ms);
    QList<NetFault> faults;
    const auto note = [&faults](const HttpOutcome& outcome) { faults.append(outcome.fault); };
    for (int i = 0; i < 2; ++i)
        transport.post({ server.url(), body, 5s }, this, note);
    QTRY_COMPARE_WITH_TIMEOUT(faults.size(), 2, 10'000);
    QTest::qWait(400);
    for (int i = 0; i < 2; ++i)
        transport.post({ server.url(), body, 5s }, this, note);
    QTRY_COMPARE_WITH_TIMEOUT(faults.size(), 4, 10'000);
    QCOMPARE(server.bytesTaken(), bytesOfOne * (1 + faults.count(NetFault::None)));
    QVERIFY(faults.count(NetFault::Certificate) > 0);
    QCOMPARE(faults.count(NetFault::None) + faults.count(NetFault::Certificate), 4);
}

void TestCertificateName::refusesOneRequestAfterTheOther()
{
    RawServer server(keepsTheConnection, m_wrong.certificate, m_wrong.key);
    HttpTransport transport(trusting());
    for (int round = 0; round < 3; ++round) {
        QList<NetFault> faults;
        for (int i = 0; i < 6; ++i)
            transport.post({ server.url(), body, 5s, i % 2 == 0 }, this,
                [&faults](const HttpOutcome& outcome) { faults.append(outcome.fault); });
        QTRY_COMPARE_WITH_TIMEOUT(faults.size(), 6, 10'000);
        QCOMPARE(faults, QList<NetFault>(6, NetFault::Certificate));
    }
    QVERIFY(server.connections() >= 18);
    QCOMPARE(server.bytesTaken(), 0);
    // The service is back: nothing of the refusals sticks.
    server.present(m_right.certificate, m_right.key);
    QCOMPARE(send(transport, { server.url(), body, 5s }).fault, NetFault::None);
    QCOMPARE(send(transport, { server.url(), body, 5s, true }).fault, NetFault::None);
    QCOMPARE(server.posts(), 2);
}

QTEST_GUILESS_MAIN(TestCertificateName)
#include "tst_certificatename.moc"
