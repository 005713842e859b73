// Whom a secret was entered for: one host, one SDKAppID and one administrator account. A secret is used for nobody
// else. A plain value, made by Profile::secretScope() and kept in the keychain's entry beside the secret.
#pragma once

#include <QString>

namespace pushbrake {

struct SecretScope
{
    QString text; ///< as stored: "adminapisgp.im.qcloud.com/1400000001/administrator"; empty: of nobody

    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const SecretScope&) const = default;
};

} // namespace pushbrake
