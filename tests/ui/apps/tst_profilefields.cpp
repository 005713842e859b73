// Bad input in every field of an account: a sentence under the field, Save disabled, nothing lost by accident. And what
// a pasted UserSig is told to be while it is typed.
#include "api/usersig.h"
#include "support/fakeclock.h"
#include "ui/apps/profiledialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

const QString soundKey = QStringLiteral("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");

struct Form
{
    Form()
    {
        edit("nameEdit")->setText(QStringLiteral("Shop"));
        edit("sdkAppIdEdit")->setText(QStringLiteral("1400000001"));
        edit("secretEdit")->setText(soundKey);
        dialog.open();
    }

    QLineEdit* edit(const char* name) { return dialog.findChild<QLineEdit*>(QString::fromLatin1(name)); }
    QPushButton* save() { return dialog.findChild<QPushButton*>(QStringLiteral("saveButton")); }
    QString below(const char* name)
    {
        const auto* label = dialog.findChild<QLabel*>(QString::fromLatin1(name) + QStringLiteral("Below"));
        return label->isVisible() ? label->text() : QString();
    }
    void otherHost()
    {
        auto* region = dialog.findChild<QComboBox*>(QStringLiteral("regionCombo"));
        region->setCurrentIndex(region->findData(int(Region::OtherHost)));
    }
    QString bySig(const QByteArray& signature)
    {
        dialog.findChild<QRadioButton*>(QStringLiteral("userSigRadio"))->setChecked(true);
        edit("secretEdit")->setText(QString::fromUtf8(signature));
        return below("secretEdit");
    }
    QByteArray sign(const char* identifier, quint32 sdkAppId, std::chrono::seconds lifetime) const
    {
        return signUserSig(
            QString::fromLatin1(identifier), sdkAppId, Secret(QByteArray("key")), clock.utcNow(), lifetime)
            .reveal();
    }

    FakeClock clock;
    ProfileDialog dialog { clock };
};

} // namespace

class TestProfileFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsFromAFormThatCanBeSaved()
    {
        Form form;
        QVERIFY(form.save()->isEnabled());
    }

    void staysAndTakesNoTypingWhileItIsSaved()
    {
        Form form;
        form.dialog.setSaving(true);
        QVERIFY(!form.edit("nameEdit")->isEnabled() && !form.save()->isEnabled());
        form.dialog.reject();
        QVERIFY(form.dialog.isVisible());
        form.dialog.setSaving(false);
        QVERIFY(form.edit("nameEdit")->isEnabled() && form.save()->isEnabled());
    }

    void saysNothingOfATestWhenItWasEditedSince()
    {
        Form form;
        const auto* message = form.dialog.findChild<QLabel*>(QStringLiteral("profileMessage"));
        auto* test = form.dialog.findChild<QPushButton*>(QStringLiteral("testButton"));
        test->click();
        form.edit("sdkAppIdEdit")->setText(QStringLiteral("1400000002"));
        form.dialog.testEnded(QStringLiteral("works"), {}, true);
        QVERIFY(!message->isVisible());
        test->click();
        form.dialog.testEnded(QStringLiteral("works"), {}, true);
        QVERIFY(message->isVisible());
    }

    void keepsNoSavedSignatureForAnotherAppOrAccount()
    {
        for (const char* field : { "sdkAppIdEdit", "identifierEdit" }) {
            Form form;
            Profile given;
            given.id = QStringLiteral("a");
            given.name = QStringLiteral("Shop");
            given.sdkAppId = 1400000001;
            given.identifier = QStringLiteral("administrator");
            given.kind = CredentialKind::UserSig;
            form.edit("secretEdit")->clear();
            form.dialog.setAccount(given);
            form.edit("nameEdit")->setText(QStringLiteral("Shop 2"));
            QVERIFY(form.save()->isEnabled());
            form.edit(field)->setText(QStringLiteral("1400000002"));
            QVERIFY(!form.save()->isEnabled());
            QVERIFY(form.below("secretEdit").contains(QStringLiteral("saved UserSig")));
        }
    }

    void asksForTheSecretAgainWhereItWouldGoElsewhere_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("why");
        QTest::newRow("region") << QStringLiteral("regionCombo") << QStringLiteral("entered for another host");
        QTest::newRow("host") << QStringLiteral("hostEdit") << QStringLiteral("entered for another host");
        QTest::newRow("number") << QStringLiteral("sdkAppIdEdit") << QStringLiteral("entered for another SDKAppID");
        QTest::newRow("account") << QStringLiteral("identifierEdit")
                                 << QStringLiteral("entered for another administrator account");
    }
    void asksForTheSecretAgainWhereItWouldGoElsewhere()
    {
        QFETCH(QString, field);
        QFETCH(QString, why);
        for (const SavedSecret saved : { SavedSecret::Kept, SavedSecret::None }) {
            Form form;
            form.edit("secretEdit")->clear();
            Profile given;
            given.id = QStringLiteral("a");
            given.name = QStringLiteral("Shop");
            given.region = Region::OtherHost;
            given.otherHost = QStringLiteral("push.example.com");
            given.sdkAppId = 1400000001;
            given.identifier = QStringLiteral("administrator");
            form.dialog.setAccount(given, saved);
            form.edit("secretEdit")->setText(soundKey);
            QVERIFY(form.save()->isEnabled());
            if (field == QLatin1String("regionCombo")) {
                auto* region = form.dialog.findChild<QComboBox*>(field);
                region->setCurrentIndex(region->findData(int(Region::Seoul)));
            } else {
                form.edit(qPrintable(field))
                    ->setText(field == QLatin1String("hostEdit") ? QStringLiteral("push.example.org")
                                                                 : QStringLiteral("1400000002"));
            }
            QVERIFY(form.edit("secretEdit")->text().isEmpty());
            QVERIFY2(form.below("secretEdit").contains(why), qPrintable(form.below("secretEdit")));
            QVERIFY(!form.save()->isEnabled());
            QVERIFY(!form.dialog.findChild<QPushButton*>(QStringLiteral("testButton"))->isEnabled());
            QVERIFY(form.dialog.account().secret().isEmpty());
            form.edit("secretEdit")->setText(soundKey);
            QVERIFY(form.save()->isEnabled());
            QVERIFY(!form.dialog.account().secret().isEmpty());
        }
    }

    void aNewAppIsTypedInAnyOrder()
    {
        Form form;
        form.edit("sdkAppIdEdit")->setText(QStringLiteral("1400000002"));
        form.otherHost();
        form.edit("hostEdit")->setText(QStringLiteral("push.example.org"));
        QCOMPARE(form.edit("secretEdit")->text(), soundKey);
        QVERIFY(form.save()->isEnabled());
    }

    void givesEachNewAppOneId()
    {
        Form form;
        const QString id = form.dialog.account().profile.id;
        QVERIFY(!id.isEmpty());
        QCOMPARE(form.dialog.account().profile.id, id);
        QVERIFY(Form().dialog.account().profile.id != id);
        form.dialog.makeNewApp(ProfileColour::Red);
        QVERIFY(form.dialog.account().profile.id != id);
    }

    void saysOfASlowKeychainThatTheSystemMayBeAsking()
    {
        Form form;
        form.dialog.setSaving(true);
        const auto* message = form.dialog.findChild<QLabel*>(QStringLiteral("profileMessage"));
        QVERIFY(!message->text().contains(QStringLiteral("password")));
        auto* close = form.dialog.findChild<QPushButton*>(QStringLiteral("closeButton"));
        QVERIFY(!close->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(QStringLiteral("password")), 5'000);
        QVERIFY(close->isEnabled() && !form.save()->isEnabled()); // the system's question may take as long as it likes
        close->click();
        QVERIFY(!form.dialog.isVisible());
    }

    void offersNoRegionThatNobodyKnows()
    {
        Form form;
        Profile unknown;
        unknown.id = QStringLiteral("a");
        form.dialog.setAccount(unknown, SavedSecret::None);
        form.edit("nameEdit")->setText(QStringLiteral("Shop"));
        form.edit("sdkAppIdEdit")->setText(QStringLiteral("1400000001"));
        form.edit("secretEdit")->setText(soundKey);
        QVERIFY(!form.save()->isEnabled());
        form.dialog.findChild<QComboBox*>(QStringLiteral("regionCombo"))->setCurrentIndex(3);
        QVERIFY(form.save()->isEnabled());
    }

    void refusesBadInputUnderTheField_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* field, const QString& text) {
            QTest::newRow(name) << QByteArray(field) << text;
        };
        const QString html = QStringLiteral("<img src=x onerror=alert(1)>");
        const QString bidi = QStringLiteral("abc\u202Ecba");
        const QString endless(10'000, u'a');
        const QString nul = QStringLiteral("a") + QChar(0) + QStringLiteral("b");
        const QString emoji = QStringLiteral("\U0001F600");

        row("name empty", "nameEdit", {});
        row("name of blanks", "nameEdit", QStringLiteral("   "));
        row("name NUL", "nameEdit", nul);
        row("name bidi", "nameEdit", bidi);
        row("name right-to-left mark", "nameEdit", QStringLiteral("a\u200Fb"));
        row("name endless", "nameEdit", endless);
        row("name of 101", "nameEdit", QString(101, u'n'));

        row("host html", "hostEdit", html);
        row("host bidi", "hostEdit", QStringLiteral("push\u202E.example.com"));
        row("host endless", "hostEdit", endless + QStringLiteral(".com"));
        row("host NUL", "hostEdit", QStringLiteral("a") + QChar(0) + QStringLiteral(".example.com"));
        row("host emoji", "hostEdit", emoji + QStringLiteral(".example.com"));
        row("host with path", "hostEdit", QStringLiteral("api.example.com/../x"));
        row("host with user", "hostEdit", QStringLiteral("a@api.example.com"));
        row("host with scheme", "hostEdit", QStringLiteral("https://api.example.com"));
        row("host an address", "hostEdit", QStringLiteral("10.0.0.1"));
        row("host an address of six", "hostEdit", QStringLiteral("[::1]"));
        row("host loopback", "hostEdit", QStringLiteral("localhost"));

        row("app empty", "sdkAppIdEdit", {});
        row("app of blanks", "sdkAppIdEdit", QStringLiteral("  "));
        row("app 0", "sdkAppIdEdit", QStringLiteral("0"));
        row("app 2^32", "sdkAppIdEdit", QStringLiteral("4294967296"));
        row("app 2^64 + 1", "sdkAppIdEdit", QStringLiteral("18446744073709551617"));
        row("app endless", "sdkAppIdEdit", QString(10'000, u'9'));
        row("app with blanks within", "sdkAppIdEdit", QStringLiteral("1400 000001"));
        row("app negative", "sdkAppIdEdit", QStringLiteral("-1"));
        row("app Arabic digits", "sdkAppIdEdit", QStringLiteral("\u0661\u0664"));
        row("app html", "sdkAppIdEdit", html);
        row("app emoji", "sdkAppIdEdit", emoji);

        row("account empty", "identifierEdit", {});
        row("account of 33", "identifierEdit", QString(33, u'a'));
        row("account endless", "identifierEdit", endless);
        row("account not ASCII", "identifierEdit", QStringLiteral("administrat\u00F6r"));
        row("account Cyrillic", "identifierEdit", QStringLiteral("\u0430dministrator"));
        row("account blank", "identifierEdit", QStringLiteral("ad min"));
        row("account bidi", "identifierEdit", bidi);
        row("account NUL", "identifierEdit", nul);
        row("account emoji", "identifierEdit", emoji);

        row("key empty", "secretEdit", {});
        row("key not ASCII", "secretEdit", QStringLiteral("cl\u00E9"));
        row("key full-width", "secretEdit", QStringLiteral("\uFF11\uFF12"));
        row("key bidi", "secretEdit", bidi);
        row("key NUL", "secretEdit", nul);
        row("key emoji", "secretEdit", emoji);
        row("key endless", "secretEdit", endless);
        row("key too long for the keychain", "secretEdit", QString(2'400, u'k'));
    }
    void refusesBadInputUnderTheField()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, text);
        Form form;
        form.edit("hostEdit")->setText(QStringLiteral("api.example.com"));
        form.otherHost();
        QVERIFY(form.save()->isEnabled());
        form.edit(field.constData())->setText(text);
        QVERIFY(!form.below(field.constData()).isEmpty());
        QVERIFY(!form.save()->isEnabled());
        form.edit(field.constData())
            ->setText(field == "hostEdit"   ? QStringLiteral("api.example.com")
                    : field == "secretEdit" ? soundKey
                                            : QStringLiteral("1400000001"));
        QVERIFY(form.below(field.constData()).isEmpty());
        QVERIFY(form.save()->isEnabled());
    }

    void takesANameForPlainText()
    {
        Form form;
        const QString name = QStringLiteral("<b>../商店\\ 👨‍👩‍👧</b> & Söhne");
        form.edit("nameEdit")->setText(name);
        QVERIFY(form.save()->isEnabled());
        QCOMPARE(form.dialog.account().profile.name, name);
        const auto labels = form.dialog.findChildren<QLabel*>();
        for (const QLabel* label : labels)
            QVERIFY2(label->textFormat() != Qt::RichText, qPrintable(label->objectName()));
    }

    void saysHowItReadsBlanksAndFullWidthDigits()
    {
        Form form;
        form.edit("sdkAppIdEdit")->setText(QStringLiteral(" １４００００００７７ "));
        QVERIFY(form.below("sdkAppIdEdit").contains(QLatin1String("1400000077")));
        QCOMPARE(form.dialog.account().profile.sdkAppId, 1'400'000'077u);
        form.edit("sdkAppIdEdit")->setText(QStringLiteral("1400000077"));
        QVERIFY(form.below("sdkAppIdEdit").isEmpty());
    }

    void judgesAPastedSignatureWhileItIsTyped()
    {
        Form form;
        QVERIFY(
            form.bySig(form.sign("administrator", 1'400'000'001, 24h * 3 + 1h)).contains(QLatin1String("3 days left")));
        QVERIFY(form.save()->isEnabled());

        QVERIFY(form.bySig(form.sign("administrator", 1'400'000'002, 24h)).contains(QLatin1String("1400000002")));
        QVERIFY(!form.save()->isEnabled());
        form.edit("sdkAppIdEdit")->setText(QStringLiteral("1400000002"));
        QVERIFY(form.below("secretEdit").startsWith(QLatin1String("Valid until")));
        QVERIFY(form.save()->isEnabled());

        QVERIFY(form.bySig(form.sign("root", 1'400'000'002, 24h)).contains(QLatin1String("root")));
        QVERIFY(!form.save()->isEnabled());

        const QByteArray old = form.sign("administrator", 1'400'000'002, 1h);
        form.clock.utc = form.clock.utc.addSecs(3601);
        QVERIFY(form.bySig(old).contains(QLatin1String("expired")));
        QVERIFY(!form.save()->isEnabled());
    }

    void saysWhatIsWrongWithTheFormOfASignature()
    {
        Form form;
        const QByteArray sound = form.sign("administrator", 1'400'000'001, 24h);
        QVERIFY(form.bySig(sound.left(sound.size() / 2)).contains(QLatin1String("not a whole UserSig")));
        QVERIFY(form.bySig(soundKey.toLatin1()).contains(QLatin1String("looks like a secret key")));
        QVERIFY(form.bySig("abc%$").contains(QLatin1String("characters")));
        QVERIFY(form.bySig(QByteArray(10'000, 'e')).contains(QLatin1String("too long")));
        QVERIFY(!form.save()->isEnabled());
    }

    void takesASignatureInTheFieldOfTheKeyForWhatItIs()
    {
        Form form;
        form.edit("secretEdit")->setText(QString::fromLatin1(form.sign("administrator", 1'400'000'001, 24h)));
        QVERIFY(form.below("secretEdit").contains(QLatin1String("looks like a UserSig")));
        QVERIFY(!form.save()->isEnabled());
    }

    void removesWhatCopyingBringsAlong()
    {
        Form form;
        const QByteArray sound = form.sign("administrator", 1'400'000'001, 24h);
        form.bySig("  \"" + sound.left(40) + "\r\n " + sound.mid(40) + "\"\n");
        QVERIFY(form.save()->isEnabled());
        QCOMPARE(form.dialog.account().secret().reveal(), sound);
    }

    void escapeAsksBeforeTypedTextIsLost()
    {
        Form form;
        QTest::keyClick(&form.dialog, Qt::Key_Escape);
        auto* keep = form.dialog.findChild<QPushButton*>(QStringLiteral("keepEditingButton"));
        QVERIFY(keep);
        QVERIFY(form.dialog.isVisible());
        keep->click();
        QCOMPARE(form.edit("nameEdit")->text(), QStringLiteral("Shop"));

        FakeClock clock;
        ProfileDialog untouched(clock);
        untouched.open();
        QTest::keyClick(&untouched, Qt::Key_Escape);
        QVERIFY(!untouched.isVisible());
    }

    void escapeAsksAfterAColourAloneWasChanged()
    {
        FakeClock clock;
        ProfileDialog dialog(clock);
        dialog.setAccount({});
        dialog.open();
        auto* colour = dialog.findChild<QComboBox*>(QStringLiteral("colourCombo"));
        QCOMPARE(colour->count(), 8);
        colour->setCurrentIndex(3);
        QCOMPARE(dialog.account().profile.colour, ProfileColour::Red);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(dialog.isVisible());
    }
};

QTEST_MAIN(TestProfileFields)
#include "tst_profilefields.moc"
