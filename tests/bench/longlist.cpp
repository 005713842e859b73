// The list with a million known tasks in the real program: how soon rows are shown, how long each thing that a person
// does to the list takes until it is answered, the longest turn of the window's thread meanwhile (a frame is 16 ms),
// and the memory. Turns are measured in the thread's own processor time too, so that other programs do not count.
// Judges nothing. bench-longlist [tasks]
#include "start/program.h"
#include "start/setup.h"
#include "store/database.h"
#include "store/datafolder.h"
#include "support/peakmemory.h"
#include "ui/console.h"
#include "ui/parts/emptystate.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/tasks/tasktable.h"
#include "ui/window/shell.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace pushbrake;

namespace {

const QString profileId = QStringLiteral("bench");

void prepare(const Program::Places& places, qint64 tasks)
{
    auto database = Database::open(databasePath(places.dataFolder));
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool isFilled = (*database)->transaction([&] {
        QSqlQuery query((*database)->connection());
        query.prepare(QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            " INSERT INTO tasks (app, task_id, audience, title, goes_out_ms, status, status_word, note, last_code,"
            " last_outcome, last_result_ms, last_checked, from_service)"
            " SELECT ?, 7000000000 + i, CASE i % 3 WHEN 0 THEN 'All' WHEN 1 THEN 'Tag' ELSE 'User' END,"
            " 'Campaign ' || (i * 7919 % 1000003) || CASE i % 5000 WHEN 0 THEN ' summer sale' ELSE ' of the week' END,"
            " ? + (i * 104729 % 1000003) * 60000 - 600000 * 60000, CASE WHEN i % 4 = 0 THEN 4 ELSE 1 END, 'pending',"
            " CASE i % 7 WHEN 0 THEN 'for the desk' END, 0, CASE WHEN i % 4 = 0 THEN 'cancelled' END,"
            " CASE WHEN i % 4 = 0 THEN ? END, i % 2, 1 FROM n"));
        query.addBindValue(tasks);
        query.addBindValue(AppKey::notRecorded(profileId).text);
        query.addBindValue(now);
        query.addBindValue(now);
        return query.exec();
    });
    if (!isFilled)
        qFatal("The tasks could not be written.");
    QSettings settings(places.settingsFile, QSettings::IniFormat);
    settings.setValue(QStringLiteral("lastProfile"), profileId);
}

double msOf(clockid_t clock)
{
    timespec spent {};
    clock_gettime(clock, &spent);
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
}

double threadMs()
{
    return msOf(CLOCK_THREAD_CPUTIME_ID);
}

double processMs()
{
    return msOf(CLOCK_PROCESS_CPUTIME_ID);
}

