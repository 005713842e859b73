// Reads of single tasks for whoever has to know how a deed ended: the task itself (get_sched_task), or what the list
// shows around its time (list_sched_task). Each is asked once and answered once. Owned by CancelRun or AppSession.
#pragma once

#include "api/serviceclient.h"
#include "cancel/verdict.h"
#include "net/sendgate.h"
#include "store/runevent.h"

#include <QObject>

namespace pushbrake {

class LookUps : public QObject
{
    Q_OBJECT
public:
    /// Borrows all of them.
    LookUps(ServiceClient& client, SendGate& gate, const Clock& clock);

    void look(TaskId task, Turn turn, Milliseconds deadline);
    /// What the list shows of the task within a minute of `goesOutAt`.
    void askList(TaskId task, const QDateTime& goesOutAt, Turn turn);
    /// How many are not answered yet.
    int underWay() const { return m_underWay; }

Q_SIGNALS:
    void looked(pushbrake::TaskId task, const pushbrake::CallReport& report, const pushbrake::Task& read);
    void listed(pushbrake::TaskId task, const pushbrake::ListWord& word);
    /// The same for the record, just before; of which run the reader knows.
    void answered(const pushbrake::RunEvent& event);

private:
    ServiceClient& m_client;
    SendGate& m_gate;
    const Clock& m_clock;
    int m_underWay = 0;
};

} // namespace pushbrake
