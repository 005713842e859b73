#include "net/sendgate.h"

#include <algorithm>

namespace pushbrake {

using std::chrono::ceil;

SendGate::SendGate(const Clock& clock, int callsASecond, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    for (const Command command : { Command::Delete, Command::Get, Command::List, Command::Revoke }) {
        const int limit = std::clamp(callsASecond, 1, commandRate(command));
        // A page of a hundred tasks takes longer than an empty one, so the shortest answer says little of the way.
        const auto credit = command == Command::List ? RateLimiter::Credit::NotTaken : RateLimiter::Credit::Taken;
        m_lanes.emplace(command, Lane { RateLimiter(limit, credit), {} });
    }
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SendGate::pump);
}

void SendGate::acquire(Command command, QObject* context, Granted granted)
{
    m_lanes.at(command).waiting.push_back({ context, std::move(granted) });
    pumpSoon();
}

void SendGate::rateRefused(Command command, Milliseconds wait)
{
    for (const Command counted : countedAs(command))
        m_lanes.at(counted).limiter.refused(m_clock.steadyNow(), wait);
    pumpSoon();
}

double SendGate::pace(Command command) const
{
    return m_lanes.at(command).limiter.pace(m_clock.steadyNow());
}

std::vector<Command> SendGate::countedAs(Command command) const
{
    const bool reads = command == Command::Get || command == Command::List;
    return m_shared && reads ? std::vector { command, Command::Delete } : std::vector { command };
}

std::optional<SteadyTime> SendGate::nextSlot(Command command, SteadyTime now) const
{
    SteadyTime latest = now;
    for (const Command counted : countedAs(command)) {
        const auto next = m_lanes.at(counted).limiter.nextSlot(now);
        if (!next)
            return std::nullopt;
        latest = std::max(latest, *next);
    }
    return latest;
}

SendGate::Slot SendGate::take(Command command, SteadyTime now)
{
    Slot slot;
    slot.m_gate = this;
    for (const Command counted : countedAs(command))
        slot.m_tickets.emplace_back(counted, m_lanes.at(counted).limiter.take(now));
    return slot;
}

bool SendGate::grantOne(Command command, SteadyTime now)
{
    auto& waiting = m_lanes.at(command).waiting;
    while (!waiting.empty() && !waiting.front().context)
        waiting.pop_front();
    if (waiting.empty())
        return false;
    const auto next = nextSlot(command, now);
    if (!next || *next > now)
        return false;
    const Waiting first = std::move(waiting.front());
    waiting.pop_front();
    first.granted(take(command, now));
    return true;
}

void SendGate::pump()
{
    // One of each command in turn: where reads share the five, neither starves the other.
    bool granted = true;
    while (granted) {
        granted = false;
        for (const auto& [command, lane] : m_lanes)
            granted |= grantOne(command, m_clock.steadyNow());
    }
    std::optional<SteadyTime> wake;
    const SteadyTime now = m_clock.steadyNow();
    for (const auto& [command, lane] : m_lanes) {
        if (lane.waiting.empty())
            continue;
        if (const auto next = nextSlot(command, now))
            wake = wake ? std::min(*wake, *next) : *next;
    }
    if (wake)
        m_timer.start(std::max(Milliseconds(0), ceil<Milliseconds>(*wake - now)));
}

void SendGate::Slot::end(void (*how)(RateLimiter&, RateLimiter::Ticket, SteadyTime))
{
    if (!m_gate)
        return;
    for (const auto& [command, ticket] : m_tickets)
        how(m_gate->m_lanes.at(command).limiter, ticket, m_gate->m_clock.steadyNow());
    m_tickets.clear();
    m_gate->pumpSoon();
}

void SendGate::Slot::answered()
{
    end([](RateLimiter& limiter, RateLimiter::Ticket ticket, SteadyTime now) { limiter.answered(ticket, now); });
}

void SendGate::Slot::unsent()
{
    end([](RateLimiter& limiter, RateLimiter::Ticket ticket, SteadyTime) { limiter.unsent(ticket); });
}

void SendGate::Slot::abandoned()
{
    end([](RateLimiter& limiter, RateLimiter::Ticket ticket, SteadyTime now) { limiter.abandoned(ticket, now); });
}

} // namespace pushbrake
