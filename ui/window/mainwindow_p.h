// The inside of MainWindow: its parts and what keeps them in step. Built in mainwindowparts.cpp, run in mainwindow.cpp.
#pragma once

#include "ui/tasks/taskfilter.h"
#include "ui/tasks/taskmodel.h"
#include "ui/window/mainwindow.h"

#include <QTimer>

class QAction;
class QFrame;
class QHBoxLayout;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace pushbrake {

class EmptyState;
class FilterBar;
class NoticeBar;
class ProfileSwitcher;
class RunBar;
class TaskTable;

struct MainWindow::Private
{
    Private(MainWindow& window, QSettings& kept, const Clock& theClock);

    QPushButton* addButton(
        QHBoxLayout& row, const char* name, const QString& text, const QString& icon, const QString& tip);
    QHBoxLayout* makeTopRow();
    QFrame* makePracticeBar();
    QWidget* makeListCard();
    QMenu* makeMoreMenu();
    void addRunOptions(QMenu& menu);
    void connectAll();
    void addKeys();
    void updateAll();
    void updateBody();
    void updateRedButton();
    void updateCounter();
    QString whyNot(const QList<Task>& selected, qsizetype cancellable) const;
    QString redButtonText(int count) const;
    void showApp(const QString& name, bool realUsers, bool isPractice);
    void onTick();
    void requestCancel();
    void open(TaskId task);
    void onEmptyButton(int index);
    void showRowMenu(const QPoint& where);

    enum class Body { List, Account, NoTasks, NothingFound };

    MainWindow& w;
    QSettings& settings;
    const Clock& clock;
    TaskModel model;
    TaskFilter filter;
    QWidget* centre = nullptr; ///< parent of all parts from the start: a later change styles each anew
    ProfileSwitcher* switcher = nullptr;
    QPushButton* refresh = nullptr;
    QPushButton* add = nullptr;
    QPushButton* paste = nullptr;
    QAction* readsApart = nullptr;
    QPushButton* red = nullptr;
    QFrame* practiceBar = nullptr;
    NoticeBar* notice = nullptr;
    FilterBar* filters = nullptr;
    QStackedWidget* body = nullptr;
    TaskTable* table = nullptr;
    EmptyState* empty = nullptr;
    RunBar* run = nullptr;
    Body shown = Body::List;
    QTimer soon; ///< many changed rows make one update
    qint64 filteredAtMinute = 0;
    bool accountState = false;
    bool accountAwaited = false;
    bool practice = false;
    bool runEnding = false;
    bool refreshing = false;
};

QList<TaskId> idsOf(const QList<Task>& tasks);

} // namespace pushbrake
