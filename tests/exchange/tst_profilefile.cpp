// Profiles as a file for a colleague: what is written reads back, no secret is ever in it, everything else is refused.
#include "exchange/profilefile.h"

#include <QTest>

using namespace pushbrake;
using Kind = ProfileFileFault::Kind;

class ProfileFileTest : public QObject
{
    Q_OBJECT

    static Profile shop()
    {
        return { QStringLiteral("id-1"), QStringLiteral("商店 \"A\" <b>"), Region::OtherHost,
            QStringLiteral("push.example.com:8443"), 4'294'967'295U, QStringLiteral("administrator"),
            CredentialKind::UserSig, false, ProfileColour::Turquoise };
    }
    static Profile club()
    {
        return { QStringLiteral("id-2"), QStringLiteral("Club"), Region::Seoul, QString(), 1'400'000'001,
            QStringLiteral("admin"), CredentialKind::SecretKey, true, ProfileColour::Grey };
    }

private Q_SLOTS:
    void readsBackWhatItWroteWithoutTheIds()
    {
        const auto read = readProfileFile(writeProfileFile({ shop(), club() }));
        QVERIFY(read);
        QList<Profile> expected { shop(), club() };
        for (Profile& profile : expected)
            profile.id.clear();
        QVERIFY(*read == expected);
    }

    void leavesPracticeOut()
    {
        Profile practice = club();
        practice.region = Region::Practice;
        const auto read = readProfileFile(writeProfileFile({ practice }));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Kind::Empty);
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("entry");
        const QByteArray sound = writeProfileFile({ club(), shop() });
        const auto row = [&](const char* name, const char* from, const QByteArray& to, Kind kind, int entry) {
            QVERIFY2(sound.contains(from), from);
            QTest::newRow(name) << QByteArray(sound).replace(from, to) << kind << entry;
        };
        QTest::newRow("nothing") << QByteArray() << Kind::NotJson << 0;
        QTest::newRow("cut") << sound.left(sound.size() / 2) << Kind::NotJson << 0;
        QTest::newRow("too long") << QByteArray(mostFileBytes + 1, ' ') << Kind::TooLarge << 0;
        QTest::newRow("a list") << QByteArray("[]") << Kind::NotProfiles << 0;
        row("another format", "pushbrake profiles", "bookmarks", Kind::NotProfiles, 0);
        row("newer", "\"version\": 1", "\"version\": 2", Kind::Newer, 0);
        row("version a text", "\"version\": 1", "\"version\": \"1\"", Kind::NotProfiles, 0);
        row("another field above", "\"version\": 1", "\"version\": 1, \"x\": 1", Kind::NotProfiles, 0);
        row("a secret", "\"name\": \"Club\"", "\"name\": \"Club\", \"secret\": \"s\"", Kind::Fields, 1);
        row("a field missing", "\"colour\": \"grey\",", "", Kind::Fields, 1);
        row("a field twice", "\"name\": \"Club\"", "\"name\": \"Club\", \"name\": \"Pub\"", Kind::NotJson, 0);
        row("name empty", "\"Club\"", "\" \"", Kind::Name, 1);
        row("name a number", "\"Club\"", "7", Kind::Name, 1);
        row("name 10,000", "Club", QByteArray(10'000, 'x'), Kind::Name, 1);
        row("name with NUL", "Club", "a\\u0000b", Kind::Name, 1);
        row("name with bidi", "Club", "a\\u202eb", Kind::Name, 1);
        row("region", "\"seoul\"", "\"mars\"", Kind::Region, 1);
        row("practice", "\"seoul\"", "\"practice\"", Kind::Region, 1);
        row("host with path", "push.example.com:8443", "push.example.com/x", Kind::Host, 2);
        row("host an address", "push.example.com:8443", "127.0.0.1", Kind::Host, 2);
        row("host of a region", "\"other\"", "\"china\"", Kind::Host, 2);
        row("app 0", "1400000001", "0", Kind::SdkAppId, 1);
        row("app 2^32", "4294967295", "4294967296", Kind::SdkAppId, 2);
        row("app a text", "1400000001", "\"1400000001\"", Kind::SdkAppId, 1);
        row("identifier", "\"admin\"", "\"" + QByteArray(33, 'a') + "\"", Kind::Identifier, 1);
        row("identifier foreign", "\"admin\"", "\"\xc3\xa9\"", Kind::Identifier, 1);
        row("credential", "\"key\"", "\"password\"", Kind::Credential, 1);
        row("mark", "\"real users\"", "true", Kind::Mark, 1);
        row("colour", "\"grey\"", "\"plaid\"", Kind::Colour, 1);
        QTest::newRow("twice") << writeProfileFile({ club(), club() }) << Kind::Repeated << 2;
    }
    void refusesEverythingElse()
    {
        QFETCH(QByteArray, text);
        QFETCH(Kind, kind);
        QFETCH(int, entry);
        const auto read = readProfileFile(text);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, kind);
        QCOMPARE(read.error().entry, entry);
    }

    void tidiesNames()
    {
        const QByteArray sound = writeProfileFile({ club() });
        for (const QByteArray written : { " Club\t", "\\u2066Club\\u2069", "\\u200bClub\\u200b", "\\u3164Club\\u3164",
                 "\\u2800\\u00a0Club\\u3000", "Cl\\u200bub\\u2060", "\\u200fClub\\ufeff", "\\u115fClub\\uffa0" }) {
            const auto read
                = readProfileFile(QByteArray(sound).replace("Club", QByteArray(written).replace('\t', "\\t")));
            QVERIFY2(read, written.constData());
            QCOMPARE(read->first().name, QStringLiteral("Club"));
        }
        const auto within = readProfileFile(QByteArray(sound).replace("Club", "Night\\u3164Club"));
        QCOMPARE(within->first().name, QStringLiteral("Night Club"));
        for (const char* nothing : { "\\u3164", "\\u2800\\u2800", "\\u200b", "\\u2066\\u2069", "\\u200d" }) {
            const auto read = readProfileFile(QByteArray(sound).replace("Club", nothing));
            QVERIFY2(!read && read.error().kind == Kind::Name, nothing);
        }
    }

    void knowsNamesThatLookAlike()
    {
        const QString name = QStringLiteral("Shop SG");
        for (const QString& other : { QStringLiteral("shop sg"), QStringLiteral(" Shop  SG"),
                 QStringLiteral("Shop\u3164SG"), QStringLiteral("Ｓｈｏｐ SG"), QStringLiteral("Shop\u00a0SG\u200b") })
            QVERIFY2(looksAlike(name, other), qPrintable(other));
        QVERIFY(!looksAlike(name, QStringLiteral("Shop SH")));
    }

    void knowsTheSameAccountUnderAnotherName()
    {
        Profile other = shop();
        other.name = QStringLiteral("Other");
        other.otherHost = QStringLiteral("PUSH.example.com:8443");
        QVERIFY(sameAccount(shop(), other));
        other.identifier = QStringLiteral("admin2");
        QVERIFY(!sameAccount(shop(), other));
    }
};

QTEST_GUILESS_MAIN(ProfileFileTest)
#include "tst_profilefile.moc"
