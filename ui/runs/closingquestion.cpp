#include "ui/runs/closingquestion.h"

#include "cancel/cancelrun.h"
#include "ui/parts/safequestion.h"

#include <QCoreApplication>

#include <utility>

namespace pushbrake {

namespace {

struct ClosingQuestion
{
    Q_DECLARE_TR_FUNCTIONS(ClosingQuestion)
};

/// A countdown that nothing was sent before.
bool hasNotBegun(const RunProgress& progress)
{
    return progress.held && progress.heldTasks == progress.total;
}

QString whatGoesOn(const RunProgress& progress)
{
    if (hasNotBegun(progress))
        return ClosingQuestion::tr("Nothing has been cancelled yet. It is paused until you continue.");
    if (progress.waitingForRecord || progress.waitingForAccount || progress.waitingForNetwork)
        return ClosingQuestion::tr("Cancelling waits, and has not ended.");
    return progress.paused ? ClosingQuestion::tr("Cancelling is paused, and has not ended.")
                           : ClosingQuestion::tr("Pushbrake is still cancelling.");
}

} // namespace

void askToClose(CancelRun& run, QWidget& window, std::function<void()> stopAndClose)
{
    const RunProgress progress = run.progress();
    // The countdown may be over before the answer comes, and with it Undo: going back by a hasty Escape must not be
    // what begins.
    if (hasNotBegun(progress))
        run.pause();
    const bool isPaused = hasNotBegun(progress) || progress.paused;
    QMessageBox* question = askSafely(
        { "closeQuestion", ClosingQuestion::tr("Close while cancelling?"), whatGoesOn(progress),
            ClosingQuestion::tr(
                "What the service was not asked to cancel yet will go out. What it was asked is finished first."),
            { "goOnButton", isPaused ? ClosingQuestion::tr("&Go back") : ClosingQuestion::tr("&Keep cancelling"), {} },
            { { "stopAndCloseButton", ClosingQuestion::tr("&Stop and close"), std::move(stopAndClose) } },
            QMessageBox::Warning },
        window);
    QObject::connect(&run, &CancelRun::finished, question, &QDialog::reject);
}

} // namespace pushbrake
