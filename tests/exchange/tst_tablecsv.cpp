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
        QTest::newRow("a wide blank") << u"x;\u3000=1+1"_qs;
        QTest::newRow("Unicode's end of a line") << u"x\u2028=1+1"_qs;
        QTest::newRow("Unicode's end of a paragraph") << u"x\u2029=1+1"_qs;
        QTest::newRow("full width") << u"\uFF1D1,\uFF0B1;\uFF0D1\t\uFF20sum"_qs;
        QTest::newRow("a tag before it") << u"\U000E0041=1+1"_qs;
        QTest::newRow("cut before a character") << u"=1+1"_qs + QChar(0xD83D);
        QTest::newRow("cut in a character") << QChar(0xDE00) + u";=1+1"_qs;
    }

    void nothingRunsWhateverSeparatesTheCells()
    {
        QFETCH(QString, text);
        QString cell = harmlessCell(text);
        for (const QChar separator : { u';', u',', u'\t', u'\n', u'\u2028', u'\u2029' })
            cell.replace(separator, u'\x1f');
        for (const QString& piece : cell.split(u'\x1f')) {
            const QString seen = piece.trimmed().remove(u'"');
            QVERIFY2(seen.isEmpty() || !u"=+-@\uFF1D\uFF0B\uFF0D\uFF20"_qs.contains(seen.front()), qPrintable(piece));
        }
    }

    void leavesOutWhatNobodySees()
    {
        QCOMPARE(harmlessCell(QStringLiteral("a\u202Eb\u0000c\u001Bd\u0007e\u200Bf").replace(u'0', QChar(0))),
            QStringLiteral("abcdef"));
        QCOMPARE(harmlessCell(QStringLiteral("\u200E=1+1")), QStringLiteral("'=1+1")); // bared, it begins a formula
        QCOMPARE(harmlessCell(u"a\U000E0041b\U0001F600"_qs), u"ab\U0001F600"_qs);
        QCOMPARE(harmlessCell(u"a"_qs + QChar(0xD83D) + u'b'), u"a\uFFFDb"_qs);
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
