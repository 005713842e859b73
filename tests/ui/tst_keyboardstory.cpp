// The main job with the keyboard alone, through the whole program: choose, cancel, start at once, read a result, go
// back.
#include "start/program.h"
#include "ui/console.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/tasks/tasktable.h"
#include "ui/window/shell.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace pushbrake;

class KeyboardStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelsPushesAndReadsAResult();
    void aHastyEnterKeepsEverythingScheduled();

private:
    // Keys go where the focus is, as they do for a person.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focused = QApplication::focusWidget();
        QVERIFY2(focused, "nothing has the keyboard");
        QTest::keyClick(focused, key, modifiers);
    }
    static bool isOpen(const char* dialog)
    {
        const auto* active = QApplication::activeWindow();
        return active && active->objectName() == QLatin1StringView(dialog);
    }
    static bool tabTo(const char* name)
    {
        for (int i = 0; i < 40; ++i) {
            if (QApplication::focusWidget() && QApplication::focusWidget()->objectName() == QLatin1StringView(name))
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }
    static bool hasList(TaskPage& list)
    {
        return QTest::qWaitFor([&] { return list.model().tasks().size() == 12; }, 10'000);
    }
};

void KeyboardStoryTest::cancelsPushesAndReadsAResult()
{
    QTemporaryDir folder;
    Program program({ folder.filePath(QStringLiteral("data")), folder.filePath(QStringLiteral("s.ini")) });
    program.start();
    Shell& window = program.window();
    TaskPage& list = program.console().list().page();
    QVERIFY(hasList(list));
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(qobject_cast<TaskTable*>(QApplication::focusWidget()));

    press(Qt::Key_A, Qt::ControlModifier);
    const QList<Task> chosen = list.cancellableSelection();
    QVERIFY(chosen.size() > 3);
    press(Qt::Key_Delete);
    QTRY_VERIFY(isOpen("cancelQuestion"));
    QTest::qWait(600);
    QVERIFY(tabTo("confirmButton"));
    press(Qt::Key_Space);

    QTRY_VERIFY(QApplication::activeWindow() == &window);
    press(Qt::Key_W, Qt::AltModifier); // Start now
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(chosen.begin(), chosen.end(),
                                 [&](const Task& task) { return list.model().task(task.id)->lastOutcome.has_value(); }),
        20'000);
    QTRY_VERIFY(isOpen("runSummary"));
    QVERIFY(tabTo("summaryTable"));
    press(Qt::Key_Home);
    press(Qt::Key_Return);
    QTRY_VERIFY(isOpen("resultDialog"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(isOpen("runSummary"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(QApplication::activeWindow() == &window);
}

void KeyboardStoryTest::aHastyEnterKeepsEverythingScheduled()
{
    QTemporaryDir folder;
    Program program({ folder.filePath(QStringLiteral("data")), folder.filePath(QStringLiteral("s.ini")) });
    program.start();
    Shell& window = program.window();
    TaskPage& list = program.console().list().page();
    QVERIFY(hasList(list));
    QVERIFY(QTest::qWaitForWindowActive(&window));
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    QTRY_VERIFY(isOpen("cancelQuestion"));
    press(Qt::Key_Return);
    QTRY_VERIFY(QApplication::activeWindow() == &window);
    QTest::qWait(300);
    for (const Task& task : list.model().tasks())
        QVERIFY(!task.lastOutcome);
}

QTEST_MAIN(KeyboardStoryTest)
#include "tst_keyboardstory.moc"
