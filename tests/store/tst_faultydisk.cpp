// A disk on which the N-th operation fails, for each N from 1 until a whole pass comes through: at a first start, at a
// start that migrates, at a start after an interrupted run, and in a run. Nothing crashes, nothing false is said, and
// what was committed before is there when the disk is well again.
#include "earlierfiles.h"
#include "storefiles.h"

#include "store/history.h"
#include "store/journal.h"
#include "store/profileapps.h"
#include "store/schema.h"
#include "store/tasklist.h"
#include "support/faultyvfs.h"

#include <QHash>
#include <QSqlError>
#include <QSqlQuery>

#include <sys/wait.h>
#include <unistd.h>

using namespace pushbrake;
using earlierfiles::shop;

namespace {

constexpr int mostOperations = 2'000; ///< a pass that takes more never ends
const AppKey app { QStringLiteral("adminapisgp.im.qcloud.com/1400000001") };

bool isOver(DiskFault fault)
{
    return fault != DiskFault::IoErrorForGood && fault != DiskFault::FullForGood
        && fault != DiskFault::UnreadableForGood;
}

/// What the plain library reads of a file, after it has rolled an interrupted transaction back.
QVariant valueIn(const QString& path, const QString& statement)
{
    const QString name = QStringLiteral("plain");
    QVariant value;
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        file.setDatabaseName(path);
        if (file.open()) {
            QSqlQuery query(file);
            if (query.exec(statement) && query.next())
                value = query.value(0);
        }
    }
    QSqlDatabase::removeDatabase(name);
    return value;
}

int versionOf(const QString& path)
{
    return valueIn(path, QStringLiteral("PRAGMA user_version")).toInt();
}

/// What a run was told of one of its tasks by calls that returned true, and what it does not know.
struct Told
{
    JournalState state = JournalState::Planned;
    int attempts = 0;
    bool isInDoubt = false; ///< a call said that it failed
};

/// Does it in a process of its own, in which the N-th operation is the last moment; true when it was killed by that.
template<typename Work> bool isKilled(FaultyVfs& disk, int number, Work&& work)
{
    const pid_t child = fork();
    if (child == 0) {
        disk.failAt(number, DiskFault::Killed);
        work();
        _exit(0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != FaultyVfs::killed))
        qFatal("The process crashed.");
    return WEXITSTATUS(status) == FaultyVfs::killed;
}

class Pass
{
public:
    /// `witness`: a file that hears of every step, for whoever outlives this process; -1 for none.
    explicit Pass(Journal& journal, int witness = -1)
        : m_journal(journal)
        , m_witness(witness)
    {
    }

    /// Plan of four; one is cancelled, one turns out not to have left, one is under way, and what waits is taken back.
    void run()
    {
        QList<Task> tasks;
        for (TaskId id = 1; id <= 4; ++id)
            tasks.append(storefiles::task(id, QStringLiteral("Push %1").arg(id)));
        const auto begun = m_journal.begin(app, DeedKind::Delete, tasks);
        if (!begun)
            return;
        number = *begun;
        for (TaskId id = 1; id <= 4; ++id)
            note(id, true, JournalState::Planned, 0);
        attempt(1);
        settle(1);
        attempt(2);
        undo(2);
        attempt(3);
        withdraw();
    }

    qint64 number = 0; ///< 0: the plan was refused
    QHash<TaskId, Told> told;

private:
    void attempt(TaskId id)
    {
        const bool isCommitted = bool(m_journal.attempt(number, id, 1, quint32(100 + id), at));
        note(id, isCommitted, JournalState::Sending, 1);
    }
    void settle(TaskId id)
    {
        if (told[id].state != JournalState::Sending) // nothing left
            return;
        SettledResult result;
        result.taskId = id;
        result.outcome = Outcome::Cancelled;
        result.attempts = 1;
        result.requestNumber = quint32(100 + id);
        result.settledAt = at;
        note(id, bool(m_journal.settle(number, result)), JournalState::Settled, told[id].attempts);
    }
    void undo(TaskId id)
    {
        if (told[id].state == JournalState::Sending) // else there is nothing to take back
            note(id, bool(m_journal.attemptUndone(number, id)), JournalState::Planned, 0);
    }
    void withdraw()
    {
        const bool isCommitted = bool(m_journal.withdrawPlanned(number, at));
        const QList<TaskId> ids = told.keys();
        for (const TaskId id : ids) {
            if (told[id].state == JournalState::Planned)
                note(id, isCommitted, JournalState::Settled, 0);
        }
    }
    void note(TaskId id, bool isCommitted, JournalState state, int attempts)
    {
        Told& task = told[id];
        if (isCommitted)
            task = { state, attempts, task.isInDoubt };
        else
            task.isInDoubt = true;
        const char step[] { char(id), char(state) };
        if (m_witness >= 0 && isCommitted)
            (void)!::write(m_witness, step, sizeof step);
    }

