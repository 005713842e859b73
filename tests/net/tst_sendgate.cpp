// Permission to send: none is ever lost, whoever forgets it, and what a run needs goes before everything else.
#include "net/sendgate.h"

#include "domain/profile.h"
#include "net/sharedgates.h"
#include "support/fakeclock.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>
#include <optional>
#include <type_traits>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds trip = 50ms;

static_assert(!std::is_copy_constructible_v<SendGate::Slot> && !std::is_copy_assignable_v<SendGate::Slot>);
static_assert(
    std::is_nothrow_move_constructible_v<SendGate::Slot> && std::is_nothrow_move_assignable_v<SendGate::Slot>);
static_assert(!std::is_copy_constructible_v<SendGate::RunRegistration>);

} // namespace

class TestSendGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = {};
        m_gate = std::make_unique<SendGate>(m_clock);
        m_underWay.clear();
        m_granted.clear();
    }

    // --- nothing is lost ---

    void anAnswerThatNobodyWaitsForGivesItsSlotBack()
    {
        for (int i = 0; i < 5; ++i) {
            auto reader = std::make_unique<QObject>();
            std::optional<SendGate::Slot> underWay; // where the transport keeps it until the request ends
            m_gate->acquire(Command::List, Urgency::Watched, reader.get(),
                [&underWay](SendGate::Slot slot) { underWay.emplace(std::move(slot)); });
            letPass(0ms);
            QVERIFY(underWay);
            reader.reset(); // the app is left in the middle of its refresh
        }
        QVERIFY(!isGranted(Command::List)); // each may still be counted
        letPass(10s);
        QVERIFY(isGranted(Command::List));
    }

    void aReadThatSharedTheLimitGivesTheDeletionsSlotBackToo()
    {
        const auto run = m_gate->registerRun(ReadsCount::WithDeletions);
        for (int i = 0; i < 5; ++i)
            QVERIFY(isGranted(Command::Get));
        QVERIFY(!isGranted(Command::Delete));
        letPass(10s);
        QVERIFY(isGranted(Command::Delete));
    }

    void aDroppedSlotCountsAsLongAsTheServiceMayCountIt()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(isGranted(Command::Get));
        letPass(4s); // 3 s until the service gives up, and the window
        QVERIFY(!isGranted(Command::Get));
        letPass(10ms);
        QVERIFY(isGranted(Command::Get));
    }

    void whatCertainlyNeverLeftIsFreeAtOnce()
    {
        for (int i = 0; i < 20; ++i) {
            m_gate->acquire(Command::Delete, Urgency::Deed, this, [](SendGate::Slot slot) { slot.unsent(); });
            letPass(0ms);
        }
        QVERIFY(isGranted(Command::Delete));
    }

    void aSlotThatWasGivenBackIsNotGivenBackAgainWhenItIsDropped()
    {
        for (int i = 0; i < 5; ++i) {
            m_gate->acquire(Command::Get, Urgency::Watched, this, [](SendGate::Slot slot) { slot.answered(); });
            letPass(0ms);
        }
        letPass(1010ms); // abandoned, they would be free after four seconds
        QVERIFY(isGranted(Command::Get));
    }

    void aSlotThatIsOverwrittenIsAbandoned()
    {
        std::optional<SendGate::Slot> kept;
        for (int i = 0; i < 5; ++i) {
            m_gate->acquire(Command::Get, Urgency::Watched, this, [&kept](SendGate::Slot slot) {
                if (kept)
                    *kept = std::move(slot);
                else
                    kept.emplace(std::move(slot));
            });
            letPass(0ms);
        }
        letPass(5s);
        QCOMPARE(grantedNow(Command::Get, 6), 4); // one is still in hand
    }

    void whoLeavesWhileWaitingHoldsNobodyUp()
    {
        auto gone = std::make_unique<QObject>();
        bool wasAsked = false;
        m_gate->acquire(Command::Get, Urgency::Deed, gone.get(), [&wasAsked](SendGate::Slot) { wasAsked = true; });
        gone.reset();
        QVERIFY(isGranted(Command::Get));
        QVERIFY(!wasAsked);
    }

    void whatAnEarlierProcessSentIsWaitedOut()
    {
        for (int i = 0; i < 4; ++i)
            m_gate->sentEarlier(Command::Delete, 1s);
        QCOMPARE(grantedNow(Command::Delete, 2), 1);
        m_gate = std::make_unique<SendGate>(m_clock);
        m_granted.clear();
        for (int i = 0; i < 5; ++i)
            m_gate->sentEarlier(Command::Delete, -1h); // the clock was put back
        QVERIFY(isGranted(Command::Get));
        QVERIFY(!isGranted(Command::Delete));
        letPass(4010ms);
        QVERIFY(isGranted(Command::Delete));
    }

    void aReadThatIsRefusedForTheRateCostsTheDeletionsOneSlotForAWhileAndNoWait()
    {
        const auto run = m_gate->registerRun(ReadsCount::WithDeletions);
        const double before = m_gate->pace(Command::Delete);
        refuseARead();
        QVERIFY(m_gate->pace(Command::Delete) < before);
        QVERIFY(!isGranted(Command::Get));
        QCOMPARE(grantedNow(Command::Delete, 3), 3); // at once; the read itself was the fourth
        QVERIFY(!isGranted(Command::Delete));
        QVERIFY(isGranted(Command::Revoke)); // counted by itself
        letPass(trip);
        letPass(30s);
        QCOMPARE(grantedNow(Command::Delete, 6), 5);
    }

    void readsThatAreRefusedAgainAndAgainNeitherStopTheDeletionsNorSlowThemFurther()
    {
        const auto run = m_gate->registerRun(ReadsCount::WithDeletions);
        int deleted = 0;
        const auto deleteOn = [&](auto& self) -> void {
            m_gate->acquire(Command::Delete, Urgency::Deed, this, [this, &self, &deleted](SendGate::Slot slot) {
                slot.answered();
                ++deleted;
                self(self);
            });
        };
        deleteOn(deleteOn);
        constexpr auto whole = 100s;
        for (auto passed = 0ms; passed < whole; passed += 100ms) {
            if (passed.count() % 1100 == 0)
                m_gate->acquire(Command::Get, { Urgency::Deed, 0 }, this, [this](SendGate::Slot slot) {
                    slot.refused();
                    m_gate->rateRefused(Command::Get, 1s);
                });
            letPass(100ms);
        }
        // A refused read takes a slot of theirs itself.
        QVERIFY2(deleted > 320, qPrintable(QString::number(deleted)));
    }

    void aWaitForTheRateOfOneCommandIsNoneForAnother()
    {
        const auto run = m_gate->registerRun(ReadsCount::WithDeletions);
        m_gate->rateRefused(Command::List, 30s);
        QCOMPARE(grantedNow(Command::Delete, 4), 4);
        m_gate->rateRefused(Command::Delete, 2s);
        letPass(trip);
        letPass(1500ms);
        QVERIFY(!isGranted(Command::Delete));
        letPass(10s);
        QVERIFY(isGranted(Command::Delete));
        QVERIFY(!isGranted(Command::List));
    }

    void aReadThatIsRefusedWhileNoRunIsGoingHoldsOnlyReadsOfItsKindBack()
    {
        m_gate->acquire(Command::Get, Urgency::Watched, this, [](SendGate::Slot slot) { slot.refused(); });
        letPass(0ms);
        QVERIFY(!isGranted(Command::Get));
        QCOMPARE(grantedNow(Command::Delete, 6), 5);
    }

    // --- who goes first ---

    void theMoreUrgentGoFirstInWhateverOrderTheyCame()
    {
        const auto run = m_gate->registerRun(ReadsCount::WithDeletions);
        ask(Command::List, Urgency::Unwatched);
        ask(Command::Get, Urgency::Watched);
        ask(Command::Get, Urgency::Check);
        ask(Command::Delete, Urgency::Deed);
        letPass(0ms);
        QCOMPARE(m_granted, (QList { Urgency::Deed, Urgency::Check, Urgency::Watched, Urgency::Unwatched }));
    }

    void aSlotIsTakenAtOnceOnlyWhereOneIsFreeAndNobodyWaits()
    {
        const auto run = m_gate->registerRun(ReadsCount::WithDeletions);
        std::vector<SendGate::Slot> taken;
        for (int i = 0; i < 5; ++i) {
            auto slot = m_gate->takeNow(i < 3 ? Command::Get : Command::Delete);
            QVERIFY(slot);
            taken.push_back(std::move(*slot));
        }
        QVERIFY(!m_gate->takeNow(Command::Get)); // the five of delete count reads, too
        QVERIFY(!m_gate->takeNow(Command::Delete));
        QVERIFY(!isGranted(Command::Delete));
        m_gate->acquire(Command::Get, Urgency::Unwatched, this, [](SendGate::Slot slot) { slot.unsent(); });
        QVERIFY(!m_gate->takeNow(Command::Revoke)); // somebody came first
        for (SendGate::Slot& slot : taken)
            slot.unsent();
        letPass(0ms);
        QVERIFY(m_gate->takeNow(Command::Get));
    }

    void whoeverCameFirstGoesFirstWithinAnUrgency()
    {
        QList<int> order;
        for (int i = 0; i < 5; ++i)
            m_gate->acquire(Command::Get, Urgency::Watched, this, [&order, i](SendGate::Slot) { order.append(i); });
        letPass(0ms);
        QCOMPARE(order, (QList<int> { 0, 1, 2, 3, 4 }));
    }

    void theCommandsTakeTurnsWithinAnUrgency()
    {
        const auto run = m_gate->registerRun(ReadsCount::WithDeletions);
        QList<Command> order;
        for (const Command command : { Command::Get, Command::Get, Command::Get, Command::List, Command::List })
            m_gate->acquire(
                command, Urgency::Watched, this, [&order, command](SendGate::Slot) { order.append(command); });
        letPass(0ms);
        QCOMPARE(order, (QList { Command::Get, Command::List, Command::Get, Command::List, Command::Get }));
    }

    void aThousandLookUpsDoNotSlowARunAndThePaceSaysSo()
    {
        const double alone = deletionsASecond(0);
        init();
        const double beside = deletionsASecond(1000);
        QVERIFY2(alone > 4.7, qPrintable(QString::number(alone)));
        QVERIFY2(beside > alone - 0.1, qPrintable(QString::number(beside)));
        QVERIFY(std::abs(m_gate->pace(Command::Delete) - beside) < 0.25);
    }

    void whatARunLeavesIsForTheOthers()
    {
        auto run = m_gate->registerRun(ReadsCount::WithDeletions);
        ask(Command::Delete, Urgency::Deed);
        for (int i = 0; i < 10; ++i)
            ask(Command::Get, Urgency::Watched);
        letPass(0ms);
        QCOMPARE(m_granted.count(Urgency::Deed), 1);
        QCOMPARE(m_granted.count(Urgency::Watched), 4);
    }

    // --- while a run is going ---

    void readsShareTheFiveOnlyWhileARunIsRegistered()
    {
        QCOMPARE(grantedNow(Command::Delete, 5), 5);
        QCOMPARE(grantedNow(Command::Get, 5), 5); // apart
        letPass(trip);
        letPass(10s);
        auto first = m_gate->registerRun(ReadsCount::WithDeletions);
        auto second = m_gate->registerRun(ReadsCount::WithDeletions);
        QCOMPARE(grantedNow(Command::Delete, 3), 3);
        QCOMPARE(grantedNow(Command::Get, 2), 2);
        QCOMPARE(grantedNow(Command::Get, 1), 0);
        letPass(trip);
        letPass(2s); // that one takes a slot as well
        letPass(trip);
        letPass(10s);
        second = std::move(first); // one goes, the other still counts
        QCOMPARE(grantedNow(Command::Delete, 5), 5);
        QCOMPARE(grantedNow(Command::Get, 5), 0);
        m_granted.clear();
        second = {};
        letPass(0ms);
        QCOMPARE(m_granted.count(Urgency::Watched), 5); // the end of the run lets those go on that waited
    }

    void readsThatLeftJustBeforeARunCountWithItForASecond()
    {
        QCOMPARE(grantedNow(Command::Get, 2), 2);
        letPass(trip); // answered
        QCOMPARE(grantedNow(Command::List, 1), 1); // under way for good
        const auto run = m_gate->registerRun(ReadsCount::WithDeletions);
        const auto second = m_gate->registerRun(ReadsCount::WithDeletions); // counts nothing twice
        QCOMPARE(grantedNow(Command::Delete, 2), 2);
        QVERIFY(!isGranted(Command::Delete));
        m_clock.advance(1010ms); // no answer comes
        QCOMPARE(grantedNow(Command::Delete, 5), 3);
    }

    void readsThatLeftJustBeforeARunWhoseReadsAreApartDoNot()
    {
        QCOMPARE(grantedNow(Command::Get, 5), 5);
        const auto run = m_gate->registerRun(ReadsCount::Apart);
        QCOMPARE(grantedNow(Command::Delete, 5), 5);
    }

    void aRunWhoseReadsAreApartLeavesThemTheirOwn()
    {
        const auto run = m_gate->registerRun(ReadsCount::Apart);
        QCOMPARE(grantedNow(Command::Delete, 5), 5);
        QCOMPARE(grantedNow(Command::Get, 5), 5);
    }

    void anAppHasOneGateHoweverItsHostIsSpelled()
    {
        Profile profile;
        profile.region = Region::OtherHost;
        profile.sdkAppId = 1'400'000'001;
        SharedGates gates(m_clock);
        const auto gateOf = [&](const QString& host) {
            profile.otherHost = host;
            return &gates.gateOf(AppKey::of(profile));
        };
        const SendGate* gate = gateOf(QStringLiteral("service.example"));
        QCOMPARE(gateOf(QStringLiteral("Service.Example")), gate);
        QCOMPARE(gateOf(QStringLiteral("service.example:443")), gate);
        QVERIFY(gateOf(QStringLiteral("service.example:444")) != gate);
        profile.sdkAppId = 1'400'000'002;
        QVERIFY(gateOf(QStringLiteral("service.example")) != gate);
    }

    void aSlotAndARunMayOutliveTheGate()
    {
        auto run = m_gate->registerRun(ReadsCount::WithDeletions);
        ask(Command::Delete, Urgency::Deed);
        letPass(0ms);
        QCOMPARE(m_underWay.size(), std::size_t(1));
        m_gate.reset();
        m_underWay.clear();
        run = {};
    }

