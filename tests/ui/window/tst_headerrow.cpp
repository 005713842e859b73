// The line at the top of the window: as it gets narrow the words of the tools go first, then the spare tool, and all of
// them come back.
#include "ui/window/commandaction.h"
#include "ui/window/headerrow.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTest>

using namespace pushbrake;

class HeaderRowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSpareToolGoesWhenItIsNarrowAndReturns()
    {
        QWidget window; // whose size says nothing of the row's
        auto* row = new HeaderRow(&window);
        CommandAction add("addAction", QStringLiteral("&Add many things"), QStringLiteral("plus"), nullptr);
        CommandAction spare("spareAction", QStringLiteral("&Spare and wide"), QStringLiteral("history"), nullptr);
        CommandAction go("goAction", QStringLiteral("&Go on with it"), QStringLiteral("x"), nullptr);
        row->addTool(add);
        row->addSpareTool(spare);
        row->addTool(go);
        window.resize(1000, 100);
        window.show();
        const QSize wide(900, row->sizeHint().height());
        const auto* button = row->findChild<QPushButton*>(QStringLiteral("spareButton"));
        QVERIFY(button);
        resize(*row, wide);
        QVERIFY(button->isVisible());
        const int withWords = button->width();
        const int least = row->minimumSizeHint().width();

        for (int width = wide.width(); width > least; --width) {
            resize(*row, { width, wide.height() });
            QVERIFY(row->findChild<QPushButton*>(QStringLiteral("addButton"))->isVisible());
            QCOMPARE(row->minimumSizeHint().width(), least);
            if (!button->isVisible())
                break;
        }
        QVERIFY(!button->isVisible());
        QVERIFY(button->width() < withWords); // its words went first
        resize(*row, { least, wide.height() });
        QVERIFY(!button->isVisible());
        QVERIFY(row->row().minimumSize().width() <= least);
        resize(*row, wide);
        QVERIFY(button->isVisible());
        QCOMPARE(button->width(), withWords);
    }

private:
    static void resize(HeaderRow& row, const QSize& size)
    {
        row.resize(size);
        QCoreApplication::sendPostedEvents();
    }
};

QTEST_MAIN(HeaderRowTest)
#include "tst_headerrow.moc"
