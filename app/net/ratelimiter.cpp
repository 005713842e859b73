#include "net/ratelimiter.h"

#include <algorithm>
#include <numeric>

namespace pushbrake {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {
// The service counts a sliding second; 2 ms cover the rounding of timers and of its clock.
constexpr nanoseconds window = 1s + 2ms;
// The service itself gives up on a request after 3 s (document 34620), so it may be counted until then.
constexpr nanoseconds serviceGivesUp = 3s;
constexpr std::size_t tripsBeforeCredit = 10;
constexpr std::size_t tripsRemembered = 1000;
// Below the first, a round trip is as much this computer's own load as the way, and shortens when the load passes: no
// more than the second is taken off then, and 0.96 of the limit is reached all the same.
constexpr nanoseconds mostlyLoad = 40ms;
constexpr nanoseconds creditBesideLoad = 4ms;
} // namespace

RateLimiter::RateLimiter(int limit, Credit credit)
    : m_limit(std::max(1, limit))
    , m_credit(credit)
    , m_slotsWhenRefused(m_limit)
{
}

int RateLimiter::slotsNow(SteadyTime now) const
{
    const bool isWarned = m_warned && now - *m_warned < cleanSpell;
    const int most = isWarned ? std::max(1, m_limit - 1) : m_limit;
    if (!m_lastRefusal)
        return most;
    const auto regained = std::max<qint64>(0, (now - *m_lastRefusal) / cleanSpell);
    return int(std::min<qint64>(most, m_slotsWhenRefused + regained));
}

std::optional<SteadyTime> RateLimiter::nextSlot(SteadyTime now) const
{
    const auto slotCount = std::size_t(slotsNow(now));
    std::optional<SteadyTime> next = nextCertain(slotCount, now);
    if (const auto onCredit = nextOnCredit(slotCount, now))
        next = next ? std::min(*next, *onCredit) : *onCredit;
    return next && m_blockedUntil ? std::max(*next, *m_blockedUntil) : next;
}

template<typename EndOf>
std::optional<SteadyTime> RateLimiter::whenFewerThan(std::size_t slotCount, SteadyTime now, EndOf endOf) const
{
    std::vector<SteadyTime> ends;
    std::size_t open = 0;
    for (const Slot& slot : m_open) {
        const std::optional<SteadyTime> end = endOf(slot);
        if (end && *end <= now)
            continue;
        ++open;
        if (end)
            ends.push_back(*end);
    }
    if (open < slotCount)
        return now;
    const std::size_t mustEnd = open - slotCount + 1;
    if (ends.size() < mustEnd)
        return std::nullopt;
    std::nth_element(ends.begin(), ends.begin() + std::ptrdiff_t(mustEnd - 1), ends.end());
    return ends[mustEnd - 1];
}

std::optional<SteadyTime> RateLimiter::nextCertain(std::size_t slotCount, SteadyTime now) const
{
    return whenFewerThan(slotCount, now, [](const Slot& slot) { return slot.spentAt; });
}

std::optional<SteadyTime> RateLimiter::nextOnCredit(std::size_t slotCount, SteadyTime now) const
{
    const nanoseconds taken = credit();
    if (taken <= nanoseconds(0) || !isCreditSettled(now))
        return std::nullopt;
    const auto earliest = whenFewerThan(slotCount, now, [taken](const Slot& slot) {
        return slot.isAnswered ? std::max(slot.sentAt + window, *slot.spentAt - taken) : slot.spentAt;
    });
    // One too many may be under way, and no more.
    const auto oneTooMany = nextCertain(slotCount + 1, now);
    if (!earliest || !oneTooMany)
        return std::nullopt;
    return std::max(*earliest, *oneTooMany);
}

// A refusal can only meet the last one on credit or what was sent before it: while the answer of one of these is
// awaited, it is not known whether there is one.
bool RateLimiter::isCreditSettled(SteadyTime now) const
{
    return std::none_of(m_open.begin(), m_open.end(), [this, now](const Slot& slot) {
        return slot.ticket <= m_lastOnCredit && !slot.isAnswered && (!slot.spentAt || *slot.spentAt > now);
    });
}

RateLimiter::Ticket RateLimiter::take(SteadyTime now)
{
    forgetSpent(now);
    const bool isOnCredit = m_open.size() >= std::size_t(slotsNow(now));
    m_open.push_back({ ++m_lastTicket, now, std::nullopt, false });
    if (isOnCredit)
        m_lastOnCredit = m_lastTicket;
    return m_lastTicket;
}

void RateLimiter::answered(Ticket ticket, SteadyTime now)
{
    Slot* slot = find(ticket);
    if (!slot || slot->spentAt)
        return;
    noteRoundTrip(now - slot->sentAt);
    slot->spentAt = now + window;
    slot->isAnswered = true;
}

void RateLimiter::unsent(Ticket ticket)
{
    std::erase_if(m_open, [ticket](const Slot& slot) { return slot.ticket == ticket; });
}

void RateLimiter::abandoned(Ticket ticket, SteadyTime now)
{
    if (Slot* slot = find(ticket); slot && !slot->spentAt)
        slot->spentAt = now + serviceGivesUp + window;
}

void RateLimiter::sentEarlier(SteadyTime now, Milliseconds ago)
{
    const SteadyTime sentAt = now - std::max(Milliseconds(0), ago);
    m_open.push_back({ ++m_lastTicket, sentAt, sentAt + serviceGivesUp + window, false });
}

void RateLimiter::countToo(const RateLimiter& other, SteadyTime now)
{
    for (const Slot& open : other.m_open) {
        const SteadyTime spentAt = std::min(open.spentAt.value_or(now + window), now + window);
        if (spentAt > now)
            m_open.push_back({ ++m_lastTicket, open.sentAt, spentAt, false });
    }
}

void RateLimiter::refused(SteadyTime now, Milliseconds wait)
{
    // Requests that were under way together are refused together: that is one finding, not five.
    const bool sameFinding = m_lastRefusal && now - *m_lastRefusal < window;
    if (!sameFinding)
        m_slotsWhenRefused = std::max(1, slotsNow(now) - 1);
    m_lastRefusal = now;
    const SteadyTime until = now + std::max<nanoseconds>(wait, window);
    m_blockedUntil = m_blockedUntil ? std::max(*m_blockedUntil, until) : until;
}

void RateLimiter::warned(SteadyTime now)
{
    if (!m_lastWarning || now - *m_lastWarning >= cleanSpell)
        m_warned = now;
    m_lastWarning = now;
}

double RateLimiter::pace(SteadyTime now) const
{
    using Seconds = std::chrono::duration<double>;
    const nanoseconds trip = meanRoundTrip();
    const double certain = slotsNow(now) / Seconds(window + trip).count();
    const nanoseconds taken = credit();
    if (taken <= nanoseconds(0))
        return certain;
    // One after the other leaves on credit: no sooner than the last one's answer.
    const double onCredit
        = std::min(slotsNow(now) / Seconds(std::max(window, window + trip - taken)).count(), 1 / Seconds(trip).count());
    return std::max(certain, onCredit);
}

RateLimiter::Slot* RateLimiter::find(Ticket ticket)
{
    const auto found
        = std::find_if(m_open.begin(), m_open.end(), [ticket](const Slot& s) { return s.ticket == ticket; });
    return found == m_open.end() ? nullptr : &*found;
}

void RateLimiter::forgetSpent(SteadyTime now)
{
    std::erase_if(m_open, [now](const Slot& slot) { return slot.spentAt && *slot.spentAt <= now; });
}

void RateLimiter::noteRoundTrip(nanoseconds trip)
{
    m_roundTrips.push_back(trip);
    if (m_roundTrips.size() > tripsRemembered)
        m_roundTrips.pop_front();
}

// A request reaches the service no sooner than its way there, and was counted no later than its answer less the way
// back: a round trip at its shortest is certainly spent on the two ways. The shortest one seen is longer than that, by
// the more the fewer were seen and the more they differ: ten spreads over their number make up for it (simulated: none
// refused in 200 x 1000 requests on each of five networks, where 0.9 of the shortest of 50 let some through).
nanoseconds RateLimiter::credit() const
{
    if (m_credit == Credit::NotTaken || m_roundTrips.size() < tripsBeforeCredit)
        return nanoseconds(0);
    const nanoseconds shortest = *std::min_element(m_roundTrips.begin(), m_roundTrips.end());
    const nanoseconds doubt = (meanRoundTrip() - shortest) * 10 / qint64(m_roundTrips.size());
    const nanoseconds credit = std::max(nanoseconds(0), shortest * 95 / 100 - doubt);
    return shortest < mostlyLoad ? std::min(credit, creditBesideLoad) : credit;
}

nanoseconds RateLimiter::meanRoundTrip() const
{
    const auto sum = std::accumulate(m_roundTrips.begin(), m_roundTrips.end(), nanoseconds(0));
    return sum / qint64(std::max<std::size_t>(1, m_roundTrips.size()));
}

} // namespace pushbrake
