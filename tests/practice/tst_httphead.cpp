// The reader of a request's head: what it takes from a sound one, and that nothing doubtful passes.
#include "practice/httphead.h"

#include <QTest>

using namespace pushbrake;

namespace {

constexpr qsizetype mostBody = 64 * 1024;

QByteArray post(const QByteArray& fields)
{
    return "POST /v4/timpush/revoke?random=1 HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

} // namespace

class HttpHeadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithTheEmptyLine()
    {
        const QByteArray head = post("Content-Length: 2\r\n");
        QCOMPARE(headSize(head + "{}"), head.size());
        QCOMPARE(headSize(head.chopped(1)), 0);
        QCOMPARE(headSize("POST / HTTP/1.1\nHost: a\n\n"), 0); // never with bare line feeds
        QCOMPARE(headSize({}), 0);
    }

    void readsWhatIsAskedFor()
    {
        const auto head = readHttpHead(post("Content-Length: 65536\r\n"), mostBody);
        QVERIFY(head);
        QCOMPARE(head->method, "POST");
        QCOMPARE(head->target, "/v4/timpush/revoke?random=1");
        QCOMPARE(head->bodySize, mostBody);
        QVERIFY(head->staysOpen);
    }

    void hasNoBodyWithoutALength()
    {
        const auto head = readHttpHead(post({}), mostBody);
        QVERIFY(head);
        QCOMPARE(head->bodySize, 0);
    }

    void closesWhenItIsAskedTo()
    {
        QVERIFY(!readHttpHead(post("Connection: close\r\n"), mostBody)->staysOpen);
        QVERIFY(!readHttpHead("POST / HTTP/1.0\r\n\r\n", mostBody)->staysOpen);
    }

    void refusesWhatIsDoubtful_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, const QByteArray& head, HeadFault fault = HeadFault::Malformed) {
            QTest::newRow(name) << head << int(fault);
        };
        row("nothing", "\r\n\r\n");
        row("no version", "POST /\r\n\r\n");
        row("an older version", "POST / HTTP/0.9\r\n\r\n");
        row("a newer version", "POST / HTTP/2.0\r\n\r\n");
        row("a handshake of TLS", QByteArray("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10));
        row("a space in the target", "POST /a b HTTP/1.1\r\n\r\n");
        row("a control character in the target", "POST /a\x01 HTTP/1.1\r\n\r\n");
        row("a line feed alone between fields", post("A: 1\nB: 2\r\n"));
        row("a return alone between fields", post("A: 1\rB: 2\r\n"));
        row("a zero byte", post(QByteArray("A: 1\0\r\n", 7)));
        row("a space before the colon", post("Content-Length : 2\r\n"));
        row("a field without a colon", post("Content-Length\r\n"));
        row("a length that is no number", post("Content-Length: two\r\n"));
        row("a negative length", post("Content-Length: -1\r\n"));
        row("a length with a sign", post("Content-Length: +2\r\n"));
        row("two lengths", post("Content-Length: 2\r\nContent-Length: 3\r\n"));
        row("two lengths in one", post("Content-Length: 2, 3\r\n"));
        row("a length beyond 64 bits", post("Content-Length: 99999999999999999999\r\n"));
        row("a length and parts", post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n"));
        row("parts and a length", post("Transfer-Encoding: chunked\r\nContent-Length: 2\r\n"));
        row("parts", post("Transfer-Encoding: chunked\r\n"), HeadFault::BodyOfUnknownLength);
        row("a coding", post("Transfer-Encoding: gzip\r\n"), HeadFault::BodyOfUnknownLength);
        row("a coding and a length", post("Transfer-Encoding: xchunked\r\nContent-Length: 2\r\n"),
            HeadFault::BodyOfUnknownLength);
        row("a byte too much", post("Content-Length: 65537\r\n"), HeadFault::BodyTooLong);
        row("a length of 63 bits", post("Content-Length: 9223372036854775807\r\n"), HeadFault::BodyTooLong);
        row("a length of 64 bits", post("Content-Length: 18446744073709551615\r\n"), HeadFault::BodyTooLong);
    }

    void refusesWhatIsDoubtful()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, fault);
        const auto read = readHttpHead(head, mostBody);
        QVERIFY(!read);
        QCOMPARE(int(read.error()), fault);
    }
};

QTEST_APPLESS_MAIN(HttpHeadTest)
#include "tst_httphead.moc"
