#include "ui/words/results.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushbrake::sentences {

namespace {

struct Results
{
    Q_DECLARE_TR_FUNCTIONS(Results)
};

struct Words
{
    const char* happened = nullptr; ///< nullptr when the code is not one of them
    const char* next = nullptr; ///< nullptr when there is nothing to do but look or try again
    const char* nextWithKey = nullptr; ///< where a UserSig is what is wrong and Pushbrake makes it from a key itself
};

// Codes of the service (documents 34348, 34620, 78841), in words for somebody who does not program.
Words codeWords(int code)
{
    switch (code) {
    case 60002:
        return { QT_TRANSLATE_NOOP("Results", "The service did not understand the address of the request."),
            QT_TRANSLATE_NOOP(
                "Results", "Check the region or host of this app. If it is right, report a fault of Pushbrake.") };
    case 60003:
        return { QT_TRANSLATE_NOOP("Results", "The service could not read the request."),
            QT_TRANSLATE_NOOP("Results", "Report this as a fault of Pushbrake with \"Copy for support\".") };
    case 60004:
        return { QT_TRANSLATE_NOOP("Results", "The service could not confirm the administrator account."),
            QT_TRANSLATE_NOOP("Results", "Try once more. If it happens again, check the account and its UserSig."),
            QT_TRANSLATE_NOOP("Results", "Try once more. If it happens again, check the account and its secret key.") };
    case 60005:
        return { QT_TRANSLATE_NOOP("Results", "The service doubted the administrator account or its UserSig."),
            QT_TRANSLATE_NOOP(
                "Results", "Try once more. If it happens again, enter the account and its UserSig again."),
            QT_TRANSLATE_NOOP(
                "Results", "Try once more. If it happens again, enter the account and its secret key again.") };
    case 60006:
        return { QT_TRANSLATE_NOOP("Results", "The service does not accept this SDKAppID."),
            QT_TRANSLATE_NOOP("Results", "Compare the SDKAppID with the one in the Chat console.") };
    case 60007:
        return { QT_TRANSLATE_NOOP("Results", "The service refused again and again: too many requests arrive."),
            QT_TRANSLATE_NOOP("Results", "Find out who else cancels in this app. Wait a minute, then try again.") };
    case 60008: return { QT_TRANSLATE_NOOP("Results", "The service took too long.") };
    case 60009:
        return { QT_TRANSLATE_NOOP("Results", "This host cannot cancel pushes."),
            QT_TRANSLATE_NOOP("Results", "Check the region or host of this app.") };
    case 60010:
        return { QT_TRANSLATE_NOOP("Results", "The account is not an administrator of this app."),
            QT_TRANSLATE_NOOP("Results", "Use an account that the Chat console lists as an app administrator.") };
    case 60011:
        return { QT_TRANSLATE_NOOP("Results", "The whole app makes more requests than it may."),
            QT_TRANSLATE_NOOP("Results", "Wait a minute, then try again. Find out what else uses this app.") };
    case 60012:
        return { QT_TRANSLATE_NOOP("Results", "The request lacked the SDKAppID."),
            QT_TRANSLATE_NOOP("Results", "Open the app's account and enter the SDKAppID.") };
    case 60013:
        return { QT_TRANSLATE_NOOP("Results", "The service failed while it prepared its answer."),
            QT_TRANSLATE_NOOP("Results", "If this goes on, contact Tencent support.") };
    case 60014: return { QT_TRANSLATE_NOOP("Results", "The service was too slow to confirm the account.") };
    case 60015:
        return { QT_TRANSLATE_NOOP("Results", "An account name reached the service in the wrong form."),
            QT_TRANSLATE_NOOP("Results", "Report this as a fault of Pushbrake with \"Copy for support\".") };
    case 60016:
        return { QT_TRANSLATE_NOOP("Results", "This app has been switched off at the service."),
            QT_TRANSLATE_NOOP("Results", "Ask the owner of the app to look at its state in the Chat console.") };
    case 60017:
        return { QT_TRANSLATE_NOOP("Results", "The service has blocked this function for the app."),
            QT_TRANSLATE_NOOP("Results", "Contact Tencent support.") };
    case 60018:
        return { QT_TRANSLATE_NOOP("Results", "Requests arrive too often for the service."),
            QT_TRANSLATE_NOOP("Results", "Wait a minute, then try again.") };
    case 60019:
        return { QT_TRANSLATE_NOOP("Results", "The service asked for fewer requests several times."),
            QT_TRANSLATE_NOOP("Results", "Wait a few minutes, then try again.") };
    case 60020:
        return { QT_TRANSLATE_NOOP("Results", "The app's plan is missing, has ended or is not paid."),
            QT_TRANSLATE_NOOP("Results", "Ask the owner of the app to renew the plan.") };
    case 60021:
        return { QT_TRANSLATE_NOOP("Results", "The service does not accept requests from this network."),
            QT_TRANSLATE_NOOP("Results", "Use an allowed network, or have this one allowed.") };
    case 60025:
        return { QT_TRANSLATE_NOOP("Results", "The SDKAppID, the administrator account or the secret is wrong."),
            QT_TRANSLATE_NOOP("Results", "Check the SDKAppID, the administrator account and the UserSig of this app."),
            QT_TRANSLATE_NOOP(
                "Results", "Check the SDKAppID, the administrator account and the secret key of this app.") };
    case 60026:
        return { QT_TRANSLATE_NOOP("Results", "This app belongs to another region."),
            QT_TRANSLATE_NOOP("Results", "Choose the region in which the app was created.") };
    case 60027:
        return { QT_TRANSLATE_NOOP("Results", "This app is of a kind without scheduled pushes."),
            QT_TRANSLATE_NOOP("Results", "Check whether the SDKAppID is that of the right app.") };
    case 60028:
        return { QT_TRANSLATE_NOOP("Results", "The trial's requests of 24 hours are used up."),
            QT_TRANSLATE_NOOP("Results", "Wait until they renew, or cancel in the Chat console.") };
    case 70001:
        return { QT_TRANSLATE_NOOP("Results", "The UserSig has expired."),
            QT_TRANSLATE_NOOP("Results", "Enter a new UserSig or the secret key. Check this computer's clock too."),
            QT_TRANSLATE_NOOP("Results",
                "Pushbrake makes it from the secret key, for an hour at a time. Set this computer's clock, then try "
                "again.") };
    case 70002:
        return { QT_TRANSLATE_NOOP("Results", "The request carried no UserSig."),
            QT_TRANSLATE_NOOP("Results", "Enter the UserSig of this app."),
            QT_TRANSLATE_NOOP("Results", "Enter the secret key of this app.") };
    case 70003:
        return { QT_TRANSLATE_NOOP("Results", "The service cannot read the UserSig."),
            QT_TRANSLATE_NOOP("Results", "Paste the whole UserSig again, or enter the secret key."),
            QT_TRANSLATE_NOOP("Results",
                "Pushbrake made it from the secret key, which is probably wrong. Copy the key of this app from the "
                "Chat console.") };
    case 70005:
        return { QT_TRANSLATE_NOOP("Results", "The UserSig is not in the form that the service expects."),
            QT_TRANSLATE_NOOP("Results", "Get a new UserSig and paste it whole."),
            QT_TRANSLATE_NOOP("Results",
                "Pushbrake made it from the secret key. Copy the key of this app from the Chat console again.") };
    case 70009:
        return {
            QT_TRANSLATE_NOOP("Results", "The UserSig does not fit this app: it was made with another secret key."),
            QT_TRANSLATE_NOOP(
                "Results", "Get a UserSig that was made with this app's secret key, and check the SDKAppID."),
            QT_TRANSLATE_NOOP("Results", "Copy the SDKAppID and the secret key of the same app from the Chat console.")
        };
    case 70013:
        return { QT_TRANSLATE_NOOP("Results", "The UserSig was made for another account."),
            QT_TRANSLATE_NOOP("Results", "Enter the account for which it was made, or a new UserSig."),
            QT_TRANSLATE_NOOP("Results", "Check the administrator account and the secret key of this app.") };
    case 70014:
        return { QT_TRANSLATE_NOOP("Results", "The UserSig was made for another app."),
            QT_TRANSLATE_NOOP("Results", "Enter the UserSig that was made for this SDKAppID."),
            QT_TRANSLATE_NOOP("Results", "Check the SDKAppID and the secret key of this app.") };
    case 70016:
        return { QT_TRANSLATE_NOOP("Results", "This region has no key for the app."),
            QT_TRANSLATE_NOOP("Results", "Check that region and SDKAppID belong together.") };
    case 70020:
        return { QT_TRANSLATE_NOOP("Results", "This region does not know the app."),
            QT_TRANSLATE_NOOP("Results", "Check the SDKAppID, then choose the region in which it was created.") };
    case 70050:
        return { QT_TRANSLATE_NOOP(
                     "Results", "The UserSig was wrong too often. The service refuses everything for a minute."),
            QT_TRANSLATE_NOOP("Results", "Enter the right UserSig, wait a minute, then try once."),
            QT_TRANSLATE_NOOP("Results", "Enter the right secret key, wait a minute, then try once.") };
    case 70051:
        return { QT_TRANSLATE_NOOP("Results", "The administrator account is blocked."),
            QT_TRANSLATE_NOOP("Results", "Use another administrator account, or contact Tencent support.") };
    case 70052:
        return { QT_TRANSLATE_NOOP("Results", "The UserSig is no longer valid."),
            QT_TRANSLATE_NOOP("Results", "Get a new UserSig and paste it."),
            QT_TRANSLATE_NOOP("Results", "Check in the Chat console whether the app has a new secret key.") };
    case 70107:
        return { QT_TRANSLATE_NOOP("Results", "The account does not exist in this app."),
            QT_TRANSLATE_NOOP("Results", "Check the spelling of the administrator account.") };
    case 70169: return { QT_TRANSLATE_NOOP("Results", "The service timed out internally.") };
    case 70202: return { QT_TRANSLATE_NOOP("Results", "A part of the service timed out.") };
    case 70402:
        return { QT_TRANSLATE_NOOP("Results", "Something in the request was not allowed."),
            QT_TRANSLATE_NOOP(
                "Results", "Check the task ID and the audience. If they are right, report a fault of Pushbrake.") };
    case 70403:
        return { QT_TRANSLATE_NOOP("Results", "The account lacks the rights of an app administrator."),
            QT_TRANSLATE_NOOP(
                "Results", "Have the account made an administrator in the Chat console, or use another.") };
    case 70500:
        return { QT_TRANSLATE_NOOP("Results", "The service had an internal fault."),
            QT_TRANSLATE_NOOP("Results", "If this goes on, contact Tencent support.") };
    case 90104:
        return { QT_TRANSLATE_NOOP(
                     "Results", "The service has no scheduled push with this task ID and audience in this app."),
            QT_TRANSLATE_NOOP("Results", "Check the task ID and the app. Somebody else may have cancelled it.") };
    case 90105: return { QT_TRANSLATE_NOOP("Results", "The push service had an internal fault.") };
    case 90106:
        return { QT_TRANSLATE_NOOP("Results", "This push has gone out already, so it could not be cancelled."),
            QT_TRANSLATE_NOOP("Results", "Recall it in the Chat console; that is possible for 24 hours.") };
    case 90107:
        return { QT_TRANSLATE_NOOP("Results", "This push is going out right now, so it could not be cancelled."),
            QT_TRANSLATE_NOOP(
                "Results", "Wait a minute, then recall it in the Chat console; that is possible for 24 hours.") };
    case 91000:
        return { QT_TRANSLATE_NOOP("Results", "The push service failed."),
            QT_TRANSLATE_NOOP("Results", "If this goes on, contact Tencent support.") };
    default: return {};
    }
}

Words faultWords(NetFault fault)
{
    switch (fault) {
    case NetFault::HostNotFound:
        return { QT_TRANSLATE_NOOP("Results", "The service's address could not be found."),
            QT_TRANSLATE_NOOP("Results", "Check the network connection and the region of this app.") };
    case NetFault::Refused:
        return { QT_TRANSLATE_NOOP("Results", "The service refused the connection."),
            QT_TRANSLATE_NOOP("Results", "Check the host of this app, then try again in a minute.") };
    case NetFault::NoNetwork:
        return { QT_TRANSLATE_NOOP("Results", "There is no network."),
            QT_TRANSLATE_NOOP("Results", "Connect this computer to the network, then try again.") };
    case NetFault::Certificate:
        return { QT_TRANSLATE_NOOP("Results", "The service could not prove that it is the real one."),
            QT_TRANSLATE_NOOP("Results",
                "Check this computer's date and time. If they are right, ask your network's administrator.") };
    case NetFault::TlsFailed:
        return { QT_TRANSLATE_NOOP("Results", "No secure connection could be made."),
            QT_TRANSLATE_NOOP("Results", "Try another network, or ask your network's administrator.") };
    case NetFault::ProxyFailed:
        return { QT_TRANSLATE_NOOP("Results", "The proxy of this network did not let the request through."),
            QT_TRANSLATE_NOOP("Results", "Check the proxy in this computer's network settings.") };
    case NetFault::ProxyLogin:
        return { QT_TRANSLATE_NOOP("Results", "The proxy of this network asks for a name and a password."),
            QT_TRANSLATE_NOOP("Results", "Enter both when Pushbrake asks for them, then try again.") };
    case NetFault::Dropped: return { QT_TRANSLATE_NOOP("Results", "The connection broke before the answer came.") };
    case NetFault::Deadline: return { QT_TRANSLATE_NOOP("Results", "No answer came in time.") };
    case NetFault::Redirected:
        return { QT_TRANSLATE_NOOP("Results", "Something on the way tried to send the request elsewhere."),
            QT_TRANSLATE_NOOP("Results", "You may have to sign in to this network first.") };
    case NetFault::HttpStatus:
        return { QT_TRANSLATE_NOOP("Results", "A server on the way answered in place of the service.") };
    case NetFault::Unreadable:
        return { QT_TRANSLATE_NOOP("Results", "The answer could not be read."),
            QT_TRANSLATE_NOOP("Results", "If this goes on, report it with \"Copy for support\".") };
    case NetFault::TooLarge:
        return { QT_TRANSLATE_NOOP("Results", "The answer was far too long to be the service's."),
            QT_TRANSLATE_NOOP("Results", "If this goes on, check the network and the host of this app.") };
    case NetFault::Stopped:
        return { QT_TRANSLATE_NOOP("Results", "The request was given up."),
            QT_TRANSLATE_NOOP("Results", "Try again when you are ready.") };
    case NetFault::Other:
        return { QT_TRANSLATE_NOOP("Results", "The network failed in a way that Pushbrake does not know."),
            QT_TRANSLATE_NOOP("Results", "If this goes on, report it with \"Copy for support\".") };
    case NetFault::None: break;
    }
    return {};
}

QString httpWords(int status)
{
    if (status == 502 || status == 503 || status == 504)
        return Results::tr("The gateway cannot reach the service (HTTP %1).").arg(status);
    if (status >= 500)
        return Results::tr("The server failed (HTTP %1).").arg(status);
    if (status == 429)
        return Results::tr("A server on the way asked for fewer requests (HTTP %1).").arg(status);
    if (status == 401 || status == 403)
        return Results::tr("A server on the way refused the request (HTTP %1).").arg(status);
    if (status == 404)
        return Results::tr("There is no such service at this host (HTTP %1).").arg(status);
    return Results::tr("A server on the way gave an answer that is not the service's (HTTP %1).").arg(status);
}

QString problem(NetFault fault, int status, int code)
{
    if (fault == NetFault::HttpStatus && status != 0)
        return httpWords(status);
    if (fault != NetFault::None)
        return Results::tr(faultWords(fault).happened);
    if (const Words words = codeWords(code); words.happened)
        return Results::tr(words.happened);
    return Results::tr("The service answered with a code that Pushbrake does not know (%1).").arg(code);
}

// Empty when there is nothing to do but look or try again.
QString remedy(NetFault fault, int code, CredentialKind kind)
{
    const Words words = fault != NetFault::None ? faultWords(fault) : codeWords(code);
    if (!words.happened)
        return Results::tr("If this goes on, report the code with \"Copy for support\".");
    if (words.nextWithKey && kind == CredentialKind::SecretKey)
        return Results::tr(words.nextWithKey);
    return words.next ? Results::tr(words.next) : QString();
}

QString joined(const QString& first, const QString& second)
{
    return second.isEmpty() ? first : first + QLatin1Char(' ') + second;
}

QString clockTime(const QDateTime& utc)
{
    return utc.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
}

/// With the date, unless it is the one of `nowUtc`.
QString momentWords(const QDateTime& utc, const QDateTime& nowUtc)
{
    if (nowUtc.isValid() && utc.toLocalTime().date() == nowUtc.toLocalTime().date())
        return clockTime(utc);
    return QLocale().toString(utc.toLocalTime(), QStringLiteral("d MMM yyyy HH:mm:ss"));
}

} // namespace

