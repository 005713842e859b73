// What happens to a person's computer: the program is killed, the disk is full, the file may not be written, a second
// window is started. What is tested runs in processes of their own; see storechild.cpp.
#include "storefiles.h"

#include "store/journal.h"
#include "store/tasklist.h"

#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

#include <unistd.h>

using namespace pushbrake;
using storefiles::bytesOf;

class HardshipsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isConsistentAfterBeingKilledAtAnyMoment();
    void refusesASecondProcess();
    void takesOverFromAKilledProcess();
    void keepsWhatItHasWhenNoMoreCanBeWritten();
    void doesNotCallWrittenWhatTheDiskCouldNotKeep();
    void saysThatTheDiskIsFull();
    void saysThatAFileIsReadOnly_data();
    void saysThatAFileIsReadOnly();
    void saysThatAFolderCannotBeMadeThere();

private:
    std::unique_ptr<QProcess> started(const QString& deed, const QString& path) const;
    QString openedAsNobody(const QString& path) const;
    void verifyAfterKill(const QByteArray& told);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

namespace {

constexpr uint nobody = 65'534;

QString faultLine(DatabaseFault fault)
{
    return QStringLiteral("fault %1\n").arg(int(fault));
}

/// A small disk for one test; taken away with it. Only root may make one.
class SmallDisk
{
public:
    explicit SmallDisk(const QString& folder)
        : m_folder(folder)
        , m_isThere(geteuid() == 0
              && QProcess::execute(QStringLiteral("mount"),
                     { QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), QStringLiteral("size=512k"),
                         QStringLiteral("tmpfs"), folder })
                  == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_isThere)
            QProcess::execute(QStringLiteral("umount"), { m_folder });
    }
    bool isThere() const { return m_isThere; }

private:
    QString m_folder;
    bool m_isThere;
};

/// Writes until nothing more fits.
void fillUp(const QString& path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray block(4'096, 'x');
    while (file.write(block) == block.size()) { }
}

} // namespace

void HardshipsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("known.db"));
}

std::unique_ptr<QProcess> HardshipsTest::started(const QString& deed, const QString& path) const
{
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(STORE_CHILD), { deed, path });
    return process->waitForStarted() ? std::move(process) : nullptr;
}

QString HardshipsTest::openedAsNobody(const QString& path) const
{
    const auto process = started(QStringLiteral("as-nobody"), path);
    process->closeWriteChannel();
    return process->waitForFinished() ? QString::fromUtf8(process->readAllStandardOutput()) : QString();
}

void HardshipsTest::isConsistentAfterBeingKilledAtAnyMoment()
{
    for (int round = 0; round < 25; ++round) {
        const auto process = started(QStringLiteral("work"), m_path);
        QVERIFY(process);
        QVERIFY(process->waitForReadyRead());
        // The moment itself is what is tested: any, in the midst of its writing.
        QTest::qSleep(int(QRandomGenerator::global()->bounded(40)));
        process->kill();
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitStatus(), QProcess::CrashExit);
        verifyAfterKill(process->readAllStandardOutput());
        if (QTest::currentTestFailed())
            return;
    }
}

void HardshipsTest::verifyAfterKill(const QByteArray& told)
{
    QHash<qint64, QHash<TaskId, quint32>> sending;
    QHash<qint64, QSet<TaskId>> settled;
    QSet<qint64> runs;
    for (const QByteArray& line : told.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() >= 2)
            runs.insert(words.at(1).toLongLong());
        if (words.at(0) == "sending" && words.size() == 4)
            sending[words.at(1).toLongLong()].insert(words.at(2).toLongLong(), words.at(3).toUInt());
        else if (words.at(0) == "settled" && words.size() == 3)
            settled[words.at(1).toLongLong()].insert(words.at(2).toLongLong());
    }
    const auto database = storefiles::opened(m_path);
    QVERIFY(database);
    Journal journal(*database);
    for (const qint64 run : std::as_const(runs)) {
        const auto rows = journal.rows(run);
        QCOMPARE(rows->size(), 40); // the whole plan or none of it
        int underWay = 0;
        for (const JournalRow& row : *rows) {
            underWay += row.state == JournalState::Sending ? 1 : 0;
            if (settled[run].contains(row.taskId)) {
                QCOMPARE(row.state, JournalState::Settled);
                QCOMPARE(row.result.outcome, Outcome::Cancelled);
            }
            if (sending[run].contains(row.taskId)) {
                QVERIFY(row.state != JournalState::Planned);
                QCOMPARE(row.result.requestNumber, sending[run].value(row.taskId));
                QCOMPARE(row.result.attempts, 1);
            } else if (row.state == JournalState::Planned) {
                QCOMPARE(row.result.attempts, 0);
            }
        }
        QVERIFY(underWay <= 1);
    }
    const auto open = journal.recover();
    QVERIFY(open);
    for (const JournalRow& row : *open)
        QVERIFY(row.state == JournalState::Planned ? row.result.attempts == 0 : row.result.attempts == 1);
}

