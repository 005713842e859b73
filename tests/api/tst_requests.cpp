#include "api/requests.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace pushbrake;

namespace {
QJsonObject objectOf(const QByteArray& body)
{
    return QJsonDocument::fromJson(body).object();
}
} // namespace

class RequestsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAddressHasEveryValueInItsPlace()
    {
        const Secret sig { QByteArray("eJw*-_x") };
        const Caller caller { u"adminapisgp.im.qcloud.com"_qs, false, 1400000001, u"administrator"_qs, &sig };
        QCOMPARE(requestUrl(caller, Command::Delete, 4294967295U).toEncoded(),
            QByteArray("https://adminapisgp.im.qcloud.com/v4/timpush/"
                       "delete_sched_task?usersig=eJw%2A-_x&identifier=administrator"
                       "&sdkappid=1400000001&random=4294967295&contenttype=json"));
    }

    void valuesAreEncodedOnceAndWhole()
    {
        const Secret sig { QByteArray("a+b/c=d&e%2B#?") };
        const Caller caller { u"a.example"_qs, false, 1, u"a b+c&d=e%41/ü"_qs, &sig };
        const QByteArray url = requestUrl(caller, Command::Get, 0).toEncoded();
        QVERIFY2(url.contains("?usersig=a%2Bb%2Fc%3Dd%26e%252B%23%3F&identifier=a%20b%2Bc%26d%3De%2541%2F%C3%BC&"
                              "sdkappid=1&random=0&"),
            url.constData());
        QCOMPARE(url.count('&'), 4);
        QVERIFY(!url.contains('+'));
    }

    void thePracticeTokenBeginsThePath()
    {
        const Caller caller { u"127.0.0.1:8080"_qs, true, 1, u"admin"_qs, nullptr, u"0123abcd"_qs };
        QCOMPARE(requestUrl(caller, Command::List, 1).path(), u"/0123abcd/v4/timpush/list_sched_task"_qs);
    }

    void onlyTheLoopbackMayBePlain_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("plain");
        QTest::addColumn<QString>("expected");
        QTest::newRow("loopback") << u"127.0.0.1:8080"_qs << true << u"http://127.0.0.1:8080"_qs;
        QTest::newRow("localhost") << u"localhost:80"_qs << true << u"http://localhost:80"_qs;
        QTest::newRow("IPv6 loopback") << u"[::1]:81"_qs << true << u"http://[::1]:81"_qs;
        QTest::newRow("loopback over TLS") << u"127.0.0.1:8443"_qs << false << u"https://127.0.0.1:8443"_qs;
        QTest::newRow("elsewhere") << u"a.example:8080"_qs << true << u"https://a.example:8080"_qs;
        QTest::newRow("looks like it") << u"127.0.0.1.example"_qs << true << u"https://127.0.0.1.example"_qs;
        QTest::newRow("localhost of another") << u"localhost.example"_qs << true << u"https://localhost.example"_qs;
        QTest::newRow("every address") << u"0.0.0.0:80"_qs << true << u"https://0.0.0.0:80"_qs;
    }
    void onlyTheLoopbackMayBePlain()
    {
        QFETCH(QString, host);
        QFETCH(bool, plain);
        QFETCH(QString, expected);
        const QUrl url = requestUrl({ host, plain, 1, u"admin"_qs, nullptr }, Command::List, 1);
        QVERIFY(url.isValid());
        QCOMPARE(url.scheme() + u"://"_qs + url.authority(), expected);
        QCOMPARE(url.path(), u"/v4/timpush/list_sched_task"_qs);
    }

    void aHostThatIsNoneLeadsNowhere()
    {
        for (const QString& host : { u"user@a.example"_qs, u"a.example/x"_qs, u"a.example:x"_qs, u"a.example:"_qs,
                 u"a.example:70000"_qs, u"a b"_qs, u""_qs }) {
            const QUrl url = requestUrl({ host, true, 1, u"admin"_qs, nullptr }, Command::Delete, 1);
            QVERIFY2(!url.isValid() || url.host().isEmpty(), qPrintable(host));
        }
    }

    void numbersKeepAllTheirDigits()
    {
        QCOMPARE(deleteBody(4294967295U, std::numeric_limits<qint64>::max(), Audience::Tag),
            QByteArray(R"({"Sdkappid":4294967295,"TaskID":9223372036854775807,"Type":"Tag"})"));
        QCOMPARE(
            getBody(1400000001, 9007199254740993), QByteArray(R"({"Sdkappid":1400000001,"TaskID":9007199254740993})"));
    }

    void theListIsAskedForInUtcAndBothSpellings()
    {
        ListQuery query;
        query.from = QDateTime(QDate(2026, 6, 1), QTime(2, 0), Qt::OffsetFromUTC, 8 * 3600);
        query.until = QDateTime(QDate(2026, 6, 30), QTime(0, 0), Qt::UTC);
        query.offset = 100;
        QJsonObject body = objectOf(listBody(7, query));
        QCOMPARE(body.keys(),
            (QStringList {
                u"Asc"_qs, u"BeginTime"_qs, u"EndTime"_qs, u"Offset"_qs, u"OrderBy"_qs, u"Sdkappid"_qs, u"Want"_qs }));
        QCOMPARE(body[u"BeginTime"].toString(), u"2026-05-31 18:00:00"_qs);
        QCOMPARE(body[u"EndTime"].toString(), u"2026-06-30 00:00:00"_qs);
        QCOMPARE(body[u"OrderBy"].toString(), u"schedat"_qs);
        QCOMPARE(body[u"Offset"].toInt(), 100);
        QCOMPARE(body[u"Want"].toInt(), 100);
        QCOMPARE(body[u"Asc"], QJsonValue(true));
        query.order = ListQuery::Order::LatestFirst;
        QCOMPARE(objectOf(listBody(7, query))[u"Asc"], QJsonValue(false));
        query.spelling = ListQuery::Spelling::CamelCase;
        QCOMPARE(objectOf(listBody(7, query))[u"OrderBy"].toString(), u"schedAt"_qs);
    }

    void timesReadBackAsUtc()
    {
        const QDateTime time(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC); // an hour that central Europe skips
        qputenv("TZ", "Europe/Berlin");
        const QDateTime read = fromServiceTime(serviceTime(time));
        qputenv("TZ", "UTC");
        QCOMPARE(read, time);
        QCOMPARE(read.timeSpec(), Qt::UTC);
    }

    void otherTimesAreNoTimes()
    {
        const QStringList refused { u""_qs, u"2026-03-29"_qs, u"2026-03-29T02:30:00"_qs, u"2026-03-29 02:30"_qs,
            u"2026-02-30 00:00:00"_qs, u"2026-03-29 24:00:00"_qs, u"2026-03-29 02:60:00"_qs, u" 2026-03-29 02:30:00"_qs,
            u"2026-03-29 02:30:00\n"_qs, u"2026-03-29 02:30:00Z"_qs, u"0000-00-00 00:00:00"_qs,
            u"٢٠٢٦-03-29 02:30:00"_qs };
        for (const QString& text : refused)
            QVERIFY2(!fromServiceTime(text).isValid(), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(RequestsTest)
#include "tst_requests.moc"
