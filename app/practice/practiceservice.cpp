#include "practice/practiceservice.h"

#include "practice/practiceprotocol.h"
#include "practice/practicesamples.h"
#include "practice/practiceserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTimer>

namespace pushbrake {

namespace {

const QString deletion = QStringLiteral("delete_sched_task");

// What is done to the task when this fault strikes: some break before the work, some after it.
bool appliesAnyway(FaultKind kind)
{
    switch (kind) {
    case FaultKind::DropAfter:
    case FaultKind::ResetAfter:
    case FaultKind::StallAfter:
    case FaultKind::CutBody:
    case FaultKind::EmptyBody:
    case FaultKind::Garbage:
    case FaultKind::WrongTypes:
    case FaultKind::SlowDrip: return true;
    default: return false;
    }
}

QByteArray failure(int code)
{
    return QJsonDocument(QJsonObject { { QStringLiteral("ActionStatus"), QStringLiteral("FAIL") },
                             { QStringLiteral("ErrorInfo"), QStringLiteral("fault on purpose") },
                             { QStringLiteral("ErrorCode"), code }, { QStringLiteral("TaskID"), 0 } })
        .toJson(QJsonDocument::Compact);
}

// For the log of a request that broke before it was looked at.
TaskId taskNamedIn(const QByteArray& body)
{
    return QJsonDocument::fromJson(body).object().value(QStringLiteral("TaskID")).toInteger();
}

} // namespace

struct PracticeService::Private
{
    explicit Private(const Clock& given)
        : clock(given)
    {
    }

    void receive(const PracticeCall& call);
    void serve(const PracticeCall& call);
    void serveFault(const PracticeCall& call, const Fault& fault);
    PracticeProtocol::Answer carryOut(const PracticeCall& call, const QString& fault);
    void afterTheWay(std::function<void()> then);

    const Clock& clock;
    PracticeService* owner = nullptr;
    PracticeProtocol protocol;
    Faults faults;
    Milliseconds oneWay { 0 };
    Milliseconds jitter { 0 };
    QRandomGenerator way { 1 }; ///< jitter that can be repeated
    QList<LogEntry> log;
    int deletions = 0;
    HttpLimits limits;
    quint16 port = 0;
    QString token;
};

PracticeService::PracticeService(const Clock& clock, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock))
{
    d->owner = this;
}

PracticeService::~PracticeService()
{
    close(); // the sockets' callbacks reach into d
}

QString PracticeService::identifier()
{
    return practiceaccount::identifier();
}

QByteArray PracticeService::secretKey()
{
    return practiceaccount::secretKey();
}

quint16 PracticeService::listen(quint16 port)
{
    const auto randomHalf = [] { return QRandomGenerator::system()->generate64(); };
    d->token = QStringLiteral("%1%2")
                   .arg(randomHalf(), 16, 16, QLatin1Char('0'))
                   .arg(randomHalf(), 16, 16, QLatin1Char('0'));
    d->port = makeServer()->listenPlain(port);
    return d->port;
}

