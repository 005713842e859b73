// About: the version, the parts and their licences, and a text for support that holds no secret and no app.
#include "support/actions.h"
#include "ui/apps/accountstage.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/helpdesk.h"
#include "ui/help/promisesdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace pushbrake;

namespace {

/// Without the marks that keep it left to right.
QString bare(QString text)
{
    return text.remove(QChar(0x2066)).remove(QChar(0x2069));
}

struct Stage : AccountStage
{
    Stage()
    {
        window.add(help.room());
        window.show();
    }
    template<typename Widget> Widget* inWindow(const char* name) const
    {
        return window.findChild<Widget*>(QString::fromLatin1(name));
    }
    AboutDialog* about() const
    {
        actionOf(window, "aboutAction")->trigger();
        return inWindow<AboutDialog>("aboutDialog");
    }
    QString copied() const
    {
        inWindow<QPushButton>("copyButton")->click();
        return QGuiApplication::clipboard()->text();
    }

    HelpDesk help { window, accounts };
};

} // namespace

class AboutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothStandInTheMenuHelp()
    {
        const Stage stage;
        const QList<QAction*> help = stage.inWindow<QMenu>("helpMenu")->actions();
        for (const char* name : { "keysAction", "promisesAction", "aboutAction" })
            QVERIFY2(help.contains(actionOf(stage.window, name)), name);
    }

    void eachOpensOnceAndComesBackToTheFront()
    {
        const Stage stage;
        for (int i = 0; i < 2; ++i) {
            actionOf(stage.window, "aboutAction")->trigger();
            actionOf(stage.window, "promisesAction")->trigger();
        }
        QCOMPARE(stage.window.findChildren<AboutDialog*>().size(), 1);
        QCOMPARE(stage.window.findChildren<PromisesDialog*>().size(), 1);
    }

    void saysTheVersionOfTheProject()
    {
        const Stage stage;
        stage.about();
        QVERIFY(!programVersion().isEmpty());
        QVERIFY(stage.inWindow<QLabel>("versionLabel")->text().contains(programVersion()));
    }

    void everyPartHasItsVersionAndLicence()
    {
        const Stage stage;
        stage.about();
        const auto* parts = stage.inWindow<QTreeWidget>("builtOnList");
        QHash<QString, QString> licences;
        for (int row = 0; row < parts->topLevelItemCount(); ++row) {
            const QTreeWidgetItem* item = parts->topLevelItem(row);
            QVERIFY2(!item->text(1).isEmpty() && !item->text(2).isEmpty(), qPrintable(item->text(0)));
            licences.insert(bare(item->text(0)), bare(item->text(2)));
        }
        QCOMPARE(licences.value(QStringLiteral("Qt")), QStringLiteral("LGPL-3.0-only"));
        QCOMPARE(licences.value(QStringLiteral("Boost")), QStringLiteral("BSL-1.0"));
        QVERIFY(bare(parts->topLevelItem(0)->text(1)) == QLatin1String(qVersion()));
    }

    void theTextForSupportHasFactsAndNoSecret()
    {
        Stage stage;
        stage.keep(AccountStage::profile(QStringLiteral("a"), 1400000777), "averysecretkey");
        stage.about();
        const QString text = stage.copied();
        for (const QString& fact : { programVersion(), QString::fromLatin1(qVersion()), QGuiApplication::platformName(),
                 QStringLiteral("TLS: "), QStringLiteral("SQLite: 3.") })
            QVERIFY2(text.contains(fact), qPrintable(text));
        for (const char* secret : { "averysecretkey", "1400000777", "Shop", "administrator" })
            QVERIFY2(!text.contains(QLatin1String(secret)), qPrintable(text));
    }

    void thatItWasCopiedIsSeen()
    {
        const Stage stage;
        stage.about();
        const auto* said = stage.inWindow<QLabel>("copiedLabel");
        QVERIFY(said->text().isEmpty());
        stage.copied();
        QVERIFY(said->text().startsWith(QStringLiteral("Copied")));
        QCOMPARE(said->accessibleName(), said->text());
    }

    void theKeychainIsSaidAsItIs_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("word");
        QTest::newRow("open") << -1 << QStringLiteral("keychain: there and open");
        QTest::newRow("locked") << int(StoreFault::Locked) << QStringLiteral("keychain: locked");
        QTest::newRow("none") << int(StoreFault::Unavailable) << QStringLiteral("keychain: not available");
    }

    void theKeychainIsSaidAsItIs()
    {
        QFETCH(int, fault);
        Stage stage;
        if (fault >= 0)
            stage.keychain.fault = StoreFault(fault);
        stage.about();
        const auto* line = stage.inWindow<QLabel>("keychainLine");
        const QString before = line->text();
        QTRY_VERIFY(line->text() != before);
        QTEST(stage.copied().split(u'\n').last(), "word");
    }

    // The answer may come when nobody waits for it any more.
    void closingBeforeTheKeychainAnswersIsHarmless()
    {
        Stage stage;
        stage.keychain.isSlow = true;
        delete stage.about();
        for (const auto& answer : std::as_const(stage.keychain.later))
            answer();
        QTest::qWait(10);
        QVERIFY(!stage.inWindow<AboutDialog>("aboutDialog"));
    }

    void everyWidgetHasAName()
    {
        const Stage stage;
        actionOf(stage.window, "promisesAction")->trigger();
        const QDialog* promises = stage.inWindow<QDialog>("promisesDialog");
        QStringList nameless;
        for (const QDialog* dialog : { promises, static_cast<const QDialog*>(stage.about()) }) {
            QVERIFY(!dialog->accessibleName().isEmpty());
            for (const QWidget* widget : dialog->findChildren<QWidget*>()) {
                const QWidget* parent = widget->parentWidget();
                const bool isOfQt = (widget->objectName() + parent->objectName()).contains(QStringLiteral("qt_"))
                    || qobject_cast<const QAbstractScrollArea*>(parent);
                const bool isMute = (widget->focusPolicy() & Qt::TabFocus) && widget->accessibleName().isEmpty();
                if (!isOfQt && (widget->objectName().isEmpty() || isMute))
                    nameless << dialog->objectName() + u'/' + widget->objectName();
            }
        }
        QCOMPARE(nameless.join(u'\n'), QString());
    }

    void escapeClosesAndNothingIsCut()
    {
        Stage stage;
        stage.window.setLayoutDirection(Qt::RightToLeft);
        QPointer<AboutDialog> about = stage.about();
        QVERIFY(!about->isModal());
        for (const QPushButton* button : about->findChildren<QPushButton*>())
            QVERIFY(button->width() >= button->sizeHint().width());
        QTest::keyClick(about, Qt::Key_Escape);
        QTRY_VERIFY(!about);
    }
};

QTEST_MAIN(AboutTest)
#include "tst_about.moc"
