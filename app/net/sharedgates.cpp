#include "net/sharedgates.h"

namespace pushbrake {

SendGate& SharedGates::gateOf(const AppKey& app)
{
    auto& gate = m_gates[app.text];
    if (!gate)
        gate = std::make_unique<SendGate>(m_clock, m_callsASecond);
    return *gate;
}

} // namespace pushbrake
