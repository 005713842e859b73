#include "cancel/obstacles.h"

#include "api/limits.h"

#include <utility>

namespace pushbrake {

namespace {
constexpr double unhurried = 0.5; // of one computer's network there is nobody to keep apart from
} // namespace

void Obstacles::clear()
{
    m_isPaused = m_noNetwork = m_gatewayDown = m_accountRefused = m_recordFailed = false;
}

void Obstacles::stop()
{
    m_isStopped = true;
    m_noNetwork = m_gatewayDown = m_accountRefused = m_recordFailed = false;
}

std::optional<Milliseconds> Obstacles::networkFailed()
{
    if (m_isStopped || std::exchange(m_noNetwork, true))
        return std::nullopt;
    return limits::networkBackoff.waitAfter(++m_networkFailures, unhurried);
}

bool Obstacles::gatewayFailed()
{
    if (++m_gatewayFailures < limits::gatewayFaults || m_isStopped)
        return false;
    return !std::exchange(m_gatewayDown, true);
}

bool Obstacles::serviceAnswered()
{
    m_gatewayFailures = 0;
    return std::exchange(m_gatewayDown, false);
}

bool Obstacles::accountRefused()
{
    return !m_isStopped && !std::exchange(m_accountRefused, true);
}

bool Obstacles::recordFailed()
{
    return !std::exchange(m_recordFailed, true);
}

} // namespace pushbrake
