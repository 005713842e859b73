// The program as a whole meets a database file that is damaged where only a look through all pages finds it.
#include "start/program.h"
#include "store/datafolder.h"
#include "store/storefiles.h"
#include "store/tasklist.h"
#include "ui/console.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/shell.h"

#include <QDir>
#include <QLabel>
#include <QSettings>
#include <QTest>

using namespace pushbrake;

class ProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAfreshBesideAFileThatIsDamagedDeepInside_data();
    void startsAfreshBesideAFileThatIsDamagedDeepInside();
    void showsTheListOfASoundFile();

private:
    static constexpr int taskCount = 2'000;
    const QString m_profile = QStringLiteral("3d4b0000-0000-4000-8000-000000000001");

    Program::Places places(const QTemporaryDir& folder) const
    {
        const Program::Places made { folder.filePath(QStringLiteral("data")),
            folder.filePath(QStringLiteral("settings.ini")) };
        const auto database = storefiles::opened(databasePath(made.dataFolder));
        QList<Task> tasks;
        for (TaskId id = 1; id <= taskCount; ++id)
            tasks.append(storefiles::task(id, QStringLiteral("push %1").arg(id)));
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
    const auto* notice = program.window().findChild<QLabel*>(QStringLiteral("noticeText"));
    QVERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(QStringLiteral("damaged")), qPrintable(notice->text()));
    QCOMPARE(program.console().list().page().model().rowCount(), 0);
    const QStringList aside = QDir(made.dataFolder).entryList({ QStringLiteral("*.damaged-*") });
    QCOMPARE(aside.size(), 1);
    QCOMPARE(storefiles::bytesOf(QDir(made.dataFolder).filePath(aside.first())), bytes);
}

void ProgramTest::showsTheListOfASoundFile()
{
    const QTemporaryDir folder;
    Program program(places(folder));
    program.start();
    QCOMPARE(program.console().list().page().model().rowCount(), taskCount);
    QVERIFY(program.window().findChild<QLabel*>(QStringLiteral("noticeText"))->text().isEmpty());
}

QTEST_MAIN(ProgramTest)
#include "tst_program.moc"