quint16 PracticeService::listenTls(const Tls& tls, quint16 port)
{
    const auto certificates = QSslCertificate::fromPath(tls.certificateFile);
    QFile file(tls.keyFile);
    if (certificates.isEmpty() || !file.open(QIODevice::ReadOnly))
        return 0;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(certificates);
    const QByteArray pem = file.readAll();
    QSslKey key(pem, QSsl::Rsa);
    configuration.setPrivateKey(key.isNull() ? QSslKey(pem, QSsl::Ec) : key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    d->token.clear();
    d->port = makeServer()->listenTls(configuration, port);
    return d->port;
}

PracticeServer* PracticeService::makeServer()
{
    return new PracticeServer(
        d->token, d->limits, [this](const PracticeCall& call) { d->receive(call); }, this);
}

void PracticeService::close()
{
    qDeleteAll(findChildren<PracticeServer*>(QString(), Qt::FindDirectChildrenOnly));
    d->port = 0;
}

Account PracticeService::account() const
{
    Account account;
    account.profile.id = practiceId;
    account.profile.region = Region::Practice;
    account.profile.otherHost = QStringLiteral("127.0.0.1:%1").arg(d->port);
    account.profile.practiceToken = d->token;
    account.profile.sdkAppId = sdkAppId;
    account.profile.identifier = identifier();
    account.profile.kind = CredentialKind::SecretKey;
    account.profile.realUsers = false;
    account.enter(Secret(secretKey()));
    return account;
}

void PracticeService::addSampleTasks()
{
    for (PracticeBook::Entry& entry : practiceSamples(d->clock.utcNow()))
        d->protocol.book().add(std::move(entry));
}

void PracticeService::addTask(const Task& task)
{
    const QJsonObject content { { QStringLiteral("OfflinePushInfo"),
        QJsonObject { { QStringLiteral("Title"), task.title }, { QStringLiteral("Desc"), task.description } } } };
    d->protocol.book().add(
        { task.id, task.audience.value_or(Audience::All), d->clock.utcNow(), task.goesOutAt, content });
}

TaskStatus PracticeService::statusOf(TaskId task) const
{
    const auto* entry = d->protocol.book().find(task);
    return entry ? PracticeBook::statusAt(*entry, d->clock.utcNow()) : TaskStatus::Gone;
}

void PracticeService::setLimits(const HttpLimits& limits)
{
    d->limits = limits;
}

void PracticeService::setFaults(const Faults& faults)
{
    d->faults = faults;
}

void PracticeService::setLatency(Milliseconds oneWay, Milliseconds jitter)
{
    d->oneWay = oneWay;
    d->jitter = jitter;
}

void PracticeService::setRate(int callsASecond)
{
    d->protocol.setRate(callsASecond);
}

void PracticeService::setCamelCase(bool camelCase)
{
    d->protocol.setCamelCase(camelCase);
}

const QList<PracticeService::LogEntry>& PracticeService::log() const
{
    return d->log;
}

int PracticeService::deletionsReceived() const
{
    return d->deletions;
}

// --- one call ---

void PracticeService::Private::receive(const PracticeCall& call)
{
    if (call.command == deletion)
        ++deletions;
    // A caller that hangs up does not take the request back: it is carried out all the same.
    afterTheWay([this, call] { serve(call); });
}

void PracticeService::Private::afterTheWay(std::function<void()> then)
{
    if (oneWay + jitter == Milliseconds(0)) {
        then();
        return;
    }
    const auto spread = jitter.count() > 0 ? way.bounded(int(jitter.count())) : 0;
    QTimer::singleShot(oneWay + Milliseconds(spread), Qt::PreciseTimer, owner, std::move(then));
}

void PracticeService::Private::serve(const PracticeCall& call)
{
    if (const auto fault = faults.draw(call.command)) {
        serveFault(call, *fault);
        return;
    }
    const auto answer = carryOut(call, {});
    const QByteArray json = QJsonDocument(answer.body).toJson(QJsonDocument::Compact);
    afterTheWay([caller = call.caller, json] {
        if (caller)
            PracticeServer::answer(*caller, json);
    });
}

PracticeProtocol::Answer PracticeService::Private::carryOut(const PracticeCall& call, const QString& fault)
{
    const QDateTime now = clock.utcNow();
    const auto over = protocol.countCall(call.command, now);
    const auto answer = over ? *over : protocol.handle(call.command, call.query, call.body, now);
    log.append({ call.command, answer.task, answer.code, answer.applied, fault, now });
    Q_EMIT owner->logged(log.last());
    return answer;
}

void PracticeService::Private::serveFault(const PracticeCall& call, const Fault& fault)
{
    const QString name = Faults::nameOf(fault);
    QByteArray json = failure(fault.code);
    if (appliesAnyway(fault.kind)) {
        json = QJsonDocument(carryOut(call, name).body).toJson(QJsonDocument::Compact);
    } else {
        log.append({ call.command, taskNamedIn(call.body), fault.code, false, name, clock.utcNow() });
        Q_EMIT owner->logged(log.last());
    }
    afterTheWay([caller = call.caller, fault, json] {
        if (caller)
            PracticeServer::spoil(*caller, fault, json);
    });
}

} // namespace pushbrake
