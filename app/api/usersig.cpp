#include "api/usersig.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTimeZone>
#include <QtEndian>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr quint32 mostInflated = 4096;
constexpr int mostPasted = 4096;

// Base64 with three characters exchanged; not the URL alphabet of RFC 4648.
QByteArray toSigAlphabet(QByteArray base64)
{
    return base64.replace('+', '*').replace('/', '-').replace('=', '_');
}

QByteArray fromSigAlphabet(QByteArray text)
{
    return text.replace('*', '+').replace('-', '/').replace('_', '=');
}

bool isSigCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '*' || c == '-'
        || c == '_';
}

// qCompress() and qUncompress() put the expected length, big-endian, before the zlib stream (RFC 1950).
QByteArray inflate(const QByteArray& stream)
{
    QByteArray withLength(4, '\0');
    qToBigEndian(mostInflated, withLength.data());
    const QByteArray text = qUncompress(withLength + stream);
    return quint32(text.size()) > mostInflated ? QByteArray() : text;
}

QDateTime fromSeconds(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc());
}

} // namespace

QByteArray userSigHmac(const QString& identifier, quint32 sdkAppId, const QByteArray& key, qint64 time, qint64 expire)
{
    const QByteArray text = "TLS.identifier:" + identifier.toUtf8() + "\nTLS.sdkappid:" + QByteArray::number(sdkAppId)
        + "\nTLS.time:" + QByteArray::number(time) + "\nTLS.expire:" + QByteArray::number(expire) + "\n";
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256).toBase64();
}

Secret signUserSig(
    const QString& identifier, quint32 sdkAppId, const Secret& key, const QDateTime& now, std::chrono::seconds lifetime)
{
    const qint64 time = now.toSecsSinceEpoch();
    const qint64 expire = lifetime.count();
    const QJsonObject facts {
        { QStringLiteral("TLS.ver"), QStringLiteral("2.0") },
        { QStringLiteral("TLS.identifier"), identifier },
        { QStringLiteral("TLS.sdkappid"), qint64(sdkAppId) },
        { QStringLiteral("TLS.time"), time },
        { QStringLiteral("TLS.expire"), expire },
        { QStringLiteral("TLS.sig"),
            QString::fromLatin1(userSigHmac(identifier, sdkAppId, key.reveal(), time, expire)) },
    };
    const QByteArray stream = qCompress(QJsonDocument(facts).toJson(QJsonDocument::Compact)).mid(4);
    return Secret(toSigAlphabet(stream.toBase64()));
}

std::expected<UserSigFacts, UserSigFault> readUserSig(const QByteArray& signature)
{
    if (signature.isEmpty())
        return std::unexpected { UserSigFault::Empty };
    if (signature.size() > mostPasted)
        return std::unexpected { UserSigFault::TooLarge };
    if (!std::all_of(signature.begin(), signature.end(), isSigCharacter))
        return std::unexpected { UserSigFault::Alphabet };
    const auto decoded = QByteArray::fromBase64Encoding(
        fromSigAlphabet(signature), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray json = decoded ? inflate(decoded.decoded) : QByteArray();
    if (json.isEmpty())
        return std::unexpected { UserSigFault::NotCompressed };
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::unexpected { UserSigFault::NotJson };
    const QJsonObject facts = document.object();
    const QJsonValue identifier = facts[QLatin1String("TLS.identifier")];
    const QJsonValue appId = facts[QLatin1String("TLS.sdkappid")];
    const QJsonValue time = facts[QLatin1String("TLS.time")];
    const QJsonValue expire = facts[QLatin1String("TLS.expire")];
    const QJsonValue sig = facts[QLatin1String("TLS.sig")];
    if (!identifier.isString() || !appId.isDouble() || !time.isDouble() || !expire.isDouble() || !sig.isString())
        return std::unexpected { UserSigFault::MissingField };
    UserSigFacts read;
    read.identifier = identifier.toString();
    read.sdkAppId = quint32(std::clamp<qint64>(appId.toInteger(), 0, 0xFFFF'FFFF));
    read.signedAt = fromSeconds(time.toInteger());
    read.expiresAt = fromSeconds(time.toInteger() + expire.toInteger());
    read.signature = sig.toString().toLatin1();
    return read;
}

QByteArray tidyPastedSecret(const QByteArray& pasted)
{
    QByteArray tidy;
    for (const char c : pasted) {
        const bool clutter = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '"' || c == '\'';
        if (!clutter)
            tidy.append(c);
    }
    return tidy;
}

} // namespace pushbrake
