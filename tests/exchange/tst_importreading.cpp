// Reading beside the window: each question is answered once, what overtakes it wins, and leaving never waits long.
#include "exchange/columnguess.h"
#include "exchange/importreading.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;
using namespace Qt::StringLiterals;

namespace {

struct Answers
{
    explicit Answers(ImportReading& reading)
    {
        QObject::connect(&reading, &ImportReading::tableRead, &reading,
            [this](const std::shared_ptr<const ReadTable>& table, const ColumnPlan& guess) {
                tables.append(table);
                plan = guess;
            });
        QObject::connect(&reading, &ImportReading::previewed, &reading,
            [this](const std::shared_ptr<const ImportPreview>& preview) { previews.append(preview); });
        QObject::connect(
            &reading, &ImportReading::failed, &reading, [this](const TableFault& fault) { faults.append(fault); });
    }
    qsizetype count() const { return tables.size() + previews.size() + faults.size(); }

    QList<std::shared_ptr<const ReadTable>> tables;
    QList<std::shared_ptr<const ImportPreview>> previews;
    QList<TableFault> faults;
    ColumnPlan plan;
};

QString list(int rows)
{
    QString text;
    for (int i = 0; i < rows; ++i)
        text += QString::number(7'000'000'000 + i) + u'\n';
    return text;
}

} // namespace

class ImportReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAFileAndPreviewsIt()
    {
        ImportReading reading;
        Answers answers(reading);
        reading.readFile(QStringLiteral(TEST_DATA_DIR "/import/gb18030.csv"));
        QVERIFY(reading.isBusy());
        QTRY_COMPARE(answers.tables.size(), 1);
        QVERIFY(!reading.isBusy());
        QVERIFY(answers.plan.isIdSure);
        ImportContext into;
        into.zone = QTimeZone::utc();
        reading.preview(answers.tables.first(), answers.plan, into);
        QTRY_COMPARE(answers.previews.size(), 1);
        QCOMPARE(answers.previews.first()->accepted, 3);
        QCOMPARE(answers.count(), 2);
    }

    void readsAgainAsAPersonChose()
    {
        ImportReading reading;
        Answers answers(reading);
        reading.readFile(QStringLiteral(TEST_DATA_DIR "/import/pushes.xlsx"));
        QTRY_COMPARE(answers.tables.size(), 1);
        reading.readAgain({ {}, {}, 1 });
        QTRY_COMPARE(answers.tables.size(), 2);
        QCOMPARE(answers.tables.at(1)->sheet, 1);
        QCOMPARE(answers.tables.at(1)->table.rowCount(), 2);
    }

    void aFaultCanBeMendedByAnotherChoice()
    {
        ImportReading reading;
        Answers answers(reading);
        reading.readFile(QStringLiteral(TEST_DATA_DIR "/import/utf-16le.txt"));
        QTRY_COMPARE(answers.faults.size(), 1);
        QVERIFY(answers.faults.first().kind == TableFault::Kind::NotText);
        reading.readAgain({ "UTF-16LE", {}, 0 });
        QTRY_COMPARE(answers.tables.size(), 1);
    }

    void saysWhatCannotBeRead()
    {
        ImportReading reading;
        Answers answers(reading);
        reading.readFile(u"/no/such/file"_s);
        QTRY_COMPARE(answers.faults.size(), 1);
        QVERIFY(answers.faults.first().kind == TableFault::Kind::Unreadable);
    }

    void onlyTheLastQuestionIsAnswered()
    {
        ImportReading reading;
        Answers answers(reading);
        for (int i = 0; i < 20; ++i)
            reading.readPasted(list(2000));
        reading.readPasted(u"Task ID,Title\n7000000001,last\n"_s);
        QTRY_COMPARE(answers.tables.size(), 1);
        QTest::qWait(50);
        QCOMPARE(answers.count(), 1);
        QCOMPARE(answers.tables.first()->table.cell(1, 1).text.toString(), u"last"_s);
    }

    void afterAStopNothingIsAnswered()
    {
        ImportReading reading;
        Answers answers(reading);
        reading.readPasted(list(100'000));
        reading.stop();
        QVERIFY(!reading.isBusy());
        QTest::qWait(100);
        QCOMPARE(answers.count(), 0);
        reading.readPasted(list(3));
        QTRY_COMPARE(answers.tables.size(), 1);
    }

    void theFileAfterAPasteIsRead()
    {
        ImportReading reading;
        Answers answers(reading);
        reading.readPasted(list(3));
        QTRY_COMPARE(answers.tables.size(), 1);
        reading.readFile(QStringLiteral(TEST_DATA_DIR "/import/utf-8.csv"));
        QTRY_COMPARE(answers.tables.size(), 2);
        QCOMPARE(answers.tables.at(1)->table.rowCount(), 4);
    }

    void leavesInTheMiddle()
    {
        for (int i = 0; i < 20; ++i) {
            ImportReading reading;
            reading.readPasted(list(20'000));
            QTest::qWait(i % 4);
        }
    }

    void tellsHowFarItIs()
    {
        ImportReading reading;
        Answers answers(reading);
        const QSignalSpy progress(&reading, &ImportReading::progressed);
        QString table = u"Task ID;Goes out\n"_s;
        for (int i = 0; i < 199'000; ++i) // of which each costs some time
            table += u"ID: %1;1.%2.2037 9:30 Uhr\n"_s.arg(7'000'000'000 + i).arg(1 + i % 12);
        reading.readPasted(table);
        QTRY_COMPARE_WITH_TIMEOUT(answers.tables.size(), 1, 60'000);
        const qsizetype toldBefore = progress.size();
        reading.preview(answers.tables.first(), answers.plan, {});
        QTRY_COMPARE_WITH_TIMEOUT(answers.previews.size(), 1, 60'000);
        QCOMPARE(answers.previews.first()->accepted, 199'000);
        QVERIFY(progress.size() > toldBefore);
        QVERIFY(progress.last().first().toInt() > 0);
        for (const auto& told : progress)
            QVERIFY(told.first().toInt() <= 200'000);
    }
};

QTEST_GUILESS_MAIN(ImportReadingTest)
#include "tst_importreading.moc"
