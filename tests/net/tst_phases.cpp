// A request broken off, and met with silence, in each of its phases: name, connection, handshake, request, status line,
// headers, body, end; and the same on the way through a proxy. It leaves once at most, ends by its deadline, is never
// taken for answered, and what certainly did not leave is said to be so.
#include "net/httptransport.h"
#include "support/rawserver.h"
#include "support/tlsidentity.h"

#include <QSslSocket>
#include <QtTest>

#include <atomic>
#include <dlfcn.h>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

constexpr const char* silentName = "silent.example";
std::atomic<bool> isNameServerSilent = false;

} // namespace

// Qt finds this one before that of the C library.
extern "C" int getaddrinfo(const char* name, const char* service, const addrinfo* hints, addrinfo** found)
{
    static const auto real = reinterpret_cast<decltype(&getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
    if (!name || qstrcmp(name, silentName) != 0)
        return real(name, service, hints, found);
    for (int waited = 0; isNameServerSilent && waited < 500; ++waited)
        usleep(20'000);
    return EAI_AGAIN;
}

namespace {

const QByteArray deleted = R"({"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"TaskID":7000000001})";
const QByteArray hexSize = QByteArray::number(deleted.size(), 16);
const QByteArray ok = "HTTP/1.1 200 OK\r\n";

enum class Then { Silence, Close, Reset };

RawServer::Answer saying(const QByteArray& part, Then then)
{
    return [part, then](QSslSocket& socket, int) {
        socket.write(part);
        socket.flush();
        if (then == Then::Close)
            RawServer::close(socket);
        if (then == Then::Reset)
            RawServer::reset(socket);
    };
}

/// What a service says before it breaks off, by phase.
const QList<std::pair<const char*, QByteArray>>& cutAnswers()
{
    static const QList<std::pair<const char*, QByteArray>> answers {
        { "nothing", "" },
        { "one byte", "H" },
        { "status line", "HTTP/1.1 2" },
        { "status line, whole", ok },
        { "name of a header", ok + "Content-Le" },
        { "value of a header", ok + "Content-Length: 7" },
        { "headers, whole", ok + "Content-Length: 77\r\n\r\n" },
        { "body", ok + "Content-Length: 77\r\n\r\n" + deleted.left(40) },
        { "body but its last byte",
            ok + "Content-Length: " + QByteArray::number(deleted.size()) + "\r\n\r\n" + deleted.chopped(1) },
        { "size of a chunk", ok + "Transfer-Encoding: chunked\r\n\r\n4" },
        { "chunk", ok + "Transfer-Encoding: chunked\r\n\r\n" + hexSize + "\r\n" + deleted.left(40) },
        { "end of the chunks", ok + "Transfer-Encoding: chunked\r\n\r\n" + hexSize + "\r\n" + deleted + "\r\n" },
        { "end of a body without length", ok + "\r\n" + deleted },
        { "answer before the answer", "HTTP/1.1 100 Continue\r\n\r\n" },
        { "no HTTP", "\x16\x03\x01\x02" },
    };
    return answers;
}

} // namespace

class PhasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void endsByItsDeadlineWhenTheNameIsNotAnswered();
    void endsByItsDeadlineWhenNobodyTakesTheConnection();
    void endsByItsDeadlineInTheHandshake();
    void didNotLeaveWhenTheHandshakeBreaks_data();
    void didNotLeaveWhenTheHandshakeBreaks();
    void isNotAnsweredByWhoeverHangsUpBeforeTheRequest_data();
    void isNotAnsweredByWhoeverHangsUpBeforeTheRequest();
    void isNotAnsweredByAPart_data();
    void isNotAnsweredByAPart();
    void isNotAnsweredUnderAnotherStatus_data();
    void isNotAnsweredUnderAnotherStatus();
    void didNotLeaveWhenAProxyBreaks_data();
    void didNotLeaveWhenAProxyBreaks();

private:
    static void endings();
    QList<HttpOutcome> post(Transport& transport, const QUrl& url, Milliseconds deadline = 700ms);

    TlsIdentity m_identity;
    std::unique_ptr<HttpTransport> m_transport;
};

void PhasesTest::initTestCase()
{
    m_identity = makeTlsIdentity("localhost");
    HttpOptions options;
    options.extraAuthorities = { m_identity.certificate };
    m_transport = std::make_unique<HttpTransport>(std::move(options));
}

void PhasesTest::cleanupTestCase()
{
    m_transport.reset();
}

