// One SendGate for each host and SDKAppID of this process, so that everything that calls the same app (a run, its
// checks, a refresh, a connection test) keeps within one limit. Owned by Program; must outlive every AppSession.
#pragma once

#include "net/sendgate.h"

#include <QString>

#include <map>
#include <memory>
#include <utility>

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

    /// The same one for the same host (in any case) and number, with all that it remembers of the last second.
    SendGate& gateOf(const QString& host, quint32 sdkAppId);

private:
    const Clock& m_clock;
    int m_callsASecond;
    std::map<std::pair<QString, quint32>, std::unique_ptr<SendGate>> m_gates;
};

} // namespace pushbrake