/// Turns the event loop until `isDone`, and tells how long that took and the longest of the turns.
void measure(const char* what, const std::function<void()>& begin, const std::function<bool()>& isDone)
{
    QElapsedTimer whole;
    whole.start();
    const double begun = processMs();
    double longest = 0;
    double longestSpent = 0;
    bool isFirst = true;
    QTimer heartbeat; // so that a turn ends, and the thread sleeps where it has nothing to do
    heartbeat.start(2);
    do {
        QElapsedTimer turn;
        turn.start();
        const double before = threadMs();
        if (std::exchange(isFirst, false))
            begin();
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        longestSpent = std::max(longestSpent, threadMs() - before);
        longest = std::max(longest, double(turn.nsecsElapsed()) / 1e6);
    } while (!isDone() && whole.elapsed() < 30'000);
    const double ms = double(whole.nsecsElapsed()) / 1e6;
    const double spent = processMs() - begun;
    for (int rest = 0; rest < 50; ++rest) { // what was only asked for: painting, words of rows
        QElapsedTimer turn;
        turn.start();
        const double before = threadMs();
        QApplication::processEvents(QEventLoop::AllEvents, 1);
        longestSpent = std::max(longestSpent, threadMs() - before);
        longest = std::max(longest, double(turn.nsecsElapsed()) / 1e6);
        QThread::msleep(1);
    }
    std::printf("%-30s %8.1f ms (processor, all threads: %7.1f), longest turn %7.1f ms (processor: %6.1f)\n", what, ms,
        spent, longest, longestSpent);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char* argv[])
{
    prepareBeforeQt();
    QApplication application(argc, argv);
    setUp(application);
    const qint64 tasks = argc > 1 ? QString::fromLocal8Bit(argv[1]).toLongLong() : 1'000'000;
    const QTemporaryDir folder;
    const Program::Places places { folder.filePath(QStringLiteral("data")),
        folder.filePath(QStringLiteral("settings.ini")) };
    prepare(places, tasks);
    if (!forgetPeak())
        qFatal("The peak of memory cannot be measured here.");
    QElapsedTimer opening;
    opening.start();
    Program program(places);
    program.start();
    std::printf("program made and started: %.1f ms\n", double(opening.nsecsElapsed()) / 1e6);
    TaskPage& page = program.console().list().page();
    TaskFilter& filter = page.filter();
    auto* table = page.findChild<TaskTable*>();
    const auto isAtRest = [&] { return !page.model().isLoading() && !filter.isWorking(); };
    const auto choose = [&](const char* menu, int item) {
        page.findChild<QMenu*>(QLatin1StringView(menu))->actions().at(item)->trigger();
    };
    auto* search = page.findChild<QLineEdit*>(QStringLiteral("searchBox"));
    measure(
        "first rows", [] {}, [&] { return filter.rowCount() > 0; });
    measure(
        "all rows", [] {}, isAtRest);
    measure("the account is not found", [] {}, [&] { return page.findChild<EmptyState*>()->isVisible(); });
    page.clearState(); // the rows are to be painted all the same
    std::printf("rows: %d; memory: %.1f MB, peak %lld MB\n", filter.rowCount(), residentMb(), peakMb());
    measure(
        "scroll to the middle",
        [&] { table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2); }, [] { return true; });
    for (int step = 0; step < 3; ++step)
        measure(
            "scroll by a page", [&] { table->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd); },
            [] { return true; });
    measure(
        "select all", [&] { page.selectAll(); }, [] { return true; });
    measure(
        "filter by status, all selected", [&] { choose("statusFilter", 6); }, isAtRest);
    std::printf("rows: %d, selected %lld\n", filter.rowCount(), qint64(page.selectedCount()));
    measure(
        "and everything again", [&] { choose("statusFilter", 0); }, isAtRest);
    table->clearSelection();
    measure(
        "filter by audience", [&] { choose("audienceFilter", 2); }, isAtRest);
    measure(
        "and everything again", [&] { choose("audienceFilter", 0); }, isAtRest);
    measure(
        "filter by time", [&] { choose("timeFilter", 3); }, isAtRest);
    measure(
        "and everything again", [&] { choose("timeFilter", 0); }, isAtRest);
    measure(
        "words: one in 5,000", [&] { search->setText(QStringLiteral("summer sale")); }, isAtRest);
    std::printf("rows: %d\n", filter.rowCount());
    measure(
        "a number", [&] { search->setText(QStringLiteral("7000123456")); }, isAtRest);
    measure(
        "and everything again", [&] { search->clear(); }, isAtRest);
    for (const auto& [what, column] :
        { std::pair("sort by status", TaskModel::Status), std::pair("sort by audience", TaskModel::AudienceColumn),
            std::pair("sort by result", TaskModel::LastResult), std::pair("sort by title", TaskModel::Push),
            std::pair("sort by time", TaskModel::GoesOut) })
        measure(
            what, [&, sorted = column] { table->sortByColumn(sorted, Qt::AscendingOrder); }, isAtRest);
    measure(
        "the other way round", [&] { table->sortByColumn(TaskModel::GoesOut, Qt::DescendingOrder); }, isAtRest);
    Task changed = *page.model().task(filter.idAt(filter.rowCount() / 2));
    measure(
        "a push changes",
        [&] {
            changed.status = TaskStatus::Dispatched;
            page.model().putTasks({ changed });
        },
        isAtRest);
    QList<Task> fresh;
    for (int i = 0; i < 100; ++i) {
        fresh.append(changed);
        fresh.last().id = 100 + i;
    }
    measure(
        "a page of a refresh comes", [&] { page.model().putTasks(fresh); }, isAtRest);
    std::printf("rows: %d; memory: %.1f MB, peak %lld MB\n", filter.rowCount(), residentMb(), peakMb());
    return 0;
}
