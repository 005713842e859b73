// Whether a run's requests can reach the service: the read that goes before each batch, the wait for a network that is
// away, and the one for a gateway that answers in the service's place. It sets and clears the run's Obstacles, which it
// borrows with the rest. Owned by CancelRun.
#pragma once

#include "cancel/obstacles.h"
#include "cancel/pulse.h"
#include "cancel/runplan.h"
#include "cancel/verdict.h"
#include "net/sendgate.h"

#include <QObject>

#include <functional>
#include <memory>

namespace pushbrake {

class WayIn : public QObject
{
    Q_OBJECT
public:
    WayIn(ServiceClient& client, SendGate& gate, const Clock& clock, Obstacles& obstacles,
        std::function<quint32()> random);

    /// Reads this task before anything more is sent: a wrong region, signature or right costs one read and not five
    /// deletions, and that get_sched_task answers for a task which is there gives its "no such task" a meaning. What it
    /// cannot find out within limits::probeDeadline is left to the deletions.
    void probe(TaskId task);
    /// Nothing left this computer.
    void waitForNetwork();
    /// A deletion of the run leaves, or a task of it is to be read: each ends with noteAnswer() or noteLook().
    void noteAsked();
    /// Of any such request.
    void noteAnswer(const CallReport& report);
    /// The same of a look. One that was refused for its rate keeps all looks back for a while, `atMost` so long.
    void noteLook(const CallReport& report, Milliseconds atMost);
    /// A deletion was refused for its rate.
    void noteRateRefusal(const RunEntry& refused);
    const Pulse& pulse() const { return m_pulse; }
    void stopWaiting() { m_alarm->stop(); }

Q_SIGNALS:
    /// An obstacle has gone.
    void cleared();
    /// The read was refused for a reason that concerns every task.
    void accountRefused(pushbrake::TaskId task, const pushbrake::CallReport& report);

private:
    void sendProbe(SendGate::Slot slot);
    void takeAnswer(const CallReport& report);
    void onProbe(const CallReport& report);
    void goOnWithoutProbe();
    void endProbe();
    void letGo();
    void onWaitOver();

    ServiceClient& m_client;
    SendGate& m_gate;
    const Clock& m_clock;
    Obstacles& m_obstacles;
    std::function<quint32()> m_random;
    Pulse m_pulse;
    std::unique_ptr<Alarm> m_alarm;
    std::unique_ptr<Alarm> m_probeAlarm; ///< until it may leave
    quint64 m_probeNumber = 0;
    int m_looksRefused = 0; ///< in a row, for their rate
    TaskId m_probed = 0; ///< the one that was read last
    bool m_isProbing = false;
    bool m_owesProbe = false; ///< the last one did not leave
};

} // namespace pushbrake
