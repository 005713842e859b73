// The zone of the window: chosen in a menu, shown over the list, kept for the next start.
#include "support/fakeclock.h"
#include "ui/tasks/taskpage.h"
#include "ui/tasks/zonemenu.h"
#include "ui/words/zone.h"

#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;
using namespace Qt::StringLiterals;

class ZoneMenuTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { sentences::setZone({}); }

    void whatIsChosenHoldsForTheListAndForTheNextStart()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        FakeClock clock;
        TaskPage page(settings, clock);
        const auto heading = [&page] {
            return page.model().headerData(TaskModel::GoesOut, Qt::Horizontal, Qt::DisplayRole).toString();
        };
        ZoneMenu menu(settings, page, nullptr);
        connect(&menu, &ZoneMenu::zoneChanged, &page, &TaskPage::renewTimes);
        QCOMPARE(heading(), u"Goes out (UTC)"_s);
        QVERIFY(zone(menu, "")->isChecked());
        QSignalSpy renewed(&page.model(), &QAbstractItemModel::headerDataChanged);
        zone(menu, "Asia/Seoul")->trigger();
        QCOMPARE(renewed.count(), 1);
        QCOMPARE(heading(), u"Goes out (Seoul)"_s);

        sentences::setZone({});
        ZoneMenu next(settings, page, nullptr);
        QCOMPARE(heading(), u"Goes out (Seoul)"_s);
        QVERIFY(zone(next, "Asia/Seoul")->isChecked());
        zone(next, "")->trigger();
        QCOMPARE(heading(), u"Goes out (UTC)"_s);
    }

    void aZoneThatThisComputerDoesNotKnowIsNotTaken()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        settings.setValue(u"view/zone"_s, QByteArray("Mars/Olympus"));
        QWidget window;
        ZoneMenu menu(settings, window, nullptr);
        QVERIFY(!sentences::isZoneChosen());
        QVERIFY(zone(menu, "")->isChecked());
    }

private:
    static QAction* zone(const ZoneMenu& menu, const QByteArray& id)
    {
        for (QAction* action : menu.action()->menu<QMenu*>()->actions()) {
            if (action->isCheckable() && action->data().toByteArray() == id)
                return action;
        }
        return nullptr;
    }
};

QTEST_MAIN(ZoneMenuTest)
#include "tst_zonemenu.moc"