QString whatHappened(const SettledResult& result)
{
    switch (result.outcome) {
    case Outcome::Cancelled:
        return result.checked ? Results::tr("This push will not go out: a look at the service showed that it is gone.")
                              : Results::tr("This push will not go out: the service has confirmed it.");
    case Outcome::TooLate:
        if (result.checked)
            return Results::tr("A look at the service showed that this push has gone out or is going out now.");
        break;
    case Outcome::Withdrawn: return Results::tr("Nothing was changed: this push is still scheduled and will go out.");
    case Outcome::Unknown:
        if (result.checked)
            return Results::tr("This push is no longer at the service. It may have been cancelled, or it may have gone "
                               "out: the service does not say which.");
        if (result.fault == NetFault::None && result.code == 90104)
            return Results::tr("The service has no such push now. It was not seen there before either.");
        if (result.fault == NetFault::None && result.code == 0)
            return Results::tr("The service answered, but what it shows contradicts its answer.");
        return joined(problem(result.fault, result.httpStatus, result.code),
            Results::tr("It is not known whether this push was cancelled."));
    case Outcome::NotSent:
        if (result.checked)
            return Results::tr("This push was still scheduled at %1. Until then the cancellation had taken no effect.")
                .arg(clockTime(result.settledAt));
        if (result.fault == NetFault::None)
            return Results::tr("This push will still go out: the service was never asked to cancel it.");
        return joined(Results::tr("This push will still go out: the service could not be asked to cancel it."),
            problem(result.fault, result.httpStatus, result.code));
    default: break;
    }
    return problem(result.fault, result.httpStatus, result.code);
}

