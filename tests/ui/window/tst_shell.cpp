// The shell without any room of the program: what it does with the parts and commands that it is given.
#include "support/actions.h"
#include "ui/window/commandaction.h"
#include "ui/window/shell.h"

#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace pushbrake;

namespace {

struct Refusing final : CloseGuard
{
    bool mayClose() override { return false; }
};

struct Stage
{
    explicit Stage(const QString& path)
        : settings(path, QSettings::IniFormat)
        , window(settings)
    {
        window.nameFirstMenu(QStringLiteral("&Things"));
        greet.setTip(QStringLiteral("Says hello"));
        greet.setKeys(QKeySequence(Qt::Key_F6));
        page->setObjectName(QStringLiteral("thingsPage"));
        Room room;
        room.tools = { &greet };
        room.page = Page { QStringLiteral("&Things"), page };
        room.commands = { { MenuPlace::First, { &greet }, true } };
        window.add(room);
        window.show();
    }

    QMenu* menu(const char* name) { return window.findChild<QMenu*>(QString::fromLatin1(name)); }
    QPushButton* button() { return window.findChild<QPushButton*>(QStringLiteral("greetButton")); }

    QSettings settings;
    CommandAction greet { "greetAction", QStringLiteral("&Greet"), {}, nullptr };
    Shell window;
    QLabel* page = new QLabel;
};

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void buttonMenuAndKeyAreOneAction()
    {
        Stage stage(path());
        const QSignalSpy greeted(&stage.greet, &QAction::triggered);
        stage.button()->click();
        QVERIFY(stage.menu("firstMenu")->actions().contains(&stage.greet));
        QVERIFY(stage.menu("moreMenu")->actions().contains(&stage.greet));
        stage.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stage.window));
        QTest::keyClick(&stage.window, Qt::Key_F6);
        QCOMPARE(greeted.size(), 2);
    }

    void whyNotIsSaidInOnePlace()
    {
        Stage stage(path());
        stage.greet.setWhyNot(QStringLiteral("Nobody is there."));
        QVERIFY(!stage.button()->isEnabled());
        QCOMPARE(stage.button()->toolTip(), QStringLiteral("Nobody is there."));
        QCOMPARE(stage.button()->accessibleDescription(), QStringLiteral("Nobody is there."));
        QCOMPARE(stage.greet.toolTip(), QStringLiteral("Nobody is there."));
        stage.greet.setWhyNot({});
        QVERIFY(stage.button()->isEnabled() && stage.button()->toolTip().contains(QStringLiteral("F6")));
    }

    void quitIsLastWhateverComesLater()
    {
        Stage stage(path());
        for (const char* name : { "firstMenu", "moreMenu" })
            QCOMPARE(stage.menu(name)->actions().last()->objectName(), QStringLiteral("quitAction"));
    }

    void keysWorkWhileTheMenuBarIsHiddenAndItStaysHidden()
    {
        {
            Stage stage(path());
            actionOf(stage.window, "menuBarAction")->trigger();
            QVERIFY(!stage.window.menuBar()->isVisible());
            stage.window.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&stage.window));
            const QSignalSpy greeted(&stage.greet, &QAction::triggered);
            QTest::keyClick(&stage.window, Qt::Key_F6);
            QCOMPARE(greeted.size(), 1);
            QVERIFY(stage.window.close());
        }
        Stage again(path());
        QVERIFY(!again.window.menuBar()->isVisible());
    }

    void theSheetHasEveryKey()
    {
        Stage stage(path());
        actionOf(stage.window, "keysAction")->trigger();
        const auto* sheet = stage.window.findChild<QTreeWidget*>(QStringLiteral("keyList"));
        QVERIFY(sheet);
        QCOMPARE(sheet->findItems(QStringLiteral("Greet"), Qt::MatchExactly | Qt::MatchRecursive).size(), 1);
        QCOMPARE(sheet->findItems(QStringLiteral("F6"), Qt::MatchExactly | Qt::MatchRecursive, 1).size(), 1);
    }

    void aSecondPageIsOneCallAndCanBeChosen()
    {
        Stage stage(path());
        auto* second = new QLabel;
        second->setObjectName(QStringLiteral("secondPage"));
        Room room;
        room.page = Page { QStringLiteral("&Second"), second };
        stage.window.add(room);
        QVERIFY(!second->isVisible());
        actionOf(stage.window, "secondPageAction")->trigger();
        QVERIFY(second->isVisible() && !stage.page->isVisible());
    }

    void theHeadSaysWhereOneIsAndEscapeLeadsBack()
    {
        Stage stage(path());
        auto* second = new QLabel;
        second->setObjectName(QStringLiteral("secondPage"));
        second->setFocusPolicy(Qt::StrongFocus);
        CommandAction opener("openAction", QStringLiteral("&Second"), {}, nullptr);
        Room room;
        room.page = Page { {}, second, nullptr, &opener };
        stage.window.add(room);
        const auto* head = stage.window.findChild<QWidget*>(QStringLiteral("pageHead"));
        QTest::keyClick(stage.page, Qt::Key_Escape);
        QVERIFY(!head->isVisible());
        opener.trigger();
        QVERIFY(head->isVisible() && second->isVisible());
        QCOMPARE(stage.window.findChild<QLabel*>(QStringLiteral("pageTitle"))->text(), QStringLiteral("Second"));
        QTest::keyClick(second, Qt::Key_Escape);
        QVERIFY(!head->isVisible() && stage.page->isVisible());
        opener.trigger();
        stage.window.findChild<QPushButton*>(QStringLiteral("backButton"))->click();
        QVERIFY(stage.page->isVisible() && !opener.isChecked());
    }

    void whatSpeaksOfAPageIsOffWhileAnotherIsShown()
    {
        Stage stage(path());
        CommandAction ofFirst("firstAction", QStringLiteral("First"), {}, nullptr);
        CommandAction ofSecond("ownAction", QStringLiteral("Own"), {}, nullptr);
        ofFirst.setTip(QStringLiteral("Says first"));
        auto* second = new QLabel;
        second->setObjectName(QStringLiteral("secondPage"));
        Room without;
        without.ofPage = { &ofFirst };
        Room room;
        room.page = Page { QStringLiteral("&Second"), second };
        room.ofPage = { &ofSecond };
        stage.window.add(room);
        stage.window.add(without);
        QVERIFY(ofFirst.isEnabled() && !ofSecond.isEnabled());
        actionOf(stage.window, "secondPageAction")->trigger();
        QVERIFY(!ofFirst.isEnabled() && ofSecond.isEnabled());
        QVERIFY(ofFirst.toolTip().contains(QStringLiteral("go back")));
        ofFirst.setWhyNot({}); // what goes on meanwhile does not turn it on
        QVERIFY(!ofFirst.isEnabled());
        actionOf(stage.window, "thingsPageAction")->trigger();
        QVERIFY(ofFirst.isEnabled());
        QCOMPARE(ofFirst.toolTip(), QStringLiteral("Says first"));
    }

    void closingCanBeRefused()
    {
        Stage stage(path());
        Refusing refusing;
        stage.window.setCloseGuard(&refusing);
        QVERIFY(!stage.window.close());
        stage.window.setCloseGuard(nullptr);
        const QSignalSpy remembers(&stage.window, &Shell::rememberRequested);
        QVERIFY(stage.window.close());
        QCOMPARE(remembers.size(), 1);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("s.ini")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(ShellTest)
#include "tst_shell.moc"
