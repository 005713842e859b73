#include "secrets/sessionstore.h"

#include <QTimer>

#include <memory>

namespace pushbrake {

void SessionStore::load(const QString& profileId, QObject* context, Loaded done)
{
    const auto found = m_accounts.find(profileId);
    auto copy = std::make_shared<Account>(found == m_accounts.end() ? Account() : found->second.duplicate());
    const bool known = found != m_accounts.end();
    QTimer::singleShot(0, context, [copy, known, done = std::move(done)] {
        if (known)
            done(std::move(*copy));
        else
            done(std::unexpected { StoreFault::Missing });
    });
}

void SessionStore::save(Account account, QObject* context, Finished done)
{
    const QString id = account.profile.id;
    m_accounts.insert_or_assign(id, std::move(account));
    QTimer::singleShot(0, context, [done = std::move(done)] { done({}); });
}

void SessionStore::remove(const QString& profileId, QObject* context, Finished done)
{
    const bool known = m_accounts.erase(profileId) > 0;
    QTimer::singleShot(0, context, [known, done = std::move(done)] {
        if (known)
            done({});
        else
            done(std::unexpected { StoreFault::Missing });
    });
}

void SessionStore::list(QObject* context, Listed done)
{
    QStringList ids;
    for (const auto& [id, account] : m_accounts)
        ids.append(id);
    QTimer::singleShot(0, context, [ids, done = std::move(done)] { done(ids); });
}

} // namespace pushbrake
