#include "exchange/profilefile.h"

#include "api/accountcheck.h"
#include "api/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pushbrake {

namespace {

using Kind = ProfileFileFault::Kind;
using nlohmann::json;

constexpr int version = 1;
constexpr const char* format = "pushbrake profiles";
constexpr const char* keyWord = "key";
constexpr const char* sigWord = "usersig";
constexpr const char* realWord = "real users";
constexpr const char* testWord = "test";
constexpr std::array fields { "name", "region", "host", "sdkappid", "identifier", "credential", "mark", "colour" };

bool hasTheFields(const json& entry)
{
    return entry.is_object() && entry.size() == fields.size()
        && std::all_of(fields.begin(), fields.end(), [&entry](const char* field) { return entry.contains(field); });
}

// The host stands in the file for Region::OtherHost only; the others have their own.
bool readPlace(const json& entry, Profile& profile, Kind& fault)
{
    const auto region = regionFromWord(textOf(entry, "region"));
    fault = Kind::Region;
    if (!region || *region == Region::Practice)
        return false;
    profile.region = *region;
    profile.otherHost = textOf(entry, "host");
    fault = Kind::Host;
    return entry.at("host").is_string()
        && (*region == Region::OtherHost ? !checkHost(profile.otherHost) : profile.otherHost.isEmpty());
}

bool readMarks(const json& entry, Profile& profile, Kind& fault)
{
    const QString credential = textOf(entry, "credential");
    const QString mark = textOf(entry, "mark");
    const auto colour = colourFromWord(textOf(entry, "colour"));
    profile.kind = credential == QLatin1String(keyWord) ? CredentialKind::SecretKey : CredentialKind::UserSig;
    profile.realUsers = mark == QLatin1String(realWord);
    profile.colour = colour.value_or(ProfileColour::Blue);
    fault = Kind::Credential;
    if (credential != QLatin1String(keyWord) && credential != QLatin1String(sigWord))
        return false;
    fault = Kind::Mark;
    if (mark != QLatin1String(realWord) && mark != QLatin1String(testWord))
        return false;
    fault = Kind::Colour;
    return colour.has_value();
}

std::expected<Profile, Kind> readEntry(const json& entry)
{
    if (!hasTheFields(entry))
        return std::unexpected { Kind::Fields };
    Profile profile;
    profile.name = tidyName(textOf(entry, "name"));
    if (checkName(profile.name))
        return std::unexpected { Kind::Name };
    const auto number = integerOf(entry, "sdkappid");
    if (!number || *number < 1 || *number > 0xFFFF'FFFF)
        return std::unexpected { Kind::SdkAppId };
    profile.sdkAppId = quint32(*number);
    profile.identifier = textOf(entry, "identifier");
    if (checkIdentifier(profile.identifier))
        return std::unexpected { Kind::Identifier };
    Kind fault {};
    if (!readPlace(entry, profile, fault) || !readMarks(entry, profile, fault))
        return std::unexpected { fault };
    return profile;
}

std::expected<QList<Profile>, ProfileFileFault> readEntries(const json& entries)
{
    QList<Profile> profiles;
    for (const json& entry : entries) {
        const int number = int(profiles.size()) + 1;
        const auto profile = readEntry(entry);
        if (!profile)
            return std::unexpected { ProfileFileFault { profile.error(), number } };
        // Under another name it was duplicated by the person who exported it.
        const auto repeats = [&](const Profile& p) { return sameAccount(p, *profile) && p.name == profile->name; };
        if (std::any_of(profiles.begin(), profiles.end(), repeats))
            return std::unexpected { ProfileFileFault { Kind::Repeated, number } };
        profiles.append(*profile);
    }
    return profiles;
}

} // namespace

QByteArray writeProfileFile(const QList<Profile>& profiles)
{
    QJsonArray entries;
    for (const Profile& profile : profiles) {
        if (profile.isPractice())
            continue;
        entries.append(QJsonObject {
            { QStringLiteral("name"), profile.name },
            { QStringLiteral("region"), regionWord(profile.region) },
            { QStringLiteral("host"),
                profile.region == Region::OtherHost ? profile.otherHost : QString(QLatin1String("")) },
            { QStringLiteral("sdkappid"), qint64(profile.sdkAppId) },
            { QStringLiteral("identifier"), profile.identifier },
            { QStringLiteral("credential"),
                QLatin1String(profile.kind == CredentialKind::SecretKey ? keyWord : sigWord) },
            { QStringLiteral("mark"), QLatin1String(profile.realUsers ? realWord : testWord) },
            { QStringLiteral("colour"), colourWord(profile.colour) },
        });
    }
    const QJsonObject file { { QStringLiteral("format"), QLatin1String(format) },
        { QStringLiteral("version"), version }, { QStringLiteral("profiles"), entries } };
    return QJsonDocument(file).toJson(QJsonDocument::Indented);
}

std::expected<QList<Profile>, ProfileFileFault> readProfileFile(const QByteArray& text)
{
    if (text.size() > mostFileBytes)
        return std::unexpected { ProfileFileFault { Kind::TooLarge } };
    const auto file = parseStrictJson(text);
    if (!file)
        return std::unexpected { ProfileFileFault { Kind::NotJson } };
    if (!file->is_object() || !file->contains("format") || file->at("format") != format || !file->contains("version"))
        return std::unexpected { ProfileFileFault { Kind::NotProfiles } };
    const auto written = integerOf(file->at("version"));
    if (!written || *written < version)
        return std::unexpected { ProfileFileFault { Kind::NotProfiles } };
    if (*written > version)
        return std::unexpected { ProfileFileFault { Kind::Newer } };
    if (file->size() != 3 || !file->contains("profiles") || !file->at("profiles").is_array())
        return std::unexpected { ProfileFileFault { Kind::NotProfiles } };
    const json& entries = file->at("profiles");
    if (entries.empty())
        return std::unexpected { ProfileFileFault { Kind::Empty } };
    if (entries.size() > size_t(mostFileProfiles))
        return std::unexpected { ProfileFileFault { Kind::TooLarge } };
    return readEntries(entries);
}

bool sameAccount(const Profile& a, const Profile& b)
{
    return a.host().compare(b.host(), Qt::CaseInsensitive) == 0 && a.sdkAppId == b.sdkAppId
        && a.identifier == b.identifier;
}

bool looksAlike(const QString& nameA, const QString& nameB)
{
    const auto drawn = [](const QString& name) {
        return tidyName(name).normalized(QString::NormalizationForm_KC).toCaseFolded().simplified();
    };
    return drawn(nameA) == drawn(nameB);
}

} // namespace pushbrake
