#include "ui/runs/runend.h"

#include "cancel/cancelrun.h"

#include <QTimer>

#include <memory>
#include <utility>

namespace pushbrake {

void stopAndWait(CancelRun& run, QObject& context, std::function<void()> ended, std::chrono::milliseconds patience)
{
    auto* deadline = new QTimer(&context);
    deadline->setSingleShot(true);
    const auto endOnce = [deadline, ended, hasEnded = std::make_shared<bool>(false)] {
        if (std::exchange(*hasEnded, true)) // an answer that comes after the ten seconds
            return;
        deadline->deleteLater();
        ended();
    };
    QObject::connect(deadline, &QTimer::timeout, &context, endOnce);
    QObject::connect(&run, &CancelRun::finished, deadline, endOnce, Qt::QueuedConnection);
    deadline->start(patience);
    run.stop();
}

} // namespace pushbrake
