// When the list is read by itself: every so many minutes, and shortly before something goes out. Never faster than once
// a minute, ever slower while it fails, and not at all where the account was refused. Pure but for its clock; owned by
// RefreshRepeat, which tells it of every reading, whoever began it.
#pragma once

#include "domain/clock.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace pushbrake {

class RefreshRhythm
{
public:
    struct Choice
    {
        std::chrono::minutes every { 0 }; ///< 0: not
        bool beforeDue = false;

        bool operator==(const Choice&) const = default;
    };
    enum class Reading {
        Range, ///< what the person chose
        Due ///< what goes out in the next minutes
    };
    enum class End { Read, Failed, AccountRefused, Stopped };

    /// Borrows the clock.
    explicit RefreshRhythm(const Clock& clock);

    void choose(Choice choice);
    /// Another app, or the same with another account; it counts as just read, since whoever opens it reads it.
    void opened();
    /// `showsDue`: it reads what goes out in the next minutes, among others.
    void began(Reading what, bool showsDue);
    void ended(End how);

    /// Whether it matters when the next push goes out.
    bool heedsDue() const { return m_choice.beforeDue; }
    /// Pushes that go out until then were read shortly before; the next one after it is the one that counts.
    QDateTime seenUntil() const;
    /// What is to be read now, if anything. `nextDue`: UTC, the soonest push after seenUntil(); invalid for none.
    std::optional<Reading> due(const QDateTime& nextDue) const;
    /// How long nothing will be due; nothing: for good, unless something changes.
    std::optional<Milliseconds> sleep(const QDateTime& nextDue) const;

private:
    std::optional<Milliseconds> untilInterval() const;
    std::optional<Milliseconds> untilDue(const QDateTime& nextDue) const;
    Milliseconds untilAllowed() const;

    const Clock& m_clock;
    Choice m_choice;
    SteadyTime m_lastBegan; ///< of a reading of the range
    SteadyTime m_lastEnded; ///< of any
    QDateTime m_seenUntil;
    QDateTime m_willHaveSeen; ///< when the reading that goes on ends well
    int m_failures = 0; ///< in a row
    bool m_isRefused = false;
};

} // namespace pushbrake
