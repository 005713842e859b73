#include "api/accountcheck.h"

#include "api/usersig.h"
#include "domain/region.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace pushbrake {

namespace {

constexpr int longestName = 100;
constexpr int longestIdentifier = 32;

bool isVisibleAscii(ushort c)
{
    return c >= 0x21 && c <= 0x7e;
}

// Only these two rows of digits: QChar::isDigit() is true of scripts that QString::toInt() reads as 0.
std::optional<int> digitOf(QChar c)
{
    const ushort code = c.unicode();
    if (code >= u'0' && code <= u'9')
        return code - u'0';
    if (code >= 0xFF10 && code <= 0xFF19)
        return code - 0xFF10;
    return std::nullopt;
}

/// Controls, and what turns the direction of the text around it or ends a line unseen. Joiners stay: emoji and some
/// scripts need them.
bool isControl(QChar c)
{
    const char16_t u = c.unicode();
    const bool turns
        = u == 0x061c || u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
    return c.category() == QChar::Other_Control || turns || u == 0x2028 || u == 0x2029 || u == 0xfeff;
}

/// Drawn as a blank, though no blank for Unicode: the fillers of Hangul and Braille, and Mongolian's vowel separator.
bool isFiller(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x115f || u == 0x1160 || u == 0x3164 || u == 0xffa0 || u == 0x2800 || u == 0x180e;
}

/// Not drawn at all, and needed by no script.
bool isUnseen(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x00ad || u == 0x034f || u == 0x200b || (u >= 0x2060 && u <= 0x2064) || (u >= 0x206a && u <= 0x206f)
        || u == 0xfeff;
}

bool isOfNoNameEnd(QChar c)
{
    const bool isJoiner = c == QChar(0x200c) || c == QChar(0x200d);
    return c.isSpace() || isControl(c) || isFiller(c) || isUnseen(c) || isJoiner;
}

} // namespace

QString tidyName(const QString& name)
{
    const auto first = std::find_if_not(name.begin(), name.end(), isOfNoNameEnd);
    const auto last = std::find_if_not(name.rbegin(), std::make_reverse_iterator(first), isOfNoNameEnd).base();
    QString tidy;
    for (auto c = first; c != last; ++c) {
        if (!isUnseen(*c))
            tidy += isFiller(*c) ? QChar(u' ') : *c;
    }
    return tidy;
}

std::optional<FieldFault> checkName(const QString& name)
{
    if (tidyName(name).isEmpty())
        return FieldFault::Empty;
    if (std::any_of(name.begin(), name.end(), isControl))
        return FieldFault::ControlCharacters;
    return name.size() > longestName ? std::optional(FieldFault::TooLong) : std::nullopt;
}

std::optional<FieldFault> checkSdkAppId(const QString& text)
{
    const QString digits = text.trimmed();
    if (digits.isEmpty())
        return FieldFault::Empty;
    if (!std::all_of(digits.begin(), digits.end(), [](QChar c) { return digitOf(c).has_value(); }))
        return FieldFault::NotANumber;
    return readSdkAppId(text) ? std::nullopt : std::optional(FieldFault::OutOfRange);
}

std::optional<quint32> readSdkAppId(const QString& text)
{
    quint64 number = 0;
    for (const QChar c : text.trimmed()) {
        const auto digit = digitOf(c);
        if (!digit)
            return std::nullopt;
        number = number * 10 + quint64(*digit);
        if (number > std::numeric_limits<quint32>::max())
            return std::nullopt;
    }
    return number == 0 ? std::nullopt : std::optional(quint32(number));
}

std::optional<FieldFault> checkIdentifier(const QString& identifier)
{
    if (identifier.isEmpty())
        return FieldFault::Empty;
    if (!std::all_of(identifier.begin(), identifier.end(), [](QChar c) { return isVisibleAscii(c.unicode()); }))
        return FieldFault::NotAscii;
    return identifier.size() > longestIdentifier ? std::optional(FieldFault::TooLong) : std::nullopt;
}

std::optional<FieldFault> checkHost(const QString& host)
{
    if (host.isEmpty())
        return FieldFault::Empty;
    return isAcceptableHost(host) ? std::nullopt : std::optional(FieldFault::NotAHost);
}

std::optional<FieldFault> checkSecretKey(const QByteArray& key)
{
    if (key.isEmpty())
        return FieldFault::Empty;
    const bool readable = std::all_of(key.begin(), key.end(), [](char c) { return isVisibleAscii(uchar(c)); });
    return readable ? std::nullopt : std::optional(FieldFault::KeyUnreadable);
}

std::optional<FieldFault> checkUserSig(
    const QByteArray& signature, quint32 sdkAppId, const QString& identifier, const QDateTime& now)
{
    if (signature.isEmpty())
        return FieldFault::Empty;
    const auto facts = readUserSig(signature);
    if (!facts)
        return FieldFault::SigUnreadable;
    if (facts->sdkAppId != sdkAppId)
        return FieldFault::SigOtherApp;
    if (facts->identifier != identifier)
        return FieldFault::SigOtherAccount;
    return now > facts->expiresAt ? std::optional(FieldFault::SigExpired) : std::nullopt;
}

} // namespace pushbrake
