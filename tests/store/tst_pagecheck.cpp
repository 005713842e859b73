// A large file is shown before all of it was looked through, and its damage is found all the same.
#include "storefiles.h"

#include "store/pagecheck.h"
#include "store/tasklist.h"

#include <QSignalSpy>
#include <QSqlQuery>
#include <QThread>

#include <semaphore>
#include <thread>

using namespace pushbrake;

namespace {

const AppKey shop { QStringLiteral("shop/1") };

struct Stage
{
    Stage()
    {
        QList<Task> tasks;
        for (TaskId id = 1; id <= 5'000; ++id)
            tasks.append(storefiles::task(id, QStringLiteral("A title that fills the pages %1").arg(id)));
        auto database = storefiles::opened(path);
        if (!TaskList(*database).add(shop, tasks))
            qFatal("The tasks could not be written.");
    }

    /// In the middle, where opening it does not look.
    void damage() const
    {
        QByteArray bytes = storefiles::bytesOf(path);
        for (qsizetype at = bytes.size() / 2; at < bytes.size() / 2 + 3 * 4096; at += 16)
            bytes.replace(at, 8, QByteArray(8, '\xff'));
        storefiles::write(path, bytes);
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("known.db"));
    QString mark = path + QStringLiteral(".suspect");
};

} // namespace

class PageCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSmallFileIsLookedThroughBeforeItIsUsed()
    {
        const Stage stage;
        QVERIFY(!storefiles::opened(stage.path)->mustBeLookedThrough());
        stage.damage();
        QCOMPARE(Database::open(stage.path).error(), DatabaseFault::Damaged);
    }

    void aSoundLargeFileIsLeftAsItIs()
    {
        const Stage stage;
        auto opened = Database::open(stage.path, 0);
        QVERIFY(opened && (*opened)->mustBeLookedThrough());
        PageCheck check;
        QSignalSpy found(&check, &PageCheck::foundDamage);
        check.start(stage.path);
        QVERIFY(!found.wait(500));
        QVERIFY(!(*opened)->whyNothingLasts());
        QVERIFY(!QFile::exists(stage.mark));
    }

    void theDamageOfALargeFileIsFoundAndNothingLastsFromThenOn()
    {
        const Stage stage;
        stage.damage();
        auto opened = Database::open(stage.path, 0);
        QVERIFY(opened);
        PageCheck check;
        QSignalSpy found(&check, &PageCheck::foundDamage);
        check.start(stage.path);
        QVERIFY(found.wait(5'000));
        (*opened)->noteDamage();
        QCOMPARE((*opened)->whyNothingLasts(), std::optional(DatabaseFault::Damaged));
        opened->reset();

        // The next start does not begin with it again.
        QCOMPARE(Database::open(stage.path, 0).error(), DatabaseFault::Damaged);
        QVERIFY(!Database::keepAside(stage.path).isEmpty());
        QVERIFY(!QFile::exists(stage.mark));
        QVERIFY(Database::open(stage.path, 0));
    }

    // A cancellation that is begun meanwhile writes its record before anything is sent.
    void aRecordWaitsForWhoeverReadsForSeconds()
    {
        const Stage stage;
        auto opened = Database::open(stage.path, 0);
        for (const bool waits : { false, true }) {
            (*opened)->waitLonger(waits);
            std::binary_semaphore isReading(0);
            const std::jthread reader([&] {
                const auto beside = Database::openBeside(stage.path);
                QSqlQuery query((*beside)->connection());
                query.setForwardOnly(true);
                if (query.exec(QStringLiteral("SELECT * FROM tasks")) && query.next())
                    isReading.release();
                QThread::msleep(3'500);
            });
            isReading.acquire();
            QCOMPARE(TaskList(**opened).add(shop, { storefiles::task(9'000 + waits) }).has_value(), waits);
        }
        (*opened)->waitLonger(false);
    }

    void itsEndIsToldWhateverCameOfIt()
    {
        const Stage stage;
        for (const QString& path : { stage.path, stage.folder.filePath(QStringLiteral("none.db")) }) {
            PageCheck check;
            QSignalSpy ended(&check, &PageCheck::ended);
            check.start(path);
            QVERIFY(ended.wait(5'000));
        }
    }

    void aSuspectedFileThatIsSoundIsUsedAgain()
    {
        const Stage stage;
        (*Database::open(stage.path, 0))->noteDamage();
        QVERIFY(QFile::exists(stage.mark));
        QVERIFY(Database::open(stage.path, 0));
        QVERIFY(!QFile::exists(stage.mark));
    }

    void anEarlierFileIsLookedThroughBeforeItIsRewritten()
    {
        const Stage stage;
        {
            auto opened = storefiles::opened(stage.path);
            QVERIFY(opened->transaction(
                [&] { return QSqlQuery(opened->connection()).exec(QStringLiteral("PRAGMA user_version = 7")); }));
        }
        stage.damage();
        QCOMPARE(Database::open(stage.path, 0).error(), DatabaseFault::Damaged);
    }
};

QTEST_GUILESS_MAIN(PageCheckTest)
#include "tst_pagecheck.moc"
