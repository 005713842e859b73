#include "domain/expectation.h"

#include <QSet>

namespace pushbrake {

QDateTime Expectation::lastSecond() const
{
    if (!goesOutAt.isValid())
        return {};
    const qint64 first = goesOutAt.toSecsSinceEpoch();
    return QDateTime::fromSecsSinceEpoch(precision == TimePrecision::Minute ? first + 59 : first, Qt::UTC);
}

bool isWholeMinute(const QDateTime& utc)
{
    return utc.isValid() && utc.time().second() == 0 && utc.time().msec() == 0;
}

QList<Expectation> expectationsOf(const QList<Task>& tasks)
{
    QList<Expectation> expected;
    expected.reserve(tasks.size());
    QSet<TaskId> seen;
    for (const Task& task : tasks) {
        if (seen.contains(task.id))
            continue;
        seen.insert(task.id);
        const bool isToTheMinute = !task.readFromService && isWholeMinute(task.goesOutAt);
        expected.append({ task.id, task.goesOutAt, task.audience, task.title,
            isToTheMinute ? TimePrecision::Minute : TimePrecision::Second });
    }
    return expected;
}

} // namespace pushbrake
