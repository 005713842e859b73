// What stands in a run's way, told once each, and what a click clears.
#include "cancel/obstacles.h"

#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

class TestObstacles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsLongerForTheNetworkEachTimeUntilSomethingLeaves()
    {
        Obstacles obstacles;
        const auto first = obstacles.networkFailed();
        QVERIFY(first);
        QVERIFY(!obstacles.mayGoOn());
        QVERIFY(!obstacles.networkFailed()); // four more were under way: one wait for all of them
        obstacles.networkWaitIsOver();
        QVERIFY(obstacles.mayGoOn());
        const auto second = obstacles.networkFailed();
        QVERIFY(second && *second > *first);
        obstacles.networkWaitIsOver();
        obstacles.networkWorked();
        QCOMPARE(obstacles.networkFailed(), first);
    }

    void tellsOnceOfTheAccountUntilAPersonGoesOn()
    {
        Obstacles obstacles;
        QVERIFY(obstacles.accountRefused());
        QVERIFY(!obstacles.accountRefused());
        QVERIFY(!obstacles.mayGoOn());
        obstacles.clear();
        QVERIFY(obstacles.mayGoOn());
        QVERIFY(obstacles.accountRefused());
    }

    void tellsOfTheRecordAlsoWhilePaused()
    {
        Obstacles obstacles;
        obstacles.pause();
        QVERIFY(obstacles.recordFailed());
        QVERIFY(!obstacles.recordFailed());
        obstacles.clear();
        QVERIFY(obstacles.mayGoOn());
        QVERIFY(obstacles.recordFailed());
        QVERIFY(obstacles.isPaused());
    }

    void sendsNothingMoreIntoAGatewayThatFailedThreeTimesInARow()
    {
        Obstacles obstacles;
        QVERIFY(!obstacles.gatewayFailed());
        QVERIFY(!obstacles.gatewayFailed());
        QVERIFY(!obstacles.serviceAnswered()); // begins to count anew
        QVERIFY(!obstacles.gatewayFailed());
        QVERIFY(!obstacles.gatewayFailed());
        QVERIFY(obstacles.mayGoOn());
        QVERIFY(obstacles.gatewayFailed());
        QVERIFY(!obstacles.gatewayFailed()); // told once
        QVERIFY(!obstacles.mayGoOn());
        QVERIFY(obstacles.waitsForNetwork());
        obstacles.networkWaitIsOver();
        QVERIFY(!obstacles.mayGoOn()); // a wait alone does not mend a gateway
        QVERIFY(obstacles.serviceAnswered());
        QVERIFY(obstacles.mayGoOn());
    }

    void sendsNothingWhileTheReadThatGoesBeforeIsUnderWay()
    {
        Obstacles obstacles;
        obstacles.probeBegins();
        QVERIFY(!obstacles.mayGoOn());
        obstacles.probeEnds();
        QVERIFY(obstacles.mayGoOn());
    }

    void waitsForNothingButTheRecordOnceItIsStopped()
    {
        Obstacles obstacles;
        QVERIFY(obstacles.networkFailed());
        obstacles.stop();
        QVERIFY(!obstacles.waitsForNetwork());
        QVERIFY(!obstacles.networkFailed());
        QVERIFY(!obstacles.accountRefused());
        QVERIFY(obstacles.recordFailed());
        obstacles.clear();
        QVERIFY(!obstacles.mayGoOn()); // nothing brings a stopped run back
    }
};

QTEST_GUILESS_MAIN(TestObstacles)
#include "tst_obstacles.moc"
