// Tables on their way out. Promised: a reader of RFC 4180 finds each text as harmlessCell() made it; no reader,
// whatever it takes for a separator and whether it minds quotes or not, finds a cell that begins a formula; and nothing
// is in it that is not seen.
#include "exchange/tablecsv.h"
#include "always.h"

#include <fuzzer/FuzzedDataProvider.h>

using namespace pushbrake;

namespace {

/// Bytes, and any halves of characters.
QString textOf(FuzzedDataProvider& given)
{
    QString text = QString::fromUtf8(given.ConsumeRandomLengthString(200));
    while (given.ConsumeBool())
        text.insert(given.ConsumeIntegralInRange(0, int(text.size())), QChar(given.ConsumeIntegral<char16_t>()));
    return text;
}

QStringList cellsOf(const QString& csv, QStringView separators, bool mindsQuotes)
{
    QStringList cells { QString() };
    bool isQuoted = false;
    for (const QChar c : csv) {
        if (mindsQuotes && c == u'"')
            isQuoted = !isQuoted;
        if (!isQuoted && separators.contains(c))
            cells.append(QString());
        else
            cells.last() += c;
    }
    return cells;
}

bool beginsFormula(const QString& cell)
{
    const QString seen = QString(cell).remove(u'"').trimmed();
    return !seen.isEmpty() && u"=+-@\uFF1D\uFF0B\uFF0D\uFF20"_qs.contains(seen.front());
}

/// As RFC 4180 has it, where every cell is quoted.
QString unquoted(const QString& cell)
{
    always(cell.size() >= 2 && cell.startsWith(u'"') && cell.endsWith(u'"'));
    return cell.sliced(1, cell.size() - 2).replace(QStringLiteral("\"\""), QStringLiteral("\""));
}

bool isSeen(char32_t c)
{
    const auto category = QChar::category(c);
    return c == U'\n' || c == U'\t' || (category != QChar::Other_Control && category != QChar::Other_Format);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    FuzzedDataProvider given(data, size);
    QStringList row;
    const int columns = given.ConsumeIntegralInRange(1, 5);
    for (int i = 0; i < columns; ++i)
        row.append(textOf(given));
    for (const QString& text : std::as_const(row)) {
        const QString cell = harmlessCell(text);
        const QList<uint> seen = cell.toUcs4();
        always(cell.isValidUtf16() && std::all_of(seen.begin(), seen.end(), isSeen));
        for (const QStringView separators : { u",\n", u";\n", u"\t\n", u",;\t\n\u2028\u2029", u"\n" }) {
            for (const QString& piece : cellsOf(cell, separators, false))
                always(!beginsFormula(piece));
        }
    }
    const QByteArray csv = tableToCsv({ row });
    always(csv.startsWith("\xEF\xBB\xBF\"") && csv.endsWith("\"\r\n"));
    const QString line = QString::fromUtf8(csv.mid(3).chopped(2));
    const QStringList cells = cellsOf(line, u",", true);
    always(cells.size() == row.size());
    for (qsizetype i = 0; i < row.size(); ++i) {
        const QString read = unquoted(cells.at(i));
        always(read == harmlessCell(row.at(i)) || read == u'\'' + row.at(i));
    }
    for (const QStringView separators : { u",\r\n", u";\r\n", u"\t\r\n", u",;\t\r\n" }) {
        for (const bool mindsQuotes : { false, true }) {
            for (const QString& cell : cellsOf(line, separators, mindsQuotes))
                always(!beginsFormula(cell));
        }
    }
    return 0;
}
