#include "api/connectiontest.h"

namespace pushbrake {

ConnectionTest::ConnectionTest(Account account, Transport& transport, const Clock& clock, SharedGates& gates)
    : m_clock(clock)
    , m_client(std::move(account), transport, m_clock)
    , m_reader(m_client, gates.gateOf(AppKey::of(m_client.profile())), clock)
{
}

void ConnectionTest::run(QObject* context, Done done)
{
    QObject::connect(
        &m_reader, &TaskReader::ended, context,
        // A copy, since what the reader tells of may go with it.
        [done = std::move(done)](CallReport report) mutable { done(report); }, Qt::SingleShotConnection);
    m_reader.readOne();
}

} // namespace pushbrake
