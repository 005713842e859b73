#include "cancel/outlook.h"

#include "api/limits.h"
#include "cancel/runplan.h"
#include "cancel/sendorder.h"

#include <algorithm>

namespace pushbrake {

Outlook outlookOf(const QList<Task>& tasks, const QDateTime& nowUtc, double pace, Milliseconds lead, Milliseconds hold)
{
    Outlook seen;
    SendOrder atOnce;
    SendOrder later;
    for (const Task& task : tasks) {
        const bool isTimed = task.goesOutAt.isValid();
        seen.timeUnknown += !isTimed;
        if (isTimed && task.goesOutAt <= nowUtc) {
            ++seen.timeHasCome;
            atOnce.add(task);
        } else if (hold <= Milliseconds(0) || isDueWithin(task, limits::dueSoon, nowUtc)) {
            ++seen.atOnce;
            atOnce.add(task);
        } else {
            ++seen.held;
            later.add(task);
        }
    }
    const Forecast first = atOnce.forecast(nowUtc, pace, lead);
    // Those that are held begin when both the hold and the more urgent ones are over.
    const Milliseconds gap(qint64(1000 / pace));
    const Milliseconds begins
        = later.isEmpty() ? Milliseconds(0) : std::max(hold, atOnce.isEmpty() ? hold : first.duration + gap);
    const Forecast then = later.forecast(nowUtc.addMSecs(begins.count()), pace, lead);
    seen.canBeStopped = first.canBeStopped + then.canBeStopped - seen.timeUnknown;
    seen.goOutFirst = first.goOutFirst + then.goOutFirst - seen.timeHasCome;
    seen.duration = std::max(first.duration, begins + then.duration);
    return seen;
}

RunAbout withForecast(RunAbout about, const QList<Task>& tasks, const QDateTime& nowUtc, double pace, Milliseconds hold)
{
    const Outlook outlook = outlookOf(tasks, nowUtc, pace, limits::lead, hold);
    about.forecast = outlook.duration;
    about.canBeStopped = outlook.canBeStopped;
    return about;
}

} // namespace pushbrake
