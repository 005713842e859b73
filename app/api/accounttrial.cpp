#include "api/accounttrial.h"

#include "net/sharedgates.h"

namespace pushbrake {

AccountTrial::AccountTrial(
    Account account, Transport& transport, const Clock& clock, SharedGates& gates, QObject* parent)
    : QObject(parent)
    , m_client(std::move(account), transport, clock)
    , m_reader(m_client, gates.gateOf(m_client.profile().host(), m_client.profile().sdkAppId), clock)
{
    connect(&m_reader, &TaskReader::ended, this, [this](const CallReport& report) {
        Q_EMIT ended(report);
        deleteLater();
    });
    m_reader.readOne();
}

} // namespace pushbrake