void HardshipsTest::refusesASecondProcess()
{
    const auto first = started(QStringLiteral("hold"), m_path);
    QVERIFY(first && first->waitForReadyRead());
    const auto second = Database::open(m_path);
    QVERIFY(!second);
    QCOMPARE(second.error(), DatabaseFault::InUse);
    first->closeWriteChannel();
    QVERIFY(first->waitForFinished());
    QVERIFY(storefiles::opened(m_path));
}

void HardshipsTest::takesOverFromAKilledProcess()
{
    const auto first = started(QStringLiteral("hold"), m_path);
    QVERIFY(first && first->waitForReadyRead());
    first->kill();
    QVERIFY(first->waitForFinished());
    QVERIFY(QFile::exists(m_path + QStringLiteral(".lock")));
    QVERIFY(storefiles::opened(m_path));
}

void HardshipsTest::keepsWhatItHasWhenNoMoreCanBeWritten()
{
    const auto process = started(QStringLiteral("limit"), m_path);
    QVERIFY(process && process->waitForFinished());
    QCOMPARE(process->readAllStandardOutput(), QByteArray("limited refused\nkept 40\nagain written\n"));
}

void HardshipsTest::doesNotCallWrittenWhatTheDiskCouldNotKeep()
{
    const auto process = started(QStringLiteral("broken"), m_path);
    QVERIFY(process && process->waitForFinished());
    QCOMPARE(process->readAllStandardOutput(), QByteArray("broken refused\nkept 40 planned\nagain written\n"));
}

void HardshipsTest::saysThatTheDiskIsFull()
{
    const SmallDisk disk(m_folder->path());
    if (!disk.isThere())
        QSKIP("A small disk can be mounted by root only; the file size limit above stands in for it.");
    const QString filler = m_folder->filePath(QStringLiteral("filler"));
    {
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        TaskList list(*database);
        Journal journal(*database);
        QVERIFY(list.add({ QStringLiteral("p") }, { storefiles::task(1) }));
        const auto run = journal.begin({ QStringLiteral("p") }, DeedKind::Delete, { storefiles::task(1) });
        QVERIFY(run);
        fillUp(filler);
        const auto attempt = journal.attempt(*run, 1, 1, 1, QDateTime::currentDateTimeUtc());
        QVERIFY(!attempt);
        QCOMPARE(attempt.error(), DatabaseFault::Full);
        QCOMPARE(list.add({ QStringLiteral("p") }, { storefiles::task(2) }).error(), DatabaseFault::Full);
        QCOMPARE(list.load({ QStringLiteral("p") })->size(), 1);
        QCOMPARE(journal.rows(*run)->at(0).state, JournalState::Planned);
    }
    {
        const auto database = storefiles::opened(m_path); // what is known can be read all the same
        QVERIFY(database);
        QCOMPARE(TaskList(*database).load({ QStringLiteral("p") })->size(), 1);
        fillUp(filler);
        QCOMPARE(
            TaskList(*database).add({ QStringLiteral("p") }, { storefiles::task(2) }).error(), DatabaseFault::Full);
    }
    fillUp(m_folder->filePath(QStringLiteral("filler2")));
    const auto nowhere = Database::open(m_folder->filePath(QStringLiteral("fresh.db")));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error(), DatabaseFault::Full);
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("filler2"))));
    QVERIFY(QFile::remove(filler));
    const auto database = storefiles::opened(m_path);
    QVERIFY(database);
    QCOMPARE(TaskList(*database).load({ QStringLiteral("p") })->size(), 1);
}

void HardshipsTest::saysThatAFileIsReadOnly_data()
{
    QTest::addColumn<bool>("folder");
    QTest::newRow("the file") << false;
    QTest::newRow("its folder") << true;
}

void HardshipsTest::saysThatAFileIsReadOnly()
{
    QFETCH(bool, folder);
    {
        const auto database = storefiles::opened(m_path);
        QVERIFY(TaskList(*database).add({ QStringLiteral("p") }, { storefiles::task(1) }));
    }
    if (geteuid() == 0) {
        for (const QString& path : { m_folder->path(), m_path })
            QCOMPARE(chown(QFile::encodeName(path).constData(), nobody, nobody), 0);
    }
    QCOMPARE(openedAsNobody(m_path), QStringLiteral("open\n"));
    const auto readFile = QFileDevice::ReadOwner;
    const auto readFolder = QFileDevice::ReadOwner | QFileDevice::ExeOwner;
    QVERIFY(QFile::setPermissions(folder ? m_folder->path() : m_path, folder ? readFolder : readFile));
    const QByteArray before = bytesOf(m_path);
    QCOMPARE(openedAsNobody(m_path), faultLine(DatabaseFault::ReadOnly));
    QCOMPARE(bytesOf(m_path), before);
    QVERIFY(QFile::setPermissions(m_folder->path(), readFolder | QFileDevice::WriteOwner));
}

void HardshipsTest::saysThatAFolderCannotBeMadeThere()
{
    QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const QString path = m_folder->filePath(QStringLiteral("new/known.db"));
    QCOMPARE(openedAsNobody(path), faultLine(DatabaseFault::NoFolder));
    QVERIFY(QFile::setPermissions(
        m_folder->path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
}

QTEST_GUILESS_MAIN(HardshipsTest)
#include "tst_hardships.moc"
