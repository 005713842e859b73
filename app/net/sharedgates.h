// One SendGate for each app of this process, so that everything that calls the same one (a run, its checks, a refresh,
// a connection test) keeps within one limit. Owned by Program; must outlive every AppSession.
#pragma once

#include "domain/appkey.h"
#include "net/sendgate.h"

#include <map>
#include <memory>

namespace pushbrake {

class SharedGates
{
public:
    /// Borrows the clock. `callsASecond` as of SendGate.
    explicit SharedGates(const Clock& clock, int callsASecond = 5)
        : m_clock(clock)
        , m_callsASecond(callsASecond)
    {
    }

    /// The same one for the same app, however its host is spelled, with all that it remembers of the last second.
    SendGate& gateOf(const AppKey& app);

private:
    const Clock& m_clock;
    int m_callsASecond;
    std::map<QString, std::unique_ptr<SendGate>> m_gates; ///< by AppKey::text
};

} // namespace pushbrake