QString whatNext(const SettledResult& result, CredentialKind kind)
{
    switch (result.outcome) {
    case Outcome::Cancelled: return Results::tr("Nothing more to do.");
    case Outcome::TooLate:
        if (result.checked)
            return Results::tr("Recall it in the Chat console; that is possible for 24 hours after it went out.");
        break;
    case Outcome::NotSent:
        if (result.checked)
            return Results::tr(
                "Cancel it again if it must not go out. Pushbrake looks at it for another minute, and once more when "
                "it is due.");
        return joined(Results::tr("Cancel it again if it must not go out."), remedy(result.fault, result.code, kind));
    case Outcome::Withdrawn: return Results::tr("Cancel it again if you want to stop it after all.");
    case Outcome::Unknown:
        if (result.checked)
            return Results::tr("Look in the Chat console, or on a device that gets this push.");
        if (result.fault == NetFault::None && (result.code == 90104 || result.code == 0))
            return Results::tr("Check the task ID, then check the push again.");
        return joined(Results::tr("Check the push again in a moment."), remedy(result.fault, result.code, kind));
    default: break;
    }
    const QString next = remedy(result.fault, result.code, kind);
    return next.isEmpty() ? Results::tr("Check the push again in a moment.") : next;
}

QString noRecordKept()
{
    return Results::tr("No record of this was kept on this computer. It is known only until Pushbrake ends.");
}

