// The program dies at any moment while it cancels, more than 200 times, and the journal still tells the truth: whatever
// the service deleted has a row, nothing was deleted twice, and what is not known is said to be not known.
// KILL_SEED repeats the moments of an earlier run.
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int lanes = 3;
constexpr int roundsALane = 68;
constexpr int batch = 8; ///< more than can be sent before the latest kill
constexpr int latestKillMs = 600; ///< the first third of it goes into starting, on a quiet machine
constexpr int startsALatestKill = 3;
constexpr int tasksALane = 2'400; ///< over two hours: those that are used go out after half an hour and later
constexpr int firstUsed = 700;
constexpr int mostRefusedStarts = 20;
constexpr int pollMs = 5;
constexpr int longestRunMs = 180'000;

/// A service and a journal of its own, used by one probe after the other.
class Lane : public QObject
{
    Q_OBJECT
public:
    Lane(const QString& path, quint32 seed)
        : m_folder(path)
        , m_random(seed)
    {
        m_folder.mkpath(u"."_s);
    }
    ~Lane() override
    {
        m_service.kill();
        m_service.waitForFinished();
        m_probe.kill();
        m_probe.waitForFinished();
    }

    bool startService(quint32 seed);
    void killRoundAfterRound();
    void startSettling();
    bool hasSettled();
    bool agrees();
    /// Of the journal: how many rows are in this state and outcome.
    int rows(const QString& condition) const;
    int lookedAt() const;

    int refusedStarts() const { return m_refusedStarts; }
    bool isDone() const { return m_round == roundsALane; }

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QStringList probeArguments() const;
    void startRound();
    void killSometime();
    void onEnded(QProcess::ExitStatus status);
    bool writeBatch();

    QDir m_folder;
    QRandomGenerator m_random;
    QElapsedTimer m_sinceStart;
    int m_latestKill = 0; ///< ms; 0 until it is known
    QProcess m_service;
    QProcess m_probe;
    QList<QByteArray> m_tasks;
    QByteArray m_port;
    int m_round = 0;
    int m_refusedStarts = 0;
};

bool Lane::startService(quint32 seed)
{
    // Few strike the looks, so that what is left open can be settled within the test's time.
    QString faults = u"delete_sched_task:code-60008=0.03,drop-before=0.01,cut-body=0.01,bad-gateway=0.01"_s;
    for (const auto& kind :
        { "drop-before", "drop-after", "reset-before", "reset-after", "garbage", "stall-before", "stall-after" })
        faults += u",delete_sched_task:%1=0.05"_s.arg(QLatin1String(kind));
    m_service.start(QStringLiteral(PRACTICE),
        { u"--make-certificate"_s, path(u"tls"_s), u"--latency"_s, u"10"_s, u"--jitter"_s, u"20"_s, u"--rate"_s,
            u"1000"_s, u"--tasks"_s, QString::number(tasksALane), u"--write-tasks"_s, path(u"tasks.csv"_s), u"--log"_s,
            path(u"log"_s), u"--seed"_s, QString::number(seed), u"--faults"_s, faults });
    if (!m_service.waitForReadyRead())
        return false;
    m_port = m_service.readLine().trimmed().split(' ').last();
    QFile file(path(u"tasks.csv"_s));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    m_tasks = file.readAll().split('\n');
    return m_tasks.size() > firstUsed + roundsALane * batch;
}

QStringList Lane::probeArguments() const
{
    return { u"--host"_s, u"localhost:"_s + QString::fromLatin1(m_port), u"--ca"_s, path(u"tls/ca.pem"_s),
        u"--sdkappid"_s, u"1400000000"_s, u"--secret-key"_s, u"practice-key-that-opens-nothing-but-practice"_s,
        // Otherwise a start would wait for longer than it lives; the service's rate is no matter here.
        u"--forget-earlier"_s, u"--tasks"_s, path(u"batch.csv"_s), u"--journal"_s, path(u"known.db"_s) };
}

