// Who is at the other end: read from the system's table, and asked of real sockets of this and of another user.
#include "practice/peerowner.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace pushbrake;

namespace {

constexpr quint32 loopback = 0x7F000001;
constexpr SocketEnd client { loopback, 0xC350 };
constexpr SocketEnd server { loopback, 0x1F90 };

// As Linux writes it on a processor that keeps the lowest byte first.
QByteArray table(const QByteArray& rows)
{
    return "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n" + rows;
}

const QByteArray rest
    = " 01 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0000000000000000 20 4 30 10 -1\n";
const QByteArray othersRest
    = " 01 00000000:00000000 00:00000000 00000000  1001        0 4712 1 0000000000000000 20 4 30 10 -1\n";

} // namespace

class PeerOwnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheCallersEndAndNotOurs()
    {
        const QByteArray rows = table("   0: 0100007F:1F90 0100007F:C350" + othersRest
            + "   1: 0100007F:C351 0100007F:1F90" + othersRest + "  12: 0100007F:C350 0100007F:1F90" + rest);
        QCOMPARE(socketOwner(rows, client, server), std::optional<quint32>(1000));
        QCOMPARE(socketOwner(rows, server, client), std::optional<quint32>(1001));
    }

    void findsACallerWithASocketForBothFamilies()
    {
        const QByteArray rows
            = table("   0: 0000000000000000FFFF00000100007F:C350 0000000000000000FFFF00000100007F:1F90" + rest);
        QCOMPARE(socketOwner(rows, client, server), std::optional<quint32>(1000));
    }

    void findsNobodyWhereNobodyIs()
    {
        QVERIFY(!socketOwner({}, client, server));
        QVERIFY(!socketOwner(table({}), client, server));
        QVERIFY(!socketOwner(table("   0: 0100007F:C350 0100007F:1F90 01"), client, server));
        QVERIFY(!socketOwner(table("   0: 0100007F:C350 0200007F:1F90" + rest), client, server));
    }

#ifdef Q_OS_LINUX
    void knowsThisUsersProcesses()
    {
        QTcpServer listening;
        QVERIFY(listening.listen(QHostAddress::LocalHost));
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, listening.serverPort());
        QTRY_VERIFY_WITH_TIMEOUT(listening.hasPendingConnections(), 2'000);
        const auto* accepted = listening.nextPendingConnection();
        QCOMPARE(isOwnProcess(accepted->socketDescriptor()), IsOwnProcess::Yes);
    }

    void knowsAnotherUsersProcesses()
    {
        if (geteuid() != 0)
            QSKIP("Only root can start a process of another user.");
        QTcpServer listening;
        QVERIFY(listening.listen(QHostAddress::LocalHost));
        QProcess other;
        other.setChildProcessModifier([] {
            if (setgid(65534) != 0 || setuid(65534) != 0)
                _exit(1);
        });
        other.start(QStringLiteral("bash"),
            { QStringLiteral("-c"),
                QStringLiteral("exec 3<>/dev/tcp/127.0.0.1/%1; read -r <&3").arg(listening.serverPort()) });
        QTRY_VERIFY_WITH_TIMEOUT(listening.hasPendingConnections(), 5'000);
        auto* accepted = listening.nextPendingConnection();
        QCOMPARE(isOwnProcess(accepted->socketDescriptor()), IsOwnProcess::No);
        accepted->abort();
        QVERIFY(other.waitForFinished(5'000));
    }
#endif
};

QTEST_GUILESS_MAIN(PeerOwnerTest)
#include "tst_peerowner.moc"
