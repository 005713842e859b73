// UserSig (TLSSigAPIv2, version 2.0; document 34385): signing with an app's secret key, and reading a
// pasted signature offline. Pure functions; they keep nothing.
#pragma once

#include "domain/secret.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <expected>

namespace pushbrake {

/// What a signature says of itself.
struct UserSigFacts
{
    QString identifier;
    quint32 sdkAppId = 0;
    QDateTime signedAt; ///< UTC
    QDateTime expiresAt; ///< UTC
    QByteArray signature; ///< standard Base64 of the HMAC
};

enum class UserSigFault { Empty, Alphabet, NotCompressed, NotJson, MissingField, TooLarge };

/// Signs for `lifetime` from `now`. The key is the text the console shows, not its decoded hex.
Secret signUserSig(const QString& identifier, quint32 sdkAppId, const Secret& key, const QDateTime& now,
    std::chrono::seconds lifetime);
/// Base64 of the HMAC-SHA256 over the four lines; what the vectors compare.
QByteArray userSigHmac(const QString& identifier, quint32 sdkAppId, const QByteArray& key, qint64 time, qint64 expire);
/// Reads a signature without a key. Foreign input: takes at most 4096 characters and refuses what inflates to more than
/// 4 KiB.
[[nodiscard]] std::expected<UserSigFacts, UserSigFault> readUserSig(const QByteArray& signature);
/// Removes what copying brings along: blanks, line ends and quotes, which no key and no signature has.
QByteArray tidyPastedSecret(const QByteArray& pasted);

} // namespace pushbrake
