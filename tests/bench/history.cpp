// bench-history [ROWS]: a million pushes in the history, or as many as named, in a file of their own: how long a page
// takes at the top, in the middle, by app, day, result and words, and how long the migration of such a file from
// version 6 takes. Prints each page beside its limit and judges nothing. Run it by hand on a quiet computer.
#include "store/history.h"
#include "store/database.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace pushbrake;

namespace {

constexpr qint64 began = 1'700'000'000'000;
constexpr qint64 betweenRuns = 1'200'000; // ms
const AppKey singapore { QStringLiteral("adminapisgp.im.qcloud.com/1400000001") };
const AppKey rare { QStringLiteral("adminapiger.im.qcloud.com/1400000002") };

void must(QSqlQuery& query, bool isDone)
{
    if (!isDone)
        qFatal("%s", qPrintable(query.lastError().text()));
}

QString outcomeOf(int number)
{
    return number % 97 == 0 ? QStringLiteral("unknown")
        : number % 31 == 0  ? QStringLiteral("too_late")
        : number % 29 == 0  ? QStringLiteral("withdrawn")
                            : QStringLiteral("cancelled");
}

int fill(QSqlDatabase& file, int rows)
{
    QRandomGenerator random(7);
    QSqlQuery run(file);
    QSqlQuery row(file);
    QSqlQuery all(file);
    must(all, all.exec(QStringLiteral("BEGIN")));
    run.prepare(QStringLiteral("INSERT INTO runs (id, app, started_ms, task_count, os_user, app_name, ending, ended_ms)"
                               " VALUES (?, ?, ?, ?, 'ann', 'Shop', 'finished', ?)"));
    row.prepare(
        QStringLiteral("INSERT INTO journal (run_id, position, task_id, audience, title, goes_out_ms, state,"
                       " outcome, checked, code, fault, http_status, attempts, random, earlier_random, sent_ms,"
                       " settled_ms) VALUES (?, ?, ?, 'Tag', ?, ?, 'settled', ?, 0, 0, 0, 200, 1, 5, 0, ?, ?)"));
    int runs = 0;
    for (int made = 0; made < rows;) {
        ++runs;
        const int count = std::min(rows - made, runs % 300 == 0 ? 10'000 : 1 + int(random.bounded(120)));
        const qint64 at = began + runs * betweenRuns;
        const QString app = runs == 100 ? rare.text : singapore.text;
        for (const QVariant& value :
            { QVariant(runs), QVariant(app), QVariant(at), QVariant(count), QVariant(at + count * 200) })
            run.addBindValue(value);
        must(run, run.exec());
        for (int i = 0; i < count; ++i) {
            ++made;
            const qint64 settled = at + i * 200;
            for (const QVariant& value : { QVariant(runs), QVariant(i), QVariant(qint64(7'000'000'000) + made),
                     QVariant(QStringLiteral("Summer sale %1").arg(made)), QVariant(settled + 3'600'000),
                     QVariant(outcomeOf(made)), QVariant(settled), QVariant(settled) })
                row.addBindValue(value);
            must(row, row.exec());
        }
    }
    must(all, all.exec(QStringLiteral("COMMIT")));
    return runs;
}

/// The slowest call of `page` until a first row or the end, and how long all of them took.
void print(const char* what, const History& history, const HistoryFilter& filter, HistoryMark mark = {})
{
    double slowest = 0;
    QElapsedTimer whole;
    whole.start();
    HistoryPart<HistoryPush> page;
    page.next = mark;
    int calls = 0;
    do {
        QElapsedTimer one;
        one.start();
        const auto next = history.pushes(filter, page.next, 100);
        slowest = std::max(slowest, double(one.nsecsElapsed()) / 1e6);
        if (!next)
            qFatal("The history cannot be read.");
        page = *next;
        ++calls;
    } while (page.rows.isEmpty() && !page.isEnd);
    std::printf("%-34s %6.1f ms a page (limit 50), first row or end after %6.0f ms in %d\n", what, slowest,
        double(whole.nsecsElapsed()) / 1e6, calls);
}

/// As version 6 left it.
void makeOlder(QSqlDatabase& file)
{
    QSqlQuery query(file);
    for (const char* statement : { "DROP INDEX journal_open", "DROP INDEX journal_when", "DROP INDEX journal_outcome",
             "DROP INDEX runs_app", "DROP INDEX runs_open", "DROP TABLE events" })
        must(query, query.exec(QString::fromLatin1(statement)));
    for (const char* column : { "os_user", "app_name", "app_colour", "real_users", "forecast_ms", "forecast_stopped",
             "ended_ms", "ending", "cancelled", "too_late", "rejected", "unknown", "not_sent", "withdrawn" })
        must(query, query.exec(QStringLiteral("ALTER TABLE runs DROP COLUMN %1").arg(QString::fromLatin1(column))));
    must(query, query.exec(QStringLiteral("PRAGMA user_version = 6")));
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pushbrake.db"));
    auto database = Database::open(path);
    if (!database)
        qFatal("No database.");
    const int runs = fill((*database)->connection(), rows);
    std::printf("%d pushes in %d runs\n", rows, runs);
    {
        const History history(**database);
        const qint64 middle = began + runs / 2 * betweenRuns;
        const auto moment = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); };
        print("the newest", history, {});
        print("in the middle", history, {}, { middle, std::numeric_limits<qint64>::max() - 1, 1 });
        print("one day in the middle", history, { {}, {}, moment(middle - 86'400'000), moment(middle), {}, 0 });
        print("cancelled", history, { {}, { Outcome::Cancelled }, {}, {}, {}, 0 });
        print("not known", history, { {}, { Outcome::Unknown }, {}, {}, {}, 0 });
        print("refused, of which there is none", history, { {}, { Outcome::Rejected }, {}, {}, {}, 0 });
        print("an app that was used once", history, { rare, {}, {}, {}, {}, 0 });
        print("an app that was never used", history, { { QStringLiteral("x") }, {}, {}, {}, {}, 0 });
        print("a title's last word", history, { {}, {}, {}, {}, QString::number(rows / 2), 0 });
        print("words that are nowhere", history, { {}, {}, {}, {}, QStringLiteral("nowhere"), 0 });
        print("a task ID", history, { {}, {}, {}, {}, QString::number(7'000'000'000 + rows / 2), 0 });
        print("a run of ten thousand", history, { {}, {}, {}, {}, {}, 300 });
    }
    makeOlder((*database)->connection());
    database->reset();
    QElapsedTimer migration;
    migration.start();
    const auto again = Database::open(path);
    std::printf(
        "migration from version 6: %.1f s, %s\n", double(migration.elapsed()) / 1000, again ? "done" : "failed");
    return 0;
}
