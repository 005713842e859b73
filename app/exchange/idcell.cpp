#include "exchange/idcell.h"

#include "exchange/knownids.h"
#include "exchange/peopleswords.h"
#include "exchange/timetext.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>

namespace pushbrake {

namespace {

constexpr TaskId firstDateSerial = 20'000; // 1954; later than any task and earlier than any date in use
constexpr TaskId lastDateSerial = 80'000; // 2119
constexpr qsizetype leastLongDigits = 6;

bool isPlainNumber(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// In ASCII when all digits are of one script; nothing for a mixture.
std::optional<QString> inAsciiDigits(QString text)
{
    char32_t zero = 0;
    for (QChar& c : text) {
        if (!c.isDigit())
            continue;
        const char32_t own = c.unicode() - char32_t(c.digitValue());
        if (zero != 0 && zero != own)
            return {};
        zero = own;
        c = QChar(u'0' + c.digitValue());
    }
    return text;
}

const QRegularExpression& grouped()
{
    static const QRegularExpression pattern(
        u"\\A[1-9][0-9]{0,2}(?:(?<mark>[.,' \u00A0\u202F\u2009\u2019\u066C])[0-9]{3})(?:\\k<mark>[0-9]{3})*\\z"_qs);
    return pattern;
}

bool isDateForm(const QString& text)
{
    static const QRegularExpression pattern(
        u"\\A(?:[0-9]{1,2}[-. /]+(?<m1>\\p{L}{3,})\\.?(?:[-. /][0-9]{2,4})?|(?<m2>\\p{L}{3,})\\.?[- ][0-9]{2,4}"
        "|[0-9]{1,2}[-./][0-9]{1,2}[-./](?:[0-9]{4}|[0-9]{2})|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}"
        "|(?:[0-9]{4} ?[年년] ?)?[0-9]{1,2} ?[月월] ?[0-9]{1,2} ?[日일])(?:[T ,].*)?\\z"_qs);
    const auto match = pattern.match(text);
    const QString month = match.captured(u"m1"_qs) + match.captured(u"m2"_qs);
    return match.hasMatch() && (month.isEmpty() || monthOf(month) != 0);
}

bool isErrorValue(const QString& text)
{
    static const QRegularExpression pattern(u"\\A(?:#\\p{L}[\\p{L}\\p{N}/ -]*[!?]?|Err:[0-9]+)\\z"_qs);
    return pattern.match(text).hasMatch();
}

bool isTruth(const QString& text)
{
    const QString word = text.toUpper();
    return word == u"TRUE" || word == u"FALSE" || word == u"WAHR" || word == u"FALSCH";
}

bool hasHidden(const QString& text)
{
    return std::any_of(text.begin(), text.end(),
        [](QChar c) { return c.category() == QChar::Other_Format || c.category() == QChar::Other_Control; });
}

bool hasSeveral(const QString& text)
{
    static const QRegularExpression between(u"[\\s,;|/\uFF0C\u3001\uFF1B]+"_qs);
    const QStringList parts = text.split(between, Qt::SkipEmptyParts);
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](const QString& part) {
        return part.size() >= leastLongDigits && isPlainNumber(part);
    });
}

/// The number in "ID: 1234,", "• 1234" and "#1234"; empty when there is more than a name for it.
QString withoutLabel(const QString& text)
{
    static const QRegularExpression pattern(
        u"\\A(?:[\u2022\u00B7\u25AA\u25CF*]\\s*|[-\u2013\u2014]\\s+)?(?:(?<label>[\\p{L}\\p{M}][\\p{L}\\p{M} _-]*)"
        "[\\s:\uFF1A=\uFF1D#]+|#\\s*)?(?<number>[0-9]+)[\\s,\uFF0C\u3001;\uFF1B\u3002.]*\\z"_qs);
    const auto match = pattern.match(text);
    const QString label = match.captured(u"label"_qs);
    return label.isEmpty() || roleOfHeading(label) == ColumnRole::Id ? match.captured(u"number"_qs) : QString();
}

IdCell refused(ImportReason reason, TaskId offered = 0)
{
    return { 0, { { reason, {}, {}, offered } } };
}

} // namespace

ImportReason importReason(TaskIdFault fault)
{
    switch (fault) {
    case TaskIdFault::Empty: return ImportReason::NoId;
    case TaskIdFault::Scientific: return ImportReason::Scientific;
    case TaskIdFault::Decimal: return ImportReason::Decimal;
    case TaskIdFault::Separators: return ImportReason::Separators;
    case TaskIdFault::Sign: return ImportReason::Sign;
    case TaskIdFault::Zero: return ImportReason::Zero;
    case TaskIdFault::LeadingZero: return ImportReason::LeadingZero;
    case TaskIdFault::TooLarge: return ImportReason::TooLarge;
    case TaskIdFault::PushId: return ImportReason::PushId;
    case TaskIdFault::Moment: return ImportReason::Moment;
    case TaskIdFault::Phone: return ImportReason::Phone;
    case TaskIdFault::Address: return ImportReason::Address;
    case TaskIdFault::Letters: break;
    }
    return ImportReason::NotANumber;
}

IdColumn::IdColumn(bool takesWholeDecimals)
    : m_takesWholeDecimals(takesWholeDecimals)
{
}

