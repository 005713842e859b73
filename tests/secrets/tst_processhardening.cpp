#include "secrets/processhardening.h"

#include <QTemporaryFile>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

using namespace pushbrake;

class ProcessHardeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logsNoSignature()
    {
#ifdef Q_OS_UNIX
        QTemporaryFile log;
        QVERIFY(log.open());
        const int usual = dup(STDERR_FILENO);
        dup2(log.handle(), STDERR_FILENO);
        hardenProcess();
        qWarning("POST https://host/v4/x?usersig=secret-of-ours&random=1");
        qInstallMessageHandler(nullptr);
        dup2(usual, STDERR_FILENO);
        close(usual);
        log.seek(0);
        const QByteArray said = log.readAll();
        QVERIFY2(said.contains("random=1"), said.constData());
        QVERIFY2(!said.contains("secret-of-ours"), said.constData());
#else
        QSKIP("reads what stands on the standard error of Unix");
#endif
    }

    void leavesNoDumpAndNoDebugger()
    {
#ifdef Q_OS_LINUX
        hardenProcess();
        qInstallMessageHandler(nullptr);
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
        rlimit limit { 1, 1 };
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0));
#else
        QSKIP("only Linux has these switches");
#endif
    }
};

QTEST_GUILESS_MAIN(ProcessHardeningTest)
#include "tst_processhardening.moc"
