// A saved secret goes only where it was entered for: the whole console with its dialogs, and what its transport is
// given to send.
#include "support/actions.h"
#include "support/consoleparts.h"
#include "support/recorder.h"
#include "ui/apps/profiledialog.h"
#include "ui/apps/profileswitcher.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace pushbrake;

namespace {

const QByteArray key("0123456789abcdef0123456789abcdef");
const QString newHost = QStringLiteral("adminapiger.im.qcloud.com");

struct Around
{
    SystemClock computersClock;
    ServiceClock clock { computersClock };
    Recorder transport;
};

Account practiceThatNobodyOpens()
{
    Account practice;
    practice.profile.id = practiceId;
    practice.profile.region = Region::Practice;
    return practice;
}

struct Stage : Around, ConsoleParts
{
    explicit Stage(CredentialKind kind)
        : ConsoleParts(clock, transport, practiceThatNobodyOpens)
    {
        profile.id = QStringLiteral("shop");
        profile.name = QStringLiteral("Shop");
        profile.sdkAppId = 1'400'000'001;
        profile.identifier = QStringLiteral("administrator");
        profile.kind = kind;
        profiles.put({ profile.id, profile.name, clock.utcNow() });
        profiles.setLastUsed(profile.id);
        keep({ profile, Secret(QByteArray(key)) });
        console.start();
        window.show();
        QVERIFY(QTest::qWaitFor([this] { return transport.hosts.contains(profile.host()); }));
    }

    void keep(Account account)
    {
        keychain.save(std::move(account), &window, [](std::expected<void, StoreFault>) {});
    }
    void choose(const QString& id) const { Q_EMIT find<ProfileSwitcher>("profileSwitcher")->chosen(id); }

    Profile profile;
};

} // namespace

class SecretStaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditedRegionSendsNothingThere_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("secret key") << int(CredentialKind::SecretKey);
        QTest::newRow("UserSig") << int(CredentialKind::UserSig);
    }
    void anEditedRegionSendsNothingThere()
    {
        QFETCH(int, kind);
        Stage stage { CredentialKind(kind) };
        actionOf(stage.window, "editAppAction")->trigger();
        auto* dialog = stage.find<ProfileDialog>("profileDialog");
        QVERIFY(dialog);
        auto* region = stage.find<QComboBox>("regionCombo");
        region->setCurrentIndex(region->findData(int(Region::Frankfurt)));
        QVERIFY(stage.find<QLabel>("secretEditBelow")->text().contains(QStringLiteral("another host")));
        for (const char* button : { "saveButton", "sessionOnlyButton", "testButton" }) {
            QVERIFY2(!stage.find<QPushButton>(button)->isEnabled(), button);
            stage.find<QPushButton>(button)->click();
        }
        QTest::keyClick(stage.find<QLineEdit>("nameEdit"), Qt::Key_Return);
        // And were the buttons wrong, what is behind them would still refuse.
        Q_EMIT dialog->saveRequested();
        stage.find<QPushButton>("makeNewAppButton")->click();
        Q_EMIT dialog->testRequested();
        Q_EMIT dialog->sessionOnlyRequested();
        QTest::qWait(200);
        QVERIFY(!stage.transport.hosts.contains(newHost));
        QCOMPARE(stage.profiles.entries().size(), 1);
    }

    void anEntryThatSomebodyChangedSendsNothingThere()
    {
        Stage stage { CredentialKind::SecretKey };
        Profile moved = stage.profile;
        moved.region = Region::Frankfurt;
        stage.keep({ moved, Secret(QByteArray(key)), stage.profile.secretScope() });
        stage.choose(practiceId);
        stage.choose(stage.profile.id);
        QVERIFY(QTest::qWaitFor([&stage] { return stage.find<QLabel>("emptySentence") != nullptr; }));
        QTRY_VERIFY(stage.find<QLabel>("emptySentence")->text().contains(QStringLiteral("entered for another")));
        actionOf(stage.window, "testConnectionAction")->trigger();
        QTest::qWait(200);
        QVERIFY(!stage.transport.hosts.contains(newHost));
    }

    void aSecretThatIsEnteredForItIsUsed()
    {
        Stage stage { CredentialKind::SecretKey };
        actionOf(stage.window, "editAppAction")->trigger();
        auto* region = stage.find<QComboBox>("regionCombo");
        region->setCurrentIndex(region->findData(int(Region::Frankfurt)));
        stage.find<QLineEdit>("secretEdit")->setText(QString::fromLatin1(key));
        stage.find<QPushButton>("saveButton")->click();
        stage.find<QPushButton>("makeNewAppButton")->click();
        QTRY_VERIFY(stage.transport.hosts.contains(newHost));
    }
};

QTEST_MAIN(SecretStaysTest)
#include "tst_secretstays.moc"
