// Decides when the next request of one command may leave, so that the service never counts more than `limit` in any
// second whatever the network does to their spacing. Pure: time is passed in. Owned by SendGate.
//
// A request is counted somewhere between its sending and its answer. A slot is therefore free again one window after
// the answer, less a credit for the shortest round trip seen, and never less than one window after the sending.
#pragma once

#include "domain/clock.h"

#include <deque>
#include <optional>
#include <vector>

namespace pushbrake {

class RateLimiter
{
public:
    using Ticket = quint64;

    /// Whether the shortest round trip is taken off the wait. Only for answers that all take the service equally long.
    enum class Credit { Taken, NotTaken };

    /// `limit`: calls a second, 1 or more.
    explicit RateLimiter(int limit, Credit credit = Credit::Taken);

    /// When the next request may leave: `now` or earlier means at once. Nothing while every slot waits for an answer.
    std::optional<SteadyTime> nextSlot(SteadyTime now) const;
    /// Takes a slot; call only when nextSlot() is not after `now`.
    Ticket take(SteadyTime now);
    void answered(Ticket ticket, SteadyTime now);
    /// The request certainly never left.
    void unsent(Ticket ticket);
    /// No answer before the deadline or the abort: the service may count it up to 3 s later (it gives up then, document
    /// 34620).
    void abandoned(Ticket ticket, SteadyTime now);

    /// The service refused for its rate: nothing leaves before now + wait, and one slot less until 30 clean seconds
    /// have passed.
    void refused(SteadyTime now, Milliseconds wait);

    /// Slots in use at best at `now`, 1..limit().
    int slotsNow(SteadyTime now) const;
    /// Calls a second that the present slots and round trips let through at best.
    double pace(SteadyTime now) const;
    int limit() const { return m_limit; }

private:
    struct Slot
    {
        Ticket ticket = 0;
        SteadyTime sentAt;
        std::optional<SteadyTime> freeAt; ///< nothing while the answer is awaited
    };

    Slot* find(Ticket ticket);
    void forgetFreed(SteadyTime now);
    void noteRoundTrip(std::chrono::nanoseconds trip);
    std::chrono::nanoseconds credit() const;
    std::chrono::nanoseconds meanRoundTrip() const;

    int m_limit;
    Credit m_credit;
    int m_slotsWhenRefused;
    Ticket m_lastTicket = 0;
    std::vector<Slot> m_open;
    std::deque<std::chrono::nanoseconds> m_roundTrips;
    std::optional<SteadyTime> m_blockedUntil;
    std::optional<SteadyTime> m_lastRefusal;
};

} // namespace pushbrake
