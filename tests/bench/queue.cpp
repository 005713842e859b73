// bench-queue [PUSHES]: ten thousand pushes, or as many as named, in the real window: from the click to the first
// request, what Pause, Stop and Undo take, and what the program costs. The practice service runs in the same process,
// so its share is in the figures. Judges nothing.
#include "cancel/runstage.h"
#include "net/httptransport.h"
#include "practice/practiceservice.h"
#include "secrets/accounts.h"
#include "secrets/sessionstore.h"
#include "store/database.h"
#include "store/datafolder.h"
#include "store/profileapps.h"
#include "store/tasklist.h"
#include "ui/console.h"
#include "ui/look/theme.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/shell.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <sys/resource.h>

using namespace pushbrake;

namespace {

int taskCount = 10'000;

struct Bench
{
    Bench()
    {
        settings.setValue(QStringLiteral("run/holdSeconds"), 0);
        service.listen();
        for (int i = 0; i < taskCount; ++i) {
            Task task;
            task.id = 7'000'000'001 + i;
            task.audience = Audience::Tag;
            task.title = QStringLiteral("Push number %1").arg(i);
            task.goesOutAt = clock.utcNow().addSecs(7200 + i);
            service.addTask(task);
        }
        window.show();
        console.start();
        while (console.list().page().model().rowCount() < taskCount)
            QTest::qWait(100);
    }

    QPushButton* button(const char* name) { return window.findChild<QPushButton*>(QString::fromLatin1(name)); }

    // Chooses everything and comes as far as the question's dangerous button.
    QPushButton* askForAll()
    {
        window.findChild<QTableView*>(QStringLiteral("taskTable"))->selectAll();
        QTest::qWait(200);
        button("cancelButton")->click();
        QTest::qWait(1'500);
        return button("confirmButton");
    }

    // Until the click has worked (nothing is sent any more), and until the window answers again.
    void press(const char* word, const char* name)
    {
        QPushButton* pressed = button(name);
        QElapsedTimer elapsed;
        elapsed.start();
        pressed->click();
        const double worked = double(elapsed.nsecsElapsed()) / 1e6;
        QCoreApplication::processEvents();
        std::printf("%s: works after %.1f ms (limit 50), the window answers after %.1f ms\n", word, worked,
            double(elapsed.nsecsElapsed()) / 1e6);
    }

    QTemporaryDir folder;
    SystemClock computersClock;
    ServiceClock clock { computersClock };
    PracticeService service { clock };
    HttpTransport transport { HttpOptions() };
    runstage::WatchedTransport watched { transport };
    QSettings settings { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    std::unique_ptr<Database> database = std::move(Database::open(databasePath(folder.path()))).value();
    TaskList tasks { *database };
    Journal journal { *database };
    ProfileApps apps { *database };
    SessionStore keychain;
    SessionStore sessionOnly;
    ProfileIndex profiles { settings };
    SharedGates gates { clock };
    Accounts accounts { keychain, sessionOnly, profiles, clock };
    Shell window { settings };
    Console console { { window, settings, clock, watched, tasks, journal, apps, *database, accounts, gates,
        [this] { return service.account(); } } };
};

double cpuSeconds()
{
    rusage used {};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
        + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

double peakMiB()
{
    rusage used {};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_maxrss) / 1024;
}

// The network has a thread of its own: what it was handed leaves although the window is still busy with its rows.
void measureStart(Bench& bench)
{
    QPushButton* confirm = bench.askForAll();
    QElapsedTimer elapsed;
    const auto first = [&elapsed](const char* what, int limit) {
        return [&elapsed, what, limit, done = false]() mutable {
            if (!std::exchange(done, true))
                std::printf("click to the first %s handed to the network, %d in the run: %.0f ms (limit %d)\n", what,
                    taskCount, double(elapsed.nsecsElapsed()) / 1e6, limit);
        };
    };
    bench.watched.onRequest = first("request, a look", 50);
    bench.watched.onDeletion = first("deletion", 100);
    elapsed.start();
    confirm->click();
    QTest::qWait(1'000);
    bench.watched.onRequest = nullptr;
    bench.watched.onDeletion = nullptr;
}

} // namespace

int main(int argc, char* argv[])
{
    setvbuf(stdout, nullptr, _IOLBF, 0);
    QApplication application(argc, argv);
    theme::apply(theme::Scheme::Light);
    if (argc > 1)
        taskCount = QByteArray(argv[1]).toInt();
    Bench bench;
    measureStart(bench);
    const double before = cpuSeconds();
    constexpr int seconds = 20;
    QTest::qWait(seconds * 1000);
    std::printf("while it runs at five a second: %.1f %% of one processor, peak memory %.0f MiB\n",
        100 * (cpuSeconds() - before) / seconds, peakMiB());
    bench.press("Pause", "pauseButton");
    QTest::qWait(2'000);
    bench.press("Continue", "resumeButton");
    QTest::qWait(2'000);
    bench.press("Stop", "stopButton");
    QTest::qWait(3'000);
    bench.settings.setValue(QStringLiteral("run/holdSeconds"), 30);
    bench.askForAll()->click();
    QTest::qWait(2'000);
    bench.press("Undo", "undoButton");
    return 0;
}
