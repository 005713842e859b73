// Every code and every fault has words of its own, and no sentence claims more than its outcome.
#include "ui/words/badges.h"
#include "ui/words/results.h"
#include "ui/words/times.h"

#include <QSet>
#include <QTest>

#include <ctime>

using namespace pushbrake;

namespace {
const QList<int> codes { 60002, 60003, 60004, 60005, 60006, 60007, 60008, 60009, 60010, 60011, 60012, 60013, 60014,
    60015, 60016, 60017, 60018, 60019, 60020, 60021, 60025, 60026, 60027, 60028, 70001, 70002, 70003, 70005, 70009,
    70013, 70014, 70016, 70020, 70050, 70051, 70052, 70107, 70169, 70202, 70402, 70403, 70500, 90104, 90105, 90106,
    90107, 91000 };
/// Until it goes.
class ZoneOfThisComputer
{
public:
    explicit ZoneOfThisComputer(const char* zone)
        : m_before(qgetenv("TZ"))
    {
        set(zone);
    }
    ~ZoneOfThisComputer() { set(m_before); }

private:
    static void set(const QByteArray& zone)
    {
        qputenv("TZ", zone);
        tzset();
    }

    QByteArray m_before;
};
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
            QVERIFY2(!happened.isEmpty() && !sentences::whatNext(result, CredentialKind::UserSig).isEmpty(),
                qPrintable(QString::number(code)));
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
            QVERIFY(!happened.isEmpty() && !sentences::whatNext(result, CredentialKind::UserSig).isEmpty());
            QVERIFY2(!seen.contains(happened), qPrintable(happened));
            QVERIFY2(!happened.contains(QLatin1String("nothing was sent")), qPrintable(happened));
            seen.insert(happened);
        }
    }

    // Whoever gave a key has no UserSig to paste.
    void aWrongKeyIsNotToBeMendedByAUserSig()
    {
        for (const int code : codes) {
            CallReport report;
            report.httpStatus = 200;
            report.code = code;
            const QString next = sentences::callAdvice(report, CredentialKind::SecretKey);
            QVERIFY(!next.isEmpty());
            QVERIFY2(!next.contains(QStringLiteral("UserSig")), qPrintable(next));
            if (code >= 70001 && code <= 70014)
                QVERIFY2(next.contains(QStringLiteral("key")), qPrintable(next));
        }
        CallReport unreadable;
        unreadable.code = 70003;
        QVERIFY(sentences::callAdvice(unreadable, CredentialKind::UserSig).contains(QStringLiteral("Paste")));
    }

    void whatWasNotAskedIsSaidToGoOut()
    {
        SettledResult result;
        result.outcome = Outcome::NotSent;
        result.fault = NetFault::NoNetwork;
        QVERIFY(sentences::whatHappened(result).contains(QStringLiteral("will still go out")));
        QVERIFY(sentences::whatHappened(result).contains(QStringLiteral("There is no network.")));
        QVERIFY(sentences::whatNext(result, CredentialKind::UserSig).startsWith(QStringLiteral("Cancel it again")));
        QVERIFY(sentences::outcomeHeadline(Outcome::NotSent, false).startsWith(QStringLiteral("Not cancelled")));
        QVERIFY(sentences::outcomeHeadline(Outcome::NotSent, true).startsWith(QStringLiteral("Not cancelled")));
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

    void aResultThatTheServiceHasOvertakenIsNotCalledConfirmed()
    {
        Task task;
        task.lastResultAt = QDateTime::currentDateTimeUtc();
        for (const Outcome outcome : { Outcome::Cancelled, Outcome::TooLate }) {
            task.lastOutcome = outcome;
            task.status = TaskStatus::Pending;
            const QString said = sentences::lastResult(task, task.lastResultAt);
            QVERIFY2(said.contains(QStringLiteral("scheduled again")), qPrintable(said));
            QVERIFY2(!said.contains(QStringLiteral("Confirmed")), qPrintable(said));
            QCOMPARE(sentences::statusBadge(task).word, QStringLiteral("Scheduled"));
        }
    }

    void whatTheServiceDoesNotHaveIsNotCalledNotCancelled()
    {
        constexpr int noSuchTask = 90104;
        QCOMPARE(
            sentences::outcomeBadge(Outcome::Rejected, false, noSuchTask).word, QStringLiteral("Not at the service"));
        QCOMPARE(sentences::outcomeBadge(Outcome::Rejected, false, 60010).word, QStringLiteral("Not cancelled"));
        QVERIFY(
            !sentences::outcomeHeadline(Outcome::Rejected, false, noSuchTask).contains(QStringLiteral("cancelled")));
    }

    void saysThatAStatusIsMissing()
    {
        Task task;
        task.status = TaskStatus::Other;
        for (const QString& none : { QString(), QStringLiteral(" \n") }) {
            task.statusWord = none;
            QCOMPARE(sentences::statusBadge(task).word, QStringLiteral("No status given"));
        }
        task.statusWord = QStringLiteral("paused");
        QVERIFY(sentences::statusBadge(task).word.contains(QStringLiteral("paused")));
    }

    void whatWasTakenBackIsNotScheduledForEver()
    {
        Task task;
        task.lastOutcome = Outcome::Withdrawn;
        task.status = TaskStatus::Pending;
        const QString scheduled = sentences::lastResult(task, {});
        for (const TaskStatus later : { TaskStatus::Dispatching, TaskStatus::Dispatched, TaskStatus::Gone }) {
            task.status = later;
            QVERIFY(sentences::lastResult(task, {}) != scheduled);
            QVERIFY(!sentences::lastResult(task, {}).contains(QStringLiteral("will go out")));
        }
    }

    void aResultOfAnotherDayHasItsDate()
    {
        const ZoneOfThisComputer utc("UTC");
        Task task;
        task.lastOutcome = Outcome::Cancelled;
        task.lastResultAt = QDateTime(QDate(2026, 6, 1), QTime(2, 3, 4), Qt::UTC);
        const QString today = sentences::lastResult(task, task.lastResultAt.addSecs(3'600));
        QVERIFY2(
            today.contains(QStringLiteral("02:03:04")) && !today.contains(QStringLiteral("2026")), qPrintable(today));
        const QString later = sentences::lastResult(task, task.lastResultAt.addDays(1));
        QVERIFY2(later.contains(QStringLiteral("2026 02:03:04")), qPrintable(later));
        QCOMPARE(sentences::lastResult(task, {}), later);
    }

    void showsTheYearThatIsNotThisOne()
    {
        const QDateTime now(QDate(2026, 12, 20), QTime(8, 0), Qt::UTC);
        const auto at = [](int year, int month, int day) {
            return sentences::localTime(QDateTime(QDate(year, month, day), QTime(10, 0), Qt::UTC),
                QDateTime(QDate(2026, 12, 20), QTime(8, 0), Qt::UTC));
        };
        QVERIFY2(at(2027, 1, 5).contains(QStringLiteral("2027")), qPrintable(at(2027, 1, 5)));
        QVERIFY2(at(2025, 12, 20).contains(QStringLiteral("2025")), qPrintable(at(2025, 12, 20)));
        QVERIFY2(!at(2026, 11, 5).contains(QStringLiteral("2026")), qPrintable(at(2026, 11, 5)));
        const QDateTime newYearsEve(QDate(2026, 12, 31), QTime(8, 0), Qt::UTC);
        QCOMPARE(
            sentences::localTime(newYearsEve.addDays(1), newYearsEve).section(u' ', 0, 0), QStringLiteral("Tomorrow"));

        const ZoneOfThisComputer singapore("Asia/Singapore"); // where the date of 20:00 UTC is the next day's
        const auto utc = [&now](int year) {
            return sentences::utcTime(QDateTime(QDate(year, 12, 25), QTime(20, 0), Qt::UTC), now);
        };
        QVERIFY2(utc(2027).contains(QStringLiteral("2027")), qPrintable(utc(2027)));
        QVERIFY2(utc(2026).contains(QStringLiteral("25")) && !utc(2026).contains(QStringLiteral("2026")),
            qPrintable(utc(2026)));
    }
};

QTEST_MAIN(TestSentences)
#include "tst_sentences.moc"
