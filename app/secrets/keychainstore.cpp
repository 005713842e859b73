#include "secrets/keychainstore.h"

#include "secrets/accountentry.h"
#include "secrets/keychain.h"

#include <QTimer>

namespace pushbrake {

void KeychainStore::load(const QString& profileId, QObject* context, Loaded done)
{
    keychain::read(profileId, context, [profileId, done = std::move(done)](std::expected<QByteArray, StoreFault> read) {
        if (!read) {
            done(std::unexpected { read.error() });
            return;
        }
        QByteArray entry = std::move(read).value();
        auto account = accountFromEntry(profileId, entry);
        wipe(entry);
        done(std::move(account));
    });
}

void KeychainStore::save(Account account, QObject* context, Finished done)
{
    if (auto entry = accountToEntry(account))
        keychain::write(account.profile.id, std::move(entry).value(), context, std::move(done));
    else
        QTimer::singleShot(0, context, [done = std::move(done)] { done(std::unexpected { StoreFault::TooLarge }); });
}

void KeychainStore::remove(const QString& profileId, QObject* context, Finished done)
{
    keychain::remove(profileId, context, std::move(done));
}

void KeychainStore::unlock(QObject* context, std::function<void(bool)> done)
{
    keychain::unlock(context, std::move(done));
}

} // namespace pushbrake
