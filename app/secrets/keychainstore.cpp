#include "secrets/keychainstore.h"

#include "secrets/accountentry.h"

#include <QTimer>

namespace pushbrake {

KeychainStore::KeychainStore(Keychain::Patience patience)
    : m_keychain(patience)
{
    connect(&m_keychain, &Keychain::writtenLate, this, &AccountStore::savedLate);
}

void KeychainStore::load(const QString& profileId, QObject* context, Loaded done)
{
    m_keychain.read(
        profileId, context, [this, profileId, done = std::move(done)](std::expected<QByteArray, StoreFault> read) {
            if (!read) {
                done(std::unexpected { read.error() });
                return;
            }
            QByteArray entry = std::move(read).value();
            auto account = accountFromEntry(profileId, entry);
            // Once: from now on a change of the entry by somebody else is noticed.
            const bool isOld = account && !saysWhomItsSecretIsFor(entry);
            wipe(entry);
            if (isOld)
                save(account->duplicate(), this, [](std::expected<void, StoreFault>) {});
            done(std::move(account));
        });
}

void KeychainStore::save(Account account, QObject* context, Finished done)
{
    if (auto entry = accountToEntry(account))
        m_keychain.write(account.profile.id, std::move(entry).value(), context, std::move(done));
    else
        QTimer::singleShot(0, context, [done = std::move(done)] { done(std::unexpected { StoreFault::TooLarge }); });
}

void KeychainStore::remove(const QString& profileId, QObject* context, Finished done)
{
    m_keychain.remove(profileId, context, std::move(done));
}

void KeychainStore::unlock(QObject* context, std::function<void(bool)> done)
{
    m_keychain.unlock(context, std::move(done));
}

// Other things of ours have a word before their name.
void KeychainStore::list(QObject* context, Listed done)
{
    m_keychain.list(context, [done = std::move(done)](const QStringList& keys) {
        QStringList ids;
        for (const QString& key : keys) {
            if (!key.contains(u'/'))
                ids.append(key);
        }
        done(ids);
    });
}

} // namespace pushbrake
