// What practice holds: enough for the next minutes, and pushes of the next days that are the same at the next start.
#include "practice/practicesamples.h"

#include <QSet>
#include <QTest>

using namespace pushbrake;

namespace {

QMap<TaskId, QDateTime> samplesAt(const QDateTime& now)
{
    PracticeBook book;
    for (PracticeBook::Entry& entry : practiceSamples(now))
        book.add(std::move(entry));
    QMap<TaskId, QDateTime> times;
    for (const PracticeBook::Entry& entry : book.entries())
        times.insert(entry.id, entry.goesOutAt);
    return times;
}

qsizetype alike(const QMap<TaskId, QDateTime>& first, const QMap<TaskId, QDateTime>& second)
{
    qsizetype count = 0;
    for (auto one = first.cbegin(); one != first.cend(); ++one)
        count += second.value(one.key()) == *one;
    return count;
}

} // namespace

class PracticeSamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void somethingHappensWhileOneWatches()
    {
        const QDateTime now(QDate(2026, 11, 26), QTime(15, 41, 7), Qt::UTC);
        const QList<PracticeBook::Entry> samples = practiceSamples(now);
        QCOMPARE(samples.size(), 12);
        int soon = 0;
        int over = 0;
        for (const PracticeBook::Entry& entry : samples) {
            const qint64 seconds = now.secsTo(entry.goesOutAt);
            soon += seconds > 0 && seconds < 600;
            over += seconds < 0;
            QVERIFY(seconds < 7 * 86'400); // within what is read by default
        }
        QCOMPARE(soon, 3);
        QCOMPARE(over, 2);
    }

    // A check that is saved in the evening finds in the morning what it expects.
    void theNextMorningMostOfTheFixedOnesAreWhereTheyWere()
    {
        const QDateTime evening(QDate(2026, 11, 26), QTime(18, 41, 7), Qt::UTC);
        for (int day = 0; day < 12; ++day) {
            const auto before = samplesAt(evening.addDays(day));
            QCOMPARE(alike(before, samplesAt(evening.addDays(day).addSecs(1))), 6);
            const qsizetype same = alike(before, samplesAt(evening.addDays(day).addSecs(14 * 3600)));
            QVERIFY2(same >= 5, qPrintable(QString::number(same)));
        }
    }

    void theFixedOnesStandAtWholeHoursAndNeverTooNear()
    {
        const QDateTime begin(QDate(2026, 2, 26), QTime(0, 0, 30), Qt::UTC);
        for (int step = 0; step < 24 * 14; ++step) {
            const QDateTime now = begin.addSecs(3600 * step);
            int whole = 0;
            for (const QDateTime& time : samplesAt(now)) {
                if (time.time().minute() != 0 || time.time().second() != 0)
                    continue;
                ++whole;
                QVERIFY(now.secsTo(time) >= 3600);
                QVERIFY(now.secsTo(time) <= 6 * 86'400 + 3600);
            }
            QCOMPARE(whole, 6);
        }
    }
};

QTEST_GUILESS_MAIN(PracticeSamplesTest)
#include "tst_practicesamples.moc"