// A read and a change, at once; each is answered once.
QList<HttpOutcome> PhasesTest::post(Transport& transport, const QUrl& url, Milliseconds deadline)
{
    QList<HttpOutcome> outcomes;
    QObject context;
    for (const bool own : { false, true }) {
        transport.post({ url, "{\"TaskID\":7000000001}", deadline, own }, &context,
            [&outcomes](const HttpOutcome& outcome) { outcomes.append(outcome); });
    }
    [&] { QTRY_COMPARE_WITH_TIMEOUT(outcomes.size(), 2, 20'000); }();
    QCoreApplication::processEvents();
    [&] { QCOMPARE(outcomes.size(), 2); }();
    return outcomes;
}

// --- what never left ---

void PhasesTest::endsByItsDeadlineWhenTheNameIsNotAnswered()
{
    isNameServerSilent = true;
    const auto outcomes = post(*m_transport, QUrl(QStringLiteral("https://silent.example/x")));
    for (const HttpOutcome& outcome : outcomes) {
        QCOMPARE(outcome.fault, NetFault::Deadline);
        QVERIFY(!outcome.bodyRead);
        QVERIFY(outcome.roundTrip < 3s);
    }
    isNameServerSilent = false;
}

void PhasesTest::endsByItsDeadlineWhenNobodyTakesTheConnection()
{
    // A queue for connections that is full: the system answers nobody any more.
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in place {};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(bind(listener, reinterpret_cast<sockaddr*>(&place), sizeof place), 0);
    QCOMPARE(listen(listener, 0), 0);
    socklen_t size = sizeof place;
    QCOMPARE(getsockname(listener, reinterpret_cast<sockaddr*>(&place), &size), 0);
    std::vector<int> callers;
    for (int i = 0; i < 4; ++i) {
        callers.push_back(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
        (void)::connect(callers.back(), reinterpret_cast<sockaddr*>(&place), sizeof place);
    }
    QUrl url(QStringLiteral("https://127.0.0.1/x"));
    url.setPort(ntohs(place.sin_port));
    const auto outcomes = post(*m_transport, url);
    for (const HttpOutcome& outcome : outcomes) {
        QCOMPARE(outcome.fault, NetFault::Deadline);
        QVERIFY(!outcome.bodyRead);
        QCOMPARE(outcome.httpStatus, 0);
    }
    for (const int caller : callers)
        ::close(caller);
    ::close(listener);
}

void PhasesTest::endsByItsDeadlineInTheHandshake()
{
    RawServer server([](QSslSocket&, int) {}, m_identity.certificate, m_identity.key);
    server.present(m_identity.certificate, m_identity.key, 60s);
    const auto outcomes = post(*m_transport, server.url());
    for (const HttpOutcome& outcome : outcomes) {
        QCOMPARE(outcome.fault, NetFault::Deadline);
        QVERIFY(!outcome.bodyRead);
    }
    QCOMPARE(server.posts(), 0);
}

void PhasesTest::endings()
{
    QTest::addColumn<Then>("then");
    QTest::newRow("close") << Then::Close;
    QTest::newRow("reset") << Then::Reset;
}

void PhasesTest::didNotLeaveWhenTheHandshakeBreaks_data()
{
    endings();
}

void PhasesTest::didNotLeaveWhenTheHandshakeBreaks()
{
    QFETCH(const Then, then);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server, then] {
        QTcpSocket* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, then] {
            socket->write("\x16\x03\x03"); // the beginning of an answer
            socket->flush();
            if (then == Then::Reset) {
                const linger atOnce { 1, 0 };
                setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
                socket->abort();
            } else {
                socket->disconnectFromHost();
            }
        });
    });
    QUrl url(QStringLiteral("https://localhost/x"));
    url.setPort(server.serverPort());
    const auto outcomes = post(*m_transport, url, 5s);
    for (const HttpOutcome& outcome : outcomes) {
        QVERIFY(outcome.fault != NetFault::None);
        QVERIFY(!outcome.bodyRead);
        QCOMPARE(outcome.httpStatus, 0);
    }
}

// --- what may have arrived ---

void PhasesTest::isNotAnsweredByWhoeverHangsUpBeforeTheRequest_data()
{
    endings();
}

void PhasesTest::isNotAnsweredByWhoeverHangsUpBeforeTheRequest()
{
    QFETCH(const Then, then);
    int connections = 0;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        ++connections;
        QTcpSocket* socket = server.nextPendingConnection();
        socket->write(ok + "Content-Length: " + QByteArray::number(deleted.size()) + "\r\n\r\n" + deleted);
        socket->flush();
        if (then == Then::Reset) {
            const linger atOnce { 1, 0 };
            setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
            socket->abort();
        } else {
            socket->disconnectFromHost();
        }
    });
    QUrl url(QStringLiteral("http://127.0.0.1/x"));
    url.setPort(server.serverPort());
    const auto outcomes = post(*m_transport, url, 3s);
    // Whoever answers so says nothing of a request that was not written.
    for (const HttpOutcome& outcome : outcomes)
        QVERIFY(outcome.bodyRead || (outcome.fault != NetFault::None && outcome.httpStatus == 0));
    QVERIFY2(connections <= 8, qPrintable(QString::number(connections)));
}

