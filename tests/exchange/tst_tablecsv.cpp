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
        QVERIFY(tableToCsv({ { text } }).trimmed().contains(QByteArray("'") + text.trimmed().front().toLatin1()));
    }

    void nothingRunsWhateverSeparatesTheCells_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
            { "x;=1+1", "x,=1+1", "x\t=1+1", "x\n=1+1", "x; =1+1", "x;\"=1+1", "x\r\n@sum", "a;-1", ";+1" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void nothingRunsWhateverSeparatesTheCells()
    {
        QFETCH(QString, text);
        QString cell = harmlessCell(text);
        for (const QChar separator : { u';', u',', u'\t', u'\n' })
            cell.replace(separator, u'\x1f');
        for (const QString& piece : cell.split(u'\x1f')) {
            const QString seen = piece.trimmed().remove(u'"');
            QVERIFY2(seen.isEmpty() || !QStringLiteral("=+-@").contains(seen.front()), qPrintable(piece));
        }
    }

    void leavesOutWhatNobodySees()
    {
        QCOMPARE(harmlessCell(QStringLiteral("a\u202Eb\u0000c\u001Bd\u0007e\u200Bf").replace(u'0', QChar(0))),
            QStringLiteral("abcdef"));
        QCOMPARE(harmlessCell(QStringLiteral("\u200E=1+1")), QStringLiteral("'=1+1")); // bared, it begins a formula
        QCOMPARE(harmlessCell(QStringLiteral("two\nlines")), QStringLiteral("two\nlines"));
        QCOMPARE(harmlessCell(QStringLiteral("50 % off - today")), QStringLiteral("50 % off - today"));
    }

    void keepsNumbersThatASpreadsheetWouldRound()
    {
        QVERIFY(tableToCsv({ { QStringLiteral("9223372036854775807") } }).contains("\"'9223372036854775807\""));
        QVERIFY(tableToCsv({ { QStringLiteral("7000000001") } }).contains("\"7000000001\""));
    }
};

QTEST_GUILESS_MAIN(TableCsvTest)
#include "tst_tablecsv.moc"
