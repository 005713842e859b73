// Reads the program's own sources and fails where the house rules are broken: arrows between rooms, circles inside one,
// long files, nested event loops, certificates waved through.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

struct Source
{
    QString path; ///< below the root, "app/net/command.h"
    QString text;
};

// Which rooms each room may include besides itself. A room of ui/ is named with its house ("ui/tasks"), the console is
// "ui".
const QMap<QString, QStringList>& arrows()
{
    static const QStringList core { u"cancel"_qs, u"check"_qs, u"exchange"_qs, u"evidence"_qs, u"api"_qs, u"store"_qs,
        u"secrets"_qs, u"domain"_qs };
    static const QStringList forAll { u"ui/window"_qs, u"ui/parts"_qs, u"ui/words"_qs, u"ui/look"_qs };
    static const QStringList topics { u"ui/tasks"_qs, u"ui/runs"_qs, u"ui/apps"_qs, u"ui/help"_qs, u"ui/history"_qs,
        u"ui/checks"_qs };
    static const QMap<QString, QStringList> map {
        { u"domain"_qs, {} },
        { u"net"_qs, { u"domain"_qs } },
        { u"api"_qs, { u"net"_qs, u"domain"_qs } },
        { u"secrets"_qs, { u"api"_qs, u"domain"_qs } },
        { u"store"_qs, { u"domain"_qs } },
        { u"cancel"_qs, { u"api"_qs, u"store"_qs, u"secrets"_qs, u"net"_qs, u"domain"_qs } },
        { u"check"_qs, { u"api"_qs, u"net"_qs, u"domain"_qs } },
        { u"exchange"_qs, { u"api"_qs, u"domain"_qs } },
        { u"evidence"_qs, { u"exchange"_qs, u"store"_qs, u"api"_qs, u"domain"_qs } },
        { u"practice"_qs, { u"api"_qs, u"net"_qs, u"domain"_qs } },
        { u"ui/look"_qs, core },
        { u"ui/words"_qs, core + QStringList { u"ui/look"_qs } },
        { u"ui/parts"_qs, core + QStringList { u"ui/words"_qs, u"ui/look"_qs } },
        { u"ui/window"_qs, { u"ui/parts"_qs, u"ui/words"_qs, u"ui/look"_qs } },
        { u"ui/imports"_qs, core + forAll },
        { u"ui/tasks"_qs, core + forAll + QStringList { u"ui/imports"_qs } },
        { u"ui/runs"_qs, core + forAll + QStringList { u"ui/tasks"_qs } },
        { u"ui/apps"_qs, core + forAll },
        { u"ui/history"_qs, core + forAll },
        { u"ui/checks"_qs, core + forAll },
        { u"ui/help"_qs, QStringList { u"store"_qs, u"secrets"_qs, u"domain"_qs } + forAll },
        { u"ui"_qs, core + forAll + topics },
        { u"start"_qs, core + forAll + topics + QStringList { u"ui"_qs, u"practice"_qs, u"net"_qs } },
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

/// "net" for app/net/..., "ui/tasks" for ui/tasks/..., "ui" for the console; empty for what lies in no room.
QString roomOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    if (parts.first() != u"ui")
        return parts.size() > 2 ? parts.at(1) : QString();
    if (parts.size() > 2)
        return u"ui/"_qs + parts.at(1);
    return parts.last().startsWith(u"console."_qs) ? u"ui"_qs : QString();
}

bool isOfUi(const QString& room)
{
    return room == u"ui" || room.startsWith(u"ui/"_qs);
}

QStringList wrongArrows(const Source& source)
{
    static const QRegularExpression include(
        u"^\\s*#\\s*include\\s*\"((?:ui/)?[a-z]+)(?:/|\\.h)[^\"]*\""_qs, QRegularExpression::MultilineOption);
    const QString room = roomOf(source.path);
    QStringList wrong;
    auto found = include.globalMatch(source.text);
    while (found.hasNext()) {
        QString target = found.next().captured(1);
        if (target == u"ui/console")
            target = u"ui"_qs;
        if (target != room && !arrows().value(room).contains(target))
            wrong.append(source.path + u" -> "_qs + target);
    }
    return wrong;
}

/// A header and its .cpp are one: "ui/look/theme" for ui/look/theme.h, "net/command" for app/net/command.cpp.
QString unitOf(const QString& path)
{
    const QString unit = path.left(path.lastIndexOf(u'.'));
    return unit.startsWith(u"app/"_qs) ? unit.sliced(4) : unit;
}

/// The units that need each other in a circle, by includes inside their room.
QStringList circles(const QList<Source>& all)
{
    static const QRegularExpression include(
        u"^\\s*#\\s*include\\s*\"([^\"]+)\\.h\""_qs, QRegularExpression::MultilineOption);
    QMap<QString, QSet<QString>> needs;
    for (const Source& source : all) {
        const QString unit = unitOf(source.path);
        auto found = include.globalMatch(source.text);
        while (found.hasNext()) {
            const QString needed = found.next().captured(1);
            if (needed != unit && needed.section(u'/', 0, -2) == unit.section(u'/', 0, -2))
                needs[unit].insert(needed);
        }
    }
    QStringList inCircles;
    for (const QString& unit : needs.keys()) {
        QSet<QString> reached;
        QStringList open = needs.value(unit).values();
        while (!open.isEmpty()) {
            const QString next = open.takeLast();
            if (reached.contains(next))
                continue;
            reached.insert(next);
            open += needs.value(next).values();
        }
        if (reached.contains(unit))
            inCircles.append(unit);
    }
    return inCircles;
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
        // What checks only looks: nothing that cancels is within its reach.
        QCOMPARE(wrongArrows({ u"app/check/x.cpp"_qs, u"#include \"cancel/cancelrun.h\"\n"_qs }).size(), 1);
        QCOMPARE(wrongArrows({ u"ui/tasks/x.cpp"_qs, u"#include \"practice/faults.h\"\n"_qs }).size(), 1);
        QCOMPARE(wrongArrows({ u"ui/tasks/x.cpp"_qs, u"#include \"ui/runs/runbar.h\"\n"_qs }).size(), 1);
        QCOMPARE(wrongArrows({ u"ui/runs/x.cpp"_qs, u"#include \"ui/tasks/taskpage.h\"\n"_qs }).size(), 0);
        QCOMPARE(wrongArrows({ u"ui/apps/x.cpp"_qs, u"#include \"ui/console.h\"\n"_qs }).size(), 1);
        QCOMPARE(wrongArrows({ u"ui/window/x.cpp"_qs, u"#include \"domain/task.h\"\n"_qs }).size(), 1);
        QCOMPARE(wrongArrows({ u"ui/help/x.cpp"_qs, u"#include \"ui/runs/runbar.h\"\n"_qs }).size(), 1);
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

    void noticesACircle()
    {
        const Source first { u"ui/look/x.cpp"_qs, u"#include \"ui/look/y.h\"\n"_qs };
        QCOMPARE(circles({ first, { u"ui/look/y.h"_qs, u"#include \"ui/look/z.h\"\n"_qs } }).size(), 0);
        QCOMPARE(circles({ first, { u"ui/look/y.h"_qs, u"#include \"ui/look/x.h\"\n"_qs } }),
            QStringList({ u"ui/look/x"_qs, u"ui/look/y"_qs }));
        QCOMPARE(circles({ { u"app/net/x.cpp"_qs, u"#include \"net/x.h\"\n"_qs } }).size(), 0);
    }

    void noFilesOfARoomNeedEachOtherInACircle() { QCOMPARE(circles(sources()).join(u'\n'), QString()); }

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
            if (!isOfUi(roomOf(source.path)) && roomOf(source.path) != u"start")
                wrong += mentions(
                    source, u"\\bQ(?:Widget|Application|Dialog|MessageBox)\\b|\\btr\\s*\\(|::translate\\s*\\("_qs);
        }
        QCOMPARE(wrong.join(u'\n'), QString());
    }

    void noFileIsLongerThanFourHundredLines()
    {
        QStringList tooLong;
        for (const Source& source : sources()) {
            if (source.text.count(u'\n') > 400)
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

    void theShellKnowsNoTopic()
    {
        static const QRegularExpression topic(
            u"task|profile|(?<!q)push(?!brake|button)|\\bruns?\\b"_qs, QRegularExpression::CaseInsensitiveOption);
        QStringList wrong;
        for (const Source& source : sources()) {
            if (roomOf(source.path) != u"ui/window" || !source.path.endsWith(u".h"_qs))
                continue;
            if (const auto found = topic.match(source.text); found.hasMatch())
                wrong.append(source.path + u": "_qs + found.captured());
        }
        QCOMPARE(wrong.join(u'\n'), QString());
    }

    // Parts that look for each other, or are filled in from outside, cannot be followed.
    void wiringCanBeFollowed()
    {
        QStringList wrong;
        for (const Source& source : sources()) {
            if (isOfUi(roomOf(source.path)) || roomOf(source.path) == u"start")
                wrong += mentions(source, u"\\bfindChild\\b"_qs);
            if (source.path.endsWith(u".h"_qs))
                wrong += mentions(source, u"\\bstd::(?:move_only_)?function<[^;]*> on[A-Z]\\w*;"_qs);
            wrong += mentions(source, u"\\w+Wished\\b"_qs);
        }
        QCOMPARE(wrong.join(u'\n'), QString());
    }

    void linesAreAtMostAHundredAndTwentyCharacters()
    {
        QStringList wrong;
        for (const Source& source : sources()) {
            int number = 0;
            for (const QString& line : source.text.split(u'\n')) {
                ++number;
                if (line.size() > 120)
                    wrong.append(u"%1:%2"_qs.arg(source.path).arg(number));
            }
        }
        QCOMPARE(wrong.join(u'\n'), QString());
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
