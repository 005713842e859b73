// Accounts in this process's memory, for when there is no keychain. Gone with the program. Owned by Program.
#pragma once

#include "secrets/accountstore.h"

#include <map>

namespace pushbrake {

class SessionStore final : public AccountStore
{
public:
    void load(const QString& profileId, QObject* context, Loaded done) override;
    void save(Account account, QObject* context, Finished done) override;
    void remove(const QString& profileId, QObject* context, Finished done) override;
    void list(QObject* context, Listed done) override;

private:
    std::map<QString, Account> m_accounts;
};

} // namespace pushbrake
