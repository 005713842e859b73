// Start-up and memory: the program with 10,000 known tasks against an empty QMainWindow, in turn, in the same run.
// Prints both and their ratios; the limits are 2.5 for the time and 1.6 for the memory. Judges nothing.
#include "program.h"
#include "store/database.h"
#include "store/datafolder.h"
#include "store/tasklist.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMainWindow>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace pushbrake;

namespace {

constexpr int taskCount = 10'000;
constexpr int rounds = 7;
const QString profileId = QStringLiteral("bench");

qint64 residentKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

// Says so when the window is painted and the event loop is free.
int reportWhenUsable()
{
    QTimer::singleShot(0, qApp, [] {
        QTimer::singleShot(0, qApp, [] {
            std::printf("%lld\n", static_cast<long long>(residentKiB()));
            std::fflush(stdout);
            QCoreApplication::quit();
        });
    });
    return QApplication::exec();
}

void prepare(const Program::Places& places)
{
    auto database = Database::open(databasePath(places.dataFolder));
    TaskList list(**database);
    QList<Task> tasks;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < taskCount; ++i) {
        Task task;
        task.id = 7'000'000'001 + i;
        task.audience = Audience::Tag;
        task.title = QStringLiteral("Push number %1").arg(i);
        task.goesOutAt = now.addSecs(600 + i);
        task.status = TaskStatus::Pending;
        tasks.append(task);
    }
    if (!list.mergeFromService(profileId, tasks) || !list.add(profileId, tasks))
        qFatal("The tasks could not be written.");
    QSettings settings(places.settingsFile, QSettings::IniFormat);
    settings.setValue(QStringLiteral("lastProfile"), profileId);
}

struct Sample
{
    double ms = 0;
    double kiB = 0;
};

Sample measure(const QStringList& arguments)
{
    QElapsedTimer elapsed;
    elapsed.start();
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), arguments);
    child.waitForReadyRead(30'000);
    Sample sample;
    sample.ms = double(elapsed.nsecsElapsed()) / 1e6;
    sample.kiB = child.readAll().trimmed().toDouble();
    child.waitForFinished();
    return sample;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

int compare()
{
    const QTemporaryDir folder;
    const Program::Places places { folder.filePath(QStringLiteral("data")), folder.filePath(QStringLiteral("settings.ini")) };
    prepare(places);
    std::vector<double> ms[2];
    std::vector<double> kiB[2];
    for (int round = 0; round <= rounds; ++round) {
        const Sample samples[] { measure({ QStringLiteral("empty") }),
            measure({ QStringLiteral("program"), places.dataFolder, places.settingsFile }) };
        for (int i = 0; round > 0 && i < 2; ++i) {
            ms[i].push_back(samples[i].ms);
            kiB[i].push_back(samples[i].kiB);
        }
    }
    std::printf("start: empty %.0f ms, program with %d tasks %.0f ms, ratio %.2f (limit 2.5)\n", median(ms[0]), taskCount,
        median(ms[1]), median(ms[1]) / median(ms[0]));
    std::printf("memory: empty %.1f MiB, program %.1f MiB, ratio %.2f (limit 1.6)\n", median(kiB[0]) / 1024,
        median(kiB[1]) / 1024, median(kiB[1]) / median(kiB[0]));
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    const QByteArray mode = argc > 1 ? argv[1] : "";
    if (mode.isEmpty()) {
        QCoreApplication application(argc, argv);
        return compare();
    }
    QApplication application(argc, argv);
    if (mode == "empty") {
        QMainWindow window;
        window.show();
        return reportWhenUsable();
    }
    theme::apply(application, theme::Scheme::Light);
    Program program({ QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]) });
    program.start();
    return reportWhenUsable();
}
