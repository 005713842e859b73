#include "secrets/accountentry.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pushbrake {

namespace {
constexpr int version = 1;
const QString secretKeyWord = QStringLiteral("key");
const QString userSigWord = QStringLiteral("usersig");
} // namespace

std::expected<QByteArray, StoreFault> accountToEntry(const Account& account)
{
    const Profile& profile = account.profile;
    const QJsonObject object {
        { QStringLiteral("v"), version },
        { QStringLiteral("name"), profile.name },
        { QStringLiteral("region"), regionWord(profile.region) },
        { QStringLiteral("host"), profile.otherHost },
        { QStringLiteral("sdkappid"), qint64(profile.sdkAppId) },
        { QStringLiteral("identifier"), profile.identifier },
        { QStringLiteral("kind"), profile.kind == CredentialKind::SecretKey ? secretKeyWord : userSigWord },
        { QStringLiteral("real"), profile.realUsers },
        { QStringLiteral("colour"), colourWord(profile.colour) },
        { QStringLiteral("secret"), QString::fromUtf8(account.secret.reveal()) },
    };
    QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (bytes.size() <= mostEntryBytes)
        return bytes;
    wipe(bytes);
    return std::unexpected { StoreFault::TooLarge };
}

std::expected<Account, StoreFault> accountFromEntry(const QString& profileId, const QByteArray& entry)
{
    const QJsonObject object = QJsonDocument::fromJson(entry).object();
    const auto region = regionFromWord(object[QLatin1String("region")].toString());
    const qint64 appId = object[QLatin1String("sdkappid")].toInteger();
    const QString kind = object[QLatin1String("kind")].toString();
    const QString secret = object[QLatin1String("secret")].toString();
    const bool named = object[QLatin1String("name")].isString() && object[QLatin1String("identifier")].isString()
        && object[QLatin1String("host")].isString() && object[QLatin1String("real")].isBool();
    // Entries from before there were colours have none.
    const auto colour = colourFromWord(object[QLatin1String("colour")].toString(colourWord(ProfileColour::Blue)));
    const bool whole = named && colour && object[QLatin1String("v")].toInt() == version && region && appId >= 1
        && appId <= 0xFFFF'FFFF && (kind == secretKeyWord || kind == userSigWord)
        && object[QLatin1String("secret")].isString();
    if (!whole)
        return std::unexpected { StoreFault::Damaged };
    Account account;
    account.profile.id = profileId;
    account.profile.name = object[QLatin1String("name")].toString();
    account.profile.region = *region;
    account.profile.otherHost = object[QLatin1String("host")].toString();
    account.profile.sdkAppId = quint32(appId);
    account.profile.identifier = object[QLatin1String("identifier")].toString();
    account.profile.kind = kind == secretKeyWord ? CredentialKind::SecretKey : CredentialKind::UserSig;
    account.profile.realUsers = object[QLatin1String("real")].toBool();
    account.profile.colour = *colour;
    account.secret = Secret(secret.toUtf8());
    return account;
}

} // namespace pushbrake
