// What the compiler and the linker were told to build in against faults of memory is read from the program itself.
#include <QProcess>
#include <QTest>

class BinaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QLatin1StringView(BUILD_TYPE) != QLatin1StringView("Release"))
            QSKIP("Only releases are built so.");
        m_headers = read({ QStringLiteral("-hldW") });
        m_symbols = read({ QStringLiteral("-sW") });
        QVERIFY(!m_headers.isEmpty() && !m_symbols.isEmpty());
    }

    void liesAnywhereInMemory()
    {
        QVERIFY2(m_headers.contains("DYN (Position-Independent Executable file)"), m_headers.constData());
    }

    void itsTablesCannotBeWrittenOnceItRuns()
    {
        QVERIFY(m_headers.contains("GNU_RELRO"));
        QVERIFY(m_headers.contains("BIND_NOW") || m_headers.contains("Flags: NOW"));
    }

    void nothingOnItsStackIsRun()
    {
        for (const QByteArray& line : m_headers.split('\n')) {
            if (line.contains("GNU_STACK"))
                QVERIFY2(!line.contains("RWE"), line.constData());
        }
        QVERIFY(m_headers.contains("GNU_STACK"));
    }

    void noticesAStackThatIsWrittenOver() { QVERIFY(m_symbols.contains("__stack_chk_fail")); }

    void checksTheLengthsOfCopies()
    {
        // Whatever of these it uses is the kind that checks.
        QVERIFY(m_symbols.contains("_chk@"));
    }

    void jumpsOnlyToWhereAJumpIsMeant()
    {
#ifdef __x86_64__
        QProcess objdump;
        objdump.start(QStringLiteral("objdump"), { QStringLiteral("-d"), QStringLiteral(PROGRAM) });
        QVERIFY(objdump.waitForFinished(60'000));
        QVERIFY(objdump.readAllStandardOutput().count("endbr64") > 1'000);
#endif
    }

private:
    static QByteArray read(QStringList arguments)
    {
        QProcess readelf;
        readelf.start(QStringLiteral("readelf"), arguments << QStringLiteral(PROGRAM));
        return readelf.waitForFinished(60'000) ? readelf.readAllStandardOutput() : QByteArray();
    }

    QByteArray m_headers;
    QByteArray m_symbols;
};

QTEST_GUILESS_MAIN(BinaryTest)
#include "tst_binary.moc"
