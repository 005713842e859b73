// The practice service on real sockets: what the wire carries for each fault, and whether the push was deleted all the
// same.
#include "api/usersig.h"
#include "practice/practiceservice.h"
#include "support/tlsidentity.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QNetworkInterface>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace pushbrake;

namespace {

constexpr TaskId known = 7'000'000'001;

// Without what begins a path on plain HTTP.
QByteArray target(const QByteArray& command)
{
    const SystemClock clock;
    const Secret key(PracticeService::secretKey());
    const QByteArray sig = signUserSig(
        PracticeService::identifier(), PracticeService::sdkAppId, key, clock.utcNow(), std::chrono::hours(1))
                               .reveal();
    return "/v4/timpush/" + command + "?sdkappid=1400000000&identifier=administrator&usersig="
        + QUrl::toPercentEncoding(QString::fromLatin1(sig)) + "&random=7&contenttype=json";
}

QByteArray request(const QByteArray& method, const QByteArray& path)
{
    const QByteArray body = R"({"Sdkappid":1400000000,"TaskID":7000000001,"Type":"Tag"})";
    return method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

struct Heard
{
    QByteArray bytes;
    bool closed = false;
};

// Sends the bytes and listens until the connection ends, or for `patience` ms.
Heard say(QTcpSocket& socket, const QByteArray& bytes, int patience = 700)
{
    Heard heard;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { heard.bytes += socket.readAll(); });
    QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&] { heard.closed = true; });
    socket.write(bytes);
    const bool ended = QTest::qWaitFor(
        [&] { return heard.closed || heard.bytes.endsWith('}') || heard.bytes.endsWith("\r\n\r\n"); }, patience);
    Q_UNUSED(ended);
    socket.disconnect();
    return heard;
}

} // namespace

class PracticeServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<PracticeService>(m_clock);
        Task task;
        task.id = known;
        task.audience = Audience::Tag;
        task.goesOutAt = m_clock.utcNow().addSecs(3600);
        m_service->addTask(task);
        m_port = m_service->listen();
        QVERIFY(m_port != 0);
    }

    void deletesWhenItIsAskedProperly()
    {
        const Heard heard = deleteIt();
        QVERIFY2(heard.bytes.startsWith("HTTP/1.1 200"), heard.bytes.constData());
        QVERIFY(heard.bytes.contains("\"ErrorCode\":0"));
        QVERIFY(isGone());
    }

    void refusesAnotherMethod()
    {
        QVERIFY(ask(request("GET", target("delete_sched_task"))).bytes.startsWith("HTTP/1.1 405"));
        QVERIFY(!isGone());
    }

    void refusesAnotherPath()
    {
        QByteArray elsewhere = target("delete_sched_task");
        elsewhere.replace("/v4/timpush/", "/v5/timpush/");
        QVERIFY(ask(request("POST", elsewhere)).bytes.startsWith("HTTP/1.1 404"));
        QVERIFY(!isGone());
    }

    void breaksTheWayItIsTold_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("gone");
        QTest::addColumn<QByteArray>("begins"); // what the wire carries; empty: nothing at all
        QTest::addColumn<bool>("closes");
        const auto row = [](const char* fault, bool gone, const char* begins, bool closes) {
            QTest::newRow(fault) << QString::fromLatin1(fault) << gone << QByteArray(begins) << closes;
        };
        row("drop-before", false, "", true);
        row("drop-after", true, "", true);
        row("reset-before", false, "", true);
        row("reset-after", true, "", true);
        row("stall-before", false, "", false);
        row("stall-after", true, "", false);
        row("bad-gateway", false, "HTTP/1.1 502", false);
        row("cut-body", true, "HTTP/1.1 200", true);
        row("empty-body", true, "HTTP/1.1 200", false);
        row("garbage", true, "HTTP/1.1 200", false);
        row("wrong-types", true, "HTTP/1.1 200", false);
        row("slow-drip", true, "H", false);
        row("code-90105", false, "HTTP/1.1 200", false);
    }

    void breaksTheWayItIsTold()
    {
        QFETCH(QString, fault);
        QFETCH(bool, gone);
        QFETCH(QByteArray, begins);
        QFETCH(bool, closes);
        m_service->setFaults(*Faults::fromText(fault + QStringLiteral("=1")));
        const Heard heard = deleteIt();
        QCOMPARE(heard.closed, closes);
        QVERIFY2(begins.isEmpty() ? heard.bytes.isEmpty() : heard.bytes.startsWith(begins), heard.bytes.constData());
        QCOMPARE(isGone(), gone);
        const QByteArray body = heard.bytes.mid(heard.bytes.indexOf("\r\n\r\n") + 4);
        QVERIFY2(QJsonDocument::fromJson(body)[QLatin1String("ErrorCode")].toDouble(-1) != 0, body.constData());
        QCOMPARE(m_service->log().size(), 1);
        QCOMPARE(m_service->log().first().task, known);
        QCOMPARE(m_service->log().first().applied, gone);
    }

    void refusesTheSixthCallOfASecond()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(!ask(request("POST", target("get_sched_task"))).bytes.contains("60007"));
        QVERIFY(ask(request("POST", target("get_sched_task"))).bytes.contains("60007"));
    }

    void answersEachRequestOfAConnection()
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::ConnectedState, 2'000);
        for (int i = 0; i < 3; ++i)
            QVERIFY(say(socket, atHome(request("POST", target("get_sched_task")))).bytes.contains("\"ErrorCode\":0"));
    }

    void keepsConnectionsApart()
    {
        QTcpSocket silent;
        QTcpSocket asking;
        for (QTcpSocket* socket : { &asking, &silent }) {
            socket->connectToHost(QHostAddress::LocalHost, m_port);
            QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::ConnectedState, 2'000);
        }
        QVERIFY(say(asking, atHome(request("POST", target("get_sched_task")))).bytes.contains("\"ErrorCode\":0"));
        QCOMPARE(silent.bytesAvailable(), 0);
    }

    void findsNothingWithoutTheTokenOfItsAddress_data()
    {
        QTest::addColumn<QByteArray>("token");
        const QByteArray right = token();
        QTest::newRow("none") << QByteArray();
        QTest::newRow("an empty one") << QByteArray("/");
        QTest::newRow("a shorter one") << right.chopped(1);
        QTest::newRow("another") << "/" + QByteArray(right.size() - 1, '0');
    }

    void findsNothingWithoutTheTokenOfItsAddress()
    {
        QFETCH(QByteArray, token);
        const Heard heard = askPlainly(request("POST", token + target("delete_sched_task")));
        QVERIFY2(heard.bytes.startsWith("HTTP/1.1 404"), heard.bytes.constData());
        QVERIFY(!isGone());
    }

    void hasAnotherTokenEachTimeItOpens()
    {
        const QByteArray before = token();
        QCOMPARE(before.size(), 33);
        m_service->close();
        m_port = m_service->listen();
        QVERIFY(token() != before);
        QVERIFY(askPlainly(request("POST", before + target("get_sched_task"))).bytes.startsWith("HTTP/1.1 404"));
        QVERIFY(deleteIt().bytes.startsWith("HTTP/1.1 200")); // the tasks have stayed
        QVERIFY(isGone());
    }

    void hangsUpAndListensNoMoreWhenItIsClosed()
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        QVERIFY(say(socket, atHome(request("POST", target("get_sched_task")))).bytes.contains("\"ErrorCode\":0"));
        m_service->close();
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 2'000);
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        QTRY_COMPARE_WITH_TIMEOUT(socket.error(), QAbstractSocket::ConnectionRefusedError, 2'000);
    }

    void speaksTlsWithItsOwnCertificate()
    {
        const QTemporaryDir folder;
        const TlsIdentity identity = makeTlsIdentity("localhost");
        const PracticeService::Tls files { folder.filePath(QStringLiteral("c.pem")),
            folder.filePath(QStringLiteral("k.pem")) };
        write(files.certificateFile, identity.certificate.toPem());
        write(files.keyFile, identity.key.toPem());
        const quint16 port = m_service->listenTls(files);
        QSslSocket socket;
        QSslConfiguration trust;
        trust.setCaCertificates({ identity.certificate });
        socket.setSslConfiguration(trust);
        socket.connectToHostEncrypted(QStringLiteral("localhost"), port);
        QTRY_VERIFY_WITH_TIMEOUT(socket.isEncrypted(), 5'000);
        QVERIFY(say(socket, request("POST", target("delete_sched_task"))).bytes.contains("\"ErrorCode\":0"));
        QVERIFY(isGone());
    }

    void isOutOfReachFromOtherComputers()
    {
        for (const QHostAddress& address : QNetworkInterface::allAddresses()) {
            if (address.isLoopback() || address.protocol() != QAbstractSocket::IPv4Protocol)
                continue;
            QTcpSocket socket;
            socket.connectToHost(address, m_port);
            QVERIFY(!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 300));
        }
    }

private:
    QByteArray token() const { return '/' + m_service->account().profile.practiceToken.toLatin1(); }
    QByteArray atHome(QByteArray request) const { return request.replace(" /", ' ' + token() + '/'); }
    Heard ask(const QByteArray& bytes) { return askPlainly(atHome(bytes)); }
    Heard askPlainly(const QByteArray& bytes)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 2'000))
            return {};
        return say(socket, bytes);
    }
    Heard deleteIt() { return ask(request("POST", target("delete_sched_task"))); }
    bool isGone() const { return m_service->statusOf(known) == TaskStatus::Gone; }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    SystemClock m_clock;
    std::unique_ptr<PracticeService> m_service;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(PracticeServiceTest)
#include "tst_practiceservice.moc"
