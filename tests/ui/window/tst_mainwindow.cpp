#include "ui/runs/runbar.h"
#include "ui/tasks/taskmodel.h"
#include "ui/uisamples.h"
#include "ui/window/mainwindow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingSelectedMeansNoRedButton();
    void hiddenRowsAreNeverSelected();
    void theRedButtonCountsOnlyWhatCanBeCancelled();
    void practiceHasOtherWordsAndABar();
    void spaceTogglesAndDeleteAsks();
    void enterOpensTheResultOrTheEditor();
    void anEmptyListSaysWhatToDo();
    void aLockedAccountIsNotAnEmptyList();
    void aRunThatIsEndingKeepsTheRedButtonOut();
    void howARunIsCarriedOutIsChosenInTheMenu();
    void closingCanBeRefusedAndTheColumnsAreRemembered();
    void whatCanBeFocusedHasANameForAScreenReader();
    void rightToLeftPaintsWithoutCutting();

private:
    template<typename T> T* find(const char* name) const { return m_window->findChild<T*>(QLatin1StringView(name)); }
    void select(int row, QItemSelectionModel::SelectionFlags how = QItemSelectionModel::Select) const
    {
        m_table->selectionModel()->select(m_table->model()->index(row, 0), how | QItemSelectionModel::Rows);
    }

    samples::StillClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    QTableView* m_table = nullptr;
    QPushButton* m_red = nullptr;
};

void MainWindowTest::init()
{
    m_window.reset();
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    m_settings->clear();
    m_window = std::make_unique<MainWindow>(*m_settings, m_clock);
    m_window->taskModel()->setTasks(samples::four(m_clock));
    m_table = find<QTableView>("taskTable");
    m_red = find<QPushButton>("cancelButton");
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void MainWindowTest::nothingSelectedMeansNoRedButton()
{
    QVERIFY(m_window->selectedTasks().isEmpty());
    QVERIFY(!m_red->isEnabled());
    QVERIFY(!m_red->toolTip().isEmpty());
}

void MainWindowTest::hiddenRowsAreNeverSelected()
{
    m_table->selectAll();
    QCOMPARE(m_window->selectedTasks().size(), 4);
    QTest::keyClicks(find<QLineEdit>("searchBox"), QStringLiteral("summer"));
    QCOMPARE(m_window->selectedTasks().size(), 1);
    QCOMPARE(m_window->selectedTasks().first().id, 7000000001);
    find<QLineEdit>("searchBox")->clear();
    QCOMPARE(m_window->selectedTasks().size(), 1);
}

void MainWindowTest::theRedButtonCountsOnlyWhatCanBeCancelled()
{
    m_table->selectAll();
    QCOMPARE(m_window->cancellableSelection().size(), 3);
    QVERIFY(m_red->isEnabled());
    QVERIFY(m_red->text().contains(u'3'));
    const QSignalSpy asked(m_window.get(), &MainWindow::cancelRequested);
    m_red->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<QList<Task>>().size(), 3);
}

void MainWindowTest::practiceHasOtherWordsAndABar()
{
    select(1);
    const QString real = m_red->text();
    QVERIFY(!find<QWidget>("practiceBar")->isVisible());
    Profile practice;
    practice.region = Region::Practice;
    m_window->setOpenedProfile(practice);
    QVERIFY(find<QWidget>("practiceBar")->isVisible());
    QVERIFY(m_red->text() != real);
}

void MainWindowTest::spaceTogglesAndDeleteAsks()
{
    m_table->setCurrentIndex(m_table->model()->index(1, 0));
    m_table->clearSelection();
    QTest::keyClick(m_table, Qt::Key_Space);
    QCOMPARE(m_window->selectedTasks().size(), 1);
    const QSignalSpy asked(m_window.get(), &MainWindow::cancelRequested);
    QTest::keyClick(m_table, Qt::Key_Delete);
    QCOMPARE(asked.size(), 1);
    QTest::keyClick(m_table, Qt::Key_Space);
    QVERIFY(m_window->selectedTasks().isEmpty());
    QTest::keyClick(m_table, Qt::Key_Delete);
    QCOMPARE(asked.size(), 1);
}

