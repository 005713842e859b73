// Tells what a refresh came to, and takes only that back when the next one begins: others tell of things that a refresh
// does not mend. One that began by itself tells faults only, each of them once. Owned by Refresher; borrows what it
// needs.
#pragma once

#include "domain/serviceclock.h"
#include "ui/parts/notices.h"
#include "ui/tasks/refreshnotice.h"
#include "ui/tasks/refreshrange.h"

#include <optional>

namespace pushbrake {

/// Why the list is read. Interval and BeforeDue: by itself.
enum class RefreshCause { Opening, Hand, Interval, BeforeDue };

inline bool isByItself(RefreshCause cause)
{
    return cause == RefreshCause::Interval || cause == RefreshCause::BeforeDue;
}

class RefreshTeller
{
public:
    struct End
    {
        const CallReport& report;
        const ListReading& reading;
        CredentialKind kind;
        const RefreshRange& range;
        qint64 pushes; ///< of the range
        bool listIsEmpty;
    };

    RefreshTeller(Notices& notices, const ServiceClock& clock)
        : m_notices(notices)
        , m_clock(clock)
    {
    }

    void begin(RefreshCause cause);
    void tellEnd(const End& end);
    /// Another app is opened.
    void forget();

private:
    RefreshNotice faultOf(const End& end) const; ///< without text: none
    void tellFault(const RefreshNotice& fault);

    Notices& m_notices;
    const ServiceClock& m_clock;
    RefreshCause m_cause = RefreshCause::Opening;
    std::optional<int> m_told;
    QString m_toldFault; ///< empty: none since a reading of the same kind went well
    RefreshCause m_toldBy = RefreshCause::Opening;
};

} // namespace pushbrake
