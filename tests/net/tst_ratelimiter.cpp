// The limiter's promise: never more than the limit in any second, whatever the network does, and close to it all the
// same.
#include "net/ratelimiter.h"
#include "support/limitersimulation.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace pushbrake;
using namespace pushbrake::simulation;

namespace {
const SteadyTime start { 1h };

// Takes `count` slots as early as they come and answers each after `trip`; gives when each was taken.
std::vector<SteadyTime> takeAll(RateLimiter& limiter, SteadyTime now, int count, Milliseconds trip)
{
    std::vector<SteadyTime> taken;
    for (int i = 0; i < count; ++i) {
        now = std::max(now, limiter.nextSlot(now).value());
        taken.push_back(now);
        limiter.answered(limiter.take(now), now + trip);
    }
    return taken;
}
} // namespace

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverExceedsTheLimitAndStaysCloseToIt_data()
    {
        QTest::addColumn<int>("network");
        QTest::addColumn<double>("atLeast");
        QTest::newRow("LAN 2 +- 1 ms") << 0 << 0.99;
        QTest::newRow("40 + exp(5) ms") << 1 << 0.985;
        QTest::newRow("80 + exp(30) ms") << 2 << 0.89;
        QTest::newRow("50 ms with 2 % spikes to 1.2 s") << 3 << 0.93;
        QTest::newRow("150 + exp(150) ms") << 4 << 0.65;
        QTest::newRow("80 +- 15 ms") << 5 << 0.95;
    }

    void neverExceedsTheLimitAndStaysCloseToIt()
    {
        QFETCH(int, network);
        QFETCH(double, atLeast);
        const auto exponential
            = [](Random& random, double mean) { return std::exponential_distribution<>(1 / mean)(random); };
        const std::vector<Delay> networks {
            [](Random& random) { return std::uniform_real_distribution<>(1, 3)(random); },
            [=](Random& random) { return 40 + exponential(random, 5); },
            [=](Random& random) { return 80 + exponential(random, 30); },
            [](Random& random) { return std::uniform_real_distribution<>(0, 1)(random) < 0.02 ? 1200.0 : 50.0; },
            [=](Random& random) { return 150 + exponential(random, 150); },
            [](Random& random) { return std::uniform_real_distribution<>(65, 95)(random); },
        };
        for (const auto window : { Window::Sliding, Window::Fixed }) {
            double sum = 0;
            double pace = 0;
            for (quint32 seed = 1; seed <= 5; ++seed) {
                const auto outcome = run(1000, networks[std::size_t(network)], window, seed);
                QCOMPARE(outcome.refused, 0);
                sum += outcome.throughput;
                pace += outcome.pace;
            }
            qInfo("%s window: throughput %.3f of the limit, pace %.3f", window == Window::Sliding ? "sliding" : "fixed",
                sum / 5, pace / 5);
            QVERIFY(sum / 5 >= atLeast);
            QVERIFY(std::abs(pace - sum) / 5 < 0.05);
        }
    }

    void aWayThatBecomesShorterAtOnceCostsOneRefusalAtMost_data()
    {
        QTest::addColumn<std::array<double, 4>>("ways"); // in and out before, in and out then
        const auto row
            = [](const char* name, std::array<double, 4> milliseconds) { QTest::newRow(name) << milliseconds; };
        row("way in 350 -> 20", { 350, 20, 20, 20 });
        row("way in 1500 -> 20", { 1500, 20, 20, 20 });
        row("in 300, out 20 change places", { 300, 20, 20, 300 });
        row("in 150, out 10 change places", { 150, 10, 10, 150 });
        row("in 800, out 20 change places", { 800, 20, 20, 800 });
        row("in 20, out 300 change places", { 20, 300, 300, 20 });
        row("both 350 -> 20", { 350, 350, 20, 20 });
        row("both 1500 -> 20", { 1500, 1500, 20, 20 });
        row("the same trip, 40 ms sooner in", { 80, 80, 40, 120 });
        row("the same trip, 70 ms sooner in", { 80, 80, 10, 150 });
        row("a short trip, 15 ms sooner in", { 25, 25, 10, 40 });
        row("a long trip, 100 ms sooner in", { 200, 200, 100, 300 });
        row("way out 350 -> 20", { 20, 350, 20, 20 });
        row("way in 20 -> 350", { 20, 20, 350, 20 });
        row("any", { 0, 0, 0, 0 });
    }

    void aWayThatBecomesShorterAtOnceCostsOneRefusalAtMost()
    {
        using Ways = std::array<double, 4>;
        QFETCH(const Ways, ways);
        int refused = 0;
        for (quint32 seed = 1; seed <= 300; ++seed) {
            Random random(seed);
            const auto any
                = [&random](double from, double to) { return std::uniform_real_distribution<>(from, to)(random); };
            Ways means = ways;
            if (ways[0] == 0)
                std::generate(means.begin(), means.end(), [&any] { return std::exp(any(0, 7)); });
            const double jitter = any(0, 0.2);
            const auto around = [jitter](double mean) -> Delay {
                return [mean, jitter](Random& drawn) {
                    return mean * std::uniform_real_distribution<>(1 - jitter, 1 + jitter)(drawn);
                };
            };
            const auto after = std::chrono::milliseconds(std::lround(any(3'000, 15'000)));
            const Step step { { around(means[0]), around(means[1]) }, { around(means[2]), around(means[3]) }, after };
            for (const Counts counts : { Counts::Accepted, Counts::All }) {
                const auto outcome = run(120, step, Service { Window::Sliding, counts, 5 }, seed);
                QVERIFY2(outcome.refused <= 1,
                    qPrintable(QStringLiteral("%1 refused with seed %2").arg(outcome.refused).arg(seed)));
                refused += outcome.refused;
            }
        }
        qInfo("%.2f requests over the limit a step", refused / 600.0);
    }

    void withoutCreditNothingIsOverTheLimitWhateverTheNetworkDoes()
    {
        const Delay any
            = [](Random& random) { return std::exp(std::uniform_real_distribution<>(0, std::log(3'000))(random)); };
        for (quint32 seed = 1; seed <= 100; ++seed) {
            for (const Counts counts : { Counts::Accepted, Counts::All }) {
                Service service { Window::Sliding, counts, 5 };
                service.credit = RateLimiter::Credit::NotTaken;
                QCOMPARE(run(200, Step { { any, any }, { any, any } }, service, seed).refused, 0);
            }
        }
    }

    void theNextLeavesOnCreditOnlyWhenTheLastOneWasAnswered()
    {
        RateLimiter limiter(5);
        const SteadyTime begin = takeAll(limiter, start, 50, 100ms).back() + 10s;
        const SteadyTime certain = begin + 100ms + 1002ms;
        for (int i = 0; i < 5; ++i)
            limiter.answered(limiter.take(begin), begin + 100ms);
        const SteadyTime first = limiter.nextSlot(begin + 100ms).value();
        QVERIFY(first < certain - 50ms);
        const auto onCredit = limiter.take(first);
        QCOMPARE(limiter.nextSlot(first).value(), certain);
        limiter.answered(onCredit, first + 20ms); // shows that the trip has become shorter as well
        QVERIFY(limiter.nextSlot(first + 20ms).value() >= certain - 20ms);
    }

    void afterARefusalOnlyWhatIsCertainlySpentIsUsed()
    {
        RateLimiter limiter(5);
        const SteadyTime now = takeAll(limiter, start, 50, 100ms).back() + 10s;
        limiter.answered(limiter.take(now), now + 100ms);
        limiter.refused(now + 100ms, 0ms);
        QVERIFY(limiter.nextSlot(now + 100ms).value() >= now + 1100ms);
    }

    // --- after a restart ---

    void whatAnEarlierProcessSentCountsUntilTheServiceHasGivenUp()
    {
        RateLimiter limiter(5);
        for (int i = 0; i < 5; ++i)
            limiter.sentEarlier(start, 1s);
        QVERIFY(limiter.nextSlot(start).value() >= start + 3s);
        QVERIFY(limiter.nextSlot(start).value() <= start + 3010ms);
    }

    void aClockThatWasPutBackBlocksNoLonger()
    {
        RateLimiter limiter(1);
        limiter.sentEarlier(start, -24h);
        QVERIFY(limiter.nextSlot(start).value() >= start + 4s);
        QVERIFY(limiter.nextSlot(start).value() <= start + 4010ms);
        RateLimiter later(1);
        later.sentEarlier(start, 24h);
        QCOMPARE(later.nextSlot(start).value(), start);
    }

    void aKillAndAnInstantRestartCostNoRefusal()
    {
        for (quint32 seed = 1; seed <= 300; ++seed) {
            Random random(seed);
            const double mean = std::exp(std::uniform_real_distribution<>(0, 6)(random));
            const Delay delay
                = [mean](Random& drawn) { return mean * std::uniform_real_distribution<>(0.9, 1.1)(drawn); };
            const auto lives = std::chrono::milliseconds(std::uniform_int_distribution<>(100, 8'000)(random));
            for (const Counts counts : { Counts::Accepted, Counts::All })
                QCOMPARE(run(60, Step { { delay, delay }, { delay, delay } }, Service { Window::Sliding, counts, 5 },
                             seed, lives)
                             .refused,
                    0);
        }
    }

    void takesNoCreditWhereAnswersTakeUnequallyLong()
    {
        RateLimiter limiter(5, RateLimiter::Credit::NotTaken);
        takeAll(limiter, start, 50, 100ms);
        const auto before = takeAll(limiter, start + 60s, 5, 100ms);
        QVERIFY(limiter.nextSlot(before.back()).value() >= before.front() + 1100ms);
    }

    void doesNotExceedTheLimitWhenABusyComputerBecomesIdle()
    {
        RateLimiter limiter(5);
        std::vector<SteadyTime> counted;
        SteadyTime now = start;
        for (int i = 0; i < 60; ++i) {
            const Milliseconds trip = i < 30 ? 30ms : 2ms;
            now = std::max(now, limiter.nextSlot(now).value());
            counted.push_back(now + trip / 2);
            limiter.answered(limiter.take(now), now + trip);
        }
        for (std::size_t i = 5; i < counted.size(); ++i)
            QVERIFY2(counted[i] - counted[i - 5] >= 1s, qPrintable(QString::number(i)));
    }

    void keepsASlotWhileItsAnswerIsAwaited()
    {
        RateLimiter limiter(5);
        for (int i = 0; i < 5; ++i)
            limiter.take(start);
        QVERIFY(!limiter.nextSlot(start + 10s));
    }

    void doesNotBurstAfterAStandstillOfAMinute()
    {
        RateLimiter limiter(5);
        takeAll(limiter, start, 5, 20ms);
        const auto taken = takeAll(limiter, start + 60s, 10, 20ms);
        QVERIFY(taken[4] - taken[0] < 1s);
        QVERIFY(taken[5] - taken[0] >= 1s);
    }

    void freesASlotAtOnceWhenTheRequestNeverLeft()
    {
        RateLimiter limiter(1);
        const auto ticket = limiter.take(start);
        QVERIFY(!limiter.nextSlot(start));
        limiter.unsent(ticket);
        QCOMPARE(*limiter.nextSlot(start), start);
    }

    void holdsTheSlotOfALostAnswerUntilTheServiceHasGivenUp()
    {
        RateLimiter limiter(1);
        limiter.abandoned(limiter.take(start), start + 15s);
        QVERIFY(*limiter.nextSlot(start + 16s) >= start + 15s + 4s);
    }

    void givesNoCreditBeforeTenRoundTripsWereSeen()
    {
        RateLimiter limiter(1);
        const auto taken = takeAll(limiter, start, 10, 100ms);
        for (std::size_t i = 1; i < taken.size(); ++i)
            QVERIFY(taken[i] - taken[i - 1] >= 1100ms);
        const auto later = takeAll(limiter, taken.back() + 2s, 3, 100ms);
        QVERIFY(later[2] - later[1] < 1100ms);
        QVERIFY(later[2] - later[1] >= 1s);
    }

    void usesOneSlotLessAfterARateAnswerAndRegainsItAfterThirtyCleanSeconds()
    {
        RateLimiter limiter(5);
        limiter.refused(start, 1s);
        QCOMPARE(limiter.slotsNow(start), 4);
        limiter.refused(start + 100ms, 1s); // under way together with the first: the same finding
        QCOMPARE(limiter.slotsNow(start + 100ms), 4);
        limiter.refused(start + 5s, 1s);
        QCOMPARE(limiter.slotsNow(start + 5s), 3);
        QCOMPARE(limiter.slotsNow(start + 34s), 3);
        QCOMPARE(limiter.slotsNow(start + 36s), 4);
        QCOMPARE(limiter.slotsNow(start + 66s), 5);
    }

    void keepsAtLeastOneSlot()
    {
        RateLimiter limiter(2);
        for (int i = 0; i < 5; ++i)
            limiter.refused(start + i * 2s, 1s);
        QCOMPARE(limiter.slotsNow(start + 9s), 1);
    }

    void sendsNothingUntilTheWaitAfterARateAnswerIsOver()
    {
        RateLimiter limiter(5);
        limiter.refused(start, 8s);
        QCOMPARE(*limiter.nextSlot(start), start + 8s);
    }

    void staysWithinRevokesOneASecond()
    {
        RateLimiter limiter(1);
        const auto taken = takeAll(limiter, start, 50, 40ms);
        for (std::size_t i = 1; i < taken.size(); ++i)
            QVERIFY(taken[i] - taken[i - 1] >= 1s);
    }
};

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
