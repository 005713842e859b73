// What becomes a task ID in a text that was pasted, and what must not.
#include "exchange/pastedids.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace pushbrake;

class PastedIdsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsOneALineOrSeparated()
    {
        const PastedIds ids = readPastedIds(
            u"7000000001\r\n7000000002, 7000000003;7000000004|7000000005\t7000000006\n\n"
            "7000000007，7000000008、7000000009；7000000010、\u060C7000000011\u061B7000000012\u20287000000013"_qs);
        QVERIFY(ids.refused.isEmpty());
        QCOMPARE(ids.found.size(), 13);
        QCOMPARE(ids.found.at(0).line, 1);
        QCOMPARE(ids.found.at(5).line, 2);
        QCOMPARE(ids.found.at(6).line, 4);
        QCOMPARE(ids.found.at(12).line, 5);
        for (int i = 0; i < ids.found.size(); ++i)
            QCOMPARE(ids.found.at(i).id, 7000000001 + i);
    }

    void countsRepeatedNumbersOnce()
    {
        const PastedIds ids = readPastedIds(u"5\n6\n5 ５\n=\"5\""_qs);
        QCOMPARE(ids.found.size(), 2);
        QCOMPARE(ids.found.at(0).times, 4);
        QCOMPARE(ids.found.at(0).line, 1);
        QCOMPARE(ids.found.at(0).againOn, QList<int>({ 3, 3, 4 }));
        QCOMPARE(ids.found.at(1).times, 1);
        QVERIFY(ids.found.at(1).againOn.isEmpty());
        QVERIFY(!ids.isCutShort);
    }

    void saysLineTextAndReasonOfWhatIsRefused()
    {
        const PastedIds ids = readPastedIds(u"TaskID\n7000000001\n1.23457E+18 8\nID:7000000002,\n0"_qs);
        QCOMPARE(ids.found.size(), 3);
        QCOMPARE(ids.found.at(2).id, 7000000002);
        QCOMPARE(ids.refused.size(), 2);
        QCOMPARE(ids.refused.at(0).line, 3);
        QCOMPARE(ids.refused.at(0).text, u"1.23457E+18"_qs);
        QCOMPARE(ids.refused.at(0).fault, TaskIdFault::Scientific);
        QCOMPARE(ids.refused.at(1).line, 5);
        QCOMPARE(ids.refused.at(1).fault, TaskIdFault::Zero);
        QVERIFY(ids.hasWords);
    }

    void wordsAreNobodysError()
    {
        const PastedIds ids = readPastedIds(u"Hi Ann – please cancel these (all of them!):\n- 7000000001\nThanks…"_qs);
        QCOMPARE(ids.found.size(), 1);
        QCOMPARE(ids.refused.size(), 0);
        QVERIFY(ids.hasWords);
        QVERIFY(!readPastedIds(u"7000000001 – 7000000002"_qs).hasWords);
    }

    void understandsANumberInASentence_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString& text :
            { u"#7000000001"_qs, u"task-7000000001."_qs, u"(7000000001)"_qs, u"ID：7000000001"_qs, u"id=7000000001"_qs,
                u"ID: 7000000001"_qs, u"{\"TaskId\":7000000001}"_qs, u"取消7000000001。"_qs, u"【7000000001】"_qs,
                u"“7000000001”"_qs, u"Cancel 7000000001."_qs, u"7000000001: Summer sale"_qs, u"*7000000001*"_qs,
                u"**7000000001**."_qs, u"`7000000001`"_qs, u"• 7000000001"_qs, u"✅7000000001"_qs, u"No.7000000001"_qs,
                u"№7000000001"_qs, u"is it 7000000001?"_qs, u"'7000000001'"_qs, u"it's 7000000001"_qs,
                u"sched_task_id=7000000001"_qs, u"--id=7000000001"_qs,
                u"任务ID：７０００００００01"_qs.replace(u"01"_qs, u"０１"_qs), u"7000000001!"_qs, u"<7000000001>"_qs })
            QTest::newRow(text.toUtf8().constData()) << text;
    }
    void understandsANumberInASentence()
    {
        QFETCH(QString, text);
        const PastedIds ids = readPastedIds(text);
        QCOMPARE(ids.refused.size(), 0);
        QCOMPARE(ids.found.size(), 1);
        QCOMPARE(ids.found.at(0).id, 7000000001);
        QVERIFY(!ids.found.at(0).isUnlike);
    }

    void aSlashAndADashWithBlanksSeparate()
    {
        for (const QString& text : { u"7000000001/7000000002"_qs, u"7000000001 – 7000000002"_qs,
                 u"7000000001 — 7000000002"_qs, u"#7000000001#7000000002"_qs, u"7000000001。7000000002"_qs,
                 u"(7000000001)(7000000002)"_qs, u"7000000001和7000000002"_qs, u"'7000000001','7000000002'"_qs }) {
            const PastedIds ids = readPastedIds(text);
            QVERIFY2(ids.refused.isEmpty() && ids.found.size() == 2, qPrintable(text));
        }
    }

    // What is one thing is refused as one, and no part of it becomes a task.
    void refusesAWholeThing_data()
    {
        using F = TaskIdFault;
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("fault");
        const QList<std::pair<QString, F>> rows { { u"-5"_qs, F::Sign }, { u"+5"_qs, F::Sign },
            { u"−7000000001"_qs, F::Sign }, { u"007"_qs, F::LeadingZero }, { u"task-007"_qs, F::LeadingZero },
            { u"1,234,567"_qs, F::Separators }, { u"1'234"_qs, F::Separators }, { u"1'2345"_qs, F::Separators },
            { u"1.234.567"_qs, F::Separators }, { u"7000000001-7000000005"_qs, F::Separators },
            { u"1.2E9"_qs, F::Scientific }, { u"1,23457E+18"_qs, F::Scientific }, { u"7000000001.0"_qs, F::Decimal },
            { u"3.5"_qs, F::Decimal }, { u"7000000001..."_qs, F::Letters }, { u"7000000001…"_qs, F::Letters },
            { u"…4567"_qs, F::Letters }, { u"***4567"_qs, F::Letters }, { u"12a4"_qs, F::Letters },
            { u"5%"_qs, F::Letters }, { u"$500"_qs, F::Letters }, { u"3.5万"_qs, F::Letters },
            { u"id:-5"_qs, F::Letters }, { u"7000000001–7000000005"_qs, F::Letters },
            { u"\u0661\u0662"_qs, F::Letters }, { u"550e8400-e29b-41d4-a716-446655440000"_qs, F::Letters },
            { u"batch_660cc447_1"_qs, F::PushId },
            { u"660cc447_537ed82a_200000cd7ee17f5_84035729_bc614e"_qs, F::PushId },
            { u"192.168.10.20"_qs, F::Separators }, { u"10:30"_qs, F::Moment }, { u"10：30"_qs, F::Moment },
            { u"10:30:15"_qs, F::Moment }, { u"9:05 am"_qs, F::Moment }, { u"2026-11-26"_qs, F::Moment },
            { u"2026-11-26 10:00"_qs, F::Moment }, { u"2026-11-26T10:00:00Z"_qs, F::Moment },
            { u"2026-11-26 10:00:00.5+01:00"_qs, F::Moment }, { u"26.11.2026"_qs, F::Moment },
            { u"11/26/2026"_qs, F::Moment }, { u"2026/11/26"_qs, F::Moment }, { u"2026年11月26日"_qs, F::Moment },
            { u"30分"_qs, F::Moment }, { u"+49 170 1234567"_qs, F::Phone }, { u"+49 (0)170 123-4567"_qs, F::Phone },
            { u"+49 1701234567"_qs, F::Phone }, { u"0170 1234567"_qs, F::Phone }, { u"0049 170 1234567"_qs, F::Phone },
            { u"(415) 555-2671"_qs, F::Phone }, { u"https://example.com/task/7000000001?x=7000000002"_qs, F::Address },
            { u"example.com/7000000001"_qs, F::Address }, { u"ann.7000000001@example.com"_qs, F::Address } };
        for (const auto& [text, fault] : rows)
            QTest::newRow(text.toUtf8().constData()) << text << int(fault);
    }
    void refusesAWholeThing()
    {
        QFETCH(QString, text);
        QFETCH(int, fault);
        for (const QString& around : { u"%1"_qs, u"x %1, 7000000009"_qs, u"7000000009 %1"_qs, u"(%1)"_qs }) {
            if (around.startsWith(u'(') && text.startsWith(u'('))
                continue;
            const PastedIds ids = readPastedIds(around.arg(text));
            const auto others = std::count_if(
                ids.found.begin(), ids.found.end(), [](const auto& found) { return found.id != 7000000009; });
            QVERIFY2(others == 0, qPrintable(around.arg(text)));
            QVERIFY2(ids.found.size() == around.contains(u'9'), qPrintable(around.arg(text)));
            QVERIFY2(ids.refused.size() == 1, qPrintable(around.arg(text)));
            QCOMPARE(ids.refused.at(0).text, text);
            QCOMPARE(int(ids.refused.at(0).fault), fault);
        }
    }

    void noIdIsLostBehindAPhoneNumber()
    {
        const PastedIds ids = readPastedIds(u"+49 170 1234567 7000000001 7000000002"_qs);
        QCOMPARE(ids.found.size(), 2);
        QCOMPARE(ids.refused.size(), 1);
    }

    void aLengthUnlikeTheOthersStandsOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qint64>>("unlike");
        QTest::addColumn<int>("usual");
        using L = QList<qint64>;
        QTest::newRow("short numbers in prose")
            << u"12 pushes in 30 minutes: 7000000001 and 7000000002"_qs << L { 12, 30 } << 10;
        QTest::newRow("more short than long") << u"1 2 3 4 7000000001"_qs << L { 1, 2, 3, 4 } << 10;
        QTest::newRow("all are short") << u"12 30 12345"_qs << L {} << 0;
        QTest::newRow("one digit more or less") << u"7000000001 7000000002 70000000003 700000000"_qs << L {} << 10;
        QTest::newRow("two digits more") << u"7000000001 7000000002 700000000003"_qs << L { 700000000003 } << 10;
        QTest::newRow("as many of both") << u"700000000003 7000000001"_qs << L { 7000000001 } << 12;
        QTest::newRow("six and five") << u"123456 12345"_qs << L { 12345 } << 6;
        QTest::newRow("a part of a telephone number")
            << u"170 1234567 7000000001 7000000002"_qs << L { 170, 1234567 } << 10;
    }
    void aLengthUnlikeTheOthersStandsOut()
    {
        QFETCH(QString, text);
        QFETCH(QList<qint64>, unlike);
        const PastedIds ids = readPastedIds(text);
        QList<qint64> marked;
        for (const auto& found : ids.found) {
            if (found.isUnlike)
                marked.append(found.id);
        }
        QCOMPARE(marked, unlike);
        QTEST(ids.usualDigits, "usual");
    }

    void aShortNumberAmongWordsIsNotWorthOffering()
    {
        QVERIFY(!isWorthOffering(readPastedIds(u"Lunch at 12"_qs)));
        QVERIFY(!isWorthOffering(readPastedIds(u"https://example.com/7000000001"_qs)));
        QVERIFY(isWorthOffering(readPastedIds(u"12\n13"_qs)));
        QVERIFY(isWorthOffering(readPastedIds(u"please cancel 7000000001"_qs)));
    }

    void aGroupedNumberDoesNotFallApart_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString& text : { u"1,234,567,890"_qs, u"1'234'567"_qs, u"1 234 567 890"_qs, u"1.234.567"_qs,
                 u"1\u00A0234\u00A0567"_qs, u"1\u202F234"_qs })
            QTest::newRow(text.toUtf8().toHex().constData()) << text;
    }
    void aGroupedNumberDoesNotFallApart()
    {
        QFETCH(QString, text);
        const PastedIds ids = readPastedIds(u"7000000001 "_qs.replace(u' ', u'\n') + text + u"\n7000000002"_qs);
        QCOMPARE(ids.found.size(), 2);
        QCOMPARE(ids.refused.size(), 1);
        QCOMPARE(ids.refused.at(0).fault, TaskIdFault::Separators);
        QCOMPARE(ids.refused.at(0).text, text);
    }

    void noRepetitionIsTooLongToBeOneThing_data()
    {
        QTest::addColumn<QString>("text");
        constexpr int many = 100'000;
        QTest::newRow("groups of three") << u"1"_qs + u",123"_qs.repeated(many);
        QTest::newRow("groups of three with blanks") << u"1"_qs + u" 123"_qs.repeated(many);
        QTest::newRow("months") << u"5月"_qs.repeated(many);
    }

    void noRepetitionIsTooLongToBeOneThing()
    {
        QFETCH(QString, text);
        const PastedIds ids = readPastedIds(text + u" and 7000000002 at 10:30"_qs);
        QCOMPARE(ids.found.size(), 1);
        QCOMPARE(ids.found.first().id, 7000000002);
        QCOMPARE(ids.refused.size(), 2);
        QCOMPARE(ids.refused.first().text.trimmed(), text);
        QCOMPARE(ids.refused.last().fault, TaskIdFault::Moment);
    }

    void anyNumberOfBlanksSeparates()
    {
        const PastedIds ids = readPastedIds(u"7000000001"_qs + QString(100'000, u' ') + u"7000000002"_qs);
        QCOMPARE(ids.found.size(), 2);
        QVERIFY(ids.refused.isEmpty());
        QCOMPARE(readPastedIds(u"a-"_qs.repeated(100'000) + u"b:7000000001"_qs).found.size(), 1);
    }

    void aTextThatIsCutInACharacterIsReadAsAnyOther()
    {
        for (const QChar half : { QChar(0xD83D), QChar(0xDE00) }) {
            const PastedIds ids = readPastedIds(u"+49 170 1234567 at 10:30, 5月, 7000000001 "_qs + half);
            QCOMPARE(ids.found.size(), 1);
            QCOMPARE(ids.found.first().id, 7000000001);
            QCOMPARE(ids.refused.size(), 3);
            QCOMPARE(ids.refused.first().fault, TaskIdFault::Phone);
        }
    }

    void nothingPastedIsNothingFound()
    {
        for (const QString& text : { u""_qs, u" \n\r\n\t"_qs, u",;|"_qs, u"\uFEFF"_qs }) {
            const PastedIds ids = readPastedIds(text);
            QVERIFY(ids.found.isEmpty() && ids.refused.isEmpty());
        }
    }

    void aHugePasteEndsAtItsBound()
    {
        QString text;
        for (int i = 0; i < 100'500; ++i)
            text += QString::number(7000000001 + i) + u'\n';
        QCOMPARE(readPastedIds(text).found.size(), 100'000);
        QCOMPARE(readPastedIds(text.replace(u'\n', u' ')).found.size(), 100'000);
    }

    void aLongTextIsReadInTime()
    {
        for (const QString& part : { u"a"_qs, u"a."_qs, u"1,"_qs, u"10:30 "_qs, u"+1 "_qs, u"0 1 "_qs, u"x@"_qs,
                 u"1-"_qs, u"task-7000000001. "_qs, u"2026年"_qs }) {
            QElapsedTimer time;
            time.start();
            readPastedIds(part.repeated(500'000 / part.size()));
            QVERIFY2(time.elapsed() < 5'000, qPrintable(part));
        }
    }
};

QTEST_GUILESS_MAIN(PastedIdsTest)
#include "tst_pastedids.moc"
