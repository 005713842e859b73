// What a person meets when an app is opened on a bad day: each state of the keychain with its own buttons, an imported
// app without its secret, a signature that runs out.
#include "domain/appkey.h"
#include "practice/practiceservice.h"
#include "ui/apps/accountstage.h"
#include "ui/apps/profiledialog.h"
#include "ui/apps/profileswitcher.h"
#include "ui/words/results.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

const QByteArray key("0123456789abcdef0123456789abcdef");

QStringList buttonsOf(const AccountStage& stage)
{
    QStringList texts;
    for (int i = 0;
         const QPushButton* button = stage.find<QPushButton>(qPrintable(QStringLiteral("emptyButton%1").arg(i))); ++i)
        texts.append(button->text().remove(QLatin1Char('&')));
    return texts;
}

void press(const AccountStage& stage, const QString& text)
{
    QTRY_VERIFY2(buttonsOf(stage).contains(text), qPrintable(buttonsOf(stage).join(QLatin1Char('|'))));
    const auto index = buttonsOf(stage).indexOf(text);
    stage.find<QPushButton>(qPrintable(QStringLiteral("emptyButton%1").arg(index)))->click();
}

void start(AccountStage& stage, const QString& id)
{
    stage.profiles.setLastUsed(id);
    stage.desk.start();
}

void typeNewApp(AccountStage& stage)
{
    stage.trigger("newAppAction");
    stage.find<QLineEdit>("nameEdit")->setText(QStringLiteral("Shop"));
    stage.find<QLineEdit>("sdkAppIdEdit")->setText(QStringLiteral("1400000001"));
    stage.find<QLineEdit>("secretEdit")->setText(QString::fromLatin1(key));
}

CallReport wellAnswered()
{
    CallReport report;
    report.mayHaveArrived = true;
    report.httpStatus = 200;
    return report;
}

} // namespace

class TestAccountDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEachStateItsOwnButtons_data()
    {
        QTest::addColumn<StoreFault>("fault");
        QTest::addColumn<QStringList>("buttons");
        const QString session = QStringLiteral("Use for this session only…");
        const QString again = QStringLiteral("Enter the account again…");
        const QString remove = QStringLiteral("Remove this app…");
        QTest::newRow("locked") << StoreFault::Locked
                                << QStringList { QStringLiteral("Unlock and try again"), session };
        QTest::newRow("not available") << StoreFault::Unavailable
                                       << QStringList { QStringLiteral("Try again"), session };
        QTest::newRow("refused") << StoreFault::Refused << QStringList { QStringLiteral("Try again"), session, again };
        QTest::newRow("missing") << StoreFault::Missing << QStringList { again, session, remove };
        QTest::newRow("damaged") << StoreFault::Damaged << QStringList { again, session, remove };
    }
    void givesEachStateItsOwnButtons()
    {
        QFETCH(StoreFault, fault);
        QFETCH(QStringList, buttons);
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.keychain.fault = fault;
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(buttonsOf(stage), buttons);
        QVERIFY(!stage.find<QLabel>("emptySentence")->text().isEmpty());
        QVERIFY(stage.openedProfiles.isEmpty());
        QCOMPARE(stage.profiles.entries().size(), 1);
        QVERIFY(stage.find<ProfileSwitcher>("profileSwitcher")->accessibleName().contains(QLatin1String("Shop a")));
        QVERIFY(stage.find<ProfileSwitcher>("profileSwitcher")->accessibleName().contains(QLatin1String("real users")));
    }

    void titleAndBandFollowTheChoiceWhateverTheKeychainDoes()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.keychain.fault = StoreFault::Locked;
        stage.window.show();
        start(stage, {});
        QTRY_VERIFY(stage.find<QWidget>("appBand")->isVisible());
        QVERIFY(stage.find<QWidget>("appBand")->accessibleName().startsWith(QStringLiteral("Practice")));
        QVERIFY(stage.isPracticeShown);
        QVERIFY(stage.window.windowTitle().startsWith(QStringLiteral("Practice")));
        stage.choose(QStringLiteral("a"));
        QVERIFY(stage.find<QLabel>("appName")->text().contains(QStringLiteral("Shop a")));
        QVERIFY(stage.find<QLabel>("appWords")->text().contains(QStringLiteral("reaches real users")));
        QVERIFY(stage.find<QWidget>("appBand")->accessibleName().contains(QStringLiteral("real users")));
        QVERIFY2(stage.window.windowTitle().contains(QStringLiteral("Shop a")), qPrintable(stage.window.windowTitle()));
        QVERIFY(!stage.isPracticeShown);
    }

    void anotherHostOrNumberIsANewAppAndTheOldOneStays_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("another SDKAppID") << QStringLiteral("number");
        QTest::newRow("another region") << QStringLiteral("region");
        QTest::newRow("another host") << QStringLiteral("host");
    }
    void anotherHostOrNumberIsANewAppAndTheOldOneStays()
    {
        QFETCH(QString, field);
        AccountStage stage;
        const Profile old = AccountStage::profile(QStringLiteral("a"));
        stage.keep(old, key);
        stage.window.show();
        start(stage, old.id);
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        stage.trigger("editAppAction");
        auto* save = stage.find<QPushButton>("saveButton");
        QVERIFY(save->isEnabled());
        if (field == QLatin1String("number"))
            stage.find<QLineEdit>("sdkAppIdEdit")->setText(QStringLiteral("1400000002"));
        auto* region = stage.find<QComboBox>("regionCombo");
        if (field == QLatin1String("region"))
            region->setCurrentIndex(region->findData(int(Region::Frankfurt)));
        if (field == QLatin1String("host")) {
            region->setCurrentIndex(region->findData(int(Region::OtherHost)));
            stage.find<QLineEdit>("hostEdit")->setText(QStringLiteral("push.example.com"));
        }
        QVERIFY(!save->isEnabled()); // the saved secret goes to no other app by itself
        QVERIFY(stage.find<QLineEdit>("secretEdit")->placeholderText().isEmpty());
        stage.find<QLineEdit>("secretEdit")->setText(QString::fromLatin1(key));
        QVERIFY(save->isEnabled());

        save->click();
        auto* question = stage.find<QMessageBox>("newAppQuestion");
        QVERIFY(question);
        QVERIFY(question->text().contains(QStringLiteral("Singapore"))
            && question->text().contains(QStringLiteral("1400000001")));
        QCOMPARE(question->defaultButton()->objectName(), QStringLiteral("goBackButton"));
        QCOMPARE(question->escapeButton(), question->defaultButton());
        question->defaultButton()->click();
        QTest::qWait(20);
        QCOMPARE(stage.profiles.entries().size(), 1);
        QVERIFY(stage.find<ProfileDialog>("profileDialog")->isVisible());

        save->click();
        stage.find<QPushButton>("makeNewAppButton")->click();
        QTRY_COMPARE(stage.profiles.entries().size(), 2);
        QTRY_COMPARE(stage.openedProfiles.size(), 2);
        const Profile made = stage.openedProfiles.last();
        QVERIFY(made.id != old.id);
        QVERIFY(AppKey::of(made) != AppKey::of(old));
        QVERIFY(stage.profiles.entries().last().colour != stage.profiles.entries().first().colour);
        std::optional<Profile> kept;
        stage.accounts.load(old.id, &stage.window,
            [&kept](const std::expected<LoadedAccount, StoreFault>& loaded) { kept = loaded->account.profile; });
        QTRY_VERIFY(kept);
        QVERIFY(AppKey::of(*kept) == AppKey::of(old));
    }

    void anotherIdentifierNeedsItsSecretAgain()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.window.show();
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        stage.trigger("editAppAction");
        stage.find<QLineEdit>("identifierEdit")->setText(QStringLiteral("ann"));
        QVERIFY(!stage.find<QPushButton>("saveButton")->isEnabled());
        QVERIFY(
            stage.find<QLabel>("secretEditBelow")->text().contains(QStringLiteral("another administrator account")));
        stage.find<QLineEdit>("identifierEdit")->setText(QStringLiteral("administrator"));
        QVERIFY(stage.find<QPushButton>("saveButton")->isEnabled());
    }

    void asksAgainForASecretThatWasEnteredForAnother()
    {
        AccountStage stage;
        const Profile shop = AccountStage::profile(QStringLiteral("a"));
        stage.keep(shop, key);
        stage.keychain.kept.save({ shop, Secret(QByteArray(key)), { QStringLiteral("elsewhere.example/1/admin") } },
            &stage.window, [](std::expected<void, StoreFault>) {});
        start(stage, QStringLiteral("a"));
        QTRY_VERIFY(stage.find<QLabel>("emptySentence")->text().contains(QStringLiteral("entered for another")));
        QVERIFY(stage.openedProfiles.isEmpty());
        stage.window.show();
        press(stage, QStringLiteral("Enter the secret…"));
        QVERIFY(stage.find<QLabel>("secretEditBelow")->text().contains(QStringLiteral("entered for another")));
        QVERIFY(!stage.find<QPushButton>("saveButton")->isEnabled());
        stage.find<QLineEdit>("secretEdit")->setText(QString::fromLatin1(key));
        stage.find<QPushButton>("saveButton")->click();
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
    }

    void offersNothingThatReplacesAnAccountOfANewerVersion()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.keychain.loadFault = StoreFault::Newer;
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(buttonsOf(stage), QStringList { QStringLiteral("Use for this session only…") });
        QVERIFY(stage.find<QLabel>("emptySentence")->text().contains(QStringLiteral("newer Pushbrake")));
        stage.trigger("editAppAction");
        QVERIFY(!stage.find<ProfileDialog>("profileDialog"));
        QVERIFY(stage.find<QLabel>("noticeText")->text().contains(QStringLiteral("newer Pushbrake")));
    }

    void savesUnderOneIdHoweverOftenItIsTried()
    {
        AccountStage stage;
        stage.window.show();
        start(stage, {});
        typeNewApp(stage);
        stage.keychain.isDeaf = true; // it takes the entry and says that it does not answer
        stage.find<QPushButton>("saveButton")->click();
        QTRY_VERIFY(stage.find<QPushButton>("sessionOnlyButton")->isVisible());
        QVERIFY(stage.profiles.entries().isEmpty());
        stage.keychain.isDeaf = false;
        stage.find<QPushButton>("saveButton")->click();
        QTRY_COMPARE(stage.profiles.entries().size(), 1);
        QStringList kept;
        stage.keychain.kept.list(&stage.window, [&kept](const QStringList& ids) { kept = ids; });
        QTRY_COMPARE(kept, QStringList { stage.profiles.entries().first().id });
    }

    void saysThatNothingWasSavedWhenTheDialogIsGone()
    {
        AccountStage stage;
        stage.window.show();
        start(stage, {});
        typeNewApp(stage);
        stage.keychain.fault = StoreFault::Refused;
        stage.find<QPushButton>("saveButton")->click();
        delete stage.find<ProfileDialog>("profileDialog");
        QTRY_VERIFY(stage.find<QLabel>("noticeText")->text().contains(QStringLiteral("was not saved")));
        QVERIFY(stage.profiles.entries().isEmpty());
    }

    void nameMarkAndTheSameHostInOtherWordsStayAnEdit()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.window.show();
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        stage.trigger("editAppAction");
        stage.find<QLineEdit>("nameEdit")->setText(QStringLiteral("Renamed"));
        stage.find<QComboBox>("colourCombo")->setCurrentIndex(4);
        // The same place in other words is the same app.
        auto* region = stage.find<QComboBox>("regionCombo");
        region->setCurrentIndex(region->findData(int(Region::OtherHost)));
        stage.find<QLineEdit>("hostEdit")->setText(QStringLiteral("AdminApiSgp.im.qcloud.com"));
        stage.find<QPushButton>("saveButton")->click();
        QTRY_COMPARE(stage.openedProfiles.size(), 2);
        QVERIFY(!stage.find<QMessageBox>("newAppQuestion"));
        QCOMPARE(stage.openedProfiles.last().id, QStringLiteral("a"));
        QCOMPARE(stage.profiles.entries().size(), 1);
    }

    void aNewAppGetsAMarkThatNoOtherHas()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.window.show();
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        QCOMPARE(stage.profiles.entries().first().colour, ProfileColour::Blue);
        stage.trigger("newAppAction");
        QCOMPARE(stage.find<QComboBox>("colourCombo")->currentData().toInt(), int(ProfileColour::Orange));
        stage.find<QPushButton>("closeButton")->click(); // and the offer is nothing that was typed
        QTRY_VERIFY(!stage.find<ProfileDialog>("profileDialog"));
        QString copied;
        stage.accounts.duplicate(QStringLiteral("a"), QStringLiteral("Copy"), &stage.window,
            [&copied](const std::expected<QString, StoreFault>& copy) { copied = copy.value_or(QString()); });
        QTRY_VERIFY(!copied.isEmpty());
        QCOMPARE(stage.profiles.entry(copied)->colour, ProfileColour::Orange);
        Profile imported = AccountStage::profile({}, 1'400'000'009);
        bool isAdded = false;
        stage.accounts.addImported({ imported }, &stage.window, [&isAdded](const auto&) { isAdded = true; });
        QTRY_VERIFY(isAdded);
        QCOMPARE(stage.profiles.entries().last().colour, ProfileColour::Green);
    }

    void aLateAnswerOfTheKeychainTakesNobodysPlace()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.keychain.isSlow = true;
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.keychain.later.size(), 1);
        QTRY_VERIFY(!buttonsOf(stage).isEmpty());
        press(stage, QStringLiteral("Use for this session only…"));
        stage.find<QComboBox>("regionCombo")->setCurrentIndex(2);
        stage.find<QLineEdit>("sdkAppIdEdit")->setText(QStringLiteral("1400000099"));
        stage.find<QLineEdit>("secretEdit")->setText(QString::fromLatin1(key));
        stage.find<QPushButton>("sessionOnlyButton")->click();
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        stage.keychain.later.first()();
        QTest::qWait(50);
        QCOMPARE(stage.openedProfiles.size(), 1);
        QCOMPARE(stage.openedProfiles.first().sdkAppId, 1400000099u);
    }

    void opensAfterTheKeychainWasUnlocked()
    {
        AccountStage stage;
        Profile shop = AccountStage::profile(QStringLiteral("a"));
        shop.colour = ProfileColour::Pink;
        stage.keep(shop, key);
        stage.keychain.fault = StoreFault::Locked;
        start(stage, QStringLiteral("a"));
        QTRY_VERIFY(buttonsOf(stage).contains(QStringLiteral("Unlock and try again")));
        press(stage, QStringLiteral("Unlock and try again"));
        // A password may take a while; nothing is read, and so nothing given up, before it was entered.
        const int loads = stage.keychain.loads;
        QTest::qWait(50);
        QCOMPARE(stage.keychain.loads, loads);
        QCOMPARE(stage.find<QLabel>("emptyTitle")->text(), QStringLiteral("Unlock the keychain"));
        stage.keychain.fault.reset();
        stage.keychain.unlocked(true);
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        QVERIFY(stage.openedProfiles.first() == shop);
    }

    void saysAgainThatItIsLockedWhenNobodyUnlocksIt()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.keychain.fault = StoreFault::Locked;
        start(stage, QStringLiteral("a"));
        press(stage, QStringLiteral("Unlock and try again"));
        stage.keychain.unlocked(false);
        QTRY_VERIFY(buttonsOf(stage).contains(QStringLiteral("Unlock and try again")));
        QVERIFY(stage.openedProfiles.isEmpty());
    }

    void unlockingDoesNotCallBackWhoChoseAnotherApp()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.keep(AccountStage::profile(QStringLiteral("b")), key);
        stage.keychain.fault = StoreFault::Locked;
        start(stage, QStringLiteral("a"));
        press(stage, QStringLiteral("Unlock and try again"));
        stage.keychain.fault.reset();
        stage.choose(QStringLiteral("b"));
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        stage.keychain.unlocked(true);
        QTest::qWait(100);
        QCOMPARE(stage.openedProfiles.size(), 1);
        QCOMPARE(stage.openedProfiles.first().id, QStringLiteral("b"));
    }

    void keepsTheSessionsCopyWhenTheKeychainDoesNotRemove()
    {
        AccountStage stage;
        const Profile shop = AccountStage::profile(QStringLiteral("a"));
        stage.keep(shop, key);
        stage.sessionOnly.save(
            { shop, Secret(QByteArray("session")) }, &stage.window, [](std::expected<void, StoreFault>) {});
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        stage.keychain.fault = StoreFault::Locked;
        stage.trigger("removeAppAction");
        QTRY_VERIFY(stage.find<QPushButton>("removeProfileButton"));
        stage.find<QPushButton>("removeProfileButton")->click();
        QTRY_VERIFY(stage.find<QLabel>("noticeText")->text().contains(QStringLiteral("was not removed")));
        bool stillThere = false;
        stage.sessionOnly.load(
            QStringLiteral("a"), &stage.window, [&](std::expected<Account, StoreFault> a) { stillThere = bool(a); });
        QTRY_VERIFY(stillThere);
        QCOMPARE(stage.profiles.entries().size(), 1);
    }

    void keepsForTheSessionWithoutTouchingTheKeychain()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), "old");
        stage.keychain.fault = StoreFault::Locked;
        start(stage, QStringLiteral("a"));
        press(stage, QStringLiteral("Use for this session only…"));
        auto* use = stage.find<QPushButton>("sessionOnlyButton");
        QVERIFY(!stage.find<QPushButton>("saveButton")->isVisible());
        QVERIFY(!use->isEnabled()); // the saved secret cannot be read, so it has to be typed
        stage.find<QLineEdit>("sdkAppIdEdit")->setText(QStringLiteral("1400000001"));
        stage.find<QLineEdit>("secretEdit")->setText(QString::fromLatin1(key));
        QVERIFY(!use->isEnabled()); // nor is the region known, which is in the keychain too
        stage.find<QComboBox>("regionCombo")->setCurrentIndex(2);
        QVERIFY(use->isVisible());
        QVERIFY(use->isEnabled());
        stage.keychain.fault.reset();
        use->click();
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        QByteArray inKeychain;
        stage.keychain.kept.load(QStringLiteral("a"), &stage.window,
            [&](std::expected<Account, StoreFault> a) { inKeychain = a->secret().reveal(); });
        QTRY_COMPARE(inKeychain, QByteArray("old"));
        QCOMPARE(stage.profiles.entries().size(), 1);
    }

    void anAppOfAnEarlierSessionSaysWhyItsAccountIsGone()
    {
        AccountStage stage;
        stage.profiles.put(
            { QStringLiteral("a"), QStringLiteral("Shop"), stage.clock.utcNow(), ProfileColour::Blue, true, true });
        start(stage, QStringLiteral("a"));
        QTRY_VERIFY(stage.find<QLabel>("emptySentence")->text().contains(QStringLiteral("used for one session only")));
        press(stage, QStringLiteral("Enter the account again…"));
        QVERIFY(stage.find<QPushButton>("saveButton"));
    }

    void forgetsTheSessionsCopyOnceTheKeychainHasIt()
    {
        AccountStage stage;
        const Profile shop = AccountStage::profile(QStringLiteral("a"));
        stage.keep(shop, key);
        stage.sessionOnly.save(
            { shop, Secret(QByteArray("session")) }, &stage.window, [](std::expected<void, StoreFault>) {});
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        stage.desk.editCurrent();
        stage.find<QLineEdit>("secretEdit")->setText(QString::fromLatin1(key));
        stage.find<QPushButton>("saveButton")->click();
        QTRY_COMPARE(stage.openedProfiles.size(), 2);
        bool stillThere = true;
        stage.sessionOnly.load(
            QStringLiteral("a"), &stage.window, [&](std::expected<Account, StoreFault> a) { stillThere = bool(a); });
        QTRY_VERIFY(!stillThere);
    }

    void asksAnImportedAppForItsSecretInsteadOfOpeningIt()
    {
        AccountStage stage;
        const Profile shop = AccountStage::profile(QStringLiteral("a"));
        stage.keep(shop, {});
        start(stage, QStringLiteral("a"));
        QVERIFY(stage.openedProfiles.isEmpty());
        press(stage, QStringLiteral("Enter the secret…"));
        QCOMPARE(stage.find<QLineEdit>("sdkAppIdEdit")->text(), QStringLiteral("1400000001"));
        auto* save = stage.find<QPushButton>("saveButton");
        QVERIFY(!save->isEnabled());
        stage.find<QLineEdit>("secretEdit")->setText(QString::fromLatin1(key));
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        QVERIFY(stage.openedProfiles.first() == shop);
    }

    void takesTheKeychainsWordOnRealUsers()
    {
        AccountStage stage;
        const Profile shop = AccountStage::profile(QStringLiteral("a"));
        stage.keep(shop, key);
        ProfileEntry entry = *stage.profiles.entry(QStringLiteral("a"));
        entry.realUsers = false;
        stage.profiles.put(entry);
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        QVERIFY(stage.openedProfiles.first().realUsers);
        QVERIFY(stage.profiles.entry(QStringLiteral("a"))->realUsers);
        QVERIFY(stage.window.windowTitle().contains(QLatin1String("real users")));
    }

    void asksBeforeARunWhetherToMendASignatureThatRunsOut()
    {
        AccountStage stage;
        Profile shop = AccountStage::profile(QStringLiteral("a"));
        shop.kind = CredentialKind::UserSig;
        stage.keep(shop, stage.userSig(shop, 24h * 3));
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        int began = 0;
        stage.desk.beforeRun([&] { ++began; });
        QCOMPARE(began, 1);
        QVERIFY(
            stage.find<ProfileSwitcher>("profileSwitcher")->accessibleName().contains(QLatin1String("3 days left")));

        stage.clock.utc = stage.clock.utc.addSecs(3 * 86400 - 1800);
        const auto soon = stage.desk.whyNotNow();
        QVERIFY(soon);
        stage.desk.beforeRun([&] { ++began; });
        QCOMPARE(began, 1);
        stage.find<QPushButton>("goOnButton")->click();
        QCOMPARE(began, 2);

        stage.clock.utc = stage.clock.utc.addSecs(3600);
        QVERIFY(stage.desk.whyNotNow() && *stage.desk.whyNotNow() != *soon);
        QTRY_VERIFY(!stage.find<QMessageBox>("expiryQuestion"));
        stage.desk.beforeRun([&] { ++began; });
        QVERIFY(!stage.find<QPushButton>("goOnButton"));
        stage.find<QPushButton>("mendButton")->click();
        QCOMPARE(began, 2);
        QVERIFY(stage.find<ProfileDialog>("profileDialog"));
    }

    void hasNothingAgainstARunOfAnAppThatSignsByItself()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        QVERIFY(!stage.desk.whyNotNow());
    }

    void saysWhyNothingCanBeCancelledUntilTheAccountIsThere()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.keychain.fault = StoreFault::Refused;
        start(stage, QStringLiteral("a"));
        QVERIFY2(stage.whyNot.contains(QLatin1String("being read")), qPrintable(stage.whyNot));
        QVERIFY(!stage.isStateShown);
        QCOMPARE(stage.app.closed, QStringList { QStringLiteral("a") });
        QTRY_VERIFY(stage.isStateShown);
        QVERIFY2(stage.whyNot.contains(QLatin1String("cannot be used")), qPrintable(stage.whyNot));
        QCOMPARE(stage.find<QAction>("testConnectionAction")->toolTip(), stage.whyNot);
        stage.keychain.fault.reset();
        press(stage, QStringLiteral("Try again"));
        QVERIFY(!stage.isStateShown);
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        QVERIFY(stage.whyNot.isEmpty());
        QVERIFY(stage.find<QAction>("testConnectionAction")->isEnabled());
    }

    void goesOnByItselfAfterUnlockingWhoeverTriedAgainMeanwhile()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.keychain.fault = StoreFault::Locked;
        start(stage, QStringLiteral("a"));
        press(stage, QStringLiteral("Unlock and try again"));
        press(stage, QStringLiteral("Try again"));
        QTRY_VERIFY(buttonsOf(stage).contains(QStringLiteral("Unlock and try again")));
        stage.keychain.fault.reset();
        stage.keychain.unlocked(true);
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
    }

    void leavesNoAppInWhichPushesAreBeingCancelled()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.keep(AccountStage::profile(QStringLiteral("b")), key);
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        stage.app.isRunning = true;
        stage.choose(QStringLiteral("b"));
        QVERIFY(stage.find<QLabel>("noticeText")->text().contains(QStringLiteral("then switch")));
        stage.trigger("removeAppAction");
        QVERIFY(stage.find<QLabel>("noticeText")->text().contains(QStringLiteral("then remove")));
        QVERIFY(!stage.find<QMessageBox>("removeProfileQuestion"));
        QCOMPARE(stage.profiles.lastUsed(), QStringLiteral("a"));
        QVERIFY(stage.window.windowTitle().contains(QLatin1String("Shop a")));
        QCOMPARE(stage.app.closed.size(), 1);
    }

    void mendsTheAccountOfARunWithoutLeavingIt()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        stage.app.isRunning = true;
        stage.trigger("editAppAction");
        stage.find<QLineEdit>("secretEdit")->setText(QString::fromLatin1(key));
        stage.find<QPushButton>("saveButton")->click();
        QTRY_COMPARE(stage.openedProfiles.size(), 2); // what to make of it is for the one who knows the run
        QCOMPARE(stage.app.closed.size(), 1);
        const QString shown = stage.find<ProfileSwitcher>("profileSwitcher")->accessibleName();
        QVERIFY2(shown.contains(QLatin1String("1400000001")), qPrintable(shown));
    }

    void everyMenuOffersTheSameCommandsAndSaysWhyNot()
    {
        AccountStage stage;
        start(stage, {});
        const QList<QAction*> inSwitcher = stage.find<QMenu>("profileMenu")->actions();
        const QList<QAction*> inMenu = stage.find<QMenu>("appMenu")->actions();
        for (const char* name :
            { "newAppAction", "appsAction", "editAppAction", "testConnectionAction", "removeAppAction" }) {
            auto* action = stage.find<QAction>(name);
            QVERIFY2(inSwitcher.contains(action) && inMenu.contains(action), name);
        }
        const QList<QAction*> inMore = stage.find<QMenu>("moreMenu")->actions();
        QVERIFY(inMore.contains(stage.find<QAction>("readsApartAction")));
        QVERIFY(!inMore.contains(stage.find<QAction>("editAppAction")));
        for (const char* name : { "editAppAction", "testConnectionAction", "removeAppAction" }) {
            QVERIFY2(!stage.find<QAction>(name)->isEnabled(), name);
            QVERIFY2(stage.find<QAction>(name)->toolTip().startsWith(QLatin1String("Practice ")), name);
        }
        stage.desk.editCurrent(); // as a run that waits for its account asks
        QVERIFY(stage.find<QLabel>("noticeText")->text().contains(QLatin1String("nothing to edit")));
        QVERIFY(!stage.find<ProfileDialog>("profileDialog"));
    }

    void keepsForEachAppWhetherLookingUpHasALimitOfItsOwn()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), key);
        stage.keep(AccountStage::profile(QStringLiteral("b")), key);
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.readsApart, QList<bool> { false });
        stage.trigger("readsApartAction");
        QCOMPARE(stage.readsApart, (QList<bool> { false, true }));
        QVERIFY(stage.settings.value(QStringLiteral("readsApart/a")).toBool());
        stage.choose(QStringLiteral("b"));
        QVERIFY(!stage.find<QAction>("readsApartAction")->isChecked());
        QTRY_COMPARE(stage.readsApart.size(), 3);
        QVERIFY(!stage.readsApart.last());
        stage.choose(QStringLiteral("a"));
        QTRY_COMPARE(stage.readsApart.size(), 4);
        QVERIFY(stage.readsApart.last());
    }

    void testsTheConnectionOfTheOpenedApp()
    {
        AccountStage stage;
        PracticeService service(stage.clock);
        QVERIFY(service.listen() != 0);
        Account account = service.account();
        account.profile.id = QStringLiteral("a");
        stage.keep(account.profile, account.secret().reveal());
        start(stage, QStringLiteral("a"));
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        stage.trigger("testConnectionAction");
        QTRY_COMPARE(service.log().size(), 1);
        QCOMPARE(service.log().first().command, QStringLiteral("list_sched_task"));
        const auto* notice = stage.find<QLabel>("noticeText");
        QTRY_COMPARE(notice->text(), sentences::callProblem(wellAnswered()));
    }
};

QTEST_MAIN(TestAccountDesk)
#include "tst_accountdesk.moc"
