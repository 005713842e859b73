// The one window: which app, which pushes, the red button, what a run is doing. A pure view: it shows what its setters
// are told and reports what a person asks for as signals; the wiring lives in Console. Owned by main.cpp.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "domain/task.h"
#include "secrets/profileindex.h"

#include <QMainWindow>
#include <QStringList>

#include <functional>
#include <memory>

class QSettings;

namespace pushbrake {

class RunBar;
class TaskModel;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Borrows both; geometry, columns, sort order and density are remembered in `settings`.
    MainWindow(QSettings& settings, const Clock& clock, QWidget* parent = nullptr);
    ~MainWindow() override;

    void setProfiles(const QList<ProfileEntry>& profiles, const QString& currentId);
    /// The app whose tasks are shown; colours and words of practice follow from it. Clears the account state.
    void setOpenedProfile(const Profile& profile);
    /// Shown in place of the list: locked, missing, waiting. Buttons come back as accountStateAction(index).
    void setAccountState(const QString& title, const QString& sentence, const QStringList& buttons);
    /// The account is being fetched: the list stays in view, and nothing can be cancelled meanwhile.
    void setAccountAwaited();
    void clearAccountState();
    /// What the menu shows of the opened app's option.
    void setReadsApart(bool apart);
    void setBusyRefreshing(bool busy);
    /// One line above the list; `details` unfold, `action` is a button that emits noticeAction().
    void showNotice(const QString& text, const QString& details = {}, const QString& action = {});
    void hideNotice();
    /// A run was stopped and waits for its last answers: until then nothing can be cancelled.
    void setRunEnding(bool ending);

    TaskModel* taskModel() const;
    RunBar* runBar() const;
    /// Selected and visible; hidden rows are never among them. In the order shown.
    QList<Task> selectedTasks() const;
    /// All that the search and the filters leave, in the order shown.
    QList<Task> shownTasks() const;
    /// The part of selectedTasks() that may be cancelled.
    QList<Task> cancellableSelection() const;
    void selectTask(TaskId task); ///< alone, and scrolls to it
    /// Puts the keyboard back on the list; dialogs call it when they close.
    void focusList();

    /// Keeps geometry and columns for the next start, as closing does.
    void remember();

    /// Asked before closing; false keeps the window open.
    std::function<bool()> mayClose;

Q_SIGNALS:
    void refreshRequested();
    void addRequested();
    void pasteRequested();
    void editRequested(pushbrake::TaskId task);
    void removeRequested(const QList<pushbrake::TaskId>& tasks);
    void exportRequested();
    void readsApartChosen(bool apart);
    void cancelRequested(const QList<pushbrake::Task>& tasks);
    void profileChosen(const QString& id);
    void newProfileRequested();
    void editProfileRequested();
    void removeProfileRequested();
    void testConnectionRequested();
    void resultRequested(pushbrake::TaskId task);
    void checkAgainRequested(const QList<pushbrake::TaskId>& tasks);
    void noticeAction();
    void accountStateAction(int button);
    void aboutToQuit();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pushbrake
