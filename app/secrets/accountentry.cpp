#include "secrets/accountentry.h"

#include "api/accountcheck.h"
#include "api/strictjson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace pushbrake {

namespace {

using nlohmann::json;

constexpr int version = 1;
constexpr int mostBytesRead = 64 * 1024; // what a later version writes may be longer, and is still known for its own
constexpr const char* scopeField = "for";
constexpr const char* secretField = "secret";
constexpr std::array fields { "v", "name", "region", "host", "sdkappid", "identifier", "kind", "real", secretField };
/// Entries of earlier versions lack these.
constexpr std::array laterFields { "colour", scopeField };
const QString secretKeyWord = QStringLiteral("key");
const QString userSigWord = QStringLiteral("usersig");

bool hasTheFields(const json& entry)
{
    const auto has = [&entry](const char* field) { return entry.contains(field); };
    const auto count = std::count_if(laterFields.begin(), laterFields.end(), has);
    return std::all_of(fields.begin(), fields.end(), has) && entry.size() == fields.size() + size_t(count);
}

// The host stands in the entry for Region::OtherHost only. Practice is never saved: whoever wrote it wants a real host
// to be taken for harmless, and to be asked in clear text.
bool isSoundPlace(const Profile& profile)
{
    if (profile.region == Region::OtherHost)
        return !checkHost(profile.otherHost);
    return profile.region != Region::Practice && profile.otherHost.isEmpty();
}

std::optional<Profile> profileOf(const json& entry)
{
    const auto region = regionFromWord(textOf(entry, "region"));
    const auto number = integerOf(entry, "sdkappid");
    const QString kind = textOf(entry, "kind");
    const auto colour = colourFromWord(textOf(entry, "colour", colourWord(ProfileColour::Blue)));
    const bool isTyped = entry.at("host").is_string() && entry.at("real").is_boolean() && entry.at("kind").is_string();
    if (!isTyped || !region || !number || *number < 1 || *number > 0xFFFF'FFFF || !colour
        || (kind != secretKeyWord && kind != userSigWord))
        return std::nullopt;
    Profile profile;
    profile.name = textOf(entry, "name");
    profile.region = *region;
    profile.otherHost = textOf(entry, "host");
    profile.sdkAppId = quint32(*number);
    profile.identifier = textOf(entry, "identifier");
    profile.kind = kind == secretKeyWord ? CredentialKind::SecretKey : CredentialKind::UserSig;
    profile.realUsers = entry.at("real").get<bool>();
    profile.colour = *colour;
    const bool isSound = isSoundPlace(profile) && !checkName(profile.name) && !checkIdentifier(profile.identifier);
    return isSound ? std::optional(profile) : std::nullopt;
}

/// The parsed entry, whose copy of the secret is overwritten when it goes.
struct Parsed
{
    explicit Parsed(const QByteArray& entry)
        : value(entry.size() <= mostBytesRead ? parseStrictJson(entry) : std::nullopt)
    {
    }
    ~Parsed()
    {
        if (isObject() && value->contains(secretField) && value->at(secretField).is_string())
            wipe(value->at(secretField).get_ref<std::string&>());
    }
    Q_DISABLE_COPY_MOVE(Parsed)

    bool isObject() const { return value && value->is_object(); }

    std::optional<json> value;
};

} // namespace

std::expected<QByteArray, StoreFault> accountToEntry(const Account& account)
{
    const Profile& profile = account.profile;
    const QJsonObject object {
        { QStringLiteral("v"), version },
        { QStringLiteral("name"), profile.name },
        { QStringLiteral("region"), regionWord(profile.region) },
        { QStringLiteral("host"), profile.region == Region::OtherHost ? profile.otherHost : QStringLiteral("") },
        { QStringLiteral("sdkappid"), qint64(profile.sdkAppId) },
        { QStringLiteral("identifier"), profile.identifier },
        { QStringLiteral("kind"), profile.kind == CredentialKind::SecretKey ? secretKeyWord : userSigWord },
        { QStringLiteral("real"), profile.realUsers },
        { QStringLiteral("colour"), colourWord(profile.colour) },
        { QLatin1String(scopeField), profile.secretScope().text },
        { QLatin1String(secretField), QString::fromUtf8(account.secret().reveal()) },
    };
    QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (bytes.size() <= mostEntryBytes)
        return bytes;
    wipe(bytes);
    return std::unexpected { StoreFault::TooLarge };
}

bool fitsIntoEntry(const Account& account)
{
    auto entry = accountToEntry(account);
    if (!entry)
        return false;
    QByteArray bytes = std::move(entry).value();
    wipe(bytes);
    return true;
}

std::expected<Account, StoreFault> accountFromEntry(const QString& profileId, const QByteArray& entry)
{
    const Parsed parsed(entry);
    const auto written = parsed.isObject() ? integerOf(*parsed.value, "v") : std::nullopt;
    if (written && *written > version)
        return std::unexpected { StoreFault::Newer };
    if (!written || *written < version || entry.size() > mostEntryBytes || !hasTheFields(*parsed.value))
        return std::unexpected { StoreFault::Damaged };
    auto profile = profileOf(*parsed.value);
    const json& secret = parsed.value->at(secretField);
    if (!profile || !secret.is_string())
        return std::unexpected { StoreFault::Damaged };
    const std::string& text = secret.get_ref<const std::string&>();
    QByteArray bytes(text.data(), qsizetype(text.size()));
    if (!bytes.isEmpty() && checkSecretKey(bytes)) { // no signature has other characters than a key either
        wipe(bytes);
        return std::unexpected { StoreFault::Damaged };
    }
    profile->id = profileId;
    const SecretScope enteredFor { textOf(*parsed.value, scopeField, profile->secretScope().text) };
    return Account(*profile, Secret(std::move(bytes)), enteredFor);
}

bool saysWhomItsSecretIsFor(const QByteArray& entry)
{
    const Parsed parsed(entry);
    return parsed.isObject() && parsed.value->contains(scopeField);
}

} // namespace pushbrake
