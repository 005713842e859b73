// The practice service attacked from its own computer: bodies and heads without end, a thousand connections, requests
// that never become whole, another user. Its memory stays flat, the window's thread goes on, and it serves afterwards.
#include "practice/practiceservice.h"
#include "practice/practicethread.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr qint64 mostGrowth = 512 * 1024; // KiB: the sanitizer keeps what was given back
#else
constexpr qint64 mostGrowth = 8 * 1024; // KiB
#endif

// A caller without Qt, so that its own memory does not count.
class Attacker
{
public:
    explicit Attacker(quint16 port)
        : m_socket(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            qWarning("The service takes no connection.");
    }
    Attacker(Attacker&& other) noexcept
        : m_socket(std::exchange(other.m_socket, -1))
    {
    }
    ~Attacker()
    {
        if (m_socket >= 0)
            close(m_socket);
    }

    /// False once the service takes no more.
    bool send(const QByteArray& bytes)
    {
        for (qsizetype sent = 0; sent < bytes.size();) {
            pollfd ready { m_socket, POLLOUT, 0 };
            if (poll(&ready, 1, 3'000) != 1)
                return false;
            const auto some = ::send(
                m_socket, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (some <= 0)
                return false;
            sent += some;
        }
        return true;
    }
    /// What comes until the service hangs up or `patience` is over.
    QByteArray hear(std::chrono::milliseconds patience)
    {
        QByteArray heard;
        QElapsedTimer since;
        since.start();
        m_isHungUp = false;
        while (!m_isHungUp && since.elapsed() < patience.count()) {
            pollfd ready { m_socket, POLLIN, 0 };
            if (poll(&ready, 1, 20) != 1)
                continue;
            char bytes[4096];
            const auto some = recv(m_socket, bytes, sizeof bytes, 0);
            if (some > 0)
                heard.append(bytes, some);
            m_isHungUp = some <= 0;
        }
        return heard;
    }
    bool isHungUp() const { return m_isHungUp; }

private:
    int m_socket;
    bool m_isHungUp = false;
};

qint64 residentKilobytes()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE) / 1024;
}

// The window's thread while others attack: how long it stood still at most, and how far the memory grew.
struct Watch
{
    qint64 longestPause = 0; ///< ms
    qint64 growth = 0; ///< KiB
};
Watch watch(const std::function<void()>& attack)
{
    Watch seen;
    const qint64 before = residentKilobytes();
    std::atomic<bool> isOver = false;
    std::thread attacker([&] {
        attack();
        isOver = true;
    });
    QElapsedTimer lastBeat;
    lastBeat.start();
    QTimer heart;
    QObject::connect(&heart, &QTimer::timeout, [&] {
        seen.longestPause = std::max(seen.longestPause, lastBeat.restart());
        seen.growth = std::max(seen.growth, residentKilobytes() - before);
    });
    heart.start(5ms);
    const bool ended = QTest::qWaitFor([&] { return isOver.load(); }, 60'000);
    attacker.join();
    if (!ended)
        qFatal("The attack did not end.");
    return seen;
}

} // namespace

class HttpLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        rlimit files {};
        getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4'096); // both ends of each connection are this process's
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &files), 0);
    }

    void init()
    {
        m_thread = std::make_unique<PracticeThread>(m_clock);
        const Account account = m_thread->open();
        m_port = account.profile.otherHost.section(u':', 1).toUShort();
        m_path = "/" + account.profile.practiceToken.toLatin1() + "/v4/timpush/get_sched_task";
        QVERIFY(ask().startsWith("HTTP/1.1 200")); // and what is allocated once has been
    }

    void cleanup()
    {
        QVERIFY(ask().startsWith("HTTP/1.1 200")); // it serves after every attack
        m_thread.reset();
    }

    void keepsNothingOfABodyThatIsTooLong_data()
    {
        QTest::addColumn<QByteArray>("length");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("announced") << QByteArray("Content-Length: 209715200\r\n") << QByteArray("HTTP/1.1 413");
        QTest::newRow("in parts") << QByteArray("Transfer-Encoding: chunked\r\n") << QByteArray("HTTP/1.1 411");
        QTest::newRow("announced as small") << QByteArray("Content-Length: 2\r\n") << QByteArray("HTTP/1.1 200");
    }

    void keepsNothingOfABodyThatIsTooLong()
    {
        QFETCH(QByteArray, length);
        QFETCH(QByteArray, answer);
        QByteArray heard;
        const Watch seen = watch([&] {
            Attacker attacker(m_port);
            if (!attacker.send("POST " + m_path + " HTTP/1.1\r\nHost: a\r\n" + length + "\r\n"))
                return;
            const QByteArray piece(1024 * 1024, 'x');
            for (int i = 0; i < 200 && attacker.send(piece); ++i) { }
            heard = attacker.hear(3s);
        });
        QVERIFY2(heard.startsWith(answer) || heard.isEmpty(), heard.constData());
        verify(seen);
    }

    void saysWhyItRefuses_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("answer");
        const QByteArray start = "POST / HTTP/1.1\r\nHost: a\r\n";
        QTest::newRow("a body that is too long") << start + "Content-Length: 65537\r\n\r\n"
                                                 << QByteArray("HTTP/1.1 413");
        QTest::newRow("a body of unknown length") << start + "Transfer-Encoding: chunked\r\n\r\n"
                                                  << QByteArray("HTTP/1.1 411");
        QTest::newRow("a head that is too long")
            << start + "A: " + QByteArray(8'192, 'x') << QByteArray("HTTP/1.1 431");
        QTest::newRow("no HTTP") << QByteArray("EHLO a\r\n\r\n") << QByteArray("HTTP/1.1 400");
    }

    void saysWhyItRefuses()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, answer);
        Attacker attacker(m_port);
        QVERIFY(attacker.send(request));
        const QByteArray heard = attacker.hear(3s);
        QVERIFY2(heard.startsWith(answer), heard.constData());
        QVERIFY(attacker.isHungUp());
    }

    void takesAHeadAndABodyOfJustTheLimit()
    {
        QByteArray head = "POST " + m_path + " HTTP/1.1\r\nContent-Length: 65536\r\nA: ";
        head += QByteArray(8 * 1024 - head.size() - 4, 'x') + "\r\n\r\n";
        Attacker attacker(m_port);
        QVERIFY(attacker.send(head + QByteArray(64 * 1024, 'x')));
        const QByteArray heard = attacker.hear(1s);
        QVERIFY2(heard.startsWith("HTTP/1.1 200"), heard.constData());
        QVERIFY(!attacker.isHungUp());
    }

    void keepsNothingOfAHeadWithoutEnd_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("one line") << QByteArray(64 * 1024, 'x');
        QTest::newRow("many fields") << QByteArray("A: b\r\n").repeated(10'000);
        QTest::newRow("line feeds") << QByteArray(64 * 1024, '\n');
    }

    void keepsNothingOfAHeadWithoutEnd()
    {
        QFETCH(QByteArray, piece);
        const Watch seen = watch([&] {
            for (int i = 0; i < 20; ++i) {
                Attacker attacker(m_port);
                for (int j = 0; j < 200 && attacker.send(piece); ++j) { }
            }
        });
        verify(seen);
    }

    void standsAThousandConnections()
    {
        int hungUp = 0;
        const Watch seen = watch([&] {
            std::vector<Attacker> attackers;
            for (int i = 0; i < 1'000; ++i)
                attackers.emplace_back(m_port);
            hungUp = int(std::count_if(attackers.begin(), attackers.end(), [](Attacker& attacker) {
                attacker.hear(5ms);
                return attacker.isHungUp();
            }));
        });
        QCOMPARE(hungUp, 1'000 - HttpLimits().connections);
        verify(seen);
    }

    // The odd ones could be answered at once, the others only after the way.
    void answersWhatComesAtOnceInOrder()
    {
        constexpr int pairs = 10;
        PracticeService far(m_clock);
        far.setLatency(10ms);
        Attacker attacker(far.listen());
        const QByteArray path = '/' + far.account().profile.practiceToken.toLatin1() + "/v4/timpush/get_sched_task";
        QByteArray heard;
        watch([&] {
            // Once all in one, once one after the other: each of these comes while another is being answered.
            const QByteArray both[] { request("{}", path), "POST /nowhere HTTP/1.1\r\nHost: a\r\n\r\n" };
            attacker.send((both[0] + both[1]).repeated(pairs / 2));
            for (int i = 0; i < pairs; ++i) {
                std::this_thread::sleep_for(15ms);
                attacker.send(both[i % 2]);
            }
            heard = attacker.hear(2s);
        });
        QList<QByteArray> answers;
        for (qsizetype at = heard.indexOf("HTTP/1.1 "); at >= 0; at = heard.indexOf("HTTP/1.1 ", at + 1))
            answers.append(heard.mid(at + 9, 3));
        QCOMPARE(answers.size(), 2 * pairs);
        for (int i = 0; i < 2 * pairs; ++i)
            QCOMPARE(answers.at(i), i % 2 ? "404" : "200");
    }

    void readsAHeadThatComesByteByByte()
    {
        Attacker attacker(m_port);
        for (const char byte : request("{}"))
            QVERIFY(attacker.send(QByteArray(1, byte)));
        QVERIFY(attacker.hear(500ms).startsWith("HTTP/1.1 200"));
    }

    void closesAfterTheAnswerWhenItIsAskedTo()
    {
        Attacker attacker(m_port);
        QVERIFY(attacker.send("POST " + m_path + " HTTP/1.1\r\nConnection: close\r\n\r\n"));
        QVERIFY(attacker.hear(3s).startsWith("HTTP/1.1 200"));
        QVERIFY(attacker.isHungUp());
    }

    void waitsForAWholeRequestOnlySoLong()
    {
        const SystemClock clock;
        PracticeService hasty(clock);
        HttpLimits limits;
        limits.request = 300ms;
        limits.idle = 2500ms; // beyond what a busy computer adds to the half second below
        hasty.setLimits(limits);
        const quint16 port = hasty.listen();
        QByteArray slow;
        QByteArray halfBody;
        bool isSilentOneHungUp = true;
        bool isSilentOneHungUpLater = false;
        watch([&] {
            Attacker silent(port);
            Attacker dripping(port);
            Attacker waiting(port);
            waiting.send("POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\nab");
            for (int i = 0; i < 10; ++i) {
                dripping.send("x"); // each byte in time, the whole never
                slow += dripping.hear(50ms);
            }
            halfBody = waiting.hear(500ms);
            silent.hear(1ms);
            isSilentOneHungUp = silent.isHungUp();
            silent.hear(5s);
            isSilentOneHungUpLater = silent.isHungUp();
        });
        QVERIFY2(slow.startsWith("HTTP/1.1 408"), slow.constData());
        QVERIFY2(halfBody.startsWith("HTTP/1.1 408"), halfBody.constData());
        QVERIFY(!isSilentOneHungUp);
        QVERIFY(isSilentOneHungUpLater);
    }

    void keepsAConnectionForTheNextRequestOfTheProgram()
    {
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(QLatin1String(m_path))));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        for (int i = 0; i < 4; ++i) {
            const std::unique_ptr<QNetworkReply> reply(network.post(request, QByteArray("{}")));
            QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 5'000);
            QCOMPARE(reply->error(), QNetworkReply::NoError);
        }
        QCOMPARE(openConnections(), 1);
    }

    void hangsUpOnAnotherUserBeforeItReads()
    {
        if (geteuid() != 0)
            QSKIP("Only root can start a process of another user.");
        QProcess other;
        other.setChildProcessModifier([] {
            if (setgid(65534) != 0 || setuid(65534) != 0)
                _exit(1);
        });
        // Bash has no other way to be told that the connection broke while it writes than its own end.
        const QString script = QStringLiteral("trap '' PIPE; exec 3<>/dev/tcp/127.0.0.1/%1 || exit 9; sleep 0.3; "
                                              "printf '%2' >&3; cat <&3")
                                   .arg(m_port)
                                   .arg(QString::fromLatin1(ascii(request("{}"))));
        other.start(QStringLiteral("bash"), { QStringLiteral("-c"), script });
        QVERIFY(other.waitForFinished(10'000));
        QVERIFY2(other.exitCode() != 9, other.readAllStandardError().constData()); // it did reach the port
        QCOMPARE(other.readAllStandardOutput(), QByteArray());
    }

private:
    QByteArray request(const QByteArray& body) const { return request(body, m_path); }
    static QByteArray request(const QByteArray& body, const QByteArray& path)
    {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
    }
    static QByteArray ascii(QByteArray text) { return text.replace("\r\n", "\\r\\n"); }
    QByteArray ask() const
    {
        QByteArray heard;
        // What an attack left open is gone within a moment.
        for (int i = 0; i < 50 && heard.isEmpty(); ++i) {
            Attacker caller(m_port);
            if (caller.send(request("{}")))
                heard = caller.hear(100ms);
        }
        return heard;
    }
    int openConnections() const
    {
        QFile table(QStringLiteral("/proc/net/tcp"));
        if (!table.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray ours = "0100007F:" + QByteArray::number(m_port, 16).toUpper().rightJustified(4, '0');
        return int(table.readAll().count(' ' + ours + " 01 ")); // as the other end of an open connection
    }
    static void verify(const Watch& seen)
    {
        QVERIFY2(seen.growth < mostGrowth, qPrintable(QStringLiteral("%1 KiB").arg(seen.growth)));
        QVERIFY2(seen.longestPause < 1'000, qPrintable(QStringLiteral("%1 ms").arg(seen.longestPause)));
    }

    SystemClock m_clock;
    std::unique_ptr<PracticeThread> m_thread;
    quint16 m_port = 0;
    QByteArray m_path;
};

QTEST_GUILESS_MAIN(HttpLimitsTest)
#include "tst_httplimits.moc"
