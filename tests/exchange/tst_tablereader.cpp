// Whatever file people bring becomes a table or a fault of its own: encodings, workbooks as LibreOffice and
// libxlsxwriter write them, and files that are no tables.
#include "exchange/tablereader.h"
#include "exchange/textencoding.h"
#include "support/sheetfile.h"
#include "support/zipwriter.h"

#include <QTest>

using namespace pushbrake;
using namespace Qt::StringLiterals;

namespace {

QByteArray fixture(const char* name)
{
    const auto bytes = readTableFile(QStringLiteral(TEST_DATA_DIR "/import/") + QString::fromLatin1(name));
    return bytes ? *bytes : QByteArray();
}

/// "[7000000001|Date 2026-12-01|Formula Number 5]"; text as it is.
QString rowText(const RawTable& table, int row)
{
    static const QStringList kinds { QString(), u"Number "_s, u"Date "_s, u"Boolean "_s, u"Error "_s };
    QStringList cells;
    for (int column = 0; column < table.cellCount(row); ++column) {
        const RawCell cell = table.cell(row, column);
        cells.append((cell.isFormula ? u"Formula "_s : QString()) + kinds.at(int(cell.kind)) + cell.text.toString());
    }
    while (!cells.isEmpty() && cells.last().isEmpty())
        cells.removeLast();
    return u"%1%2: %3"_s.arg(table.line(row)).arg(table.isHidden(row) ? u" hidden"_s : QString(), cells.join(u'|'));
}

QStringList tableText(const RawTable& table)
{
    QStringList rows;
    for (int row = 0; row < table.rowCount(); ++row)
        rows.append(rowText(table, row));
    return rows;
}

TableFault::Kind faultOf(const QByteArray& bytes, const TableHints& hints = {})
{
    const auto read = readTable(bytes, hints);
    return read ? TableFault::Kind::Stopped : read.error().kind;
}

QByteArray inUtf16(const char* text)
{
    QByteArray bytes;
    for (; *text; ++text)
        bytes.append(*text).append('\0');
    return bytes;
}

} // namespace

class TableReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhateverEncoding_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<bool>("isGuess");
        QTest::addColumn<QString>("title");
        const auto row = [](const char* name, const char* encoding, bool isGuess, const char16_t* title) {
            QTest::newRow(name) << QByteArray(name) << QByteArray(encoding) << isGuess << QStringView(title).toString();
        };
        row("utf-8.csv", "UTF-8", false, u"Summer sale");
        row("utf-8-mark.csv", "UTF-8", false, u"夏季大促销，全场五折起");
        row("utf-16le-mark.txt", "UTF-16LE", false, u"夏季大促销、全场五折起");
        row("utf-16be-mark.txt", "UTF-16BE", false, u"여름 세일이 시작되었습니다");
        row("gb18030.csv", "GB18030", true, u"夏季大促销，全场五折起");
        row("big5.csv", "Big5", true, u"夏季大促銷，全場五折起");
        row("shift-jis.csv", "Shift_JIS", true, u"夏のセールが始まりました");
        row("euc-kr.csv", "EUC-KR", true, u"여름 세일이 시작되었습니다");
        row("windows-1252.csv", "windows-1252", true, u"Großer Sommerschlußverkauf für alle");
        row("windows-1256.csv", "windows-1256", true, u"تخفيضات الصيف بدأت الآن");
    }
    void readsWhateverEncoding()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, encoding);
        QFETCH(bool, isGuess);
        QFETCH(QString, title);
        const auto read = readTable(fixture(name.constData()));
        QVERIFY(read);
        QCOMPARE(read->encoding, encoding);
        QCOMPARE(read->isEncodingGuess, isGuess);
        QCOMPARE(read->table.rowCount(), 4);
        QCOMPARE(read->table.cell(1, 0).text.toString(), u"7000000001"_s);
        QCOMPARE(read->table.cell(1, 1).text.toString(), title);
    }

    void readsEveryEncodingThatItOffers()
    {
        for (const QByteArray& name : tableEncodings()) {
            const QByteArray text = name == "UTF-16LE" ? inUtf16("7000000001")
                : name == "UTF-16BE"                   ? '\0' + inUtf16("7000000001").chopped(1)
                                                       : QByteArray("7000000001");
            const auto decoded = decodeText(text, name);
            QVERIFY2(decoded, name.constData());
            QCOMPARE(decoded->text, u"7000000001"_s);
        }
    }

    void readsUtf32ByItsMark()
    {
        QByteArray text("\xFF\xFE\0\0", 4);
        for (const char c : { '7', '0', '\n' })
            text += QByteArray(1, c) + QByteArray(3, '\0');
        const auto decoded = decodeText(text);
        QVERIFY(decoded);
        QCOMPARE(decoded->text, u"70\n"_s);
        QCOMPARE(decoded->encoding, QByteArray("UTF-32LE"));
        QVERIFY(!tableEncodings().contains(decoded->encoding));
    }

    void takesTheChosenEncodingOrSaysThatItDoesNotFit()
    {
        const auto read = readTable(fixture("gb18030.csv"), { "windows-1252", {}, 0 });
        QVERIFY(read);
        QCOMPARE(read->encoding, QByteArray("windows-1252"));
        QVERIFY(!read->isEncodingGuess);
        QVERIFY(faultOf(fixture("gb18030.csv"), { "UTF-8", {}, 0 }) == TableFault::Kind::WrongEncoding);
        QVERIFY(faultOf(fixture("utf-8.csv"), { "no such", {}, 0 }) == TableFault::Kind::WrongEncoding);
    }

    void refusesZerosWithoutAMark()
    {
        QVERIFY(faultOf(fixture("utf-16le.txt")) == TableFault::Kind::NotText);
        const auto chosen = readTable(fixture("utf-16le.txt"), { "UTF-16LE", {}, 0 });
        QVERIFY(chosen);
        QCOMPARE(chosen->table.rowCount(), 2);
    }

    // LibreOffice made both from one document, pushes.fods.
    void readsLibreOfficesWorkbooks_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("xlsx") << QByteArray("pushes.xlsx");
        QTest::newRow("ods") << QByteArray("pushes.ods");
    }
    void readsLibreOfficesWorkbooks()
    {
        QFETCH(QByteArray, name);
        const auto read = readTable(fixture(name.constData()));
        QVERIFY(read);
        QCOMPARE(read->sheets, QStringList({ u"June"_s, u"七月"_s }));
        QCOMPARE(tableText(read->table).join(u'\n'),
            u"1: Campaigns in June\n"
            "2: Title|Task ID|Goes out|Audience\n"
            "3: Text cell|7000000001|Date 2026-12-01T10:00:00|All\n"
            "4: Number cell|Number 7000000002|Date 2026-12-01T10:30:00|全员\n"
            "5: Rounded number|Number 1.23456789012346E+018\n"
            "6: Formula|Formula Number 7000000003\n"
            "7: Text by a formula|Formula 7000000004\n"
            "8: Error|Formula Error #N/A\n"
            "9: Truth|Boolean TRUE\n"
            "10: Date as ID|Date 2026-12-01\n"
            "11 hidden: Hidden|7000000005\n"
            "12 hidden: Filtered|7000000006\n"
            "13: Merged above|7000000007||Tag\n"
            "14: Merged below|||User\n"
            "15: With a note|7000000008\n"
            "16: Thrice|7000000009\n"
            "17: Thrice|7000000009\n"
            "18: Thrice|7000000009\n"
            "19: Two  spans\nand lines|7000000010|2026-12-02 08:00|Tag"_s);
        const auto merged = read->table.mergedLines(1);
        QCOMPARE(merged.size(), 2);
        QCOMPARE(merged.at(0).first, 1);
        QCOMPARE(merged.at(1).first, 13);
        QCOMPARE(merged.at(1).last, 14);
    }

    void readsTheSheetThatIsAskedFor()
    {
        for (const char* name : { "pushes.xlsx", "pushes.ods" }) {
            const auto second = readTable(fixture(name), { {}, {}, 1 });
            QVERIFY(second);
            QCOMPARE(second->sheet, 1);
            QCOMPARE(tableText(second->table), QStringList({ u"1: 任务ID"_s, u"2: 7000000101"_s }));
            QVERIFY(faultOf(fixture(name), { {}, {}, 2 }) == TableFault::Kind::NoSuchSheet);
            QVERIFY(faultOf(fixture(name), { {}, {}, -1 }) == TableFault::Kind::NoSuchSheet);
        }
    }

    // With little memory it writes texts into their cells, as many programs do.
    void readsLibxlsxwritersWorkbooks()
    {
        for (const bool withLittleMemory : { false, true }) {
            const QByteArray file = sheetFile(
                [](lxw_workbook* workbook) {
                    lxw_worksheet* sheet = workbook_add_worksheet(workbook, nullptr);
                    lxw_format* date = workbook_add_format(workbook);
                    format_set_num_format(date, "dd/mm/yyyy hh:mm");
                    worksheet_write_string(sheet, 0, 0, "Task ID", nullptr);
                    worksheet_write_string(sheet, 1, 0, "7000000001 & <more>", nullptr);
                    worksheet_write_number(sheet, 1, 1, 46357.4375, date);
                    worksheet_write_number(sheet, 2, 0, 7000000002, nullptr);
                    worksheet_write_boolean(sheet, 2, 1, 1, nullptr);
                    worksheet_write_formula_num(sheet, 3, 0, "=7000000000+3", nullptr, 7000000003);
                },
                withLittleMemory);
            const auto read = readTable(file);
            QVERIFY(read);
            QCOMPARE(tableText(read->table),
                QStringList({ u"1: Task ID"_s, u"2: 7000000001 & <more>|Date 2026-12-01T10:30:00"_s,
                    u"3: Number 7000000002|Boolean TRUE"_s, u"4: Formula Number 7000000003"_s }));
        }
    }

    void readsWhatOtherProgramsWriteIntoXlsx()
    {
        const QByteArray rows("<row><c t=\"inlineStr\"><is><r><t>70000</t></r><r><t>00001</t></r></is></c></row>"
                              "<row r=\"5\" hidden=\"1\"><c r=\"C5\" t=\"s\"><v>0</v></c></row>"
                              "<row><c><v>70000<!-- -->00002</v></c><c t=\"d\"><v>2026-12-01T10:00:00</v></c></row>"
                              "<row><c t=\"str\"><f>A1</f><v>x&amp;y</v></c><c t=\"e\"><v>#REF!</v></c><c/></row>");
        const QByteArray texts("<si><t>shown</t><rPh sb=\"0\" eb=\"1\"><t>read aloud</t></rPh></si>");
        const auto read = readTable(xlsxFile(rows, texts));
        QVERIFY(read);
        QCOMPARE(tableText(read->table),
            QStringList({ u"1: 7000000001"_s, u"5 hidden: ||shown"_s,
                u"6: Number 7000000002|Date 2026-12-01T10:00:00"_s, u"7: Formula x&y|Error #REF!"_s }));
    }

    void countsDaysAsTheWorkbookDoes()
    {
        auto parts
            = xlsxParts("<row><c s=\"1\"><v>44895.4375</v></c><c s=\"2\"><v>0.4375</v></c><c><v>1</v></c></row>");
        parts[2].content.replace("</Relationships>",
            "<Relationship Id=\"r3\" "
            "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
            "Target=\"/xl/styles.xml\"/></Relationships>");
        parts[3].content.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
        parts.append({ "xl/styles.xml",
            "<styleSheet " + xlsxSheetNames
                + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"&quot;day&quot; dd\\.mm\\.yy hh:mm\"/></numFmts>"
                  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>" });
        const auto read = readTable(zipFile(parts));
        QVERIFY(read);
        QCOMPARE(tableText(read->table), QStringList { u"1: Date 2026-12-01T10:30:00|Date 10:30:00|Number 1"_s });
    }

    void readsPiecesOfOds()
    {
        const QByteArray tables(
            "<table:table table:name=\"A\"><table:table-row-group table:display=\"false\"><table:table-row>"
            "<table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell "
            "office:value-type=\"percentage\" office:value=\"0.5\"><text:p>50%</text:p></table:table-cell>"
            "</table:table-row></table:table-row-group><table:table-header-rows><table:table-row "
            "table:number-rows-repeated=\"1048576\"><table:table-cell/></table:table-row></table:table-header-rows>"
            "<table:table-row><table:table-cell office:value-type=\"time\" office:time-value=\"PT10H30M00S\"/>"
            "</table:table-row></table:table>");
        const auto read = readTable(odsFile(tables));
        QVERIFY(read);
        QCOMPARE(tableText(read->table), QStringList({ u"1 hidden: ||Number 0.5"_s, u"1048578: Date 10:30:00"_s }));
    }

    void eachOtherFileHasItsFault_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        using Kind = TableFault::Kind;
        const auto row
            = [](const char* name, const QByteArray& bytes, Kind kind) { QTest::newRow(name) << bytes << int(kind); };
        const QByteArray compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        row("empty", {}, Kind::Empty);
        row("blank", " \r\n\t\n", Kind::Empty);
        row("too large", QByteArray(mostTableBytes + 1, 'x'), Kind::TooLarge);
        row("old Excel", fixture("pushes.xls"), Kind::OldExcel);
        row("password", compound + QByteArray(600, '\0') + inUtf16("EncryptedPackage"), Kind::Protected);
        row("old Word", compound + QByteArray(600, '\0') + inUtf16("WordDocument"), Kind::OtherFile);
        row("PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3", Kind::Pdf);
        row("PDF behind a line", "\n\n%PDF-1.4\n", Kind::Pdf);
        row("HTML", "\xEF\xBB\xBF  <!DOCTYPE html><table><tr><td>7000000001</td></tr></table>", Kind::Html);
        row("a table of HTML", "<table><tr><td>7000000001</td></tr></table>", Kind::Html);
        row("XML", "<?xml version=\"1.0\"?><Workbook/>", Kind::Html);
        row("picture", "\x89PNG\r\n\x1A\n", Kind::OtherFile);
        row("program",
            QByteArray("\x7F"
                       "ELF\x02\x01\x01\0\0\0",
                10),
            Kind::OtherFile);
        row("zeros", QByteArray(100, '\0'), Kind::NotText);
        row("Numbers", zipFile({ { "Index/Document.iwa", "x" }, { "preview.jpg", "x" } }), Kind::Numbers);
        row("binary Excel",
            zipFile({ { "[Content_Types].xml", "<Types/>" }, { "_rels/.rels", "x" }, { "xl/workbook.bin", "x" } }),
            Kind::BinaryExcel);
        row("Word", zipFile({ { "[Content_Types].xml", "x" }, { "_rels/.rels", "x" }, { "word/document.xml", "x" } }),
            Kind::OtherFile);
        row("a text document", zipFile({ { "mimetype", "application/vnd.oasis.opendocument.text", 0 } }),
            Kind::OtherFile);
        row("any zip", zipFile({ { "holiday.jpg", "x" } }), Kind::OtherFile);
        row("ODS with a password",
            zipFile({ { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0 },
                { "META-INF/manifest.xml", "<m:manifest><m:encryption-data/></m:manifest>" }, { "content.xml", "?" } }),
            Kind::Protected);
        row("an empty workbook", xlsxFile({}), Kind::Empty);
    }
    void eachOtherFileHasItsFault()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        QCOMPARE(int(faultOf(bytes)), kind);
    }

    void whatIsNoFileIsUnreadable()
    {
        for (const char* path : { "/", "/no/such/file.csv", "/dev/zero", "" }) {
            const auto bytes = readTableFile(QString::fromLatin1(path));
            QVERIFY2(!bytes, path);
            QVERIFY(bytes.error().kind == TableFault::Kind::Unreadable);
        }
    }

    void readsWhatIsPasted()
    {
        const auto table = readPastedTable(u"Task ID\tTitle\n7000000001\tSale\n"_s);
        QVERIFY(table);
        QVERIFY(table->format == TableFormat::Separated);
        QCOMPARE(table->table.cell(1, 1).text.toString(), u"Sale"_s);
        const auto lines = readPastedTable(u"Task ID\tTitle\n7000000001\tSale\n"_s, { {}, QChar(), 0 });
        QVERIFY(lines);
        QVERIFY(lines->format == TableFormat::Text);
        QCOMPARE(lines->table.cellCount(1), 1);
    }
};

QTEST_GUILESS_MAIN(TableReaderTest)
#include "tst_tablereader.moc"
