#include "exchange/taskidtext.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr int mostPastedIds = 100'000;

// What copying leaves around a number and nobody sees: zero-width and bidi characters, the byte order mark, blanks.
bool isInvisible(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format || c == QChar(0xFEFF);
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
    text = stripped(text, isInvisible);
    if (text.startsWith(QLatin1String("=\"")) && text.endsWith(u'"') && text.size() > 3)
        text = text.sliced(1);
    return stripped(text, [](QChar c) { return isInvisible(c) || isQuote(c); });
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
    static const QRegularExpression pattern(u"\\A(?:batch_\\S+|[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)+)\\z"_qs);
    return matches(text, pattern);
}

// Says what is wrong with a text that is not all digits, from the most telling sign to the least.
TaskIdFault faultOf(const QString& text)
{
    static const QRegularExpression scientific(u"\\A[+-]?[0-9]+(?:[.,][0-9]*)?[eE][+-]?[0-9]+\\z"_qs);
    static const QRegularExpression grouped(
        u"\\A[0-9]{1,3}(?:([.,' \u00A0\u202F\u2009\u2019\u066C])[0-9]{3})(?:\\1[0-9]{3})*\\z"_qs);
    static const QRegularExpression decimal(u"\\A[0-9]+[.,\u066B][0-9]*\\z"_qs);
    static const QRegularExpression separated(u"\\A[0-9]+(?:[.,'\\s\u2019\u066C-]+[0-9]+)+\\z"_qs);
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

// A number with groups of thousands would fall apart into small numbers that may be tasks of somebody else.
// Unmistakable forms only: one comma, apostrophe or thin blank before each group of exactly three digits, or an
// ordinary blank before at least two such groups.
const QRegularExpression& groupedNumber()
{
    static const QRegularExpression pattern(
        u"(?<![0-9,'\u066C])[1-9][0-9]{0,2}(?:([,'\u2019\u066C\u00A0\u202F\u2009])[0-9]{3}(?:\\1[0-9]{3})*"
        "|(?: [0-9]{3}){2,})(?![0-9,'\u066C])"_qs);
    return pattern;
}

const QRegularExpression& separator()
{
    static const QRegularExpression pattern(u"[\\s,;|\u00A0\u3000\uFF0C\u3001\uFF1B\uFF5C\u060C\u061B]+"_qs);
    return pattern;
}

class PasteReader
{
public:
    explicit PasteReader(PastedIds& into)
        : m_into(into)
    {
    }

    void readLine(const QString& text, int line)
    {
        qsizetype from = 0;
        auto grouped = groupedNumber().globalMatch(text);
        while (grouped.hasNext()) {
            const auto match = grouped.next();
            readTokens(text.sliced(from, match.capturedStart() - from), line);
            refuse(match.captured(), line, TaskIdFault::Separators);
            from = match.capturedEnd();
        }
        readTokens(text.sliced(from), line);
    }
    bool isFull() const { return m_into.found.size() + m_into.refused.size() >= mostPastedIds; }

private:
    void readTokens(const QString& text, int line)
    {
        const QStringList tokens = text.split(separator(), Qt::SkipEmptyParts);
        for (const QString& token : tokens)
            readToken(token, line);
    }
    void readToken(const QString& token, int line)
    {
        const auto id = readTaskId(token);
        if (id)
            add(*id, line);
        else if (id.error() != TaskIdFault::Empty)
            refuse(token, line, id.error());
    }
    void add(TaskId id, int line)
    {
        const auto known = m_places.constFind(id);
        if (known != m_places.constEnd()) {
            ++m_into.found[*known].times;
        } else if (!isFull()) {
            m_places.insert(id, m_into.found.size());
            m_into.found.append({ id, line, 1 });
        }
    }
    void refuse(const QString& text, int line, TaskIdFault fault)
    {
        if (!isFull())
            m_into.refused.append({ line, text, fault });
    }

    PastedIds& m_into;
    QHash<TaskId, qsizetype> m_places;
};

} // namespace

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

PastedIds readPastedIds(const QString& text)
{
    static const QRegularExpression lineEnd(u"\r\n|[\n\r\u0085\u2028\u2029]"_qs);
    PastedIds result;
    PasteReader reader(result);
    const QStringList lines = text.split(lineEnd);
    for (int i = 0; i < lines.size() && !reader.isFull(); ++i)
        reader.readLine(lines.at(i), i + 1);
    return result;
}

} // namespace pushbrake
