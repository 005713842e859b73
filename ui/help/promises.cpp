#include "ui/help/promises.h"

#include <QCoreApplication>

namespace pushbrake::promises {

namespace {

struct Promises
{
    Q_DECLARE_TR_FUNCTIONS(Promises)
};

Section twice()
{
    return { Promises::tr("Nothing is asked twice on a guess"),
        { Promises::tr(
              "A request to cancel leaves this computer at most once. When the connection breaks before the answer, "
              "Pushbrake does not ask again behind your back: it looks at the push at the service first."),
            Promises::tr(
                "Another request for the same push follows only when the first one never left, when the service "
                "refused it, or when the look shows the push still scheduled. Before that look counts, the service is "
                "given the time in which it may still carry out the first request; only a push that goes out within 10 "
                "seconds does not wait for that, since cancelling twice harms nobody.") },
        {} };
}

Section order()
{
    return { Promises::tr("Soonest first, and never more than 5 a second"),
        { Promises::tr("Of the pushes that can still be stopped, the one that goes out soonest is next. Those whose "
                       "time is not known come after those that go out within a minute. Those that can hardly be "
                       "stopped any more come last."),
            Promises::tr("The service takes at most 5 cancellations a second for an app, and Pushbrake never sends it "
                         "more. Looking at pushes shares the 5 while a cancellation is going on, unless you chose "
                         "otherwise for the app. When there are more pushes than can be stopped in time, the question "
                         "before the start says so.") },
        {} };
}

Section takingBack()
{
    return { Promises::tr("A moment to take it back"),
        { Promises::tr("Between your yes and the first request there are 5 seconds in which Undo takes everything "
                       "back; you can choose another time, or none. A push that goes out within a minute does not "
                       "wait: the service is asked as soon as it can be. After that, Stop keeps everything scheduled "
                       "that the service was not asked for yet.") },
        {} };
}

Section crash()
{
    return { Promises::tr("After a crash or a power cut"),
        { Promises::tr(
              "Before a request leaves, a record of it is written to this computer's disk, and a result is written "
              "there before you see it. When the record cannot be written, Pushbrake says so and asks you: nothing is "
              "cancelled before you say yes to doing it without a record. Then the results are known only until "
              "Pushbrake ends, and they say so."),
            Promises::tr("After an interruption no cancellation starts or continues automatically. When you open the "
                         "app again, Pushbrake lists what was not asked for and what was asked for without an answer. "
                         "You choose: look at the service, cancel, or leave it scheduled. Practice starts afresh each "
                         "time, so nothing of it is listed.") },
        {} };
}

Section secrets()
{
    return { Promises::tr("Where your secrets are"),
        { Promises::tr("An app's secret key or UserSig, and the login of a proxy, are kept in this computer's "
                       "keychain. They are not in the settings, not in the list or the record, not in what you export, "
                       "and not in what you copy for support. When the keychain cannot be used, you can use an account "
                       "for this session only: then it is forgotten when Pushbrake ends. The app's name, its list and "
                       "its results stay until you remove the app."),
            Promises::tr("A secret key never leaves this computer. Pushbrake makes a UserSig from it that is valid "
                         "for an hour, and uses that. A UserSig that you were given is used as it is. "
                         "Both go to the service over an encrypted connection only.") },
        {} };
}

Section practice()
{
    return { Promises::tr("What practice is"),
        { Promises::tr(
            "Practice is a small service inside Pushbrake, on your own computer, with sample pushes that are new at "
            "each start. It needs no account and no network, and nothing you do there reaches anyone. An amber band "
            "at the top of the window and words like “Practise cancelling” tell it from your real apps.") },
        {} };
}

Section limits()
{
    return { Promises::tr("What Pushbrake cannot promise"), {},
        { Promises::tr("It cannot stop a push that is already going out, and it cannot take one back from a phone."),
            Promises::tr("It cannot stop time. Pushes go out from the service, even while this computer has no network "
                         "or Pushbrake is closed."),
            Promises::tr("It does not know what others do in the same app until it reads the list again. They may add, "
                         "change or cancel pushes, and they may use up the 5 a second; then cancelling takes longer. "
                         "When a push is gone, Pushbrake cannot tell who cancelled it."),
            Promises::tr("It cannot look inside the service. When the service confirms a cancellation, Pushbrake "
                         "believes it; you can have it look at each push afterwards as well."),
            Promises::tr("It cannot protect a secret outside itself, for example in the clipboard from which you "
                         "pasted it.") } };
}

} // namespace

QString title()
{
    return Promises::tr("How Pushbrake keeps its word");
}

QString lead()
{
    return Promises::tr("Pushbrake cancels scheduled pushes before they go out. This page says what you can rely on, "
                        "what each result rests on, and what nobody can promise you.");
}

QString meaningsTitle()
{
    return Promises::tr("What the results mean");
}

QList<Meaning> meanings()
{
    return {
        { Outcome::Cancelled,
            Promises::tr("The push will not go out. The service has confirmed it in a complete answer about this very "
                         "push, or it was scheduled there before, and a look at it and the list both showed, well "
                         "before its time, that it is gone. Nothing less is called cancelled.") },
        { Outcome::TooLate,
            Promises::tr("The push has gone out or is going out now: the service said so in its answer, or a look "
                         "showed it. You can recall it in the Chat console for 24 hours.") },
        { Outcome::Rejected,
            Promises::tr(
                "The service refused and changed nothing. Its answer says why. If the push is scheduled there, "
                "it goes out.") },
        { Outcome::Unknown,
            Promises::tr("The service was asked, but no answer came that is certain, and a look at the push has not "
                         "settled it. This is neither a success nor a failure. Pushbrake looks for another minute; "
                         "then press “Check again”.") },
        { Outcome::NotSent,
            Promises::tr(
                "The push is not cancelled: it is still scheduled and will go out. The service could not be asked, or "
                "a "
                "look afterwards showed the push still scheduled. Then Pushbrake looks again for a minute, since a "
                "request can be late, and corrects the word if it must.") },
        { Outcome::Withdrawn,
            Promises::tr("You took it back before the service was asked, or chose to leave it. The push stays "
                         "scheduled and goes "
                         "out.") },
    };
}

QList<Section> sections()
{
    return { twice(), order(), takingBack(), crash(), secrets(), practice(), limits() };
}

} // namespace pushbrake::promises
