// Reads the list of the opened app from the service: one reading at a time, of the range that is chosen or of what goes
// out in the next minutes, begun by a person or by itself. Shows how far it is and tells what it came to; what it read
// comes out as signals. Owned by TaskDesk; borrows what it needs.
#pragma once

#include "api/listreading.h"
#include "api/serviceclient.h"
#include "domain/serviceclock.h"
#include "domain/task.h"
#include "ui/tasks/lastreading.h"
#include "ui/tasks/refreshrange.h"
#include "ui/tasks/refreshrhythm.h"
#include "ui/tasks/refreshteller.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <optional>

namespace pushbrake {

class AppSession;
class TaskPage;

class Refresher : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        Notices& notices;
        TaskPage& page;
        const ServiceClock& clock;
    };
    Refresher(Needs needs, QObject* parent);

    /// The app that is read from now on; null for none.
    void open(AppSession* session);
    /// Nothing while another reading goes on. `range`: what is chosen.
    void begin(RefreshCause cause, const RefreshRange& range);
    /// Begins another one in the place of one that goes on.
    void beginAnew(const RefreshRange& range);
    /// What the one button does.
    void beginOrStop(const RefreshRange& range);
    bool isReading() const { return m_soFar.has_value(); }

Q_SIGNALS:
    void began(pushbrake::RefreshRhythm::Reading what, bool showsDue);
    /// Rows that the service showed, asked for at `askedAt`.
    void rowsRead(const QList<pushbrake::Task>& tasks, const QDateTime& askedAt);
    void ended(pushbrake::RefreshRhythm::End how);
    /// Everything of the range was shown, asked for at `askedAt`; nothing: everything there is.
    void readWhole(const std::optional<pushbrake::ListRange>& range, const QDateTime& askedAt);

private:
    void onRows(QList<Task> tasks, int soFar);
    void onEnded(const CallReport& report, const ListReading& reading);
    void showReading(std::optional<int> soFar);
    bool isQuiet() const;

    Needs m_needs;
    RefreshTeller m_teller;
    QPointer<AppSession> m_session;
    RefreshCause m_cause = RefreshCause::Opening;
    RefreshRange m_range;
    std::optional<RefreshSpan> m_span; ///< nothing: everything
    std::optional<int> m_soFar; ///< while one goes on
    QSet<TaskId> m_askedFor; ///< read so far of what the person asked for
    SteadyTime m_readingSince;
    QDateTime m_beganAt; ///< UTC
    LastReading m_last; ///< of the range
};

} // namespace pushbrake
