// Each batch waits for its own time, whatever joins.
#include "cancel/hold.h"

#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {
const SteadyTime start { 1h };
}

class TestHold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBatchThatJoinsProlongsNoOther()
    {
        Hold hold;
        hold.begin(1, start + 5s);
        hold.begin(2, start + 8s);
        QCOMPARE(hold.left(start), 5000ms);
        QVERIFY(hold.takeEnded(start + 4999ms).isEmpty());
        QCOMPARE(hold.takeEnded(start + 5s), QSet<qint64> { 1 });
        QVERIFY(!hold.holds(1));
        QVERIFY(hold.holds(2));
        QCOMPARE(hold.left(start), 8000ms);
        QCOMPARE(hold.takeEnded(start + 8s), QSet<qint64> { 2 });
        QVERIFY(hold.isEmpty());
        QCOMPARE(hold.left(start), 0ms);
    }

    void theFirstToEndIsNotTheFirstThatJoined()
    {
        Hold hold;
        hold.begin(1, start + 60s);
        hold.begin(2, start + 5s);
        QCOMPARE(hold.left(start), 5000ms);
        QCOMPARE(hold.takeEnded(start + 10s), QSet<qint64> { 2 });
        QVERIFY(hold.holds(1));
    }

    void allOfThemEndTogetherWhenAPersonSaysSo()
    {
        Hold hold;
        hold.begin(1, start + 5s);
        hold.begin(2, start + 8s);
        QCOMPARE(hold.takeAll(), (QSet<qint64> { 1, 2 }));
        QVERIFY(hold.isEmpty());
        QVERIFY(hold.takeAll().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHold)
#include "tst_hold.moc"
