// A service or a proxy that sends without an end, in each phase of a connection: the request ends soon, the memory
// stays.
#include "net/httptransport.h"
#include "support/floodserver.h"
#include "support/peakmemory.h"

#include <QElapsedTimer>
#include <QtTest>

#include <optional>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mostMemory = 100; // MB more than before
constexpr qint64 longest = 6'000; // ms; unstopped they take fifteen seconds, and the computer may do much else
constexpr int untilSeen = 2'000; // ms

const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

} // namespace

class HttpFloodsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWhateverIsSentWithoutAnEnd_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("endless");
        QTest::newRow("status line") << QByteArray("HTTP/1.1 200 ") << QByteArray(1024, 'O');
        QTest::newRow("not HTTP at all") << QByteArray() << QByteArray(1024, 'x');
        QTest::newRow("nothing but ends of lines") << QByteArray() << QByteArray("\r\n");
        QTest::newRow("one header's value") << QByteArray("HTTP/1.1 200 OK\r\nX: ") << QByteArray(1024, 'x');
        QTest::newRow("one header's name") << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray(1024, 'x');
        QTest::newRow("headers") << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("a: b\r\n");
        QTest::newRow("folded header") << QByteArray("HTTP/1.1 200 OK\r\na: b\r\n") << QByteArray(" b\r\n");
        QTest::newRow("answers 100") << QByteArray() << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
        QTest::newRow("answers 103") << QByteArray() << QByteArray("HTTP/1.1 103 Early Hints\r\na: b\r\n\r\n");
        QTest::newRow("a chunk's extension") << chunked + "5;x=" << QByteArray(1024, 'x');
        QTest::newRow("a chunk's length") << chunked << QByteArray(1024, '0');
        QTest::newRow("trailers") << chunked + "2\r\n{}\r\n0\r\n" << QByteArray("a: b\r\n");
        QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << QByteArray(1024, 'x');
        QTest::newRow("body of a length")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n") << QByteArray(1024, 'x');
        QTest::newRow("chunks") << chunked << QByteArray("1\r\nx\r\n");
    }

    void endsWhateverIsSentWithoutAnEnd()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, endless);
        const TlsIdentity identity = makeTlsIdentity("localhost");
        FloodServer server({ before, endless }, &identity);
        HttpOptions options;
        options.extraAuthorities = { identity.certificate };
        const HttpOutcome outcome = post(options, address("https", server.port()));
        QVERIFY(outcome.bodyRead);
        // An early hint is an answer to Qt, and of one that is whole what follows is thrown away.
        static const QList<NetFault> fitting { NetFault::TooLarge, NetFault::Dropped, NetFault::HttpStatus };
        QVERIFY2(fitting.contains(outcome.fault) || (outcome.fault == NetFault::None && outcome.body == "{}"),
            qPrintable(QString::number(int(outcome.fault))));
        QCOMPARE(server.heads(), 1);
    }

    void endsAProxysAnswerWithoutAnEnd_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("endless");
        QTest::newRow("status line") << QByteArray("HTTP/1.1 200 ") << QByteArray(1024, 'O');
        QTest::newRow("one header") << QByteArray("HTTP/1.1 200 OK\r\nX: ") << QByteArray(1024, 'x');
        QTest::newRow("headers") << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("a: b\r\n");
        QTest::newRow("answers 100") << QByteArray() << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
        QTest::newRow("not HTTP at all") << QByteArray() << QByteArray(1024, 'x');
        QTest::newRow("a question with a long body") << QByteArray(
            "HTTP/1.1 407 P\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 9000000000\r\n\r\n")
                                                     << QByteArray(1024, 'x');
        QTest::newRow("a refusal with a long body")
            << QByteArray("HTTP/1.1 403 F\r\nContent-Length: 9000000000\r\n\r\n") << QByteArray(1024, 'x');
        QTest::newRow("what is no TLS") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << QByteArray(1024, 'x');
        QTest::newRow("a handshake's record")
            << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << QByteArray::fromHex("1603034000") + QByteArray(0x4000, '\0');
    }

    void endsAProxysAnswerWithoutAnEnd()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, endless);
        FloodServer proxy({ before, endless });
        HttpOptions options;
        options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.port());
        const HttpOutcome outcome = post(options, address("https", 1));
        QVERIFY(!outcome.bodyRead);
        QVERIFY(outcome.fault != NetFault::None);
        QVERIFY(proxy.heads() >= 1);
    }

    // Between two requests nobody waits for anything on a connection that is kept.
    void takesNoFloodOnAKeptConnection()
    {
        FloodServer server({ "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", QByteArray(1024, 'x') });
        HttpTransport transport;
        QVERIFY(forgetPeak());
        const qint64 before = peakMb();
        std::optional<HttpOutcome> answer;
        transport.post({ address("http", server.port()), "{}", 10s }, this,
            [&answer](const HttpOutcome& outcome) { answer = outcome; });
        QTRY_VERIFY(answer.has_value());
        QTest::qWait(untilSeen);
        QVERIFY2(peakMb() - before < mostMemory, qPrintable(QString::number(peakMb() - before)));
        const qint64 sent = server.sent();
        QTest::qWait(200);
        QCOMPARE(server.sent(), sent); // it was closed
    }

    // Answers of nearly the largest size, several at once, on a thread that is held up.
    void endsNoAnswerThatIsAsLargeAsItMayBe()
    {
        const QByteArray body = '"' + QByteArray(1024 * 1024 - 2, 'x') + '"';
        const TlsIdentity identity = makeTlsIdentity("localhost");
        FloodServer server(
            { "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body, {} },
            &identity);
        HttpOptions options;
        options.extraAuthorities = { identity.certificate };
        HttpTransport transport(options);
        QList<HttpOutcome> answers;
        for (int i = 0; i < 5; ++i) {
            transport.post({ address("https", server.port()), "{}", 15s, true }, this,
                [&answers](const HttpOutcome& outcome) { answers.append(outcome); });
        }
        QTest::qSleep(900);
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 5, 20'000);
        for (const HttpOutcome& answer : std::as_const(answers)) {
            QCOMPARE(answer.fault, NetFault::None);
            QCOMPARE(answer.body.size(), body.size());
        }
    }

private:
    static QUrl address(const char* scheme, quint16 port)
    {
        QUrl url(QStringLiteral("https://localhost/v4/timpush/delete_sched_task?usersig=secretsignature"));
        url.setScheme(QString::fromLatin1(scheme));
        url.setPort(port);
        return url;
    }

    HttpOutcome post(const HttpOptions& options, const QUrl& url)
    {
        HttpTransport transport(options);
        [] { QVERIFY(forgetPeak()); }();
        const qint64 before = peakMb();
        QElapsedTimer taken;
        taken.start();
        std::optional<HttpOutcome> answer;
        transport.post({ url, "{}", 15s, true }, this, [&answer](const HttpOutcome& outcome) { answer = outcome; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 16'000); }();
        qInfo("%lld ms, %lld MB more", taken.elapsed(), peakMb() - before);
        [&] { QVERIFY2(taken.elapsed() < longest, qPrintable(QString::number(taken.elapsed()))); }();
        [&] { QVERIFY2(peakMb() - before < mostMemory, qPrintable(QString::number(peakMb() - before))); }();
        return answer.value_or(HttpOutcome());
    }
};

QTEST_GUILESS_MAIN(HttpFloodsTest)
#include "tst_httpfloods.moc"
