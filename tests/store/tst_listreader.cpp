// A long list that is read on another thread, from a real file that is written to meanwhile.
#include "storefiles.h"

#include "store/listreader.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSqlQuery>

using namespace pushbrake;

namespace {

constexpr int many = 25'000; ///< more than two parts

const AppKey shop { QStringLiteral("shop/1") };

Task made(int number)
{
    Task task = storefiles::task(number, QStringLiteral("Campaign %1").arg(number * 7919 % 100'003));
    task.goesOutAt
        = QDateTime::fromMSecsSinceEpoch(1'900'000'000'000 + qint64(number * 7919 % 100'003) * 1'000, Qt::UTC);
    task.status = TaskStatus(number % 6);
    task.note = number % 10 == 0 ? QStringLiteral("asked by Mei") : QString();
    task.readFromService = number % 2;
    if (number % 3 == 0) {
        task.lastOutcome = Outcome(number % 5);
        task.lastCode = number % 7 == 0 ? 90105 : 0;
        task.lastResultAt = QDateTime::fromSecsSinceEpoch(1'800'000'000 + number, Qt::UTC);
        task.lastChecked = number % 4 == 0;
    }
    if (number % 11 == 0)
        task.goesOutAt = {};
    return task;
}

struct Stage
{
    Stage()
    {
        QList<Task> tasks;
        for (int number = 1; number <= many; ++number)
            tasks.append(made(number));
        if (!list.add(shop, tasks) || !list.add(AppKey { QStringLiteral("another/2") }, { storefiles::task(3) }))
            qFatal("The tasks could not be written.");
        reader.open(shop);
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("known.db"));
    std::unique_ptr<Database> database = storefiles::opened(path);
    TaskList list { *database };
    ListReader reader { path };
};

} // namespace

class ListReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsReadInBriefIsWhatIsStored()
    {
        Stage stage;
        QSignalSpy loaded(&stage.reader, &ListReader::loaded);
        stage.reader.load();
        QVERIFY(loaded.wait(20'000));
        const auto briefs = loaded.first().first().value<QList<TaskBrief>>();
        const auto tasks = stage.list.load(shop);
        QCOMPARE(briefs.size(), many);
        for (qsizetype row = 0; row < briefs.size(); ++row)
            QVERIFY2(briefs.at(row) == briefOf(tasks->at(row)), qPrintable(QString::number(tasks->at(row).id)));
    }

    void wordsThatNoProgramKnowsBecomeTheCautiousValue()
    {
        Stage stage;
        QSqlQuery query(stage.database->connection());
        QVERIFY(
            query.exec(QStringLiteral("UPDATE tasks SET audience = 'Everybody', last_outcome = 'eaten', status = 77,"
                                      " last_code = -3 WHERE task_id = 1")));
        const auto briefs = stage.list.briefs(shop, 0, 1);
        const auto tasks = stage.list.load(shop, 1);
        QCOMPARE(briefs->first().status(), TaskStatus::Other);
        QCOMPARE(briefs->first().lastOutcome(), std::optional(Outcome::Unknown));
        QCOMPARE(briefs->first(), briefOf(tasks->first()));
    }

    void theTopComesFirstAndTheSoonestAreAtIt()
    {
        Stage stage;
        QList<TaskBrief> top;
        bool isWhole = false;
        bool wasWholeBefore = true;
        connect(&stage.reader, &ListReader::beginningRead, this, [&](const QList<TaskBrief>& briefs) {
            top = briefs;
            wasWholeBefore = isWhole;
        });
        connect(&stage.reader, &ListReader::loaded, this, [&] { isWhole = true; });
        stage.reader.load();
        QTRY_VERIFY_WITH_TIMEOUT(isWhole, 20'000);
        QVERIFY(!wasWholeBefore && top.size() >= 100);
        auto all = *stage.list.load(shop);
        all.removeIf([](const Task& task) { return !task.goesOutAt.isValid(); });
        std::sort(all.begin(), all.end(),
            [](const Task& a, const Task& b) { return std::tie(a.goesOutAt, a.id) < std::tie(b.goesOutAt, b.id); });
        for (qsizetype row = 0; row < top.size(); ++row)
            QCOMPARE(top.at(row).id, all.at(row).id);
    }

    void aWriterIsNeverRefusedWhileItReads()
    {
        Stage stage;
        QSignalSpy loaded(&stage.reader, &ListReader::loaded);
        QSignalSpy failed(&stage.reader, &ListReader::failed);
        int written = 0;
        for (int round = 0; round < 5; ++round) {
            stage.reader.load();
            stage.reader.order(ListReader::Words::Titles);
            const qsizetype before = loaded.size();
            while (loaded.size() == before) {
                QVERIFY(stage.list.add(shop, { storefiles::task(900'000 + written) }));
                ++written;
                QTest::qWait(10); // a run writes ten times a second
            }
        }
        QVERIFY(written > 5);
        QCOMPARE(failed.size(), 0);
    }

    void wordsAreFoundWhereverTheyAre()
    {
        Stage stage;
        QSignalSpy found(&stage.reader, &ListReader::found);
        const TaskWords words(QStringLiteral("MEI campaign"));
        stage.reader.find(words);
        QTRY_VERIFY_WITH_TIMEOUT(!found.isEmpty() && found.last().last().toBool(), 20'000);
        const auto ids = found.last().at(1).value<QList<TaskId>>();
        QCOMPARE(ids.size(), many / 10);
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
        for (const TaskId id : ids)
            QCOMPARE(id % 10, 0);
    }

    void aLaterQuestionTakesThePlaceOfAnEarlierOne()
    {
        Stage stage;
        QSignalSpy found(&stage.reader, &ListReader::found);
        const TaskWords last(QStringLiteral("mei"));
        for (const char* typed : { "c", "ca", "cam" })
            stage.reader.find(TaskWords(QString::fromLatin1(typed)));
        stage.reader.find(last);
        QTRY_VERIFY_WITH_TIMEOUT(!found.isEmpty() && found.last().last().toBool(), 20'000);
        for (const QList<QVariant>& answer : found)
            QCOMPARE(answer.first().value<TaskWords>(), last);
    }

    void titlesAreOrderedAsPeopleCount()
    {
        Stage stage;
        QSignalSpy ordered(&stage.reader, &ListReader::ordered);
        stage.reader.order(ListReader::Words::Titles);
        QVERIFY(ordered.wait(20'000));
        const auto ids = ordered.first().at(1).value<QList<TaskId>>();
        const auto places = ordered.first().at(2).value<QList<quint32>>();
        QCOMPARE(ids.size(), many);
        const auto numberOf = [](TaskId id) { return id * 7919 % 100'003; };
        for (qsizetype i = 1; i < ids.size(); ++i)
            QCOMPARE(places.at(i - 1) < places.at(i), numberOf(ids.at(i - 1)) < numberOf(ids.at(i)));
    }

    void anotherAppHearsNothingOfWhatWasAskedBefore()
    {
        Stage stage;
        QSignalSpy loaded(&stage.reader, &ListReader::loaded);
        QSignalSpy read(&stage.reader, &ListReader::tasksRead);
        stage.reader.load();
        stage.reader.read({ 1, 2, 3 });
        stage.reader.open(AppKey { QStringLiteral("another/2") });
        stage.reader.load();
        QVERIFY(loaded.wait(20'000));
        QCOMPARE(loaded.size(), 1);
        QCOMPARE(loaded.first().first().value<QList<TaskBrief>>().size(), 1);
        stage.reader.read({ 1, 2, 3 });
        QVERIFY(read.wait(20'000));
        QCOMPARE(read.size(), 1);
        QCOMPARE(read.first().first().value<QList<Task>>().size(), 1); // of the IDs, 3 is that app's too
    }

    void whatCannotBeReadIsSaid()
    {
        Stage stage;
        QSqlQuery query(stage.database->connection());
        QVERIFY(query.exec(QStringLiteral("DROP TABLE tasks")));
        QSignalSpy failed(&stage.reader, &ListReader::failed);
        stage.reader.load();
        QVERIFY(failed.wait(20'000));
        QCOMPARE(failed.first().first().value<DatabaseFault>(), DatabaseFault::Damaged);
    }

    void itEndsInTheMiddleOfEverything()
    {
        for (int round = 0; round < 3; ++round) {
            Stage stage;
            stage.reader.load();
            stage.reader.find(TaskWords(QStringLiteral("nothing")));
            stage.reader.order(ListReader::Words::Notes);
            QTest::qWait(round * 5);
        }
    }
};

QTEST_GUILESS_MAIN(ListReaderTest)
#include "tst_listreader.moc"
