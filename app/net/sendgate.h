// Hands out permission to send, so that no command of an app is ever called more often than its limit, and what a run
// needs is never kept waiting by what only looks. One gate an app (see AppKey). Owned by SharedGates; lives on the
// window's thread.
#pragma once

#include "domain/clock.h"
#include "net/command.h"
#include "net/ratelimiter.h"

#include <QObject>
#include <QPointer>

#include <array>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace pushbrake {

/// Who goes first where slots are scarce.
enum class Urgency {
    Deed, ///< what a run does to a task, and a look at one of whose fate it is in doubt
    Check, ///< a run reads a task of its own
    Watched, ///< a person waits for it: a refresh, chosen tasks
    Unwatched ///< nobody waits for it
};

/// When somebody's turn comes: by urgency; within one by the moment by which it is needed; then first come, first
/// served, and the commands in turn.
struct Turn
{
    static constexpr qint64 whenever = std::numeric_limits<qint64>::max();

    Turn(Urgency ofWhat, qint64 neededByMs = whenever)
        : urgency(ofWhat)
        , neededBy(neededByMs)
    {
    }

    Urgency urgency;
    qint64 neededBy; ///< milliseconds since 1970, compared only with one another
};

/// How get and list count while a run is going. Until it is known how the service counts, sharing is the safe way.
enum class ReadsCount { WithDeletions, Apart };

class SendGate : public QObject
{
    Q_OBJECT
public:
    /// Borrows the clock. `callsASecond` lowers the service's own limit (1..5); revoke stays at 1.
    explicit SendGate(const Clock& clock, int callsASecond = 5, QObject* parent = nullptr);

    /// Permission for one request. It ends by one of the four, and as abandoned when it is dropped without a word, so
    /// that it cannot be lost.
    class Slot
    {
    public:
        Slot(Slot&& other) noexcept;
        Slot& operator=(Slot&& other) noexcept;
        ~Slot();

        void answered(); ///< an answer, good or bad, was read
        /// Answered with a rate code: its command has one slot less for a while, and waits. What it may be counted with
        /// is warned (see RateLimiter), and never kept waiting: a deletion does not depend on a read.
        void refused();
        void unsent(); ///< the request certainly never left: the slot is free at once
        void abandoned(); ///< no answer came before the deadline or the abort

    private:
        friend class SendGate;
        Slot() = default;
        void end(void (*how)(RateLimiter&, RateLimiter::Ticket, SteadyTime));

        QPointer<SendGate> m_gate;
        std::vector<std::pair<Command, RateLimiter::Ticket>> m_tickets; ///< that of its own command first
    };
    using Granted = std::move_only_function<void(Slot)>;

    /// Calls `granted` once, from the event loop, when a request of this command may leave, unless `context` is gone by
    /// then. What is sent is decided then.
    void acquire(Command command, Turn turn, QObject* context, Granted granted);
    /// Permission at once, for what has to leave before this thread is busy with something longer; nothing when no slot
    /// is free, or when anybody waits for one of any command.
    std::optional<Slot> takeNow(Command command);
    /// The service answered with a rate code: one slot less for a while, and all of this command, and no other, waits.
    void rateRefused(Command command, Milliseconds wait);
    /// An earlier process sent a request `ago`, and its answer is not known: it is waited out.
    void sentEarlier(Command command, Milliseconds ago);
    /// Requests of this command a second that the gate lets through at best now. For Delete that is what is left for a
    /// run whatever else is asked for, since the reads go after it.
    double pace(Command command) const;

    /// Says that a run is going for as long as it lives.
    class RunRegistration
    {
    public:
        RunRegistration() = default; ///< of no run
        RunRegistration(RunRegistration&& other) noexcept;
        RunRegistration& operator=(RunRegistration&& other) noexcept;
        ~RunRegistration();

    private:
        friend class SendGate;
        QPointer<SendGate> m_gate;
        ReadsCount m_reads = ReadsCount::WithDeletions;
    };
    /// While one that counts them WithDeletions lives, get and list take their slots from the five of delete as well;
    /// those that left just before are waited out.
    [[nodiscard]] RunRegistration registerRun(ReadsCount reads);

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Granted granted;
    };
    struct Lane
    {
        RateLimiter limiter;
        using Queue = std::multimap<qint64, Waiting>; ///< by Turn::neededBy
        std::array<Queue, std::size_t(Urgency::Unwatched) + 1> waiting; ///< by urgency
        quint64 lastTurn = 0;
    };

    bool isAnybodyWaiting() const;
    std::vector<Command> countedAs(Command command) const;
    std::optional<SteadyTime> nextSlot(Command command, SteadyTime now) const;
    Slot take(Command command, SteadyTime now);
    void forgetThoseWhoLeft();
    std::pair<const Command, Lane>* nextLane(std::size_t urgency, SteadyTime now);
    bool grantNext(SteadyTime now);
    void pump();
    void pumpSoon() { m_wake->set(Milliseconds(0)); }

    const Clock& m_clock;
    std::map<Command, Lane> m_lanes;
    std::unique_ptr<Alarm> m_wake;
    quint64 m_turns = 0;
    int m_sharingRuns = 0;
};

} // namespace pushbrake
