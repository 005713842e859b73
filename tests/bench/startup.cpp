// Start-up and memory: the program with 10,000 known tasks against an empty QMainWindow of the same size, in turn, in
// the same run, each until its window is painted. Prints both and their ratios; the limits are 3.0 for the time (the
// whole list is read before the window is painted; until it is read by windows) and 1.6 for the memory. Judges nothing.
#include "start/program.h"
#include "start/setup.h"
#include "store/database.h"
#include "store/datafolder.h"
#include "store/tasklist.h"
#include "ui/window/shell.h"
#include "whenusable.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace pushbrake;

namespace {

constexpr int taskCount = 10'000;
constexpr int rounds = 21;
const QString profileId = QStringLiteral("bench");

void prepare(const Program::Places& places)
{
    auto database = Database::open(databasePath(places.dataFolder));
    TaskList list(**database);
    const AppKey app = AppKey::notRecorded(profileId);
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
    if (!list.mergeFromService(app, tasks) || !list.add(app, tasks))
        qFatal("The tasks could not be written.");
    QSettings settings(places.settingsFile, QSettings::IniFormat);
    settings.setValue(QStringLiteral("lastProfile"), profileId);
}

struct Sample
{
    double ms = 0;
    double kiB = 0;
    double restKiB = 0; ///< a second later
};

Sample measure(const QString& program, const QStringList& arguments)
{
    QElapsedTimer elapsed;
    elapsed.start();
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(program, arguments);
    child.waitForReadyRead(30'000);
    Sample sample;
    sample.ms = double(elapsed.nsecsElapsed()) / 1e6;
    sample.kiB = child.readLine().trimmed().toDouble();
    child.waitForFinished();
    sample.restKiB = child.readAll().trimmed().toDouble();
    return sample;
}

double medianOf(const std::vector<Sample>& samples, double Sample::*what)
{
    std::vector<double> values;
    for (const Sample& sample : samples)
        values.push_back(sample.*what);
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void print(const char* what, double empty, double full, double limit)
{
    std::printf("%s: empty window %.1f, program with %d tasks %.1f, ratio %.2f (limit %.1f)\n", what, empty, taskCount,
        full, full / empty, limit);
}

int compare()
{
    const QTemporaryDir folder;
    const Program::Places places { folder.filePath(QStringLiteral("data")),
        folder.filePath(QStringLiteral("settings.ini")) };
    prepare(places);
    std::vector<Sample> empty;
    std::vector<Sample> full;
    for (int round = 0; round < rounds; ++round) {
        empty.push_back(measure(QStringLiteral(EMPTY_WINDOW), {}));
        full.push_back(measure(QCoreApplication::applicationFilePath(), { places.dataFolder, places.settingsFile }));
    }
    print("start, ms", medianOf(empty, &Sample::ms), medianOf(full, &Sample::ms), 3.0);
    print("memory when painted, MiB", medianOf(empty, &Sample::kiB) / 1024, medianOf(full, &Sample::kiB) / 1024, 1.6);
    print(
        "memory at rest, MiB", medianOf(empty, &Sample::restKiB) / 1024, medianOf(full, &Sample::restKiB) / 1024, 1.6);
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc == 1) {
        QCoreApplication application(argc, argv);
        return compare();
    }
    prepareBeforeQt();
    QApplication application(argc, argv);
    setUp(application);
    Program program({ QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]) });
    WhenUsable report(program.window());
    program.start();
    return QApplication::exec();
}
