#include "cancel/pulse.h"

#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

class PulseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void owesNothingBeforeSomethingIsAsked() { QCOMPARE(Pulse().silence(at(5s)), 0ms); }

    void countsFromTheFirstRequestThatNobodyAnswers()
    {
        Pulse pulse;
        pulse.requestLeft(at(1s));
        pulse.requestLeft(at(2s));
        QCOMPARE(pulse.silence(at(13s)), 12'000ms);
    }

    void anyAnswerEndsTheSilenceAndWhatIsStillOwedBeginsAnother()
    {
        Pulse pulse;
        pulse.requestLeft(at(1s));
        pulse.requestLeft(at(2s));
        pulse.requestEnded(Pulse::End::Answered, at(3s));
        QCOMPARE(pulse.silence(at(4s)), 1'000ms);
        pulse.requestEnded(Pulse::End::Answered, at(5s));
        QCOMPARE(pulse.silence(at(60s)), 0ms); // between two looks nothing is owed
        pulse.requestLeft(at(70s));
        QCOMPARE(pulse.silence(at(71s)), 1'000ms);
    }

    void aRequestThatWasGivenUpEndsNoSilence()
    {
        Pulse pulse;
        pulse.requestLeft(at(1s));
        pulse.requestEnded(Pulse::End::Lost, at(16s));
        QCOMPARE(pulse.silence(at(17s)), 16'000ms);
        pulse.requestLeft(at(18s));
        QCOMPARE(pulse.silence(at(19s)), 18'000ms);
    }

    void nobodyOwesAnAnswerToWhatNeverLeft()
    {
        Pulse pulse;
        pulse.requestLeft(at(1s));
        pulse.requestEnded(Pulse::End::NeverLeft, at(2s));
        QCOMPARE(pulse.silence(at(60s)), 0ms);
        pulse.requestLeft(at(60s)); // the network is there again
        pulse.requestLeft(at(61s));
        pulse.requestEnded(Pulse::End::NeverLeft, at(62s));
        QCOMPARE(pulse.silence(at(63s)), 3'000ms); // to the other somebody does
    }

    void oneRateAnswerAccusesNobody()
    {
        Pulse pulse;
        pulse.refusedForRate(at(1s), true, at(2s));
        QCOMPARE(pulse.slowness(at(3s)), Slowness::ServiceAsked);
    }

    void severalRateAnswersOfOneBurstAccuseNobody()
    {
        Pulse pulse;
        for (const auto read : { 2000ms, 2010ms, 2300ms })
            pulse.refusedForRate(at(1900ms), true, at(read));
        QCOMPARE(pulse.slowness(at(3s)), Slowness::ServiceAsked);
    }

    void aRefusalOfWhatLeftAfterAllWasWaitedOutIsSomebodyElses()
    {
        Pulse pulse;
        pulse.refusedForRate(at(1s), true, at(2s));
        pulse.refusedForRate(at(4s), true, at(5s));
        QCOMPARE(pulse.slowness(at(6s)), Slowness::SharedLimit);
        pulse.refusedForRate(at(4s), true, at(7s)); // what was found out stands
        QCOMPARE(pulse.slowness(at(8s)), Slowness::SharedLimit);
    }

    void aServiceThatIsBusyAsAWholeAccusesNobody()
    {
        Pulse pulse;
        pulse.refusedForRate(at(1s), false, at(2s));
        pulse.refusedForRate(at(4s), false, at(5s));
        QCOMPARE(pulse.slowness(at(6s)), Slowness::ServiceAsked);
    }

    void afterThirtyCleanSecondsNothingIsSaidAndNothingIsKept()
    {
        Pulse pulse;
        pulse.refusedForRate(at(1s), true, at(2s));
        pulse.refusedForRate(at(4s), true, at(5s));
        QCOMPARE(pulse.slowness(at(35s)), Slowness::None);
        pulse.refusedForRate(at(60s), true, at(61s)); // with credit again, one may be over the limit
        QCOMPARE(pulse.slowness(at(62s)), Slowness::ServiceAsked);
    }

private:
    static SteadyTime at(Milliseconds sinceStart) { return SteadyTime() + 1h + sinceStart; }
};

QTEST_GUILESS_MAIN(PulseTest)
#include "tst_pulse.moc"
