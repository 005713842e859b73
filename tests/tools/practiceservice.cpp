// The practice service by itself, for trying the program and its command line against faults. Prints "listening PORT",
// without TLS the token that begins every path as well, then serves until it is ended.
#include "practice/practiceservice.h"
#include "api/usersig.h"
#include "support/tlsidentity.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace pushbrake;

namespace {

constexpr TaskId firstTask = 7'000'000'001;
constexpr qint64 taskSpanSeconds = 2 * 3600;

void addOptions(QCommandLineParser& parser)
{
    const auto add = [&](const QString& name, const QString& value) { parser.addOption({ name, QString(), value }); };
    for (const QString& name : { u"port"_s, u"seed"_s, u"latency"_s, u"jitter"_s, u"rate"_s, u"tasks"_s })
        add(name, u"N"_s);
    for (const QString& name : { u"certificate"_s, u"key"_s, u"write-tasks"_s, u"write-usersig"_s, u"log"_s })
        add(name, u"FILE"_s);
    add(u"make-certificate"_s, u"DIR"_s);
    add(u"faults"_s, u"TEXT"_s);
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

// Empty when the files could not be written.
PracticeService::Tls makeCertificate(const QString& directory)
{
    const TlsIdentity identity = makeTlsIdentity("localhost");
    const QDir dir(directory);
    const PracticeService::Tls tls { dir.filePath(u"server.pem"_s), dir.filePath(u"server-key.pem"_s) };
    const bool written = QDir().mkpath(directory) && write(dir.filePath(u"ca.pem"_s), identity.certificate.toPem())
        && write(tls.certificateFile, identity.certificate.toPem()) && write(tls.keyFile, identity.key.toPem());
    return written ? tls : PracticeService::Tls {};
}

QByteArray addTasks(PracticeService& service, const Clock& clock, int count)
{
    QByteArray csv("task_id,type,sched_at_utc\n");
    const QDateTime now = clock.utcNow();
    for (int i = 0; i < count; ++i) {
        Task task;
        task.id = firstTask + i;
        task.audience = Audience::Tag;
        task.title = u"Practice push %1"_s.arg(i + 1);
        task.goesOutAt = now.addSecs(taskSpanSeconds * (i + 1) / count);
        service.addTask(task);
        csv += QByteArray::number(task.id) + ",Tag," + task.goesOutAt.toString(Qt::ISODate).toLatin1() + '\n';
    }
    return csv;
}

QByteArray lineOf(const PracticeService::LogEntry& entry)
{
    const QJsonObject line { { u"command"_s, entry.command }, { u"task"_s, entry.task }, { u"code"_s, entry.code },
        { u"applied"_s, entry.applied }, { u"fault"_s, entry.fault },
        { u"at"_s, entry.at.toString(Qt::ISODateWithMs) } };
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

// For callers that cannot sign by themselves, a shell script for instance.
QByteArray userSig(const Clock& clock)
{
    const Secret key(PracticeService::secretKey());
    return signUserSig(
        PracticeService::identifier(), PracticeService::sdkAppId, key, clock.utcNow(), std::chrono::hours(1))
        .reveal();
}

int fail(const char* why)
{
    std::fprintf(stderr, "practiceservice: %s\n", why);
    return 2;
}

bool setUp(PracticeService& service, const QCommandLineParser& parser)
{
    const auto faults
        = Faults::fromText(parser.value(u"faults"_s), parser.isSet(u"seed"_s) ? parser.value(u"seed"_s).toUInt() : 1);
    if (!faults)
        return false;
    service.setFaults(*faults);
    HttpLimits limits;
    limits.connections = 256; // many runs side by side, and each stall keeps one
    service.setLimits(limits);
    service.setLatency(
        Milliseconds(parser.value(u"latency"_s).toInt()), Milliseconds(parser.value(u"jitter"_s).toInt()));
    if (parser.isSet(u"rate"_s))
        service.setRate(parser.value(u"rate"_s).toInt());
    return true;
}

quint16 listen(PracticeService& service, const QCommandLineParser& parser)
{
    const quint16 port = parser.value(u"port"_s).toUShort();
    if (parser.isSet(u"make-certificate"_s))
        return service.listenTls(makeCertificate(parser.value(u"make-certificate"_s)), port);
    if (parser.isSet(u"certificate"_s))
        return service.listenTls({ parser.value(u"certificate"_s), parser.value(u"key"_s) }, port);
    return service.listen(port);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    addOptions(parser);
    parser.process(app);

    const SystemClock clock;
    PracticeService service(clock);
    if (!setUp(service, parser))
        return fail("a fault has no such name or probability");
    const QByteArray csv = addTasks(service, clock, parser.value(u"tasks"_s).toInt());
    if (parser.isSet(u"write-tasks"_s) && !write(parser.value(u"write-tasks"_s), csv))
        return fail("cannot write the list of tasks");
    if (parser.isSet(u"write-usersig"_s) && !write(parser.value(u"write-usersig"_s), userSig(clock)))
        return fail("cannot write the signature");
    QFile log(parser.value(u"log"_s));
    if (parser.isSet(u"log"_s) && !log.open(QIODevice::WriteOnly | QIODevice::Append))
        return fail("cannot write the log");
    QObject::connect(&service, &PracticeService::logged, &app, [&log](const PracticeService::LogEntry& entry) {
        if (log.isOpen()) {
            log.write(lineOf(entry));
            log.flush();
        }
    });
    const quint16 port = listen(service, parser);
    if (port == 0)
        return fail("cannot listen");
    std::printf("listening %u %s\n", unsigned(port), qPrintable(service.account().profile.practiceToken));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
