#include "api/servicereads.h"

namespace pushbrake {

ServiceReads::ServiceReads(ServiceClient& client, SendGate& gate, const Clock& clock)
    : m_client(&client)
    , m_gate(&gate)
    , m_clock(&clock)
{
}

void ServiceReads::getTask(TaskId task, Turn turn, QObject* context, Read done) const
{
    m_gate->acquire(Command::Get, turn, context,
        [client = m_client, task, context, done = std::move(done)](SendGate::Slot slot) mutable {
            client->getTask(task, context,
                [slot = std::move(slot), done = std::move(done)](const CallReport& report, const Task& read) mutable {
                    endSlot(slot, report);
                    done(report, read);
                });
        });
}

void ServiceReads::waitForRate(Milliseconds wait) const
{
    m_gate->rateRefused(Command::Get, wait);
}

std::unique_ptr<TaskReader> ServiceReads::listReader() const
{
    return std::make_unique<TaskReader>(*m_client, *m_gate, *m_clock);
}

bool ServiceReads::renewSignature() const
{
    return m_client->renewSignature();
}

} // namespace pushbrake
