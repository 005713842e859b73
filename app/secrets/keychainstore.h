// Accounts in the operating system's keychain through QtKeychain: one binary entry a profile, key pushbrake/v1/<id>.
// A locked keyring is told from a missing entry, a save is read back, a removal is looked at again. Owned by Program.
#pragma once

#include "secrets/accountstore.h"

namespace pushbrake {

class KeychainStore final : public AccountStore
{
public:
    void load(const QString& profileId, QObject* context, Loaded done) override;
    void save(Account account, QObject* context, Finished done) override;
    void remove(const QString& profileId, QObject* context, Finished done) override;
};

} // namespace pushbrake
