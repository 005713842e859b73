#include "ui/parts/secondclick.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pushbrake;

class SecondClickTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPressedRightAfterwardsHitsNothing()
    {
        QWidget window;
        QPushButton button(&window);
        QWidget other;
        QPushButton elsewhere(&other);
        window.show();
        other.show();
        const QSignalSpy hit(&button, &QPushButton::clicked);
        const QSignalSpy hitElsewhere(&elsewhere, &QPushButton::clicked);
        swallowSecondClick(window);
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::mouseClick(&elsewhere, Qt::LeftButton);
        QCOMPARE(hit.size(), 0);
        QCOMPARE(hitElsewhere.size(), 1);
        QTest::qWait(QApplication::doubleClickInterval() + 100);
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(hit.size(), 1);
    }
};

QTEST_MAIN(SecondClickTest)
#include "tst_secondclick.moc"
