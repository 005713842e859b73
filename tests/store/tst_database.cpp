// Opening, checking and keeping aside, on real files.
#include "storefiles.h"

#include "store/datafolder.h"
#include "store/journal.h"
#include "store/tasklist.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <QSqlQuery>
#include <QSysInfo>

#include <limits>

using namespace pushbrake;
using storefiles::bytesOf;
using storefiles::opened;

class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAMissingFolderAndFileForTheOwnerAlone();
    void takesTheRightsOfOthersFromAnOldFile();
    void leavesTheRightsOfAFolderThatWasThere();
    void refusesAFolderThatIsALinkAndChangesNothing();
    void takesAnEmptyLockOverAtOnce();
    void mendsALockThatIsALinkToNowhere();
    void syncsEachCommitWithARollbackJournal();
    void callsAFileThatHasLostEverythingDamaged();
    void leavesWhatItCannotUseAsItIs_data();
    void leavesWhatItCannotUseAsItIs();
    void findsDamageInTheMiddle();
    void refusesAPathThatIsAFolder();
    void tellsThatTheFolderCannotBeMade();
    void refusesASecondOpening();
    void takesOverALockWhoseProcessIsGone_data();
    void takesOverALockWhoseProcessIsGone();
    void keepsADamagedFileAside();
    void keepsEachDamagedFileUnderItsOwnName();
    void movesTheRollbackJournalWithItsFile();
    void playsNoJournalThatWasLeftBehindIntoAFreshFile();
    void keepsNothingAsideThatIsInUse();
    void commitsAllOrNothing();
    void worksInMemory();
    void refusesToRecordInTheStandInForAFile();
    void tellsWhenAFileTakesNothingMore();
    void opensTenThousandTasksFast();

private:
    QString fill(int tasks) const;
    QString newerFile() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

namespace {

QFileDevice::Permissions rightsOf(const QString& path)
{
    // Without those of "user", which are the rights of whoever asks.
    return QFile::permissions(path) & QFileDevice::Permissions(0x7077);
}

constexpr auto ownerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto ownerFolder = ownerFile | QFileDevice::ExeOwner;

QVariant pragma(Database& database, const QString& name)
{
    QSqlQuery query(database.connection());
    return query.exec(QStringLiteral("PRAGMA ") + name) && query.next() ? query.value(0) : QVariant();
}

} // namespace

void DatabaseTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(QStringLiteral("known.db"));
}

QString DatabaseTest::fill(int tasks) const
{
    const auto database = opened(m_path);
    QList<Task> list;
    for (int i = 1; i <= tasks; ++i)
        list.append(
            storefiles::task(7'000'000'000 + i, QStringLiteral("Summer sale %1, a title of usual length").arg(i)));
    return database && TaskList(*database).add({ QStringLiteral("p") }, list) ? m_path : QString();
}

QString DatabaseTest::newerFile() const
{
    const auto database = opened(m_path);
    return database && QSqlQuery(database->connection()).exec(QStringLiteral("PRAGMA user_version = 999")) ? m_path
                                                                                                           : QString();
}

void DatabaseTest::makesAMissingFolderAndFileForTheOwnerAlone()
{
    const QString path = m_folder->filePath(QStringLiteral("a/b/known.db"));
    QVERIFY(opened(path));
    QCOMPARE(rightsOf(path), QFileDevice::Permissions(ownerFile));
    QCOMPARE(rightsOf(m_folder->filePath(QStringLiteral("a/b"))), QFileDevice::Permissions(ownerFolder));
}

void DatabaseTest::takesTheRightsOfOthersFromAnOldFile()
{
    QVERIFY(!fill(1).isEmpty());
    QVERIFY(QFile::setPermissions(m_path, ownerFile | QFileDevice::ReadGroup | QFileDevice::ReadOther));
    QVERIFY(opened(m_path));
    QCOMPARE(rightsOf(m_path), QFileDevice::Permissions(ownerFile));
}

void DatabaseTest::leavesTheRightsOfAFolderThatWasThere()
{
    const auto shared = ownerFolder | QFileDevice::ReadGroup | QFileDevice::ExeGroup;
    QVERIFY(QFile::setPermissions(m_folder->path(), shared));
    QVERIFY(opened(m_path));
    QCOMPARE(rightsOf(m_folder->path()), QFileDevice::Permissions(shared));
    QVERIFY(closeToOthers(m_folder->path()));
    QCOMPARE(rightsOf(m_folder->path()), QFileDevice::Permissions(ownerFolder));
}

void DatabaseTest::refusesAFolderThatIsALinkAndChangesNothing()
{
    const QString other = m_folder->filePath(QStringLiteral("other"));
    const QString link = m_folder->filePath(QStringLiteral("link"));
    QVERIFY(QDir().mkdir(other, ownerFolder | QFileDevice::ReadOther | QFileDevice::ExeOther));
    QVERIFY(QFile::link(other, link));
    const auto before = rightsOf(other);
    const auto result = Database::open(link + QStringLiteral("/known.db"));
    QVERIFY(!result);
    QCOMPARE(result.error(), DatabaseFault::ForeignFolder);
    QVERIFY(!closeToOthers(link));
    QCOMPARE(rightsOf(other), before);
    QVERIFY(QDir(other).isEmpty());
    QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("nowhere")), m_folder->filePath(QStringLiteral("dangling"))));
    QCOMPARE(
        Database::open(m_folder->filePath(QStringLiteral("dangling/known.db"))).error(), DatabaseFault::ForeignFolder);
}

