// What is written into a workbook is read back by the program's own reader: IDs to the last digit as text, formulas as
// text, numbers only where they were wanted.
#include "exchange/tablexlsx.h"
#include "exchange/workbookreader.h"

#include <QTest>

using namespace pushbrake;

class TestTableXlsx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        const QStringList heading { QStringLiteral("ID"), QStringLiteral("Title"), QStringLiteral("Count") };
        const QStringList strange { QStringLiteral("9223372036854775807"), QStringLiteral("=HYPERLINK(\"x\")"),
            QStringLiteral("12") };
        const QStringList foreign { QStringLiteral("7000000001"), QStringLiteral("订单 <b>&\"' عرض \n 2"),
            QStringLiteral("1e5") };
        const auto bytes = tablesToXlsx({ { QStringLiteral("Pushes"), { heading, strange, foreign }, { 20, 40 }, 2 },
            { QStringLiteral("Counts"), { { QStringLiteral("What") } }, {} } });
        QVERIFY(bytes);
        const auto read = readWorkbook(*bytes, 0, {});
        QVERIFY(read);
        QCOMPARE(read->sheets, QStringList({ QStringLiteral("Pushes"), QStringLiteral("Counts") }));
        QCOMPARE(read->table.rowCount(), 3);
        for (int column = 0; column < 3; ++column) {
            QCOMPARE(read->table.cell(0, column).text.toString(), heading.at(column));
            QCOMPARE(read->table.cell(1, column).text.toString(), strange.at(column));
            QCOMPARE(read->table.cell(2, column).text.toString(), foreign.at(column));
            QVERIFY(!read->table.cell(1, column).isFormula);
        }
        QCOMPARE(read->table.cell(1, 0).kind, CellKind::Text);
        QCOMPARE(read->table.cell(2, 0).kind, CellKind::Text);
        QCOMPARE(read->table.cell(1, 2).kind, CellKind::Number);
        QCOMPARE(read->table.cell(2, 2).kind, CellKind::Text);
        const auto counts = readWorkbook(*bytes, 1, {});
        QVERIFY(counts && counts->table.rowCount() == 1);
    }

    void textsThatTheFormatDoesNotTakeAreCutAndNotLost()
    {
        const QString text = QString(40'000, u'W') + u'!';
        const QString ended = QStringLiteral("before") + QChar(0) + QStringLiteral("after\x01");
        const auto bytes
            = tablesToXlsx({ { QStringLiteral("a/b:c"), { { QStringLiteral("T") }, { text }, { ended } }, {} } });
        QVERIFY(bytes);
        const auto read = readWorkbook(*bytes, 0, {});
        QVERIFY(read);
        QCOMPARE(read->table.cell(1, 0).text.size(), qsizetype(32'767));
        QVERIFY(read->table.cell(2, 0).text.startsWith(u"beforeafter"));
    }

    void tenThousandRowsAreOfNoConcern()
    {
        QList<QStringList> rows;
        for (int i = 0; i < 10'000; ++i)
            rows.append({ QString::number(7'000'000'000 + i), QStringLiteral("Push %1").arg(i) });
        const auto bytes = tablesToXlsx({ { QStringLiteral("Pushes"), rows, {} } });
        QVERIFY(bytes);
        const auto read = readWorkbook(*bytes, 0, {});
        QVERIFY(read && read->table.rowCount() == 10'000);
        QCOMPARE(read->table.cell(9'999, 0).text.toString(), QStringLiteral("7000009999"));
    }
};

QTEST_GUILESS_MAIN(TestTableXlsx)
#include "tst_tablexlsx.moc"
