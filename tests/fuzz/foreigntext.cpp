// What the service writes, with pieces of our secrets in it. Promised: no stretch of 16 characters of a secret is left,
// plain or percent-encoded; no value of a usersig, nothing of the shape of a signature or of a key; and once cleaned it
// stays as it is.
#include "domain/foreigntext.h"
#include "always.h"

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>

using namespace pushbrake;

namespace {

const QByteArray key = QByteArrayLiteral("5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e");
const QByteArray signature
    = QByteArrayLiteral("eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwonJ*ZnFJSBpqJLMFJCMmYGJoYGpqamBAUi4pKg0FaTAyMTI0AgkX"
                        "JafmWIFNDk7M8XKCqg6Myc1GaTcwtLE3NDCzNjAwBRZLbGkJL8oJzUFpMbQwNjY0NDAzADElwF*4GxN");

struct Piece
{
    int from;
    int size;
};

Piece pieceOf(FuzzedDataProvider& given, qsizetype size)
{
    const int from = given.ConsumeIntegralInRange(0, int(size) - 1);
    return { from, given.ConsumeIntegralInRange(1, int(size) - from) };
}

QString textOf(FuzzedDataProvider& given)
{
    QString text;
    while (given.remaining_bytes() > 0 && text.size() < 100'000) {
        const QByteArray& secret = given.ConsumeBool() ? key : signature;
        switch (given.ConsumeIntegralInRange(0, 5)) {
        case 0: text += QString::fromStdString(given.ConsumeRandomLengthString(40)); break;
        case 1: {
            const Piece piece = pieceOf(given, secret.size());
            text += QString::fromLatin1(secret.sliced(piece.from, piece.size));
            break;
        }
        case 2: {
            const QByteArray encoded = secret.toPercentEncoding();
            const Piece piece = pieceOf(given, encoded.size());
            text += QString::fromLatin1(encoded.sliced(piece.from, piece.size));
            break;
        }
        case 3:
            text += QString::fromLatin1(
                given.PickValueInArray({ "usersig=", "UserSig\": \"", "user_sig%3D", "USERSIG : '" }));
            break;
        case 4:
            text += QString(
                given.ConsumeIntegralInRange(1, 40'000), QLatin1Char(char(given.ConsumeIntegralInRange(0x20, 0x7e))));
            break;
        default: text += QChar(given.ConsumeIntegral<char16_t>());
        }
    }
    return text;
}

bool hasStretchOf(const QString& text, const QByteArray& secret)
{
    constexpr qsizetype stretch = 16;
    for (qsizetype i = 0; i + stretch <= secret.size(); ++i) {
        if (text.contains(QLatin1String(secret.sliced(i, stretch))))
            return true;
    }
    return false;
}

bool isOneOf(QChar c, const char* others)
{
    const char16_t u = c.unicode();
    const bool isPlain = (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9');
    return isPlain || (*others && u != 0 && u < 0x80 && QLatin1String(others).contains(c));
}

bool isHex(QChar c)
{
    return isOneOf(c, "") && c.toLower() <= u'f';
}

/// How many from there on are such characters.
template<typename Is> qsizetype runFrom(const QString& text, qsizetype from, Is is)
{
    return std::find_if_not(text.begin() + from, text.end(), is) - text.begin() - from;
}

bool hasShapeOfSecret(const QString& text)
{
    const auto isOfSignature = [](QChar c) { return isOneOf(c, "*_+/%-"); };
    for (qsizetype at = text.indexOf(QLatin1String("eJ")); at >= 0; at = text.indexOf(QLatin1String("eJ"), at + 1)) {
        if (runFrom(text, at + 2, isOfSignature) >= 60)
            return true;
    }
    const auto isPlain = [](QChar c) { return isOneOf(c, ""); };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype run = runFrom(text, at, isPlain);
        if (run == key.size() && runFrom(text, at, isHex) == run)
            return true;
        at += run;
    }
    return false;
}

bool isBlank(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

/// A value that stands behind "usersig=" in the clear.
bool hasNamedValue(const QString& text)
{
    for (qsizetype at = text.indexOf(QLatin1String("usersig="), 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(QLatin1String("usersig="), at + 1, Qt::CaseInsensitive)) {
        QStringView value = QStringView(text).mid(at + 8);
        while (!value.isEmpty() && isBlank(value.front()))
            value = value.mid(1);
        if (!value.isEmpty() && (value.front() == u'"' || value.front() == u'\''))
            value = value.mid(1);
        const bool isNone = value.isEmpty() || value.front().isSpace() || value.startsWith(QLatin1String("%26"))
            || QStringLiteral("&\"'<>").contains(value.front());
        if (!isNone && !value.startsWith(QLatin1String("***")))
            return true;
    }
    return false;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    FuzzedDataProvider given(data, size);
    const QString text = textOf(given);
    const Secret live(QByteArray(signature.constData(), signature.size()));
    const Secret signing(QByteArray(key.constData(), key.size()));
    // A long text takes long with the secrets, and is none of the service's: those are bounded before.
    const QString clean = text.size() <= 4'000 ? withoutSecrets(text, { &live, &signing }) : withoutSecretShapes(text);
    if (text.size() <= 4'000) {
        for (const QByteArray& secret : { key, signature, signature.toPercentEncoding() })
            always(!hasStretchOf(clean, secret));
    }
    always(!hasShapeOfSecret(clean) && !hasNamedValue(clean));
    always(withoutSecretShapes(clean) == clean);
    return 0;
}