    Journal& m_journal;
    int m_witness;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(1'800'000'000'456, Qt::UTC);
};

} // namespace

class FaultyDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void isUnderTheSqliteThatQtLoads();
    void aFirstStartSaysWhatFailedAndTheNextOneWorks_data() { faults(); }
    void aFirstStartSaysWhatFailedAndTheNextOneWorks();
    void aMigrationThatFailsLeavesTheOldFileWhole_data();
    void aMigrationThatFailsLeavesTheOldFileWhole();
    void aStartAfterAnInterruptedRunLosesNothingOfIt_data() { faults(); }
    void aStartAfterAnInterruptedRunLosesNothingOfIt();
    void aRunIsToldOnlyWhatIsOnTheDisk_data() { faults(); }
    void aRunIsToldOnlyWhatIsOnTheDisk();
    void anAnswerThatTheDiskDidNotTakeIsInTheHistoryOnce_data();
    void anAnswerThatTheDiskDidNotTakeIsInTheHistoryOnce();
    void aStartThatIsKilledAtAnyStepLeavesAFileThatOpens_data();
    void aStartThatIsKilledAtAnyStepLeavesAFileThatOpens();
    void aRunThatIsKilledAtAnyStepLeavesWhatItWasTold();
    void theListKeepsWhatWasWrittenBefore_data() { faults(); }
    void theListKeepsWhatWasWrittenBefore();

private:
    static void faults();
    void anew();
    bool saysWhatFailed(DatabaseFault told, DiskFault fault) const;
    void verifyRun(const Pass& pass, DiskFault fault) const;

    std::unique_ptr<FaultyVfs> m_disk;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void FaultyDiskTest::initTestCase()
{
    m_disk = std::make_unique<FaultyVfs>();
}

void FaultyDiskTest::init()
{
    anew();
}

void FaultyDiskTest::cleanupTestCase()
{
    m_disk.reset();
}

void FaultyDiskTest::anew()
{
    m_disk->mend();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("known.db"));
}

void FaultyDiskTest::faults()
{
    QTest::addColumn<DiskFault>("fault");
    QTest::newRow("an I/O error, once") << DiskFault::IoErrorOnce;
    QTest::newRow("I/O errors from then on") << DiskFault::IoErrorForGood;
    QTest::newRow("an I/O error of what was done") << DiskFault::IoErrorAfterTheDeed;
    QTest::newRow("full, once") << DiskFault::FullOnce;
    QTest::newRow("full from then on") << DiskFault::FullForGood;
    QTest::newRow("a read that fails, once") << DiskFault::UnreadableOnce;
    QTest::newRow("reads that fail from then on") << DiskFault::UnreadableForGood;
}

// A sound file that is called damaged would be put aside, and one of a newer version or in use is neither.
bool FaultyDiskTest::saysWhatFailed(DatabaseFault told, DiskFault fault) const
{
    const bool isFull = fault == DiskFault::FullOnce || fault == DiskFault::FullForGood;
    return told == DatabaseFault::WriteFailed || told == DatabaseFault::CannotOpen
        || (isFull && told == DatabaseFault::Full);
}

void FaultyDiskTest::isUnderTheSqliteThatQtLoads()
{
    QCOMPARE(Database::engineVersion(), QString::fromLatin1(sqlite3_libversion()));
    m_disk->failAt(1, DiskFault::IoErrorOnce);
    QVERIFY(!Database::open(m_path));
    QVERIFY(m_disk->hasFailed());
}

