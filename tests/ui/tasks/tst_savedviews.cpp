// What a saved view keeps, and what becomes of one that cannot be read.
#include "ui/tasks/savedviews.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;

namespace {

const AppKey shop { QStringLiteral("adminapisgp.im.qcloud.com/1400000001") };
const QString shopKey = QStringLiteral("views/adminapisgp.im.qcloud.com%2F1400000001");

SavedView view(const QString& name)
{
    SavedView made;
    made.name = name;
    made.by.typed = QStringLiteral("sale \"50%\", März; 夏");
    made.by.status = StatusChoice::NeedsLook;
    made.by.audience = Audience::User;
    made.by.time = TimeChoice::Between;
    made.by.between = { 1'780'000'000'001, 9'007'199'254'740'993 };
    made.by.result = ResultChoice::KeptScheduled;
    made.order = { { taskcells::Status, Qt::DescendingOrder }, { taskcells::Push }, { taskcells::GoesOut } };
    return made;
}

QStringList names(const SavedViews& views)
{
    QStringList names;
    for (const SavedView& one : views.all())
        names << one.name;
    return names;
}

/// A whole view with one of its values changed; null: without it.
QString changed(const char* key, const QJsonValue& value)
{
    QJsonObject object = QJsonDocument::fromJson(textOf(view(QStringLiteral("A"))).toUtf8()).object();
    if (value.isNull())
        object.remove(QLatin1StringView(key));
    else
        object[QLatin1StringView(key)] = value;
    return QString::fromUtf8(QJsonDocument(object).toJson());
}

} // namespace

class SavedViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChoiceIsKept()
    {
        SavedView one = view(QStringLiteral("Night & day"));
        QCOMPARE(savedViewOf(textOf(one)), std::optional(one));
        one.by = {};
        one.by.typed = QString(Narrowing::longestTyped, u'x');
        QCOMPARE(savedViewOf(textOf(one)), std::optional(one));
        one.by = {};
        one.order = { {} };
        for (int status = 0; status < statusChoiceCount; ++status) {
            one.by.status = StatusChoice(status);
            QCOMPARE(savedViewOf(textOf(one)), std::optional(one));
        }
        for (int result = 0; result < resultChoiceCount; ++result) {
            one.by.result = ResultChoice(result);
            QCOMPARE(savedViewOf(textOf(one)), std::optional(one));
        }
        for (int time = 0; time <= int(TimeChoice::NotKnown); ++time) {
            one.by.time = TimeChoice(time);
            one.by.between = one.by.time == TimeChoice::Between ? TimeSpan { 5, 6 } : TimeSpan();
            QCOMPARE(savedViewOf(textOf(one)), std::optional(one));
        }
        for (const OriginChoice& origin : { OriginChoice { OriginChoice::Kind::Typed, {} },
                 OriginChoice { OriginChoice::Kind::Service, {} }, OriginChoice { OriginChoice::Kind::AnyFile, {} },
                 OriginChoice { OriginChoice::Kind::File, QStringLiteral("März \"1\".csv") },
                 OriginChoice { OriginChoice::Kind::NotKnown, {} } }) {
            one.by.origin = origin;
            QCOMPARE(savedViewOf(textOf(one)), std::optional(one));
        }
        one.by.origin = {};
        for (int column = 0; column < taskcells::ColumnCount; ++column) {
            one.order = { { column, Qt::DescendingOrder } };
            QCOMPARE(savedViewOf(textOf(one)), std::optional(one));
        }
    }

