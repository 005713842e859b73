#include "exchange/taskidtext.h"

#include <QTest>

using namespace pushbrake;

class TaskIdTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsNumbersAndWhatIsAroundThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("id");
        QTest::newRow("plain") << u"7000000001"_qs << qint64(7000000001);
        QTest::newRow("one") << u"1"_qs << qint64(1);
        QTest::newRow("largest") << u"9223372036854775807"_qs << qint64(9223372036854775807);
        QTest::newRow("full-width") << u"１２３４"_qs << qint64(1234);
        QTest::newRow("blanks") << u" \t1234\r\n"_qs << qint64(1234);
        QTest::newRow("no-break space") << u"\u00A01234\u3000"_qs << qint64(1234);
        QTest::newRow("zero width") << u"\u200B1234\u200D\u2060"_qs << qint64(1234);
        QTest::newRow("byte order mark") << u"\uFEFF1234"_qs << qint64(1234);
        QTest::newRow("direction marks") << u"\u202A1234\u202C"_qs << qint64(1234);
        QTest::newRow("isolates") << u"\u20681234\u2069"_qs << qint64(1234);
        QTest::newRow("formula guard") << u"=\"1234567890\""_qs << qint64(1234567890);
        QTest::newRow("apostrophe guard") << u"'1234567890"_qs << qint64(1234567890);
        QTest::newRow("quotes") << u"\"1234567890\""_qs << qint64(1234567890);
        QTest::newRow("curly quotes") << u"\u201C1234567890\u201D"_qs << qint64(1234567890);
        QTest::newRow("blanks in quotes") << u" \" 12 \" "_qs << qint64(12);
    }
    void readsNumbersAndWhatIsAroundThem()
    {
        QFETCH(QString, text);
        QFETCH(qint64, id);
        const auto read = readTaskId(text);
        QVERIFY(read);
        QCOMPARE(*read, id);
    }

    void refusesWithTheReason_data()
    {
        using F = TaskIdFault;
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("fault");
        const QList<std::pair<QString, F>> rows { { u""_qs, F::Empty }, { u" \u200B\u00A0"_qs, F::Empty },
            { u"\"\""_qs, F::Empty }, { u"=\"\""_qs, F::Letters }, { u"abc"_qs, F::Letters },
            { u"12a4"_qs, F::Letters }, { u"0x1F"_qs, F::Letters }, { u"TaskID"_qs, F::Letters },
            { u"#N/A"_qs, F::Letters }, { u"TRUE"_qs, F::Letters }, { u"=123"_qs, F::Letters },
            { u"=A1"_qs, F::Letters }, { u"1２3"_qs, F::Letters }, { u"\u0661\u0662\u0663"_qs, F::Letters },
            { u"\u06F1\u06F2"_qs, F::Letters }, { u"１\u0662"_qs, F::Letters }, { u"12\u200B34"_qs, F::Letters },
            { u"12\u202E34"_qs, F::Letters }, { u"12\u000034"_qs, F::Letters }, { u"2-Jan"_qs, F::Letters },
            { u"²"_qs, F::Letters }, { u"1.23457E+18"_qs, F::Scientific }, { u"1,23457E+18"_qs, F::Scientific },
            { u"1.2E9"_qs, F::Scientific }, { u"1e5"_qs, F::Scientific }, { u"-1E+5"_qs, F::Scientific },
            { u"1234.0"_qs, F::Decimal }, { u"1234567890,00"_qs, F::Decimal }, { u"1234."_qs, F::Decimal },
            { u"0.5"_qs, F::Decimal }, { u"1,234,567"_qs, F::Separators }, { u"1.234.567"_qs, F::Separators },
            { u"1 234 567"_qs, F::Separators }, { u"1'234"_qs, F::Separators }, { u"1\u066C234"_qs, F::Separators },
            { u"1\u00A0234"_qs, F::Separators }, { u"1\u202F234"_qs, F::Separators }, { u"1,234"_qs, F::Separators },
            { u"2026-06-01"_qs, F::Separators }, { u"+1234"_qs, F::Sign }, { u"-1234"_qs, F::Sign },
            { u"\u22121234"_qs, F::Sign }, { u"0"_qs, F::Zero }, { u"000"_qs, F::Zero }, { u"０"_qs, F::Zero },
            { u"0012345"_qs, F::LeadingZero }, { u"=\"0123\""_qs, F::LeadingZero },
            { u"9223372036854775808"_qs, F::TooLarge }, { u"99999999999999999999999"_qs, F::TooLarge },
            { u"660cc447_537ed82a_200000cd7ee17f5_84035729_bc614e"_qs, F::PushId },
            { u"batch_660cc447_1"_qs, F::PushId },
            { u"1400123456_144115212910570789_4155518400_15723514"_qs, F::PushId } };
        for (const auto& [text, fault] : rows)
            QTest::newRow(text.isEmpty() ? "nothing" : text.toUtf8().toHex().constData()) << text << int(fault);
    }
    void refusesWithTheReason()
    {
        QFETCH(QString, text);
        QFETCH(int, fault);
        const auto read = readTaskId(text);
        QVERIFY2(!read, qPrintable(text));
        QVERIFY2(int(read.error()) == fault, qPrintable(text + u" gave "_qs + QString::number(int(read.error()))));
    }
};

QTEST_GUILESS_MAIN(TaskIdTextTest)
#include "tst_taskidtext.moc"
