// A process of its own for the store's tests: it is killed, limited or made somebody else while it writes.
// Each line of its output is written after what it tells was committed.
#include "store/database.h"
#include "store/journal.h"

#include <QCoreApplication>
#include <QStringList>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <grp.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace pushbrake;

namespace {
bool diskIsBroken = false;
} // namespace

// SQLite finds these before those of the C library.
extern "C" int fdatasync(int file)
{
    if (!diskIsBroken)
        return int(syscall(SYS_fdatasync, file));
    errno = EIO;
    return -1;
}

extern "C" int fsync(int file)
{
    if (!diskIsBroken)
        return int(syscall(SYS_fsync, file));
    errno = EIO;
    return -1;
}

namespace {

constexpr int batch = 40;
constexpr uid_t nobody = 65'534;

template<typename... Values> void say(const char* format, Values... values)
{
    std::printf(format, values...);
    std::fflush(stdout);
}

QList<Task> planOf(int count)
{
    QList<Task> tasks;
    for (int i = 1; i <= count; ++i) {
        Task task;
        task.id = i;
        task.audience = Audience::User;
        task.title = QStringLiteral("A push with a title of usual length, number %1").arg(i);
        tasks.append(task);
    }
    return tasks;
}

/// Runs after runs, as a cancellation does, until killed.
int workUntilKilled(Database& database)
{
    Journal journal(database);
    quint32 random = 1;
    for (;;) {
        const auto run = journal.begin({ QStringLiteral("shop") }, DeedKind::Delete, planOf(batch));
        if (!run)
            return 3;
        say("planned %lld\n", *run);
        for (int id = 1; id <= batch; ++id) {
            if (!journal.attempt(*run, id, 1, ++random, QDateTime::currentDateTimeUtc()))
                return 4;
            say("sending %lld %d %u\n", *run, id, random);
            SettledResult result;
            result.taskId = id;
            result.outcome = Outcome::Cancelled;
            result.attempts = 1;
            result.requestNumber = random;
            if (!journal.settle(*run, result))
                return 5;
            say("settled %lld %d\n", *run, id);
        }
    }
}

/// No file may grow beyond the limit, as on a full disk; then the limit goes and the same is tried again.
int workWithinALimit(Database& database)
{
    Journal journal(database);
    const auto first = journal.begin({ QStringLiteral("shop") }, DeedKind::Delete, planOf(batch));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit {};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = 64 * 1'024;
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto refused = journal.begin({ QStringLiteral("shop") }, DeedKind::Delete, planOf(20'000));
    say("limited %s\n", refused ? "written" : "refused");
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto second = journal.begin({ QStringLiteral("shop") }, DeedKind::Delete, planOf(batch));
    say("kept %lld\n", first && journal.rows(*first) ? qint64(journal.rows(*first)->size()) : -1);
    say("again %s\n", second && *second == *first + 1 ? "written" : "refused");
    return 0;
}

/// The disk reports an error when asked to make sure of what was written; then it is well again.
int workOnABrokenDisk(Database& database)
{
    Journal journal(database);
    const auto run = journal.begin({ QStringLiteral("shop") }, DeedKind::Delete, planOf(batch));
    diskIsBroken = true;
    const auto refused = journal.attempt(*run, 1, 1, 7, QDateTime::currentDateTimeUtc());
    say("broken %s\n", refused ? "written" : "refused");
    diskIsBroken = false;
    const auto rows = journal.rows(*run);
    say("kept %lld %s\n", rows ? qint64(rows->size()) : -1,
        rows && rows->first().state == JournalState::Planned ? "planned" : "changed");
    say("again %s\n", journal.attempt(*run, 1, 1, 8, QDateTime::currentDateTimeUtc()) ? "written" : "refused");
    return 0;
}

int holdUntilInputEnds()
{
    say("open\n");
    while (std::getchar() != EOF) { }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 3)
        return 2;
    // Root may write everywhere, so what a person may not do is tried as a person.
    if (words.at(1) == QLatin1String("as-nobody") && geteuid() == 0
        && (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0))
        return 2;
    const auto database = Database::open(words.at(2));
    if (!database) {
        say("fault %d\n", int(database.error()));
        return 0;
    }
    Database& opened = **database;
    if (words.at(1) == QLatin1String("work"))
        return workUntilKilled(opened);
    if (words.at(1) == QLatin1String("limit"))
        return workWithinALimit(opened);
    if (words.at(1) == QLatin1String("broken"))
        return workOnABrokenDisk(opened);
    return holdUntilInputEnds();
}
