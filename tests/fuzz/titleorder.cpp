// Titles as the table sorts them. Promised: a strict weak ordering, which std::sort needs, and the same answer with
// what is remembered of a title as without.
#include "ui/tasks/titleorder.h"
#include "always.h"

#include <fuzzer/FuzzedDataProvider.h>

using namespace pushbrake;

namespace {

int sign(int order)
{
    return (order > 0) - (order < 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    FuzzedDataProvider given(data, size);
    TitleOrder order;
    QList<Task> tasks;
    for (int i = 0; i < 3; ++i) {
        Task task;
        task.id = given.ConsumeIntegralInRange<TaskId>(1, 2); // a task's title may change
        task.title = QString::fromUtf8(given.ConsumeRandomLengthString(60));
        tasks.append(task);
    }
    for (const Task& a : tasks) {
        always(order.compare(a, a) == 0);
        for (const Task& b : tasks) {
            const int forth = sign(order.compare(a, b));
            always(forth == -sign(order.compare(b, a)) && forth == sign(TitleOrder().compare(a, b)));
            for (const Task& c : tasks) {
                if (forth <= 0 && order.compare(b, c) <= 0)
                    always(order.compare(a, c) <= 0);
            }
        }
    }
    return 0;
}