bool Lane::writeBatch()
{
    QFile file(path(u"batch.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QByteArray text = m_tasks.first() + '\n';
    for (const QByteArray& line : m_tasks.mid(firstUsed + m_round * batch, batch))
        text += line + '\n';
    return file.write(text) == text.size();
}

void Lane::killRoundAfterRound()
{
    m_probe.setStandardOutputFile(path(u"report"_s), QIODevice::Append);
    m_probe.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_probe, &QProcess::started, this, &Lane::killSometime);
    connect(&m_probe, &QProcess::finished, this, [this](int, QProcess::ExitStatus status) { onEnded(status); });
    m_sinceStart.start();
    startRound();
}

// The first one lives until it has sent something: how long that takes here is what the other moments go by.
void Lane::killSometime()
{
    if (m_latestKill > 0) {
        QTimer::singleShot(m_random.bounded(m_latestKill), Qt::PreciseTimer, &m_probe, &QProcess::kill);
        return;
    }
    QFile log(path(u"log"_s));
    const bool hasSent = log.open(QIODevice::ReadOnly) && log.readAll().contains("delete_sched_task");
    if (!hasSent) {
        QTimer::singleShot(pollMs, Qt::PreciseTimer, this, &Lane::killSometime);
        return;
    }
    m_latestKill = std::max(latestKillMs, int(m_sinceStart.elapsed()) * startsALatestKill);
    qInfo("killed within %d ms", m_latestKill);
    m_probe.kill();
}

void Lane::onEnded(QProcess::ExitStatus status)
{
    const bool killed = status == QProcess::CrashExit;
    ++(killed ? m_round : m_refusedStarts);
    if (!killed) {
        QFile lock(path(u"known.db.lock"_s));
        qInfo() << "a start was refused; the lock holds"
                << (lock.open(QIODevice::ReadOnly) ? lock.readAll() : "nothing");
    }
    // One that was killed while it made its lock file leaves an empty one, which counts as held for two seconds.
    if (killed || m_refusedStarts < mostRefusedStarts)
        QTimer::singleShot(killed ? 0 : 700, this, &Lane::startRound);
}

void Lane::startRound()
{
    if (m_round < roundsALane && writeBatch())
        m_probe.start(QStringLiteral(PROBE), probeArguments());
}

void Lane::startSettling()
{
    m_probe.disconnect(this);
    m_probe.start(QStringLiteral(PROBE), probeArguments() + QStringList { u"--settle-left"_s });
}

bool Lane::hasSettled()
{
    return m_probe.waitForFinished(longestRunMs) && m_probe.exitStatus() == QProcess::NormalExit
        && m_probe.exitCode() == 0;
}

bool Lane::agrees()
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QStringLiteral(CHECKER),
        { u"--after-crash"_s, u"--log"_s, path(u"log"_s), u"--journal"_s, path(u"known.db"_s), u"--report"_s,
            path(u"report"_s) });
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

int Lane::rows(const QString& condition) const
{
    int count = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"count"_s);
        database.setDatabaseName(path(u"known.db"_s));
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (query.exec(u"SELECT count(*) FROM journal WHERE "_s + condition) && query.next())
            count = query.value(0).toInt();
    }
    QSqlDatabase::removeDatabase(u"count"_s);
    return count;
}

int Lane::lookedAt() const
{
    QFile file(path(u"report"_s));
    int count = 0;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            const QString now = QJsonDocument::fromJson(file.readLine()).object()["now"_L1].toString();
            count += now.isEmpty() || now == "not_read"_L1 ? 0 : 1;
        }
    }
    return count;
}

quint32 seedOfThisRun()
{
    const QByteArray given = qgetenv("KILL_SEED");
    return given.isEmpty() ? QRandomGenerator::system()->generate() : given.toUInt();
}

} // namespace

class Kill9Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTruthAfterBeingKilledAtAnyMoment();

private:
    void killThem();
    void verifyLeftOpen();
    void settleThem();

    std::vector<std::unique_ptr<Lane>> m_lanes;
};

void Kill9Test::tellsTheTruthAfterBeingKilledAtAnyMoment()
{
    const QTemporaryDir folder;
    const quint32 seed = seedOfThisRun();
    qInfo("KILL_SEED=%u repeats the moments", seed);
    for (int i = 0; i < lanes; ++i) {
        m_lanes.push_back(std::make_unique<Lane>(folder.filePath(QString::number(i)), seed + quint32(i)));
        QVERIFY(m_lanes.back()->startService(seed + quint32(i) * 100'003));
    }
    killThem();
    if (!QTest::currentTestFailed())
        verifyLeftOpen();
    if (!QTest::currentTestFailed())
        settleThem();
    m_lanes.clear();
}

void Kill9Test::killThem()
{
    for (const auto& lane : m_lanes)
        lane->killRoundAfterRound();
    for (const auto& lane : m_lanes) {
        QTRY_VERIFY_WITH_TIMEOUT(lane->isDone(), longestRunMs);
        qInfo("%d kills, %d starts refused", roundsALane, lane->refusedStarts());
    }
    QTest::qWait(500); // what was under way at the last kill arrives
}

void Kill9Test::verifyLeftOpen()
{
    int sending = 0;
    int unknown = 0;
    int planned = 0;
    int cancelled = 0;
    for (const auto& lane : m_lanes) {
        QVERIFY(lane->agrees());
        sending += lane->rows(u"state = 'sending'"_s);
        unknown += lane->rows(u"state = 'settled' AND outcome = 'unknown'"_s);
        planned += lane->rows(u"state = 'planned'"_s);
        cancelled += lane->rows(u"outcome = 'cancelled'"_s);
    }
    qInfo("after all kills: %d sending, %d not known, %d planned, %d cancelled", sending, unknown, planned, cancelled);
    // Otherwise the kills came too early or too late to prove anything.
    QVERIFY(unknown > 100 && planned > 100 && cancelled > 100);
}

void Kill9Test::settleThem()
{
    QList<int> leftOpen;
    for (const auto& lane : m_lanes) {
        leftOpen += lane->rows(u"outcome = 'unknown' AND state <> 'planned'"_s);
        lane->startSettling();
    }
    for (const auto& lane : m_lanes) {
        QVERIFY(lane->hasSettled());
        QVERIFY(lane->agrees());
        QCOMPARE(lane->rows(u"state <> 'settled'"_s), 0);
        QCOMPARE(lane->lookedAt(), leftOpen.takeFirst()); // each is known now, by a look at the task
    }
}

QTEST_GUILESS_MAIN(Kill9Test)
#include "tst_kill9.moc"
