// No word of a form is cut off, however long it gets while the form is open.
#include "ui/look/theme.h"
#include "ui/parts/formfield.h"
#include "ui/parts/growtofit.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace pushbrake;

namespace {

struct Form : QDialog
{
    Form()
    {
        auto* edit = new QLineEdit(this);
        edit->setObjectName(QStringLiteral("fieldEdit"));
        field = new FormField(QStringLiteral("Field"), edit, this);
        auto* page = new QVBoxLayout(this);
        page->addWidget(field);
        page->addStretch();
        new GrowToFit(*this);
        resize(300, 60);
    }

    QLabel* below() const { return findChild<QLabel*>(QStringLiteral("fieldEditBelow")); }
    bool isCut() const { return below()->height() < below()->heightForWidth(below()->width()); }

    FormField* field;
};

const QString longFault = QStringLiteral("This is another app than the saved one. ").repeated(6);

} // namespace

class GrowToFitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageOfSeveralLinesIsSeenWhole()
    {
        Form form;
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        form.field->showFault(longFault);
        QTRY_VERIFY(!form.isCut());
    }

    void oneThatIsThereAtTheStartIsSeenWhole()
    {
        Form form;
        form.field->showFault(longFault);
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        QTRY_VERIFY(!form.isCut());
    }

    void aMessageThatGoesMovesNoButton()
    {
        Form form;
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        form.field->showFault(longFault);
        QTRY_VERIFY(!form.isCut());
        const int tall = form.height();
        form.field->showFault({});
        QTest::qWait(50);
        QCOMPARE(form.height(), tall);
    }
};

QTEST_MAIN(GrowToFitTest)
#include "tst_growtofit.moc"
