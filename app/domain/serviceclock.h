// The time by which pushes go out: the service's. It is the computer's own, put right by what the service's answers say
// of theirs (the Date header, RFC 9110 section 6.6.1, in whole seconds) once several of them agree that it is wrong.
// Pure but for the clock it corrects. Owned by Program, which has everything that reads a time use it.
#pragma once

#include "domain/clock.h"

#include <deque>
#include <optional>

namespace pushbrake {

class ServiceClock final : public Clock
{
public:
    /// Borrows the computer's.
    explicit ServiceClock(const Clock& computers)
        : m_computers(computers)
    {
    }

    SteadyTime steadyNow() const override { return m_computers.steadyNow(); }
    QDateTime utcNow() const override;
    std::unique_ptr<Alarm> alarm(std::function<void()> ring) const override
    {
        return m_computers.alarm(std::move(ring));
    }

    /// An answer has just come that took `roundTrip` and was dated `date` (UTC; an invalid one is passed over).
    void heard(const QDateTime& date, Milliseconds roundTrip);
    /// Another service is talked to from now on.
    void forget() { m_heard.clear(); }
    /// The service's clock less the computer's: nothing while fewer than three answers agree, and zero when no more
    /// than two seconds lie between them.
    std::optional<Milliseconds> difference() const;

private:
    /// What one answer leaves possible for the difference, in milliseconds.
    struct Range
    {
        qint64 least;
        qint64 most;
        Milliseconds wallLessSteady; ///< of the computer; another one since means that its clock was set, or slept
    };
    Milliseconds wallLessSteady() const;

    const Clock& m_computers;
    std::deque<Range> m_heard;
};

} // namespace pushbrake
