// Files that earlier versions made, from their own statements as they stood: nothing in them is lost or means something
// else afterwards.
#include "earlierfiles.h"
#include "storefiles.h"

#include "store/filecopy.h"
#include "store/history.h"
#include "store/journal.h"
#include "store/profileapps.h"
#include "store/savedchecks.h"
#include "store/schema.h"
#include "store/tasklist.h"

#include <QDir>
#include <QSqlQuery>

using namespace pushbrake;

namespace {

using earlierfiles::shop;
const AppKey singapore { QStringLiteral("adminapisgp.im.qcloud.com/1400000001") };

} // namespace

class MigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("known.db"));
    }

    void keepsEveryRowOfAnEarlierVersion_data() { versions(); }

    void keepsEveryRowOfAnEarlierVersion()
    {
        QFETCH(int, version);
        QVERIFY(makeFile(version));
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        QSqlQuery now(QStringLiteral("PRAGMA user_version"), database->connection());
        QVERIFY(now.next());
        QCOMPARE(now.value(0).toInt(), schemaVersion);

        const auto kept = Journal(*database).rows(4);
        QVERIFY(kept);
        QCOMPARE(kept->size(), 3);
        for (const JournalRow& row : *kept) {
            QCOMPARE(row.deed, DeedKind::Delete); // nothing else could be done to a task then
            QCOMPARE(row.app.text, AppKey::notRecorded(shop).text);
            QVERIFY(!row.isAppRecorded);
        }
        const JournalRow& settled = kept->at(0);
        QCOMPARE(settled.taskId, TaskId(7'000'000'001));
        QCOMPARE(settled.audience, Audience::All);
        QCOMPARE(settled.title, QStringLiteral("Summer sale"));
        QCOMPARE(settled.goesOutAt.toMSecsSinceEpoch(), qint64(1'900'000'000'123));
        QCOMPARE(settled.state, JournalState::Settled);
        QCOMPARE(settled.seenPending, version >= 2);
        QCOMPARE(settled.result.outcome, Outcome::Cancelled);
        QVERIFY(settled.result.checked);
        QCOMPARE(settled.result.httpStatus, 200);
        QCOMPARE(settled.result.serviceText, QStringLiteral("ok"));
        QCOMPARE(settled.result.attempts, 2);
        QCOMPARE(settled.result.requestNumber, quint32(4'294'967'295));
        QCOMPARE(settled.result.sentAt.toMSecsSinceEpoch(), qint64(1'800'000'000'456));
        QCOMPARE(settled.result.settledAt.toMSecsSinceEpoch(), qint64(1'800'000'000'789));
        QCOMPARE(kept->at(1).state, JournalState::Sending);
        QCOMPARE(kept->at(1).result.requestNumber, quint32(5));
        QCOMPARE(kept->at(2).state, JournalState::Planned);
        QCOMPARE(kept->at(2).taskId, std::numeric_limits<TaskId>::max());

        TaskList list(*database);
        const auto tasks = list.load(AppKey::notRecorded(shop));
        QVERIFY(tasks);
        QCOMPARE(tasks->size(), 1);
        QCOMPARE(tasks->first().note, QStringLiteral("ask Ann"));
        QCOMPARE(tasks->first().lastCode, 90'104);
    }

    void recoversWhatAnEarlierVersionLeftOpen_data() { versions(); }

    void recoversWhatAnEarlierVersionLeftOpen()
    {
        QFETCH(int, version);
        QVERIFY(makeFile(version));
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        Journal journal(*database);
        const auto left = journal.recover();
        QVERIFY(left);
        QCOMPARE(left->size(), 2);
        QCOMPARE(left->at(0).state, JournalState::Settled);
        QCOMPARE(left->at(0).result.outcome, Outcome::Unknown);
        QCOMPARE(left->at(1).state, JournalState::Planned);
        const auto next = journal.begin(singapore, DeedKind::Delete, { storefiles::task(1) });
        QVERIFY(next);
        QCOMPARE(*next, qint64(5));
    }

    void isDoneOnceAndTheFileOpensAgain_data() { versions(); }

    void isDoneOnceAndTheFileOpensAgain()
    {
        QFETCH(int, version);
        QVERIFY(makeFile(version));
        QVERIFY(storefiles::opened(m_path));
        const auto again = storefiles::opened(m_path);
        QVERIFY(again);
        QCOMPARE(Journal(*again).rows(4)->size(), 3);
    }

    void theAppThatAProfileOpensFirstTakesWhatWasKeptForTheProfile_data() { versions(); }

    void theAppThatAProfileOpensFirstTakesWhatWasKeptForTheProfile()
    {
        QFETCH(int, version);
        QVERIFY(makeFile(version));
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        ProfileApps apps(*database);
        QCOMPARE(apps.appOf(shop).text, AppKey::notRecorded(shop).text); // the list is shown while the keychain is shut
        QVERIFY(apps.adopt(shop, singapore));
        QCOMPARE(apps.appOf(shop).text, singapore.text);
        QVERIFY(TaskList(*database).load(AppKey::notRecorded(shop))->isEmpty());
        const auto tasks = TaskList(*database).load(singapore);
        QCOMPARE(tasks->size(), 1);
        QCOMPARE(tasks->first().note, QStringLiteral("ask Ann"));
        QCOMPARE(tasks->first().title, QStringLiteral("Summer sale"));
        // Which app had called it pending nobody knows.
        QCOMPARE(tasks->first().status, TaskStatus::NotRead);

        Journal journal(*database);
        QVERIFY(journal.recover());
        const auto left = journal.leftovers(singapore);
        QCOMPARE(left->size(), 2);
        for (const JournalRow& row : *left)
            QVERIFY(!row.isAppRecorded && !row.seenPending);

        // Edited since, the profile is another app: nothing goes there.
        const AppKey frankfurt { QStringLiteral("adminapiger.im.qcloud.com/1400000001") };
        QVERIFY(apps.adopt(shop, frankfurt));
        QCOMPARE(apps.appOf(shop).text, frankfurt.text);
        QVERIFY(TaskList(*database).load(frankfurt)->isEmpty());
        QVERIFY(journal.leftovers(frankfurt)->isEmpty());
        QCOMPARE(TaskList(*database).load(singapore)->size(), 1);
        QCOMPARE(journal.leftovers(singapore)->size(), 2);
    }

    void aTaskThatTwoProfilesOfOneAppKnewIsOneWithoutLoss()
    {
        QVERIFY(makeFile(3));
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        const AppKey waiting = AppKey::notRecorded(QStringLiteral("second"));
        TaskList list(*database);
        Task typed = storefiles::task(7'000'000'001, QStringLiteral("typed title"));
        typed.note = QStringLiteral("ask Ben");
        Task only = storefiles::task(7'000'000'009);
        QVERIFY(list.add(waiting, { typed, only }));
        SettledResult later;
        later.taskId = typed.id;
        later.outcome = Outcome::TooLate;
        later.code = 90105;
        later.settledAt = QDateTime::fromMSecsSinceEpoch(1'800'000'009'000, Qt::UTC);
        QVERIFY(list.setLastResults(waiting, { later }));

        ProfileApps apps(*database);
        QVERIFY(apps.adopt(QStringLiteral("second"), singapore));
        QVERIFY(apps.adopt(shop, singapore));
        const auto tasks = list.load(singapore);
        QCOMPARE(tasks->size(), 2);
        const Task& both = tasks->first();
        QCOMPARE(both.title, QStringLiteral("Summer sale")); // the service's word
        QVERIFY(both.readFromService);
        QVERIFY(both.note.contains(QStringLiteral("ask Ann")) && both.note.contains(QStringLiteral("ask Ben")));
        QCOMPARE(both.lastOutcome, std::optional(Outcome::TooLate)); // the later one
        QCOMPARE(both.lastCode, 90105);
        QCOMPARE(tasks->last().id, only.id);
    }

    void anAdoptionThatFailsWaitsWhole()
    {
        QVERIFY(makeFile(3));
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        QVERIFY(
            QSqlQuery(database->connection())
                .exec(QStringLiteral("CREATE TRIGGER full BEFORE UPDATE ON runs BEGIN SELECT RAISE(FAIL, 'x'); END")));
        ProfileApps apps(*database);
        QVERIFY(!apps.adopt(shop, singapore));
        QCOMPARE(TaskList(*database).load(AppKey::notRecorded(shop))->size(), 1);
        QVERIFY(TaskList(*database).load(singapore)->isEmpty());
        QVERIFY(QSqlQuery(database->connection()).exec(QStringLiteral("DROP TRIGGER full")));
        QVERIFY(apps.adopt(shop, singapore));
        QCOMPARE(TaskList(*database).load(singapore)->size(), 1);
    }

    void aFileThatLacksOneOfOurTablesIsDamaged()
    {
        QVERIFY(makeFile(3));
        {
            const auto database = storefiles::opened(m_path);
            QVERIFY(database && QSqlQuery(database->connection()).exec(QStringLiteral("DROP TABLE profile_apps")));
        }
        QCOMPARE(Database::open(m_path).error(), DatabaseFault::Damaged);
    }

    void aFileThatLacksTheChecksIsDamaged()
    {
        {
            const auto database = storefiles::opened(m_path);
            QVERIFY(database && QSqlQuery(database->connection()).exec(QStringLiteral("DROP TABLE expectations")));
        }
        QCOMPARE(Database::open(m_path).error(), DatabaseFault::Damaged);
    }

    void aDeedThatNobodyKnowsIsNeverTakenForADeletion()
    {
        QVERIFY(makeFile(2));
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        QVERIFY(
            QSqlQuery(database->connection()).exec(QStringLiteral("UPDATE journal SET deed = 'x' WHERE position = 2")));
        const auto left = Journal(*database).recover();
        QVERIFY(left);
        QCOMPARE(left->size(), 1);
        QCOMPARE(left->first().taskId, TaskId(7'000'000'002));
    }

    void ofWhatVersion4SentNobodyKnowsHowLongAgoItWas()
    {
        QVERIFY(makeFile(4));
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        Journal journal(*database);
        const AppKey app { shop };
        QCOMPARE(journal.recover()->size(), 2);
        QCOMPARE(journal.rows(4)->at(1).result.sentAt.toMSecsSinceEpoch(), qint64(1'800'000'000'500));
        const auto attempts = journal.earlierAttempts(app, std::chrono::hours(24 * 365 * 200));
        QVERIFY(attempts && attempts->isEmpty());
        const auto run = journal.begin(app, DeedKind::Delete, { storefiles::task(1) });
        QVERIFY(run && journal.attempt(*run, 1, 1, 1, QDateTime::currentDateTimeUtc()));
        QCOMPARE(Journal(*database).earlierAttempts(app, std::chrono::hours(1))->size(), 1);
    }

    void theHistoryKnowsTheRunsOfEarlierVersions_data() { allVersions(); }

    void theHistoryKnowsTheRunsOfEarlierVersions()
    {
        QFETCH(int, version);
        QVERIFY(makeFile(version));
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        const History history(*database);
        // A run of which something is open may go on, for all that the file says.
        QCOMPARE((*history.run(4))->ending, RunEnding::GoesOn);
        QVERIFY(Journal(*database).recover());
        const auto run = history.run(4);
        QVERIFY(run && *run);
        QCOMPARE((*run)->ending, RunEnding::Interrupted);
        QVERIFY((*run)->person.isEmpty());
        QVERIFY(!(*run)->forecast);
        QCOMPARE((*run)->pushes, 3);
        QCOMPARE((*run)->cancelled, 1);
        QCOMPARE((*run)->unknown, 1); // the one that was being sent; the planned one is neither
        const auto page = history.pushes({}, {}, 10);
        QVERIFY(page && page->isEnd);
        QCOMPARE(page->rows.size(), 3);
        QCOMPARE(page->rows.first().row.state, JournalState::Planned); // what is open comes first
        QCOMPARE(page->rows.at(1).row.result.outcome, Outcome::Cancelled);
        QVERIFY(history.story(4, 7'000'000'001)->isEmpty());
    }

    void aRunOfAnEarlierVersionThatWasOverIsOver_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("ending");
        QTest::newRow("all answered") << QStringLiteral("too_late") << int(RunEnding::Finished);
        QTest::newRow("one taken back") << QStringLiteral("withdrawn") << int(RunEnding::Stopped);
    }

    void aRunOfAnEarlierVersionThatWasOverIsOver()
    {
        QFETCH(QString, outcome);
        QFETCH(int, ending);
        QVERIFY(makeFile(6,
            { QStringLiteral("UPDATE journal SET state = 'settled', outcome = '%1', settled_ms = 1800000000900"
                             " WHERE position > 0")
                    .arg(outcome) }));
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        const auto run = History(*database).run(4);
        QCOMPARE(int((*run)->ending), ending);
        QCOMPARE((*run)->endedAt.toMSecsSinceEpoch(), qint64(1'800'000'000'900));
        QCOMPARE((*run)->settled(), 3);
    }

    void anEarlierFileHasNoChecksAndTakesSome_data() { allVersions(); }

    void anEarlierFileHasNoChecksAndTakesSome()
    {
        QFETCH(int, version);
        QVERIFY(makeFile(version));
        {
            const auto database = storefiles::opened(m_path);
            QVERIFY(database);
            SavedChecks checks(*database);
            QVERIFY(checks.of(singapore) && checks.of(singapore)->isEmpty());
            QVERIFY(checks.save(singapore, { QStringLiteral("Morning"), true }, { { 7'000'000'001 } }));
        }
        const auto again = storefiles::opened(m_path);
        QVERIFY(again);
        QCOMPARE(SavedChecks(*again).of(singapore)->size(), 1);
    }

    void whereThePushesOfAnEarlierFileCameFromIsNotKnown_data() { allVersions(); }

    void whereThePushesOfAnEarlierFileCameFromIsNotKnown()
    {
        QFETCH(int, version);
        QVERIFY(makeFile(version));
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        TaskList list(*database);
        const AppKey listed = version < 4 ? AppKey::notRecorded(shop) : AppKey { shop };
        QCOMPARE(list.load(listed)->size(), 1);
        QCOMPARE(list.load(listed)->first().origin, origin::notKnown);
        QCOMPARE(list.briefs(listed, 0, 9)->first().origin(), origin::notKnown);
        QVERIFY(list.files().names(listed, -1)->isEmpty());
        // And from now on it is.
        QVERIFY(list.add(listed, { storefiles::task(5) }, QStringLiteral("campaign.csv")));
        QCOMPARE(list.load(listed)->first().origin, origin::firstFile);
        QCOMPARE(list.files().names(listed, -1), QStringList { QStringLiteral("campaign.csv") });
    }

    void filesGoAlongWithThePushesOfAProfile()
    {
        const auto database = storefiles::opened(m_path);
        QVERIFY(database);
        TaskList list(*database);
        const AppKey waiting = AppKey::notRecorded(shop);
        QVERIFY(list.add(singapore, { storefiles::task(1) }, QStringLiteral("a.csv")));
        QVERIFY(list.add(waiting, { storefiles::task(1), storefiles::task(2) }, QStringLiteral("a.csv")));
        QVERIFY(list.add(waiting, { storefiles::task(3) }, QStringLiteral("b.csv")));
        Task old = storefiles::task(4);
        QVERIFY(list.add(singapore, { old }));
        QVERIFY(list.add(waiting, { old }, QStringLiteral("b.csv")));
        QVERIFY(ProfileApps(*database).adopt(shop, singapore));
        const auto originOf = [&](const char* file) {
            return (*list.files().numberOf(singapore, QString::fromLatin1(file))).value_or(0);
        };
        const auto tasks = list.load(singapore);
        QCOMPARE(tasks->size(), 4);
        QCOMPARE(tasks->at(0).origin, originOf("a.csv"));
        QCOMPARE(tasks->at(1).origin, originOf("a.csv"));
        QCOMPARE(tasks->at(2).origin, originOf("b.csv"));
        QCOMPARE(tasks->at(3).origin, originOf("b.csv"));
        QVERIFY(originOf("a.csv") != 0 && originOf("b.csv") != 0);
        QVERIFY(list.files().names(waiting, -1)->isEmpty());
    }

    void aCopyOfTheEarlierFileIsKept_data() { allVersions(); }

    void aCopyOfTheEarlierFileIsKept()
    {
        QFETCH(int, version);
        QVERIFY(makeFile(version));
        const QByteArray before = storefiles::bytesOf(m_path);
        QVERIFY(storefiles::opened(m_path));
        const QString copy = copyOfVersion(m_path, version);
        QCOMPARE(storefiles::bytesOf(copy), before);
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther | QFileDevice::ExeGroup | QFileDevice::ExeOther;
        QVERIFY(!(QFile::permissions(copy) & others));
        // A file of today is opened without one.
        QVERIFY(QFile::remove(copy));
        QVERIFY(storefiles::opened(m_path));
        QVERIFY(!QFile::exists(copy));
    }

    void whatCannotBeMigratedStaysAsItWasWithoutACopy()
    {
        // An index of one of our names keeps the migration from making its own.
        QVERIFY(makeFile(6, { QStringLiteral("CREATE INDEX journal_when ON journal (settled_ms)") }));
        const QByteArray before = storefiles::bytesOf(m_path);
        QVERIFY(!Database::open(m_path));
        QCOMPARE(storefiles::bytesOf(m_path), before);
        QVERIFY(!QFile::exists(copyOfVersion(m_path, 6)));
    }

    void whereTheCopyCannotBeWrittenTheFileStaysAsItWas()
    {
        QVERIFY(makeFile(6));
        const QByteArray before = storefiles::bytesOf(m_path);
        QVERIFY(QDir().mkpath(copyOfVersion(m_path, 6))); // in its place is what cannot be written
        QVERIFY(!Database::open(m_path));
        QCOMPARE(storefiles::bytesOf(m_path), before);
    }

private:
    static void allVersions()
    {
        versions();
        for (const int version : { 4, 5, 6, 7, 8 })
            QTest::addRow("made by version %d", version) << version;
    }

    static void versions()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("made by version 1") << 1;
        QTest::newRow("made by version 2") << 2;
        QTest::newRow("made by version 3") << 3;
    }

    bool makeFile(int version, const QStringList& further = {}) const
    {
        return earlierfiles::make(version, m_path, further);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(MigrationTest)
#include "tst_migration.moc"
