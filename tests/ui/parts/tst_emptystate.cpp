// What stands in place of a list offers what can be done now, not what could be done when it was put there.
#include "ui/parts/emptystate.h"

#include <QAction>
#include <QPushButton>
#include <QTest>

using namespace pushbrake;

class EmptyStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aButtonSaysWhatItsActionDoesNow()
    {
        QAction action(QStringLiteral("Stop &reading"));
        EmptyState state;
        state.present({ {}, QStringLiteral("No tasks"), QStringLiteral("None was read."), { &action } });
        auto* button = state.findChild<QPushButton*>(QStringLiteral("emptyButton0"));
        QVERIFY(button);
        QCOMPARE(button->text(), QStringLiteral("Stop reading"));
        action.setText(QStringLiteral("&Refresh"));
        QCOMPARE(button->text(), QStringLiteral("Refresh"));
        action.setToolTip(QStringLiteral("There is no account."));
        action.setEnabled(false);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), QStringLiteral("There is no account."));
        action.setEnabled(true);
        QVERIFY(button->isEnabled());
        QVERIFY(!button->text().contains(u'&') && button->icon().isNull());
    }
};

QTEST_MAIN(EmptyStateTest)
#include "tst_emptystate.moc"
