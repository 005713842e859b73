// Tables on their way out: what a spreadsheet reads back is what the person saw, and nothing in it runs.
#include "exchange/tablecsv.h"

#include <QTest>

using namespace pushbrake;

class TableCsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesEveryCellAndDoublesQuotes()
    {
        QCOMPARE(tableToCsv(
                     { { QStringLiteral("a,b"), QStringLiteral("say \"no\"") }, { QStringLiteral("two\nlines"), {} } }),
            QByteArray("\xEF\xBB\xBF\"a,b\",\"say \"\"no\"\"\"\r\n\"two\nlines\",\"\"\r\n"));
    }

    void letsNothingRunAsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : { "=1+1", "+1", "-1", "@sum", "\t=1", "\r=1" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void letsNothingRunAsAFormula()
    {
        QFETCH(QString, text);
        QVERIFY(tableToCsv({ { text } }).contains("\"'"));
    }

    void keepsNumbersThatASpreadsheetWouldRound()
    {
        QVERIFY(tableToCsv({ { QStringLiteral("9223372036854775807") } }).contains("\"'9223372036854775807\""));
        QVERIFY(tableToCsv({ { QStringLiteral("7000000001") } }).contains("\"7000000001\""));
    }
};

QTEST_GUILESS_MAIN(TableCsvTest)
#include "tst_tablecsv.moc"
