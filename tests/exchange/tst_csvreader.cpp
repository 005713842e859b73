// Text with separators: as RFC 4180 and spreadsheets write it, against the cases that others collected, and never a
// row swallowed by a quotation.
#include "exchange/csvreader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pushbrake;

namespace {

QStringList cellsOf(const RawTable& table, int row)
{
    QStringList cells;
    for (int column = 0; column < table.cellCount(row); ++column)
        cells.append(table.cell(row, column).text.toString());
    return cells;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QString spectrum = QStringLiteral(TEST_DATA_DIR "/csv-spectrum");

} // namespace

class CsvReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSpectrumAsItsJsonSays_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files = QDir(spectrum + QStringLiteral("/csvs")).entryList({ QStringLiteral("*.csv") });
        QCOMPARE(files.size(), 12);
        for (const QString& file : files)
            QTest::newRow(qPrintable(file)) << file.chopped(4);
    }
    void readsTheSpectrumAsItsJsonSays()
    {
        QFETCH(QString, name);
        const auto table = readCsv(
            QString::fromUtf8(contentOf(spectrum + QStringLiteral("/csvs/%1.csv").arg(name))), u',', ReadingWatch());
        const auto json = QJsonDocument::fromJson(contentOf(spectrum + QStringLiteral("/json/%1.json").arg(name)));
        const QJsonArray rows = json.isArray() ? json.array() : QJsonArray { json.object() };
        QVERIFY(table);
        QCOMPARE(table->rowCount(), rows.size() + 1);
        for (int row = 0; row < rows.size(); ++row) {
            const QJsonObject expected = rows.at(row).toObject();
            QCOMPARE(table->cellCount(row + 1), expected.size());
            for (int column = 0; column < expected.size(); ++column) {
                const QString heading = table->cell(0, column).text.toString();
                // The collection's own file and JSON name different numbers here.
                if (heading == u"Contact Phone Number")
                    continue;
                QCOMPARE(table->cell(row + 1, column).text.toString(), expected.value(heading).toString());
            }
        }
    }

    void countsTheLinesOfTheFile()
    {
        const auto table = readCsv(QStringLiteral("a,b\r\n\r\n1,\"two\r\nlines\"\n2,x\r3,y\n\n"), u',', ReadingWatch());
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 4);
        QCOMPARE(table->line(0), 1);
        QCOMPARE(table->line(1), 3);
        QCOMPARE(table->line(2), 5);
        QCOMPARE(table->line(3), 6);
        QCOMPARE(cellsOf(*table, 1), QStringList({ QStringLiteral("1"), QStringLiteral("two\r\nlines") }));
    }

    void aBlankLineMakesTheTableNoWider()
    {
        const auto table = readCsv(QStringLiteral(",,,\na,b\n,,\"\",,\n1,2\n,,,,,,"), u',', ReadingWatch());
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->columnCount(), 2);
    }

    void readsQuotesAsSpreadsheetsWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("cells");
        const auto row = [](const char* name, const char* text, const QStringList& cells) {
            QTest::newRow(name) << QString::fromUtf8(text) << cells;
        };
        row("doubled", "\"say \"\"no\"\"\",2", { QStringLiteral("say \"no\""), QStringLiteral("2") });
        row("only quotes", "\"\"\"\",2", { QStringLiteral("\""), QStringLiteral("2") });
        row("empty", "\"\",2", { QString(), QStringLiteral("2") });
        row("within a plain cell", "5\" screen,2", { QStringLiteral("5\" screen"), QStringLiteral("2") });
        row("guarded", "=\"123\",2", { QStringLiteral("=\"123\""), QStringLiteral("2") });
        row("guarded and quoted", "\"=\"\"123\"\"\",2", { QStringLiteral("=\"123\""), QStringLiteral("2") });
        row("blank behind it", "\"a\" ,2", { QStringLiteral("a"), QStringLiteral("2") });
        row("separator in it", "\"a,b\",2", { QStringLiteral("a,b"), QStringLiteral("2") });
    }
    void readsQuotesAsSpreadsheetsWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, cells);
        const auto table = readCsv(text + QStringLiteral("\nx,y"), u',', ReadingWatch());
        QVERIFY(table);
        QCOMPARE(cellsOf(*table, 0), cells);
        QCOMPARE(cellsOf(*table, 1), QStringList({ QStringLiteral("x"), QStringLiteral("y") }));
    }

    void refusesAnUnbalancedQuoteWithItsLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("to the end") << QStringLiteral("a,b\n1,\"two\n3,four\n") << 2;
        QTest::newRow("last character") << QStringLiteral("a,b\n1,\"") << 2;
        QTest::newRow("closed within a later cell") << QStringLiteral("a,b\n1,\"two\n3,\"four\"\n") << 2;
        QTest::newRow("text behind it") << QStringLiteral("a,b\n1,2\n\"three\"s,4\n") << 3;
    }
    void refusesAnUnbalancedQuoteWithItsLine()
    {
        QFETCH(QString, text);
        QFETCH(int, line);
        const auto table = readCsv(text, u',', ReadingWatch());
        QVERIFY(!table);
        QVERIFY(table.error().kind == TableFault::Kind::UnbalancedQuote);
        QCOMPARE(table.error().line, line);
    }

    void findsWhatSeparates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QChar>("separator");
        QTest::newRow("commas") << QStringLiteral("a,b\n1,2\n") << QChar(u',');
        QTest::newRow("semicolons with decimal commas") << QStringLiteral("a;b\n1;2,5\n2;3,5\n") << QChar(u';');
        QTest::newRow("tabs with commas") << QStringLiteral("a\tb, c\n1\t2\n") << QChar(u'\t');
        QTest::newRow("bars") << QStringLiteral("a|b\n1|2\n") << QChar(u'|');
        QTest::newRow("said") << QStringLiteral("sep=|\na,b|c\n1,2|3\n") << QChar(u'|');
        QTest::newRow("commas in quotes") << QStringLiteral("\"a,b\"\n\"1,2\"\n") << QChar();
        QTest::newRow("a column") << QStringLiteral("7000000001\n7000000002\n") << QChar();
        QTest::newRow("a message") << QStringLiteral("please, stop these\n1\n2\nthanks, all, bye") << QChar();
        QTest::newRow("nothing") << QString() << QChar();
    }
    void findsWhatSeparates()
    {
        QFETCH(QString, text);
        QFETCH(QChar, separator);
        QCOMPARE(guessSeparator(text), separator);
    }

    void theLineThatNamesTheSeparatorIsNoRow()
    {
        const auto table = readCsv(QStringLiteral("sep=;\r\na;b\r\n"), u';', ReadingWatch());
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->line(0), 2);
    }

    void stopsBetweenRows()
    {
        std::stop_source source;
        source.request_stop();
        const auto table = readCsv(QStringLiteral("a,b\n1,2\n"), u',', ReadingWatch(source.get_token()));
        QVERIFY(!table);
        QVERIFY(table.error().kind == TableFault::Kind::Stopped);
    }
};

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "tst_csvreader.moc"
