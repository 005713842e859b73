// Sees to it that no push stands in the list as scheduled whose time has come: says when that happens and asks for
// looks until the service has told what became of it, or for two minutes. Owned by TaskDesk.
#pragma once

#include "domain/clock.h"
#include "domain/taskbrief.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

namespace pushbrake {

class TaskModel;

class DueWatch : public QObject
{
    Q_OBJECT
public:
    /// Borrows both.
    DueWatch(TaskModel& model, const Clock& clock, QObject* parent);

    /// When the first push goes out that does so after `utc`, as far as the list knows; invalid: none does.
    QDateTime nextAfter(const QDateTime& utc) const;

Q_SIGNALS:
    /// These are to be read from the service now. What it says goes into the model; with the same status it is asked
    /// for again a while later.
    void looksRequested(const QList<pushbrake::TaskId>& tasks);
    /// The list has changed or time has passed: see nextAfter().
    void scanned();

private:
    struct Due
    {
        int looks = 0; ///< asked for so far
        QDateTime nextLook; ///< invalid: no further one
    };
    void scan();
    void planLook(Due& due, const QDateTime& goesOutAt) const;

    TaskModel& m_model;
    const Clock& m_clock;
    QHash<TaskId, Due> m_due;
    qint64 m_scannedMs = TaskBrief::noTime; ///< when all were last looked through
    QTimer m_soon; ///< many changed rows make one scan
    QTimer m_wake; ///< the next time that comes, or the next look
};

} // namespace pushbrake
