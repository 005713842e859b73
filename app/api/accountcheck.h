// What is wrong with the fields of an account as a person typed or pasted them; nothing when a field is fine.
// Pure functions without words: ui/words makes the sentences.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace pushbrake {

enum class FieldFault {
    Empty,
    TooLong,
    NotANumber,
    OutOfRange,
    NotAscii,
    ControlCharacters,
    NotAHost,
    SigUnreadable,
    SigOtherApp,
    SigOtherAccount,
    SigExpired,
    KeyUnreadable
};

/// A name as it is kept: its ends without blanks of any kind, marks of direction and what only fills or is not seen at
/// all (U+200B, U+3164, U+2800 …); within, what fills is a plain blank, and what is not seen is gone. Joiners within
/// stay.
QString tidyName(const QString& name);
/// 1..100 characters, not only blanks and fillers, no control characters and none that turn the direction of text.
std::optional<FieldFault> checkName(const QString& name);
/// 1..4294967295 in ASCII or full-width digits, blanks around it allowed.
std::optional<FieldFault> checkSdkAppId(const QString& text);
std::optional<quint32> readSdkAppId(const QString& text);
/// 1..32 bytes of printable ASCII without blanks.
std::optional<FieldFault> checkIdentifier(const QString& identifier);
std::optional<FieldFault> checkHost(const QString& host);
/// Printable ASCII without blanks. Both secrets are expected as tidyPastedSecret() leaves them.
std::optional<FieldFault> checkSecretKey(const QByteArray& key);
/// Readable, of this app and account, and good at `now` (the last second included).
std::optional<FieldFault> checkUserSig(
    const QByteArray& signature, quint32 sdkAppId, const QString& identifier, const QDateTime& now);

} // namespace pushbrake
