// Accounts in the operating system's keychain: one binary entry a profile, under its ID. Owned by Program.
#pragma once

#include "secrets/accountstore.h"
#include "secrets/keychain.h"

namespace pushbrake {

class KeychainStore final : public AccountStore
{
public:
    explicit KeychainStore(Keychain::Patience patience = {});

    void load(const QString& profileId, QObject* context, Loaded done) override;
    void save(Account account, QObject* context, Finished done) override;
    void remove(const QString& profileId, QObject* context, Finished done) override;
    void unlock(QObject* context, std::function<void(bool)> done) override;
    void list(QObject* context, Listed done) override;

private:
    Keychain m_keychain;
};

} // namespace pushbrake
