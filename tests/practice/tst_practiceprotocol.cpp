#include "api/requests.h"
#include "api/usersig.h"
#include "practice/practiceprotocol.h"
#include "practice/practiceservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
constexpr TaskId known = 7'000'000'001;
const QString deletion = u"delete_sched_task"_s;

QString sigFor(const QString& identifier, quint32 app, const QDateTime& signedAt = noon,
    QByteArray key = PracticeService::secretKey())
{
    return QString::fromLatin1(signUserSig(identifier, app, Secret(std::move(key)), signedAt, 600s).reveal());
}

QUrlQuery queryWith(const QString& key = {}, const QString& value = {})
{
    QList<std::pair<QString, QString>> items { { u"sdkappid"_s, QString::number(PracticeService::sdkAppId) },
        { u"identifier"_s, PracticeService::identifier() },
        { u"usersig"_s, sigFor(PracticeService::identifier(), PracticeService::sdkAppId) }, { u"random"_s, u"1"_s },
        { u"contenttype"_s, u"json"_s } };
    QUrlQuery query;
    for (const auto& [name, usual] : items) {
        if (name != key)
            query.addQueryItem(name, usual);
        else if (!value.isNull())
            query.addQueryItem(name, value);
    }
    return query;
}

QJsonObject requestFor(TaskId task, QJsonObject more = {})
{
    QJsonObject request { { u"Sdkappid"_s, qint64(PracticeService::sdkAppId) }, { u"TaskID"_s, task },
        { u"Type"_s, u"Tag"_s } };
    for (auto it = more.begin(); it != more.end(); ++it)
        request[it.key()] = it.value();
    return request;
}

PracticeProtocol::Answer ask(
    PracticeProtocol& protocol, const QString& command, const QJsonObject& request, const QDateTime& now = noon)
{
    // A fresh signature at whatever time the test plays.
    const QUrlQuery query
        = queryWith(u"usersig"_s, sigFor(PracticeService::identifier(), PracticeService::sdkAppId, now));
    return protocol.handle(command, query, QJsonDocument(request).toJson(), now);
}

QString statusOf(PracticeProtocol& protocol, const QDateTime& now)
{
    return ask(protocol, u"get_sched_task"_s, requestFor(known), now).body[u"TaskInfo"_s][u"Status"_s].toString();
}

void fill(PracticeProtocol& protocol, int tasks = 1)
{
    for (int i = 0; i < tasks; ++i)
        protocol.book().add({ known + i, Audience::Tag, noon.addSecs(-60), noon.addSecs(3600 * (i + 1)), {} });
}

QList<qint64> listed(const PracticeProtocol::Answer& answer)
{
    QList<qint64> ids;
    for (const QJsonValue& row : answer.body[u"Tasks"_s].toArray())
        ids.append(row[u"TaskID"_s].toInteger() - known);
    return ids;
}

QJsonObject listRequest(int fromHours, int untilHours, int offset, int want, bool ascending = true)
{
    return requestFor(0,
        { { u"BeginTime"_s, serviceTime(noon.addSecs(fromHours * 3600)) },
            { u"EndTime"_s, serviceTime(noon.addSecs(untilHours * 3600)) }, { u"Offset"_s, offset },
            { u"Want"_s, want }, { u"OrderBy"_s, u"schedat"_s }, { u"Asc"_s, ascending } });
}

} // namespace

class PracticeProtocolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksTheAccountBeforeAnythingElse_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("code");
        const QString admin = PracticeService::identifier();
        constexpr quint32 app = PracticeService::sdkAppId;
        QTest::newRow("sound") << u"none"_s << QString() << 0;
        QTest::newRow("no app") << u"sdkappid"_s << QString() << 60012;
        QTest::newRow("other app") << u"sdkappid"_s << u"1400000001"_s << 70020;
        QTest::newRow("no random") << u"random"_s << QString() << 60025;
        QTest::newRow("not json") << u"contenttype"_s << u"xml"_s << 60025;
        QTest::newRow("no signature") << u"usersig"_s << QString() << 70002;
        QTest::newRow("garbage") << u"usersig"_s << u"garbage"_s << 70003;
        QTest::newRow("expired") << u"usersig"_s << sigFor(admin, app, noon.addSecs(-601)) << 70001;
        QTest::newRow("last second") << u"usersig"_s << sigFor(admin, app, noon.addSecs(-600)) << 0;
        QTest::newRow("other key") << u"usersig"_s << sigFor(admin, app, noon, "other") << 70009;
        QTest::newRow("signed for another") << u"usersig"_s << sigFor(u"somebody"_s, app) << 70013;
        QTest::newRow("signed for another app") << u"usersig"_s << sigFor(admin, app + 1) << 70014;
    }
    void checksTheAccountBeforeAnythingElse()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(int, code);
        PracticeProtocol protocol;
        fill(protocol);
        const auto answer
            = protocol.handle(deletion, queryWith(key, value), QJsonDocument(requestFor(known)).toJson(), noon);
        QCOMPARE(answer.code, code);
        QCOMPARE(answer.body[u"ErrorCode"_s].toInt(-1), code);
        QCOMPARE(answer.body[u"ActionStatus"_s].toString(), code == 0 ? u"OK"_s : u"FAIL"_s);
        QCOMPARE(answer.applied, code == 0);
        QCOMPARE(protocol.book().find(known) == nullptr, code == 0);
    }

    void letsOnlyTheAdministratorCall()
    {
        PracticeProtocol protocol;
        fill(protocol);
        QUrlQuery query = queryWith(u"identifier"_s, u"somebody"_s);
        query.removeQueryItem(u"usersig"_s);
        query.addQueryItem(u"usersig"_s, sigFor(u"somebody"_s, PracticeService::sdkAppId));
        QCOMPARE(protocol.handle(deletion, query, QJsonDocument(requestFor(known)).toJson(), noon).code, 60010);
        QVERIFY(protocol.book().find(known));
    }

    void theRateWindowIsExactlyOneSecond()
    {
        PracticeProtocol protocol;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!protocol.countCall(deletion, noon.addMSecs(i)));
        QCOMPARE(protocol.countCall(deletion, noon.addMSecs(999))->code, 60007);
        QVERIFY(!protocol.countCall(u"get_sched_task"_s, noon.addMSecs(999))); // each command has its own
        QVERIFY(!protocol.countCall(deletion, noon.addMSecs(1'000)));
        QVERIFY(protocol.countCall(deletion, noon.addMSecs(1'000)));
        QVERIFY(!protocol.countCall(u"revoke"_s, noon));
        // Recalls have a code of their own for it (document 74196).
        QCOMPARE(protocol.countCall(u"revoke"_s, noon.addMSecs(999))->code, 90051);
    }

    void refusesDeletionsOfWhatIsNotThere_data()
    {
        QTest::addColumn<QJsonObject>("request");
        QTest::newRow("unknown id") << requestFor(known + 1);
        QTest::newRow("wrong Type") << requestFor(known, { { u"Type"_s, u"All"_s } });
        QTest::newRow("Type in small letters") << requestFor(known, { { u"Type"_s, u"tag"_s } });
        QTest::newRow("other Sdkappid") << requestFor(known, { { u"Sdkappid"_s, 1'400'000'001 } });
        QTest::newRow("id as text") << requestFor(known, { { u"TaskID"_s, QString::number(known) } });
    }
    void refusesDeletionsOfWhatIsNotThere()
    {
        QFETCH(QJsonObject, request);
        PracticeProtocol protocol;
        fill(protocol);
        const auto answer = ask(protocol, deletion, request);
        QCOMPARE(answer.code, 90104);
        QVERIFY(!answer.applied);
        QVERIFY(protocol.book().find(known));
    }

    void refusesTheSecondDeletion()
    {
        PracticeProtocol protocol;
        fill(protocol);
        QCOMPARE(ask(protocol, deletion, requestFor(known)).body[u"TaskID"_s].toInteger(), known);
        QCOMPARE(ask(protocol, deletion, requestFor(known)).code, 90104);
    }

    void timeMovesATaskOnAndTakesItOutOfReach_data()
    {
        QTest::addColumn<int>("milliseconds"); // since it goes out
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("just before") << -1 << u"pending"_s << 0;
        QTest::newRow("at its time") << 0 << u"dispatching"_s << 90107;
        QTest::newRow("still") << 2'999 << u"dispatching"_s << 90107;
        QTest::newRow("gone out") << 3'000 << u"dispatched"_s << 90106;
    }
    void timeMovesATaskOnAndTakesItOutOfReach()
    {
        QFETCH(int, milliseconds);
        QFETCH(int, code);
        PracticeProtocol protocol;
        fill(protocol);
        const QDateTime now = noon.addSecs(3600).addMSecs(milliseconds);
        QTEST(statusOf(protocol, now), "status");
        QCOMPARE(ask(protocol, u"modify_sched_task"_s, requestFor(known), now).code, code);
        QCOMPARE(ask(protocol, deletion, requestFor(known), now).code, code);
        QCOMPARE(protocol.book().find(known) == nullptr, code == 0);
    }

    void listsWindowsAndPages_data()
    {
        QTest::addColumn<QJsonObject>("request");
        QTest::addColumn<QList<qint64>>("ids");
        QTest::addColumn<int>("total");
        QTest::newRow("all") << listRequest(0, 24, 0, 100) << QList<qint64> { 0, 1, 2, 3, 4 } << 5;
        QTest::newRow("latest first") << listRequest(0, 24, 0, 100, false) << QList<qint64> { 4, 3, 2, 1, 0 } << 5;
        QTest::newRow("first page") << listRequest(0, 24, 0, 2) << QList<qint64> { 0, 1 } << 5;
        QTest::newRow("last page") << listRequest(0, 24, 4, 2) << QList<qint64> { 4 } << 5;
        QTest::newRow("beyond") << listRequest(0, 24, 5, 2) << QList<qint64> {} << 5;
        QTest::newRow("both ends count") << listRequest(2, 3, 0, 100) << QList<qint64> { 1, 2 } << 2;
    }
    void listsWindowsAndPages()
    {
        QFETCH(QJsonObject, request);
        PracticeProtocol protocol;
        fill(protocol, 5);
        const auto answer = ask(protocol, u"list_sched_task"_s, request);
        QCOMPARE(answer.code, 0);
        QTEST(listed(answer), "ids");
        QTEST(answer.body[u"Total"_s].toInt(), "total");
    }

    void refusesListsItCannotMake()
    {
        PracticeProtocol protocol;
        const auto code = [&](const QJsonObject& request) { return ask(protocol, u"list_sched_task"_s, request).code; };
        QCOMPARE(code(listRequest(0, 31 * 24, 0, 1)), 0);
        QCOMPARE(code(listRequest(0, 32 * 24, 0, 1)), 90104);
        QCOMPARE(code(listRequest(1, 0, 0, 1)), 90104);
        QCOMPARE(code(listRequest(0, 1, -1, 1)), 90104);
        QCOMPARE(code(listRequest(0, 1, 0, 0)), 90104);
        QCOMPARE(code(requestFor(0)), 90104);
    }

    void addsAndChangesOnlyWhatIsToCome()
    {
        PracticeProtocol protocol;
        const auto at = [](int seconds) {
            return QJsonObject { { u"SchedAt"_s, serviceTime(noon.addSecs(seconds)) },
                { u"Content"_s, QJsonObject() } };
        };
        QCOMPARE(ask(protocol, u"add_sched_task"_s, requestFor(0, at(0))).code, 90104);
        const auto added = ask(protocol, u"add_sched_task"_s, requestFor(0, at(60)));
        QCOMPARE(added.code, 0);
        QVERIFY(added.applied);
        QCOMPARE(added.body[u"TaskID"_s].toInteger(), known);
        QCOMPARE(ask(protocol, u"modify_sched_task"_s, requestFor(known, at(-1))).code, 90104);
        QCOMPARE(protocol.book().find(known)->goesOutAt, noon.addSecs(60));
        QCOMPARE(ask(protocol, u"modify_sched_task"_s, requestFor(known, at(120))).code, 0);
        QCOMPARE(protocol.book().find(known)->goesOutAt, noon.addSecs(120));
        QCOMPARE(ask(protocol, u"modify_sched_task"_s, requestFor(known + 1, at(120))).code, 90104);
    }

    void recallsAPushOnceAndWithinADay()
    {
        PracticeProtocol protocol;
        fill(protocol, 2);
        const auto code = [&](TaskId task, int seconds) {
            const QString push = PracticeBook::pushTaskId(*protocol.book().find(task));
            return ask(protocol, u"revoke"_s, { { u"TaskId"_s, push } },
                protocol.book().find(task)->goesOutAt.addSecs(seconds))
                .code;
        };
        QCOMPARE(ask(protocol, u"revoke"_s, { { u"TaskId"_s, u"nobody"_s } }).code, 90049);
        QCOMPARE(code(known, 2), 90049);
        QCOMPARE(code(known, 24 * 3600 + 1), 90052);
        QCOMPARE(code(known, 24 * 3600), 0);
        QCOMPARE(code(known, 3), 90050);
    }

    void refusesARecallInItsOwnWords()
    {
        PracticeProtocol protocol;
        protocol.book().add({ known, Audience::All, noon.addSecs(-60), noon, { { u"OnlineOnlyFlag"_s, 1 } } });
        const QDateTime later = noon.addSecs(60);
        const QString push = PracticeBook::pushTaskId(*protocol.book().find(known));
        QCOMPARE(protocol.handle(u"revoke"_s, queryWith(), "{", later).code, 90001);
        QCOMPARE(ask(protocol, u"revoke"_s, { { u"TaskId"_s, push } }, later).code, 90053);
        const QJsonObject replacement { { u"Title"_s, u"Sorry"_s } };
        QCOMPARE(
            ask(protocol, u"revoke"_s, { { u"TaskId"_s, push }, { u"OfflinePushInfo"_s, replacement } }, later).code,
            0);
        QUrlQuery desk = queryWith(u"identifier"_s, u"desk"_s);
        desk.removeQueryItem(u"usersig"_s);
        desk.addQueryItem(u"usersig"_s, sigFor(u"desk"_s, PracticeService::sdkAppId));
        QCOMPARE(protocol.handle(u"revoke"_s, desk, "{}", noon).code, 90009);
        QCOMPARE(protocol.handle(deletion, desk, "{}", noon).code, 60010);
    }

    void takesOneSpellingOfOrderByAndLooksForWordsInTheTextToo()
    {
        PracticeProtocol protocol;
        const QJsonObject words { { u"Title"_s, u"Lunch"_s }, { u"Desc"_s, u"Half price"_s } };
        protocol.book().add({ known, Audience::All, noon, noon.addSecs(60), { { u"OfflinePushInfo"_s, words } } });
        const auto rows = [&](const QString& order, const QString& keyword) {
            QJsonObject request = listRequest(0, 1, 0, 10);
            request[u"OrderBy"_s] = order;
            request[u"Keyword"_s] = keyword;
            const auto answer = ask(protocol, u"list_sched_task"_s, request);
            return answer.code == 0 ? int(listed(answer).size()) : answer.code;
        };
        QCOMPARE(rows(u"schedat"_s, u"HALF"_s), 1);
        QCOMPARE(rows(u"schedat"_s, u"supper"_s), 0);
        QCOMPARE(rows(u"schedAt"_s, {}), 90104);
        protocol.setCamelCase(true);
        QCOMPARE(rows(u"createAt"_s, u"lunch"_s), 1);
        QCOMPARE(rows(u"schedat"_s, {}), 90104);
    }

    void refusesWhatIsNoRequest()
    {
        PracticeProtocol protocol;
        QCOMPARE(protocol.handle(deletion, queryWith(), "{", noon).code, 60003);
        QCOMPARE(protocol.handle(deletion, queryWith(), "[]", noon).code, 60003);
        QCOMPARE(ask(protocol, u"dance"_s, requestFor(known)).code, 60009);
    }
};

QTEST_GUILESS_MAIN(PracticeProtocolTest)
#include "tst_practiceprotocol.moc"
