// Some thousand answers to a deletion of task 7000000001 and to a look at it, each with what has to be read in it. The
// verdicts come from how a body is put together, never from the code under test. For the tests of api and of cancel.
#pragma once

#include "api/reply.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace pushbrake::answers {

inline constexpr TaskId asked = 7'000'000'001;

/// What has to be read: a fault, or an answer with this code.
struct Reading
{
    std::optional<ReplyFault> fault;
    int code = 0;

    bool isSuccess() const { return !fault && code == 0; }
    bool operator==(const Reading&) const = default;
};

struct Row
{
    QByteArray name;
    QByteArray body;
    Reading deletion; ///< read as the answer to delete_sched_task
    Reading look; ///< read as the answer to get_sched_task
};

/// All of them, made once.
const QList<Row>& table();

} // namespace pushbrake::answers
