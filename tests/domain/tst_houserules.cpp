// Reads the program's own sources and fails where the house rules are broken: arrows between rooms, long files,
// nested event loops, certificates waved through.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

namespace {

struct Source
{
    QString path; ///< below the root, "app/net/command.h"
    QString text;
};

// Which rooms each room may include besides itself. ui sees everything but practice, and net only through cancel.
const QMap<QString, QStringList>& arrows()
{
    static const QMap<QString, QStringList> map {
        { u"domain"_qs, {} },
        { u"net"_qs, { u"domain"_qs } },
        { u"api"_qs, { u"net"_qs, u"domain"_qs } },
        { u"secrets"_qs, { u"api"_qs, u"domain"_qs } },
        { u"store"_qs, { u"domain"_qs } },
        { u"cancel"_qs, { u"api"_qs, u"store"_qs, u"secrets"_qs, u"net"_qs, u"domain"_qs } },
        { u"exchange"_qs, { u"api"_qs, u"domain"_qs } },
        { u"practice"_qs, { u"api"_qs, u"net"_qs, u"domain"_qs } },
        { u"start"_qs,
            { u"ui"_qs, u"practice"_qs, u"cancel"_qs, u"exchange"_qs, u"api"_qs, u"store"_qs, u"secrets"_qs, u"net"_qs,
                u"domain"_qs } },
        { u"ui"_qs, { u"cancel"_qs, u"exchange"_qs, u"api"_qs, u"store"_qs, u"secrets"_qs, u"domain"_qs } },
    };
    return map;
}

QList<Source> sources()
{
    const QDir root(QStringLiteral(TEST_DATA_DIR "/../.."));
    QList<Source> all;
    for (const QString& folder : { u"app"_qs, u"ui"_qs }) {
        QDirIterator files(
            root.filePath(folder), { u"*.h"_qs, u"*.cpp"_qs }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                all.append({ root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()) });
        }
    }
    return all;
}

/// "net" for app/net/..., "ui" for ui/...; empty for what lies in no room.
QString roomOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    if (parts.first() == u"ui")
        return parts.first();
    return parts.size() > 2 ? parts.at(1) : QString();
}

QStringList wrongArrows(const Source& source)
{
    static const QRegularExpression include(
        u"^\\s*#\\s*include\\s*\"([a-z]+)/[^\"]+\""_qs, QRegularExpression::MultilineOption);
    const QString room = roomOf(source.path);
    QStringList wrong;
    auto found = include.globalMatch(source.text);
    while (found.hasNext()) {
        const QString target = found.next().captured(1);
        if (target != room && arrows().contains(target) && !arrows().value(room).contains(target))
            wrong.append(source.path + u" -> "_qs + target);
    }
    return wrong;
}

/// The text without comments and string contents, so that a rule may be named where it is explained.
QString codeOf(const QString& text)
{
    static const QRegularExpression noise(
        u"//[^\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\\n])*\""_qs, QRegularExpression::DotMatchesEverythingOption);
    return QString(text).replace(noise, u"\"\""_qs);
}

QStringList mentions(const Source& source, const QString& pattern)
{
    QStringList found;
    auto matches = QRegularExpression(pattern).globalMatch(codeOf(source.text));
    while (matches.hasNext())
        found.append(source.path + u": "_qs + matches.next().captured());
    return found;
}

const QString nestedLoop = u"\\bQEventLoop\\b|\\bprocessEvents\\b|(?:\\.|->)exec\\s*\\(\\s*\\)|"
                           "\\bwaitFor(?:Finished|ReadyRead|Connected|Disconnected|BytesWritten|Started)\\b"_qs;

} // namespace

class HouseRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheSources() { QVERIFY(sources().size() > 20); }

    void noticesAnArrowTheOtherWay()
    {
        QCOMPARE(wrongArrows({ u"app/net/x.cpp"_qs, u"#include \"api/reply.h\"\n"_qs }).size(), 1);
        QCOMPARE(wrongArrows({ u"app/store/x.cpp"_qs, u"  # include \"ui/theme.h\"\n"_qs }).size(), 1);
        QCOMPARE(wrongArrows({ u"ui/x.cpp"_qs, u"#include \"practice/faults.h\"\n"_qs }).size(), 1);
        QCOMPARE(wrongArrows({ u"app/api/x.cpp"_qs, u"#include \"net/command.h\"\n#include <QUrl>\n"_qs }).size(), 0);
        QCOMPARE(wrongArrows({ u"app/start/main.cpp"_qs, u"#include \"practice/faults.h\"\n"_qs }).size(), 0);
    }

    void noticesANestedLoopButNotItsName()
    {
        QCOMPARE(mentions({ u"ui/x.cpp"_qs, u"dialog.exec();"_qs }, nestedLoop).size(), 1);
        QCOMPARE(mentions({ u"ui/x.cpp"_qs, u"QEventLoop loop; // waits"_qs }, nestedLoop).size(), 1);
        QCOMPARE(
            mentions({ u"ui/x.cpp"_qs, u"// never a QEventLoop\nf(\"processEvents\");"_qs }, nestedLoop).size(), 0);
    }

    void everyRoomIncludesOnlyWhatItMay()
    {
        QStringList wrong;
        for (const Source& source : sources())
            wrong += wrongArrows(source);
        QCOMPARE(wrong.join(u'\n'), QString());
    }

    void everyRoomIsKnown()
    {
        QStringList unknown;
        for (const Source& source : sources()) {
            if (!arrows().contains(roomOf(source.path)))
                unknown.append(source.path);
        }
        QCOMPARE(unknown.join(u'\n'), QString());
    }

    void theCoreHasNoWidgetsAndNoTranslations()
    {
        QStringList wrong;
        for (const Source& source : sources()) {
            if (roomOf(source.path) != u"ui" && roomOf(source.path) != u"start")
                wrong += mentions(
                    source, u"\\bQ(?:Widget|Application|Dialog|MessageBox)\\b|\\btr\\s*\\(|::translate\\s*\\("_qs);
        }
        QCOMPARE(wrong.join(u'\n'), QString());
    }

    // Four hundred is a feeling for size; a file that tells one story may be a little longer.
    void noFileIsMuchLongerThanFourHundredLines()
    {
        QStringList tooLong;
        for (const Source& source : sources()) {
            if (source.text.count(u'\n') > 450)
                tooLong.append(source.path);
        }
        QCOMPARE(tooLong.join(u'\n'), QString());
    }

    // SQL statements are executed by QSqlQuery::exec(), so .exec() counts only where no query is in sight.
    void nothingRunsANestedEventLoop()
    {
        QStringList nested;
        for (const Source& source : sources()) {
            if (source.path == u"app/start/main.cpp")
                continue;
            const bool hasSql = source.text.contains(u"QSqlQuery"_qs);
            for (const QString& mention : mentions(source, nestedLoop)) {
                if (!hasSql || !mention.contains(u"exec"_qs))
                    nested.append(mention);
            }
        }
        QCOMPARE(nested.join(u'\n'), QString());
    }

    // The practice service is a server and asks its clients for no certificate, so VerifyNone is right there alone.
    void noCertificateFaultIsIgnored()
    {
        QStringList ignored;
        for (const Source& source : sources()) {
            ignored += mentions(source, u"ignoreSslErrors"_qs);
            if (roomOf(source.path) != u"practice")
                ignored += mentions(source, u"\\b(?:VerifyNone|QueryPeer)\\b"_qs);
        }
        QCOMPARE(ignored.join(u'\n'), QString());
    }

    void nothingIsLeftForLater()
    {
        static const QRegularExpression later(u"\\b(?:TODO|FIXME|XXX)\\b"_qs);
        QStringList left;
        for (const Source& source : sources()) {
            if (later.match(source.text).hasMatch())
                left.append(source.path);
        }
        QCOMPARE(left.join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(HouseRulesTest)
#include "tst_houserules.moc"