void IdColumn::see(const RawCell& cell)
{
    m_hasDates |= cell.kind == CellKind::Date;
    if (cell.kind != CellKind::Text || cell.isLong() || isPlainNumber(cell.text))
        return;
    const QString text = inAsciiDigits(withoutUnseenEdges(cell.text).toString()).value_or(QString());
    m_hasDates |= isDateForm(text);
    if (const auto match = grouped().match(text); match.hasMatch()) {
        const QString mark = match.captured(u"mark"_qs);
        if (text.count(mark) > 1)
            m_marksOfThousands += mark;
        return;
    }
    static const QRegularExpression number(u"\\A[0-9]+(?:([.,' \u00A0\u202F\u2009\u2019\u066C])[0-9]*)+\\z"_qs);
    if (number.match(text).hasMatch()) {
        for (const QChar c : text) {
            if (!c.isDigit())
                m_otherMarks += c;
        }
    }
}

IdCell IdColumn::read(const RawCell& cell) const
{
    if (cell.isLong())
        return refused(ImportReason::NotANumber);
    IdCell result;
    switch (cell.kind) {
    case CellKind::Text: result = readText(cell.text); break;
    case CellKind::Number: result = readNumber(cell.number()); break;
    case CellKind::Date: return refused(ImportReason::DateCell);
    case CellKind::Boolean: return refused(ImportReason::Truth);
    case CellKind::Error: return refused(ImportReason::ErrorValue);
    }
    if (result.id != 0 && cell.isFormula)
        result.remarks.append({ ImportReason::FromFormula, {}, {}, 0 });
    if (m_hasDates && result.id >= firstDateSerial && result.id <= lastDateSerial)
        result.remarks.append({ ImportReason::MayBeADate, {}, {}, 0 });
    return result;
}

IdCell IdColumn::readNumber(double number) const
{
    if (!std::isfinite(number))
        return refused(ImportReason::NotANumber);
    if (number == 0)
        return refused(ImportReason::Zero);
    if (number < 0)
        return refused(ImportReason::Sign);
    if (number >= double(firstRoundedId))
        return refused(ImportReason::RoundedNumber);
    if (number != std::floor(number))
        return refused(ImportReason::Decimal);
    return { TaskId(number), {} };
}

IdCell IdColumn::readText(QStringView text) const
{
    if (isPlainNumber(text)) {
        const auto id = readTaskId(text);
        return id ? IdCell { *id, {} } : refused(importReason(id.error()));
    }
    const QString bare = withoutUnseenEdges(text).toString();
    QList<ImportRemark> notes;
    if (bare.size() != text.size() && !bare.isEmpty())
        notes.append({ ImportReason::Trimmed, {}, {}, 0 });
    const auto ascii = inAsciiDigits(bare);
    if (!ascii)
        return refused(ImportReason::MixedDigits);
    if (*ascii != bare)
        notes.append({ ImportReason::ForeignDigits, {}, {}, 0 });
    if (const auto id = readTaskId(*ascii))
        return { *id, notes };
    return readUnusual(*ascii, notes);
}

IdCell IdColumn::readUnusual(const QString& text, QList<ImportRemark> notes) const
{
    const auto fault = readTaskId(text).error();
    const auto taken = [&notes](const QString& digits, ImportReason note) {
        const auto id = readTaskId(digits);
        if (!id)
            return refused(importReason(id.error()));
        notes.prepend({ note, {}, {}, 0 });
        return IdCell { *id, notes };
    };
    if (isDateForm(text))
        return refused(ImportReason::DateForm);
    if (fault == TaskIdFault::Separators && isThousands(text)) {
        static const QRegularExpression marks(u"[^0-9]"_qs);
        return taken(QString(text).remove(marks), ImportReason::ThousandsRemoved);
    }
    if (fault == TaskIdFault::Decimal) {
        static const QRegularExpression zeros(u"[.,\u066B]0*\\z"_qs);
        const QString whole = QString(text).remove(zeros);
        const auto id = readTaskId(whole);
        if (!id || !m_takesWholeDecimals)
            return refused(ImportReason::Decimal, id.value_or(0));
        return taken(whole, ImportReason::DecimalRemoved);
    }
    if (fault == TaskIdFault::Letters || fault == TaskIdFault::Separators) {
        if (hasHidden(text))
            return refused(ImportReason::HiddenCharacter);
        if (isErrorValue(text))
            return refused(ImportReason::ErrorValue);
        if (isTruth(text))
            return refused(ImportReason::Truth);
        if (hasSeveral(text))
            return refused(ImportReason::SeveralIds);
        if (const QString number = withoutLabel(text); !number.isEmpty())
            return taken(number, ImportReason::LabelRemoved);
    }
    return refused(importReason(fault));
}

// One stop or comma may be a decimal one, and one blank may stand between two numbers, unless another cell of the
// column shows that they are not. What stands elsewhere in the column for something else is no mark of thousands
// anywhere.
bool IdColumn::isThousands(const QString& text) const
{
    const auto match = grouped().match(text);
    if (!match.hasMatch())
        return false;
    const QString mark = match.captured(u"mark"_qs);
    if (m_otherMarks.contains(mark))
        return false;
    const bool isAmbiguous = mark == u"." || mark == u"," || mark == u" ";
    return !isAmbiguous || text.count(mark) > 1 || m_marksOfThousands.contains(mark);
}

} // namespace pushbrake
