// Tries whether the service takes an account: one harmless read of one row, within the limit that everything in this
// app shares. Owned by the one who asks; answers exactly once and deletes itself then.
#pragma once

#include "api/taskreader.h"

#include <QObject>

namespace pushbrake {

class SharedGates;

class AccountTrial : public QObject
{
    Q_OBJECT
public:
    /// Begins at once. Borrows transport, clock and gates.
    AccountTrial(Account account, Transport& transport, const Clock& clock, SharedGates& gates, QObject* parent);

Q_SIGNALS:
    void ended(const pushbrake::CallReport& report);

private:
    ServiceClient m_client;
    TaskReader m_reader;
};

} // namespace pushbrake