void DatabaseTest::takesAnEmptyLockOverAtOnce()
{
    storefiles::write(m_path + QStringLiteral(".lock"), {});
    QElapsedTimer time;
    time.start();
    QVERIFY(opened(m_path));
    QVERIFY2(time.elapsed() < 1'500, qPrintable(QString::number(time.elapsed())));
}

void DatabaseTest::mendsALockThatIsALinkToNowhere()
{
    QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("nowhere/at-all")), m_path + QStringLiteral(".lock")));
    QVERIFY(opened(m_path));
    QVERIFY(!QFileInfo::exists(m_folder->filePath(QStringLiteral("nowhere"))));
}

void DatabaseTest::syncsEachCommitWithARollbackJournal()
{
    const auto database = opened(m_path);
    QVERIFY(database);
    QCOMPARE(pragma(*database, QStringLiteral("journal_mode")).toString(), QStringLiteral("delete"));
    QCOMPARE(pragma(*database, QStringLiteral("synchronous")).toInt(), 3);
}

void DatabaseTest::callsAFileThatHasLostEverythingDamaged()
{
    storefiles::write(m_path, {});
    const auto result = Database::open(m_path);
    QVERIFY(!result);
    QCOMPARE(result.error(), DatabaseFault::Damaged);
    QVERIFY(!Database::keepAside(m_path).isEmpty());
    QVERIFY(opened(m_path));
}

void DatabaseTest::leavesWhatItCannotUseAsItIs_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("fault");
    QTest::newRow("garbage") << QStringLiteral("garbage") << int(DatabaseFault::Damaged);
    QTest::newRow("a few bytes") << QStringLiteral("bytes") << int(DatabaseFault::Damaged);
    QTest::newRow("truncated to half") << QStringLiteral("half") << int(DatabaseFault::Damaged);
    QTest::newRow("truncated in a page") << QStringLiteral("odd") << int(DatabaseFault::Damaged);
    QTest::newRow("only the header left") << QStringLiteral("header") << int(DatabaseFault::Damaged);
    QTest::newRow("another program's") << QStringLiteral("foreign") << int(DatabaseFault::Damaged);
    QTest::newRow("a table is missing") << QStringLiteral("table") << int(DatabaseFault::Damaged);
    QTest::newRow("newer schema") << QStringLiteral("newer") << int(DatabaseFault::TooNew);
}

