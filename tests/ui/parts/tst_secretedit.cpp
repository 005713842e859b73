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

    void cannotBeSelectedWhileItIsShown()
    {
        QTest::keyPress(m_edit.get(), Qt::Key_F8);
        m_edit->selectAll();
        QVERIFY(!m_edit->hasSelectedText());
        m_edit->setSelection(1, 2);
        QVERIFY(!m_edit->hasSelectedText());
        QTest::keyRelease(m_edit.get(), Qt::Key_F8);
        m_edit->selectAll(); // masked it can be selected, to be typed over
        QVERIFY(m_edit->hasSelectedText());
        QTest::keyPress(m_edit.get(), Qt::Key_F8);
        QVERIFY(!m_edit->hasSelectedText());
    }

    // X11 offers what is selected to every other program, and goes on doing so when the field is gone.
    void neverGetsIntoTheSelectionOfX11()
    {
        QClipboard* clipboard = QGuiApplication::clipboard();
        if (!clipboard->supportsSelection())
            QSKIP("There is no selection here: tests/headless.sh has one.");
        QVERIFY(QTest::qWaitForWindowActive(m_edit.get()));
        for (const bool isShownFirst : { false, true }) {
            clipboard->setText(QStringLiteral("before"), QClipboard::Selection);
            if (isShownFirst)
                QTest::keyPress(m_edit.get(), Qt::Key_F8);
            const int y = m_edit->height() / 2;
            QTest::mouseDClick(m_edit.get(), Qt::LeftButton, {}, QPoint(20, y));
            QTest::mousePress(m_edit.get(), Qt::LeftButton, {}, QPoint(2, y));
            if (!isShownFirst)
                QTest::keyPress(m_edit.get(), Qt::Key_F8);
            for (int x = 4; x < 120; x += 4) {
                QMouseEvent move(QEvent::MouseMove, QPointF(x, y), m_edit->mapToGlobal(QPointF(x, y)), Qt::NoButton,
                    Qt::LeftButton, {});
                QCoreApplication::sendEvent(m_edit.get(), &move);
            }
            QTest::mouseRelease(m_edit.get(), Qt::LeftButton, {}, QPoint(120, y));
            QVERIFY(!m_edit->hasSelectedText());
            QTest::keyRelease(m_edit.get(), Qt::Key_F8);
            QCOMPARE(clipboard->text(QClipboard::Selection), QStringLiteral("before"));
        }
        m_edit.reset();
        QCOMPARE(clipboard->text(QClipboard::Selection), QStringLiteral("before"));
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
