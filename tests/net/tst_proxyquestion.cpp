// A proxy that asks for a login Pushbrake does not speak is told apart before a request goes to it, and is not
// pestered.
#include "net/httptransport.h"
#include "net/proxylogins.h"
#include "net/proxyquestion.h"
#include "support/rawserver.h"

#include <QSslSocket>
#include <QtTest>

#include <optional>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

QByteArray asking(const QByteArrayList& challenges)
{
    QByteArray head = "HTTP/1.1 407 Proxy Authentication Required\r\n";
    for (const QByteArray& challenge : challenges)
        head += "Proxy-Authenticate: " + challenge + "\r\n";
    return head + "Content-Length: 0\r\n\r\n";
}

} // namespace

class ProxyQuestionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhichLoginsItSpeaks_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("Basic") << asking({ "Basic realm=\"x\"" }) << true;
        QTest::newRow("Digest") << asking({ "Digest realm=\"x\", nonce=\"y\"" }) << true;
        QTest::newRow("NTLM") << asking({ "NTLM" }) << false;
        QTest::newRow("NTLM with its first message") << asking({ "NTLM TlRMTVNTUAAB" }) << false;
        QTest::newRow("Negotiate") << asking({ "Negotiate" }) << false;
        QTest::newRow("both of Windows") << asking({ "Negotiate", "NTLM" }) << false;
        QTest::newRow("Basic after NTLM, which Qt prefers") << asking({ "NTLM", "Basic realm=\"x\"" }) << false;
        QTest::newRow("Basic before Negotiate") << asking({ "Basic realm=\"x\"", "Negotiate" }) << false;
        QTest::newRow("in one line") << asking({ "Basic realm=\"x\", Negotiate" }) << false;
        QTest::newRow("Digest beside NTLM") << asking({ "NTLM", "Digest realm=\"x\"" }) << true;
        QTest::newRow("something newer") << asking({ "Bearer" }) << false;
        QTest::newRow("other letters") << asking({ "nTlM" }) << false;
        QTest::newRow("a realm called NTLM") << asking({ "Basic realm=\"NTLM\"" }) << true;
        QTest::newRow("no question in it") << asking({}) << true;
        QTest::newRow("let through") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << true;
        QTest::newRow("refused") << QByteArray("HTTP/1.1 403 No\r\nProxy-Authenticate: NTLM\r\n\r\n") << true;
        QTest::newRow("not HTTP") << QByteArray("220 mail ready\r\n\r\n") << true;
        QTest::newRow("nothing") << QByteArray("\r\n\r\n") << true;
    }

    void knowsWhichLoginsItSpeaks()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const bool, isKnown);
        QCOMPARE(isLoginKnown(head), isKnown);
    }

    void refusesWhatQtWouldAnswerByItself_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<NetFault>("fault");
        QTest::newRow("NTLM") << asking({ "NTLM" }) << NetFault::ProxyScheme;
        QTest::newRow("Negotiate") << asking({ "Negotiate" }) << NetFault::ProxyScheme;
        QTest::newRow("Basic") << asking({ "Basic realm=\"x\"" }) << NetFault::ProxyLogin;
        QTest::newRow("Digest") << asking({ "Digest realm=\"x\", nonce=\"y\"" }) << NetFault::ProxyLogin;
    }

    void refusesWhatQtWouldAnswerByItself()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const NetFault, fault);
        int asked = 0;
        RawServer proxy([&](QSslSocket& socket, int) {
            ++asked;
            socket.write(answer);
        });
        ProxyLogins logins;
        logins.put(QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort()),
            { QStringLiteral("anna"), Secret(QByteArray("wrong")) });
        HttpOptions options;
        options.proxyLogins = &logins;
        options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort());
        HttpTransport transport(options);
        std::optional<HttpOutcome> answered;
        transport.post({ QUrl(QStringLiteral("https://service.example/v4")), "{}", 10s, true }, this,
            [&answered](const HttpOutcome& outcome) { answered = outcome; });
        QVERIFY(!answered);
        QTRY_VERIFY_WITH_TIMEOUT(answered, 12'000);
        QCOMPARE(answered->fault, fault);
        QVERIFY(!answered->bodyRead);
        QTest::qWait(100);
        QVERIFY2(asked <= 4, qPrintable(QString::number(asked)));
        if (fault == NetFault::ProxyScheme)
            QCOMPARE(asked, 1);
        QVERIFY(!proxy.lastHead().contains("usersig"));
    }

    void asksOnceForRequestsThatLeaveTogether()
    {
        int asked = 0;
        RawServer proxy([&asked](QSslSocket& socket, int) {
            ++asked;
            socket.write(asking({ "NTLM" }));
        });
        HttpOptions options;
        options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort());
        HttpTransport transport(options);
        int refused = 0;
        for (int i = 0; i < 5; ++i)
            transport.post({ QUrl(QStringLiteral("https://service.example/v4")), "{}", 10s }, this,
                [&refused](const HttpOutcome& outcome) { refused += outcome.fault == NetFault::ProxyScheme; });
        QTRY_COMPARE(refused, 5);
        QCOMPARE(asked, 1);
    }

    // One that says nothing is found out by the request itself, with its own deadline.
    void waitsForNoAnswerForever()
    {
        RawServer proxy([](QSslSocket&, int) {});
        ProxyQuestion* question = new ProxyQuestion(
            QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort()),
            QUrl(QStringLiteral("https://service.example/")), this);
        std::optional<bool> isKnown;
        connect(question, &ProxyQuestion::answered, this, [&isKnown](bool known) { isKnown = known; });
        QTRY_COMPARE_WITH_TIMEOUT(isKnown, std::optional(true), 8'000);
        QCOMPARE(proxy.lastHead(), "CONNECT service.example:443 HTTP/1.1\r\nHost: service.example:443\r\n\r\n");
    }
};

QTEST_GUILESS_MAIN(ProxyQuestionTest)
#include "tst_proxyquestion.moc"
