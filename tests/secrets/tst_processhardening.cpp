#include "secrets/processhardening.h"

#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

using namespace pushbrake;

class ProcessHardeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheValueOfEverySignatureOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << QStringLiteral("GET /v4/x?random=1") << QStringLiteral("GET /v4/x?random=1");
        QTest::newRow("middle") << QStringLiteral("?usersig=eJw*-_&random=1")
                                << QStringLiteral("?usersig=***&random=1");
        QTest::newRow("end") << QStringLiteral("x&usersig=abc") << QStringLiteral("x&usersig=***");
        QTest::newRow("case") << QStringLiteral("UserSig=abc d") << QStringLiteral("UserSig=*** d");
        QTest::newRow("quoted") << QStringLiteral("\"u?usersig=abc\" x") << QStringLiteral("\"u?usersig=***\" x");
        QTest::newRow("encoded") << QStringLiteral("u%3Fusersig%3Dabc%26random%3D1")
                                 << QStringLiteral("u%3Fusersig%3D***%26random%3D1");
        QTest::newRow("twice") << QStringLiteral("usersig=a usersig=b") << QStringLiteral("usersig=*** usersig=***");
    }
    void takesTheValueOfEverySignatureOut()
    {
        QFETCH(QString, text);
        QTEST(redacted(text), "shown");
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
