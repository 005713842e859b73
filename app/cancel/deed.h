// What a run does to each of its tasks: the request, what each code of its answer means, and how reading the task
// proves it. A row of pure functions; the run, its ledger and its evidence table are the same for every deed.
#pragma once

#include "api/errorcatalogue.h"
#include "api/serviceclient.h"
#include "domain/deedkind.h"

namespace pushbrake {

/// What a look at a task says of the deed.
enum class Proof {
    Unread, ///< the look itself failed
    Nothing, ///< the task stands in a way that says neither
    NotDone, ///< as before: the deed took no effect
    Gone, ///< the service knows it no more: whether by the deed or by its time is for the verdict
    TooLate ///< it can take no effect any more
};

struct Deed
{
    DeedKind kind;
    Command command; ///< its path and its rate
    /// The task has an audience.
    QByteArray (*body)(quint32 sdkAppId, const Task& task);
    /// The answer's head, of this task and no other.
    std::expected<ReplyHead, ReplyFault> (*readReply)(const QByteArray& body, TaskId sent);
    CodeMeaning (*meaningOf)(int code);
    /// `read` is the task as `report` brought it.
    Proof (*provenBy)(const CallReport& report, const Task& read);
};

/// A scheduled push is taken away before it goes out (delete_sched_task, document 78841).
extern const Deed deletion;

const Deed& deedOf(DeedKind kind);

} // namespace pushbrake
