#include "ui/words/fieldsentences.h"

#include "api/accountcheck.h"
#include "api/usersig.h"
#include "ui/look/theme.h"
#include "ui/words/appwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace pushbrake::fieldsentences {

namespace {

struct FieldSentences
{
    Q_DECLARE_TR_FUNCTIONS(FieldSentences)
};

QString dateTime(const QDateTime& utc)
{
    return QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat);
}

QString empty()
{
    return FieldSentences::tr("Fill this in.");
}

/// The console shows a secret key as hexadecimal digits; no signature has so few different characters.
bool looksLikeKey(const QByteArray& text)
{
    return text.size() >= 32 && text.size() <= 128 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

QString unreadable(const QByteArray& signature)
{
    if (looksLikeKey(signature))
        return FieldSentences::tr("This looks like a secret key. Choose \"Secret key\" above, or paste a UserSig.");
    const auto read = readUserSig(signature);
    if (!read && read.error() == UserSigFault::TooLarge)
        return FieldSentences::tr("This is too long for a UserSig. Check whether too much was pasted.");
    if (!read && read.error() == UserSigFault::Alphabet)
        return FieldSentences::tr("It has characters that no UserSig has. Paste it again.");
    if (!read && read.error() == UserSigFault::MissingField)
        return FieldSentences::tr("The service would refuse this UserSig: a part of it is missing. Ask for a new one.");
    return FieldSentences::tr("This is not a whole UserSig. Paste it again.");
}

} // namespace

QString name(FieldFault fault)
{
    if (fault == FieldFault::TooLong)
        return FieldSentences::tr("A name has at most 100 characters.");
    if (fault == FieldFault::ControlCharacters)
        return FieldSentences::tr("It has invisible characters. Type it instead of pasting.");
    return empty();
}

QString host(FieldFault fault)
{
    return fault == FieldFault::Empty
        ? empty()
        : FieldSentences::tr("Enter a host name such as api.example.com, without https:// and path.");
}

QString sdkAppId(FieldFault fault)
{
    if (fault == FieldFault::NotANumber)
        return FieldSentences::tr("An SDKAppID has digits only.");
    if (fault == FieldFault::OutOfRange)
        return FieldSentences::tr("An SDKAppID is a number from 1 to 4294967295.");
    return empty();
}

QString sdkAppIdHint(const QString& typed)
{
    const auto number = readSdkAppId(typed);
    const QString plain = number ? QString::number(*number) : QString();
    return number && typed != plain ? FieldSentences::tr("Read as %1.").arg(theme::leftToRight(plain)) : QString();
}

QString identifier(FieldFault fault)
{
    if (fault == FieldFault::TooLong)
        return FieldSentences::tr("An account has at most 32 characters.");
    if (fault == FieldFault::NotAscii)
        return FieldSentences::tr("Use only Latin letters, digits and common signs, without spaces.");
    return empty();
}

QString secretKey(FieldFault fault, const QByteArray& key)
{
    if (fault == FieldFault::Empty)
        return empty();
    if (fault == FieldFault::TooLong)
        return FieldSentences::tr("This is too long for a secret key. Check whether too much was pasted.");
    if (readUserSig(key))
        return FieldSentences::tr("This looks like a UserSig. Choose \"UserSig\" above, or paste the secret key.");
    return FieldSentences::tr("This is not a secret key. Copy it from the app's page in the Chat console.");
}

QString secretOfAnother(const Profile& enteredFor, const Profile& typed)
{
    if (enteredFor.secretScope() == typed.secretScope())
        return {};
    if (comparableHost(enteredFor.host()) != comparableHost(typed.host()))
        return FieldSentences::tr("The secret was entered for another host. Enter it again.");
    if (enteredFor.sdkAppId != typed.sdkAppId)
        return FieldSentences::tr("The secret was entered for another SDKAppID. Enter the secret of this one.");
    return FieldSentences::tr("The secret was entered for another administrator account. Enter it again.");
}

QString userSig(FieldFault fault, const QByteArray& signature)
{
    if (fault == FieldFault::Empty)
        return empty();
    if (fault == FieldFault::TooLong)
        return FieldSentences::tr("This is too long for a UserSig. Check whether too much was pasted.");
    const auto facts = readUserSig(signature);
    if (!facts)
        return unreadable(signature);
    if (fault == FieldFault::SigOtherApp)
        return FieldSentences::tr("This UserSig was made for SDKAppID %1, not for the one above.")
            .arg(theme::leftToRight(QString::number(facts->sdkAppId)));
    if (fault == FieldFault::SigOtherAccount)
        return FieldSentences::tr("This UserSig was made for the account %1, not for the one above.")
            .arg(theme::isolated(facts->identifier));
    return FieldSentences::tr("This UserSig expired on %1. Ask for a new one.").arg(dateTime(facts->expiresAt));
}

QString userSigHint(const QByteArray& signature, const QDateTime& now)
{
    const auto facts = readUserSig(signature);
    if (!facts)
        return {};
    const QString until = dateTime(facts->expiresAt);
    const auto left = sentences::signatureTimeLeft(facts->expiresAt, now);
    switch (left.expiry) {
    case sentences::Expiry::Over: return {};
    case sentences::Expiry::WithinTheHour:
        return FieldSentences::tr("Valid until %1: less than an hour left.").arg(until);
    case sentences::Expiry::WithinTheDay: return FieldSentences::tr("Valid until %1: less than a day left.").arg(until);
    case sentences::Expiry::WithinTheWeek:
    case sentences::Expiry::Far: break;
    }
    return FieldSentences::tr("Valid until %1: %n days left.", nullptr, left.days).arg(until);
}

} // namespace pushbrake::fieldsentences
