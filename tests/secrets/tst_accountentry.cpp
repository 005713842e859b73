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
        account.secret = Secret(QByteArray(secretBytes, 's'));
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
        QCOMPARE(account->secret.reveal(), sample().secret.reveal());
        QVERIFY(!entry->contains("id-1")); // the key of the entry says which profile it is
    }

    void readsAnImportedProfileThatWaitsForItsSecret()
    {
        Account account = sample();
        account.secret.wipe();
        const auto read = accountFromEntry(QStringLiteral("id-1"), *accountToEntry(account));
        QVERIFY(read);
        QVERIFY(read->profile == sample().profile);
        QVERIFY(read->secret.isEmpty());
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

    void callsEverythingElseDamaged_data()
    {
        QTest::addColumn<QByteArray>("entry");
        const QByteArray sound = *accountToEntry(sample());
        const auto changed = [&](const char* from, const char* to) { return QByteArray(sound).replace(from, to); };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << sound.left(sound.size() - 1);
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("trailing") << sound + "x";
        QTest::newRow("version") << changed("\"v\":1", "\"v\":2");
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
