#include "exchange/pastedids.h"

#include "domain/wellformed.h"

#include <QHash>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

namespace pushbrake {

namespace {

constexpr int mostPastedIds = 100'000;
constexpr int leastLongDigits = 6;
constexpr int mostPhoneDigits = 15; // by E.164
constexpr int leastPhoneDigits = 7;

// What has digits with signs or blanks between them and is one thing. Read token by token it would fall apart into
// small numbers that may be tasks of somebody else. Repeated groups are possessive, here and below, and look ahead
// themselves: for each that could be given back the matcher needs memory, and after some ten thousand it has none left.
const QRegularExpression& wholeThing()
{
    static const QString address
        = u"(?<address>[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\s<>\"'\uFF0C\u3002\u3001\uFF1B]+(?<![,.;:!?)])"
          "|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}[A-Za-z]"
          "|(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}(?::[0-9]+)?[/?][^\\s<>\"']*(?<![,.;:!?)]))"_qs;
    static const QString clock = u"[0-9]{1,2}[:\uFF1A][0-9]{2}(?:[:\uFF1A][0-9]{2}(?:\\.[0-9]+)?)?"
                                 "(?:\\s?[AaPp]\\.?[Mm]\\b|Z|[+-][0-9]{2}:?[0-9]{2})?(?![0-9:\uFF1A])"_qs;
    static const QString moment
        = u"(?<moment>(?<![0-9A-Za-z_.:\uFF1A/+-])(?:(?:[0-9]{4}(?<y>[-/.])[0-9]{1,2}\\k<y>[0-9]{1,2}"
          "|[0-9]{1,2}(?<d>[-/.])[0-9]{1,2}\\k<d>(?:[0-9]{4}|[0-9]{2}))(?![0-9A-SU-Za-z_-]|[./:][0-9])(?:(?:T|,? )%1)?"
          "|%1|(?:[0-9]{1,4} ?[年月日点點时時分秒년월일시분]+ ?)++))"_qs.arg(clock);
    static const QString phone
        = u"(?<phone>(?<![0-9A-Za-z])(?:\\+[0-9]{1,4}(?:[ ()./\u00A0-]{1,3}[0-9]{1,10}(?![0-9]))++"
          "|0[0-9]{1,4}(?:[ /-]{1,3}[0-9]{1,8}(?![0-9]))++"
          "|\\([0-9]{2,5}\\) ?[0-9]{2,4}[-. ][0-9]{2,6})(?![0-9]))"_qs;
    // Unmistakable forms only: one comma, apostrophe or thin blank before each group of exactly three digits, or an
    // ordinary blank before at least two such groups.
    static const QString grouped
        = u"(?<grouped>(?<![0-9,'\u066C])[1-9][0-9]{0,2}"
          "(?:(?<g>[,'\u2019\u066C\u00A0\u202F\u2009])[0-9]{3}(?:\\k<g>[0-9]{3}(?![0-9]|(?!\\k<g>)[,'\u066C][0-9]))*+"
          "|(?: [0-9]{3}(?![0-9]|[,'\u066C][0-9])){2,}+)(?![0-9]|[,'\u066C][0-9]))"_qs;
    static const QString scaled = u"(?<scaled>[0-9]+(?:\\.[0-9]+)?[十百千万萬亿億兆만억])"_qs;
    // With a decimal comma, at which it would fall apart.
    static const QString scientific = u"(?<scientific>(?<![0-9.,])[0-9],[0-9]+[eE][+-]?[0-9]+(?![0-9A-Za-z]))"_qs;
    static const QRegularExpression pattern(
        QStringList { address, moment, phone, grouped, scaled, scientific }.join(u'|'));
    return pattern;
}

TaskIdFault faultOf(const QRegularExpressionMatch& whole)
{
    if (!whole.captured(u"address"_qs).isEmpty())
        return TaskIdFault::Address;
    if (!whole.captured(u"moment"_qs).isEmpty())
        return TaskIdFault::Moment;
    if (!whole.captured(u"phone"_qs).isEmpty())
        return TaskIdFault::Phone;
    if (!whole.captured(u"scientific"_qs).isEmpty())
        return TaskIdFault::Scientific;
    return whole.captured(u"grouped"_qs).isEmpty() ? TaskIdFault::Letters : TaskIdFault::Separators;
}

qsizetype digitsIn(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// To check the text each time would take as long as to read it.
QRegularExpressionMatch nextWhole(const QString& text, qsizetype from)
{
    return wholeThing().match(
        text, from, QRegularExpression::NormalMatch, QRegularExpression::DontCheckSubjectStringMatchOption);
}

// The blank after a phone number may be followed by a task ID, which no phone number has room for.
qsizetype phoneLength(QStringView text)
{
    qsizetype digits = 0;
    qsizetype end = 0;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype to = i;
        while (to < text.size() && !text.at(to).isDigit())
            ++to;
        const qsizetype first = to;
        while (to < text.size() && text.at(to).isDigit())
            ++to;
        if (digits + to - first > mostPhoneDigits)
            break;
        digits += to - first;
        end = to;
        i = to;
    }
    return digits < leastPhoneDigits ? 0 : end;
}

// Scripts that put no blanks between words separate as blanks do, and so do pictures and bullets. An apostrophe between
// digits is a mark of thousands.
const QRegularExpression& separator()
{
    static const QRegularExpression pattern(
        u"(?:[\\s,;|/"
        u"#!?\u00A0\u3000\uFF0C\u3001\uFF64\u3002\uFF61\uFF1B\uFF5C\u060C\u061B\uFF0F\uFF03\uFF01\uFF1F\u061F"
        "()\\[\\]{}<>\uFF08\uFF09\uFF3B\uFF3D\uFF5B\uFF5D\uFF1C\uFF1E\u3008-\u3011\u3014-\u301B\u2039\u203A"
        "\"`\u2018\u201A-\u201F\u00AB\u00BB\uFF02\uFF07"
        "\\x{1F000}-\\x{1FAFF}\u2116\u2190-\u21FF\u25A0-\u27BF\u2B00-\u2BFF\u2022\u2023\uFE0F\u20E3"
        "\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}\\p{Thai}]|(?<![0-9])['\u2019]|['\u2019](?![0-9]))++"_qs);
    return pattern;
}

bool isNumbered(const QString& text)
{
    static const QRegularExpression number(u"\\p{N}"_qs);
    return digitsIn(text) > 0 || number.match(text).hasMatch();
}

bool hasLetter(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

// Without what stands around a number in a sentence: what introduces it, the stop after it, the stars of bold text.
// Several stops stand for digits that are missing.
QString bare(QString token)
{
    static const QRegularExpression around(u"\\A[\\s\\p{Cf}]+|[\\s\\p{Cf}]+\\z"_qs);
    static const QRegularExpression label(
        u"\\A(?:-{0,2}\\p{L}[\\p{L}\\p{M}]*(?:[_.-][\\p{L}\\p{M}]+)*+"
        "(?:[:\uFF1A=\uFF1D]{1,2}|-)|(?:No|Nr)\\.|[:\uFF1A=\uFF1D]{1,2})(?=\\p{N})"_qs,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression stop(u"(?<=\\p{N}|\\*)[.:\uFF1A]\\z"_qs);
    static const QRegularExpression bold(u"\\A(\\*{1,2})([^*]+)\\1\\z"_qs);
    token.remove(around).remove(stop);
    token.replace(bold, u"\\2"_qs);
    return token.remove(stop).remove(label);
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
        auto whole = nextWhole(text, 0);
        for (; whole.hasMatch(); whole = nextWhole(text, whole.capturedEnd())) {
            readTokens(text.sliced(from, whole.capturedStart() - from), line);
            from = whole.capturedStart() + readWhole(whole, line);
        }
        if (whole.isValid())
            readTokens(text.sliced(from), line);
        else // the matcher gave up, so that nobody knows what belongs together
            refuse(text.sliced(from), line, TaskIdFault::Letters);
    }
    bool isFull() const { return m_into.found.size() + m_into.refused.size() >= mostPastedIds; }

private:
    /// How much of it was read.
    qsizetype readWhole(const QRegularExpressionMatch& whole, int line)
    {
        const QString text = whole.captured();
        const TaskIdFault fault = faultOf(whole);
        const qsizetype length = fault == TaskIdFault::Phone ? phoneLength(text) : text.size();
        if (length == 0)
            readTokens(text, line);
        else if (isNumbered(text))
            refuse(text.left(length).trimmed(), line, fault);
        else
            m_into.hasWords = true;
        return length == 0 ? text.size() : length;
    }
    void readTokens(const QString& text, int line)
    {
        m_into.hasWords |= hasLetter(text);
        const QStringList tokens = text.split(separator(), Qt::SkipEmptyParts);
        for (const QString& token : tokens) {
            if (isNumbered(token))
                readToken(token, line);
        }
    }
    void readToken(const QString& token, int line)
    {
        auto id = readTaskId(token);
        if (!id)
            id = readTaskId(bare(token));
        if (id)
            add(*id, line);
        else
            refuse(token, line, id.error());
    }
    void add(TaskId id, int line)
    {
        const auto known = m_places.constFind(id);
        if (known != m_places.constEnd()) {
            ++m_into.found[*known].times;
            m_into.found[*known].againOn.append(line);
        } else if (!isFull()) {
            m_places.insert(id, m_into.found.size());
            m_into.found.append({ id, line, 1, false, {} });
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

int digitsOf(TaskId id)
{
    int digits = 1;
    while (id /= 10)
        ++digits;
    return digits;
}

void markUnlike(PastedIds& ids)
{
    QMap<int, int> counts;
    for (const auto& found : ids.found) {
        if (const int digits = digitsOf(found.id); digits >= leastLongDigits)
            ++counts[digits];
    }
    int most = 0;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        if (*count >= most) { // of two that are as frequent the longer
            most = *count;
            ids.usualDigits = count.key();
        }
    }
    if (ids.usualDigits == 0)
        return;
    for (auto& found : ids.found) {
        const int digits = digitsOf(found.id);
        found.isUnlike = digits < leastLongDigits || std::abs(digits - ids.usualDigits) > 1;
    }
}

} // namespace

PastedIds readPastedIds(const QString& text)
{
    static const QRegularExpression lineEnd(u"\r\n|[\n\r\u0085\u2028\u2029]"_qs);
    PastedIds result;
    PasteReader reader(result);
    const QStringList lines = wellFormed(text).split(lineEnd);
    for (int i = 0; i < lines.size() && !reader.isFull(); ++i)
        reader.readLine(lines.at(i), i + 1);
    result.isCutShort = reader.isFull();
    markUnlike(result);
    return result;
}

bool isWorthOffering(const PastedIds& ids)
{
    return !ids.found.isEmpty() && (ids.usualDigits > 0 || !ids.hasWords);
}

} // namespace pushbrake