void FaultyDiskTest::aFirstStartSaysWhatFailedAndTheNextOneWorks()
{
    QFETCH(DiskFault, fault);
    int number = 0;
    for (bool hasFailed = true; hasFailed;) {
        QVERIFY(++number < mostOperations);
        anew();
        {
            m_disk->failAt(number, fault);
            const auto database = Database::open(m_path);
            hasFailed = m_disk->hasFailed();
            QVERIFY2(database || saysWhatFailed(database.error(), fault),
                qPrintable(QStringLiteral("%1: %2").arg(number).arg(int(database.error()))));
        }
        m_disk->mend();
        const auto database = Database::open(m_path);
        QVERIFY2(database, qPrintable(QStringLiteral("%1: %2").arg(number).arg(int(database.error()))));
        QVERIFY(Journal(**database).begin(app, DeedKind::Delete, { storefiles::task(1) }));
    }
    QVERIFY(number > 1);
}

void FaultyDiskTest::aMigrationThatFailsLeavesTheOldFileWhole_data()
{
    QTest::addColumn<DiskFault>("fault");
    QTest::addColumn<int>("version");
    for (int version = 1; version < schemaVersion; ++version) {
        for (const DiskFault fault :
            { DiskFault::IoErrorOnce, DiskFault::IoErrorForGood, DiskFault::IoErrorAfterTheDeed, DiskFault::FullOnce,
                DiskFault::FullForGood, DiskFault::UnreadableOnce, DiskFault::UnreadableForGood })
            QTest::addRow("version %d, fault %d", version, int(fault)) << fault << version;
    }
}

void FaultyDiskTest::aMigrationThatFailsLeavesTheOldFileWhole()
{
    QFETCH(DiskFault, fault);
    QFETCH(int, version);
    int number = 0;
    for (bool hasFailed = true; hasFailed;) {
        QVERIFY(++number < mostOperations);
        anew();
        QVERIFY(earlierfiles::make(version, m_path));
        const QByteArray before = storefiles::bytesOf(m_path);
        bool isOpen = false;
        {
            m_disk->failAt(number, fault);
            const auto database = Database::open(m_path);
            hasFailed = m_disk->hasFailed();
            isOpen = bool(database);
            QVERIFY2(database || saysWhatFailed(database.error(), fault),
                qPrintable(QStringLiteral("%1: %2").arg(number).arg(int(database.error()))));
        }
        m_disk->mend();
        const int now = versionOf(m_path);
        QVERIFY(now == schemaVersion || (!isOpen && now == version));
        if (now == version)
            QCOMPARE(storefiles::bytesOf(m_path), before);
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        const auto rows = Journal(*database).rows(4);
        QCOMPARE(rows->size(), 3);
        QCOMPARE(rows->at(0).result.outcome, Outcome::Cancelled);
        QCOMPARE(rows->at(1).state, JournalState::Sending);
        QCOMPARE(rows->at(2).state, JournalState::Planned);
        QCOMPARE(valueIn(m_path, QStringLiteral("SELECT note FROM tasks")).toString(), QStringLiteral("ask Ann"));
    }
    QVERIFY(number > 1);
}

// As the program starts: open, look what was left, adopt, show the list.
void FaultyDiskTest::aStartAfterAnInterruptedRunLosesNothingOfIt()
{
    QFETCH(DiskFault, fault);
    int number = 0;
    for (bool hasFailed = true; hasFailed;) {
        QVERIFY(++number < mostOperations);
        anew();
        {
            const auto database = storefiles::opened(m_path);
            QVERIFY(database);
            Journal journal(*database);
            Pass left(journal);
            left.run();
            QVERIFY(journal.begin(app, DeedKind::Delete, { storefiles::task(9) }));
            QVERIFY(TaskList(*database).add(app, { storefiles::task(3), storefiles::task(9) }));
        }
        {
            m_disk->failAt(number, fault);
            if (const auto database = Database::open(m_path)) {
                Journal journal(**database);
                const auto left = journal.recover();
                QVERIFY(!left || left->size() == 2);
                QVERIFY(left || saysWhatFailed(left.error(), fault));
                const auto adopted = ProfileApps(**database).adopt(shop, app);
                QVERIFY(adopted || saysWhatFailed(adopted.error(), fault));
                const auto listed = TaskList(**database).load(app);
                QVERIFY(!listed || listed->size() == 2);
            } else {
                QVERIFY2(saysWhatFailed(database.error(), fault),
                    qPrintable(QStringLiteral("%1: %2").arg(number).arg(int(database.error()))));
            }
            hasFailed = m_disk->hasFailed();
        }
        m_disk->mend();
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        const auto left = Journal(*database).recover();
        QVERIFY(left);
        QCOMPARE(left->size(), 2);
        QCOMPARE(left->at(0).taskId, TaskId(3));
        QCOMPARE(left->at(0).state, JournalState::Settled); // what was under way is not known
        QCOMPARE(left->at(0).result.outcome, Outcome::Unknown);
        QCOMPARE(left->at(1).taskId, TaskId(9));
        QCOMPARE(left->at(1).state, JournalState::Planned);
        QCOMPARE(TaskList(*database).load(app)->size(), 2);
    }
    QVERIFY(number > 1);
}

