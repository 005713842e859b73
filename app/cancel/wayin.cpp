#include "cancel/wayin.h"

#include "api/errorcatalogue.h"
#include "api/limits.h"

#include <algorithm>

namespace pushbrake {

namespace {

Pulse::End endOf(const CallReport& report)
{
    if (!report.mayHaveArrived)
        return Pulse::End::NeverLeft;
    return report.answered() ? Pulse::End::Answered : Pulse::End::Lost;
}

} // namespace

WayIn::WayIn(
    ServiceClient& client, SendGate& gate, const Clock& clock, Obstacles& obstacles, std::function<quint32()> random)
    : m_client(client)
    , m_gate(gate)
    , m_clock(clock)
    , m_obstacles(obstacles)
    , m_random(std::move(random))
    , m_alarm(clock.alarm([this] { onWaitOver(); }))
    , m_probeAlarm(clock.alarm([this] { goOnWithoutProbe(); }))
{
}

void WayIn::probe(TaskId task)
{
    if (m_isProbing)
        return;
    m_isProbing = true;
    m_probed = task;
    m_obstacles.probeBegins();
    // Before everything else of the run, since all of it waits: but not for as long as reads are refused.
    m_probeAlarm->set(limits::probeDeadline);
    const quint64 number = ++m_probeNumber;
    // Whoever asks may be busy writing thousands of rows next: the connection is made meanwhile.
    if (auto slot = m_gate.takeNow(Command::Get)) {
        sendProbe(std::move(*slot));
        return;
    }
    m_gate.acquire(Command::Get, { Urgency::Deed, 0 }, this, [this, number](SendGate::Slot slot) {
        if (number == m_probeNumber)
            sendProbe(std::move(slot));
        else
            slot.unsent();
    });
}

void WayIn::sendProbe(SendGate::Slot slot)
{
    m_probeAlarm->stop();
    noteAsked();
    m_client.getTask(
        m_probed, this,
        [this, slot = std::move(slot)](const CallReport& report, const Task&) mutable {
            endSlot(slot, report);
            onProbe(report);
        },
        limits::probeDeadline);
}

void WayIn::endProbe()
{
    m_isProbing = false;
    m_obstacles.probeEnds();
}

void WayIn::goOnWithoutProbe()
{
    ++m_probeNumber;
    endProbe();
    m_owesProbe = false;
    letGo();
}

void WayIn::onProbe(const CallReport& report)
{
    m_pulse.requestEnded(endOf(report), m_clock.steadyNow());
    endProbe();
    m_owesProbe = !report.mayHaveArrived;
    switch (judgeProbe(report, m_client.canSign())) {
    case Step::AccountNeeded: Q_EMIT accountRefused(m_probed, report); return;
    case Step::WaitForNetwork: waitForNetwork(); return;
    case Step::RenewSignature: m_client.renewSignature(); break;
    default: break;
    }
    takeAnswer(report);
    letGo();
}

void WayIn::letGo()
{
    if (m_obstacles.isGatewayDown())
        m_alarm->set(limits::networkBackoff.waitAfter(1, 1.0));
    else
        Q_EMIT cleared();
}

void WayIn::waitForNetwork()
{
    if (const auto wait = m_obstacles.networkFailed())
        m_alarm->set(*wait);
}

void WayIn::noteAsked()
{
    m_pulse.requestLeft(m_clock.steadyNow());
}

void WayIn::noteAnswer(const CallReport& report)
{
    m_pulse.requestEnded(endOf(report), m_clock.steadyNow());
    takeAnswer(report);
}

void WayIn::noteRateRefusal(const RunEntry& refused)
{
    m_pulse.refusedForRate(refused.leftAt, isLimitOfApp(refused.lastAnswer.code), m_clock.steadyNow());
}

void WayIn::takeAnswer(const CallReport& report)
{
    if (report.mayHaveArrived)
        m_obstacles.networkWorked();
    const bool isGateways = report.fault == NetFault::HttpStatus && report.httpStatus >= 500;
    if (isGateways && m_obstacles.gatewayFailed())
        m_alarm->set(limits::networkBackoff.waitAfter(1, 1.0));
    else if (report.answered() && m_obstacles.serviceAnswered())
        Q_EMIT cleared();
}

void WayIn::noteLook(const CallReport& report, Milliseconds atMost)
{
    noteAnswer(report);
    if (!report.answered())
        return;
    if (codeMeaning(report.code) != CodeMeaning::RateLimited) {
        m_looksRefused = 0;
        return;
    }
    const Milliseconds wait = limits::rateBackoff.waitAfter(++m_looksRefused, shareOf(m_random()));
    m_gate.rateRefused(Command::Get, std::min(wait, atMost));
}

void WayIn::onWaitOver()
{
    m_obstacles.networkWaitIsOver();
    if (m_owesProbe || m_obstacles.isGatewayDown())
        probe(m_probed);
    Q_EMIT cleared();
}

} // namespace pushbrake
