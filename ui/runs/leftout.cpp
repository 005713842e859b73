#include "ui/runs/leftout.h"

#include "ui/tasks/taskmodel.h"
#include "ui/tasks/taskpage.h"

#include <QCoreApplication>

namespace pushbrake {

namespace {
struct LeftOut
{
    Q_DECLARE_TR_FUNCTIONS(LeftOut)
};
} // namespace

QStringList leftOutSentences(const TaskPage& page, const QList<Task>& asked)
{
    const QList<TaskId> selected = page.selectedIds();
    return selected.contains(asked.first().id) ? leftOutSentences(page, selected) : QStringList();
}

QStringList leftOutSentences(const TaskPage& page, const QList<TaskId>& chosen)
{
    const TaskModel& model = page.model();
    const qint64 now = model.nowMs();
    int underWay = 0;
    int timeHasCome = 0;
    int withoutAudience = 0;
    int notScheduled = 0;
    int notListed = 0;
    for (const TaskId id : chosen) {
        if (!model.contains(id)) {
            ++notListed;
            continue;
        }
        const TaskBrief& brief = model.briefAt(model.rowOf(id));
        if (model.isUnderWay(id))
            ++underWay;
        else if (!brief.mayStillGoOut())
            ++notScheduled;
        else if (model.facts().hasTimeCome(brief, now))
            ++timeHasCome;
        else if (brief.audienceNumber == 0)
            ++withoutAudience;
    }
    QStringList said;
    if (notScheduled > 0)
        said << LeftOut::tr(
            "Left out: %n selected push(es) went out or is (are) no longer at the service.", nullptr, notScheduled);
    if (timeHasCome > 0)
        said << LeftOut::tr("Left out: the time of %n selected push(es) has come, and the service is asked about it.",
            nullptr, timeHasCome);
    if (underWay > 0)
        said << LeftOut::tr("Left out: %n selected push(es) is (are) being cancelled already.", nullptr, underWay);
    if (withoutAudience > 0)
        said << LeftOut::tr("Left out: of %n selected push(es) it is not known who gets it. Edit it to say so.",
            nullptr, withoutAudience);
    if (notListed > 0)
        said << LeftOut::tr("Left out: %n selected push(es) is (are) not on the list: the service has no such push, or "
                            "it could not be read.",
            nullptr, notListed);
    return said;
}

} // namespace pushbrake
