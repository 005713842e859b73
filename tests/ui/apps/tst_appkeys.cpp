// No key and no mnemonic is given twice in the window of apps or in any of its dialogs.
#include "support/mnemonics.h"
#include "ui/apps/accountstage.h"
#include "ui/apps/importquestion.h"
#include "ui/apps/profiledialog.h"
#include "ui/apps/proxylogindialog.h"
#include "ui/look/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

QString doubled(const QWidget& window)
{
    return doubledKeys(window).join(u'\n');
}

} // namespace

class TestAppKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noticesAKeyThatIsGivenTwice()
    {
        QWidget window;
        auto* first = new QPushButton(QStringLiteral("&Go"), &window);
        auto* second = new QPushButton(QStringLiteral("&Great"), &window);
        QCOMPARE(doubledKeys(window).size(), 1);
        second->hide();
        QCOMPARE(doubledKeys(window).size(), 0);

        auto* label = new QLabel(QStringLiteral("&Ground"), &window);
        QCOMPARE(doubledKeys(window).size(), 0); // goes nowhere
        label->setBuddy(first);
        QCOMPARE(doubledKeys(window).size(), 1);
        label->hide();

        auto* menu = new QMenu(&window);
        menu->addAction(QStringLiteral("&Good"));
        QCOMPARE(doubledKeys(window).size(), 0); // answers only while it is open
        menu->addAction(QStringLiteral("&Gone"));
        QCOMPARE(doubledKeys(window).size(), 1);
        menu->actions().constFirst()->setVisible(false);

        auto* action = new QAction(QStringLiteral("Same"), &window);
        action->setShortcut(Qt::CTRL | Qt::Key_S);
        window.addAction(action);
        menu->addAction(action);
        QCOMPARE(doubledKeys(window).size(), 0);
        new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), first, nullptr, nullptr, Qt::WidgetShortcut);
        QCOMPARE(doubledKeys(window).size(), 1);
    }

    void inTheWindowAndItsMenus()
    {
        AccountStage stage;
        stage.desk.start();
        stage.window.show();
        QCOMPARE(doubled(stage.window), QString());
    }

    void inTheDialogOfOneApp()
    {
        FakeClock clock;
        ProfileDialog dialog(clock);
        dialog.show();
        QCOMPARE(doubled(dialog), QString());
        auto* region = dialog.findChild<QComboBox*>(QStringLiteral("regionCombo"));
        region->setCurrentIndex(region->findData(int(Region::OtherHost)));
        dialog.offerSessionOnly(QStringLiteral("locked"));
        QVERIFY(dialog.findChild<QLineEdit*>(QStringLiteral("hostEdit"))->isVisible());
        QVERIFY(dialog.findChild<QPushButton*>(QStringLiteral("sessionOnlyButton"))->isVisible());
        QCOMPARE(doubled(dialog), QString());
        dialog.findChild<QLineEdit*>(QStringLiteral("nameEdit"))->setText(QStringLiteral("x"));
        dialog.reject();
        auto* question = dialog.findChild<QMessageBox*>(QStringLiteral("discardQuestion"));
        QVERIFY(question);
        QCOMPARE(doubled(*question), QString());
    }

    void inTheListOfAllApps()
    {
        AccountStage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a")), "key");
        stage.trigger("appsAction");
        QCOMPARE(doubled(*stage.find<QTreeWidget>("profilesList")->window()), QString());
        stage.find<QPushButton>("removeListedButton")->click();
        QCOMPARE(doubled(*stage.find<QMessageBox>("removeProfileQuestion")), QString());
    }

    void inTheQuestionBeforeAnImport()
    {
        const QList<Profile> one { AccountStage::profile(QStringLiteral("a")) };
        for (const auto& [added, here] : { std::pair(one, QList<Profile>()), std::pair(QList<Profile>(), one) }) {
            ImportQuestion question(added, here, {});
            question.show();
            QCOMPARE(doubled(question), QString());
        }
    }

    void inTheLoginOfAProxy()
    {
        QWidget window;
        auto* dialog = new ProxyLoginDialog(QStringLiteral("proxy.example:3128"), false, &window);
        dialog->show();
        QCOMPARE(doubled(*dialog), QString());
    }

    void inTheQuestionBeforeARun()
    {
        AccountStage stage;
        Profile shop = AccountStage::profile(QStringLiteral("a"));
        shop.kind = CredentialKind::UserSig;
        stage.keep(shop, stage.userSig(shop, 30min));
        stage.profiles.setLastUsed(shop.id);
        stage.desk.start();
        QTRY_COMPARE(stage.openedProfiles.size(), 1);
        stage.desk.beforeRun([] {});
        auto* question = stage.find<QMessageBox>("expiryQuestion");
        QVERIFY(question);
        QCOMPARE(question->buttons().size(), 3);
        QCOMPARE(doubled(*question), QString());
        QCOMPARE(question->defaultButton(), stage.find<QPushButton>("mendButton"));
        QCOMPARE(question->escapeButton(), stage.find<QPushButton>("notNowButton"));
    }
};

QTEST_MAIN(TestAppKeys)
#include "tst_appkeys.moc"
