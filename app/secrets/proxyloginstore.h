// Proxy logins in the operating system's keychain, one entry a proxy. Asynchronous, with the promises of keychain.h.
#pragma once

#include "domain/proxylogin.h"
#include "secrets/keychain.h"

namespace pushbrake {

class ProxyLoginStore
{
public:
    using Loaded = std::function<void(std::expected<ProxyLogin, StoreFault>)>;
    virtual ~ProxyLoginStore() = default;

    /// `proxy` as ProxyLogins::nameOf() says it.
    virtual void load(const QString& proxy, QObject* context, Loaded done);
    virtual void save(const QString& proxy, ProxyLogin login, QObject* context, AccountStore::Finished done);

private:
    Keychain m_keychain { Keychain::Patience() };
};

} // namespace pushbrake
