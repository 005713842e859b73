// The probe comes to an end whatever the service does, says so in one sentence, and its exit status tells which end.
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct End
{
    int status = -1;
    QList<QByteArray> report;
    QString said;
    qint64 ms = 0;
};

} // namespace

class TestCancelProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsByItselfWhenAllIsSettled()
    {
        QVERIFY(startService(u""_s));
        const End end = probe(port(), {});
        QCOMPARE(end.status, 0);
        QCOMPARE(summary(end)["cancelled"_L1].toInt(), 3);
        QCOMPARE(end.said, QString());
    }

    void givesUpWithoutANetworkWhenItsTimeIsOver()
    {
        QTcpServer nobody; // its port is free again when it goes
        QVERIFY(nobody.listen(QHostAddress::LocalHost));
        const QByteArray closed = QByteArray::number(nobody.serverPort());
        nobody.close();
        QVERIFY(writeTasks());
        const End end = probe(closed, { u"--time-limit"_s, u"2"_s });
        QCOMPARE(end.status, 3);
        QCOMPARE(end.said, u"cancelprobe: 0 of 3 were settled within 2 s\n"_s);
        QCOMPARE(summary(end)["cancelled"_L1].toInt(), 0);
        QVERIFY2(end.ms >= 2'000 && end.ms < 10'000, qPrintable(QString::number(end.ms)));
    }

    void givesUpOnAServiceThatNeverAnswersAndOnLookingAtWhatItLeft()
    {
        QVERIFY(startService(u"delete_sched_task:stall-after=1,get_sched_task:stall-after=1"_s));
        // Two seconds are the read that goes before.
        const End run = probe(port(), { u"--time-limit"_s, u"4"_s });
        QCOMPARE(run.status, 3);
        const End looks = probe(port(), { u"--settle-left"_s, u"--time-limit"_s, u"2"_s });
        QCOMPARE(looks.status, 3);
        QCOMPARE(looks.said, u"cancelprobe: not all was looked at within 2 s\n"_s);
        QCOMPARE(looks.report.size(), 3);
        QVERIFY(looks.ms < 10'000);
    }

    void aLimitThatIsNoNumberIsRefused()
    {
        QVERIFY(writeTasks());
        const End end = probe("1", { u"--time-limit"_s, u"soon"_s });
        QCOMPARE(end.status, 2);
        QCOMPARE(end.said, u"cancelprobe: the time limit is a number of seconds\n"_s);
    }

    void cleanup()
    {
        m_service.kill();
        m_service.waitForFinished();
        m_folder = std::make_unique<QTemporaryDir>();
    }

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QByteArray port() const { return m_port; }

    bool startService(const QString& faults)
    {
        m_service.start(QStringLiteral(PRACTICE),
            { u"--make-certificate"_s, path(u"tls"_s), u"--tasks"_s, u"3"_s, u"--write-tasks"_s, path(u"tasks.csv"_s),
                u"--faults"_s, faults });
        if (!m_service.waitForReadyRead())
            return false;
        m_port = m_service.readLine().trimmed().split(' ').last();
        return true;
    }

    bool writeTasks()
    {
        QFile file(path(u"tasks.csv"_s));
        return file.open(QIODevice::WriteOnly)
            && file.write("task_id,type,sched_at_utc\n7000000001,Tag,2099-01-01T00:00:00Z\n"
                          "7000000002,Tag,2099-01-01T00:00:00Z\n7000000003,Tag,2099-01-01T00:00:00Z\n")
            > 0;
    }

    End probe(const QByteArray& port, const QStringList& more)
    {
        QStringList arguments { u"--host"_s, u"localhost:"_s + QString::fromLatin1(port), u"--sdkappid"_s,
            u"1400000000"_s, u"--secret-key"_s, u"practice-key-that-opens-nothing-but-practice"_s, u"--tasks"_s,
            path(u"tasks.csv"_s), u"--journal"_s, path(u"known.db"_s) };
        if (QFile::exists(path(u"tls/ca.pem"_s)))
            arguments += { u"--ca"_s, path(u"tls/ca.pem"_s) };
        QProcess process;
        QElapsedTimer elapsed;
        elapsed.start();
        process.start(QStringLiteral(PROBE), arguments + more);
        End end;
        if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
            end.status = process.exitCode();
        end.ms = elapsed.elapsed();
        end.said = QString::fromUtf8(process.readAllStandardError());
        end.report = process.readAllStandardOutput().trimmed().split('\n');
        return end;
    }

    static QJsonObject summary(const End& end) { return QJsonDocument::fromJson(end.report.last()).object(); }

    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
    QProcess m_service;
    QByteArray m_port;
};

QTEST_GUILESS_MAIN(TestCancelProbe)
#include "tst_cancelprobe.moc"
