// Hands out permission to send, so that no command of an app is ever called more often than its limit.
// One gate a host and SDKAppID, shared by run, checks and refresh. Owned by AppSession; lives on the window's thread.
#pragma once

#include "domain/clock.h"
#include "net/command.h"
#include "net/ratelimiter.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace pushbrake {

class SendGate : public QObject
{
    Q_OBJECT
public:
    /// Borrows the clock. `callsASecond` lowers the service's own limit (1..5); revoke stays at 1.
    explicit SendGate(const Clock& clock, int callsASecond = 5, QObject* parent = nullptr);

    /// A slot that was granted. Exactly one of the three must follow, before the gate goes.
    class Slot
    {
    public:
        void answered(); ///< an answer, good or bad, was read
        void unsent(); ///< the request never left: the slot is free at once
        void abandoned(); ///< no answer came before the deadline or the abort

    private:
        friend class SendGate;
        void end(void (*how)(RateLimiter&, RateLimiter::Ticket, SteadyTime));

        QPointer<SendGate> m_gate;
        std::vector<std::pair<Command, RateLimiter::Ticket>> m_tickets;
    };
    using Granted = std::function<void(Slot)>;

    /// Calls `granted` once, from the event loop, when a request of this command may leave. What is sent is decided
    /// then.
    void acquire(Command command, QObject* context, Granted granted);
    /// The service answered with a rate code: one slot less for a while, and all of the command waits.
    void rateRefused(Command command, Milliseconds wait);
    /// Requests of this command a second that the gate lets through at best now.
    double pace(Command command) const;
    /// Whether get and list count against the five of delete as well. Until it is known how the service counts,
    /// that is the safe way while a run is going.
    void setReadsShareTheLimit(bool share) { m_shared = share; }

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Granted granted;
    };
    struct Lane
    {
        RateLimiter limiter;
        std::deque<Waiting> waiting;
    };

    std::vector<Command> countedAs(Command command) const;
    std::optional<SteadyTime> nextSlot(Command command, SteadyTime now) const;
    Slot take(Command command, SteadyTime now);
    bool grantOne(Command command, SteadyTime now);
    void pump();
    void pumpSoon() { m_timer.start(0); }

    const Clock& m_clock;
    std::map<Command, Lane> m_lanes;
    QTimer m_timer;
    bool m_shared = false;
};

} // namespace pushbrake
