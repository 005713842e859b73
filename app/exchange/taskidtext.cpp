#include "exchange/taskidtext.h"

#include <QRegularExpression>

#include <algorithm>

namespace pushbrake {

namespace {

bool isUnseen(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format;
}

bool isQuote(QChar c)
{
    static const QString quotes = u"\"'`\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\uFF02\uFF07"_qs;
    return quotes.contains(c);
}

template<typename Test> QStringView stripped(QStringView text, Test test)
{
    while (!text.isEmpty() && test(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && test(text.back()))
        text.chop(1);
    return text;
}

// Spreadsheets and people guard long numbers against the spreadsheet: ="123", '123, "123".
QStringView unguarded(QStringView text)
{
    text = withoutUnseenEdges(text);
    if (text.startsWith(QLatin1String("=\"")) && text.endsWith(u'"') && text.size() > 3)
        text = text.sliced(1);
    return stripped(text, [](QChar c) { return isUnseen(c) || isQuote(c); });
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Numbers typed with a Chinese or Japanese keyboard. One kind of digits only: a mixture is a slip or a trick.
QString folded(QStringView text)
{
    QString result = text.toString();
    const auto isFullWidth = [](QChar c) { return c >= QChar(0xFF10) && c <= QChar(0xFF19); };
    if (!std::all_of(text.begin(), text.end(), isFullWidth))
        return result;
    for (QChar& c : result)
        c = QChar(c.unicode() - 0xFF10 + u'0');
    return result;
}

bool matches(const QString& text, const QRegularExpression& pattern)
{
    return pattern.match(text).hasMatch();
}

bool isPushId(const QString& text)
{
    static const QRegularExpression pattern(u"\\A(?:batch_\\S+|[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)++)\\z"_qs);
    return matches(text, pattern);
}

// Says what is wrong with a text that is not all digits, from the most telling sign to the least.
TaskIdFault faultOf(const QString& text)
{
    static const QRegularExpression scientific(u"\\A[+-]?[0-9]+(?:[.,][0-9]*)?[eE][+-]?[0-9]+\\z"_qs);
    static const QRegularExpression grouped(
        u"\\A[0-9]{1,3}(?:([.,' \u00A0\u202F\u2009\u2019\u066C])[0-9]{3})(?:\\1[0-9]{3})*+\\z"_qs);
    static const QRegularExpression decimal(u"\\A[0-9]+[.,\u066B][0-9]*\\z"_qs);
    static const QRegularExpression separated(u"\\A[0-9]+(?:[.,'\\s\u2019\u066C-]+[0-9]+)++\\z"_qs);
    static const QRegularExpression sign(u"\\A[+\u2212-][0-9][0-9.,]*\\z"_qs);
    if (isPushId(text))
        return TaskIdFault::PushId;
    if (matches(text, scientific))
        return TaskIdFault::Scientific;
    if (matches(text, sign))
        return TaskIdFault::Sign;
    if (matches(text, grouped))
        return TaskIdFault::Separators;
    if (matches(text, decimal))
        return TaskIdFault::Decimal;
    return matches(text, separated) ? TaskIdFault::Separators : TaskIdFault::Letters;
}

std::expected<TaskId, TaskIdFault> numberOf(const QString& digits)
{
    if (digits.front() == u'0')
        return std::unexpected { digits.count(u'0') == digits.size() ? TaskIdFault::Zero : TaskIdFault::LeadingZero };
    bool fits = false;
    const TaskId id = digits.toLongLong(&fits);
    if (!fits)
        return std::unexpected { TaskIdFault::TooLarge };
    return id;
}

} // namespace

QStringView withoutUnseenEdges(QStringView text)
{
    return stripped(text, isUnseen);
}

std::expected<TaskId, TaskIdFault> readTaskId(QStringView text)
{
    const QStringView bare = unguarded(text);
    if (bare.isEmpty())
        return std::unexpected { TaskIdFault::Empty };
    const QString plain = folded(bare);
    if (!std::all_of(plain.begin(), plain.end(), isAsciiDigit))
        return std::unexpected { faultOf(plain) };
    return numberOf(plain);
}

} // namespace pushbrake
