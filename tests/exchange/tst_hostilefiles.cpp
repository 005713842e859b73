// Files that are made to harm, or were cut on the way: a fault, in little time and little memory, and never a row that
// is not in the file.
#include "exchange/columnguess.h"
#include "exchange/importreader.h"
#include "exchange/tablereader.h"
#include "support/peakmemory.h"
#include "support/zipwriter.h"

#include <QElapsedTimer>
#include <QTest>

#include <ctime>

using namespace pushbrake;
using namespace Qt::StringLiterals;

namespace {

using Kind = TableFault::Kind;

const TableHints commas { {}, u',', 0 };

Kind faultOf(const QByteArray& bytes)
{
    const auto read = readTable(bytes);
    return read ? Kind::Stopped : read.error().kind;
}

QByteArray changed(QByteArray file, qsizetype place, const QByteArray& bytes)
{
    return file.replace(place, bytes.size(), bytes);
}

QByteArray textCell(const char* text)
{
    return QByteArray("<table:table-cell office:value-type=\"string\"><text:p>") + text
        + "</text:p></table:table-cell>";
}

} // namespace

class HostileFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aZipBombIsRefusedBeforeItIsUnpacked()
    {
        auto parts = xlsxParts("<row/>");
        parts[5].content = QByteArray(mostUnpackedBytes + 1, ' ');
        const QByteArray file = zipFile(parts);
        parts.clear();
        QVERIFY(file.size() < 100'000);
        QCOMPARE(faultOf(file), Kind::UnpacksTooLarge);
    }

    // What says that it is small is unpacked no further than it says.
    void aBombThatLiesAboutItsSizeIsDamaged()
    {
        auto parts = xlsxParts("<row/>");
        parts[5].content = QByteArray(100'000'000, ' ');
        parts[5].saidSize = 1000;
        const QByteArray file = zipFile(parts);
        parts.clear();
        QVERIFY(forgetPeak());
        const qint64 before = peakMb();
        QCOMPARE(faultOf(file), Kind::Damaged);
        QVERIFY(peakMb() - before < 50);
    }

    void aPartThatSaysMoreThanItHoldsIsDamaged()
    {
        auto parts = xlsxParts("<row/>");
        parts[5].saidSize = 5'000'000;
        QCOMPARE(faultOf(zipFile(parts)), Kind::Damaged);
    }

    // Two relations to one part would unpack it twice.
    void onePartIsNotUnpackedAgainAndAgain()
    {
        auto parts = xlsxParts("<row><c><v>1</v></c></row>");
        parts[4].content = QByteArray(30'000'000, ' ').prepend("<sst>").append("</sst>");
        parts[2].content.replace("worksheets/sheet1.xml", "sharedStrings.xml");
        QCOMPARE(faultOf(zipFile(parts)), Kind::UnpacksTooLarge);
    }

    void everyCutIsAFault()
    {
        const QByteArray file = xlsxFile("<row><c t=\"inlineStr\"><is><t>7000000001</t></is></c></row>");
        QVERIFY(readTable(file));
        for (qsizetype size = 4; size < file.size(); ++size)
            QVERIFY2(!readTable(file.first(size)), qPrintable(QString::number(size)));
    }

    // A changed byte gives a fault or the same table: checksums see to it. Names and comments may change freely.
    void aChangedByteNeverChangesARow()
    {
        const QByteArray file = xlsxFile("<row><c t=\"inlineStr\"><is><t>7000000001</t></is></c></row>");
        for (qsizetype place = 0; place < file.size(); ++place) {
            for (const char bit : { '\x01', '\x80' }) {
                const auto read = readTable(changed(file, place, QByteArray(1, char(file.at(place) ^ bit))));
                if (read && read->format == TableFormat::Xlsx)
                    QCOMPARE(read->table.cell(0, 0).text.toString(), u"7000000001"_s);
            }
        }
    }

    void anotherDigitInAStoredPartIsDamaged()
    {
        auto parts = xlsxParts("<row><c t=\"inlineStr\"><is><t>7000000001</t></is></c></row>");
        parts[5].method = 0;
        const QByteArray file = zipFile(parts);
        QVERIFY(readTable(file));
        QCOMPARE(faultOf(changed(file, file.indexOf("7000000001"), "8")), Kind::Damaged);
    }

    void oneNameTwiceIsDamaged()
    {
        auto parts = xlsxParts("<row><c><v>1</v></c></row>");
        parts.append(parts.last());
        QCOMPARE(faultOf(zipFile(parts)), Kind::Damaged);
    }

    void anEncryptedPartIsProtected()
    {
        auto parts = xlsxParts("<row/>");
        parts[3].flags = 1;
        QCOMPARE(faultOf(zipFile(parts)), Kind::Protected);
    }

    void xmlThatIsCutIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("sheet");
        const QByteArray begin = "<worksheet " + xlsxSheetNames + "><sheetData><row><c><v>1</v></c></row>";
        QTest::newRow("open elements") << begin;
        QTest::newRow("in a tag") << begin + "<row";
        QTest::newRow("in an attribute") << begin + "<row r=\"2";
        QTest::newRow("after a slash") << begin + "<row/";
        QTest::newRow("in a comment") << begin + "<!--";
        QTest::newRow("in a comment's end") << begin + "<!-- --";
        QTest::newRow("in character data") << begin + "<![CDATA[";
        QTest::newRow("in a reference") << begin + "<row><c><v>&";
        QTest::newRow("in a number") << begin + "<row><c><v>&#";
        QTest::newRow("wrong end") << begin + "</worksheet></sheetData>";
        QTest::newRow("too deep") << begin + QByteArray("<x>").repeated(100'000);
        QTest::newRow("an entity of its own") << "<!DOCTYPE a [<!ENTITY e \"7000000001\">]>" + begin
                + "<row><c><v>&e;</v></c></row></sheetData></worksheet>";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no XML") << QByteArray("7000000001");
        QTest::newRow("zeros") << QByteArray(100, '\0');
    }
    void xmlThatIsCutIsDamaged()
    {
        QFETCH(QByteArray, sheet);
        auto parts = xlsxParts({});
        parts[5].content = sheet;
        QCOMPARE(faultOf(zipFile(parts)), Kind::Damaged);
    }

    // Of two relations that are alike, one program would follow the first and another the last.
    void aWorkbookThatRefersInTwoWaysIsDamaged_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<QByteArray>("more");
        const auto relation = [](const char* id, const char* type, const char* target) {
            return QByteArray("<Relationship Id=\"") + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
                + "\" Target=\"" + target + "\"/>";
        };
        QTest::newRow("two workbooks") << 1 << relation("r2", "officeDocument", "xl/workbook.xml");
        QTest::newRow("texts twice") << 2 << relation("r3", "sharedStrings", "sharedStrings.xml");
        QTest::newRow("styles twice") << 2
                                      << relation("r3", "styles", "workbook.xml")
                + relation("r4", "styles", "workbook.xml");
        QTest::newRow("an ID twice") << 2 << relation("r1", "worksheet", "worksheets/sheet1.xml");
        QTest::newRow("an ID twice, of another type") << 2 << relation("r1", "theme", "workbook.xml");
    }
    void aWorkbookThatRefersInTwoWaysIsDamaged()
    {
        QFETCH(int, part);
        QFETCH(QByteArray, more);
        auto parts = xlsxParts("<row><c t=\"s\"><v>0</v></c></row>", "<si><t>7000000001</t></si>");
        QVERIFY(readTable(zipFile(parts)));
        parts[part].content.replace("</Relationships>", more + "</Relationships>");
        QCOMPARE(faultOf(zipFile(parts)), Kind::Damaged);
    }

    void aSheetThatContradictsItselfIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("row twice") << QByteArray("<row r=\"2\"/><row r=\"2\"/>");
        QTest::newRow("row backwards") << QByteArray("<row r=\"2\"/><row r=\"1\"/>");
        QTest::newRow("row beyond") << QByteArray("<row r=\"1048577\"/>");
        QTest::newRow("row in a row") << QByteArray("<row r=\"1\"><row r=\"2\"/></row>");
        QTest::newRow("row zero") << QByteArray("<row r=\"0\"/>");
        QTest::newRow("row overflow") << QByteArray("<row r=\"99999999999\"/>");
        QTest::newRow("cell of another row") << QByteArray("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>");
        QTest::newRow("cell twice") << QByteArray("<row r=\"1\"><c r=\"B1\"/><c r=\"B1\"/></row>");
        QTest::newRow("cell backwards") << QByteArray("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>");
        QTest::newRow("cell beyond") << QByteArray("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>");
        QTest::newRow("cell without column") << QByteArray("<row r=\"1\"><c r=\"1\"><v>1</v></c></row>");
        QTest::newRow("cell without row") << QByteArray("<c r=\"A1\"><v>1</v></c>");
        QTest::newRow("no such text") << QByteArray("<row><c t=\"s\"><v>0</v></c></row>");
        QTest::newRow("text below zero") << QByteArray("<row><c t=\"s\"><v>-1</v></c></row>");
        QTest::newRow("no number") << QByteArray("<row><c><v>seven</v></c></row>");
    }
    void aSheetThatContradictsItselfIsDamaged()
    {
        QFETCH(QByteArray, rows);
        QCOMPARE(faultOf(xlsxFile(rows)), Kind::Damaged);
    }

    void moreRowsThanAreReadIsAFault()
    {
        QByteArray csv;
        for (int i = 0; i < mostTableRows + 1; ++i)
            csv += "7000000001\n";
        QVERIFY(readTable(csv));
        QCOMPARE(faultOf(csv + "7000000001\n"), Kind::TooManyRows);
    }

    void whatIsRepeatedWithoutEndIsAFault()
    {
        QCOMPARE(
            faultOf(odsFile("<table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"1048576\">"
                + textCell("1") + "</table:table-row></table:table>")),
            Kind::TooManyRows);
        const QByteArray wide("<table:table-row table:number-rows-repeated=\"1000\"><table:table-cell "
                              "table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>x</text:p>"
                              "</table:table-cell></table:table-row>");
        QCOMPARE(faultOf(odsFile("<table:table table:name=\"A\">" + wide + "</table:table>")), Kind::TooManyCells);
        QCOMPARE(faultOf(QByteArray(5'000'000, ',')), Kind::TooManyCells);
        QVERIFY(peakMb() < 300);
    }

    // Spreadsheets fill the sheet up with rows that are empty, some a little beyond its end.
    void linesWithoutEndAreDamaged()
    {
        const QByteArray rows("<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell/>"
                              "</table:table-row>");
        const QByteArray last("<table:table-row>" + textCell("7000000001") + "</table:table-row>");
        const auto file = [](const QByteArray& content) {
            return odsFile("<table:table table:name=\"A\">" + content + "</table:table>");
        };
        const auto beyond = readTable(file(rows + last + last));
        QVERIFY(beyond);
        QCOMPARE(beyond->table.line(1), 1'048'578);
        QVERIFY(readTable(file(rows.repeated(15) + last + last)));
        QCOMPARE(faultOf(file(rows.repeated(16) + last)), Kind::Damaged);
        QCOMPARE(faultOf(file(rows.repeated(5000) + last)), Kind::Damaged);
    }

    // One text in all cells, and cells merged over and over: what is looked at stays little.
    void longTextsThatAreSharedCostNoTime()
    {
        const QByteArray rows
            = ("<row>" + QByteArray("<c t=\"s\"><v>0</v></c>").repeated(50) + "</row>").repeated(2000);
        const QByteArray texts = "<si><t>" + QByteArray(5'000'000, '7') + "</t></si>";
        const QByteArray merges
            = "<mergeCells>" + QByteArray("<mergeCell ref=\"A1:XFD1048576\"/>").repeated(10'000) + "</mergeCells>";
        const auto read = readTable(xlsxFile(rows, texts, merges));
        QVERIFY(read);
        QElapsedTimer timer;
        timer.start();
        ColumnPlan plan = guessColumns(*read);
        plan.setColumn(ColumnRole::Id, 0);
        plan.setColumn(ColumnRole::Title, 1);
        plan.setColumn(ColumnRole::GoesOutAt, 2);
        plan.setColumn(ColumnRole::Audience, 3);
        const auto preview = readImport(*read, plan, {});
        QVERIFY(preview);
        QCOMPARE(preview->refused, 2000);
        QVERIFY2(timer.elapsed() < 10'000, "far beyond what a busy computer takes");
        QVERIFY(peakMb() < 300);
    }

    // A cell far to the right of a long list, and tables that are as wide, as full and as blank as they may be.
    void theGuessLooksAtLittle_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("id");
        QByteArray numbers;
        for (int i = 0; i < mostTableRows; ++i)
            numbers += QByteArray::number(7'000'000'001 + i) + '\n';
        QTest::newRow("tall") << "7000000000" + QByteArray(mostSheetColumns - 1, ',') + "x\n" + numbers << 0;
        QTest::newRow("wide") << (QByteArray("x,").repeated(mostSheetColumns - 1) + "x\n").repeated(200) << -1;
        QTest::newRow("a long line") << "7000000000" + QByteArray(3'000'000, ',') + "x\n" + numbers << 0;
        QTest::newRow("headings without end") << QByteArray("Task ID,").repeated(1'000'000) + "x\n7000000001\n" << 0;
        QTest::newRow("beyond") << QByteArray(mostSheetColumns, ',') + "Task ID\n" + QByteArray(mostSheetColumns, ',')
                + "7000000001\n" << -1;
    }
    void theGuessLooksAtLittle()
    {
        QFETCH(QByteArray, file);
        const auto read = readTable(file, commas);
        QVERIFY(read);
        QCOMPARE(read->table.columnCount(), mostSheetColumns);
        const std::clock_t before = std::clock(); // of the processor: others may want it too
        const ColumnPlan plan = guessColumns(*read);
        QVERIFY((std::clock() - before) / CLOCKS_PER_SEC < 10);
        QTEST(plan.column(ColumnRole::Id), "id");
    }

    // Longer than any table is wide, it is a list all the same.
    void aLongLineOfNumbersIsRead()
    {
        QByteArray line;
        for (int i = 0; i < 2 * mostSheetColumns; ++i)
            line += QByteArray::number(7'000'000'001 + i) + ',';
        const auto read = readTable(line);
        QVERIFY(read);
        const auto preview = readImport(*read, guessColumns(*read), {});
        QVERIFY(preview);
        QCOMPARE(preview->accepted, 2 * mostSheetColumns);
    }

    void stopsBetweenTheRowsOfAWorkbook()
    {
        std::stop_source source;
        source.request_stop();
        const ReadingWatch watch(source.get_token());
        const auto xlsx = readTable(xlsxFile("<row><c><v>1</v></c></row>"), {}, watch);
        QVERIFY(!xlsx && xlsx.error().kind == Kind::Stopped);
        const auto ods = readTable(odsFile("<table:table table:name=\"A\"><table:table-row>" + textCell("1")
                                       + "</table:table-row></table:table>"),
            {}, watch);
        QVERIFY(!ods && ods.error().kind == Kind::Stopped);
        const auto read = readPastedTable(u"Task ID,Title\n7000000001,x\n"_s);
        const auto preview = readImport(*read, guessColumns(*read), {}, watch);
        QVERIFY(!preview && preview.error().kind == Kind::Stopped);
    }
};

QTEST_GUILESS_MAIN(HostileFilesTest)
#include "tst_hostilefiles.moc"
