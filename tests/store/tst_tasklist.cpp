// The list of known tasks: what stays, what wins, what is counted. Each look is through a file opened anew.
#include "storefiles.h"

#include "store/tasklist.h"

#include <QSqlQuery>

#include <limits>

using namespace pushbrake;

class TaskListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsEveryFieldAcrossReopening();
    void keepsTheLargestAndSmallestNumber();
    void keepsAppsApart();
    void countsDuplicatesAsMerged();
    void fillsOnlyWhatWasEmptyWhenTypedAgain();
    void keepsWhatTheServiceSaidWhenTypedAgain();
    void takesTheServicesWordOverTheTypedOne();
    void keepsWhatIsKnownOfATaskThatIsGone();
    void addsNothingForAGoneTaskThatIsNotListed();
    void keepsAStatusWordItDoesNotKnow();
    void takesNoNumberItDoesNotKnowForOneItDoes_data();
    void takesNoNumberItDoesNotKnowForOneItDoes();
    void editsTypedFields();
    void editsOnlyTheNoteOfWhatTheServiceDescribed();
    void removesOnlyWhatWasAsked();
    void remembersTheLastResult();
    void addsAllOrNothing();
    void keepsOddTextsAsTheyAre();
    void remembersWhereAPushWasFirstKnownFrom();
    void offersTheFilesUsedLastFirst();
    void tellsFilesApartAsLongAsThereIsANumber();
    void keepsAnOriginItDoesNotKnowAsNotKnown();

private:
    Task stored(TaskId id) const;
    TaskList& list() const { return *m_list; }
    void reopen();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<TaskList> m_list;
    const AppKey m_shop { QStringLiteral("shop/1") };
};

namespace {

Task fromService(TaskId id)
{
    Task task = storefiles::task(id, QStringLiteral("Real title"));
    task.audience = Audience::All;
    task.goesOutAt = QDateTime::fromMSecsSinceEpoch(1'999'999'999'000, Qt::UTC);
    task.status = TaskStatus::Pending;
    task.statusWord = QStringLiteral("pending");
    task.readFromService = true;
    return task;
}

} // namespace

void TaskListTest::init()
{
    m_list.reset();
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("known.db"));
    reopen();
    QVERIFY(m_database);
}

void TaskListTest::reopen()
{
    m_list.reset();
    m_database.reset();
    m_database = storefiles::opened(m_path);
    m_list = std::make_unique<TaskList>(*m_database);
}

Task TaskListTest::stored(TaskId id) const
{
    const auto tasks = list().load(m_shop);
    for (const Task& task : *tasks) {
        if (task.id == id)
            return task;
    }
    return {};
}

