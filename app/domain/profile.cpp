// The words by which the colours of profiles are stored and exported, and which one comes next.
#include "domain/profile.h"

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

} // namespace pushbrake
