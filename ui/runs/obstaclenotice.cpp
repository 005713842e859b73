#include "ui/runs/obstaclenotice.h"

#include "cancel/appsession.h"
#include "ui/parts/notices.h"
#include "ui/words/problems.h"
#include "ui/words/results.h"

#include <utility>

namespace pushbrake {

ObstacleNotice::ObstacleNotice(Notices& notices, QObject* parent)
    : QObject(parent)
    , m_notices(notices)
{
}

void ObstacleNotice::watch(CancelRun& run, const AppSession& session)
{
    connect(&run, &CancelRun::accountNeeded, this, [this, &session](const SettledResult& answer) {
        tell(NoticeKind::Warning, sentences::whatHappened(answer), sentences::whatNext(answer, session.profile().kind));
    });
    connect(&run, &CancelRun::journalFailed, this, [this](DatabaseFault fault) {
        tell(NoticeKind::Severe, tr("Cancelling has stopped: the record of it could not be written."),
            sentences::databaseProblem(fault));
    });
    connect(&run, &CancelRun::progressed, this, [this, &run] {
        const RunProgress progress = run.progress();
        if (!progress.waitingForAccount && !progress.waitingForRecord)
            takeBack();
    });
    connect(&run, &CancelRun::finished, this, &ObstacleNotice::takeBack);
}

void ObstacleNotice::tell(NoticeKind kind, const QString& text, const QString& details)
{
    takeBack();
    m_told = m_notices.tell(kind, text, details);
}

void ObstacleNotice::takeBack()
{
    if (const auto told = std::exchange(m_told, std::nullopt))
        m_notices.takeBack(*told);
}

} // namespace pushbrake
