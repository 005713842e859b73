// Every code and every fault has words of its own, and no sentence claims more than its outcome.
#include "ui/words/badges.h"
#include "ui/words/results.h"

#include <QSet>
#include <QTest>

using namespace pushbrake;

namespace {
const QList<int> codes { 60002, 60003, 60004, 60005, 60006, 60007, 60008, 60009, 60010, 60011, 60012, 60013, 60014,
    60015, 60016, 60017, 60018, 60019, 60020, 60021, 60025, 60026, 60027, 60028, 70001, 70002, 70003, 70005, 70009,
    70013, 70014, 70016, 70020, 70050, 70051, 70052, 70107, 70169, 70202, 70402, 70403, 70500, 90104, 90105, 90106,
    90107, 91000 };
} // namespace

class TestSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysSomethingOfItsOwnForEveryCode()
    {
        QSet<QString> seen;
        for (const int code : codes) {
            SettledResult result;
            result.outcome = Outcome::Rejected;
            result.code = code;
            const QString happened = sentences::whatHappened(result);
            QVERIFY2(!happened.isEmpty() && !sentences::whatNext(result).isEmpty(), qPrintable(QString::number(code)));
            QVERIFY2(!seen.contains(happened), qPrintable(QString::number(code)));
            QVERIFY2(!happened.contains(QString::number(code)), qPrintable(happened));
            seen.insert(happened);
        }
    }

    void saysSomethingOfItsOwnForEveryFault()
    {
        QSet<QString> seen;
        for (int fault = int(NetFault::HostNotFound); fault <= int(NetFault::Other); ++fault) {
            SettledResult result;
            result.outcome = Outcome::Unknown;
            result.fault = NetFault(fault);
            const QString happened = sentences::whatHappened(result);
            QVERIFY(!happened.isEmpty() && !sentences::whatNext(result).isEmpty());
            QVERIFY2(!seen.contains(happened), qPrintable(happened));
            QVERIFY2(!happened.contains(QLatin1String("nothing was sent")), qPrintable(happened));
            seen.insert(happened);
        }
    }

    void namesAnUnknownCode()
    {
        SettledResult result;
        result.outcome = Outcome::Unknown;
        result.code = 12345;
        QVERIFY(sentences::whatHappened(result).contains(QLatin1String("12345")));
    }

    void letsTheServicesLaterWordWinOverACancellation()
    {
        Task task;
        task.lastOutcome = Outcome::Cancelled;
        task.status = TaskStatus::Gone;
        QCOMPARE(sentences::statusBadge(task).word, sentences::outcomeBadge(Outcome::Cancelled, false).word);
        task.status = TaskStatus::Pending;
        QVERIFY(sentences::statusBadge(task).word != sentences::outcomeBadge(Outcome::Cancelled, false).word);
    }
};

QTEST_MAIN(TestSentences)
#include "tst_sentences.moc"
