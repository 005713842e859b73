// The list and the runs in one window without an account: selection, the red button and its reasons, menus and keys.
#include "store/database.h"
#include "support/actions.h"
#include "support/mnemonics.h"
#include "ui/parts/notices.h"
#include "ui/runs/leftout.h"
#include "ui/runs/rundesk.h"
#include "ui/runs/runguard.h"
#include "ui/tasks/pastedialog.h"
#include "ui/tasks/taskcommands.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/uisamples.h"
#include "ui/window/shell.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace pushbrake;

namespace {

struct CountingGuard final : RunGuard
{
    void beforeRun(std::function<void()>) override { ++asked; }
    int asked = 0;
};

struct Window
{
    explicit Window(const QString& path)
        : settings(path, QSettings::IniFormat)
    {
        window.nameFirstMenu(QStringLiteral("Push&es"));
        window.add(list.room());
        window.add(runs.room());
        table = find<QTableView>("taskTable");
        red = find<QPushButton>("cancelButton");
        page().model().setTasks(samples::four(clock));
        window.show();
        window.activateWindow();
    }

    TaskPage& page() { return list.page(); }
    template<typename T> T* find(const char* name) { return window.findChild<T*>(QString::fromLatin1(name)); }

    samples::StillClock computersClock;
    ServiceClock clock { computersClock };
    QSettings settings;
    std::unique_ptr<Database> database = Database::inMemory();
    TaskList tasks { *database };
    CountingGuard guard;
    Shell window { settings };
    TaskDesk list { { window, settings, tasks, clock } };
    RunDesk runs { { window, list, settings, clock, guard } };
    QTableView* table = nullptr;
    QPushButton* red = nullptr;
};

} // namespace

class RoomsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_w.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_w = std::make_unique<Window>(m_folder->filePath(QStringLiteral("s.ini")));
        QVERIFY(QTest::qWaitForWindowActive(&m_w->window));
    }
    void cleanup() { m_w.reset(); }

    void nothingSelectedMeansNoRedButton()
    {
        QVERIFY(m_w->page().selectedTasks().isEmpty());
        QVERIFY(!m_w->red->isEnabled() && !m_w->red->toolTip().isEmpty());
        QCOMPARE(m_w->red->accessibleDescription(), m_w->red->toolTip());
    }

    void hiddenRowsAreNeverSelected()
    {
        m_w->table->selectAll();
        QCOMPARE(m_w->page().selectedTasks().size(), 4);
        QTest::keyClicks(m_w->find<QLineEdit>("searchBox"), QStringLiteral("summer"));
        QCOMPARE(m_w->page().selectedTasks().size(), 1);
        QCOMPARE(m_w->page().selectedTasks().first().id, 7000000001);
        m_w->find<QLineEdit>("searchBox")->clear();
        QCOMPARE(m_w->page().selectedTasks().size(), 1);
    }

    void theQuestionCanSayWhyASelectedPushIsLeftOut()
    {
        installLanguage(*qApp);
        m_w->table->selectAll();
        const QList<Task> asked = m_w->page().cancellableSelection();
        QCOMPARE(leftOutSentences(m_w->page(), asked).size(), 1); // one of the four went out
        m_w->page().model().setRunState(asked.last().id, RunState::Queued);
        const QStringList said = leftOutSentences(m_w->page(), asked);
        QCOMPARE(said.size(), 2);
        QVERIFY2(said.last().contains(QStringLiteral("1 selected push is being cancelled")), qPrintable(said.last()));
        Task other;
        other.id = 99;
        QVERIFY(leftOutSentences(m_w->page(), { other }).isEmpty()); // a question about others
    }

    void theRedButtonCountsOnlyWhatCanBeCancelled()
    {
        m_w->table->selectAll();
        QCOMPARE(m_w->page().cancellableSelection().size(), 3);
        QVERIFY(m_w->red->isEnabled());
        QVERIFY(m_w->red->text().contains(u'3'));
        QVERIFY(m_w->red->toolTip().contains(u'1'));
        m_w->red->click();
        QCOMPARE(m_w->guard.asked, 1);
    }

    // The catalogue is filed under the classes that look it up; a class that moves or is renamed takes its forms along.
    void oneAndManyAreToldApartInEveryRoom()
    {
        installLanguage(*qApp);
        m_w->table->selectAll();
        QVERIFY2(m_w->red->text().contains(QStringLiteral("3 pushes")), qPrintable(m_w->red->text()));
        QCOMPARE(m_w->list.commands().copyIds->text(), QStringLiteral("C&opy 4 task IDs"));
        const auto* counter = m_w->find<QLabel>("counter");
        QVERIFY2(counter->text().startsWith(QStringLiteral("4 pushes ")), qPrintable(counter->text()));
        m_w->page().selectTask(7000000001);
        QVERIFY2(m_w->red->text().contains(QStringLiteral("1 push…")), qPrintable(m_w->red->text()));
    }

    void practiceHasOtherWords()
    {
        m_w->table->selectAll();
        const QString real = m_w->red->text();
        m_w->runs.setPractice(true);
        QVERIFY(m_w->red->text() != real);
    }

    void spaceTogglesAndDeleteAsks()
    {
        m_w->table->setCurrentIndex(m_w->table->model()->index(1, 0));
        m_w->table->clearSelection();
        QTest::keyClick(m_w->table, Qt::Key_Space);
        QCOMPARE(m_w->page().selectedTasks().size(), 1);
        QTest::keyClick(m_w->table, Qt::Key_Delete);
        QCOMPARE(m_w->guard.asked, 1);
        QTest::keyClick(m_w->table, Qt::Key_Space);
        QVERIFY(m_w->page().selectedTasks().isEmpty());
        QTest::keyClick(m_w->table, Qt::Key_Delete);
        QCOMPARE(m_w->guard.asked, 1);
    }

    void deleteInTheSearchErasesLetters()
    {
        m_w->table->selectAll();
        auto* search = m_w->find<QLineEdit>("searchBox");
        search->setText(QStringLiteral("ab"));
        search->setFocus();
        search->setCursorPosition(0);
        QTest::keyClick(search, Qt::Key_Delete);
        QCOMPARE(search->text(), QStringLiteral("b"));
        QCOMPARE(m_w->guard.asked, 0);
    }

    void deleteOnAChipTakesBackItsChoiceAndAsksNothing_data()
    {
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::newRow("Delete") << Qt::KeyboardModifiers(Qt::NoModifier);
        QTest::newRow("that of the keypad") << Qt::KeyboardModifiers(Qt::KeypadModifier);
    }

    void deleteOnAChipTakesBackItsChoiceAndAsksNothing()
    {
        QFETCH(const Qt::KeyboardModifiers, modifiers);
        m_w->table->selectAll();
        m_w->find<QMenu>("audienceFilter")->actions().at(3)->trigger(); // by tag
        QTRY_VERIFY(m_w->red->isEnabled()); // what is selected could be cancelled
        auto* chip = m_w->find<QPushButton>("chip1");
        QVERIFY(chip && chip->isVisible());
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Delete, modifiers);
        QCOMPARE(m_w->guard.asked, 0);
        QTRY_VERIFY(!m_w->find<QPushButton>("chip1"));
        QCOMPARE(m_w->page().shownIds().size(), 4);
    }

    void enterOpensTheResultOrTheEditor()
    {
        const QSignalSpy shown(&m_w->list, &TaskDesk::resultRequested);
        m_w->page().selectTask(7000000002);
        QTest::keyClick(m_w->table, Qt::Key_Return);
        auto* editor = m_w->find<QDialog>("taskDialog");
        QVERIFY(editor);
        delete editor;
        Task done = *m_w->page().model().task(7000000002);
        done.lastOutcome = Outcome::Cancelled;
        m_w->page().model().putTasks({ done });
        QTest::keyClick(m_w->table, Qt::Key_Return);
        QCOMPARE(shown.size(), 1);
    }

    void whatCannotBeWrittenStaysInItsDialog()
    {
        const AppKey app = AppKey::notRecorded(QStringLiteral("a"));
        QVERIFY(m_w->tasks.add(app, samples::four(m_w->clock)));
        m_w->list.open(app, nullptr);
        QSqlQuery(m_w->database->connection()).exec(QStringLiteral("PRAGMA query_only = ON"));
        m_w->page().selectTask(7000000002);
        QTest::keyClick(m_w->table, Qt::Key_Return);
        auto* editor = m_w->find<QDialog>("taskDialog");
        auto* note = editor->findChild<QLineEdit*>(QStringLiteral("noteEdit"));
        QTest::keyClicks(note, QStringLiteral("typed with care"));
        editor->findChild<QPushButton*>(QStringLiteral("saveButton"))->click();
        QVERIFY(editor->isVisible());
        QVERIFY(note->text().contains(QStringLiteral("typed with care")));
        QVERIFY(editor->findChild<QLabel*>(QStringLiteral("taskProblem"))->isVisible());
        delete editor;
        actionOf(m_w->window, "pasteAction")->trigger();
        auto* paste = m_w->find<PasteDialog>("pasteDialog");
        paste->setText(QStringLiteral("7000000077"));
        paste->accept();
        QVERIFY(paste->isVisible());
        QVERIFY(paste->findChild<QLabel*>(QStringLiteral("pasteProblem"))->isVisible());
        QCOMPARE(paste->tasks().size(), 1);
        QSqlQuery(m_w->database->connection()).exec(QStringLiteral("PRAGMA query_only = OFF"));
        paste->accept();
        QVERIFY(!paste->isVisible());
    }

    void anEmptyListSaysWhatToDo()
    {
        m_w->page().model().setTasks({});
        QVERIFY(m_w->find<QWidget>("emptyState")->isVisible());
        m_w->find<QPushButton>("emptyButton1")->click();
        QVERIFY(m_w->find<QDialog>("taskDialog"));
    }

    void aLockedAccountIsNotAnEmptyList()
    {
        m_w->table->selectAll();
        QAction tryAgain(QStringLiteral("Try again"), nullptr);
        m_w->page().showState({ {}, QStringLiteral("Locked"), QStringLiteral("Unlock it."), { &tryAgain } });
        m_w->runs.setUnavailable(QStringLiteral("It is locked."));
        QVERIFY(!m_w->table->isVisible());
        QVERIFY(!m_w->red->isEnabled());
        QCOMPARE(m_w->red->toolTip(), QStringLiteral("It is locked."));
        const QSignalSpy pressed(&tryAgain, &QAction::triggered);
        m_w->find<QPushButton>("emptyButton0")->click();
        QCOMPARE(pressed.size(), 1);
        m_w->page().clearState();
        QVERIFY(m_w->table->isVisible());
    }

    void howARunIsCarriedOutIsChosenInTheMenu()
    {
        actionOf(m_w->window, "checkEveryAction")->trigger();
        m_w->runs.room().commands.at(3).actions.first()->menu()->actions().first()->trigger();
        const RunOptions chosen = RunSettings(m_w->settings).read();
        QVERIFY(chosen.checkEvery);
        QCOMPARE(chosen.hold.count(), 0);
        QCOMPARE(m_w->settings.value(QStringLiteral("run/holdSeconds")).toInt(), 0);
    }

    // It grew over the button beside it, which then was hit by mistake.
    void theRedButtonStandsStill()
    {
        installLanguage(*qApp);
        QList<Task> many;
        for (TaskId id = 1; id <= 10'000; ++id)
            many.append(samples::task(m_w->clock, id, QStringLiteral("Push"), 60));
        m_w->page().model().setTasks(many);
        for (const bool isPractice : { false, true }) {
            m_w->runs.setPractice(isPractice);
            m_w->table->clearSelection();
            QTest::qWait(10);
            const QRect place = m_w->red->geometry();
            const QRect besides = m_w->find<QWidget>("moreButton")->geometry();
            const QSize least = m_w->window.minimumSizeHint();
            m_w->page().selectTask(1);
            QTest::qWait(10);
            QCOMPARE(m_w->red->geometry(), place);
            m_w->table->selectAll();
            QTRY_VERIFY(m_w->red->text().contains(QStringLiteral("10000")));
            QTest::qWait(10);
            QCOMPARE(m_w->red->geometry(), place);
            QCOMPARE(m_w->find<QWidget>("moreButton")->geometry(), besides);
            QCOMPARE(m_w->window.minimumSizeHint(), least);
            const int words = m_w->red->fontMetrics().size(Qt::TextShowMnemonic, m_w->red->text()).width();
            QVERIFY(m_w->red->width() >= words);
        }
    }

    void rowsAndIdsAreCopied()
    {
        m_w->page().selectTask(7000000001);
        actionOf(m_w->window, "copyIdsAction")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("7000000001"));
        QTest::keyClick(m_w->table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Summer sale\t7000000001\t")));
    }

    void whatWasCopiedIsSaid()
    {
        installLanguage(*qApp);
        m_w->table->selectAll();
        QTest::keyClick(m_w->table, Qt::Key_C, Qt::ControlModifier);
        const auto* notice = m_w->find<QLabel>("noticeText");
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->text(), QStringLiteral("4 pushes copied."));
        m_w->table->clearSelection();
        m_w->page().selectTask(7000000001);
        actionOf(m_w->window, "copyIdsAction")->trigger();
        QCOMPARE(notice->text(), QStringLiteral("1 task ID copied."));
        m_w->find<QAbstractButton>("noticeClose")->click();
        QVERIFY(!notice->isVisible()); // the one took the place of the other
    }

    void tabGoesAsTheEyeDoes()
    {
        m_w->window.notices().tell(NoticeKind::Warning, QStringLiteral("Something."), QStringLiteral("More of it."));
        m_w->page().takePasted({ 7000000001 });
        m_w->find<QPushButton>("pastedFilter")->click();
        m_w->find<QMenu>("audienceFilter")->actions().at(3)->trigger(); // before it in the row of chips
        m_w->page().takeKeyboard();
        QVERIFY(m_w->table->hasFocus());
        const QStringList inOrder { QStringLiteral("noticeUnfold"), QStringLiteral("noticeClose"), // below the page
            QStringLiteral("rangeButton"), // no account: Refresh is out of use
            QStringLiteral("addButton"), QStringLiteral("pasteButton"), QStringLiteral("moreButton"),
            QStringLiteral("cancelButton"), QStringLiteral("searchBox"), QStringLiteral("filterButton"),
            QStringLiteral("viewsButton"), QStringLiteral("pastedFilter"), QStringLiteral("selectAllButton"),
            QStringLiteral("chip1"), QStringLiteral("chip4"), QStringLiteral("clearChipsButton"),
            QStringLiteral("taskTable") };
        QCOMPARE(walked(Qt::Key_Tab), inOrder);
        QStringList backwards = inOrder;
        std::reverse(backwards.begin(), backwards.end() - 1);
        QCOMPARE(walked(Qt::Key_Backtab), backwards);
    }

    void tabComesToWhatAnEmptyListOffersAfterTheFilters()
    {
        m_w->page().model().setTasks({});
        QTRY_VERIFY(m_w->find<QWidget>("emptyState")->isVisible());
        m_w->page().takeKeyboard();
        QCOMPARE(QApplication::focusWidget()->objectName(),
            QStringLiteral("emptyButton1")); // no account: the first, Refresh, is out of use
        const QStringList stops = walked(Qt::Key_Tab);
        const qsizetype views = stops.indexOf(QStringLiteral("viewsButton"));
        QVERIFY2(views > 0 && stops.mid(views + 1) == QStringList { QStringLiteral("emptyButton1") }
                && stops.first() == QStringLiteral("emptyButton2"),
            qPrintable(stops.join(u' ')));
        QVERIFY(stops.contains(QStringLiteral("searchBox")) && stops.contains(QStringLiteral("pasteButton")));
    }

    void downLeadsFromTheSearchToTheList()
    {
        m_w->page().focusSearch();
        QTest::keyClick(m_w->find<QLineEdit>("searchBox"), Qt::Key_Down);
        QVERIFY(m_w->table->hasFocus());
    }

    void exportingHasAKeyThatNoFieldTakes()
    {
        m_w->page().focusSearch();
        QTest::keyClick(m_w->find<QLineEdit>("searchBox"), Qt::Key_S, Qt::ControlModifier);
        auto* dialog = m_w->find<QDialog>("exportDialog");
        QVERIFY(dialog && dialog->isVisible());
        delete dialog;
    }

    void theCurrentRowStaysInSightWhenANoticeTakesItsRoom()
    {
        QList<Task> many;
        for (TaskId id = 1; id <= 100; ++id)
            many.append(samples::task(m_w->clock, id, QStringLiteral("Push"), int(id)));
        m_w->page().model().setTasks(many);
        settle();
        const int last = m_w->table->rowAt(m_w->table->viewport()->height() - 1) - 1; // whole
        m_w->page().selectTask(last + 1);
        QCOMPARE(m_w->table->currentIndex().row(), last);
        settle();
        const int scrolled = m_w->table->verticalScrollBar()->value();
        for (const char* line : { "a", "b" }) {
            m_w->window.notices().tell(NoticeKind::Warning, QLatin1StringView(line), QStringLiteral("x\n").repeated(5));
            m_w->find<QAbstractButton>("noticeUnfold")->setChecked(true);
            settle();
        }
        const QRect row = m_w->table->visualRect(m_w->table->currentIndex());
        QVERIFY(row.top() >= 0 && row.bottom() <= m_w->table->viewport()->rect().bottom());
        QVERIFY(m_w->table->verticalScrollBar()->value() > scrolled);
        QVERIFY(row.bottom() >= m_w->table->viewport()->rect().bottom() - 1); // no more than needed
    }

    void aRowOutOfSightIsNotFetched()
    {
        QList<Task> many;
        for (TaskId id = 1; id <= 100; ++id)
            many.append(samples::task(m_w->clock, id, QStringLiteral("Push"), int(id)));
        m_w->page().model().setTasks(many);
        m_w->page().selectTask(90);
        settle();
        m_w->table->verticalScrollBar()->setValue(0);
        m_w->window.notices().tell(NoticeKind::Warning, QStringLiteral("Something."));
        settle();
        QCOMPARE(m_w->table->verticalScrollBar()->value(), 0);
    }

    // 1024x600 at a scale of 1.25.
    void aLowWindowGivesItsRoomToTheList()
    {
        m_w->window.resize(819, 480);
        auto* footer = m_w->find<QWidget>("runBar");
        QVERIFY(footer);
        footer->show();
        m_w->window.notices().tell(NoticeKind::Warning, QStringLiteral("Something went wrong."));
        settle();
        QCOMPARE(m_w->window.size(), QSize(819, 480));
        const int rows = m_w->table->viewport()->height() / m_w->table->rowHeight(0);
        QVERIFY2(rows >= 4, qPrintable(QString::number(rows)));
        QCOMPARE(m_w->find<QScrollArea>("middle")->verticalScrollBar()->maximum(), 0);
        QCOMPARE(m_w->table->horizontalScrollBar()->maximum(), 0);
        QVERIFY(actionOf(m_w->window, "compactAction")->isChecked());
        m_w->window.resize(1240, 760);
        settle();
        QVERIFY(!actionOf(m_w->window, "compactAction")->isChecked());
        QVERIFY(m_w->table->isColumnHidden(TaskModel::Utc));
    }

    void aChosenDensityStaysInALowWindow()
    {
        m_w->window.resize(819, 480);
        actionOf(m_w->window, "compactAction")->trigger(); // off
        settle();
        const int tall = m_w->table->rowHeight(0);
        m_w->window.resize(1240, 760);
        settle();
        QCOMPARE(m_w->table->rowHeight(0), tall);
        QVERIFY(m_w->window.close());
        TaskPage again(m_w->settings, m_w->clock);
        again.setShort(true);
        QVERIFY(!again.isCompact());
    }

    void aLowWindowIsNoChoiceForTheNextOne()
    {
        m_w->window.resize(819, 480);
        settle();
        QVERIFY(m_w->page().isCompact());
        QVERIFY(m_w->window.close());
        TaskPage again(m_w->settings, m_w->clock);
        again.resize(1240, 700);
        again.show();
        QVERIFY(!again.isCompact());
        const auto* table = again.findChild<QTableView*>(QStringLiteral("taskTable"));
        QVERIFY(table->isColumnHidden(TaskModel::Utc) && table->isColumnHidden(TaskModel::Id));
        QVERIFY(!table->isColumnHidden(TaskModel::Note) && !table->isColumnHidden(TaskModel::LastResult));
    }

    void anotherAppBeginsAfresh()
    {
        const AppKey first = AppKey::notRecorded(QStringLiteral("a"));
        QVERIFY(m_w->tasks.add(first, samples::four(m_w->clock)));
        m_w->list.open(first, nullptr);
        QCOMPARE(m_w->page().model().rowCount(), 4);
        m_w->page().selectTask(7000000001);
        m_w->list.open(first, nullptr); // its account was edited
        QCOMPARE(m_w->page().selectedTasks().size(), 1);
        const AppKey second = AppKey::notRecorded(QStringLiteral("b")); // whose pushes have the same numbers
        QVERIFY(m_w->tasks.add(second, samples::four(m_w->clock)));
        m_w->list.open(second, nullptr);
        QCOMPARE(m_w->page().model().rowCount(), 4);
        QVERIFY(m_w->page().selectedTasks().isEmpty());
    }

    void theColumnsAreRemembered()
    {
        m_w->table->setColumnWidth(TaskModel::Status, 222);
        QVERIFY(m_w->window.close());
        const TaskPage again(m_w->settings, m_w->clock);
        QCOMPARE(again.findChild<QTableView*>(QStringLiteral("taskTable"))->columnWidth(TaskModel::Status), 222);
    }

    void noKeyOrMnemonicIsGivenTwice()
    {
        QCOMPARE(doubledKeys(m_w->window).join(u'\n'), QString());
        m_w->table->selectAll();
        QCOMPARE(doubledKeys(m_w->window).join(u'\n'), QString());
        m_w->page().model().setTasks({});
        QCOMPARE(doubledKeys(m_w->window).join(u'\n'), QString());
    }

    void everyCommandHasAMenuAndSaysWhyNot()
    {
        QStringList wrong;
        for (QObject* owner : { static_cast<QObject*>(&m_w->list.commands()), static_cast<QObject*>(&m_w->runs) }) {
            for (CommandAction* action : owner->findChildren<CommandAction*>()) {
                if (!action->isEnabled() && action->whyNot().isEmpty())
                    wrong << action->objectName();
                if (action->associatedObjects().isEmpty())
                    wrong << action->objectName() + QStringLiteral(" stands nowhere");
            }
        }
        QCOMPARE(wrong.join(u' '), QString());
    }

    void whatCanBeFocusedHasANameForAScreenReader()
    {
        for (const QWidget* widget : m_w->window.findChildren<QWidget*>()) {
            const bool mine
                = QLatin1StringView(widget->metaObject()->className()).startsWith(QLatin1StringView("pushbrake"));
            if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible()
                && !widget->objectName().startsWith(QLatin1StringView("qt_")))
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            if (mine)
                QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        }
    }

    void rightToLeftPaintsWithoutCutting()
    {
        m_w->window.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(!m_w->window.grab().isNull());
        QTRY_VERIFY(m_w->red->mapTo(&m_w->window, QPoint()).x() < m_w->window.width() / 2);
        QVERIFY(m_w->red->width() >= m_w->red->sizeHint().width());
    }

private:
    /// What has the keyboard after each press, until it is where it began.
    static QStringList walked(Qt::Key key)
    {
        QStringList stops;
        const QWidget* first = QApplication::focusWidget();
        do {
            QTest::keyClick(QApplication::focusWidget(), key);
            stops << QApplication::focusWidget()->objectName();
        } while (QApplication::focusWidget() != first && stops.size() < 40);
        return stops;
    }
    static void settle()
    {
        for (int i = 0; i < 5; ++i) // layout by layout
            QCoreApplication::processEvents();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Window> m_w;
};

QTEST_MAIN(RoomsTest)
#include "tst_rooms.moc"
