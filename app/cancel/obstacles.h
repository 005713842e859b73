// What keeps a run from sending for now: the person, the network, a gateway that answers in the service's place, the
// account, a read that goes before, or a record that cannot be written.
// Pure. Owned by CancelRun, which keeps the timer.
#pragma once

#include "domain/clock.h"

#include <optional>

namespace pushbrake {

class Obstacles
{
public:
    bool mayGoOn() const
    {
        return !m_isStopped && !isPaused() && !waitsForNetwork() && !m_accountRefused && m_probes == 0;
    }
    bool isStopped() const { return m_isStopped; }
    /// By the person, or because of the record: both end by a click.
    bool isPaused() const { return m_isPaused || m_recordFailed; }
    bool waitsForNetwork() const { return m_noNetwork || m_gatewayDown; }
    bool isGatewayDown() const { return m_gatewayDown; }
    bool waitsForAccount() const { return m_accountRefused; }
    bool waitsForRecord() const { return m_recordFailed; }

    void pause() { m_isPaused = true; }
    /// The person goes on: whatever stood in the way is tried again.
    void clear();
    /// Nothing is sent any more, so there is nothing to wait for but the record of what was sent.
    void stop();

    /// A request could not leave. How long to wait before another may try; nothing while that wait goes on already.
    std::optional<Milliseconds> networkFailed();
    void networkWaitIsOver() { m_noNetwork = false; }
    /// A request left: the next failure is the first one.
    void networkWorked() { m_networkFailures = 0; }
    /// A 5xx came. True when it is the one after which nothing more is sent into the gateway until a read comes
    /// through.
    [[nodiscard]] bool gatewayFailed();
    /// The service itself answered. True when that was waited for.
    bool serviceAnswered();
    /// A read goes before what is sent next.
    void probeBegins() { ++m_probes; }
    void probeEnds() { --m_probes; }
    /// True when it was not known yet.
    [[nodiscard]] bool accountRefused();
    [[nodiscard]] bool recordFailed();

private:
    bool m_isStopped = false;
    bool m_isPaused = false;
    bool m_noNetwork = false;
    bool m_accountRefused = false;
    bool m_recordFailed = false;
    bool m_gatewayDown = false;
    int m_networkFailures = 0;
    int m_gatewayFailures = 0;
    int m_probes = 0;
};

} // namespace pushbrake
