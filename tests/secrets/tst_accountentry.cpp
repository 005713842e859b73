#include "secrets/accountentry.h"

#include <QTest>

using namespace pushbrake;

class AccountEntryTest : public QObject
{
    Q_OBJECT

    static Account sample(int secretBytes = 64)
    {
        Account account;
        account.profile = { QStringLiteral("id-1"), QStringLiteral("商店 \"A\""), Region::OtherHost,
            QStringLiteral("push.example:8443"), 4'294'967'295U, QStringLiteral("administrator"),
            CredentialKind::UserSig, false };
        account.enter(Secret(QByteArray(secretBytes, 's')));
        return account;
    }

private Q_SLOTS:
    void readsBackWhatItWrote()
    {
        const auto entry = accountToEntry(sample());
        QVERIFY(entry);
        const auto account = accountFromEntry(QStringLiteral("id-1"), *entry);
        QVERIFY(account);
        QVERIFY(account->profile == sample().profile);
        QCOMPARE(account->secret().reveal(), sample().secret().reveal());
        QVERIFY(!entry->contains("id-1")); // the key of the entry says which profile it is
    }

    void readsAnImportedProfileThatWaitsForItsSecret()
    {
        Account account = sample();
        account.enter({});
        const auto read = accountFromEntry(QStringLiteral("id-1"), *accountToEntry(account));
        QVERIFY(read);
        QVERIFY(read->profile == sample().profile);
        QVERIFY(read->secret().isEmpty());
    }

    // Saving reads back and compares: what the entry does not hold would make every save fail.
    void holdsEveryColour()
    {
        for (const ProfileColour colour : profileColours) {
            Account account = sample();
            account.profile.colour = colour;
            const auto read = accountFromEntry(QStringLiteral("id-1"), *accountToEntry(account));
            QVERIFY(read);
            QVERIFY(read->profile == account.profile);
        }
    }

    void readsAnEntryFromBeforeThereWereColours()
    {
        QByteArray entry = *accountToEntry(sample());
        QVERIFY(entry.contains("\"colour\":\"blue\","));
        entry.replace("\"colour\":\"blue\",", "");
        const auto read = accountFromEntry(QStringLiteral("id-1"), entry);
        QVERIFY(read);
        QCOMPARE(read->profile.colour, ProfileColour::Blue);
    }

    void takesExactly2400BytesAndNotOneMore()
    {
        const int rest = mostEntryBytes - int(accountToEntry(sample(1))->size()) + 1;
        const auto full = accountToEntry(sample(rest));
        QVERIFY(full);
        QCOMPARE(full->size(), qsizetype(2400));
        const auto over = accountToEntry(sample(rest + 1));
        QVERIFY(!over);
        QCOMPARE(over.error(), StoreFault::TooLarge);
    }

    void aSecretStaysWithWhomItWasEnteredFor_data()
    {
        QTest::addColumn<QByteArray>("entry");
        const QByteArray sound = *accountToEntry(sample());
        const auto changed = [&](const char* from, const char* to) {
            const qsizetype at = sound.lastIndexOf(from);
            return QByteArray(sound).replace(at, qsizetype(strlen(from)), to);
        };
        QTest::newRow("host") << changed("\"host\":\"push.example:8443\"", "\"host\":\"push.example.org\"");
        QTest::newRow("number") << changed("\"sdkappid\":4294967295", "\"sdkappid\":7");
        QTest::newRow("identifier") << changed("\"identifier\":\"administrator\"", "\"identifier\":\"root\"");
        QTest::newRow("region")
            << changed("\"other\"", "\"seoul\"").replace("\"host\":\"push.example:8443\"", "\"host\":\"\"");
        QTest::newRow("nobody") << changed("\"for\":\"push.example:8443/4294967295/administrator\"", "\"for\":\"\"");
    }
    void aSecretStaysWithWhomItWasEnteredFor()
    {
        QFETCH(QByteArray, entry);
        const auto account = accountFromEntry(QStringLiteral("id-1"), entry);
        QVERIFY(account);
        QVERIFY(account->isSecretOfAnother());
        QVERIFY(account->secret().isEmpty());
        QVERIFY(!accountToEntry(*account)->contains("ssss")); // nor is it passed on
    }

