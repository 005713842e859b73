// Every promise has a fault that attacks it and a test that proves it: the table is read, ctest is asked for the tests,
// and each test for its slots.
#include "matrix.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// As ctest would start it.
struct Test
{
    QStringList command;
    QStringList environment;
};

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QHash<QString, Test> registeredTests()
{
    QProcess ctest;
    ctest.start(QStringLiteral(CTEST), { u"--test-dir"_s, QStringLiteral(BUILD), u"--show-only=json-v1"_s });
    QHash<QString, Test> tests;
    if (!ctest.waitForFinished())
        return tests;
    const QJsonArray all = QJsonDocument::fromJson(ctest.readAllStandardOutput())[u"tests"_s].toArray();
    for (const QJsonValue& each : all) {
        Test test;
        for (const QJsonValue& word : each[u"command"_s].toArray())
            test.command.append(word.toString());
        for (const QJsonValue& property : each[u"properties"_s].toArray()) {
            if (property[u"name"_s] != u"ENVIRONMENT"_s)
                continue;
            for (const QJsonValue& line : property[u"value"_s].toArray())
                test.environment.append(line.toString());
        }
        tests.insert(each[u"name"_s].toString(), test);
    }
    return tests;
}

QSet<QString> slotsOf(const Test& test)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& line : test.environment)
        environment.insert(line.section(u'=', 0, 0), line.section(u'=', 1));
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s); // it only tells what it has
    process.setProcessEnvironment(environment);
    process.start(test.command.value(0), test.command.mid(1) + QStringList { u"-functions"_s });
    QSet<QString> found;
    if (!process.waitForFinished(60'000))
        return found;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
        if (const QByteArray name = line.trimmed(); name.endsWith("()"))
            found.insert(QString::fromUtf8(name.chopped(2)));
    }
    return found;
}

/// What is wrong with these rows, a line each.
class Audit
{
public:
    explicit Audit(QHash<QString, Test> tests)
        : m_tests(std::move(tests))
    {
    }

    QStringList faultsOf(const QList<matrix::Row>& rows, const QStringList& promises)
    {
        QStringList faults;
        for (const matrix::Row& row : rows) {
            if (const QString fault = faultOf(row, promises); !fault.isEmpty())
                faults.append(u"line %1: %2"_s.arg(row.line).arg(fault));
        }
        return faults;
    }

private:
    QString faultOf(const matrix::Row& row, const QStringList& promises)
    {
        if (!promises.contains(row.promise))
            return u"nobody made the promise \"%1\""_s.arg(row.promise);
        if (row.fault.isEmpty())
            return u"no fault"_s;
        if (!m_tests.contains(row.test))
            return u"ctest knows no test \"%1\""_s.arg(row.test);
        const Test& test = m_tests[row.test];
        if (!QFile::exists(test.command.value(0)))
            return u"%1 is not built"_s.arg(row.test);
        const bool isScript = test.command.value(0).endsWith(u".sh"_s) || test.command.value(1).endsWith(u".sh"_s);
        if (row.slot.isEmpty())
            return isScript ? QString() : u"%1 has slots, and the row names none"_s.arg(row.test);
        if (!m_slots.contains(row.test))
            m_slots.insert(row.test, slotsOf(test));
        return m_slots[row.test].contains(row.slot) ? QString() : u"%1 has no slot %2"_s.arg(row.test, row.slot);
    }

    QHash<QString, Test> m_tests;
    QHash<QString, QSet<QString>> m_slots;
};

} // namespace

class MatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noticesARowThatProvesNothing();
    void everyRowNamesAPromiseAndATestThatExists();
    void everyPromiseIsAttackedAndProven();
    void everyGroundHasItsRows_data();
    void everyGroundHasItsRows();

private:
    QString m_page;
    QStringList m_promises; ///< of the README
    QStringList m_all; ///< and those beside it
};