QString lastResult(const Task& task, const QDateTime& nowUtc)
{
    if (!task.lastOutcome)
        return {};
    const QString time = momentWords(task.lastResultAt, nowUtc);
    if (isScheduledAgain(task))
        return Results::tr("It is scheduled again since the last result, %1.").arg(time);
    switch (*task.lastOutcome) {
    case Outcome::Cancelled:
        return task.lastChecked ? Results::tr("Confirmed by a look at the service, %1").arg(time)
                                : Results::tr("Confirmed by the service, %1").arg(time);
    case Outcome::TooLate: return Results::tr("It went out before it could be stopped.");
    case Outcome::Rejected: return problem(NetFault::None, 0, task.lastCode);
    case Outcome::Unknown:
        return task.lastChecked ? Results::tr("It is no longer at the service. It may have gone out.")
                                : Results::tr("No certain answer. Check it again.");
    case Outcome::NotSent:
        return task.lastChecked ? Results::tr("Not cancelled: still scheduled at %1.").arg(time)
                                : Results::tr("Not cancelled: the service was not asked. It will go out.");
    case Outcome::Withdrawn: break;
    }
    return mayStillGoOut(task) ? Results::tr("Taken back: it stays scheduled and will go out.")
                               : Results::tr("Taken back. Since then it went out or was removed.");
}

QString callProblem(const CallReport& report)
{
    return report.ok() ? Results::tr("The connection works: the service accepts this account.")
                       : problem(report.fault, report.httpStatus, report.code);
}

QString callAdvice(const CallReport& report, CredentialKind kind)
{
    if (report.ok())
        return {};
    const QString next = remedy(report.fault, report.code, kind);
    return next.isEmpty() ? Results::tr("Try again in a moment.") : next;
}

} // namespace pushbrake::sentences
