// What was expected beside what the service says: every mix of them gets the one word that is true of it, and what was
// not read never gets another.
#include "check/checkrange.h"
#include "check/comparison.h"

#include <QTest>

#include <algorithm>

using namespace pushbrake;

namespace {

const QDateTime now(QDate(2026, 6, 1), QTime(8, 0), Qt::UTC);
const QDateTime ten(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC);

Expectation expectation()
{
    return { 7, ten, Audience::Tag, QStringLiteral("Summer sale") };
}

Task asExpected()
{
    Task task;
    task.id = 7;
    task.goesOutAt = ten;
    task.audience = Audience::Tag;
    task.title = QStringLiteral("Summer sale");
    task.status = TaskStatus::Pending;
    task.statusWord = QStringLiteral("pending");
    return task;
}

CallReport report(int code, NetFault fault = NetFault::None, bool hasLeft = true)
{
    CallReport made;
    made.mayHaveArrived = hasLeft;
    made.fault = fault;
    made.code = code;
    return made;
}

Comparison read(const Task& task, const Expectation& expected = expectation())
{
    return compared(expected, report(0), task, now);
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAllAsExpectedIsExpected()
    {
        const Comparison same = read(asExpected());
        QCOMPARE(same.verdict, CheckVerdict::Expected);
        QVERIFY(same.differences.isEmpty());
        QCOMPARE(same.found, asExpected());
    }

    void everyMixOfDifferencesIsNamed()
    {
        for (int mix = 0; mix < 16; ++mix) {
            Task task = asExpected();
            QList<CheckField> changed;
            if (mix & 1) {
                task.goesOutAt = ten.addSecs(1);
                changed.append(CheckField::GoesOut);
            }
            if (mix & 2) {
                task.audience = Audience::All;
                changed.append(CheckField::Audience);
            }
            if (mix & 4) {
                task.title = QStringLiteral("Summer sales");
                changed.append(CheckField::Title);
            }
            if (mix & 8) {
                task.status = TaskStatus::Other;
                changed.append(CheckField::Status);
            }
            const Comparison comparison = read(task);
            QCOMPARE(comparison.differences, changed);
            QCOMPARE(comparison.verdict, changed.isEmpty() ? CheckVerdict::Expected : CheckVerdict::Differs);
        }
    }

    void whatWasNotGivenIsNotCompared()
    {
        for (int mix = 0; mix < 8; ++mix) {
            Expectation expected { 7 };
            if (mix & 1)
                expected.goesOutAt = ten;
            if (mix & 2)
                expected.audience = Audience::Tag;
            if (mix & 4)
                expected.title = QStringLiteral("Summer sale");
            QCOMPARE(read(asExpected(), expected).verdict, CheckVerdict::Expected);
            Task other = asExpected();
            other.goesOutAt = ten.addDays(1);
            other.audience = Audience::User;
            other.title = QStringLiteral("Winter sale");
            QCOMPARE(read(other, expected).differences.size(), std::popcount(unsigned(mix)));
        }
    }

    void whatTheServiceDoesNotSayIsNotAsExpected()
    {
        Task silent = asExpected();
        silent.goesOutAt = {};
        silent.audience.reset();
        silent.title.clear();
        QCOMPARE(read(silent).verdict, CheckVerdict::Differs);
        QCOMPARE(read(silent).differences.size(), 3);
        QVERIFY(!tellsEnough(silent, expectation()));
        QVERIFY(tellsEnough(silent, { 7 }));
        QVERIFY(tellsEnough(asExpected(), expectation()));
        silent.statusWord.clear();
        QVERIFY(!tellsEnough(silent, { 7 }));
    }

    void timesAreComparedToTheSecondAndTitlesWithoutTheirBlanks()
    {
        Expectation expected = expectation();
        expected.goesOutAt = ten.addMSecs(999);
        expected.title = QStringLiteral("  Summer \n sale ");
        QCOMPARE(read(asExpected(), expected).verdict, CheckVerdict::Expected);
        expected.goesOutAt = ten.addMSecs(-1);
        QCOMPARE(read(asExpected(), expected).differences, QList { CheckField::GoesOut });
        expected = expectation();
        expected.title = QStringLiteral("summer sale");
        QCOMPARE(read(asExpected(), expected).differences, QList { CheckField::Title });
        expected.title = QStringLiteral(" \t ");
        QCOMPARE(read(asExpected(), expected).verdict, CheckVerdict::Expected);
    }

    void aTimeGivenInMinutesMeansTheWholeMinute()
    {
        Expectation expected = expectation();
        expected.precision = TimePrecision::Minute;
        Task task = asExpected();
        for (const int late : { 0, 1, 59 }) {
            task.goesOutAt = ten.addSecs(late).addMSecs(999);
            QCOMPARE(read(task, expected).verdict, CheckVerdict::Expected);
        }
        for (const int off : { -1, 60 }) {
            task.goesOutAt = ten.addSecs(off);
            QCOMPARE(read(task, expected).differences, QList { CheckField::GoesOut });
        }
        expected.precision = TimePrecision::Second;
        task.goesOutAt = ten.addSecs(1);
        QCOMPARE(read(task, expected).differences, QList { CheckField::GoesOut });
    }

    void whatGoesOutOrWentOutIsSaidAndWhatDiffersInIt()
    {
        for (const TaskStatus status : { TaskStatus::Dispatching, TaskStatus::Dispatched }) {
            Task task = asExpected();
            task.status = status;
            QCOMPARE(read(task).verdict, CheckVerdict::GoingOut);
            QVERIFY(read(task).differences.isEmpty());
            task.title = QStringLiteral("Other");
            QCOMPARE(read(task).verdict, CheckVerdict::GoingOut);
            QVERIFY(read(task).differsIn(CheckField::Title));
        }
    }

    void whatIsOverdueAndStillScheduledIsNotAsExpected()
    {
        Expectation expected = expectation();
        Task task = asExpected();
        task.goesOutAt = expected.goesOutAt = now.addSecs(-60);
        QCOMPARE(read(task, expected).verdict, CheckVerdict::Expected);
        task.goesOutAt = expected.goesOutAt = now.addSecs(-61);
        QCOMPARE(read(task, expected).verdict, CheckVerdict::Differs);
        QCOMPARE(read(task, expected).differences, QList { CheckField::Status });
    }

    void onlyTheServicesOwnWordMakesAPushMissing()
    {
        QCOMPARE(compared(expectation(), report(90104), {}, now).verdict, CheckVerdict::Missing);
        QCOMPARE(compared(expectation(), report(90104), {}, now).found.status, TaskStatus::Gone);
        Task gone = asExpected();
        gone.status = TaskStatus::Gone;
        QCOMPARE(read(gone).verdict, CheckVerdict::Missing);
    }

    void noAnswerIsEverMoreThanNotRead()
    {
        QList<CallReport> reports;
        for (int fault = 1; fault <= int(NetFault::ProxyScheme); ++fault) {
            for (const bool hasLeft : { false, true }) {
                for (const int code : { 0, 90104 }) // of an answer that was no answer
                    reports.append(report(code, NetFault(fault), hasLeft));
            }
        }
        for (int code = 1; code < 100'000; ++code) {
            if (code != 90104)
                reports.append(report(code));
        }
        for (const CallReport& why : std::as_const(reports)) {
            const Comparison comparison = compared(expectation(), why, asExpected(), now);
            if (comparison.verdict != CheckVerdict::NotRead)
                QFAIL(qPrintable(QStringLiteral("code %1, fault %2").arg(why.code).arg(int(why.fault))));
            QCOMPARE(comparison.fault.code, why.code);
            QCOMPARE(comparison.found.status, TaskStatus::NotRead);
            QVERIFY(comparison.found.title.isEmpty());
        }
        Task unread = asExpected();
        unread.status = TaskStatus::NotRead;
        QCOMPARE(read(unread).verdict, CheckVerdict::NotRead);
    }

    void whatIsCancelledLaterIsScheduledNoMore()
    {
        const Comparison scheduled = read(asExpected());
        QVERIFY(isScheduled(scheduled));
        const Comparison after = cancelledSince(scheduled, now.addSecs(60));
        QCOMPARE(after.cancelledSince, now.addSecs(60));
        QCOMPARE(after.verdict, CheckVerdict::Expected); // what was read stays
        QVERIFY(!isScheduled(after));
        const Comparison unread = notRead(expectation(), report(0, NetFault::Dropped));
        QVERIFY(!isScheduled(unread));
        QVERIFY(cancelledSince(unread, now).cancelledSince.isValid());
        Task out = asExpected();
        out.status = TaskStatus::Dispatched;
        for (const Comparison& over : { read(out), compared(expectation(), report(90104), {}, now) }) {
            QVERIFY(!isScheduled(over));
            QVERIFY(!cancelledSince(over, now).cancelledSince.isValid());
        }
        QCOMPARE(idsOf({ scheduled, unread }), QList<TaskId>({ 7, 7 }));
        QCOMPARE(foundIn({ scheduled, unread, read(out) }), QList<Task>({ asExpected(), out }));
    }

    void theWorstComesFirstAndThenTheSoonest()
    {
        Task soon = asExpected();
        soon.goesOutAt = ten.addSecs(-3600);
        soon.title = QStringLiteral("x");
        Task late = asExpected();
        late.title = QStringLiteral("x");
        Comparison soonWorst = read(soon);
        Comparison lateWorst = read(late);
        QVERIFY(isWorse(soonWorst, lateWorst) && !isWorse(lateWorst, soonWorst));
        QVERIFY(!isWorse(lateWorst, lateWorst));
        QList<Comparison> all { read(asExpected()), notRead(expectation(), report(0, NetFault::Dropped)),
            notExpected(asExpected()), read(late), compared(expectation(), report(90104), {}, now) };
        Task out = asExpected();
        out.status = TaskStatus::Dispatched;
        all.append(read(out));
        std::sort(all.begin(), all.end(), isWorse);
        for (std::size_t i = 0; i < checkVerdicts.size(); ++i)
            QCOMPARE(all.at(qsizetype(i)).verdict, checkVerdicts[i]);
        // Without a time it comes last of its kind.
        Comparison never = compared({ 1 }, report(90104), {}, now);
        QVERIFY(isWorse(compared(expectation(), report(90104), {}, now), never));
    }

    void theRangeIsFromTheEarliestToTheLatest()
    {
        QVERIFY(!rangeOf({}));
        QVERIFY(!rangeOf({ { 1 }, { 2 } }));
        const auto one = rangeOf({ { 1, ten } });
        QVERIFY(one && one->contains(ten) && !one->contains(ten.addSecs(1)) && !one->contains(ten.addSecs(-1)));
        QCOMPARE(windowsOf(*one).size(), 1);
        const auto range = rangeOf({ { 1, ten.addDays(65) }, { 2 }, { 3, ten.addMSecs(1) }, { 4, ten.addDays(1) } });
        QVERIFY(range);
        QCOMPARE(range->from, ten);
        QCOMPARE(range->until, ten.addDays(65));
        QVERIFY(!range->contains({}));
        const auto minute = rangeOf({ { 1, ten, {}, {}, TimePrecision::Minute } });
        QVERIFY(minute && minute->contains(ten.addSecs(59)) && !minute->contains(ten.addSecs(60)));
        const QList<ListRange> windows = windowsOf(*range);
        QCOMPARE(windows.size(), 3);
        QCOMPARE(windows.first().from, range->from);
        QCOMPARE(windows.last().until, range->until.addSecs(1));
        for (qsizetype i = 0; i < windows.size(); ++i) {
            QVERIFY(windows.at(i).from < windows.at(i).until);
            QVERIFY(windows.at(i).from.secsTo(windows.at(i).until) <= 30 * 86'400);
            QVERIFY(i == 0 || windows.at(i - 1).until == windows.at(i).from);
        }
        QVERIFY(rangeOf({ { 1, ten }, { 2, ten.addDays(400) } }));
        QVERIFY(!rangeOf({ { 1, ten }, { 2, ten.addDays(400).addSecs(1) } })); // a slip of the pen
    }

    void whatIsKnownOfAPushIsWhatIsExpectedOfIt()
    {
        Task known = asExpected();
        known.readFromService = true;
        Task again = known;
        again.title = QStringLiteral("Other");
        QCOMPARE(expectationsOf({ known, again }), QList { expectation() });
        Task bare;
        bare.id = 9;
        QCOMPARE(expectationsOf({ bare }), QList { Expectation { 9 } });
    }

    void whatPeopleEnteredIsKnownToTheMinuteAndTheServicesWordToTheSecond()
    {
        Task typed = asExpected();
        QCOMPARE(expectationsOf({ typed }).first().precision, TimePrecision::Minute);
        typed.goesOutAt = ten.addSecs(5);
        QCOMPARE(expectationsOf({ typed }).first().precision, TimePrecision::Second);
        Task read = asExpected();
        read.readFromService = true;
        QCOMPARE(expectationsOf({ read }).first().precision, TimePrecision::Second);
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
