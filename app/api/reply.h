// Reads the service's answers strictly: what is not a complete, well-formed answer is Unreadable, never success.
// Strict JSON (RFC 8259, no doubled keys, no BOM), integral ErrorCode, ActionStatus that agrees with it.
#pragma once

#include "domain/task.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <expected>

namespace pushbrake {

/// Why an answer could not be used; for the details and the tests.
enum class ReplyFault { Empty, NotJson, NotObject, NoErrorCode, NoActionStatus, Contradiction, WrongTask, WrongShape };

/// The part that every answer has (document 34620).
struct ReplyHead
{
    int code = 0;
    QString text; ///< ErrorInfo, foreign text
};

/// delete_sched_task: OK only with the echo of the TaskID that was sent (document 78841), so that no other answer is
/// taken for this one's.
[[nodiscard]] std::expected<ReplyHead, ReplyFault> readDeleteReply(const QByteArray& body, TaskId sent);

struct TaskReply
{
    ReplyHead head;
    Task task; ///< only when head.code is 0; task.id equals the one asked for
};
[[nodiscard]] std::expected<TaskReply, ReplyFault> readGetReply(const QByteArray& body, TaskId asked);

struct ListReply
{
    ReplyHead head;
    qint64 total = 0;
    QList<Task> tasks; ///< rows that could be read
    int skipped = 0; ///< rows without a usable TaskID
};
[[nodiscard]] std::expected<ListReply, ReplyFault> readListReply(const QByteArray& body);

} // namespace pushbrake
