// The service's answers: any bytes are read or refused, and none is a success that does not name the task.
#include "api/reply.h"

#include <cstdlib>

using namespace pushbrake;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr TaskId task = 7000000001;
    const QByteArray body(reinterpret_cast<const char*>(data), qsizetype(size));
    const auto done = readDeleteReply(body, task);
    // Digits may be escaped in a key or a string, not in a number; the echo is a number or a string of digits.
    if (done && done->code == 0 && !body.contains("7000000001") && !body.contains("\\u"))
        std::abort();
    const auto got = readGetReply(body, task);
    if (got && got->head.code == 0 && got->task.id != task)
        std::abort();
    const auto listed = readListReply(body);
    if (listed) {
        for (const Task& row : listed->tasks) {
            if (row.id <= 0)
                std::abort();
        }
    }
    return 0;
}
