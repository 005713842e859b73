#include "cancel/deed.h"

namespace pushbrake {

namespace {

QByteArray bodyOfDeletion(quint32 sdkAppId, const Task& task)
{
    return deleteBody(sdkAppId, task.id, *task.audience);
}

Proof deletionProvenBy(const CallReport& report, const Task& read)
{
    if (report.answered() && saysNoSuchTask(report.code))
        return Proof::Gone;
    if (!report.ok())
        return Proof::Unread;
    switch (read.status) {
    case TaskStatus::Pending: return Proof::NotDone;
    case TaskStatus::Dispatching:
    case TaskStatus::Dispatched: return Proof::TooLate;
    default: return Proof::Nothing;
    }
}

} // namespace

const Deed deletion { DeedKind::Delete, Command::Delete, &bodyOfDeletion, &readDeleteReply, &codeMeaning,
    &deletionProvenBy };

const Deed& deedOf(DeedKind kind)
{
    switch (kind) {
    case DeedKind::Delete: return deletion;
    }
    Q_UNREACHABLE();
}

} // namespace pushbrake
