// An app at the service, as a person set it up: where it lives, which number it has, who signs; and its account, which
// is that with its secret. An account gives its secret out for nobody but whom it was entered for.
#pragma once

#include "domain/region.h"
#include "domain/secret.h"
#include "domain/secretscope.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace pushbrake {

/// The id of the practice profile, which is never saved.
inline constexpr QLatin1String practiceId("practice");

/// UserSig: ready signature that was pasted. SecretKey: the app's key, from which the program signs.
enum class CredentialKind { UserSig, SecretKey };

/// A person's own mark for an app. Each colour has a shape and a name too, so that nobody needs to tell colours apart.
enum class ProfileColour { Blue, Orange, Green, Red, Pink, Yellow, Turquoise, Grey };

inline constexpr std::array profileColours { ProfileColour::Blue, ProfileColour::Orange, ProfileColour::Green,
    ProfileColour::Red, ProfileColour::Pink, ProfileColour::Yellow, ProfileColour::Turquoise, ProfileColour::Grey };

/// Stable word for storage ("blue").
QString colourWord(ProfileColour colour);
std::optional<ProfileColour> colourFromWord(const QString& word);
/// The first that none of these is; where each is taken, the one that is the least often.
ProfileColour unusedColour(const QList<ProfileColour>& used);

/// A UUID without braces.
QString newProfileId();

struct Profile
{
    QString id; ///< made once
    QString name; ///< free text of the person
    Region region = Region::Singapore;
    QString otherHost; ///< NAME[:PORT], for OtherHost and Practice
    quint32 sdkAppId = 0; ///< 1..4294967295
    QString identifier; ///< admin account, at most 32 bytes of printable ASCII
    CredentialKind kind = CredentialKind::SecretKey;
    bool realUsers = true; ///< marked as production; false: a test app
    ProfileColour colour = ProfileColour::Blue; ///< also in the index, to be seen while the keychain is silent
    QString practiceToken; ///< first part of the path at the practice service, new each time it opens; never kept

    bool isPractice() const { return region == Region::Practice; }
    /// NAME or NAME:PORT that requests go to.
    QString host() const { return region == Region::OtherHost || isPractice() ? otherHost : regionHost(region); }
    SecretScope secretScope() const;
    bool operator==(const Profile&) const = default;
};

/// Profile and secret together: what one keychain entry holds, and what a run needs to sign. Changing host, SDKAppID or
/// identifier of the profile hides the secret until it is entered again.
class Account
{
public:
    Account() = default;
    /// The secret was entered for this very profile.
    Account(Profile about, Secret secret);
    /// As a store kept them: the secret may have been entered for another.
    Account(Profile about, Secret secret, SecretScope enteredFor);

    Profile profile;

    /// Empty when there is none, and when it was entered for another than the profile is now.
    const Secret& secret() const;
    bool isSecretOfAnother() const { return !m_secret.isEmpty() && m_enteredFor != profile.secretScope(); }
    /// In the place of the one before; for the profile as it is now.
    void enter(Secret secret);
    Account duplicate() const { return { profile, m_secret.duplicate(), m_enteredFor }; }

private:
    Secret m_secret;
    SecretScope m_enteredFor;
};

} // namespace pushbrake