    void takesAnEntryFromBeforeForWhomItNames()
    {
        QByteArray entry = *accountToEntry(sample());
        QVERIFY(saysWhomItsSecretIsFor(entry));
        entry.replace("\"for\":\"push.example:8443/4294967295/administrator\",", "");
        QVERIFY(!saysWhomItsSecretIsFor(entry));
        const auto account = accountFromEntry(QStringLiteral("id-1"), entry);
        QVERIFY(account);
        QCOMPARE(account->secret().reveal(), sample().secret().reveal());
    }

    void knowsWhatANewerVersionWrote()
    {
        for (const QByteArray& entry : { QByteArray(*accountToEntry(sample())).replace("\"v\":1", "\"v\":2"),
                 QByteArray("{\"v\":7}"), QByteArray("{\"v\":2,\"much\":\"" + QByteArray(5000, 'x') + "\"}") }) {
            const auto account = accountFromEntry(QStringLiteral("id-1"), entry);
            QVERIFY(!account);
            QCOMPARE(account.error(), StoreFault::Newer);
        }
    }

    void callsEverythingElseDamaged_data()
    {
        QTest::addColumn<QByteArray>("entry");
        const QByteArray sound = *accountToEntry(sample());
        const auto changed = [&](const char* from, const char* to) { return QByteArray(sound).replace(from, to); };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << sound.left(sound.size() - 1);
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("trailing") << sound + "x";
        QTest::newRow("version 0") << changed("\"v\":1", "\"v\":0");
        QTest::newRow("version a text") << changed("\"v\":1", "\"v\":\"2\"");
        QTest::newRow("a field too many") << changed("\"v\":1", "\"v\":1,\"x\":1");
        QTest::newRow("a field twice") << changed("\"v\":1", "\"v\":1,\"host\":\"push.example:8443\"");
        QTest::newRow("practice with a host") << changed("\"other\"", "\"practice\"");
        QTest::newRow("practice") << changed("\"other\"", "\"practice\"").replace("\"push.example:8443\"", "\"\"");
        QTest::newRow("host of a region") << changed("\"other\"", "\"china\"");
        QTest::newRow("host an address") << changed("\"push.example:8443\"", "\"127.0.0.1:1\"");
        QTest::newRow("host with a path") << changed("\"push.example:8443\"", "\"push.example/x\"");
        QTest::newRow("host a number") << changed("\"push.example:8443\"", "1");
        QTest::newRow("name empty") << changed("\"商店 \\\"A\\\"\"", "\" \"");
        QTest::newRow("name with bidi") << changed("商店", "a\\u202eb");
        QTest::newRow("identifier") << changed("\"identifier\":\"administrator\"", "\"identifier\":\"ad min\"");
        QTest::newRow("secret with a line end") << changed("ssssssss\"", "sssssss\\n\"");
        QTest::newRow("secret not ASCII") << changed("ssssssss\"", "sssssss\xc3\xa9\"");
        QTest::newRow("region") << changed("\"other\"", "\"mars\"");
        QTest::newRow("app 0") << changed("4294967295", "0");
        QTest::newRow("app too large") << changed("4294967295", "4294967296");
        QTest::newRow("app text") << changed("4294967295", "\"1\"");
        QTest::newRow("colour") << changed("\"colour\":\"blue\"", "\"colour\":\"plaid\"");
        QTest::newRow("kind") << changed("\"kind\":\"usersig\"", "\"kind\":\"x\"");
        QTest::newRow("real") << changed("\"real\":false", "\"real\":0");
        QTest::newRow("name") << changed("\"name\"", "\"nome\"");
        QTest::newRow("secret missing") << changed("\"secret\"", "\"sekret\"");
        QTest::newRow("secret a number") << changed(("\"" + QByteArray(64, 's') + "\"").constData(), "1");
    }
    void callsEverythingElseDamaged()
    {
        QFETCH(QByteArray, entry);
        QVERIFY(entry != *accountToEntry(sample()));
        const auto account = accountFromEntry(QStringLiteral("id-1"), entry);
        QVERIFY(!account);
        QCOMPARE(account.error(), StoreFault::Damaged);
    }
};

QTEST_GUILESS_MAIN(AccountEntryTest)
#include "tst_accountentry.moc"
