// The main job by accessible actions alone, as a screen reader or a voice presses them: no key, no mouse, nothing but
// names, roles and actions. Stop is pressed in the middle.
#include "start/program.h"
#include "ui/console.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/shell.h"

#include <QAccessible>
#include <QApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace pushbrake;

namespace {

using Test = std::function<bool(QAccessibleInterface&)>;

QAccessibleInterface* findIn(QAccessibleInterface* from, const Test& isWanted)
{
    if (!from || !from->isValid() || from->state().invisible)
        return nullptr;
    if (isWanted(*from))
        return from;
    for (int i = 0; from->role() != QAccessible::Table && i < from->childCount(); ++i) {
        if (QAccessibleInterface* found = findIn(from->child(i), isWanted))
            return found;
    }
    return nullptr;
}

QAccessibleInterface* topWindow(const char* name)
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && widget->objectName() == QLatin1StringView(name))
            return QAccessible::queryAccessibleInterface(widget);
    }
    return nullptr;
}

/// The first button of that window with this name, or with one that goes on with a number, that can be pressed.
QAccessibleInterface* button(const char* window, const QString& name)
{
    const QRegularExpression named(QStringLiteral("\\A%1( [0-9].*)?\\z").arg(name));
    return findIn(topWindow(window), [&named](QAccessibleInterface& item) {
        return item.role() == QAccessible::Button && named.match(item.text(QAccessible::Name)).hasMatch()
            && !item.state().disabled;
    });
}

bool press(const char* window, const QString& name)
{
    QAccessibleInterface* found = button(window, name);
    if (!found || !found->actionInterface())
        return false;
    found->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    return true;
}

} // namespace

class AccessibleStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelsStopsInTheMiddleAndReadsWhatBecameOfThem()
    {
        QTemporaryDir folder;
        Program program({ folder.filePath(QStringLiteral("data")), folder.filePath(QStringLiteral("s.ini")) });
        program.start();
        TaskPage& list = program.console().list().page();
        QVERIFY(QTest::qWaitFor([&] { return list.model().tasks().size() == 12; }, 10'000));

        QAccessibleInterface* table = findIn(topWindow("mainWindow"), [](QAccessibleInterface& item) {
            return item.role() == QAccessible::Table
                && item.text(QAccessible::Name) == QStringLiteral("Scheduled pushes");
        });
        QVERIFY(table && table->tableInterface());
        for (int row = 0; row < table->tableInterface()->rowCount(); ++row)
            table->tableInterface()->selectRow(row);
        const QList<Task> chosen = list.cancellableSelection();
        QVERIFY(chosen.size() > 5);
        QTRY_VERIFY(button("mainWindow", QStringLiteral("Practise cancelling")));

        QVERIFY(press("mainWindow", QStringLiteral("Practise cancelling")));
        QTRY_VERIFY(topWindow("cancelQuestion"));
        QTRY_VERIFY(button("cancelQuestion", QStringLiteral("Practise cancelling")));
        QTest::qWait(700); // a hasty press cancels nothing
        QVERIFY(press("cancelQuestion", QStringLiteral("Practise cancelling")));

        QTRY_VERIFY(button("mainWindow", QStringLiteral("Undo")));
        QVERIFY(press("mainWindow", QStringLiteral("Start now")));
        const auto settled = [&](Outcome outcome) {
            return std::count_if(chosen.begin(), chosen.end(),
                [&](const Task& task) { return list.model().task(task.id)->lastOutcome == outcome; });
        };
        QVERIFY(QTest::qWaitFor([&] { return settled(Outcome::Cancelled) > 0; }, 10'000));
        QVERIFY(!topWindow("runSummary")); // nothing stands before Stop
        QVERIFY(press("mainWindow", QStringLiteral("Stop")));
        QTRY_COMPARE_WITH_TIMEOUT(settled(Outcome::Cancelled) + settled(Outcome::Withdrawn), chosen.size(), 10'000);
        QVERIFY(settled(Outcome::Withdrawn) > 0);

        QTRY_VERIFY(topWindow("runSummary"));
        QAccessibleInterface* results = findIn(
            topWindow("runSummary"), [](QAccessibleInterface& item) { return item.tableInterface() != nullptr; });
        QVERIFY(results);
        QCOMPARE(results->tableInterface()->rowCount(), int(chosen.size()));
        QStringList words;
        for (int row = 0; row < int(chosen.size()); ++row)
            words << results->tableInterface()->cellAt(row, 0)->text(QAccessible::Name);
        QCOMPARE(words.count(QStringLiteral("Cancelled")), settled(Outcome::Cancelled));
        QCOMPARE(words.count(QStringLiteral("Kept scheduled")), settled(Outcome::Withdrawn));
        QVERIFY(press("runSummary", QStringLiteral("Close")));
        QTRY_VERIFY(!topWindow("runSummary"));
    }
};

QTEST_MAIN(AccessibleStoryTest)
#include "tst_accessiblestory.moc"
