#include "net/sharedgates.h"

namespace pushbrake {

SendGate& SharedGates::gateOf(const QString& host, quint32 sdkAppId)
{
    auto& gate = m_gates[{ host.toLower(), sdkAppId }];
    if (!gate)
        gate = std::make_unique<SendGate>(m_clock, m_callsASecond);
    return *gate;
}

} // namespace pushbrake