    void oneThatIsNotWholeIsNone_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
        row("nothing", {});
        row("no JSON", QStringLiteral("status=sent"));
        row("cut", textOf(view(QStringLiteral("A"))).chopped(5));
        row("a list", QStringLiteral("[1]"));
        row("a filter is missing", changed("result", {}));
        row("one more, of a later version", changed("colour", QStringLiteral("import")));
        row("an unknown origin", changed("origin", QStringLiteral("import")));
        row("a file without an origin", changed("file", QStringLiteral("a.csv")));
        row("an unknown status", changed("status", QStringLiteral("lost")));
        row("a status by number", changed("status", 3));
        row("an unknown audience", changed("audience", QStringLiteral("tag")));
        row("no time", changed("from", QStringLiteral("now")));
        row("backwards", changed("until", QStringLiteral("5")));
        row("a stretch that is not chosen", changed("time", QStringLiteral("today")));
        row("no order", changed("order", QJsonValue(QJsonValue::Array)));
        row("no name", changed("name", QStringLiteral("  ")));
        row("a name without end", changed("name", QString(100'000, u'x')));
        row("words that no search has room for", changed("words", QString(Narrowing::longestTyped + 1, u'x')));
    }

    void oneThatIsNotWholeIsNone()
    {
        QFETCH(const QString, text);
        QVERIFY(!savedViewOf(text));
    }

    void anOriginThatCannotBeIsNone()
    {
        SavedView one = view(QStringLiteral("A"));
        one.by.origin = { OriginChoice::Kind::Typed, QStringLiteral("a.csv") };
        QVERIFY(!savedViewOf(textOf(one)));
        one.by.origin = { OriginChoice::Kind::File, {} };
        QVERIFY(!savedViewOf(textOf(one)));
        one.by.origin.file = QString(100'000, u'x');
        QVERIFY(!savedViewOf(textOf(one)));
    }

    void aViewOfAnEarlierVersionHasAnyOrigin()
    {
        const SavedView one = view(QStringLiteral("A"));
        QVERIFY(!textOf(one).contains(QStringLiteral("origin"))); // nor would that version read one
        QCOMPARE(savedViewOf(textOf(one))->by.origin, OriginChoice());
    }

    void anOrderThatCannotBeIsNone()
    {
        for (const char* words : { "goesOut,goesOut", "push,note", "id,status,utc,audience", "left", "" })
            QVERIFY2(!sortKeysOf(QString::fromLatin1(words).split(u',')), words);
        QCOMPARE(wordsOf(*sortKeysOf({ QStringLiteral("-note"), QStringLiteral("id") })),
            (QStringList { QStringLiteral("-note"), QStringLiteral("id") }));
    }

    void eachAppHasItsOwn()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("s.ini"));
        {
            QSettings settings(file, QSettings::IniFormat);
            SavedViews views(settings);
            views.open(shop);
            views.save(view(QStringLiteral("Night")));
            views.open(AppKey { QStringLiteral("practice") });
            QVERIFY(views.all().isEmpty());
            views.save(view(QStringLiteral("Day")));
            views.open({});
            views.save(view(QStringLiteral("Of no app")));
        }
        QSettings settings(file, QSettings::IniFormat);
        SavedViews views(settings);
        views.open(shop);
        QCOMPARE(views.all(), QList<SavedView> { view(QStringLiteral("Night")) });
        views.remove(QStringLiteral("night"));
        QVERIFY(views.all().isEmpty() && !settings.contains(shopKey));
        views.open(AppKey { QStringLiteral("practice") });
        QCOMPARE(names(views), QStringList { QStringLiteral("Day") });
    }

    void whatCannotBeReadIsLeftOutAndTheOthersStay()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        settings.setValue(shopKey,
            QStringList { textOf(view(QStringLiteral("A"))), QStringLiteral("{"), textOf(view(QStringLiteral("B"))),
                changed("status", QStringLiteral("lost")), textOf(view(QStringLiteral("a"))) });
        SavedViews views(settings);
        views.open(shop);
        QCOMPARE(names(views), (QStringList { QStringLiteral("A"), QStringLiteral("B") }));
        settings.setValue(shopKey, QByteArray("\xff\x00\x01", 3));
        views.open(shop);
        QVERIFY(views.all().isEmpty());
        settings.setValue(shopKey, QVariantMap { { QStringLiteral("a"), 1 } });
        views.open(shop);
        QVERIFY(views.all().isEmpty());
    }

    void aNameIsGivenOnce()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        SavedViews views(settings);
        views.open(shop);
        for (const char* name : { "A", "B", "C" })
            views.save(view(QString::fromLatin1(name)));
        SavedView other = view(QStringLiteral("b"));
        other.by = {};
        views.save(other);
        QCOMPARE(names(views), (QStringList { QStringLiteral("A"), QStringLiteral("b"), QStringLiteral("C") }));
        QCOMPARE(views.all().at(1), other);
        views.rename(QStringLiteral("C"), QStringLiteral("a"));
        QCOMPARE(names(views), (QStringList { QStringLiteral("b"), QStringLiteral("a") }));
        views.rename(QStringLiteral("b"), QStringLiteral("B"));
        views.rename(QStringLiteral("nobody"), QStringLiteral("x"));
        views.open(shop);
        QCOMPARE(names(views), (QStringList { QStringLiteral("B"), QStringLiteral("a") }));
    }
};

QTEST_GUILESS_MAIN(SavedViewsTest)
#include "tst_savedviews.moc"
