#include "domain/expectation.h"

#include <QSet>

namespace pushbrake {

QList<Expectation> expectationsOf(const QList<Task>& tasks)
{
    QList<Expectation> expected;
    expected.reserve(tasks.size());
    QSet<TaskId> seen;
    for (const Task& task : tasks) {
        if (seen.contains(task.id))
            continue;
        seen.insert(task.id);
        expected.append({ task.id, task.goesOutAt, task.audience, task.title });
    }
    return expected;
}

} // namespace pushbrake
