#include "exchange/timetext.h"

#include "exchange/peopleswords.h"
#include "exchange/rawtable.h"
#include "exchange/serialdate.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace pushbrake {

namespace {

constexpr int earliestYear = 2000;
constexpr int latestYear = 2100;
constexpr double firstSerial = 36'526; // 2000
constexpr double lastSerial = 73'415; // 2101

QString tidied(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (QChar c : text) {
        if (c.isDigit())
            result += QChar(u'0' + c.digitValue());
        else if (c == u'\uFF1A')
            result += u':';
        else if (c == u'\uFF0F')
            result += u'/';
        else if (c.category() != QChar::Other_Format)
            result += c.isSpace() ? QChar(u' ') : c;
    }
    return result.simplified();
}

const QRegularExpression& pattern()
{
    static const QString date = u"(?:(?<y>[0-9]{4})(?:(?<s>[-/.])(?<m>[0-9]{1,2})\\k<s>(?<d>[0-9]{1,2})"
                                "|[年년] ?(?<m2>[0-9]{1,2})[月월] ?(?<d2>[0-9]{1,2})[日일])"
                                "|(?<a>[0-9]{1,2})(?<t>[-/.])(?<b>[0-9]{1,2})\\k<t>(?<y2>[0-9]{4})"
                                "|(?<d3>[0-9]{1,2})\\.?[ -](?<n>\\p{L}{3,12})\\.?,?[ -](?<y3>[0-9]{4})"
                                "|(?<n2>\\p{L}{3,12})\\.? (?<d4>[0-9]{1,2}),? (?<y4>[0-9]{4}))"_qs;
    static const QString half = u"(?:AM|PM|A\\.M\\.|P\\.M\\.|上午|下午|午前|午後|오전|오후|ص|م)"_qs;
    static const QString time = u"(?<h1>%1)? ?(?<hour>[0-9]{1,2})(?:(?::|[点點时時시] ?)(?<minute>[0-9]{2})[分분]?"
                                "(?:[:秒 ]? ?(?<second>[0-9]{2})[秒초]?(?:[.,][0-9]+)?)?|[点點时時시])"
                                "(?: Uhr)? ?(?<h2>%1)?"_qs.arg(half);
    static const QRegularExpression whole(
        u"\\A(?:\\p{L}{2,10}\\.?,? )?%1(?:(?:T|,? ?(?:at |um |pukul )?)%2(?: ?\\(?(?<zone>(?:[A-Za-z]{1,5})?"
        "(?:[+\u2212-][0-9]{1,2}(?::?[0-9]{2})?)?)\\)?)?)?\\z"_qs.arg(date, time),
        QRegularExpression::CaseInsensitiveOption);
    return whole;
}

class Match
{
public:
    explicit Match(const QRegularExpressionMatch& match)
        : m_match(match)
    {
    }
    QString text(const QString& name) const { return m_match.captured(name); }
    int number(const QString& name) const { return m_match.captured(name).toInt(); }
    bool has(const QString& name) const { return m_match.capturedLength(name) > 0; }

    std::expected<QDate, TimeFault> date(DateOrder order) const
    {
        QDate result;
        if (has(u"m"_qs))
            result = QDate(number(u"y"_qs), number(u"m"_qs), number(u"d"_qs));
        else if (has(u"m2"_qs))
            result = QDate(number(u"y"_qs), number(u"m2"_qs), number(u"d2"_qs));
        else if (has(u"n"_qs))
            result = QDate(number(u"y3"_qs), monthOf(text(u"n"_qs)), number(u"d3"_qs));
        else if (has(u"n2"_qs))
            result = QDate(number(u"y4"_qs), monthOf(text(u"n2"_qs)), number(u"d4"_qs));
        else
            return shortDate(order);
        return checked(result);
    }

    /// Invalid for what no clock shows.
    QTime time() const
    {
        int hour = number(u"hour"_qs);
        const QString half = (has(u"h1"_qs) ? text(u"h1"_qs) : text(u"h2"_qs)).toUpper();
        if (!half.isEmpty()) {
            static const QRegularExpression afternoon(u"\\AP|下午|午後|오후|م"_qs);
            if (hour < 1 || hour > 12)
                return {};
            hour = hour % 12 + (half.contains(afternoon) ? 12 : 0);
        }
        return QTime(hour, number(u"minute"_qs), number(u"second"_qs));
    }

private:
    static std::expected<QDate, TimeFault> checked(QDate date)
    {
        if (!date.isValid() || date.year() < earliestYear || date.year() > latestYear)
            return std::unexpected { TimeFault::Unclear };
        return date;
    }
    // With stops the day is first wherever they are used.
    std::expected<QDate, TimeFault> shortDate(DateOrder order) const
    {
        const int a = number(u"a"_qs);
        const int b = number(u"b"_qs);
        const int year = number(u"y2"_qs);
        if (text(u"t"_qs) == u".")
            order = DateOrder::DayFirst;
        else if (a == b || a > 12)
            order = DateOrder::DayFirst;
        else if (b > 12)
            order = DateOrder::MonthFirst;
        if (order == DateOrder::Unknown)
            return std::unexpected { TimeFault::DateOrder };
        return checked(order == DateOrder::DayFirst ? QDate(year, b, a) : QDate(year, a, b));
    }

