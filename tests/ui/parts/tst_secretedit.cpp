// A secret in a field cannot be read over a shoulder, copied, or brought back.
#include "ui/parts/secretedit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace pushbrake;

class SecretEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_edit = std::make_unique<SecretEdit>(nullptr);
        m_edit->show();
        QTest::keyClicks(m_edit.get(), QStringLiteral("hush"));
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    }

    void isReadableOnlyWhileTheEyeIsHeldDown()
    {
        auto* eye = m_edit->findChild<QToolButton*>(QStringLiteral("showSecretButton"));
        QVERIFY(eye);
        QVERIFY(!m_edit->displayText().contains(u'h'));
        QTest::mousePress(eye, Qt::LeftButton);
        QCOMPARE(m_edit->displayText(), QStringLiteral("hush"));
        QTest::mouseRelease(eye, Qt::LeftButton);
        QVERIFY(!m_edit->displayText().contains(u'h'));
        QTest::keyPress(m_edit.get(), Qt::Key_F8);
        QCOMPARE(m_edit->displayText(), QStringLiteral("hush"));
        QTest::keyRelease(m_edit.get(), Qt::Key_F8);
        QVERIFY(!m_edit->displayText().contains(u'h'));
    }

    void cannotBeCopiedOrCutEvenWhileItIsShown()
    {
        for (const bool shown : { false, true }) {
            if (shown)
                QTest::keyPress(m_edit.get(), Qt::Key_F8);
            m_edit->selectAll();
            QTest::keySequence(m_edit.get(), QKeySequence::Copy);
            m_edit->selectAll();
            QTest::keySequence(m_edit.get(), QKeySequence::Cut);
            QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
            QCOMPARE(m_edit->text(), QStringLiteral("hush"));
        }
    }

    void doesNotComeBackByUndo()
    {
        m_edit->selectAll();
        QTest::keyClick(m_edit.get(), Qt::Key_Delete);
        QTest::keySequence(m_edit.get(), QKeySequence::Undo);
        QVERIFY(m_edit->text().isEmpty());
        QTest::keySequence(m_edit.get(), QKeySequence::Redo);
        QVERIFY(m_edit->text().isEmpty());
    }

    void itsMenuOffersPastingAndClearingOnly()
    {
        QContextMenuEvent wish(QContextMenuEvent::Keyboard, {}, m_edit->mapToGlobal(QPoint()));
        QCoreApplication::sendEvent(m_edit.get(), &wish);
        auto* menu = m_edit->findChild<QMenu*>(QStringLiteral("secretMenu"));
        QVERIFY(menu);
        QStringList items;
        for (const QAction* action : menu->actions())
            items << action->text().remove(u'&');
        QCOMPARE(items, (QStringList { QStringLiteral("Paste"), QStringLiteral("Clear") }));
        menu->actions().at(0)->trigger();
        QVERIFY(m_edit->text().contains(QStringLiteral("before")));
        menu->actions().at(1)->trigger();
        QVERIFY(m_edit->text().isEmpty());
        menu->close();
    }

private:
    std::unique_ptr<SecretEdit> m_edit;
};

QTEST_MAIN(SecretEditTest)
#include "tst_secretedit.moc"
