// A key that must be nowhere: the whole program takes it in, keeps it in a real keychain, signs with it and ends. Then
// everything it left or showed is searched: files, output, arguments, environment. Needs tests/headless.sh.
#include "secrets/processhardening.h"
#include "start/program.h"
#include "support/actions.h"
#include "ui/window/shell.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace pushbrake;

namespace {

const QByteArray canary = QByteArrayLiteral("c0ffee5ecret0canary0that0sings0in0no0file0at0all0123456789abcdef");

template<typename Widget> Widget* find(Shell& window, const char* name)
{
    return window.findChild<Widget*>(QString::fromLatin1(name));
}

// The program as a person uses it; the key comes from standard input, so that only the program can lose it.
int useTheProgram(QApplication& application, const QString& folder, const QString& key)
{
    hardenProcess();
    Program program({ folder + QStringLiteral("/data"), folder + QStringLiteral("/settings.ini") });
    program.start();
    Shell& window = program.window();
    actionOf(window, "newAppAction")->trigger();
    find<QLineEdit>(window, "nameEdit")->setText(QStringLiteral("Canary"));
    find<QLineEdit>(window, "sdkAppIdEdit")->setText(QStringLiteral("1400000001"));
    find<QLineEdit>(window, "secretEdit")->setText(key);
    find<QPushButton>(window, "saveButton")->click();
    const bool saved = QTest::qWaitFor([&] { return !find<QLineEdit>(window, "secretEdit"); }, 15'000);
    std::printf(saved ? "saved\n" : "not saved\n");
    std::fflush(stdout);
    // A signed request leaves, or fails where there is no network: both have made an address with a signature.
    actionOf(window, "testConnectionAction")->trigger();
    QTest::qWait(2'500);
    qWarning("one line of log: https://localhost/v4?usersig=%s&random=1", key.toLatin1().constData());
    window.close();
    application.processEvents();
    return saved ? 0 : 1;
}

QByteArray everythingBelow(const QString& folder)
{
    QByteArray all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.fileName().toUtf8() + '\n' + file.readAll();
    }
    return all;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class CanaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeyIsNowhereButInTheKeychain()
    {
        const QTemporaryDir home;
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home.path());
        for (const char* name : { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME" })
            environment.insert(QString::fromLatin1(name), home.path() + u'/' + QString::fromLatin1(name));
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--use-the-program"), home.path() });
        child.write(canary + '\n');
        QVERIFY(QTest::qWaitFor([&] { return child.bytesAvailable() > 0; }, 30'000));
        const QString proc = QStringLiteral("/proc/%1/").arg(child.processId());
        const QByteArray seen
            = contentOf(proc + QStringLiteral("cmdline")) + contentOf(proc + QStringLiteral("environ"));
        QVERIFY(QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 30'000));
        const QByteArray said = child.readAll();
        QVERIFY2(said.contains("saved\n") && !said.contains("not saved"), said.constData());
        QCOMPARE(child.exitCode(), 0);
        QVERIFY2(
            said.contains("one line of log"), "the log line was not written, so nothing proves that it is cleaned");

        const QByteArray left = everythingBelow(home.path());
        QVERIFY2(left.contains("Canary"), "the profile left no trace at all, so this looked in the wrong place");
        QVERIFY(!left.contains(canary));
        QVERIFY(!left.toLower().contains(canary.toHex()) && !left.contains(canary.toBase64()));
        // Every UserSig begins so: zlib, in base64.
        const QRegularExpression anySignature(QStringLiteral("eJ[wxyz][0-9A-Za-z*_-]{40}"));
        QVERIFY(!anySignature.match(QString::fromLatin1(left + said)).hasMatch());
        QVERIFY(!said.contains(canary));
        QVERIFY(!seen.contains(canary));
    }
};

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1String("--use-the-program")) {
        QFile input;
        const bool open = input.open(stdin, QIODevice::ReadOnly);
        return open ? useTheProgram(application, arguments.value(2), QString::fromLatin1(input.readLine().trimmed()))
                    : 2;
    }
    CanaryTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_canary.moc"
