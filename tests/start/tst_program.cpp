// The program as a whole meets a database file that is damaged where only a look through all pages finds it, and files
// and folders that keep no record: then it looks, and sends nothing before a yes to just that.
#include "cancel/appsession.h"
#include "start/oneinstance.h"
#include "start/program.h"
#include "store/datafolder.h"
#include "store/storefiles.h"
#include "store/tasklist.h"
#include "support/actions.h"
#include "ui/apps/profileswitcher.h"
#include "ui/console.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/shell.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSqlQuery>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace pushbrake;

class ProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAfreshBesideAFileThatIsDamagedDeepInside_data();
    void startsAfreshBesideAFileThatIsDamagedDeepInside();
    void findsTheDamageOfALargeFileAfterItIsShown();
    void showsTheListOfASoundFile();
    void looksButSendsNothingWithoutARecordBeforeAYes_data();
    void looksButSendsNothingWithoutARecordBeforeAYes();
    void practiceListensOnlyWhileItIsTheAppThatIsOpen();
    void settingsAreTheUsersAloneWhateverTheUmask();
    void aSecondStartLeavesTheKeyboardToAnOpenQuestion();

private:
    static constexpr int taskCount = 2'000;
    const QString m_profile = QStringLiteral("3d4b0000-0000-4000-8000-000000000001");

    Program::Places places(const QTemporaryDir& folder, int count = taskCount, int titleLength = 0) const
    {
        const Program::Places made { folder.filePath(QStringLiteral("data")),
            folder.filePath(QStringLiteral("settings.ini")) };
        const auto database = storefiles::opened(databasePath(made.dataFolder));
        QList<Task> tasks;
        for (TaskId id = 1; id <= count; ++id)
            tasks.append(storefiles::task(id, QStringLiteral("push %1").arg(id).leftJustified(titleLength, u'.')));
        if (!TaskList(*database).add(AppKey::notRecorded(m_profile), tasks))
            qFatal("The tasks could not be written.");
        QSettings(made.settingsFile, QSettings::IniFormat).setValue(QStringLiteral("lastProfile"), m_profile);
        return made;
    }
};

// Leaves of the tasks: neither the version nor the tables stand there, and opening the file does not read them.
void ProgramTest::startsAfreshBesideAFileThatIsDamagedDeepInside_data()
{
    QTest::addColumn<double>("where");
    QTest::newRow("a page in the middle of the tasks") << 0.5;
    QTest::newRow("the last page of the tasks") << 1.0;
}

void ProgramTest::startsAfreshBesideAFileThatIsDamagedDeepInside()
{
    constexpr qsizetype pageSize = 4'096;
    QFETCH(double, where);
    const QTemporaryDir folder;
    const Program::Places made = places(folder);
    const QString path = databasePath(made.dataFolder);
    QByteArray bytes = storefiles::bytesOf(path);
    const qsizetype page = qsizetype(where * double(bytes.size() / pageSize - 1));
    bytes.replace(page * pageSize, pageSize, QByteArray(pageSize, '\x5a'));
    storefiles::write(path, bytes);

    Program program(made);
    QVERIFY(program.canStart());
    program.start();
    const auto* notice = program.window().findChild<QLabel*>(QStringLiteral("standingText"));
    QVERIFY(notice && notice->isVisible());
    QVERIFY2(notice->text().contains(QStringLiteral("damaged")), qPrintable(notice->text()));
    QCOMPARE(program.console().list().page().model().rowCount(), 0);
    const QStringList aside = QDir(made.dataFolder).entryList({ QStringLiteral("*.damaged-*") });
    QCOMPARE(aside.size(), 1);
    QCOMPARE(storefiles::bytesOf(QDir(made.dataFolder).filePath(aside.first())), bytes);
}

