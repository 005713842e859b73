// What the linker took and what NOTICE and About say of it: nothing is used without being named, and nothing whose
// licence would become ours.
#include "ui/help/programfacts.h"

#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace pushbrake;

namespace {

struct Entry
{
    QString licence;
    QString copyright;
};

// The blocks of NOTICE behind its introduction, by their first line.
QHash<QString, Entry> entriesOf(const QString& notice)
{
    QHash<QString, Entry> entries;
    for (const QString& block : notice.split(QStringLiteral("\n\n"))) {
        const QStringList lines = block.trimmed().split(u'\n');
        const auto valueOf = [&lines](const QString& word) {
            const QStringList found = lines.filter(QRegularExpression(u'^' + word + QStringLiteral(": .")));
            return found.size() == 1 ? found.first().mid(word.size() + 2) : QString();
        };
        if (const QString licence = valueOf(QStringLiteral("Licence")); !licence.isEmpty())
            entries.insert(lines.first(), { licence, valueOf(QStringLiteral("Copyright")) });
    }
    return entries;
}

// Which entry covers a library, by the beginning of its name.
const QList<std::pair<QString, QString>>& coveredBy()
{
    static const QString qt = QStringLiteral("Qt 6: Core, DBus, Gui, Network, PrintSupport, Sql, Svg, Widgets");
    static const QString gcc = QStringLiteral("GCC's runtime: libstdc++ and libgcc");
    static const QString glibc = QStringLiteral("GNU C library");
    static const QList<std::pair<QString, QString>> table {
        { QStringLiteral("libQt6Core.so"), qt },
        { QStringLiteral("libQt6DBus.so"), qt },
        { QStringLiteral("libQt6Gui.so"), qt },
        { QStringLiteral("libQt6Network.so"), qt },
        { QStringLiteral("libQt6PrintSupport.so"), qt },
        { QStringLiteral("libQt6Sql.so"), qt },
        { QStringLiteral("libQt6Svg.so"), qt },
        { QStringLiteral("libQt6Widgets.so"), qt },
        { QStringLiteral("libqt6keychain.so"), QStringLiteral("QtKeychain") },
        { QStringLiteral("libcrypto.so"), QStringLiteral("OpenSSL") },
        { QStringLiteral("libfontconfig.so"), QStringLiteral("Fontconfig") },
        { QStringLiteral("libuchardet.so"), QStringLiteral("uchardet") },
        { QStringLiteral("libxlsxwriter.so"), QStringLiteral("libxlsxwriter") },
        { QStringLiteral("libsqlite3.so"), QStringLiteral("SQLite") },
        { QStringLiteral("libminizip.so"), QStringLiteral("Minizip") },
        { QStringLiteral("libz.so"), QStringLiteral("zlib") },
        { QStringLiteral("libstdc++.so"), gcc },
        { QStringLiteral("libgcc_s.so"), gcc },
        { QStringLiteral("libc.so"), glibc },
        { QStringLiteral("libm.so"), glibc },
        { QStringLiteral("ld-linux"), glibc },
    };
    return table;
}

// Sanitizers are linked into a build that is tried, never into one that is passed on.
bool isSanitizer(const QString& library)
{
    static const QRegularExpression names(QStringLiteral("^lib([atl]|ub)san\\.so"));
    return names.match(library).hasMatch();
}

QStringList linked()
{
    QProcess readelf;
    readelf.start(QStringLiteral("readelf"), { QStringLiteral("-d"), QStringLiteral(PROGRAM) });
    if (!readelf.waitForFinished(10'000))
        return {};
    static const QRegularExpression needed(QStringLiteral("\\(NEEDED\\)[^\\[]*\\[([^\\]]+)\\]"));
    QStringList libraries;
    auto found = needed.globalMatch(QString::fromLocal8Bit(readelf.readAllStandardOutput()));
    while (found.hasNext()) {
        if (const QString library = found.next().captured(1); !isSanitizer(library))
            libraries.append(library);
    }
    return libraries;
}

QString entryFor(const QString& library)
{
    for (const auto& [beginning, entry] : coveredBy()) {
        if (library.startsWith(beginning))
            return entry;
    }
    return {};
}

bool isGplOnly(const QString& licence)
{
    return licence.contains(QRegularExpression(QStringLiteral("\\bA?GPL-")))
        && !licence.contains(QStringLiteral(" WITH "));
}

} // namespace

class NoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(NOTICE));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_entries = entriesOf(QString::fromUtf8(file.readAll()));
    }

    void namesEveryLibraryThatTheLinkerTook()
    {
        const QStringList libraries = linked();
        QVERIFY(libraries.size() > 10);
        for (const QString& library : libraries)
            QVERIFY2(m_entries.contains(entryFor(library)), qPrintable(library));
    }

    void everyEntryHasItsLicenceAndCopyright()
    {
        QCOMPARE(m_entries.size(), 15);
        for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry)
            QVERIFY2(!entry->licence.isEmpty() && !entry->copyright.isEmpty(), qPrintable(entry.key()));
    }

    void nothingMakesTheProgramGpl()
    {
        QVERIFY(isGplOnly(QStringLiteral("GPL-3.0-only")));
        QVERIFY(!isGplOnly(QStringLiteral("LGPL-3.0-only")));
        for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry)
            QVERIFY2(!isGplOnly(entry->licence), qPrintable(entry.key()));
        for (const BuiltOn& part : builtOn())
            QVERIFY2(!isGplOnly(part.licence), qPrintable(part.name));
    }

    // Each part of About begins the name of its entry: "Qt", "Boost", "Lucide".
    void namesEveryPartOfAbout()
    {
        for (const BuiltOn& part : builtOn()) {
            const QStringList names = m_entries.keys().filter(
                QRegularExpression(u'^' + QRegularExpression::escape(part.name) + QStringLiteral("(?!\\w)")));
            QVERIFY2(names.size() == 1, qPrintable(part.name));
            QVERIFY2(
                part.name == QLatin1String("SQLite") || m_entries.value(names.first()).licence.startsWith(part.licence),
                qPrintable(part.name));
        }
    }

private:
    QHash<QString, Entry> m_entries;
};

QTEST_GUILESS_MAIN(NoticeTest)
#include "tst_notice.moc"
