// The parts that let a dialog shrink to a small screen: the fields scroll, and the buttons stay.
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/growtofit.h"
#include "ui/parts/scrolledform.h"
#include "ui/parts/twopartrow.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace pushbrake;

namespace {

struct Form : QDialog
{
    Form()
        : form(new ScrolledForm(this))
        , buttons(new TwoPartRow(this))
    {
        for (int i = 0; i < 8; ++i) {
            edits.append(new QLineEdit(this));
            edits.last()->setMinimumHeight(theme::controlHeight);
            form->column().addWidget(edits.last());
        }
        words = theme::plainLabel({}, this);
        form->column().addWidget(words);
        help = makeButton("helpButton", QStringLiteral("What is this?"), this);
        save = makeButton("saveButton", QStringLiteral("Save all of it"), this);
        buttons->beginning().addWidget(help);
        buttons->beginning().addStretch();
        buttons->end().addWidget(save);
        auto* page = new QVBoxLayout(this);
        page->addWidget(form, 1);
        page->addWidget(buttons);
        new GrowToFit(*this);
        resize(400, 60);
        show();
    }

    bool isWhole(const QWidget* widget) const
    {
        const QRect place(widget->mapTo(this, QPoint()), widget->size());
        return rect().contains(place) && place.height() >= widget->minimumSizeHint().height();
    }
    bool scrolls() const { return form->verticalScrollBar()->maximum() > 0; }

    ScrolledForm* form;
    TwoPartRow* buttons;
    QList<QLineEdit*> edits;
    QLabel* words;
    QPushButton* help;
    QPushButton* save;
};

bool isInSight(const Form& form, const QWidget& part)
{
    return form.form->viewport()->rect().contains(QRect(part.mapTo(form.form->viewport(), QPoint()), part.size()));
}

} // namespace

class ScrolledFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingScrollsWhereThereIsRoom()
    {
        Form form;
        QTRY_VERIFY(!form.scrolls());
        QVERIFY(form.isWhole(form.edits.last()));
    }

    void aMessageInItMakesTheDialogTaller()
    {
        Form form;
        QTRY_VERIFY(!form.scrolls());
        const int before = form.height();
        form.words->setText(QStringLiteral("This is another app than the saved one. ").repeated(6));
        QTRY_VERIFY(form.height() > before);
        QTRY_VERIFY(!form.scrolls());
    }

    void theButtonsStayWhenTheDialogIsSmall()
    {
        Form form;
        QTRY_VERIFY(!form.scrolls());
        form.resize(400, 180);
        QTRY_VERIFY(form.scrolls());
        QCOMPARE(form.height(), 180); // and it stays as small as it was made
        QVERIFY(form.isWhole(form.save) && form.isWhole(form.help));
    }

    void theFieldWithTheKeyboardIsScrolledTo()
    {
        Form form;
        QVERIFY(QTest::qWaitForWindowActive(&form));
        form.resize(400, 180);
        QTRY_VERIFY(form.scrolls());
        form.edits.first()->setFocus();
        for (int i = 1; i < form.edits.size(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), form.edits.last());
        QVERIFY(isInSight(form, *form.edits.last()));
    }

    void whatTheProgramOrAMnemonicGivesTheKeyboardIsScrolledTo()
    {
        Form form;
        QVERIFY(QTest::qWaitForWindowActive(&form));
        form.resize(400, 180);
        QTRY_VERIFY(form.scrolls());
        form.edits.last()->setFocus(Qt::ShortcutFocusReason);
        QTRY_VERIFY(isInSight(form, *form.edits.last()));
        form.edits.first()->setFocus(Qt::ShortcutFocusReason);
        QTRY_VERIFY(isInSight(form, *form.edits.first()));
    }

    void aKeyThatAFieldDoesNotWantScrollsNothing()
    {
        Form form;
        QVERIFY(QTest::qWaitForWindowActive(&form));
        form.resize(400, 180);
        QTRY_VERIFY(form.scrolls());
        form.edits.first()->setFocus();
        for (const Qt::Key key : { Qt::Key_Down, Qt::Key_PageDown })
            QTest::keyClick(form.edits.first(), key);
        QCOMPARE(form.form->verticalScrollBar()->value(), 0);
    }

    void tabComesToItAndKeysScrollItWhileSomethingIsOutOfSight()
    {
        Form form;
        QVERIFY(QTest::qWaitForWindowActive(&form));
        QTRY_VERIFY(!form.scrolls());
        QCOMPARE(form.form->focusPolicy(), Qt::NoFocus);
        form.resize(400, 180);
        QTRY_VERIFY(form.scrolls());
        form.save->setFocus();
        for (int i = 0; i < 20 && !form.form->hasFocus(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(form.form->hasFocus());
        QVERIFY(form.form->findChild<QWidget*>(QStringLiteral("formFocusRing"))->isVisible());
        form.form->verticalScrollBar()->setValue(0);
        QTest::keyClick(form.form, Qt::Key_PageDown);
        QVERIFY(form.form->verticalScrollBar()->value() > 0);
        QTest::keyClick(form.form, Qt::Key_PageUp);
        QTest::keyClick(form.form, Qt::Key_Down);
        QVERIFY(form.form->verticalScrollBar()->value() > 0);
        form.resize(400, 600);
        QTRY_VERIFY(!form.scrolls());
        QVERIFY(!form.form->hasFocus());
    }

    void whereThereIsNoRoomForBothTheEndGoesBelow()
    {
        Form form;
        QCOMPARE(form.help->y(), form.save->y());
        form.resize(form.buttons->minimumSizeHint().width() + 40, form.height());
        QTRY_VERIFY(form.help->y() < form.save->y());
        QVERIFY(form.isWhole(form.save) && form.isWhole(form.help));
        form.resize(400, form.height());
        QTRY_COMPARE(form.help->y(), form.save->y());
    }
};

QTEST_MAIN(ScrolledFormTest)
#include "tst_scrolledform.moc"
