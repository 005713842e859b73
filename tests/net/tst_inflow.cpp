// What came beside what it was good for: floods are found, and no answer that is as large as it may be is one.
#include "net/inflow.h"

#include <QtTest>

using namespace pushbrake;
using namespace std::chrono_literals;

class InflowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsMoreThanAWholeAnswerAtOnce()
    {
        Inflow inflow;
        inflow.arrived(Inflow::largestHead + Inflow::largestBody);
        QVERIFY(!inflow.isTooMuch(1, 0, m_start));
        inflow.arrived(1);
        QVERIFY(inflow.isTooMuch(1, 0, m_start));
        QVERIFY(!inflow.isTooMuch(2, 0, m_start));
    }

    void findsMoreThanAHeadWhenNothingWasReadForAWhile()
    {
        Inflow inflow;
        inflow.arrived(Inflow::largestHead);
        QVERIFY(!inflow.isTooMuch(1, 0, m_start));
        QVERIFY(!inflow.isTooMuch(1, 0, m_start + 1h));
        inflow.arrived(1);
        QVERIFY(!inflow.isTooMuch(1, 0, m_start + 1h));
        QVERIFY(!inflow.isTooMuch(1, 0, m_start + 1h + Inflow::readingTime - 1ms));
        QVERIFY(inflow.isTooMuch(1, 0, m_start + 1h + Inflow::readingTime));
        QVERIFY(!inflow.isTooMuch(1, 1, m_start + 1h + Inflow::readingTime));
    }

    void countsTheTimeAnewWhenABodyWasRead()
    {
        Inflow inflow;
        inflow.arrived(900'000);
        QVERIFY(!inflow.isTooMuch(1, 0, m_start));
        inflow.wasBody(16'384);
        QVERIFY(!inflow.isTooMuch(1, 0, m_start + Inflow::readingTime));
        QVERIFY(!inflow.isTooMuch(1, 0, m_start + 2 * Inflow::readingTime - 1ms));
        QVERIFY(inflow.isTooMuch(1, 0, m_start + 2 * Inflow::readingTime));
    }

    void thousandsOfAnswersAddUpToNothing()
    {
        Inflow inflow;
        for (int i = 0; i < 10'000; ++i) {
            inflow.arrived(8'000 + 120'000 + 120'000 / 500); // handshake, body, records
            inflow.wasBody(120'000);
            QVERIFY(!inflow.isTooMuch(1, 0, m_start + i * 1s));
            inflow.ended();
        }
        QVERIFY(!inflow.isTooMuch(0, 0, m_start + 20'000s));
    }

    // One who answers well beside a flood gains no more than what the answers could have been.
    void aGoodAnswerHidesNoFlood()
    {
        Inflow inflow;
        int looks = 0;
        for (; looks < 100 && !inflow.isTooMuch(2, 0, m_start); ++looks) {
            inflow.arrived(500'000);
            inflow.wasBody(2'000);
        }
        QVERIFY(looks <= 5);
    }

    void whatIsUsedLeavesNoCredit()
    {
        Inflow inflow;
        inflow.wasBody(100'000'000);
        inflow.ended();
        inflow.arrived(Inflow::largestHead + Inflow::largestBody + 1);
        QVERIFY(inflow.isTooMuch(0, 0, m_start));
    }

private:
    const SteadyTime m_start = SteadyTime(1h);
};

QTEST_GUILESS_MAIN(InflowTest)
#include "tst_inflow.moc"
