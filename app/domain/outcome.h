// How one task's cancellation ended, and why. Facts only; ui/ makes the sentences.
#pragma once

#include <QDateTime>
#include <QString>

namespace pushbrake {

/// Cancelled: the service said so, or a later look showed the task gone after an attempt.
/// TooLate: it was dispatching or dispatched. Rejected: the service refused and nothing changed.
/// Unknown: it may or may not have taken effect; checked, it is gone from the service and may have gone out. NotSent:
/// no request left, or a later look showed (checked) the task still scheduled: at that moment none had taken effect.
/// Withdrawn: a person took it back.
enum class Outcome { Cancelled, TooLate, Rejected, Unknown, NotSent, Withdrawn };

/// Words of the journal and of machine-readable output: "cancelled", "too_late", "rejected", "unknown",
/// "not_sent", "withdrawn". Never shown to a person.
QString outcomeWord(Outcome outcome);
/// The reverse; Unknown for a word that is not one of them.
Outcome outcomeFromWord(const QString& word);

/// What stood in the way on the network, from evidence only. None when a complete answer was read.
enum class NetFault {
    None,
    HostNotFound,
    Refused,
    NoNetwork,
    Certificate,
    TlsFailed,
    ProxyFailed,
    ProxyLogin,
    Dropped, ///< the connection ended before a whole answer
    Deadline, ///< no whole answer in time
    Redirected,
    HttpStatus, ///< a status other than 200
    Unreadable, ///< 200, but not a well-formed answer of the service
    TooLarge,
    Stopped, ///< given up by this program
    Other,
    NoSecret, ///< the account has no secret for this host, SDKAppID and identifier: nothing was sent
    ProxyScheme ///< a proxy asks for a kind of login that the program does not speak: nothing was sent
};

/// One attempt's or check's ending with everything a result dialog shows.
struct SettledResult
{
    qint64 taskId = 0;
    Outcome outcome = Outcome::Unknown;
    bool checked = false; ///< settled by reading the task, not by the deletion's own answer
    int code = 0; ///< the service's ErrorCode; 0 with NetFault::None is success
    NetFault fault = NetFault::None;
    int httpStatus = 0; ///< 0 when no status line came
    QString serviceText; ///< the service's ErrorInfo, foreign text: show as plain text only
    quint32 requestNumber = 0; ///< `random` of the last attempt
    int attempts = 0; ///< deletions that may have left; 0 when none did
    QDateTime sentAt; ///< UTC of the last attempt; invalid when none
    QDateTime settledAt; ///< UTC
    bool recorded = true; ///< false: known to this process only, and lost when it ends
};

} // namespace pushbrake