void FaultyDiskTest::aRunIsToldOnlyWhatIsOnTheDisk()
{
    QFETCH(DiskFault, fault);
    int number = 0;
    for (bool hasFailed = true; hasFailed;) {
        QVERIFY(++number < mostOperations);
        anew();
        qint64 before = 0;
        std::optional<Pass> pass;
        {
            const auto database = storefiles::opened(m_path);
            QVERIFY(database);
            Journal journal(*database);
            const auto earlier = journal.begin(app, DeedKind::Delete, { storefiles::task(7) });
            QVERIFY(earlier);
            before = *earlier;
            m_disk->failAt(number, fault);
            pass.emplace(journal);
            pass->run();
            hasFailed = m_disk->hasFailed();
            if (isOver(fault)) { // the same process goes on with the same file
                m_disk->mend();
                QVERIFY(journal.rows(before));
            }
        }
        m_disk->mend();
        verifyRun(*pass, fault);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("operation %1").arg(number)));
        const auto database = storefiles::opened(m_path);
        QCOMPARE(Journal(*database).rows(before)->at(0).state, JournalState::Planned);
    }
    QVERIFY(number > 1);
}

void FaultyDiskTest::anAnswerThatTheDiskDidNotTakeIsInTheHistoryOnce_data()
{
    QTest::addColumn<DiskFault>("fault");
    QTest::newRow("an error") << DiskFault::IoErrorOnce;
    QTest::newRow("no room") << DiskFault::FullOnce;
}

void FaultyDiskTest::anAnswerThatTheDiskDidNotTakeIsInTheHistoryOnce()
{
    QFETCH(DiskFault, fault);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(1'800'000'000'456, Qt::UTC);
    int number = 0;
    for (bool hasFailed = true; hasFailed;) {
        QVERIFY(++number < mostOperations);
        anew();
        {
            const auto database = storefiles::opened(m_path);
            QVERIFY(database);
            Journal journal(*database);
            QCOMPARE(*journal.begin(app, DeedKind::Delete, { storefiles::task(1) }), 1);
            QVERIFY(journal.attempt(1, 1, 1, 101, at));
            RunEvent answer;
            answer.runId = 1;
            answer.taskId = 1;
            answer.requestNumber = 101;
            answer.answeredAt = at.addSecs(1);
            answer.code = 90104;
            journal.note(answer);
            SettledResult result;
            result.taskId = 1;
            result.outcome = Outcome::Rejected;
            result.attempts = 1;
            result.requestNumber = 101;
            result.settledAt = at.addSecs(1);
            m_disk->failAt(number, fault);
            const bool isSettled = bool(journal.settle(1, result));
            hasFailed = m_disk->hasFailed();
            m_disk->mend();
            QVERIFY(isSettled || journal.settle(1, result));
        }
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        const auto story = History(*database).story(1, 1);
        QVERIFY(story);
        QCOMPARE(story->size(), 1);
        QCOMPARE(story->first().answeredAt, at.addSecs(1));
        QCOMPARE(story->first().code, 90104);
    }
    QVERIFY(number > 1);
}

void FaultyDiskTest::verifyRun(const Pass& pass, DiskFault fault) const
{
    const auto database = storefiles::opened(m_path);
    QVERIFY(database);
    Journal journal(*database);
    if (pass.number == 0)
        return;
    const auto rows = journal.rows(pass.number);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 4); // the whole plan
    for (const JournalRow& row : *rows) {
        const Told told = pass.told.value(row.taskId);
        // A disk that did what it called failed may have kept one step more than the run was told, but none less.
        if (told.isInDoubt && fault == DiskFault::IoErrorAfterTheDeed) {
            QVERIFY(told.state != JournalState::Sending || row.state != JournalState::Planned);
        } else {
            QVERIFY2(row.state == told.state,
                qPrintable(
                    QStringLiteral("task %1 is %2, told %3").arg(row.taskId).arg(int(row.state)).arg(int(told.state))));
            QCOMPARE(row.result.attempts, told.attempts);
            QCOMPARE(row.result.requestNumber, told.attempts > 0 ? quint32(100 + row.taskId) : 0U);
        }
        if (row.result.outcome == Outcome::Cancelled)
            QVERIFY(row.taskId == 1 && told.attempts == 1);
    }
}

