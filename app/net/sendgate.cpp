#include "net/sendgate.h"

#include <algorithm>

namespace pushbrake {

using std::chrono::ceil;

SendGate::SendGate(const Clock& clock, int callsASecond, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_wake(clock.alarm([this] { pump(); }))
{
    for (const Command command : { Command::Delete, Command::Get, Command::List, Command::Revoke }) {
        const int limit = std::clamp(callsASecond, 1, commandRate(command));
        // A page of a hundred tasks takes longer than an empty one, so the shortest answer says little of the way.
        const auto credit = command == Command::List ? RateLimiter::Credit::NotTaken : RateLimiter::Credit::Taken;
        m_lanes.emplace(command, Lane { RateLimiter(limit, credit), {} });
    }
}

void SendGate::acquire(Command command, Turn turn, QObject* context, Granted granted)
{
    m_lanes.at(command).waiting[std::size_t(turn.urgency)].emplace(
        turn.neededBy, Waiting { context, std::move(granted) });
    pumpSoon();
}

std::optional<SendGate::Slot> SendGate::takeNow(Command command)
{
    const SteadyTime now = m_clock.steadyNow();
    const auto next = nextSlot(command, now);
    if (!next || *next > now || isAnybodyWaiting())
        return std::nullopt;
    return take(command, now);
}

void SendGate::rateRefused(Command command, Milliseconds wait)
{
    m_lanes.at(command).limiter.refused(m_clock.steadyNow(), wait);
    pumpSoon();
}

void SendGate::sentEarlier(Command command, Milliseconds ago)
{
    m_lanes.at(command).limiter.sentEarlier(m_clock.steadyNow(), ago);
}

double SendGate::pace(Command command) const
{
    return m_lanes.at(command).limiter.pace(m_clock.steadyNow());
}

std::vector<Command> SendGate::countedAs(Command command) const
{
    const bool reads = command == Command::Get || command == Command::List;
    return m_sharingRuns > 0 && reads ? std::vector { command, Command::Delete } : std::vector { command };
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

bool SendGate::isAnybodyWaiting() const
{
    return std::any_of(m_lanes.begin(), m_lanes.end(), [](const auto& lane) {
        return std::any_of(lane.second.waiting.begin(), lane.second.waiting.end(),
            [](const Lane::Queue& waiting) { return !waiting.empty(); });
    });
}

void SendGate::forgetThoseWhoLeft()
{
    for (auto& [command, lane] : m_lanes) {
        for (auto& waiting : lane.waiting) {
            while (!waiting.empty() && !waiting.begin()->second.context)
                waiting.erase(waiting.begin());
        }
    }
}

std::pair<const Command, SendGate::Lane>* SendGate::nextLane(std::size_t urgency, SteadyTime now)
{
    std::pair<const Command, Lane>* first = nullptr;
    const auto goesBefore = [urgency](const Lane& lane, const Lane& other) {
        const qint64 needed = lane.waiting[urgency].begin()->first;
        const qint64 otherNeeded = other.waiting[urgency].begin()->first;
        return needed != otherNeeded ? needed < otherNeeded : lane.lastTurn < other.lastTurn;
    };
    for (auto& lane : m_lanes) {
        if (lane.second.waiting[urgency].empty() || (first && !goesBefore(lane.second, first->second)))
            continue;
        if (const auto next = nextSlot(lane.first, now); next && *next <= now)
            first = &lane;
    }
    return first;
}

bool SendGate::grantNext(SteadyTime now)
{
    forgetThoseWhoLeft();
    // Urgencies are compared across all commands: where they share slots, the less urgent one gets what is left. Where
    // they do not, each finds its own slots free in the same round.
    for (std::size_t urgency = 0; urgency <= std::size_t(Urgency::Unwatched); ++urgency) {
        auto* lane = nextLane(urgency, now);
        if (!lane)
            continue;
        lane->second.lastTurn = ++m_turns;
        auto waiting = lane->second.waiting[urgency].extract(lane->second.waiting[urgency].begin());
        waiting.mapped().granted(take(lane->first, now));
        return true;
    }
    return false;
}

void SendGate::pump()
{
    while (grantNext(m_clock.steadyNow())) { }
    std::optional<SteadyTime> wake;
    const SteadyTime now = m_clock.steadyNow();
    for (const auto& [command, lane] : m_lanes) {
        if (std::all_of(lane.waiting.begin(), lane.waiting.end(), [](const auto& waiting) { return waiting.empty(); }))
            continue;
        if (const auto next = nextSlot(command, now))
            wake = wake ? std::min(*wake, *next) : *next;
    }
    if (wake)
        m_wake->set(ceil<Milliseconds>(*wake - now));
}

SendGate::RunRegistration SendGate::registerRun(ReadsCount reads)
{
    RunRegistration registration;
    registration.m_gate = this;
    registration.m_reads = reads;
    const bool shares = reads == ReadsCount::WithDeletions;
    if (shares && m_sharingRuns == 0) {
        for (const Command read : { Command::Get, Command::List })
            m_lanes.at(Command::Delete).limiter.countToo(m_lanes.at(read).limiter, m_clock.steadyNow());
    }
    m_sharingRuns += shares;
    return registration;
}

SendGate::RunRegistration::RunRegistration(RunRegistration&& other) noexcept
    : m_gate(std::exchange(other.m_gate, {}))
    , m_reads(other.m_reads)
{
}

SendGate::RunRegistration& SendGate::RunRegistration::operator=(RunRegistration&& other) noexcept
{
    // What this held goes with `ended`, after the new one counts.
    RunRegistration ended(std::move(other));
    std::swap(m_gate, ended.m_gate);
    std::swap(m_reads, ended.m_reads);
    return *this;
}

SendGate::RunRegistration::~RunRegistration()
{
    if (!m_gate)
        return;
    m_gate->m_sharingRuns -= m_reads == ReadsCount::WithDeletions;
    m_gate->pumpSoon();
}

SendGate::Slot::Slot(Slot&& other) noexcept
    : m_gate(std::exchange(other.m_gate, {}))
    , m_tickets(std::exchange(other.m_tickets, {}))
{
}

SendGate::Slot& SendGate::Slot::operator=(Slot&& other) noexcept
{
    Slot dropped(std::move(other));
    std::swap(m_gate, dropped.m_gate);
    std::swap(m_tickets, dropped.m_tickets);
    return *this;
}

SendGate::Slot::~Slot()
{
    abandoned();
}

void SendGate::Slot::end(void (*how)(RateLimiter&, RateLimiter::Ticket, SteadyTime))
{
    if (!m_gate || m_tickets.empty())
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

void SendGate::Slot::refused()
{
    if (m_gate && !m_tickets.empty()) {
        const SteadyTime now = m_gate->m_clock.steadyNow();
        m_gate->m_lanes.at(m_tickets.front().first).limiter.refused(now, Milliseconds(0)); // who asked may wait longer
        for (std::size_t i = 1; i < m_tickets.size(); ++i)
            m_gate->m_lanes.at(m_tickets.at(i).first).limiter.warned(now);
    }
    answered();
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
