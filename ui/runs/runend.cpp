#include "ui/runs/runend.h"

#include "cancel/cancelrun.h"

#include <QTimer>

namespace pushbrake {

using namespace std::chrono_literals;

void stopAndWait(CancelRun& run, QObject& context, std::function<void()> ended)
{
    constexpr auto patience = 10s;
    auto* deadline = new QTimer(&context);
    deadline->setSingleShot(true);
    QObject::connect(deadline, &QTimer::timeout, &context, ended);
    QObject::connect(
        &run, &CancelRun::finished, deadline,
        [deadline, ended] {
            deadline->stop();
            ended();
        },
        Qt::QueuedConnection);
    deadline->start(patience);
    run.stop();
}

} // namespace pushbrake
