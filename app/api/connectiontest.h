// Whether an account works: one harmless read of one row, through the same gate as everything else of its app.
// Owned by whoever asks; dropping it ends the test, and then nobody is told.
#pragma once

#include "api/taskreader.h"
#include "net/sharedgates.h"

#include <functional>

namespace pushbrake {

class ConnectionTest
{
public:
    using Done = std::move_only_function<void(const CallReport&)>;

    /// Borrows all but the account.
    ConnectionTest(Account account, Transport& transport, const Clock& clock, SharedGates& gates);

    /// Calls `done` once, later, unless `context` or this is gone by then. `done` may drop this.
    void run(QObject* context, Done done);

private:
    ServiceClock m_clock; ///< of its own: another host may be tested than the one that is open
    ServiceClient m_client;
    TaskReader m_reader;
};

} // namespace pushbrake
