#include "cancel/runprogress.h"

#include "api/limits.h"

#include <algorithm>

namespace pushbrake {

RunProgress progressOf(const RunLedger& ledger, const Hold& hold, const RunTasks& tasks, const Obstacles& obstacles,
    const Pulse& pulse, const Now& now, double pace)
{
    constexpr double slowest = 0.1;
    const double atLeast = std::max(slowest, pace);
    RunProgress progress { ledger.counts() };
    progress.held = !hold.isEmpty();
    progress.heldTasks = tasks.heldTasks();
    progress.paused = obstacles.isPaused();
    progress.waitingForNetwork = obstacles.waitsForNetwork();
    progress.waitingForAccount = obstacles.waitsForAccount();
    progress.waitingForRecord = obstacles.waitsForRecord();
    progress.stopped = obstacles.isStopped();
    progress.record = ledger.record();
    progress.slowness = pulse.slowness(now.steady);
    progress.silence = pulse.silence(now.steady);
    progress.pace = pace;
    progress.timeLeft = Milliseconds(qint64(1000.0 * (progress.total - progress.settled) / atLeast));
    progress.holdLeft = hold.left(now.steady);
    progress.nextTask = tasks.order().next(now.utc, limits::lead);
    progress.goOutFirst = tasks.order().forecast(now.utc, atLeast, limits::lead).goOutFirst;
    progress.dueWithinAMinute = tasks.order().countDue(now.utc, now.utc.addMSecs(limits::dueSoon.count()));
    return progress;
}

} // namespace pushbrake
