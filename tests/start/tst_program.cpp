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
    void startsAfreshBesideAFileThatIsDamagedDeepInside();
    void showsTheListOfASoundFile();

private:
    const QString m_profile = QStringLiteral("3d4b0000-0000-4000-8000-000000000001");

    Program::Places places(const QTemporaryDir& folder) const
    {
        const Program::Places made { folder.filePath(QStringLiteral("data")),
            folder.filePath(QStringLiteral("settings.ini")) };
        const auto database = storefiles::opened(databasePath(made.dataFolder));
        QList<Task> tasks;
        for (TaskId id = 1; id <= 500; ++id)
            tasks.append(storefiles::task(id, QStringLiteral("push %1").arg(id)));
        if (!TaskList(*database).add(m_profile, tasks))
            qFatal("The tasks could not be written.");
        QSettings(made.settingsFile, QSettings::IniFormat).setValue(QStringLiteral("lastProfile"), m_profile);
        return made;
    }
};

void ProgramTest::startsAfreshBesideAFileThatIsDamagedDeepInside()
{
    const QTemporaryDir folder;
    const Program::Places where = places(folder);
    QByteArray bytes = storefiles::bytesOf(databasePath(where.dataFolder));
    const qsizetype page = bytes.size() - 4096; // a leaf of the tasks: neither the version nor the tables stand there
    bytes.replace(page, 4096, QByteArray(4096, '\x5a'));
    storefiles::write(databasePath(where.dataFolder), bytes);

    Program program(where);
    QVERIFY(program.canStart());
    program.start();
    const auto* notice = program.window().findChild<QLabel*>(QStringLiteral("noticeText"));
    QVERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(QStringLiteral("damaged")), qPrintable(notice->text()));
    const QStringList aside = QDir(where.dataFolder).entryList({ QStringLiteral("*.damaged-*") });
    QCOMPARE(aside.size(), 1);
    QCOMPARE(storefiles::bytesOf(QDir(where.dataFolder).filePath(aside.first())), bytes);
}

void ProgramTest::showsTheListOfASoundFile()
{
    const QTemporaryDir folder;
    Program program(places(folder));
    program.start();
    QCOMPARE(program.console().list().page().model().rowCount(), 500);
    QVERIFY(program.window().findChild<QLabel*>(QStringLiteral("noticeText"))->text().isEmpty());
}

QTEST_MAIN(ProgramTest)
#include "tst_program.moc"