void FaultyDiskTest::aStartThatIsKilledAtAnyStepLeavesAFileThatOpens_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("a first start") << 0;
    for (int version = 1; version < schemaVersion; ++version)
        QTest::addRow("a migration from version %d", version) << version;
}

void FaultyDiskTest::aStartThatIsKilledAtAnyStepLeavesAFileThatOpens()
{
    QFETCH(int, version);
    int number = 0;
    for (bool wasKilled = true; wasKilled;) {
        QVERIFY(++number < mostOperations);
        anew();
        QVERIFY(version == 0 || earlierfiles::make(version, m_path));
        wasKilled = isKilled(*m_disk, number, [this] { (void)Database::open(m_path); });
        const auto database = Database::open(m_path);
        QVERIFY2(database, qPrintable(QStringLiteral("%1: %2").arg(number).arg(int(database.error()))));
        QCOMPARE(Journal(**database).rows(4)->size(), version == 0 ? 0 : 3);
    }
    QVERIFY(number > 1);
}

void FaultyDiskTest::aRunThatIsKilledAtAnyStepLeavesWhatItWasTold()
{
    int number = 0;
    for (bool wasKilled = true; wasKilled;) {
        QVERIFY(++number < mostOperations);
        anew();
        QVERIFY(storefiles::opened(m_path));
        int witness[2];
        QCOMPARE(pipe(witness), 0);
        wasKilled = isKilled(*m_disk, number, [this, &witness] {
            const auto database = Database::open(m_path);
            Journal journal(**database);
            Pass(journal, witness[1]).run();
        });
        ::close(witness[1]);
        QHash<TaskId, JournalState> told;
        for (char step[2]; ::read(witness[0], step, sizeof step) == sizeof step;)
            told.insert(step[0], JournalState(step[1]));
        ::close(witness[0]);
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        const auto rows = Journal(*database).rows(1);
        QVERIFY(told.isEmpty() || rows->size() == 4);
        int ahead = 0; // one step, or one statement for all that wait, may be on the disk and was not told any more
        for (const JournalRow& row : *rows) {
            const JournalState state = told.value(row.taskId, JournalState::Planned);
            ahead += row.state != state;
            QVERIFY(state != JournalState::Settled || row.state == JournalState::Settled);
            QVERIFY(state != JournalState::Sending || row.state != JournalState::Planned || row.taskId == 2);
        }
        QVERIFY2(ahead <= 2, qPrintable(QString::number(number)));
    }
    QVERIFY(number > 1);
}

void FaultyDiskTest::theListKeepsWhatWasWrittenBefore()
{
    QFETCH(DiskFault, fault);
    int number = 0;
    for (bool hasFailed = true; hasFailed;) {
        QVERIFY(++number < mostOperations);
        anew();
        bool isAdded = false;
        bool isRemoved = false;
        {
            const auto database = storefiles::opened(m_path);
            QVERIFY(database);
            TaskList list(*database);
            QVERIFY(list.add(app, { storefiles::task(1) }));
            m_disk->failAt(number, fault);
            isAdded = bool(list.add(app, { storefiles::task(2), storefiles::task(3) }));
            isRemoved = bool(list.remove(app, { 1 }));
            hasFailed = m_disk->hasFailed();
        }
        m_disk->mend();
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        QList<TaskId> kept;
        const auto listed = TaskList(*database).load(app);
        for (const Task& task : *listed)
            kept.append(task.id);
        const bool mayBeOneMore = fault == DiskFault::IoErrorAfterTheDeed;
        QVERIFY(!isRemoved || !kept.contains(1));
        QVERIFY(isRemoved || mayBeOneMore || kept.contains(1));
        QCOMPARE(kept.contains(2), kept.contains(3)); // both or none
        QVERIFY(!isAdded || kept.contains(2));
        QVERIFY(isAdded || mayBeOneMore || !kept.contains(2));
    }
    QVERIFY(number > 1);
}

QTEST_GUILESS_MAIN(FaultyDiskTest)
#include "tst_faultydisk.moc"
