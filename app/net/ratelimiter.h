// Decides when the next request of one command may leave, so that the service does not count more than `limit` in a
// second, whatever rhythm the network delivers them in. Pure: time is passed in. Owned by SendGate.
//
// A request is counted somewhere between its sending and its answer, so a slot is certainly spent one window after the
// answer. Without credit nothing more is used, and none is ever over the limit: proven, whatever the network does.
// With credit a request may leave earlier, by the shortest round trip seen. When the ways become shorter at once, that
// one may be over the limit; never a second one, since the next leaves on credit only when the first, and all that was
// sent before it, have been answered, and since there is never more than one too many under way. Proven (at most one
// request over the limit until refused() is called, whether the service counts what it refused or not), as long as
// every refusal is told by refused(). After a refusal everything is waited out: one window from its answer.
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

    /// For so long after a refusal one slot less is used.
    static constexpr std::chrono::seconds cleanSpell { 30 };

    /// `limit`: calls a second, 1 or more.
    explicit RateLimiter(int limit, Credit credit = Credit::Taken);

    /// When the next request may leave: `now` or earlier means at once. Nothing while every slot waits for an answer.
    /// An answer that comes before may make it sooner.
    std::optional<SteadyTime> nextSlot(SteadyTime now) const;
    /// Takes a slot; call only when nextSlot() is not after `now`.
    Ticket take(SteadyTime now);
    void answered(Ticket ticket, SteadyTime now);
    /// The request certainly never left.
    void unsent(Ticket ticket);
    /// No answer before the deadline or the abort: the service may count it up to 3 s later (it gives up then, document
    /// 34620).
    void abandoned(Ticket ticket, SteadyTime now);
    /// An earlier process sent a request `ago`, and nobody knows its answer: it may be counted as late as an abandoned
    /// one. A time to come, which a clock that was put back makes of it, is taken for now.
    void sentEarlier(SteadyTime now, Milliseconds ago);

    /// What is open there may be counted with these from now on, and is waited out: a window at most, so that an answer
    /// that does not come keeps nobody back.
    void countToo(const RateLimiter& other, SteadyTime now);

    /// The service refused for its rate: nothing leaves before now + wait, and one slot less until 30 clean seconds
    /// have passed.
    void refused(SteadyTime now, Milliseconds wait);
    /// A request that may be counted with these, and is not one of them, was refused for its rate. Counted together,
    /// these are refused next, which they say themselves; counted apart, it means nothing. So it costs one of all the
    /// slots for 30 s and no wait, and those that come within 30 s of one another are one finding.
    void warned(SteadyTime now);

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
        std::optional<SteadyTime> spentAt; ///< certainly spent from then on; nothing while the answer is awaited
        bool isAnswered = false; ///< whose answer is lost earns no credit
    };

    Slot* find(Ticket ticket);
    void forgetSpent(SteadyTime now);
    void noteRoundTrip(std::chrono::nanoseconds trip);
    /// When fewer than `slotCount` are open, each from the moment that `endOf` names.
    template<typename EndOf>
    std::optional<SteadyTime> whenFewerThan(std::size_t slotCount, SteadyTime now, EndOf endOf) const;
    std::optional<SteadyTime> nextCertain(std::size_t slotCount, SteadyTime now) const;
    std::optional<SteadyTime> nextOnCredit(std::size_t slotCount, SteadyTime now) const;
    bool isCreditSettled(SteadyTime now) const;
    std::chrono::nanoseconds credit() const;
    std::chrono::nanoseconds meanRoundTrip() const;

    int m_limit;
    Credit m_credit;
    int m_slotsWhenRefused;
    Ticket m_lastTicket = 0;
    Ticket m_lastOnCredit = 0;
    std::vector<Slot> m_open;
    std::deque<std::chrono::nanoseconds> m_roundTrips;
    std::optional<SteadyTime> m_blockedUntil;
    std::optional<SteadyTime> m_lastRefusal;
    std::optional<SteadyTime> m_warned; ///< first of its finding
    std::optional<SteadyTime> m_lastWarning;
};

} // namespace pushbrake
