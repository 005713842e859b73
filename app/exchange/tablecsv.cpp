#include "exchange/tablecsv.h"

#include <QRegularExpression>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr qsizetype exactDigits = 15;

/// Where a cell begins that a spreadsheet takes for a formula, with `guard` before the sign. Who takes another
/// separator, or no notice of the quotes, sees a new cell behind each of these.
QRegularExpression formulaWith(const QString& guard)
{
    return QRegularExpression(
        u"(\\A|[,;\\t\\n\u2028\u2029])([\\s\"']*)"_qs + guard + u"([=+@\uFF1D\uFF0B\uFF20\uFF0D-])"_qs,
        QRegularExpression::UseUnicodePropertiesOption);
}

QString cell(const QString& text)
{
    const bool digits
        = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    QString written = digits && text.size() > exactDigits ? u'\'' + text : harmlessCell(text);
    return u'"' + written.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

/// Nothing that a terminal, a spreadsheet or an eye takes for something else: control characters, direction marks,
/// invisible ones.
bool isLeftOut(char32_t c)
{
    if (c == U'\n' || c == U'\t')
        return false;
    const auto category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format;
}

QString withoutUnseen(const QString& text)
{
    QString seen;
    seen.reserve(text.size());
    // By whole characters: tags are invisible too, and each is two QChars. Halves that stand alone become U+FFFD, since
    // a regular expression finds nothing in a text that has any.
    for (const uint c : text.toUcs4()) {
        if (!isLeftOut(c))
            seen += QChar::fromUcs4(c);
    }
    return seen;
}

} // namespace

QString harmlessCell(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    text = withoutUnseen(text);
    static const QRegularExpression formula = formulaWith({});
    return text.replace(formula, QStringLiteral("\\1\\2'\\3"));
}

QString unguardedCell(QString text)
{
    static const QRegularExpression guarded = formulaWith(u"'"_qs);
    return text.replace(guarded, QStringLiteral("\\1\\2\\3"));
}

QByteArray tableToCsv(const QList<QStringList>& rows)
{
    return "\xEF\xBB\xBF" + rowsToCsv(rows);
}

QByteArray rowsToCsv(const QList<QStringList>& rows)
{
    QByteArray csv;
    for (const QStringList& row : rows) {
        QStringList cells;
        std::transform(row.begin(), row.end(), std::back_inserter(cells), cell);
        csv += cells.join(u',').toUtf8() + "\r\n";
    }
    return csv;
}

QByteArray tableToTabs(const QList<QStringList>& rows)
{
    QByteArray text;
    for (const QStringList& row : rows) {
        QStringList line;
        for (const QString& cell : row)
            line += harmlessCell(cell.simplified());
        text += line.join(u'\t').toUtf8() + '\n';
    }
    return text;
}

} // namespace pushbrake