void MatrixTest::initTestCase()
{
    m_page = textOf(QStringLiteral(MATRIX));
    const QString readme = textOf(QStringLiteral(README));
    const qsizetype from = readme.indexOf(u"## What it promises"_s);
    QVERIFY(from >= 0 && !m_page.isEmpty());
    m_promises = matrix::promisesIn(readme.sliced(from, readme.indexOf(u"\n## "_s, from + 1) - from));
    m_all = m_promises + matrix::promisesIn(m_page);
    QVERIFY2(m_promises.size() >= 7, qPrintable(m_promises.join(u'\n')));
}

// Without this the test might read nothing and be content.
void MatrixTest::noticesARowThatProvesNothing()
{
    const QString promise = m_promises.first();
    const QString page = u"| promise | fault | test | slot |\n|---|---|---|---|\n"
                         "| %1 | a fault | `tests-matrix` | `noticesARowThatProvesNothing` |\n"
                         "| Nobody's word | a fault | `tests-matrix` | `noticesARowThatProvesNothing` |\n"
                         "| %1 | | `tests-matrix` | `noticesARowThatProvesNothing` |\n"
                         "| %1 | a fault | `tests-none` | `noticesARowThatProvesNothing` |\n"
                         "| %1 | a fault | `tests-matrix` | `none` |\n"
                         "| %1 | a fault | `tests-matrix` | - |\n"
                         "| %1 | a fault |\n"_s.arg(promise);
    const QList<matrix::Row> rows = matrix::rowsOf(page);
    QCOMPARE(rows.size(), 7);
    QCOMPARE(
        rows.first(), (matrix::Row { 3, promise, u"a fault"_s, u"tests-matrix"_s, u"noticesARowThatProvesNothing"_s }));
    const QStringList faults = Audit(registeredTests()).faultsOf(rows, m_promises);
    QCOMPARE(faults,
        QStringList({ u"line 4: nobody made the promise \"Nobody's word\""_s, u"line 5: no fault"_s,
            u"line 6: ctest knows no test \"tests-none\""_s, u"line 7: tests-matrix has no slot none"_s,
            u"line 8: tests-matrix has slots, and the row names none"_s, u"line 9: ctest knows no test \"\""_s }));
}

void MatrixTest::everyRowNamesAPromiseAndATestThatExists()
{
    const QStringList faults = Audit(registeredTests()).faultsOf(matrix::rowsOf(m_page), m_all);
    for (const QString& fault : faults)
        qWarning("%s", qPrintable(fault)); // a message of QVERIFY2 is cut after a few
    QVERIFY(faults.isEmpty());
}

void MatrixTest::everyPromiseIsAttackedAndProven()
{
    QHash<QString, int> rowsOf;
    for (const matrix::Row& row : matrix::rowsOf(m_page))
        ++rowsOf[row.promise];
    for (const QString& promise : std::as_const(m_all))
        QVERIFY2(rowsOf.value(promise) > 0, qPrintable(promise));
}

void MatrixTest::everyGroundHasItsRows_data()
{
    QTest::addColumn<int>("least");
    QTest::newRow("Network") << 40;
    QTest::newRow("Answers") << 15;
    QTest::newRow("Disk") << 15;
    QTest::newRow("Processes") << 10;
    QTest::newRow("Clock") << 10;
    QTest::newRow("Keyring") << 20;
    QTest::newRow("Neighbours") << 10;
}

void MatrixTest::everyGroundHasItsRows()
{
    QFETCH(int, least);
    const qsizetype from = m_page.indexOf(u"\n## "_s + QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(from >= 0);
    const qsizetype until = m_page.indexOf(u"\n## "_s, from + 1);
    const auto rows = matrix::rowsOf(m_page.sliced(from, (until < 0 ? m_page.size() : until) - from));
    QVERIFY2(rows.size() >= least, qPrintable(QString::number(rows.size())));
}

QTEST_GUILESS_MAIN(MatrixTest)
#include "tst_matrix.moc"
