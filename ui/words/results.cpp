#include "ui/words/results.h"

#include "ui/words/codewords.h"
#include "ui/words/zone.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushbrake::sentences {

namespace {

struct Results
{
    Q_DECLARE_TR_FUNCTIONS(Results)
};

CodeWords faultWords(NetFault fault)
{
    switch (fault) {
    case NetFault::HostNotFound:
        return { Results::tr("The service's address could not be found."),
            Results::tr("Check the network connection and the region of this app.") };
    case NetFault::Refused:
        return { Results::tr("The service refused the connection."),
            Results::tr("Check the host of this app, then try again in a minute.") };
    case NetFault::NoNetwork:
        return { Results::tr("There is no network."),
            Results::tr("Connect this computer to the network, then try again.") };
    case NetFault::Certificate:
        return { Results::tr("The service could not prove that it is the real one."),
            Results::tr("Check this computer's date and time. If they are right, ask your network's administrator.") };
    case NetFault::TlsFailed:
        return { Results::tr("No secure connection could be made."),
            Results::tr("Try another network, or ask your network's administrator.") };
    case NetFault::ProxyFailed:
        return { Results::tr("The proxy of this network did not let the request through."),
            Results::tr("Check the proxy in this computer's network settings.") };
    case NetFault::ProxyLogin:
        return { Results::tr("The proxy of this network asks for a name and a password."),
            Results::tr("Enter both when Pushbrake asks for them, then try again.") };
    case NetFault::ProxyScheme:
        return { Results::tr("The proxy of this network asks for a kind of login that Pushbrake does not offer."),
            Results::tr("Ask your network's administrator for a way to the service without NTLM or Kerberos.") };
    case NetFault::Dropped: return { Results::tr("The connection broke before the answer came.") };
    case NetFault::Deadline: return { Results::tr("No answer came in time.") };
    case NetFault::Redirected:
        return { Results::tr("Something on the way tried to send the request elsewhere."),
            Results::tr("You may have to sign in to this network first.") };
    case NetFault::HttpStatus: return { Results::tr("A server on the way answered in place of the service.") };
    case NetFault::Unreadable:
        return { Results::tr("The answer could not be read."),
            Results::tr("If this goes on, report it with \"Copy for support\".") };
    case NetFault::TooLarge:
        return { Results::tr("The answer was far too long to be the service's."),
            Results::tr("If this goes on, check the network and the host of this app.") };
    case NetFault::Stopped:
        return { Results::tr("The request was given up."), Results::tr("Try again when you are ready.") };
    case NetFault::Other:
        return { Results::tr("The network failed in a way that Pushbrake does not know."),
            Results::tr("If this goes on, report it with \"Copy for support\".") };
    case NetFault::NoSecret:
        return { Results::tr("Nothing was sent: no secret was entered for this host, SDKAppID and account."),
            Results::tr("Edit the account of this app and enter its secret again.") };
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
        return faultWords(fault).happened;
    if (const CodeWords words = codeWords(code); !words.happened.isEmpty())
        return words.happened;
    return Results::tr("The service answered with a code that Pushbrake does not know (%1).").arg(code);
}

// Empty when there is nothing to do but look or try again.
QString remedy(NetFault fault, int code, CredentialKind kind)
{
    const CodeWords words = fault != NetFault::None ? faultWords(fault) : codeWords(code);
    if (words.happened.isEmpty())
        return Results::tr("If this goes on, report the code with \"Copy for support\".");
    return kind == CredentialKind::SecretKey && !words.nextWithKey.isEmpty() ? words.nextWithKey : words.next;
}

QString joined(const QString& first, const QString& second)
{
    return second.isEmpty() ? first : first + QLatin1Char(' ') + second;
}

QString clockTime(const QDateTime& utc)
{
    return inZone(utc).toString(QStringLiteral("HH:mm:ss"));
}

/// With the date, unless it is the one of `nowUtc`.
QString momentWords(const QDateTime& utc, const QDateTime& nowUtc)
{
    if (nowUtc.isValid() && inZone(utc).date() == inZone(nowUtc).date())
        return clockTime(utc);
    return QLocale().toString(inZone(utc), QStringLiteral("d MMM yyyy HH:mm:ss"));
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
