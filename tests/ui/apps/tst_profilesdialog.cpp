// The list of all apps: what it says of each, what its buttons do, and moving apps to a colleague without secrets.
#include "exchange/profilefile.h"
#include "ui/apps/accountstage.h"
#include "ui/apps/importquestion.h"
#include "ui/apps/profiledialog.h"
#include "ui/apps/profilesdesk.h"
#include "ui/apps/profileswitcher.h"
#include "ui/look/profilemark.h"
#include "ui/look/theme.h"
#include "ui/words/appwords.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include <cmath>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

const QByteArray canary("canary0123456789canary0123456789");
constexpr int stateColumn = 5;

QString id(const char* text)
{
    return QString::fromLatin1(text);
}

QTreeWidget* openList(AccountStage& stage)
{
    const auto* menu = stage.find<QMenu>("profileMenu");
    for (QAction* action : menu->actions()) {
        if (action->text() == QStringLiteral("&Apps…"))
            action->trigger();
    }
    return stage.find<QTreeWidget>("profilesList");
}

QString order(const AccountStage& stage)
{
    QString ids;
    for (const ProfileEntry& entry : stage.profiles.entries())
        ids += entry.id;
    return ids;
}

QString message(const AccountStage& stage)
{
    return stage.find<QLabel>("profilesMessage")->text();
}

bool allRead(const QTreeWidget& list)
{
    for (int i = 0; i < list.topLevelItemCount(); ++i) {
        if (list.topLevelItem(i)->text(stateColumn).startsWith(QLatin1String("being read")))
            return false;
    }
    return true;
}

double luminance(const QColor& colour)
{
    const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double high = std::max(luminance(a), luminance(b));
    return (high + 0.05) / (std::min(luminance(a), luminance(b)) + 0.05);
}

} // namespace

class TestProfilesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysOfEachAppWhatItIsAndHowLongItsSignatureIsGood()
    {
        AccountStage stage;
        Profile byKey = AccountStage::profile(id("a"));
        Profile soon = AccountStage::profile(id("b"), 1'400'000'002);
        soon.kind = CredentialKind::UserSig;
        soon.realUsers = false;
        Profile over = AccountStage::profile(id("c"), 1'400'000'003);
        over.kind = CredentialKind::UserSig;
        stage.keep(byKey, canary);
        stage.keep(soon, stage.userSig(soon, 24h * 5 + 1h));
        stage.keep(over, stage.userSig(over, 1h));
        stage.keep(AccountStage::profile(id("d")), {});
        stage.clock.utc = stage.clock.utc.addSecs(3601);
        QTreeWidget* list = openList(stage);
        QTRY_VERIFY(allRead(*list));
        QCOMPARE(list->topLevelItemCount(), 4);
        QCOMPARE(list->topLevelItem(0)->text(stateColumn), QStringLiteral("renewed automatically"));
        QCOMPARE(list->topLevelItem(0)->text(1), QStringLiteral("real users"));
        QVERIFY(list->topLevelItem(1)->text(3).contains(QLatin1String("1400000002")));
        QCOMPARE(list->topLevelItem(1)->text(1), QStringLiteral("test"));
        QCOMPARE(list->topLevelItem(1)->text(stateColumn), QStringLiteral("4 days left"));
        QCOMPARE(list->topLevelItem(1)->foreground(stateColumn).color(), theme::color(theme::Tone::Orange));
        QCOMPARE(list->topLevelItem(2)->text(stateColumn), QStringLiteral("expired"));
        QCOMPARE(list->topLevelItem(2)->foreground(stateColumn).color(), theme::color(theme::Tone::Red));
        QCOMPARE(list->topLevelItem(3)->text(stateColumn), QStringLiteral("enter the secret"));
    }

    void asksALockedKeychainOnceAndSaysSoInEveryRow()
    {
        AccountStage stage;
        for (const char* name : { "a", "b", "c" })
            stage.keep(AccountStage::profile(id(name)), canary);
        stage.keychain.fault = StoreFault::Locked;
        QTreeWidget* list = openList(stage);
        QTRY_VERIFY(allRead(*list));
        QCOMPARE(stage.keychain.loads, 1);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(list->topLevelItem(i)->text(stateColumn), QStringLiteral("keychain locked"));
    }

    void duplicatesBesideTheOriginal()
    {
        AccountStage stage;
        Profile shop = AccountStage::profile(id("a"));
        shop.colour = ProfileColour::Green;
        shop.realUsers = false;
        stage.keep(shop, canary);
        stage.keep(AccountStage::profile(id("b")), canary);
        QTreeWidget* list = openList(stage);
        QTRY_VERIFY(allRead(*list));
        stage.find<QPushButton>("duplicateProfileButton")->click();
        QTRY_COMPARE(stage.profiles.entries().size(), 3);
        const ProfileEntry copy = stage.profiles.entries().at(1);
        QCOMPARE(copy.name, QStringLiteral("Copy of Shop a"));
        for (const ProfileEntry& entry : stage.profiles.entries())
            QVERIFY(entry.id == copy.id || entry.colour != copy.colour); // an app of its own, so a mark of its own
        QVERIFY(!copy.realUsers);
        QVERIFY(copy.id != id("a"));
        QByteArray secret;
        stage.keychain.kept.load(copy.id, &stage.window,
            [&](std::expected<Account, StoreFault> account) { secret = account->secret().reveal(); });
        QTRY_COMPARE(secret, canary);
    }

    void duplicatesNothingWhileTheKeychainIsLocked()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(id("a")), canary);
        stage.keychain.fault = StoreFault::Locked;
        QTRY_VERIFY(allRead(*openList(stage)));
        stage.find<QPushButton>("duplicateProfileButton")->click();
        QTRY_VERIFY(message(stage).contains(QLatin1String("locked")));
        QCOMPARE(order(stage), id("a"));
    }

    void reordersByKeyboardAndKeepsTheSelection()
    {
        AccountStage stage;
        for (const char* name : { "a", "b", "c" })
            stage.keep(AccountStage::profile(id(name)), canary);
        stage.window.show();
        QTreeWidget* list = openList(stage);
        QVERIFY(QTest::qWaitForWindowActive(list->window()));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(order(stage), id("bac"));
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(order(stage), id("bca"));
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(order(stage), id("bac"));
        QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 1);
    }

    void staysInTheOpenAppWhenAnotherIsEditedOrRemoved()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(id("a")), canary);
        stage.keep(AccountStage::profile(id("b")), canary);
        stage.profiles.setLastUsed(id("a"));
        stage.desk.start();
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        QTreeWidget* list = openList(stage);
        QTRY_VERIFY(allRead(*list));
        list->setCurrentItem(list->topLevelItem(1));
        stage.find<QPushButton>("editProfileButton")->click();
        stage.find<QLineEdit>("nameEdit")->setText(QStringLiteral("New name"));
        stage.find<QPushButton>("saveButton")->click();
        QTRY_COMPARE(stage.profiles.entries().at(1).name, QStringLiteral("New name"));
        list->setCurrentItem(list->topLevelItem(1));
        stage.find<QPushButton>("removeListedButton")->click();
        QVERIFY(stage.find<QMessageBox>("removeProfileQuestion")->text().contains(QLatin1String("New name")));
        stage.find<QPushButton>("removeProfileButton")->click();
        QTRY_COMPARE(order(stage), id("a"));
        QCOMPARE(stage.openedProfiles.size(), 1);
        QCOMPARE(stage.profiles.lastUsed(), id("a"));
    }

    void exportsWithoutSecretsAndImportsOnlyAfterAYes()
    {
        AccountStage from;
        Profile shop = AccountStage::profile(id("a"));
        shop.colour = ProfileColour::Yellow;
        shop.realUsers = false;
        from.keep(shop, canary);
        QTRY_VERIFY(allRead(*openList(from)));
        const QString path = from.folder.filePath(QStringLiteral("apps.json"));
        from.desk.findChild<ProfilesDesk*>()->exportTo(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("1400000001"));
        QVERIFY(!text.contains("canary"));

        AccountStage to;
        to.keep(AccountStage::profile(id("b"), 1'400'000'009), canary);
        QTRY_VERIFY(allRead(*openList(to)));
        auto* apps = to.desk.findChild<ProfilesDesk*>();
        apps->importFrom(path);
        QCOMPARE(to.find<QListWidget>("importAdded")->count(), 1);
        QCOMPARE(order(to), id("b"));
        to.find<QPushButton>("importNothingButton")->click();
        QTRY_VERIFY(!to.find<ImportQuestion>("importQuestion"));
        QCOMPARE(order(to), id("b"));
        apps->importFrom(path);
        to.find<QPushButton>("importAddButton")->click();
        QTRY_COMPARE(to.profiles.entries().size(), 2);
        const ProfileEntry added = to.profiles.entries().at(1);
        QCOMPARE(added.name, shop.name);
        QCOMPARE(added.colour, ProfileColour::Yellow);
        QVERIFY(!added.realUsers);
        QTRY_VERIFY(allRead(*to.find<QTreeWidget>("profilesList")));
        QTRY_VERIFY(!to.find<ImportQuestion>("importQuestion"));
        // What is here already is not offered twice. Refused while the apps are read anew.
        QTRY_VERIFY((apps->importFrom(path), to.find<ImportQuestion>("importQuestion")));
        QVERIFY(!to.find<QListWidget>("importAdded"));
        QVERIFY(!to.find<QPushButton>("importAddButton")->isVisibleTo(to.find<ImportQuestion>("importQuestion")));
    }

    void warnsOfHostsAndNamesThatMayMislead()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(id("a"), 1'400'000'009), canary);
        QTRY_VERIFY(allRead(*openList(stage)));
        Profile listed = AccountStage::profile(id("x"));
        listed.name = QStringLiteral("Club");
        Profile known = AccountStage::profile(id("x"), 1'400'000'002);
        known.region = Region::OtherHost;
        known.otherHost = QStringLiteral("AdminApiSgp.im.qcloud.com");
        known.name = QStringLiteral("Pub");
        Profile foreign = AccountStage::profile(id("x"), 1'400'000'003);
        foreign.region = Region::OtherHost;
        foreign.otherHost = QStringLiteral("adminapisgp.im.qcloud.com.push.example");
        foreign.name = QStringLiteral("SHOP\u3164a");
        Profile twin = AccountStage::profile(id("x"), 1'400'000'004);
        twin.name = QStringLiteral("club");
        QFile file(stage.folder.filePath(QStringLiteral("x.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeProfileFile({ listed, known, foreign, twin }));
        file.close();
        stage.desk.findChild<ProfilesDesk*>()->importFrom(file.fileName());
        const auto* list = stage.find<QListWidget>("importAdded");
        QVERIFY(list && list->count() == 4);
        const auto lines = [list](int row) { return theme::unmarked(list->item(row)->text()).split(u'\n'); };
        QCOMPARE(lines(0).size(), 2);
        QCOMPARE(lines(0).at(1), QStringLiteral("adminapisgp.im.qcloud.com"));
        QCOMPARE(lines(1).size(), 2);
        QCOMPARE(lines(2).at(1), foreign.otherHost);
        QVERIFY(lines(2).at(2).contains(QLatin1String("none of the service's seven hosts")));
        QVERIFY(lines(2).at(3).contains(QLatin1String("has this name")));
        QCOMPARE(lines(3).size(), 3);
        QVERIFY(lines(3).at(2).contains(QLatin1String("has this name")));
    }

    void offersToRemoveWhatNoAppOwns()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(id("a")), canary);
        for (const char* left : { "x", "y" })
            stage.keychain.kept.save({ AccountStage::profile(id(left)), Secret(QByteArray(canary)) }, &stage.window,
                [](std::expected<void, StoreFault>) {});
        stage.window.show();
        QTRY_VERIFY(allRead(*openList(stage)));
        const auto* label = stage.find<QLabel>("orphansLabel");
        QTRY_VERIFY(label->isVisible());
        QVERIFY2(label->text().contains(QLatin1String("belong to no app")), qPrintable(label->text()));
        stage.find<QPushButton>("removeOrphansButton")->click();
        auto* question = stage.find<QMessageBox>("removeOrphansQuestion");
        QVERIFY(question);
        QVERIFY(question->informativeText().contains(QLatin1String("Shop x")));
        QVERIFY(question->informativeText().contains(QLatin1String("Shop y")));
        QCOMPARE(question->defaultButton()->objectName(), id("keepOrphansButton"));
        question->defaultButton()->click();
        QTRY_VERIFY(!stage.find<QMessageBox>("removeOrphansQuestion"));
        stage.find<QPushButton>("removeOrphansButton")->click();
        stage.find<QPushButton>("removeOrphansNowButton")->click();
        QTRY_VERIFY(!label->isVisible());
        QStringList kept;
        stage.keychain.kept.list(&stage.window, [&kept](const QStringList& ids) { kept = ids; });
        QTRY_COMPARE(kept, QStringList { id("a") });
    }

    void saysNothingOfOrphansWhereThereAreNone()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(id("a")), canary);
        stage.window.show();
        QTRY_VERIFY(allRead(*openList(stage)));
        QTest::qWait(50);
        QVERIFY(!stage.find<QLabel>("orphansLabel")->isVisible());
    }

    void opensNoAccountOfANewerVersionForEditing()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(id("a")), canary);
        stage.keychain.loadFault = StoreFault::Newer;
        QTreeWidget* list = openList(stage);
        QTRY_VERIFY(allRead(*list));
        QCOMPARE(list->topLevelItem(0)->text(stateColumn), QStringLiteral("of a newer Pushbrake"));
        stage.find<QPushButton>("editProfileButton")->click();
        QVERIFY(!stage.find<ProfileDialog>("profileDialog"));
        QVERIFY(message(stage).contains(QLatin1String("newer Pushbrake")));
    }

    void addsNothingOfAFileThatIsRefusedOrWhenTheKeychainIsLocked()
    {
        AccountStage stage;
        QTRY_VERIFY(openList(stage));
        auto* apps = stage.desk.findChild<ProfilesDesk*>();
        QFile file(stage.folder.filePath(QStringLiteral("x.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "{\"format\":\"pushbrake profiles\",\"version\":1,\"profiles\":[{\"name\":\"x\",\"secret\":\"y\"}]}");
        file.close();
        apps->importFrom(file.fileName());
        QVERIFY(!stage.find<ImportQuestion>("importQuestion"));
        QVERIFY(message(stage).startsWith(QLatin1String("Nothing was imported")));

        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeProfileFile({ AccountStage::profile(id("a")) }));
        file.close();
        stage.keychain.fault = StoreFault::Locked;
        apps->importFrom(file.fileName());
        stage.find<QPushButton>("importAddButton")->click();
        QTRY_VERIFY(message(stage).contains(QLatin1String("not added")));
        QVERIFY(stage.profiles.entries().isEmpty());
    }

    void tellsColoursApartByShapeAndOnEveryGround()
    {
        QList<QImage> shapes;
        for (const theme::Scheme scheme : { theme::Scheme::Light, theme::Scheme::Dark }) {
            theme::apply(scheme);
            for (const ProfileColour colour : profileColours) {
                for (const theme::Tone ground : { theme::Tone::Card, theme::Tone::Window })
                    QVERIFY2(contrast(profilemark::colourOf(colour), theme::color(ground)) >= 3,
                        qPrintable(sentences::colourName(colour)));
                const QImage shape
                    = profilemark::icon(colour).pixmap(18, 18).toImage().convertToFormat(QImage::Format_Alpha8);
                if (scheme == theme::Scheme::Light) {
                    QVERIFY2(!shapes.contains(shape), qPrintable(sentences::colourName(colour)));
                    shapes.append(shape);
                }
            }
        }
        theme::apply(theme::Scheme::Light);
    }

    void namesEveryControl()
    {
        AccountStage stage;
        openList(stage);
        for (const QPushButton* button : stage.find<ProfilesDialog>("profilesDialog")->findChildren<QPushButton*>())
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    }
};

QTEST_MAIN(TestProfilesDialog)
#include "tst_profilesdialog.moc"