void MainWindowTest::enterOpensTheResultOrTheEditor()
{
    const QSignalSpy edited(m_window.get(), &MainWindow::editRequested);
    const QSignalSpy shown(m_window.get(), &MainWindow::resultRequested);
    m_window->selectTask(7000000002);
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    Task done = *m_window->taskModel()->task(7000000002);
    done.lastOutcome = Outcome::Cancelled;
    m_window->taskModel()->putTasks({ done });
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(shown.size(), 1);
}

void MainWindowTest::anEmptyListSaysWhatToDo()
{
    m_window->taskModel()->setTasks({});
    QVERIFY(find<QWidget>("emptyState")->isVisible());
    const QSignalSpy refreshed(m_window.get(), &MainWindow::refreshRequested);
    find<QPushButton>("emptyButton0")->click();
    QCOMPARE(refreshed.size(), 1);
}

void MainWindowTest::aLockedAccountIsNotAnEmptyList()
{
    m_table->selectAll();
    m_window->setAccountState(QStringLiteral("Locked"), QStringLiteral("Unlock it."), { QStringLiteral("Try again") });
    QVERIFY(!m_table->isVisible());
    QVERIFY(!m_red->isEnabled());
    const QSignalSpy pressed(m_window.get(), &MainWindow::accountStateAction);
    find<QPushButton>("emptyButton0")->click();
    QCOMPARE(pressed.size(), 1);
    m_window->clearAccountState();
    QVERIFY(m_table->isVisible());
}

void MainWindowTest::aRunThatIsEndingKeepsTheRedButtonOut()
{
    m_table->selectAll();
    m_window->setRunEnding(true);
    QTRY_VERIFY(!m_red->isEnabled());
    m_window->setRunEnding(false);
    QTRY_VERIFY(m_red->isEnabled());
}

void MainWindowTest::howARunIsCarriedOutIsChosenInTheMenu()
{
    m_window->findChild<QAction*>(QStringLiteral("checkEveryAction"))->trigger();
    QCOMPARE(m_settings->value(QStringLiteral("run/checkEvery")).toBool(), true);
    m_window->findChild<QMenu*>(QStringLiteral("holdMenu"))->actions().first()->trigger();
    QCOMPARE(m_settings->value(QStringLiteral("run/holdSeconds")).toInt(), 0);
}

void MainWindowTest::closingCanBeRefusedAndTheColumnsAreRemembered()
{
    m_window->mayClose = [] { return false; };
    QVERIFY(!m_window->close());
    m_window->mayClose = [] { return true; };
    m_table->setColumnWidth(TaskModel::Status, 222);
    m_table->sortByColumn(TaskModel::Push, Qt::DescendingOrder);
    QVERIFY(m_window->close());
    const MainWindow again(*m_settings, m_clock);
    const auto* table = again.findChild<QTableView*>(QStringLiteral("taskTable"));
    QCOMPARE(table->columnWidth(TaskModel::Status), 222);
}

void MainWindowTest::whatCanBeFocusedHasANameForAScreenReader()
{
    const auto widgets = m_window->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        const bool mine
            = QLatin1StringView(widget->metaObject()->className()).startsWith(QLatin1StringView("pushbrake"));
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible()
            && !widget->objectName().startsWith(QLatin1StringView("qt_")))
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        if (mine)
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
}

void MainWindowTest::rightToLeftPaintsWithoutCutting()
{
    m_window->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(!m_window->grab().isNull());
    QTRY_VERIFY(m_red->mapTo(m_window.get(), QPoint()).x() < m_window->width() / 2);
    QVERIFY(m_red->width() >= m_red->sizeHint().width());
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
