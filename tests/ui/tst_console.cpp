// The wired console around the practice service: what happens to accounts and lists while a run goes on.
#include "net/httptransport.h"
#include "practice/practiceservice.h"
#include "secrets/profileindex.h"
#include "secrets/sessionstore.h"
#include "store/database.h"
#include "store/tasklist.h"
#include "ui/console.h"
#include "ui/mainwindow.h"
#include "ui/taskmodel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

struct Desk
{
    Desk()
    {
        service.listen();
        service.addSampleTasks();
        console.start();
    }

    QTemporaryDir folder;
    SystemClock clock;
    PracticeService service { clock };
    HttpTransport transport { HttpOptions() };
    QSettings settings { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    std::unique_ptr<Database> database = Database::inMemory();
    TaskList tasks { *database };
    Journal journal { *database };
    SessionStore keychain;
    SessionStore sessionOnly;
    ProfileIndex profiles { settings };
    SharedGates gates { clock };
    MainWindow window { settings, clock };
    Console console { { window, settings, clock, transport, tasks, journal, keychain, sessionOnly, profiles, gates,
        [this] { return service.account(); } } };
};

template<typename Widget>
Widget* find(MainWindow& window, const char* name)
{
    return window.findChild<Widget*>(QString::fromLatin1(name));
}

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePracticePushesAtTheFirstStart()
    {
        Desk desk;
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.taskModel()->tasks().size(), 12, 10'000);
    }

    void keepsTheRunWhenAnotherAppIsSavedMeanwhile()
    {
        Desk desk;
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.taskModel()->tasks().size(), 12, 10'000);
        QList<Task> later;
        for (const Task& task : desk.window.taskModel()->tasks()) {
            if (desk.clock.utcNow().secsTo(task.goesOutAt) > 600)
                later.append(task);
        }
        AppSession* session = desk.console.session();
        const auto run = session->startRun(later, { 60s, false });
        QVERIFY(run);

        Q_EMIT desk.window.newProfileRequested();
        find<QLineEdit>(desk.window, "nameEdit")->setText(QStringLiteral("Shop"));
        find<QLineEdit>(desk.window, "sdkAppIdEdit")->setText(QStringLiteral("1400000001"));
        find<QLineEdit>(desk.window, "secretEdit")->setText(QStringLiteral("0123456789abcdef0123456789abcdef"));
        find<QPushButton>(desk.window, "saveButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.profiles.entries().size(), 1, 5'000);

        QCOMPARE(desk.console.session(), session);
        QVERIFY(!(*run)->isFinished());
        (*run)->undo();
        QVERIFY((*run)->isFinished());
    }
};

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
