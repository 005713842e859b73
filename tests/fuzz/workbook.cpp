// Workbooks: the archive, or behind a first byte that says which the XML in it, since no fuzzer finds checksums.
// Whatever it is, rows come in order and stay within their limits, and every cell can be looked at.
#include "always.h"
#include "exchange/odssheet.h"
#include "exchange/workbookreader.h"
#include "exchange/xlsxparts.h"
#include "exchange/xlsxsheet.h"

using namespace pushbrake;

namespace {

void look(const RawTable& table)
{
    int line = 0;
    always(table.rowCount() <= mostTableRows + 1);
    for (int row = 0; row < table.rowCount(); ++row) {
        always(table.line(row) > line);
        always(table.cellCount(row) <= table.columnCount());
        line = table.line(row);
        for (int column = 0; column < table.cellCount(row); ++column)
            always(table.cell(row, column).text.size() <= mostCellText);
    }
    table.mergedLines(0);
}

void readSheet(const QByteArray& xml)
{
    RawTable table;
    XlsxCellFacts facts;
    facts.texts.push_back(table.addText(u"shared"));
    facts.dateStyles = { false, true };
    if (!readXlsxSheet(xml, facts, table, ReadingWatch()))
        look(table);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    if (bytes.startsWith('x')) {
        readSheet(bytes.mid(1));
    } else if (bytes.startsWith('o')) {
        if (const auto sheets = readOdsContent(bytes.mid(1), 0, ReadingWatch()))
            look(sheets->table);
    } else if (bytes.startsWith('p')) {
        static_cast<void>(readXlsxWorkbook(bytes.mid(1)));
        static_cast<void>(readXlsxDateStyles(bytes.mid(1)));
        static_cast<void>(readXlsxRelations(bytes.mid(1), "xl/"));
    } else if (const auto workbook = readWorkbook(bytes, 0, ReadingWatch())) {
        look(workbook->table);
    }
    return 0;
}
