// The whole list through the reader: what it says of lists that lie, move or do not end, and that it can be stopped.
#include "api/limits.h"
#include "api/taskreader.h"
#include "support/fakeclock.h"
#include "support/listservice.h"
#include "support/shopaccount.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace pushbrake;

namespace {

ListPages honest(qint64 count)
{
    return [count](qint64 offset, int want, int) {
        return ListPage { ListService::rows(1, count, offset, want), count };
    };
}

struct Desk
{
    explicit Desk(ListPages given)
        : service(std::move(given))
    {
        QObject::connect(
            &reader, &TaskReader::pageRead, &reader, [this](const QList<Task>&, int soFar) { pages.append(soFar); });
        QObject::connect(&reader, &TaskReader::ended, &reader, [this](const CallReport& told, const ListReading& read) {
            report = told;
            reading = read;
            ++ends;
        });
    }

    bool readToTheEnd()
    {
        QSignalSpy ended(&reader, &TaskReader::ended);
        reader.readAll();
        return ended.wait(60'000) && ends == 1;
    }

    HastyClock computersClock;
    ServiceClock clock { computersClock };
    ListService service;
    ServiceClient client { shopAccount(), service, clock };
    SendGate gate { clock };
    TaskReader reader { client, gate, clock };
    QList<int> pages; ///< tasks so far, after each
    CallReport report;
    ListReading reading;
    int ends = 0;
};

} // namespace

class TestTaskReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anHonestListIsWhole()
    {
        Desk desk(honest(250));
        QVERIFY(desk.readToTheEnd());
        QVERIFY(desk.report.ok() && desk.reading.isWhole());
        QCOMPARE(desk.reading.tasks, 250);
        QCOMPARE(desk.reading.said, 250);
        QCOMPARE(desk.service.asked(), 3);
        QCOMPARE(desk.service.requests(), 15); // a year ahead and a month back: twelve more windows
        QCOMPARE(desk.pages, QList<int>({ 100, 200, 250 }));
    }

    void whatTheServiceDidNotShowIsCounted()
    {
        Desk desk([](qint64 offset, int want, int) {
            return ListPage { ListService::rows(1, 448, offset, want), 450 };
        });
        QVERIFY(desk.readToTheEnd());
        QVERIFY(desk.report.ok() && !desk.reading.isWhole());
        QCOMPARE(desk.reading.tasks, 448);
        QCOMPARE(desk.reading.said, 450);
        QCOMPARE(desk.reading.missing, 2);
        QCOMPARE(desk.service.asked(), 12);
    }

    void rowsWithoutAUsableIdAreCounted()
    {
        Desk desk([](qint64 offset, int want, int) {
            QJsonArray rows = ListService::rows(1, 9, offset, want);
            for (const QJsonValue& id : { QJsonValue(0), QJsonValue(QStringLiteral("12")), QJsonValue(1.5) })
                rows.append(QJsonObject { { QStringLiteral("TaskID"), id } });
            return ListPage { rows, 12 };
        });
        QVERIFY(desk.readToTheEnd());
        QVERIFY(desk.report.ok() && !desk.reading.isWhole());
        QCOMPARE(desk.reading.unusableRows, 3);
        QCOMPARE(desk.reading.missing, 0);
        QCOMPARE(desk.reading.tasks, 9);
    }

    void pagesThatNeverEndAreStopped()
    {
        // A task of its own on each page: nothing but the cap can end it.
        Desk desk([](qint64 offset, int, int) {
            return ListPage { { ListService::row(offset + 1) }, std::numeric_limits<qint64>::max() };
        });
        QVERIFY(desk.readToTheEnd());
        QCOMPARE(desk.reading.end, ListReading::End::Endless);
        QVERIFY(!desk.reading.isWhole());
        QCOMPARE(desk.service.asked(), limits::mostListPages);
    }

    void aStopIsAtOnceAndNothingMoreLeaves()
    {
        Desk desk(honest(1'000'000));
        desk.reader.readAll();
        QVERIFY(QTest::qWaitFor([&desk] { return desk.pages.size() == 3; }));
        desk.reader.stop();
        QCOMPARE(desk.ends, 1);
        QVERIFY(!desk.reader.isReading());
        QVERIFY(!desk.report.ok());
        QCOMPARE(desk.report.fault, NetFault::Stopped);
        QCOMPARE(desk.reading.end, ListReading::End::Stopped);
        QCOMPARE(desk.reading.tasks, 300);
        const int sent = desk.service.requests();
        desk.reader.stop();
        QTest::qWait(50);
        QCOMPARE(desk.service.requests(), sent);
        QCOMPARE(desk.pages.size(), 3);
        QCOMPARE(desk.ends, 1);
    }

    void aStopFromWithinAPageIsTheEnd()
    {
        Desk desk(honest(1'000));
        connect(&desk.reader, &TaskReader::pageRead, &desk.reader, &TaskReader::stop);
        QVERIFY(desk.readToTheEnd());
        QTest::qWait(20);
        QCOMPARE(desk.ends, 1);
        QCOMPARE(desk.service.requests(), 1);
    }

    void anAnswerThatComesAfterAStopIsNoneOfTheNextReading()
    {
        Desk desk(honest(250));
        desk.service.wait = Milliseconds(30);
        desk.reader.readAll();
        QVERIFY(QTest::qWaitFor([&desk] { return desk.service.requests() == 1; }));
        desk.reader.stop();
        desk.ends = 0;
        desk.service.wait = Milliseconds(0);
        QVERIFY(desk.readToTheEnd());
        QTest::qWait(60);
        QVERIFY(desk.reading.isWhole());
        QCOMPARE(desk.pages, QList<int>({ 100, 200, 250 }));
    }

    void aStopBeforeItsTurnTakesNoShareOfTheLimit()
    {
        const FakeClock computers;
        ServiceClock still(computers);
        ListService service(honest(1));
        ServiceClient client(shopAccount(), service, still);
        SendGate gate(still);
        TaskReader reader(client, gate, still);
        for (int i = 0; i < 6; ++i) {
            reader.readAll();
            reader.stop();
            QTest::qWait(1); // its turn comes, and it is gone
        }
        reader.readAll();
        QVERIFY(QTest::qWaitFor([&service] { return service.requests() > 0; }, 1'000));
    }

    void everyStopGivesItsSlotBack()
    {
        Desk desk(honest(250));
        for (int i = 0; i < 20; ++i) {
            desk.reader.readAll();
            if (i % 2)
                QTest::qWait(2);
            desk.reader.stop();
        }
        desk.ends = 0;
        desk.pages.clear();
        QVERIFY(desk.readToTheEnd());
        QVERIFY(desk.reading.isWhole());
    }
};

QTEST_GUILESS_MAIN(TestTaskReader)
#include "tst_taskreader.moc"
