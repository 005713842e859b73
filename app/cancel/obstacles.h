// What keeps a run from sending for now: the person, the network, the account, or a record that cannot be written.
// Pure. Owned by CancelRun, which keeps the timer.
#pragma once

#include "domain/clock.h"

#include <optional>

namespace pushbrake {

class Obstacles
{
public:
    bool mayGoOn() const { return !m_isStopped && !isPaused() && !m_noNetwork && !m_accountRefused; }
    bool isStopped() const { return m_isStopped; }
    /// By the person, or because of the record: both end by a click.
    bool isPaused() const { return m_isPaused || m_recordFailed; }
    bool waitsForNetwork() const { return m_noNetwork; }
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
    /// True when it was not known yet.
    [[nodiscard]] bool accountRefused();
    [[nodiscard]] bool recordFailed();

private:
    bool m_isStopped = false;
    bool m_isPaused = false;
    bool m_noNetwork = false;
    bool m_accountRefused = false;
    bool m_recordFailed = false;
    int m_networkFailures = 0;
};

} // namespace pushbrake
