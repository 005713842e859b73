#include "net/oncebody.h"

#include <QtTest>

using pushbrake::OnceBody;

class TestOnceBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOutTheWholeBodyInPieces();
    void knowsWhetherItWasRead();
    void refusesToBeReadAgain();
    void refusesToBeWritten();
};

void TestOnceBody::handsOutTheWholeBodyInPieces()
{
    OnceBody body("0123456789");
    QCOMPARE(body.size(), 10);
    QVERIFY(!body.isSequential());
    QVERIFY(!body.atEnd());
    QCOMPARE(body.read(4), QByteArray("0123"));
    QCOMPARE(body.read(100), QByteArray("456789"));
    QVERIFY(body.atEnd());
    QCOMPARE(body.size(), 10);
    QCOMPARE(body.read(1), QByteArray());
}

void TestOnceBody::knowsWhetherItWasRead()
{
    OnceBody body("x");
    QVERIFY(!body.wasRead());
    body.read(1);
    QVERIFY(body.wasRead());
}

void TestOnceBody::refusesToBeReadAgain()
{
    OnceBody body("0123456789");
    body.read(10);
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QCOMPARE(body.read(10), QByteArray());
}

void TestOnceBody::refusesToBeWritten()
{
    OnceBody body("x");
    QCOMPARE(body.isWritable(), false);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("ReadOnly device")));
    QCOMPARE(body.write("y"), -1);
}

QTEST_GUILESS_MAIN(TestOnceBody)
#include "tst_oncebody.moc"