private:
    struct UnderWay
    {
        SteadyTime answerAt;
        SendGate::Slot slot;
    };

    /// Time goes on and the gate looks at it, as its timer would make it.
    void letPass(Milliseconds time)
    {
        m_clock.advance(time);
        answerWhatIsDue();
        m_gate->acquire(Command::Revoke, Urgency::Deed, nullptr, {}); // nobody's: it only wakes the gate
        QCoreApplication::processEvents();
    }

    void refuseARead()
    {
        m_gate->acquire(Command::Get, Urgency::Check, this, [](SendGate::Slot slot) { slot.refused(); });
        letPass(0ms);
    }

    /// Asks for a slot, and forgets it at once when it comes.
    bool isGranted(Command command)
    {
        QObject context;
        bool granted = false;
        m_gate->acquire(command, Urgency::Deed, &context, [&granted](SendGate::Slot) { granted = true; });
        letPass(0ms);
        return granted;
    }

    /// Asks for a slot whose request is answered after a round trip.
    void ask(Command command, Urgency urgency)
    {
        m_gate->acquire(command, urgency, this, [this, urgency](SendGate::Slot slot) {
            m_granted.append(urgency);
            m_underWay.push_back({ m_clock.steadyNow() + trip, std::move(slot) });
        });
    }

    int grantedNow(Command command, int asked)
    {
        const auto before = m_granted.size();
        for (int i = 0; i < asked; ++i)
            ask(command, command == Command::Delete ? Urgency::Deed : Urgency::Watched);
        letPass(0ms);
        return int(m_granted.size() - before);
    }

    void answerWhatIsDue()
    {
        while (!m_underWay.empty() && m_underWay.front().answerAt <= m_clock.steadyNow()) {
            m_underWay.front().slot.answered();
            m_underWay.pop_front();
        }
    }

    /// A run that asks for its next slot when it has used the last one, while `lookUps` wait from the beginning.
    double deletionsASecond(int lookUps)
    {
        constexpr auto whole = 20s;
        constexpr auto step = 5ms;
        for (int i = 0; i < lookUps; ++i)
            ask(Command::Get, Urgency::Watched);
        const auto run = m_gate->registerRun(ReadsCount::WithDeletions);
        std::function<void()> askNext = [this, &askNext] {
            m_gate->acquire(Command::Delete, Urgency::Deed, this, [this, &askNext](SendGate::Slot slot) {
                m_granted.append(Urgency::Deed);
                m_underWay.push_back({ m_clock.steadyNow() + trip, std::move(slot) });
                askNext();
            });
        };
        askNext();
        for (auto passed = 0ms; passed < whole; passed += step)
            letPass(step);
        return double(m_granted.count(Urgency::Deed)) / std::chrono::duration<double>(whole).count();
    }

    FakeClock m_clock;
    std::unique_ptr<SendGate> m_gate;
    std::deque<UnderWay> m_underWay;
    QList<Urgency> m_granted;
};

QTEST_GUILESS_MAIN(TestSendGate)
#include "tst_sendgate.moc"
