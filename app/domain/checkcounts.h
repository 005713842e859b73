// What a check before a campaign can say of a push, the worst first, and how many got which word. Plain values; made by
// check/, kept by store/.
#pragma once

#include <array>

namespace pushbrake {

enum class CheckVerdict {
    Differs, ///< scheduled, but not as expected
    Missing, ///< the service has no such push
    GoingOut, ///< is going out or went out already
    NotExpected, ///< the service has it in the same time, and nobody expected it
    NotRead, ///< what the service has of it is not known: says nothing of the push
    Expected
};

inline constexpr std::array checkVerdicts { CheckVerdict::Differs, CheckVerdict::Missing, CheckVerdict::GoingOut,
    CheckVerdict::NotExpected, CheckVerdict::NotRead, CheckVerdict::Expected };

struct CheckCounts
{
    int& of(CheckVerdict verdict) { return counts[std::size_t(verdict)]; }
    int of(CheckVerdict verdict) const { return counts[std::size_t(verdict)]; }

    bool operator==(const CheckCounts&) const = default;

    std::array<int, checkVerdicts.size()> counts {};
};

} // namespace pushbrake
