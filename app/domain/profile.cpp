#include "domain/profile.h"

#include <QUuid>

#include <algorithm>

namespace pushbrake {

QString colourWord(ProfileColour colour)
{
    switch (colour) {
    case ProfileColour::Blue: return QStringLiteral("blue");
    case ProfileColour::Orange: return QStringLiteral("orange");
    case ProfileColour::Green: return QStringLiteral("green");
    case ProfileColour::Red: return QStringLiteral("red");
    case ProfileColour::Pink: return QStringLiteral("pink");
    case ProfileColour::Yellow: return QStringLiteral("yellow");
    case ProfileColour::Turquoise: return QStringLiteral("turquoise");
    case ProfileColour::Grey: break;
    }
    return QStringLiteral("grey");
}

std::optional<ProfileColour> colourFromWord(const QString& word)
{
    for (const ProfileColour colour : profileColours) {
        if (colourWord(colour) == word)
            return colour;
    }
    return std::nullopt;
}

ProfileColour unusedColour(const QList<ProfileColour>& used)
{
    return *std::min_element(profileColours.begin(), profileColours.end(),
        [&used](ProfileColour a, ProfileColour b) { return used.count(a) < used.count(b); });
}

QString newProfileId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

SecretScope Profile::secretScope() const
{
    return { QStringLiteral("%1/%2/").arg(comparableHost(host())).arg(sdkAppId) + identifier };
}

Account::Account(Profile about, Secret secret)
    : profile(std::move(about))
    , m_secret(std::move(secret))
    , m_enteredFor(profile.secretScope())
{
}

Account::Account(Profile about, Secret secret, SecretScope enteredFor)
    : profile(std::move(about))
    , m_secret(std::move(secret))
    , m_enteredFor(std::move(enteredFor))
{
}

const Secret& Account::secret() const
{
    static const Secret none;
    return isSecretOfAnother() ? none : m_secret;
}

void Account::enter(Secret secret)
{
    m_secret = std::move(secret);
    m_enteredFor = profile.secretScope();
}

} // namespace pushbrake
