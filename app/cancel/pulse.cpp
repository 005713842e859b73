#include "cancel/pulse.h"

#include "net/ratelimiter.h"

namespace pushbrake {

void Pulse::requestLeft(SteadyTime now)
{
    ++m_underWay;
    if (!m_silentSince)
        m_silentSince = now;
}

// Of what never left nobody owes an answer; of what was lost the look that follows does.
void Pulse::requestEnded(End how, SteadyTime now)
{
    --m_underWay;
    if (how == End::Answered && m_underWay > 0)
        m_silentSince = now;
    else if (how == End::Answered || (how == End::NeverLeft && m_underWay == 0))
        m_silentSince.reset();
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
    if (!m_refusedAt || now - *m_refusedAt >= RateLimiter::cleanSpell)
        return Slowness::None;
    return m_isShared ? Slowness::SharedLimit : Slowness::ServiceAsked;
}

} // namespace pushbrake