void TaskListTest::keepsEveryFieldAcrossReopening()
{
    Task task = fromService(7'000'000'001);
    task.description = QStringLiteral("Sale of the year");
    task.note = QStringLiteral("ask Ann");
    task.pushTaskId = QStringLiteral("push-1");
    task.lastOutcome = Outcome::Rejected;
    task.lastCode = 90104;
    task.lastResultAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'987, Qt::UTC);
    task.lastChecked = true;
    Task bare;
    bare.id = 7'000'000'002;
    QVERIFY(list().add(m_shop, { bare, task }));
    reopen();
    const auto tasks = list().load(m_shop);
    QCOMPARE(tasks->size(), 2);
    QVERIFY(tasks->at(0) == task);
    QCOMPARE(tasks->at(0).goesOutAt.timeSpec(), Qt::UTC);
    QVERIFY(tasks->at(1) == bare);
}

void TaskListTest::keepsTheLargestAndSmallestNumber()
{
    constexpr TaskId largest = std::numeric_limits<TaskId>::max();
    QVERIFY(list().add(m_shop, { storefiles::task(largest), storefiles::task(largest - 1), storefiles::task(1) }));
    reopen();
    const auto tasks = list().load(m_shop);
    QCOMPARE(tasks->size(), 3);
    QCOMPARE(tasks->at(0).id, TaskId(1));
    QCOMPARE(tasks->at(1).id, largest - 1);
    QCOMPARE(tasks->at(2).id, largest);
    QVERIFY(list().remove(m_shop, { largest - 1 }));
    QCOMPARE(list().load(m_shop)->last().id, largest);
}

void TaskListTest::keepsAppsApart()
{
    QVERIFY(list().add(m_shop, { storefiles::task(1, QStringLiteral("here")) }));
    QVERIFY(list().add({ QStringLiteral("shop/2") }, { storefiles::task(1, QStringLiteral("there")) }));
    QVERIFY(list().remove({ QStringLiteral("shop/2") }, { 1 }));
    QCOMPARE(stored(1).title, QStringLiteral("here"));
    QVERIFY(list().load({ QStringLiteral("shop/2") })->isEmpty());
}

void TaskListTest::countsDuplicatesAsMerged()
{
    const auto first = list().add(m_shop, { storefiles::task(1), storefiles::task(2), storefiles::task(1) });
    QCOMPARE(first->added, 2);
    QCOMPARE(first->merged, 1);
    const auto second = list().add(m_shop, { storefiles::task(2), storefiles::task(3) });
    QCOMPARE(second->added, 1);
    QCOMPARE(second->merged, 1);
    QCOMPARE(list().load(m_shop)->size(), 3);
}

void TaskListTest::fillsOnlyWhatWasEmptyWhenTypedAgain()
{
    Task bare;
    bare.id = 1;
    bare.title = QStringLiteral("first");
    QVERIFY(list().add(m_shop, { bare }));
    Task again = storefiles::task(1, QStringLiteral("second"));
    again.note = QStringLiteral("noted");
    QVERIFY(list().add(m_shop, { again }));
    const Task task = stored(1);
    QCOMPARE(task.title, QStringLiteral("first"));
    QCOMPARE(task.note, QStringLiteral("noted"));
    QVERIFY(task.audience == Audience::Tag);
    QCOMPARE(task.goesOutAt, again.goesOutAt);
    again.note = QStringLiteral("other note");
    QVERIFY(list().add(m_shop, { again }));
    QCOMPARE(stored(1).note, QStringLiteral("noted"));
}

void TaskListTest::keepsWhatTheServiceSaidWhenTypedAgain()
{
    Task said = fromService(1);
    said.audience.reset(); // a kind of audience that the program does not know
    QVERIFY(list().mergeFromService(m_shop, { said }));
    Task typed = storefiles::task(1, QStringLiteral("typed"));
    typed.note = QStringLiteral("mine");
    const auto added = list().add(m_shop, { typed });
    QCOMPARE(added->merged, 1);
    Task expected = said;
    expected.note = QStringLiteral("mine");
    QVERIFY(stored(1) == expected);
}

void TaskListTest::takesTheServicesWordOverTheTypedOne()
{
    Task typed = storefiles::task(1, QStringLiteral("typed"));
    typed.note = QStringLiteral("mine");
    QVERIFY(list().add(m_shop, { typed }));
    SettledResult result;
    result.taskId = 1;
    result.outcome = Outcome::Rejected;
    result.code = 60008;
    QVERIFY(list().setLastResults(m_shop, { result }));
    const auto merged = list().mergeFromService(m_shop, { fromService(1), fromService(2) });
    QCOMPARE(merged->merged, 1);
    QCOMPARE(merged->added, 1);
    reopen();
    Task expected = fromService(1);
    expected.note = QStringLiteral("mine");
    expected.lastOutcome = Outcome::Rejected;
    expected.lastCode = 60008;
    QVERIFY(stored(1) == expected);
    QVERIFY(stored(2) == fromService(2));
}

void TaskListTest::keepsWhatIsKnownOfATaskThatIsGone()
{
    QVERIFY(list().mergeFromService(m_shop, { fromService(1) }));
    QVERIFY(list().add(m_shop, { storefiles::task(2, QStringLiteral("typed")) }));
    Task gone;
    gone.status = TaskStatus::Gone;
    for (const TaskId id : { 1, 2 }) {
        gone.id = id;
        QVERIFY(list().mergeFromService(m_shop, { gone }));
    }
    QCOMPARE(stored(1).title, QStringLiteral("Real title"));
    QCOMPARE(stored(1).status, TaskStatus::Gone);
    QVERIFY(stored(1).readFromService);
    QCOMPARE(stored(2).title, QStringLiteral("typed"));
    QVERIFY(!stored(2).readFromService);
}

void TaskListTest::addsNothingForAGoneTaskThatIsNotListed()
{
    Task gone;
    gone.id = 5;
    gone.status = TaskStatus::Gone;
    const auto merged = list().mergeFromService(m_shop, { gone });
    QCOMPARE(merged->added + merged->merged, 0);
    QVERIFY(list().load(m_shop)->isEmpty());
}

void TaskListTest::keepsAStatusWordItDoesNotKnow()
{
    Task task = fromService(1);
    task.status = TaskStatus::Other;
    task.statusWord = QStringLiteral("Paused_By_Admin");
    QVERIFY(list().mergeFromService(m_shop, { task }));
    reopen();
    QCOMPARE(stored(1).status, TaskStatus::Other);
    QCOMPARE(stored(1).statusWord, QStringLiteral("Paused_By_Admin"));
}

void TaskListTest::takesNoNumberItDoesNotKnowForOneItDoes_data()
{
    QTest::addColumn<qint64>("number");
    for (const qint64 number : { qint64(-1), qint64(6), (qint64(1) << 32) + 1, -(qint64(1) << 32) + 1,
             std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min() })
        QTest::addRow("%lld", static_cast<long long>(number)) << number;
}

void TaskListTest::takesNoNumberItDoesNotKnowForOneItDoes()
{
    QFETCH(qint64, number);
    QVERIFY(list().add(m_shop, { storefiles::task(1) }));
    QSqlQuery spoil(m_database->connection());
    QVERIFY(spoil.exec(QStringLiteral("UPDATE tasks SET last_code = %1, status = %1").arg(number)));
    QCOMPARE(stored(1).status, TaskStatus::Other);
    QVERIFY(!isCancellable(stored(1)));
    QVERIFY(stored(1).lastCode != 0);
}

void TaskListTest::editsTypedFields()
{
    QVERIFY(list().add(m_shop, { storefiles::task(1, QStringLiteral("old")) }));
    Task edited;
    edited.id = 1;
    edited.audience = Audience::User;
    edited.note = QStringLiteral("n");
    QVERIFY(list().edit(m_shop, edited));
    QVERIFY(stored(1) == edited);
}

void TaskListTest::editsOnlyTheNoteOfWhatTheServiceDescribed()
{
    QVERIFY(list().mergeFromService(m_shop, { fromService(1) }));
    Task edited = storefiles::task(1, QStringLiteral("typed"));
    edited.note = QStringLiteral("mine");
    QVERIFY(list().edit(m_shop, edited));
    Task expected = fromService(1);
    expected.note = QStringLiteral("mine");
    QVERIFY(stored(1) == expected);
}

void TaskListTest::removesOnlyWhatWasAsked()
{
    QVERIFY(list().add(m_shop, { storefiles::task(1), storefiles::task(2), storefiles::task(3) }));
    QVERIFY(list().remove(m_shop, { 1, 3, 99 }));
    reopen();
    QCOMPARE(list().load(m_shop)->size(), 1);
    QCOMPARE(stored(2).id, TaskId(2));
}

void TaskListTest::remembersTheLastResult()
{
    QVERIFY(list().add(m_shop, { storefiles::task(1), storefiles::task(2) }));
    SettledResult result;
    result.taskId = 1;
    result.outcome = Outcome::TooLate;
    result.code = 90106;
    result.checked = true;
    result.settledAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'001, Qt::UTC);
    QVERIFY(list().setLastResults(m_shop, { result }));
    reopen();
    const Task task = stored(1);
    QVERIFY(task.lastOutcome == Outcome::TooLate);
    QCOMPARE(task.lastCode, 90106);
    QVERIFY(task.lastChecked);
    QCOMPARE(task.lastResultAt, result.settledAt);
    QVERIFY(!stored(2).lastOutcome);
}

void TaskListTest::addsAllOrNothing()
{
    const auto result = list().add(m_shop, { storefiles::task(1), storefiles::task(-1) });
    QVERIFY(!result); // the table takes no number below 1
    QVERIFY(list().load(m_shop)->isEmpty());
    QVERIFY(list().add(m_shop, { storefiles::task(1) }));
}

void TaskListTest::keepsOddTextsAsTheyAre()
{
    Task task = storefiles::task(1, QStringLiteral("'; DROP TABLE tasks; -- \u202e 推送 😀 ?1 :a"));
    task.note = QString(100'000, QChar(u'ß'));
    QVERIFY(list().add(m_shop, { task }));
    reopen();
    QVERIFY(stored(1) == task);
}

void TaskListTest::remembersWhereAPushWasFirstKnownFrom()
{
    Task typed = storefiles::task(1);
    typed.origin = origin::typed;
    Task read = fromService(2);
    read.origin = origin::service;
    QVERIFY(list().add(m_shop, { typed }));
    QVERIFY(list().mergeFromService(m_shop, { read }));
    QVERIFY(list().add(m_shop, { typed, read, storefiles::task(3) }, QStringLiteral("/home/a/ campaign\u202e.csv\n")));
    // Read, typed and brought in again: the first word stands.
    Task again = fromService(3);
    again.origin = origin::service;
    QVERIFY(list().mergeFromService(m_shop, { again }));
    typed.id = 3;
    QVERIFY(list().add(m_shop, { typed }));
    QVERIFY(list().edit(m_shop, typed));
    QVERIFY(list().add(m_shop, { storefiles::task(3) }, QStringLiteral("other.csv")));
    reopen();
    const QString name = QStringLiteral("/home/a/ campaign .csv");
    QCOMPARE(stored(1).origin, origin::typed);
    QCOMPARE(stored(2).origin, origin::service);
    const quint16 number = stored(3).origin;
    QVERIFY(number >= origin::firstFile);
    QCOMPARE(*list().files().nameOf(number), name);
    QCOMPARE(*list().files().numberOf(m_shop, name), std::optional(number));
    QCOMPARE(*list().files().names(m_shop, -1), QStringList { name }); // nothing came from the other
    QCOMPARE(list().briefs(m_shop, 0, 9)->last().origin(), number);
    QVERIFY(list().remove(m_shop, { 3 }));
    QCOMPARE(*list().files().names(m_shop, -1), QStringList { name });
    QVERIFY(list().files().names({ QStringLiteral("shop/2") }, -1)->isEmpty());
}

void TaskListTest::offersTheFilesUsedLastFirst()
{
    TaskId next = 1;
    const auto bring = [&](const char* file) {
        return list().add(m_shop, { storefiles::task(next++) }, QString::fromLatin1(file)).has_value();
    };
    QVERIFY(bring("a") && bring("b") && bring("c") && bring("a"));
    QCOMPARE(*list().files().names(m_shop, -1),
        (QStringList { QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("b") }));
    QCOMPARE(*list().files().names(m_shop, 2), (QStringList { QStringLiteral("a"), QStringLiteral("c") }));
    QCOMPARE(stored(1).origin, stored(4).origin); // one file, brought twice
}

void TaskListTest::tellsFilesApartAsLongAsThereIsANumber()
{
    QVERIFY(QSqlQuery(m_database->connection())
                .exec(QStringLiteral("INSERT INTO origins VALUES (65534, 'shop/1', 'last but one', 1)")));
    QVERIFY(list().add(m_shop, { storefiles::task(1) }, QStringLiteral("last")));
    QVERIFY(list().add(m_shop, { storefiles::task(2) }, QStringLiteral("one too many")));
    QVERIFY(list().add(m_shop, { storefiles::task(3) }, QString(2, QChar(0x202e)))); // nothing is left of its name
    QCOMPARE(stored(1).origin, origin::lastFile);
    QCOMPARE(stored(2).origin, origin::someFile);
    QCOMPARE(stored(3).origin, origin::someFile);
    QCOMPARE(list().files().names(m_shop, -1)->size(), 2);
    QCOMPARE(list().briefs(m_shop, 0, 9)->first().origin(), origin::lastFile);
}

void TaskListTest::keepsAnOriginItDoesNotKnowAsNotKnown()
{
    QVERIFY(list().add(m_shop, { storefiles::task(1) }));
    for (const char* number : { "-1", "7", "65536", "9223372036854775807", "-9223372036854775808" }) {
        QSqlQuery spoil(m_database->connection());
        QVERIFY(spoil.exec(QStringLiteral("UPDATE tasks SET origin = ") + QString::fromLatin1(number)));
        QCOMPARE(stored(1).origin, origin::notKnown);
        const TaskBrief brief = list().briefs(m_shop, 0, 1)->first();
        QCOMPARE(brief.origin(), origin::notKnown);
        QCOMPARE(brief.code, 0U);
    }
}

QTEST_GUILESS_MAIN(TaskListTest)
#include "tst_tasklist.moc"