    const QRegularExpressionMatch& m_match;
};

std::optional<TimeText> readNumber(const QString& text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber || !text.front().isDigit() || text.contains(u'e', Qt::CaseInsensitive))
        return {};
    if (number >= firstSerial && number < lastSerial) {
        const auto at = QDateTime::fromString(dateOfSerial(number, DateSystem::From1900), Qt::ISODate);
        if (number != std::floor(number) && at.isValid())
            return TimeText { at.date(), at.time(), {}, TimeText::Source::Serial, at.time().second() != 0 };
        return TimeText { at.date(), {}, {}, TimeText::Source::Serial };
    }
    const bool isSeconds = text.size() == 10;
    if (!isSeconds && text.size() != 13)
        return {};
    const QDateTime at = isSeconds ? QDateTime::fromSecsSinceEpoch(text.toLongLong(), Qt::UTC)
                                   : QDateTime::fromMSecsSinceEpoch(text.toLongLong(), Qt::UTC);
    if (at.date().year() <= earliestYear || at.date().year() > latestYear)
        return {};
    return TimeText { at.date(), at.time(), 0, TimeText::Source::UnixTime, true };
}

/// "2026-06-01T10:00:00" and "2026-06-01 10:00", which nearly all are.
std::optional<TimeText> readPlain(QStringView text)
{
    if (text.size() != 16 && text.size() != 19)
        return {};
    const auto digits = [text](qsizetype from, qsizetype count) {
        int value = 0;
        for (const QChar c : text.sliced(from, count)) {
            if (c < u'0' || c > u'9')
                return -1;
            value = value * 10 + (c.unicode() - u'0');
        }
        return value;
    };
    const bool isMarked = text.at(4) == u'-' && text.at(7) == u'-' && (text.at(10) == u'T' || text.at(10) == u' ')
        && text.at(13) == u':' && (text.size() == 16 || text.at(16) == u':');
    const QDate date(digits(0, 4), digits(5, 2), digits(8, 2));
    const QTime time(digits(11, 2), digits(14, 2), text.size() == 19 ? digits(17, 2) : 0);
    if (!isMarked || !date.isValid() || !time.isValid() || date.year() < earliestYear || date.year() > latestYear)
        return {};
    return TimeText { date, time, {}, TimeText::Source::Words, text.size() == 19 };
}

} // namespace

int monthOf(QStringView name)
{
    static const QHash<QString, int> months { { u"jan"_qs, 1 }, { u"feb"_qs, 2 }, { u"mar"_qs, 3 }, { u"mär"_qs, 3 },
        { u"mrz"_qs, 3 }, { u"apr"_qs, 4 }, { u"may"_qs, 5 }, { u"mai"_qs, 5 }, { u"mei"_qs, 5 }, { u"jun"_qs, 6 },
        { u"jul"_qs, 7 }, { u"aug"_qs, 8 }, { u"agu"_qs, 8 }, { u"agt"_qs, 8 }, { u"sep"_qs, 9 }, { u"oct"_qs, 10 },
        { u"okt"_qs, 10 }, { u"nov"_qs, 11 }, { u"dec"_qs, 12 }, { u"dez"_qs, 12 }, { u"des"_qs, 12 } };
    return months.value(name.left(3).toString().toLower());
}

std::expected<TimeText, TimeFault> readTimeText(QStringView raw, DateOrder order)
{
    if (const auto plain = readPlain(raw))
        return *plain;
    if (raw.size() > mostWordText)
        return std::unexpected { TimeFault::Unclear };
    const QString text = tidied(raw);
    if (text.isEmpty())
        return std::unexpected { TimeFault::Empty };
    if (const auto number = readNumber(text)) {
        if (!number->time.isValid())
            return std::unexpected { TimeFault::NoTimeOfDay };
        return *number;
    }
    const auto found = pattern().match(text);
    if (!found.hasMatch())
        return std::unexpected { TimeFault::Unclear };
    const Match match(found);
    const auto date = match.date(order);
    if (!date)
        return std::unexpected { date.error() };
    if (!match.has(u"hour"_qs))
        return std::unexpected { TimeFault::NoTimeOfDay };
    const QTime time = match.time();
    if (!time.isValid())
        return std::unexpected { TimeFault::Unclear };
    const QString zone = match.text(u"zone"_qs);
    const auto offset = zoneOffsetIn(zone.toUpper());
    if (!zone.isEmpty() && !offset)
        return std::unexpected { TimeFault::UnknownZone };
    return TimeText { *date, time, offset, TimeText::Source::Words, match.has(u"second"_qs) };
}

DateOrder dateOrderIn(QStringView text)
{
    static const QRegularExpression shortDate(u"\\A\\D{0,12}([0-9]{1,2})([-/])([0-9]{1,2})\\2[0-9]{4}(?![0-9])"_qs);
    const auto match = shortDate.match(text.left(mostWordText).toString());
    if (match.hasMatch() && match.captured(1).toInt() > 12)
        return DateOrder::DayFirst;
    return match.hasMatch() && match.captured(3).toInt() > 12 ? DateOrder::MonthFirst : DateOrder::Unknown;
}

} // namespace pushbrake
