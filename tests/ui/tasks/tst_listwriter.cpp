// Many pushes that are put on the list or taken off it: in parts, in turn, and as far as the disk lets them.
#include "store/database.h"
#include "store/journal.h"
#include "ui/tasks/listwriter.h"

#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;

namespace {

const AppKey shop { QStringLiteral("shop/1") };
constexpr int many = 20'000;

QList<Task> tasks(int count, TaskId first = 1)
{
    QList<Task> made;
    for (int i = 0; i < count; ++i) {
        Task task;
        task.id = first + (i * 7919LL) % count; // not in order
        task.audience = Audience::Tag;
        task.title = QStringLiteral("Summer sale of the week %1").arg(i);
        made.append(task);
    }
    return made;
}

struct Stage
{
    qsizetype listed() { return list.load(shop)->size(); }
    ListWriter::Answer answer()
    {
        return [this](const ListWriter::Written& written) { answers.append(written); };
    }
    bool settle(int count)
    {
        return QTest::qWaitFor([&] { return answers.size() == count; }, 60'000);
    }
    /// No more than so many pages: a disk that is full.
    void leaveRoomFor(int pages)
    {
        QSqlQuery query(database->connection());
        QVERIFY(query.exec(QStringLiteral("PRAGMA page_count")) && query.next());
        const int now = query.value(0).toInt();
        QVERIFY(query.exec(QStringLiteral("PRAGMA max_page_count = %1").arg(now + pages)));
    }

    QTemporaryDir folder;
    std::unique_ptr<Database> database = *Database::open(folder.filePath(QStringLiteral("data/known.db")));
    TaskList list { *database };
    QList<ListWriter::Written> answers;
    std::unique_ptr<ListWriter> writer = std::make_unique<ListWriter>(list, nullptr);
};

} // namespace

class ListWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewAreOnTheListAtOnce()
    {
        Stage stage;
        QVERIFY(!stage.writer->add(shop, tasks(20), QStringLiteral("a.csv"), stage.answer()));
        QCOMPARE(stage.answers.size(), 1);
        QCOMPARE(stage.answers.first().ids.size(), 20);
        QCOMPARE(stage.answers.first().added.added, 20);
        QVERIFY(!stage.writer->progress());
        QCOMPARE(stage.list.load(shop)->first().origin, origin::firstFile);
        stage.writer->remove(shop, { 3, 5 }, stage.answer());
        QCOMPARE(stage.answers.size(), 2);
        QCOMPARE(stage.listed(), 18);
    }

    void manyAreWrittenInPartsAndNothingIsSaidBeforeAllAre()
    {
        Stage stage;
        QSignalSpy progressed(stage.writer.get(), &ListWriter::progressed);
        QVERIFY(!stage.writer->add(shop, tasks(many), QStringLiteral("a.csv"), stage.answer()));
        QVERIFY(stage.answers.isEmpty());
        QVERIFY(stage.listed() > 0 && stage.listed() < many);
        QCOMPARE(stage.writer->progress()->done, stage.listed());
        QCOMPARE(stage.writer->progress()->of, many);
        bool isToldEarly = false;
        connect(stage.writer.get(), &ListWriter::progressed, stage.writer.get(),
            [&] { isToldEarly = isToldEarly || (!stage.answers.isEmpty() && stage.listed() < many); });
        QVERIFY(stage.settle(1));
        QVERIFY(!isToldEarly && progressed.size() >= 4);
        QCOMPARE(stage.listed(), many);
        QCOMPARE(stage.answers.first().added.added, many);
        QCOMPARE(stage.answers.first().ids.size(), many);
        QVERIFY(!stage.writer->progress());
        QCOMPARE(stage.list.files().names(shop, -1)->size(), 1); // of all parts the same
        QCOMPARE(stage.list.load(shop)->last().origin, origin::firstFile);

        QList<TaskId> some;
        for (TaskId id = 1; id <= many; id += 2)
            some.append(id);
        stage.writer->remove(shop, some, stage.answer());
        QVERIFY(stage.writer->progress()->isRemoval);
        QVERIFY(stage.listed() > many / 2);
        QVERIFY(stage.settle(2));
        QCOMPARE(stage.listed(), many / 2);
        QCOMPARE(stage.answers.last().ids.size(), many / 2);
    }

    void whatIsAskedMeanwhileIsDoneInTurn()
    {
        Stage stage;
        QVERIFY(!stage.writer->add(shop, tasks(many), QStringLiteral("a.csv"), stage.answer()));
        QVERIFY(!stage.writer->add(shop, tasks(100, many - 50), QStringLiteral("b.csv"), stage.answer()));
        stage.writer->remove(shop, { 1, many + 20 }, stage.answer());
        QVERIFY(stage.answers.isEmpty());
        QVERIFY(stage.settle(3));
        QCOMPARE(stage.answers.at(0).added.added, many);
        QCOMPARE(stage.answers.at(1).added.added, 49);
        QCOMPARE(stage.answers.at(1).added.merged, 51);
        QCOMPARE(stage.answers.at(2).ids.size(), 2);
        QCOMPARE(stage.listed(), many + 49 - 2);
    }

    void aRunWritesItsRecordsMeanwhile()
    {
        Stage stage;
        QVERIFY(!stage.writer->add(shop, tasks(many), {}, stage.answer()));
        Journal journal(*stage.database);
        int runs = 0;
        connect(stage.writer.get(), &ListWriter::progressed, stage.writer.get(),
            [&] { runs += journal.begin(shop, DeedKind::Delete, { tasks(1).first() }).has_value(); });
        QVERIFY(stage.settle(1));
        QVERIFY(runs >= 4);
        QCOMPARE(stage.listed(), many);
    }

    void whereTheDiskIsFullWhatIsInIsInAndTheNumberIsTold()
    {
        Stage stage;
        stage.leaveRoomFor(120);
        QVERIFY(!stage.writer->add(shop, tasks(many), {}, stage.answer()));
        QVERIFY(!stage.writer->add(shop, tasks(many, 100'000), {}, stage.answer()));
        QVERIFY(stage.settle(2));
        const ListWriter::Written& first = stage.answers.first();
        QCOMPARE(first.fault, std::optional(DatabaseFault::Full));
        QCOMPARE(first.asked, many);
        QVERIFY(!first.ids.isEmpty() && first.ids.size() < many);
        QCOMPARE(first.added.added, int(first.ids.size()));
        QCOMPARE(stage.answers.last().fault, std::optional(DatabaseFault::Full)); // it had its turn
        QCOMPARE(stage.listed(), first.ids.size() + stage.answers.last().ids.size());
        QVERIFY(!stage.writer->progress());
    }

    void whatFailsAtOnceIsToldAtOnce()
    {
        Stage stage;
        stage.leaveRoomFor(0);
        QCOMPARE(stage.writer->add(shop, tasks(many), {}, stage.answer()), std::optional(DatabaseFault::Full));
        QCOMPARE(stage.listed(), 0);
        QVERIFY(!stage.writer->progress());
        QTest::qWait(20);
        QVERIFY(stage.answers.isEmpty()); // there was an answer
    }

    void whatIsLeftWhenTheProgramIsClosedIsWrittenThen()
    {
        Stage stage;
        QVERIFY(!stage.writer->add(shop, tasks(many), QStringLiteral("a.csv"), stage.answer()));
        stage.writer->remove(shop, { 1, 2 }, stage.answer());
        QVERIFY(stage.listed() < many);
        stage.writer.reset();
        QCOMPARE(stage.listed(), many - 2);
        QVERIFY(stage.answers.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ListWriterTest)
#include "tst_listwriter.moc"