void PhasesTest::isNotAnsweredByAPart_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<Then>("then");
    for (const auto& [name, part] : cutAnswers()) {
        QTest::addRow("%s, silence", name) << part << Then::Silence;
        QTest::addRow("%s, close", name) << part << Then::Close;
        QTest::addRow("%s, reset", name) << part << Then::Reset;
    }
}

void PhasesTest::isNotAnsweredByAPart()
{
    QFETCH(const QByteArray, part);
    QFETCH(const Then, then);
    RawServer server(saying(part, then), m_identity.certificate, m_identity.key);
    const auto outcomes = post(*m_transport, server.url(), 900ms);
    for (const HttpOutcome& outcome : outcomes) {
        QVERIFY(outcome.fault == NetFault::Dropped || (then == Then::Silence && outcome.fault == NetFault::Deadline));
        QVERIFY(outcome.bodyRead);
        QVERIFY(outcome.roundTrip < 3s);
    }
    QCOMPARE(server.posts(), 2); // each once
}

void PhasesTest::isNotAnsweredUnderAnotherStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : { 201, 202, 203, 204, 205, 206, 207, 226, 299, 300, 301, 302, 303, 304, 305, 307, 308, 400,
             401, 402, 403, 404, 405, 406, 408, 409, 410, 413, 414, 418, 421, 425, 426, 428, 429, 431, 451, 499, 500,
             501, 502, 503, 504, 505, 511, 520, 599, 999 })
        QTest::addRow("%d", status) << status;
}

void PhasesTest::isNotAnsweredUnderAnotherStatus()
{
    QFETCH(const int, status);
    const QByteArray answer = "HTTP/1.1 " + QByteArray::number(status)
        + " OK\r\nContent-Length: " + QByteArray::number(deleted.size()) + "\r\n\r\n" + deleted;
    RawServer server(saying(answer, Then::Close), m_identity.certificate, m_identity.key);
    const auto outcomes = post(*m_transport, server.url(), 3s);
    for (const HttpOutcome& outcome : outcomes) {
        QVERIFY(outcome.fault != NetFault::None);
        QVERIFY(outcome.bodyRead);
    }
    QCOMPARE(server.posts(), 2);
}

// --- through a proxy ---

void PhasesTest::didNotLeaveWhenAProxyBreaks_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<Then>("then");
    const QByteArray through = "HTTP/1.1 200 Connection established\r\n\r\n";
    const QList<std::pair<const char*, QByteArray>> parts { { "nothing", "" }, { "half a status line", "HTTP/1.1 2" },
        { "half a header", ok + "Via: " }, { "a way and no TLS behind it", through },
        { "a way and text behind it", through + "HTTP/1.1 400 Bad Request\r\n\r\n" },
        { "403", "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n" },
        { "502", "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n" },
        { "503", "HTTP/1.1 503 Unavailable\r\nContent-Length: 0\r\n\r\n" },
        { "302", "HTTP/1.1 302 Found\r\nLocation: http://proxy.example/login\r\nContent-Length: 0\r\n\r\n" },
        { "the service's own answer",
            ok + "Content-Length: " + QByteArray::number(deleted.size()) + "\r\n\r\n" + deleted },
        { "no HTTP", "\x16\x03\x01\x02" } };
    for (const auto& [name, part] : parts) {
        QTest::addRow("%s, silence", name) << part << Then::Silence;
        QTest::addRow("%s, close", name) << part << Then::Close;
        QTest::addRow("%s, reset", name) << part << Then::Reset;
    }
}

void PhasesTest::didNotLeaveWhenAProxyBreaks()
{
    QFETCH(const QByteArray, part);
    QFETCH(const Then, then);
    RawServer proxy(saying(part, then));
    HttpOptions options;
    options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort());
    HttpTransport transport(std::move(options));
    const auto outcomes = post(transport, QUrl(QStringLiteral("https://service.example/x?usersig=secret")), 900ms);
    for (const HttpOutcome& outcome : outcomes) {
        QVERIFY(outcome.fault != NetFault::None);
        QVERIFY(!outcome.bodyRead);
        QCOMPARE(outcome.httpStatus, 0);
        QVERIFY(outcome.roundTrip < 4s);
    }
    QVERIFY(proxy.lastHead().startsWith("CONNECT service.example:443 "));
    QVERIFY(!proxy.lastHead().contains("secret"));
    QCOMPARE(proxy.posts(), 0);
}

QTEST_GUILESS_MAIN(PhasesTest)
#include "tst_phases.moc"
