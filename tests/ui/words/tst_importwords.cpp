// Each reason for which a row or a table is left out has a sentence of its own, and foreign text in it stays harmless.
#include "ui/words/importwords.h"

#include <QSet>
#include <QTest>

using namespace pushbrake;
using namespace Qt::StringLiterals;

class ImportWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasASentenceOfItsOwn()
    {
        QSet<QString> said;
        for (int reason = 0; reason <= int(ImportReason::TimeInPast); ++reason) {
            const QString sentence = sentences::importRemark({ ImportReason(reason), u"text"_s, { 4, 9 }, 12 });
            QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u'?'), qPrintable(sentence));
            // A cell and a text that became a date are the same to who reads it, and so is a row that is hidden.
            const bool isKin
                = ImportReason(reason) == ImportReason::DateForm || ImportReason(reason) == ImportReason::WasHidden;
            QVERIFY2(isKin || !said.contains(sentence), qPrintable(sentence));
            said.insert(sentence);
        }
    }

    void everyFaultOfATableHasASentenceAndAnAdvice()
    {
        QSet<QString> said;
        for (int kind = 0; kind <= int(TableFault::Kind::Stopped); ++kind) {
            const TableFault fault { TableFault::Kind(kind), 7 };
            const QString sentence = sentences::tableProblem(fault);
            QVERIFY2(!said.contains(sentence), qPrintable(sentence));
            said.insert(sentence);
            QVERIFY(!sentences::tableAdvice(fault).isEmpty());
        }
        QVERIFY(sentences::tableProblem({ TableFault::Kind::UnbalancedQuote, 7 }).contains(u'7'));
    }

    void namesTheLinesAndNoMoreThanCanBeRead()
    {
        const auto sentence = [](const QList<int>& lines) {
            return sentences::importRemark({ ImportReason::Repeated, {}, lines, 12 });
        };
        QVERIFY(sentence({ 4, 9, 40 }).contains(u"4, 9, 40"_s));
        QVERIFY(sentence({ 1, 2, 3, 4, 5, 6, 7 }).contains(u"5 and more"_s));
    }

    void isolatesWhatStoodInTheFile()
    {
        const QString hostile = u"\u202e<b>x"_s;
        const QString sentence = sentences::importRemark({ ImportReason::TimeUnclear, hostile, {}, 0 });
        QVERIFY(!sentence.contains(u'\u202e'));
        QVERIFY(sentence.contains(u'\u2068'));
    }

    void namesColumnsAsSpreadsheetsDo_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("letters");
        QTest::newRow("first") << 0 << u"A"_s;
        QTest::newRow("last of one letter") << 25 << u"Z"_s;
        QTest::newRow("first of two") << 26 << u"AA"_s;
        QTest::newRow("within two") << 52 << u"BA"_s;
        QTest::newRow("last of two") << 701 << u"ZZ"_s;
        QTest::newRow("first of three") << 702 << u"AAA"_s;
    }

    void namesColumnsAsSpreadsheetsDo()
    {
        QFETCH(const int, column);
        QFETCH(const QString, letters);
        QCOMPARE(sentences::columnLetters(column), letters);
    }
};

QTEST_GUILESS_MAIN(ImportWordsTest)
#include "tst_importwords.moc"
