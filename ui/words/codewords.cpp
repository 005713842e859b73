#include "ui/words/codewords.h"

#include <QCoreApplication>

namespace pushbrake::sentences {

namespace {

struct Codes
{
    Q_DECLARE_TR_FUNCTIONS(Codes)
};

} // namespace

CodeWords codeWords(int code)
{
    switch (code) {
    case 60002:
        return { Codes::tr("The service did not understand the address of the request."),
            Codes::tr("Check the region or host of this app. If it is right, report a fault of Pushbrake.") };
    case 60003:
        return { Codes::tr("The service could not read the request."),
            Codes::tr("Report this as a fault of Pushbrake with \"Copy for support\".") };
    case 60004:
        return { Codes::tr("The service could not confirm the administrator account."),
            Codes::tr("Try once more. If it happens again, check the account and its UserSig."),
            Codes::tr("Try once more. If it happens again, check the account and its secret key.") };
    case 60005:
        return { Codes::tr("The service doubted the administrator account or its UserSig."),
            Codes::tr("Try once more. If it happens again, enter the account and its UserSig again."),
            Codes::tr("Try once more. If it happens again, enter the account and its secret key again.") };
    case 60006:
        return { Codes::tr("The service does not accept this SDKAppID."),
            Codes::tr("Compare the SDKAppID with the one in the Chat console.") };
    case 60007:
        return { Codes::tr("The service refused again and again: too many requests arrive."),
            Codes::tr("Find out who else cancels in this app. Wait a minute, then try again.") };
    case 60008: return { Codes::tr("The service took too long.") };
    case 60009:
        return { Codes::tr("This host cannot cancel pushes."), Codes::tr("Check the region or host of this app.") };
    case 60010:
        return { Codes::tr("The account is not an administrator of this app."),
            Codes::tr("Use an account that the Chat console lists as an app administrator.") };
    case 60011:
        return { Codes::tr("The whole app makes more requests than it may."),
            Codes::tr("Wait a minute, then try again. Find out what else uses this app.") };
    case 60012:
        return { Codes::tr("The request lacked the SDKAppID."),
            Codes::tr("Open the app's account and enter the SDKAppID.") };
    case 60013:
        return { Codes::tr("The service failed while it prepared its answer."),
            Codes::tr("If this goes on, contact Tencent support.") };
    case 60014: return { Codes::tr("The service was too slow to confirm the account.") };
    case 60015:
        return { Codes::tr("An account name reached the service in the wrong form."),
            Codes::tr("Report this as a fault of Pushbrake with \"Copy for support\".") };
    case 60016:
        return { Codes::tr("This app has been switched off at the service."),
            Codes::tr("Ask the owner of the app to look at its state in the Chat console.") };
    case 60017:
        return { Codes::tr("The service has blocked this function for the app."),
            Codes::tr("Contact Tencent support.") };
    case 60018:
        return { Codes::tr("Requests arrive too often for the service."), Codes::tr("Wait a minute, then try again.") };
    case 60019:
        return { Codes::tr("The service asked for fewer requests several times."),
            Codes::tr("Wait a few minutes, then try again.") };
    case 60020:
        return { Codes::tr("The app's plan is missing, has ended or is not paid."),
            Codes::tr("Ask the owner of the app to renew the plan.") };
    case 60021:
        return { Codes::tr("The service does not accept requests from this network."),
            Codes::tr("Use an allowed network, or have this one allowed.") };
    case 60025:
        return { Codes::tr("The SDKAppID, the administrator account or the secret is wrong."),
            Codes::tr("Check the SDKAppID, the administrator account and the UserSig of this app."),
            Codes::tr("Check the SDKAppID, the administrator account and the secret key of this app.") };
    case 60026:
        return { Codes::tr("This app belongs to another region."),
            Codes::tr("Choose the region in which the app was created.") };
    case 60027:
        return { Codes::tr("This app is of a kind without scheduled pushes."),
            Codes::tr("Check whether the SDKAppID is that of the right app.") };
    case 60028:
        return { Codes::tr("The trial's requests of 24 hours are used up."),
            Codes::tr("Wait until they renew, or cancel in the Chat console.") };
    case 70001:
        return { Codes::tr("The UserSig has expired."),
            Codes::tr("Enter a new UserSig or the secret key. Check this computer's clock too."),
            Codes::tr(
                "Pushbrake makes it from the secret key, for an hour at a time. Set this computer's clock, then try "
                "again.") };
    case 70002:
        return { Codes::tr("The request carried no UserSig."), Codes::tr("Enter the UserSig of this app."),
            Codes::tr("Enter the secret key of this app.") };
    case 70003:
        return { Codes::tr("The service cannot read the UserSig."),
            Codes::tr("Paste the whole UserSig again, or enter the secret key."),
            Codes::tr(
                "Pushbrake made it from the secret key, which is probably wrong. Copy the key of this app from the "
                "Chat console.") };
    case 70005:
        return { Codes::tr("The UserSig is not in the form that the service expects."),
            Codes::tr("Get a new UserSig and paste it whole."),
            Codes::tr("Pushbrake made it from the secret key. Copy the key of this app from the Chat console again.") };
    case 70009:
        return { Codes::tr("The UserSig does not fit this app: it was made with another secret key."),
            Codes::tr("Get a UserSig that was made with this app's secret key, and check the SDKAppID."),
            Codes::tr("Copy the SDKAppID and the secret key of the same app from the Chat console.") };
    case 70013:
        return { Codes::tr("The UserSig was made for another account."),
            Codes::tr("Enter the account for which it was made, or a new UserSig."),
            Codes::tr("Check the administrator account and the secret key of this app.") };
    case 70014:
        return { Codes::tr("The UserSig was made for another app."),
            Codes::tr("Enter the UserSig that was made for this SDKAppID."),
            Codes::tr("Check the SDKAppID and the secret key of this app.") };
    case 70016:
        return { Codes::tr("This region has no key for the app."),
            Codes::tr("Check that region and SDKAppID belong together.") };
    case 70020:
        return { Codes::tr("This region does not know the app."),
            Codes::tr("Check the SDKAppID, then choose the region in which it was created.") };
    case 70050:
        return { Codes::tr("The UserSig was wrong too often. The service refuses everything for a minute."),
            Codes::tr("Enter the right UserSig, wait a minute, then try once."),
            Codes::tr("Enter the right secret key, wait a minute, then try once.") };
    case 70051:
        return { Codes::tr("The administrator account is blocked."),
            Codes::tr("Use another administrator account, or contact Tencent support.") };
    case 70052:
        return { Codes::tr("The UserSig is no longer valid."), Codes::tr("Get a new UserSig and paste it."),
            Codes::tr("Check in the Chat console whether the app has a new secret key.") };
    case 70107:
        return { Codes::tr("The account does not exist in this app."),
            Codes::tr("Check the spelling of the administrator account.") };
    case 70169: return { Codes::tr("The service timed out internally.") };
    case 70202: return { Codes::tr("A part of the service timed out.") };
    case 70402:
        return { Codes::tr("Something in the request was not allowed."),
            Codes::tr("Check the task ID and the audience. If they are right, report a fault of Pushbrake.") };
    case 70403:
        return { Codes::tr("The account lacks the rights of an app administrator."),
            Codes::tr("Have the account made an administrator in the Chat console, or use another.") };
    case 70500:
        return { Codes::tr("The service had an internal fault."),
            Codes::tr("If this goes on, contact Tencent support.") };
    case 90104:
        return { Codes::tr("The service has no scheduled push with this task ID and audience in this app."),
            Codes::tr("Check the task ID and the app. Somebody else may have cancelled it.") };
    case 90105: return { Codes::tr("The push service had an internal fault.") };
    case 90106:
        return { Codes::tr("This push has gone out already, so it could not be cancelled."),
            Codes::tr("Recall it in the Chat console; that is possible for 24 hours.") };
    case 90107:
        return { Codes::tr("This push is going out right now, so it could not be cancelled."),
            Codes::tr("Wait a minute, then recall it in the Chat console; that is possible for 24 hours.") };
    case 91000:
        return { Codes::tr("The push service failed."), Codes::tr("If this goes on, contact Tencent support.") };
    default: return {};
    }
}

} // namespace pushbrake::sentences
