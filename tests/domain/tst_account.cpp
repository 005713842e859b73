// A secret is given out for the host, SDKAppID and identifier that it was entered for, and for nothing else.
#include "domain/profile.h"

#include <QTest>

using namespace pushbrake;

class AccountTest : public QObject
{
    Q_OBJECT

    static Profile shop()
    {
        Profile made;
        made.region = Region::OtherHost;
        made.otherHost = QStringLiteral("push.example.com");
        made.sdkAppId = 1'400'000'001;
        made.identifier = QStringLiteral("admin");
        return made;
    }

private Q_SLOTS:
    void givesItsSecretForNobodyElse_data()
    {
        QTest::addColumn<QString>("changed");
        for (const char* field : { "host", "region", "port", "number", "identifier" })
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void givesItsSecretForNobodyElse()
    {
        QFETCH(QString, changed);
        Account account(shop(), Secret(QByteArray("hush")));
        QCOMPARE(account.secret().reveal(), QByteArray("hush"));
        if (changed == QLatin1String("host"))
            account.profile.otherHost = QStringLiteral("push.example.org");
        else if (changed == QLatin1String("region"))
            account.profile.region = Region::Seoul;
        else if (changed == QLatin1String("port"))
            account.profile.otherHost += QStringLiteral(":8443");
        else if (changed == QLatin1String("number"))
            ++account.profile.sdkAppId;
        else
            account.profile.identifier = QStringLiteral("admin2");
        QVERIFY(account.secret().isEmpty());
        QVERIFY(account.isSecretOfAnother());
        QVERIFY(account.duplicate().secret().isEmpty());
        const Account moved = std::move(account);
        QVERIFY(moved.secret().isEmpty());
    }

    void givesItAgainForTheOneItWasEnteredFor()
    {
        Account account(shop(), Secret(QByteArray("hush")));
        ++account.profile.sdkAppId;
        --account.profile.sdkAppId;
        account.profile.name = QStringLiteral("Another name");
        account.profile.kind = CredentialKind::UserSig;
        account.profile.otherHost = QStringLiteral("PUSH.example.com:443"); // the same host
        QCOMPARE(account.secret().reveal(), QByteArray("hush"));
        QCOMPARE(account.duplicate().secret().reveal(), QByteArray("hush"));
    }

    void takesAnotherThatIsEnteredForIt()
    {
        Account account(shop(), Secret(QByteArray("hush")));
        account.profile.region = Region::Seoul;
        account.enter(Secret(QByteArray("word")));
        QCOMPARE(account.secret().reveal(), QByteArray("word"));
        QVERIFY(!account.isSecretOfAnother());
        QVERIFY(!Account().isSecretOfAnother());
    }

    void keepsWhatAStoreSaysOfIt()
    {
        const Account account(shop(), Secret(QByteArray("hush")), { QStringLiteral("push.example.org/1/admin") });
        QVERIFY(account.isSecretOfAnother());
        QVERIFY(account.secret().isEmpty());
    }
};

QTEST_GUILESS_MAIN(AccountTest)
#include "tst_account.moc"