void ProgramTest::findsTheDamageOfALargeFileAfterItIsShown()
{
    const QTemporaryDir folder;
    const Program::Places made = places(folder, 40'000, 400);
    const QString path = databasePath(made.dataFolder);
    QByteArray bytes = storefiles::bytesOf(path);
    QVERIFY(bytes.size() > Database::soonLookedThrough);
    constexpr qsizetype pageSize = 4'096;
    const qsizetype middle = bytes.size() / 2 / pageSize * pageSize;
    bytes.replace(middle, pageSize, QByteArray(pageSize, '\x5a'));
    storefiles::write(path, bytes);

    Program program(made);
    QVERIFY(program.canStart());
    program.start();
    QVERIFY(!program.window().findChild<QLabel*>(QStringLiteral("standingText")));
    QTRY_VERIFY_WITH_TIMEOUT(program.window().findChild<QLabel*>(QStringLiteral("standingText")), 20'000);
    const auto* notice = program.window().findChild<QLabel*>(QStringLiteral("standingText"));
    QVERIFY2(notice->text().contains(QStringLiteral("damaged")), qPrintable(notice->text()));
    QVERIFY(QFile::exists(path + QStringLiteral(".suspect"))); // the next start puts it aside
}

void ProgramTest::showsTheListOfASoundFile()
{
    const QTemporaryDir folder;
    Program program(places(folder));
    program.start();
    QCOMPARE(program.console().list().page().model().rowCount(), taskCount);
    QVERIFY(program.window().findChild<QLabel*>(QStringLiteral("noticeText"))->text().isEmpty());
    QVERIFY(!program.window().findChild<QLabel*>(QStringLiteral("standingText")));
}

void ProgramTest::looksButSendsNothingWithoutARecordBeforeAYes_data()
{
    QTest::addColumn<QString>("hardship");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a folder that cannot be made") << "no folder"
                                                  << "folder";
    QTest::newRow("a database of a newer version") << "newer"
                                                   << "newer Pushbrake";
    QTest::newRow("a folder in its place") << "folder in its place"
                                           << "cannot be opened";
    QTest::newRow("a file that is moved while the program runs") << "moved"
                                                                 << "moved or replaced";
    QTest::newRow("a file that is replaced while the program runs") << "replaced"
                                                                    << "moved or replaced";
}

void ProgramTest::looksButSendsNothingWithoutARecordBeforeAYes()
{
    QFETCH(QString, hardship);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    Program::Places made { folder.filePath(QStringLiteral("data")), folder.filePath(QStringLiteral("settings.ini")) };
    const QString path = databasePath(made.dataFolder);
    if (hardship == QLatin1String("no folder")) {
        storefiles::write(made.dataFolder, "a file where the folder should be");
    } else if (hardship == QLatin1String("newer")) {
        const auto database = storefiles::opened(path);
        QVERIFY(QSqlQuery(database->connection()).exec(QStringLiteral("PRAGMA user_version = 999")));
    } else if (hardship == QLatin1String("folder in its place")) {
        QVERIFY(QDir().mkpath(path));
    }
    Program program(made);
    QVERIFY(program.canStart());
    program.start();
    Shell& window = program.window();
    TaskPage& page = program.console().list().page();
    QTRY_COMPARE_WITH_TIMEOUT(page.model().tasks().size(), 12, 10'000); // looking works, and took a refresh
    const bool isKnownAtTheStart = !QFileInfo(path).isFile() || hardship == QLatin1String("newer");
    if (isKnownAtTheStart) {
        QTRY_VERIFY_WITH_TIMEOUT(!program.console().session()->isRefreshing(), 10'000);
        const auto* notice = window.findChild<QLabel*>(QStringLiteral("standingText"));
        QVERIFY(notice && notice->isVisible());
        QVERIFY2(notice->text().contains(reason), qPrintable(notice->text()));
    } else {
        QVERIFY(QFile::rename(path, path + QStringLiteral(".moved")));
        if (hardship == QLatin1String("replaced"))
            QVERIFY(QFile::copy(path + QStringLiteral(".moved"), path));
    }

    for (const Task& task : page.model().tasks()) {
        if (task.status == TaskStatus::Pending && QDateTime::currentDateTimeUtc().secsTo(task.goesOutAt) > 1800)
            page.selectTask(task.id);
    }
    QCOMPARE(page.cancellableSelection().size(), 1);
    window.findChild<QPushButton*>(QStringLiteral("cancelButton"))->click();
    auto* question = window.findChild<QDialog*>(QStringLiteral("cancelQuestion"));
    QVERIFY(question && question->isVisible());
    const auto* said = question->findChild<QLabel*>(QStringLiteral("questionRecord"));
    QVERIFY(said);
    QVERIFY2(said->text().contains(reason), qPrintable(said->text()));
    auto* yes = question->findChild<QPushButton*>(QStringLiteral("confirmButton"));
    QVERIFY2(yes->text().endsWith(QStringLiteral("without a record")), qPrintable(yes->text()));
    QVERIFY(question->findChild<QPushButton*>(QStringLiteral("keepButton"))->isDefault());
    QVERIFY(!program.console().session()->run()); // nothing was begun
    QTest::qWait(450);
    yes->click();
    CancelRun* run = program.console().session()->run();
    QVERIFY(run);
    run->skipHold();
    QTRY_VERIFY_WITH_TIMEOUT(run->isFinished(), 10'000);
    QCOMPARE(run->progress().cancelled, 1);
    QVERIFY(!run->results().first().recorded);
    QTRY_VERIFY(window.findChild<QLabel*>(QStringLiteral("resultNoRecord")));
    QVERIFY(window.findChild<QLabel*>(QStringLiteral("resultNoRecord"))->isVisible());
}

void ProgramTest::practiceListensOnlyWhileItIsTheAppThatIsOpen()
{
    const auto isListening = [](const QString& host) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, host.section(u':', 1).toUShort());
        [[maybe_unused]] const bool decided = QTest::qWaitFor([&socket] {
            return socket.state() == QAbstractSocket::ConnectedState
                || socket.error() != QAbstractSocket::UnknownSocketError;
        });
        return socket.state() == QAbstractSocket::ConnectedState;
    };
    const QTemporaryDir folder;
    Program program({ folder.filePath(QStringLiteral("data")), folder.filePath(QStringLiteral("settings.ini")) });
    program.start();
    const auto hostOfPractice = [&program] { return program.console().session()->profile().host(); };
    auto* switcher = program.window().findChild<ProfileSwitcher*>(QStringLiteral("profileSwitcher"));
    const QString first = hostOfPractice();
    QVERIFY(isListening(first));
    Q_EMIT switcher->chosen(m_profile);
    QTRY_VERIFY_WITH_TIMEOUT(!isListening(first), 5'000);
    Q_EMIT switcher->chosen(practiceId);
    QVERIFY(isListening(hostOfPractice()));
    QTRY_COMPARE_WITH_TIMEOUT(program.console().list().page().model().tasks().size(), 12, 10'000);
    // The tasks have stayed, and are read from where it listens now.
    QTRY_VERIFY_WITH_TIMEOUT(!program.console().session()->isRefreshing(), 10'000);
    QVERIFY(program.window().findChild<QLabel*>(QStringLiteral("noticeText"))->text().isEmpty());
}

void ProgramTest::settingsAreTheUsersAloneWhateverTheUmask()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QByteArray config = qgetenv("XDG_CONFIG_HOME");
    const QByteArray data = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.filePath(QStringLiteral("config"))));
    qputenv("XDG_DATA_HOME", QFile::encodeName(folder.filePath(QStringLiteral("data"))));
    const mode_t usual = umask(0);
    const Program::Places made = Program::usualPlaces();
    QSettings(made.settingsFile, QSettings::IniFormat).setValue(QStringLiteral("a"), 1);
    umask(usual);
    config.isEmpty() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", config);
    data.isEmpty() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", data);
    constexpr auto others = QFileDevice::Permissions(0x0077);
    QVERIFY(made.settingsFile.startsWith(folder.path()));
    QVERIFY(QFileInfo(made.settingsFile).size() > 0);
    QVERIFY(!(QFile::permissions(made.settingsFile) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(made.settingsFile).path()) & others));
#else
    QSKIP("The system keeps a user's settings to that user.");
#endif
}

void ProgramTest::aSecondStartLeavesTheKeyboardToAnOpenQuestion()
{
    const QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("data"));
    Program program({ data, folder.filePath(QStringLiteral("settings.ini")) });
    program.start();
    Shell& window = program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    actionOf(window, "addAction")->trigger();
    QTRY_VERIFY(QApplication::activeModalWidget());
    QVERIFY(QTest::qWaitForWindowActive(QApplication::activeModalWidget()));
    OneInstance second(data);
    bool isShown = false;
    second.handOver({}, [&isShown](bool shown) { isShown = shown; });
    QTRY_VERIFY_WITH_TIMEOUT(isShown, 5'000);
    QTest::qWait(50);
    QCOMPARE(QApplication::activeWindow(), QApplication::activeModalWidget());
}

QTEST_MAIN(ProgramTest)
#include "tst_program.moc"
