// Tells what a refresh came to, and takes only that back when the next one begins: others tell of things that a refresh
// does not mend. Owned by TaskDesk; borrows what it needs.
#pragma once

#include "domain/serviceclock.h"
#include "ui/parts/notices.h"
#include "ui/tasks/refreshnotice.h"

#include <optional>

namespace pushbrake {

class RefreshTeller
{
public:
    RefreshTeller(Notices& notices, const ServiceClock& clock)
        : m_notices(notices)
        , m_clock(clock)
    {
    }

    void tellEnd(const CallReport& report, const ListReading& reading, CredentialKind kind, bool listIsEmpty);
    void takeBack();

private:
    bool tellClockIsWrong();
    void tell(NoticeKind kind, const RefreshNotice& notice);

    Notices& m_notices;
    const ServiceClock& m_clock;
    std::optional<int> m_told;
};

} // namespace pushbrake
