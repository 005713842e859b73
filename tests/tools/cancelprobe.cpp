// Runs one cancellation run with the program's own classes against any host and prints what came of it as JSON lines.
// A test tool: the program itself has no such switches. Ends with 0 when the run did, 2 when it could not begin, and 3
// when the time that it was given was over first.
#include "cancel/appsession.h"
#include "cancel/failingjournal.h"
#include "net/httptransport.h"
#include "store/database.h"
#include "store/journal.h"
#include "tools/taskcsv.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>
#include <QTextStream>
#include <QTimer>

#include <cstdio>

using namespace pushbrake;

namespace {

constexpr int failedToStart = 2;
constexpr int outOfTime = 3;
constexpr Milliseconds afterTheLastAnswer { 16'000 }; // a request waits 15 s for its own

struct Inputs
{
    Account account;
    QList<Task> tasks;
    HttpOptions http;
    QString journal;
    std::chrono::seconds timeLimit { 0 };
    int rate = 5;
    bool checkEvery = false;
    bool settleLeft = false;
    bool forgetEarlier = false;
};

void print(const QJsonObject& line)
{
    std::fputs(QJsonDocument(line).toJson(QJsonDocument::Compact).constData(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

int fail(const QString& reason)
{
    QTextStream(stderr) << "cancelprobe: " << reason << '\n';
    return failedToStart;
}

void addOptions(QCommandLineParser& parser)
{
    parser.addHelpOption();
    parser.addOptions({
        { QStringLiteral("host"), QStringLiteral("Service to ask"), QStringLiteral("NAME[:PORT]") },
        { QStringLiteral("ca"), QStringLiteral("Further authority to trust, PEM"), QStringLiteral("FILE") },
        { QStringLiteral("sdkappid"), QStringLiteral("Application number"), QStringLiteral("N") },
        { QStringLiteral("identifier"), QStringLiteral("Administrator account"), QStringLiteral("S"),
            QStringLiteral("administrator") },
        { QStringLiteral("usersig"), QStringLiteral("Ready signature"), QStringLiteral("S") },
        { QStringLiteral("secret-key"), QStringLiteral("Key to sign with"), QStringLiteral("K") },
        { QStringLiteral("tasks"), QStringLiteral("CSV: task_id,type,sched_at_utc"), QStringLiteral("FILE") },
        { QStringLiteral("journal"), QStringLiteral("Database to write"), QStringLiteral("FILE") },
        { QStringLiteral("rate"), QStringLiteral("Deletions a second, 1 to 5"), QStringLiteral("N"),
            QStringLiteral("5") },
        { QStringLiteral("time-limit"),
            QStringLiteral("Give up after this; two minutes and a second a task if not given"),
            QStringLiteral("SECONDS") },
        { QStringLiteral("check-every"), QStringLiteral("Read each cancelled task once more") },
        { QStringLiteral("forget-earlier"), QStringLiteral("Do not wait out what a killed run has sent") },
        { QStringLiteral("settle-left"), QStringLiteral("Cancel nothing; look at what earlier runs left open") },
    });
}

Account accountFrom(const QCommandLineParser& parser)
{
    Account account;
    account.profile.id = QStringLiteral("cancelprobe");
    account.profile.region = Region::OtherHost;
    account.profile.otherHost = parser.value(QStringLiteral("host"));
    account.profile.sdkAppId = parser.value(QStringLiteral("sdkappid")).toUInt();
    account.profile.identifier = parser.value(QStringLiteral("identifier"));
    const bool ready = parser.isSet(QStringLiteral("usersig"));
    account.profile.kind = ready ? CredentialKind::UserSig : CredentialKind::SecretKey;
    account.enter(Secret(parser.value(ready ? QStringLiteral("usersig") : QStringLiteral("secret-key")).toUtf8()));
    return account;
}

// The list states that its tasks are scheduled: the probe takes that for the service's own word.
std::expected<QList<Task>, QString> tasksFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected { QStringLiteral("cannot read %1").arg(path) };
    const auto read = readTaskCsv(file.readAll());
    if (!read)
        return std::unexpected { QStringLiteral("%1, line %2 cannot be used").arg(path).arg(read.error().line) };
    QList<Task> tasks = *read;
    for (Task& task : tasks) {
        task.status = TaskStatus::Pending;
        task.readFromService = true;
    }
    return tasks;
}

QJsonObject lineOf(const SettledResult& result)
{
    return { { QStringLiteral("task"), result.taskId }, { QStringLiteral("outcome"), outcomeWord(result.outcome) },
        { QStringLiteral("checked"), result.checked }, { QStringLiteral("code"), result.code },
        { QStringLiteral("attempts"), result.attempts },
        { QStringLiteral("sent_at"), result.sentAt.toString(Qt::ISODateWithMs) },
        { QStringLiteral("settled_at"), result.settledAt.toString(Qt::ISODateWithMs) } };
}

QJsonObject summaryOf(const RunProgress& progress, double seconds)
{
    return { { QStringLiteral("summary"), true }, { QStringLiteral("total"), progress.total },
        { QStringLiteral("cancelled"), progress.cancelled }, { QStringLiteral("too_late"), progress.tooLate },
        { QStringLiteral("rejected"), progress.rejected }, { QStringLiteral("unknown"), progress.unknown },
        { QStringLiteral("not_sent"), progress.notSent }, { QStringLiteral("withdrawn"), progress.withdrawn },
        { QStringLiteral("seconds"), seconds }, { QStringLiteral("per_second"), progress.settled / seconds },
        { QStringLiteral("slowed_down"), progress.slowness != Slowness::None } };
}

// Five are sent a second; whoever needs five times that, and two minutes, will not come to an end.
std::chrono::seconds usualTimeLimit(qsizetype tasks)
{
    return std::chrono::minutes(2) + std::chrono::seconds(tasks);
}

void giveUp(const QString& reason)
{
    QTextStream(stderr) << "cancelprobe: " << reason << '\n';
    QCoreApplication::exit(outOfTime); // of the loop within settleLeft() too
}

QString wordNow(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Gone: return QStringLiteral("gone");
    case TaskStatus::Pending: return QStringLiteral("pending");
    case TaskStatus::Dispatching:
    case TaskStatus::Dispatched: return QStringLiteral("too_late");
    default: return QStringLiteral("not_read");
    }
}

// What the program does when it starts after a crash, and then "Check now" for each task that was sent without an
// answer.
int settleLeft(AppSession& session, Journal& journal, const QList<JournalRow>& left, std::chrono::seconds timeLimit)
{
    bool isOver = false;
    QTimer::singleShot(timeLimit, Qt::PreciseTimer, &session, [&isOver, timeLimit] {
        isOver = true;
        giveUp(QStringLiteral("not all was looked at within %1 s").arg(timeLimit.count()));
    });
    QSet<TaskId> open;
    if (!journal.dropPlanned(SystemClock().utcNow()))
        return fail(QStringLiteral("the journal cannot be written"));
    for (const JournalRow& row : left) {
        if (row.state == JournalState::Planned)
            print({ { QStringLiteral("task"), row.taskId },
                { QStringLiteral("outcome"), outcomeWord(Outcome::Withdrawn) } });
        else
            open.insert(row.taskId);
    }
    QObject::connect(&session, &AppSession::taskRead, &session, [&open](const CallReport& report, const Task& task) {
        if (!report.answered() || wordNow(task.status) == QLatin1String("not_read") || !open.remove(task.id))
            return;
        print({ { QStringLiteral("task"), task.id }, { QStringLiteral("now"), wordNow(task.status) } });
    });
    QEventLoop loop;
    QObject::connect(&session, &AppSession::chosenRead, &loop, &QEventLoop::quit);
    for (int round = 0; round < 5 && !open.isEmpty() && !isOver; ++round) {
        session.readTasks(open.values());
        loop.exec();
    }
    for (const TaskId task : std::as_const(open))
        print({ { QStringLiteral("task"), task }, { QStringLiteral("now"), QStringLiteral("not_read") } });
    return isOver ? outOfTime : 0;
}

int probe(Inputs inputs)
{
    auto database = Database::open(inputs.journal);
    if (!database)
        return fail(QStringLiteral("the journal cannot be opened (fault %1)").arg(int(database.error())));
    Journal journal(**database);
    const auto left = journal.recover();
    if (!left)
        return fail(QStringLiteral("the journal cannot be read"));
    const SystemClock computersClock;
    ServiceClock clock(computersClock);
    HttpTransport transport(std::move(inputs.http));
    SharedGates gates(clock, inputs.rate);
    runstage::FailingJournal asked(&journal);
    asked.forgetsEarlier = inputs.forgetEarlier;
    AppSession session(std::move(inputs.account),
        { transport, asked, clock, [] { return QRandomGenerator::system()->generate(); }, gates });
    if (inputs.settleLeft)
        return settleLeft(session, journal, *left, inputs.timeLimit);
    QElapsedTimer elapsed;
    // Without a network the run would wait for ever, which suits a person and not a test: it is stopped then, and given
    // up when it does not end even so.
    QTimer patience;
    patience.setInterval(std::chrono::seconds(30));
    QObject::connect(&session, &AppSession::runPrepared, &session, [&](CancelRun* run) {
        QObject::connect(run, &CancelRun::settled, run, [](const SettledResult& result) { print(lineOf(result)); });
        QObject::connect(run, &CancelRun::withdrawn, run, [](const QList<SettledResult>& results) {
            for (const SettledResult& result : results)
                print(lineOf(result));
        });
        QObject::connect(run, &CancelRun::accountNeeded, run, &CancelRun::stop, Qt::QueuedConnection);
        // What cannot be written is not told, so the run never finishes when stopping does not write it either.
        QObject::connect(run, &CancelRun::journalFailed, run, [run](DatabaseFault) {
            if (run->takesMore())
                QMetaObject::invokeMethod(run, &CancelRun::stop, Qt::QueuedConnection);
            else
                QTimer::singleShot(afterTheLastAnswer, run, [] { QCoreApplication::exit(failedToStart); });
        });
        QObject::connect(&patience, &QTimer::timeout, run, [run] {
            if (run->takesMore())
                run->stop();
            else
                giveUp(QStringLiteral("the network did not come back"));
        });
        QTimer::singleShot(inputs.timeLimit, Qt::PreciseTimer, run, [run, &elapsed, limit = inputs.timeLimit] {
            const RunProgress progress = run->progress();
            print(summaryOf(progress, double(elapsed.elapsed()) / 1000));
            giveUp(QStringLiteral("%1 of %2 were settled within %3 s")
                       .arg(progress.settled)
                       .arg(progress.total)
                       .arg(limit.count()));
        });
        QObject::connect(run, &CancelRun::progressed, run, [&patience, run] {
            if (!run->progress().waitingForNetwork)
                patience.stop();
            else if (!patience.isActive())
                patience.start();
        });
        QObject::connect(run, &CancelRun::finished, run, [&elapsed, run] {
            print(summaryOf(run->progress(), double(elapsed.elapsed()) / 1000));
            QCoreApplication::quit();
        });
    });
    elapsed.start();
    const auto started = session.startRun(inputs.tasks, { Milliseconds(0), inputs.checkEvery });
    if (!started)
        return fail(QStringLiteral("the journal cannot be written (fault %1)").arg(int(started.error())));
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    Inputs inputs;
    inputs.account = accountFrom(parser);
    inputs.settleLeft = parser.isSet(QStringLiteral("settle-left"));
    if (!inputs.settleLeft) {
        const auto tasks = tasksFrom(parser.value(QStringLiteral("tasks")));
        if (!tasks)
            return fail(tasks.error());
        inputs.tasks = *tasks;
    }
    if (parser.isSet(QStringLiteral("ca")))
        inputs.http.extraAuthorities = QSslCertificate::fromPath(parser.value(QStringLiteral("ca")));
    inputs.journal = parser.value(QStringLiteral("journal"));
    inputs.timeLimit = usualTimeLimit(inputs.tasks.size());
    if (parser.isSet(QStringLiteral("time-limit"))) {
        inputs.timeLimit = std::chrono::seconds(parser.value(QStringLiteral("time-limit")).toInt());
        if (inputs.timeLimit.count() <= 0)
            return fail(QStringLiteral("the time limit is a number of seconds"));
    }
    inputs.rate = parser.value(QStringLiteral("rate")).toInt();
    inputs.forgetEarlier = parser.isSet(QStringLiteral("forget-earlier"));
    inputs.checkEvery = parser.isSet(QStringLiteral("check-every"));
    return probe(std::move(inputs));
}