void DatabaseTest::leavesWhatItCannotUseAsItIs()
{
    QFETCH(QString, kind);
    QFETCH(int, fault);
    QVERIFY(!fill(500).isEmpty());
    const QByteArray sound = bytesOf(m_path);
    const auto statement = [this](const QString& text) {
        const auto database = opened(m_path);
        return database && QSqlQuery(database->connection()).exec(text);
    };
    if (kind == QLatin1String("garbage"))
        storefiles::write(m_path, QByteArray("no database at all\n").repeated(5'000));
    else if (kind == QLatin1String("bytes"))
        storefiles::write(m_path, "abc");
    else if (kind == QLatin1String("half"))
        storefiles::write(m_path, sound.left(sound.size() / 2 / 4'096 * 4'096));
    else if (kind == QLatin1String("odd"))
        storefiles::write(m_path, sound.left(sound.size() - 6'000));
    else if (kind == QLatin1String("header"))
        storefiles::write(m_path, sound.left(100));
    else if (kind == QLatin1String("foreign"))
        QVERIFY(statement(QStringLiteral("PRAGMA user_version = 0")));
    else if (kind == QLatin1String("table"))
        QVERIFY(statement(QStringLiteral("DROP TABLE tasks")));
    else
        QVERIFY(!newerFile().isEmpty());

    const QByteArray before = bytesOf(m_path);
    const auto result = Database::open(m_path);
    QVERIFY(!result);
    QCOMPARE(int(result.error()), fault);
    QCOMPARE(bytesOf(m_path), before);
    QVERIFY(!QFile::exists(m_path + QStringLiteral("-journal")));
    // The lock is gone with the attempt.
    QCOMPARE(int(Database::open(m_path).error()), fault);
}

void DatabaseTest::findsDamageInTheMiddle()
{
    QVERIFY(!fill(2'000).isEmpty());
    QByteArray bytes = bytesOf(m_path);
    for (qsizetype at = bytes.size() / 2; at < bytes.size() / 2 + 8'192; ++at)
        bytes[at] = char(0xa5);
    storefiles::write(m_path, bytes);
    const auto result = Database::open(m_path);
    QVERIFY(!result);
    QCOMPARE(result.error(), DatabaseFault::Damaged);
    QCOMPARE(bytesOf(m_path), bytes);
}

void DatabaseTest::refusesAPathThatIsAFolder()
{
    QVERIFY(QDir().mkdir(m_path));
    const auto result = Database::open(m_path);
    QVERIFY(!result);
    QCOMPARE(result.error(), DatabaseFault::CannotOpen);
}

void DatabaseTest::tellsThatTheFolderCannotBeMade()
{
    const QString file = m_folder->filePath(QStringLiteral("file"));
    storefiles::write(file, "x");
    for (const QString& path : { file + QStringLiteral("/known.db"), file + QStringLiteral("/deeper/known.db"),
             QStringLiteral("/proc/nowhere/known.db") }) {
        const auto result = Database::open(path);
        QVERIFY2(!result, qPrintable(path));
        QCOMPARE(result.error(), DatabaseFault::NoFolder);
    }
}

void DatabaseTest::refusesASecondOpening()
{
    auto first = opened(m_path);
    QVERIFY(first);
    const auto second = Database::open(m_path);
    QVERIFY(!second);
    QCOMPARE(second.error(), DatabaseFault::InUse);
    first.reset();
    QVERIFY(opened(m_path));
}

void DatabaseTest::takesOverALockWhoseProcessIsGone_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray me = QByteArray::number(QCoreApplication::applicationPid());
    QTest::newRow("dead process") << QByteArray("4194300\npushbrake\n");
    QTest::newRow("killed while writing the lock") << QByteArray();
    QTest::newRow("computer was renamed") << QByteArray("4194300\npushbrake\nanother-name\n");
    QTest::newRow("process number lives again")
        << me + "\napp-store-database\n" + QSysInfo::machineHostName().toUtf8() + "\n";
}

void DatabaseTest::takesOverALockWhoseProcessIsGone()
{
    QFETCH(QByteArray, content);
    const QString lock = m_path + QStringLiteral(".lock");
    storefiles::write(lock, content);
    QFile file(lock);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-3'600), QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(opened(m_path));
}

void DatabaseTest::keepsADamagedFileAside()
{
    storefiles::write(m_path, "broken");
    const QString aside = Database::keepAside(m_path);
    QVERIFY2(QRegularExpression(QStringLiteral("/known\\.db\\.damaged-\\d{8}T\\d{6}Z$")).match(aside).hasMatch(),
        qPrintable(aside));
    QCOMPARE(bytesOf(aside), QByteArray("broken"));
    QVERIFY(!QFile::exists(m_path));
    QVERIFY(opened(m_path));
}

void DatabaseTest::keepsEachDamagedFileUnderItsOwnName()
{
    QSet<QString> names;
    for (int i = 0; i < 3; ++i) {
        storefiles::write(m_path, QByteArray::number(i));
        const QString aside = Database::keepAside(m_path);
        QCOMPARE(bytesOf(aside), QByteArray::number(i));
        names.insert(aside);
    }
    QCOMPARE(names.size(), 3);
    QCOMPARE(Database::keepAside(m_path), QString());
}

void DatabaseTest::movesTheRollbackJournalWithItsFile()
{
    storefiles::write(m_path, "broken");
    storefiles::write(m_path + QStringLiteral("-journal"), "pages");
    const QString aside = Database::keepAside(m_path);
    QCOMPARE(bytesOf(aside + QStringLiteral("-journal")), QByteArray("pages"));
    QVERIFY(!QFile::exists(m_path + QStringLiteral("-journal")));
}

void DatabaseTest::playsNoJournalThatWasLeftBehindIntoAFreshFile()
{
    QVERIFY(!fill(5'000).isEmpty());
    QByteArray hot;
    {
        const auto database = opened(m_path);
        QVERIFY(database);
        QSqlQuery change(database->connection());
        QVERIFY(change.exec(QStringLiteral("PRAGMA cache_size = 1")));
        QVERIFY(change.exec(QStringLiteral("BEGIN IMMEDIATE")));
        QVERIFY(change.exec(QStringLiteral("UPDATE tasks SET note = 'changed'")));
        hot = bytesOf(m_path + QStringLiteral("-journal")); // as a crash at this moment leaves it
        QVERIFY(hot.size() > 100'000);
        QVERIFY(change.exec(QStringLiteral("ROLLBACK")));
    }
    QVERIFY(QFile::remove(m_path));
    storefiles::write(m_path + QStringLiteral("-journal"), hot);
    const auto fresh = opened(m_path);
    QVERIFY(fresh);
    QVERIFY(TaskList(*fresh).load({ QStringLiteral("p") })->isEmpty());
    QVERIFY(QFile(m_path).size() < 200'000);
}

void DatabaseTest::keepsNothingAsideThatIsInUse()
{
    const auto database = opened(m_path);
    QVERIFY(database);
    QCOMPARE(Database::keepAside(m_path), QString());
    QVERIFY(QFile::exists(m_path));
}

void DatabaseTest::commitsAllOrNothing()
{
    const auto database = opened(m_path);
    QVERIFY(database);
    const auto count = [&] {
        QSqlQuery query(database->connection());
        return query.exec(QStringLiteral("SELECT count(*) FROM runs")) && query.next() ? query.value(0).toInt() : -1;
    };
    const auto insert = [&] {
        return QSqlQuery(database->connection())
            .exec(QStringLiteral("INSERT INTO runs (app, started_ms, task_count) VALUES ('p', 0, 0)"));
    };
    QVERIFY(!database->transaction([&] { return insert() && false; }));
    QCOMPARE(count(), 0);
    QVERIFY(database->transaction(insert));
    QCOMPARE(count(), 1);
}

void DatabaseTest::worksInMemory()
{
    const auto database = Database::inMemory();
    TaskList list(*database);
    QVERIFY(list.add({ QStringLiteral("p") }, { storefiles::task(1) }));
    QCOMPARE(list.load({ QStringLiteral("p") })->size(), 1);
    QVERIFY(TaskList(*Database::inMemory()).load({ QStringLiteral("p") })->isEmpty());
}

void DatabaseTest::refusesToRecordInTheStandInForAFile()
{
    for (const DatabaseFault why : { DatabaseFault::NoFolder, DatabaseFault::ReadOnly, DatabaseFault::TooNew }) {
        const auto database = Database::inPlaceOfFile(why);
        QVERIFY(TaskList(*database).add({ QStringLiteral("p") }, { storefiles::task(1) }));
        Journal journal(*database);
        QCOMPARE(*journal.whyNoRecord(), why);
        const auto refused = journal.begin({ QStringLiteral("p") }, DeedKind::Delete, { storefiles::task(1) });
        QVERIFY(!refused);
        QCOMPARE(refused.error(), why);
        QVERIFY(journal.rows(1)->isEmpty());
    }
}

// The file itself is there at first; whoever writes into one that was moved or deleted writes nowhere.
void DatabaseTest::tellsWhenAFileTakesNothingMore()
{
    const auto database = storefiles::opened(m_path);
    Journal journal(*database);
    QVERIFY(!journal.whyNoRecord());
    const QByteArray before = storefiles::bytesOf(m_path);
    QVERIFY(!journal.whyNoRecord());
    QCOMPARE(storefiles::bytesOf(m_path), before);
    const QString elsewhere = m_path + QStringLiteral(".moved");
    QVERIFY(QFile::rename(m_path, elsewhere));
    QVERIFY(journal.whyNoRecord());
    QVERIFY(!journal.begin({ QStringLiteral("p") }, DeedKind::Delete, { storefiles::task(1) }));
    storefiles::write(m_path, before); // another one in its place is not ours
    QVERIFY(journal.whyNoRecord());
    QVERIFY(!journal.begin({ QStringLiteral("p") }, DeedKind::Delete, { storefiles::task(1) }));
    QVERIFY(QFile::remove(m_path) && QFile::rename(elsewhere, m_path));
    QVERIFY(!journal.whyNoRecord());
    QVERIFY(journal.begin({ QStringLiteral("p") }, DeedKind::Delete, { storefiles::task(1) }));
}

void DatabaseTest::opensTenThousandTasksFast()
{
    QVERIFY(!fill(10'000).isEmpty());
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto database = opened(m_path);
        const auto tasks = TaskList(*database).load({ QStringLiteral("p") });
        best = std::min(best, timer.elapsed());
        QCOMPARE(tasks->size(), 10'000);
    }
    qInfo("opened, checked and loaded in %lld ms", best);
    QVERIFY2(best < 150, qPrintable(QString::number(best))); // room for a debug build on a busy machine
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
