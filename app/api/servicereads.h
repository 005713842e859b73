// What only looks at the service for one account: single tasks and windows of the list, each within the limit. Nothing
// that changes anything can be asked for through it. A value; what it borrows is AppSession's, which outlives its use.
#pragma once

#include "api/taskreader.h"

#include <functional>
#include <memory>

namespace pushbrake {

class ServiceReads
{
public:
    /// Borrows all of them.
    ServiceReads(ServiceClient& client, SendGate& gate, const Clock& clock);

    using Read = std::move_only_function<void(const CallReport&, const Task&)>;
    /// One request, when its turn has come. `done` is called once unless `context` is gone by then; without it nothing
    /// more leaves.
    void getTask(TaskId task, Turn turn, QObject* context, Read done) const;
    /// The service answered a look at a task with a rate code: all of them wait.
    void waitForRate(Milliseconds wait) const;
    std::unique_ptr<TaskReader> listReader() const;
    /// Makes the next request sign anew; true when the account can.
    bool renewSignature() const;

private:
    ServiceClient* m_client;
    SendGate* m_gate;
    const Clock* m_clock;
};

} // namespace pushbrake
