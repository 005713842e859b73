// The account of the app "Shop" in Singapore, with a ready signature, for the tests of whatever asks the service.
#pragma once

#include "domain/profile.h"

namespace pushbrake {

inline Account shopAccount(CredentialKind kind = CredentialKind::UserSig)
{
    Account made;
    made.profile.id = QStringLiteral("shop");
    made.profile.name = QStringLiteral("Shop");
    made.profile.region = Region::Singapore;
    made.profile.sdkAppId = 1'400'000'001;
    made.profile.identifier = QStringLiteral("administrator");
    made.profile.kind = kind;
    made.enter(Secret(QByteArray("signature")));
    return made;
}

} // namespace pushbrake
