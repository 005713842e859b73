#include "api/refusedbodies.h"

#include "api/reply.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace pushbrake;

namespace {

constexpr TaskId sentId = 7000000001;

QByteArray taskInfo(const QByteArray& members)
{
    return R"({"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"TaskInfo":{)" + members + "}}";
}

QByteArray listOf(const QByteArray& total, const QByteArray& rows)
{
    return R"({"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"Total":)" + total + ",\"Tasks\":" + rows + "}";
}

bool isRead(const QByteArray& body)
{
    const auto reply = readDeleteReply(body, sentId);
    return reply && reply->code == 0;
}

// What Qt's own reader makes of the members that decide; written apart from the code under test.
bool saysSuccess(const QByteArray& body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue echo = object.value(u"TaskID");
    return object.value(u"ActionStatus") == QJsonValue(u"OK"_qs) && object.value(u"ErrorCode").isDouble()
        && object.value(u"ErrorCode").toDouble(1) == 0 && echo.toInteger() == sentId;
}

} // namespace

class ReplyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheDocumentedSuccess()
    {
        const auto reply = readDeleteReply(success, sentId);
        QVERIFY(reply);
        QCOMPARE(reply->code, 0);
        QVERIFY(reply->text.isEmpty());
    }

    void blanksOrderAndFurtherMembersDoNotMatter()
    {
        QVERIFY(isRead(
            "\r\n { \"TaskID\" : 7000000001 ,\t\"RequestId\":\"x\", \"ErrorCode\":0, \"ActionStatus\":\"OK\" } \n"));
        QVERIFY(!isRead(R"({"ActionStatus":"OK","ErrorCode":0})")); // whose answer it is, nobody knows
    }

    void readsARefusalWithItsText()
    {
        const auto reply = readDeleteReply(
            R"({"ActionStatus":"FAIL","ErrorInfo":"delete failed: task dispatching","ErrorCode":90107,"TaskID":0})",
            sentId);
        QVERIFY(reply);
        QCOMPARE(reply->code, 90107);
        QCOMPARE(reply->text, u"delete failed: task dispatching"_qs);
    }

    void aNegativeCodeIsARefusalToo()
    {
        QCOMPARE(readDeleteReply(R"({"ActionStatus":"FAIL","ErrorCode":-1})", sentId).value().code, -1);
    }

    void theLargestTaskIsReadWhole()
    {
        const QByteArray body = R"({"ActionStatus":"OK","ErrorCode":0,"TaskID":9223372036854775807})";
        QVERIFY(readDeleteReply(body, 9223372036854775807));
        QVERIFY(!readDeleteReply(body, 9223372036854775806)); // a double cannot tell these two apart
    }

    void refusesWhatIsNoCompleteAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("fault");
        for (const FaultRow& row : refusedBodies())
            QTest::newRow(row.name) << row.body << int(row.fault);
    }
    void refusesWhatIsNoCompleteAnswer()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, fault);
        const auto reply = readDeleteReply(body, sentId);
        QVERIFY(!reply);
        QCOMPARE(int(reply.error()), fault);
    }

    void noCutAnswerIsSuccess()
    {
        for (qsizetype length = 0; length < success.size(); ++length) {
            QVERIFY2(!readDeleteReply(success.left(length), sentId), success.left(length).constData());
            QVERIFY2(!readDeleteReply(success.right(length), sentId), success.right(length).constData());
        }
    }

    void noAnswerWithAChangedByteIsSuccessByMistake()
    {
        for (qsizetype at = 0; at < success.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                QByteArray changed = success;
                changed[at] = char(byte);
                QVERIFY2(!isRead(changed) || saysSuccess(changed), changed.constData());
                QByteArray longer = success;
                longer.insert(at, char(byte));
                QVERIFY2(!isRead(longer) || saysSuccess(longer), longer.constData());
            }
            QVERIFY(!isRead(QByteArray(success).remove(at, 1)) || saysSuccess(QByteArray(success).remove(at, 1)));
        }
    }

    void noAnswerChangedAtRandomIsSuccessByMistake()
    {
        QRandomGenerator random(20260301);
        for (int round = 0; round < 20000; ++round) {
            QByteArray body = success;
            const int changes = 1 + random.bounded(4);
            for (int i = 0; i < changes; ++i) {
                const auto from = random.bounded(int(body.size()));
                const auto piece = body.mid(random.bounded(int(body.size())), random.bounded(12));
                body.replace(
                    from, random.bounded(8), random.bounded(2) ? piece : QByteArray(1, char(random.bounded(256))));
            }
            QVERIFY2(!isRead(body) || saysSuccess(body), body.toHex().constData());
        }
    }

    void theServicesTextIsKeptShort()
    {
        const QByteArray text = QByteArray(1999, 'a') + QString(u"\U0001F600"_qs).toUtf8() + QByteArray(5000, 'b');
        const auto reply
            = readDeleteReply("{\"ActionStatus\":\"FAIL\",\"ErrorCode\":90105,\"ErrorInfo\":\"" + text + "\"}", sentId);
        QVERIFY(reply);
        QCOMPARE(reply->text, QString(1999, QLatin1Char('a'))); // not half a face
    }

    void readsTheDocumentedTask()
    {
        const auto reply = readGetReply(
            taskInfo(
                R"("TaskID":7000000001,"Sdkappid":1400000001,"CreateAt":"2026-05-01 08:00:00","Type":"Tag",)"
                R"("SchedAt":"2026-06-01 10:00:00","Content":{"From_Account":12345,"OfflinePushInfo":{"Title":"t",)"
                R"("Desc":"d"}},"Title":"Summer sale",)"
                R"("Desc":"Half price","Status":"pending","DispatchSuccess":0,"DispatchErr":"","PushTaskID":"")"),
            sentId);
        QVERIFY(reply);
        const Task& task = reply->task;
        QCOMPARE(task.id, sentId);
        QCOMPARE(task.audience, std::optional(Audience::Tag));
        QCOMPARE(task.title, u"Summer sale"_qs);
        QCOMPARE(task.description, u"Half price"_qs);
        QCOMPARE(task.goesOutAt, QDateTime(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC));
        QCOMPARE(task.status, TaskStatus::Pending);
        QVERIFY(task.readFromService);
    }

    void takesTheWordingOutOfTheContentWhereItIsNotCopied()
    {
        const auto reply = readGetReply(
            taskInfo(
                R"("TaskID":7000000001,"Status":"pending","Title":"","Content":{"OfflinePushInfo":{"Title":"t","Desc":"d"}})"),
            sentId);
        QCOMPARE(reply->task.title, u"t"_qs);
        QCOMPARE(reply->task.description, u"d"_qs);
    }

    void aStrangeContentDoesNotMatter()
    {
        for (const QByteArray& content : { QByteArray("null"), QByteArray("[]"), QByteArray("\"x\""), QByteArray("5"),
                 QByteArray(R"({"OfflinePushInfo":7})"), QByteArray(R"({"OfflinePushInfo":{"Title":{}}})"),
                 QByteArray("18446744073709551616") }) {
            const auto reply = readGetReply(
                taskInfo(R"("TaskID":7000000001,"Status":"pending","Type":"All","Content":)" + content), sentId);
            QVERIFY2(reply, content.constData());
            QVERIFY(reply->task.title.isEmpty());
        }
    }

    void whatIsNotUnderstoodOfATaskStaysOpen()
    {
        const auto reply = readGetReply(
            taskInfo(
                R"("TaskID":7000000001,"Status":"Archived","Type":"Everybody","SchedAt":"tomorrow","PushTaskID":"660cc447_537ed82a")"),
            sentId);
        QVERIFY(reply);
        QCOMPARE(reply->task.status, TaskStatus::Other);
        QCOMPARE(reply->task.statusWord, u"Archived"_qs);
        QVERIFY(!reply->task.audience);
        QVERIFY(!reply->task.goesOutAt.isValid());
        QCOMPARE(reply->task.pushTaskId, u"660cc447_537ed82a"_qs);
        QVERIFY(!isCancellable(reply->task));
    }

    void refusesATaskThatIsNotTheOneAskedFor_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("fault");
        QTest::newRow("other task") << taskInfo(R"("TaskID":7000000002,"Status":"pending")")
                                    << int(ReplyFault::WrongTask);
        QTest::newRow("task is text") << taskInfo(R"("TaskID":"7000000001","Status":"pending")")
                                      << int(ReplyFault::WrongShape);
        QTest::newRow("task is a float") << taskInfo(R"("TaskID":7000000001.0,"Status":"pending")")
                                         << int(ReplyFault::WrongShape);
        QTest::newRow("no task") << taskInfo(R"("Status":"pending")") << int(ReplyFault::WrongShape);
        QTest::newRow("no status") << taskInfo(R"("TaskID":7000000001)") << int(ReplyFault::WrongShape);
        QTest::newRow("status is a number")
            << taskInfo(R"("TaskID":7000000001,"Status":0)") << int(ReplyFault::WrongShape);
        QTest::newRow("status is null") << taskInfo(R"("TaskID":7000000001,"Status":null)")
                                        << int(ReplyFault::WrongShape);
        QTest::newRow("no information") << success << int(ReplyFault::WrongShape);
        QTest::newRow("empty") << QByteArray() << int(ReplyFault::Empty);
    }
    void refusesATaskThatIsNotTheOneAskedFor()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, fault);
        const auto reply = readGetReply(body, sentId);
        QVERIFY(!reply);
        QCOMPARE(int(reply.error()), fault);
    }

    void aRefusedReadHasNoTask()
    {
        const auto reply = readGetReply(R"({"ActionStatus":"FAIL","ErrorInfo":"no","ErrorCode":90104})", sentId);
        QVERIFY(reply);
        QCOMPARE(reply->head.code, 90104);
        QCOMPARE(reply->task, Task());
    }

    void readsAPageAndCountsWhatItCannotUse()
    {
        const auto reply = readListReply(listOf("7",
            R"([{"TaskID":1,"Status":"pending","Type":"All"},{"TaskID":"2"},{"TaskID":0},{"TaskID":-3},)"
            R"({"TaskID":9223372036854775808},5,{"TaskID":9223372036854775807,"Status":1}])"));
        QVERIFY(reply);
        QCOMPARE(reply->total, 7);
        QCOMPARE(reply->skipped, 5);
        QCOMPARE(reply->tasks.size(), 2);
        QCOMPARE(reply->tasks.at(0).status, TaskStatus::Pending);
        QCOMPARE(reply->tasks.at(1).id, 9223372036854775807);
        QCOMPARE(reply->tasks.at(1).status, TaskStatus::Other);
    }

    void anEmptyPageMayBeWrittenInAnyWay()
    {
        QVERIFY(readListReply(listOf("0", "[]")));
        QVERIFY(readListReply(listOf("0", "null")));
        QVERIFY(readListReply(R"({"ActionStatus":"OK","ErrorCode":0,"Total":0})"));
    }

    void refusesAPageWithoutItsShape()
    {
        for (const QByteArray& body : { listOf("5", "null"), listOf("5", "{}"), listOf("0", "{}"), listOf("-1", "[]"),
                 listOf("\"1\"", "[]"), listOf("1.0", "[]"), listOf("null", "[]"),
                 QByteArray(R"({"ActionStatus":"OK","ErrorCode":0,"Total":3})"), success }) {
            const auto reply = readListReply(body);
            QVERIFY2(!reply && reply.error() == ReplyFault::WrongShape, body.constData());
        }
    }

    void aRefusedListHasNoRows()
    {
        const auto reply = readListReply(
            R"({"ActionStatus":"FAIL","ErrorInfo":"","ErrorCode":60007,"Total":1,"Tasks":[{"TaskID":1}]})");
        QVERIFY(reply);
        QCOMPARE(reply->head.code, 60007);
        QVERIFY(reply->tasks.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ReplyTest)
#include "tst_reply.moc"
