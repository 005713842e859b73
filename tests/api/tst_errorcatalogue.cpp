#include "api/errorcatalogue.h"

#include <QMap>
#include <QTest>

using namespace pushbrake;

namespace {
const QMap<CodeMeaning, QList<int>>& documented()
{
    static const QMap<CodeMeaning, QList<int>> map {
        { CodeMeaning::Done, { 0 } },
        { CodeMeaning::Rejected, { 90104 } },
        { CodeMeaning::TooLate, { 90106, 90107 } },
        { CodeMeaning::Unclear, { 60008, 60013, 60014, 70169, 70202, 70500, 90105, 91000 } },
        { CodeMeaning::RateLimited, { 60007, 60011, 60018, 60019 } },
        { CodeMeaning::TryOnceMore, { 60004, 60005 } },
        { CodeMeaning::SignatureExpired, { 70001, 70052 } },
        { CodeMeaning::AccountFault,
            { 60002, 60003, 60009, 60015, 70402, 60006, 60010, 60012, 60016, 60017, 60020, 60021, 60025, 60026, 60027, 60028, 70002, 70003, 70005, 70009,
                70013, 70014, 70016, 70020, 70050, 70051, 70107, 70403, 71000, 72000, 79999 } },
    };
    return map;
}
} // namespace

class ErrorCatalogueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void documentedCodesMeanWhatIsDocumented()
    {
        for (auto group = documented().begin(); group != documented().end(); ++group) {
            for (const int code : group.value())
                QVERIFY2(codeMeaning(code) == group.key(), qPrintable(QString::number(code)));
        }
    }

    void onlyZeroIsDone()
    {
        for (int code = -1000; code <= 100'000; ++code)
            QCOMPARE(codeMeaning(code) == CodeMeaning::Done, code == 0);
    }

    void onlyDocumentedCodesPromiseThatSomethingIsSafe()
    {
        for (int code = -1000; code <= 200'000; ++code) {
            const CodeMeaning meaning = codeMeaning(code);
            const bool isAccount = code >= 70000 && code <= 79999;
            if (meaning != CodeMeaning::Unclear && !isAccount)
                QVERIFY2(documented().value(meaning).contains(code), qPrintable(QString::number(code)));
        }
    }

    void codesOfOtherCommandsAreUnclearHere()
    {
        for (const int code :
            { -1, 1, 404, 500, 60000, 60001, 69999, 80000, 90001, 90009, 90049, 90103, 90108, 2147483647 })
            QVERIFY2(codeMeaning(code) == CodeMeaning::Unclear, qPrintable(QString::number(code)));
    }

    void onlyOneCodeSaysThatThereIsNoTask()
    {
        for (int code = 0; code <= 100'000; ++code)
            QCOMPARE(saysNoSuchTask(code), code == 90104);
    }
};

QTEST_GUILESS_MAIN(ErrorCatalogueTest)
#include "tst_errorcatalogue.moc"
