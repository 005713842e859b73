// A whole check in simulated time against a service that is sound, spoilt, slow or gone: what is said of each push, by
// how many requests, and that nothing but looks was ever asked for.
#include "check/checkrun.h"
#include "pushbook.h"
#include "support/shopaccount.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

using How = CheckRun::Ending::How;
const QDateTime ten = SimulatedClock::start().addSecs(8 * 3600);
const QString get = QStringLiteral("get_sched_task");
const QString list = QStringLiteral("list_sched_task");
// By which time the service lists is told by one row of what was made lately, where the range itself does not tell.
constexpr int glance = 1;

struct Desk
{
    explicit Desk(CredentialKind kind = CredentialKind::UserSig)
        : client(shopAccount(kind), service, clock)
    {
    }
    ~Desk() { onlyLooked(); }

    void onlyLooked()
    {
        for (const QString& command : std::as_const(service.commands))
            QVERIFY2(command == get || command == list, qPrintable(command));
    }

    static Expectation expected(TaskId id, const QDateTime& at = ten)
    {
        return { id, at, Audience::Tag, QStringLiteral("Sale") };
    }
    QList<Expectation> putAll(int count, int minutesApart = 1)
    {
        QList<Expectation> all;
        for (int i = 0; i < count; ++i) {
            service.put(100 + i, ten.addSecs(60 * minutesApart * i));
            all.append(expected(100 + i, ten.addSecs(60 * minutesApart * i)));
        }
        return all;
    }

    void begin(const QList<Expectation>& all, bool looksForOthers = true)
    {
        run = std::make_unique<CheckRun>(
            ServiceReads(client, gate, clock), clock, CheckRun::Plan { all, looksForOthers });
        QObject::connect(run.get(), &CheckRun::compared, run.get(), [this](const QList<Comparison>& comparisons) {
            QVERIFY(!ending);
            for (const Comparison& comparison : comparisons) {
                QVERIFY2(!said.contains(comparison.id()), "one push, one word");
                said.insert(comparison.id(), comparison);
            }
        });
        QObject::connect(run.get(), &CheckRun::ended, run.get(), [this](const CheckRun::Ending& told) {
            QVERIFY(!ending);
            ending = told;
        });
        run->start();
    }
    bool ends(Milliseconds within = 10min)
    {
        return clock.simulated.passUntil([this] { return ending.has_value(); }, within) && !run->isRunning();
    }
    bool check(const QList<Expectation>& all, bool looksForOthers = true)
    {
        begin(all, looksForOthers);
        return ends();
    }
    CheckVerdict verdict(TaskId id) const { return said.value(id).verdict; }
    CheckCounts counts() const
    {
        CheckCounts all;
        for (const Comparison& comparison : said)
            ++all.of(comparison.verdict);
        return all;
    }

    struct Clocks
    {
        SimulatedClock simulated;
        ServiceClock services { simulated };
        operator ServiceClock&() { return services; }
        operator const Clock&() { return services; }
    };
    Clocks clock;
    PushBook service { clock.simulated };
    ServiceClient client;
    SendGate gate { clock };
    std::unique_ptr<CheckRun> run;
    QHash<TaskId, Comparison> said;
    std::optional<CheckRun::Ending> ending;
};

PushBook::Spoil codeFor(TaskId task, int code)
{
    return [task, code](const QString& command, TaskId asked, int) {
        return command == get && asked == task ? std::optional(PushBook::Spoilt { code }) : std::nullopt;
    };
}

} // namespace

class TestCheckRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServiceThatListsByMakingShowsAllTheSameWhatNobodyExpected()
    {
        Desk desk;
        desk.service.listsByMaking = true;
        const QList<Expectation> all = desk.putAll(3);
        desk.service.put(9, ten.addSecs(30), QStringLiteral("Nobody ordered this"));
        for (const TaskId id : { 9, 100, 101, 102 })
            desk.service.made[id] = SimulatedClock::start().addDays(id == 9 ? -60 : -1);
        QVERIFY(desk.check(all));
        QCOMPARE(desk.ending->how, How::Done);
        QVERIFY(desk.ending->wereOthersRead);
        QCOMPARE(desk.verdict(9), CheckVerdict::NotExpected);
        QCOMPARE(desk.counts().of(CheckVerdict::Expected), 3);
        QCOMPARE(desk.service.looks(), 0); // the list has shown them
    }

    void fortyPushesThatAreAsExpectedTakeOnePageOfTheList()
    {
        Desk desk;
        QVERIFY(desk.check(desk.putAll(40)));
        QCOMPARE(desk.ending->how, How::Done);
        QVERIFY(desk.ending->wereOthersRead);
        QCOMPARE(desk.counts().of(CheckVerdict::Expected), 40);
        QCOMPARE(desk.service.lists(), 1 + glance);
        QCOMPARE(desk.service.looks(), 0);
    }

    void everyKindOfFindingGetsItsWord()
    {
        Desk desk;
        desk.service.put(1, ten);
        desk.service.put(2, ten.addSecs(300)); // was to go out at ten, and is outside
        desk.service.put(4, ten, QStringLiteral("Sale"), QStringLiteral("dispatching"));
        desk.service.put(5, ten.addSecs(30), QStringLiteral("Not ours"));
        desk.service.put(6, ten.addSecs(-1), QStringLiteral("Before"));
        desk.service.put(7, ten.addSecs(61), QStringLiteral("After"));
        desk.service.put(8, ten.addSecs(60), QStringLiteral("Sale"));
        QVERIFY(desk.check({ Desk::expected(1), Desk::expected(2), Desk::expected(3), Desk::expected(4),
            Desk::expected(8, ten.addSecs(60)) }));
        QCOMPARE(desk.verdict(1), CheckVerdict::Expected);
        QCOMPARE(desk.verdict(2), CheckVerdict::Differs);
        QCOMPARE(desk.said.value(2).differences, QList { CheckField::GoesOut });
        QCOMPARE(desk.verdict(3), CheckVerdict::Missing);
        QCOMPARE(desk.verdict(4), CheckVerdict::GoingOut);
        QCOMPARE(desk.verdict(5), CheckVerdict::NotExpected);
        QCOMPARE(desk.said.value(5).found.title, QStringLiteral("Not ours"));
        QVERIFY(!desk.said.contains(6) && !desk.said.contains(7)); // outside the range
        QCOMPARE(desk.verdict(8), CheckVerdict::Expected);
        QCOMPARE(desk.service.lists(), 1 + glance);
        QCOMPARE(desk.service.looks(), 2); // what the list did not show
        QCOMPARE(desk.run->done(), 5);
    }

    void whatIsChosenAloneIsReadByWhicheverTakesFewerRequests()
    {
        Desk few;
        QVERIFY(few.check(few.putAll(1), false));
        QCOMPARE(few.service.lists(), 0);
        QCOMPARE(few.service.looks(), 1);
        QVERIFY(!few.run->range());

        Desk many;
        QVERIFY(many.check(many.putAll(30), false));
        QCOMPARE(many.service.lists(), 1);
        QCOMPARE(many.service.looks(), 0);

        Desk apart; // two months, and only two pushes
        QVERIFY(apart.check(apart.putAll(2, 60 * 24 * 60), false));
        QCOMPARE(apart.service.lists(), 0);
        QCOMPARE(apart.service.looks(), 2);
    }

    void aListOfManyOthersIsLeftForSingleLooks()
    {
        Desk desk;
        for (int i = 0; i < 2'000; ++i)
            desk.service.put(10'000 + i, ten.addSecs(1));
        desk.service.put(99'999, ten.addSecs(2));
        const QList<Expectation> five { Desk::expected(20'000), Desk::expected(20'001),
            Desk::expected(99'999, ten.addSecs(2)), Desk::expected(10'000, ten.addSecs(1)) };
        QVERIFY(desk.check(five, false));
        QCOMPARE(desk.ending->how, How::Done);
        QVERIFY(desk.service.lists() + desk.service.looks() <= 7);
        QCOMPARE(desk.counts().of(CheckVerdict::Missing), 2);
        QCOMPARE(desk.counts().of(CheckVerdict::Expected), 2);
        QCOMPARE(desk.counts().of(CheckVerdict::NotExpected), 0);
    }

    void withoutTimesEachIsLookedAtAndNoOthersAreTold()
    {
        Desk desk;
        desk.putAll(3);
        QVERIFY(desk.check({ { 100 }, { 101 }, { 999 } }));
        QCOMPARE(desk.service.lists(), 0);
        QVERIFY(!desk.ending->wereOthersRead);
        QVERIFY(!desk.run->range());
        QCOMPARE(desk.counts().of(CheckVerdict::Expected), 2);
        QCOMPARE(desk.verdict(999), CheckVerdict::Missing);
    }

    void whatTheListOnlyMissesIsFoundByALook()
    {
        Desk desk;
        const auto all = desk.putAll(5);
        desk.service.unlisted = { 101, 103 };
        QVERIFY(desk.check(all));
        QCOMPARE(desk.counts().of(CheckVerdict::Expected), 5);
        QCOMPARE(desk.service.looks(), 2);
    }

    void aListThatIsNotWholeIsNotCalledAllThatThereIs()
    {
        Desk desk;
        const auto all = desk.putAll(5);
        desk.service.claimsMore = 2;
        QVERIFY(desk.check(all));
        QCOMPARE(desk.ending->how, How::Done);
        QVERIFY(!desk.ending->wereOthersRead);
        QCOMPARE(desk.counts().of(CheckVerdict::Expected), 5);
    }

    void whatIsListedWithoutATimeLeavesOpenWhatElseGoesOut()
    {
        Desk desk;
        const auto all = desk.putAll(3);
        desk.service.put(9, ten);
        desk.service.rows[9].insert(QStringLiteral("SchedAt"), QString());
        QVERIFY(desk.check(all));
        QCOMPARE(desk.ending->how, How::Done);
        QVERIFY(!desk.ending->wereOthersRead);
        QVERIFY(!desk.said.contains(9)); // it may as well go out on another day
        QCOMPARE(desk.counts().of(CheckVerdict::Expected), 3);

        Desk expected; // of one that is expected the look tells
        const auto known = expected.putAll(3);
        expected.service.rows[101].insert(QStringLiteral("SchedAt"), QString());
        QVERIFY(expected.check(known));
        QVERIFY(expected.ending->wereOthersRead);
        QCOMPARE(expected.verdict(101), CheckVerdict::Differs);
    }

    void aCutWindowAmongWholeOnesIsNotForgotten()
    {
        Desk desk;
        const auto all = desk.putAll(3, 60 * 24 * 31);
        desk.service.claimsMore = 2;
        desk.service.claimsFrom = serviceTime(ten);
        QVERIFY(desk.check(all));
        QVERIFY(desk.service.lists() >= 4);
        QVERIFY(!desk.ending->wereOthersRead);
        QCOMPARE(desk.counts().of(CheckVerdict::Expected), 3);
    }

    void aListThatCannotBeReadLeavesTheSingleLooks()
    {
        Desk desk;
        const auto all = desk.putAll(3);
        desk.service.spoil = [](const QString& command, TaskId, int) {
            return command == list ? std::optional(PushBook::Spoilt { 90001 }) : std::nullopt;
        };
        desk.begin(all);
        QVERIFY(QTest::qWaitFor([&desk] { return desk.ends(100ms) || desk.ending; }, 20'000)); // the list waits really
        QCOMPARE(desk.ending->how, How::Done);
        QCOMPARE(desk.ending->problem.code, 90001);
        QVERIFY(!desk.ending->wereOthersRead);
        QCOMPARE(desk.service.looks(), 3);
        QCOMPARE(desk.counts().of(CheckVerdict::Expected), 3);
    }

    void whatCannotBeReadIsNeverMissingNorExpected()
    {
        for (const int code : { 60008, 90105, 91000, 12345 }) {
            Desk desk;
            desk.putAll(2);
            desk.service.spoil = codeFor(101, code);
            QVERIFY(desk.check({ { 100 }, { 101 }, { 555 } }));
            QCOMPARE(desk.ending->how, How::Done);
            QCOMPARE(desk.verdict(100), CheckVerdict::Expected);
            QCOMPARE(desk.verdict(101), CheckVerdict::NotRead);
            QCOMPARE(desk.said.value(101).fault.code, code);
            QCOMPARE(desk.verdict(555), CheckVerdict::Missing);
        }
    }

    void aReadThatIsLostOnceIsReadAgain()
    {
        Desk desk;
        desk.putAll(1);
        desk.service.spoil = [](const QString&, TaskId, int time) {
            return time < 2 ? std::optional(PushBook::Spoilt { 0, NetFault::Dropped }) : std::nullopt;
        };
        QVERIFY(desk.check({ { 100 } }));
        QCOMPARE(desk.verdict(100), CheckVerdict::Expected);
        QCOMPARE(desk.service.looks(), 3);
    }

    void whenOneAfterAnotherIsLostTheRestIsNotTried()
    {
        Desk desk;
        desk.putAll(50);
        QList<Expectation> all;
        for (int i = 0; i < 50; ++i)
            all.append(Expectation { 100 + i });
        desk.service.spoil = [](const QString&, TaskId, int) {
            return std::optional(PushBook::Spoilt { 0, NetFault::Deadline });
        };
        QVERIFY(desk.check(all));
        QCOMPARE(desk.ending->how, How::Fault);
        QCOMPARE(desk.ending->problem.fault, NetFault::Deadline);
        QCOMPARE(desk.counts().of(CheckVerdict::NotRead), 50);
        QVERIFY(desk.service.looks() < 12);
    }

    void aNetworkThatIsAwayEndsItAtOnce()
    {
        Desk desk;
        const auto all = desk.putAll(50);
        desk.service.spoil = [](const QString&, TaskId, int) {
            return std::optional(PushBook::Spoilt { 0, NetFault::NoNetwork, false });
        };
        QVERIFY(desk.check(all));
        QCOMPARE(desk.ending->how, How::Fault);
        QCOMPARE(desk.ending->problem.fault, NetFault::NoNetwork);
        QCOMPARE(desk.counts().of(CheckVerdict::NotRead), 50);
        QCOMPARE(desk.service.commands.size(), 1);
    }

    void anAccountThatIsRefusedIsAskedOnlyOnce_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("requests");
        QTest::newRow("expired") << 70001 << 1;
        QTest::newRow("no longer valid") << 70052 << 1;
        QTest::newRow("locked out") << 70050 << 1;
        QTest::newRow("wrong key") << 70003 << 1;
        QTest::newRow("not an administrator") << 60010 << 1;
        QTest::newRow("another region") << 60026 << 1;
        QTest::newRow("a hiccup perhaps") << 60004 << 2;
    }

    void anAccountThatIsRefusedIsAskedOnlyOnce()
    {
        QFETCH(int, code);
        QFETCH(int, requests);
        Desk desk;
        desk.putAll(20);
        QList<Expectation> all;
        for (int i = 0; i < 20; ++i)
            all.append(Expectation { 100 + i });
        desk.service.spoil = [code](const QString&, TaskId, int) { return std::optional(PushBook::Spoilt { code }); };
        QVERIFY(desk.check(all));
        QCOMPARE(desk.ending->how, How::Fault);
        QCOMPARE(desk.ending->problem.code, code);
        QCOMPARE(desk.counts().of(CheckVerdict::NotRead), 20);
        QCOMPARE(desk.service.commands.size(), requests);
    }

    void aSignatureThatEndsOnTheWayIsMadeAnew()
    {
        Desk desk(CredentialKind::SecretKey);
        desk.putAll(1);
        desk.service.spoil = [](const QString&, TaskId, int time) {
            return time == 0 ? std::optional(PushBook::Spoilt { 70001 }) : std::nullopt;
        };
        QVERIFY(desk.check({ { 100 } }));
        QCOMPARE(desk.verdict(100), CheckVerdict::Expected);
    }

    void aRateAnswerIsWaitedOut()
    {
        Desk desk;
        desk.putAll(1);
        desk.service.spoil = [](const QString&, TaskId, int time) {
            return time < 3 ? std::optional(PushBook::Spoilt { 60007 }) : std::nullopt;
        };
        QVERIFY(desk.check({ { 100 } }));
        QCOMPARE(desk.verdict(100), CheckVerdict::Expected);
        QCOMPARE(desk.service.looks(), 4);
        Desk always;
        always.putAll(1);
        always.service.spoil = codeFor(100, 60007);
        QVERIFY(always.check({ { 100 } }));
        QCOMPARE(always.verdict(100), CheckVerdict::NotRead);
    }

    void neverMoreThanFiveInASecond()
    {
        Desk desk;
        desk.putAll(30);
        QList<Expectation> all;
        for (int i = 0; i < 30; ++i)
            all.append(Expectation { 100 + i });
        desk.begin(all);
        const bool isOver = desk.ends(4s);
        QVERIFY(!isOver);
        QVERIFY(desk.service.looks() <= 5 * 5);
        QVERIFY(desk.ends());
        QCOMPARE(desk.counts().of(CheckVerdict::Expected), 30);
    }

    void aStopIsAtOnceAndWhatWasNotReadIsSaidSo()
    {
        Desk desk;
        desk.putAll(40);
        QList<Expectation> all;
        for (int i = 0; i < 40; ++i)
            all.append(Expectation { 100 + i });
        desk.begin(all);
        desk.clock.simulated.passUntil([&desk] { return desk.said.size() >= 7; }, 1min);
        desk.run->stop();
        QVERIFY(desk.ending && desk.ending->how == How::Stopped);
        QVERIFY(!desk.run->isRunning());
        QCOMPARE(desk.said.size(), 40);
        QVERIFY(desk.counts().of(CheckVerdict::NotRead) >= 30);
        QCOMPARE(desk.counts().of(CheckVerdict::Missing), 0);
        const qsizetype sent = desk.service.commands.size();
        desk.run->stop();
        desk.clock.simulated.pass(1min);
        QCOMPARE(desk.service.commands.size(), sent);
    }

    void aStopWhileTheListIsReadIsAStop()
    {
        Desk desk;
        const auto all = desk.putAll(300);
        desk.begin(all);
        desk.clock.simulated.passUntil([&desk] { return desk.said.size() >= 100; }, 1min);
        desk.run->stop();
        QCOMPARE(desk.ending->how, How::Stopped);
        QVERIFY(!desk.ending->wereOthersRead);
        QCOMPARE(desk.said.size(), 300);
        desk.clock.simulated.pass(1min);
        QVERIFY(desk.service.lists() < 3);
    }

    void aStopFromWithinAnAnswerIsAStop()
    {
        for (const bool isListed : { true, false }) {
            Desk desk;
            QList<Expectation> all = desk.putAll(250);
            if (!isListed) {
                for (Expectation& one : all)
                    one.goesOutAt = {};
            }
            desk.run = nullptr;
            desk.begin(all);
            connect(desk.run.get(), &CheckRun::compared, desk.run.get(), &CheckRun::stop);
            QVERIFY(desk.ends());
            QCOMPARE(desk.ending->how, How::Stopped);
            QCOMPARE(desk.said.size(), 250);
        }
    }

    void whoeverIsGoneIsToldNothing()
    {
        Desk desk;
        desk.begin(desk.putAll(5));
        desk.run.reset();
        desk.clock.simulated.pass(1min);
        QVERIFY(desk.said.isEmpty() && !desk.ending);
    }

    void nothingExpectedIsDoneAtOnce()
    {
        Desk desk;
        desk.begin({});
        QVERIFY(desk.ending && desk.ending->how == How::Done);
        QVERIFY(desk.service.commands.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCheckRun)
#include "tst_checkrun.moc"
