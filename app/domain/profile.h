// An app at the service, as a person set it up: where it lives, which number it has, who signs.
// Without its secret: that is a Credential, kept beside it in the keychain entry only.
#pragma once

#include "domain/region.h"
#include "domain/secret.h"

#include <QString>

namespace pushbrake {

/// UserSig: ready signature that was pasted. SecretKey: the app's key, from which the program signs.
enum class CredentialKind { UserSig, SecretKey };

struct Profile
{
    QString id; ///< UUID without braces, made once
    QString name; ///< free text of the person
    Region region = Region::Singapore;
    QString otherHost; ///< NAME[:PORT], for OtherHost and Practice
    quint32 sdkAppId = 0; ///< 1..4294967295
    QString identifier; ///< admin account, at most 32 bytes of printable ASCII
    CredentialKind kind = CredentialKind::SecretKey;
    bool realUsers = true; ///< marked as production; false: a test app

    bool isPractice() const { return region == Region::Practice; }
    /// NAME or NAME:PORT that requests go to.
    QString host() const { return region == Region::OtherHost || isPractice() ? otherHost : regionHost(region); }
    bool operator==(const Profile&) const = default;
};

/// Profile and secret together: what one keychain entry holds, and what a run needs to sign.
struct Account
{
    Profile profile;
    Secret secret;

    Account duplicate() const { return { profile, secret.duplicate() }; }
};

} // namespace pushbrake
