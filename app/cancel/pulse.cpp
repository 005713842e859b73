#include "cancel/pulse.h"

namespace pushbrake {

namespace {
constexpr std::chrono::seconds cautious { 30 }; // as RateLimiter is after a refusal
} // namespace

void Pulse::requestLeft(SteadyTime now)
{
    ++m_underWay;
    if (!m_silentSince)
        m_silentSince = now;
}

void Pulse::requestEnded(bool answeredByService, SteadyTime now)
{
    --m_underWay;
    if (answeredByService)
        m_silentSince = m_underWay > 0 ? std::optional(now) : std::nullopt;
}

Milliseconds Pulse::silence(SteadyTime now) const
{
    return m_silentSince ? std::chrono::duration_cast<Milliseconds>(now - *m_silentSince) : Milliseconds(0);
}

// After a refusal everything is waited out and one slot less is used, so what leaves then is within the limit whatever
// the network does. What had left before may belong to the same burst.
void Pulse::refusedForRate(SteadyTime leftAt, bool isLimitOfApp, SteadyTime now)
{
    m_isShared = slowness(now) != Slowness::None && (m_isShared || (isLimitOfApp && leftAt > *m_refusedAt));
    m_refusedAt = now;
}

Slowness Pulse::slowness(SteadyTime now) const
{
    if (!m_refusedAt || now - *m_refusedAt >= cautious)
        return Slowness::None;
    return m_isShared ? Slowness::SharedLimit : Slowness::ServiceAsked;
}

} // namespace pushbrake
