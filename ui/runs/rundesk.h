// What a person sees of a cancellation run: the question, the run bar, the rows' states, the results.
// Owned by Console; borrows everything. Sends nothing itself: it asks AppSession, and only after a yes.
#pragma once

#include "cancel/appsession.h"
#include "domain/task.h"
#include "store/journal.h"
#include "ui/runs/resultdialog.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QSettings;

namespace pushbrake {

class MainWindow;
class LeftoversDialog;
class RunSummary;
class TaskDesk;

class RunDesk : public QObject
{
    Q_OBJECT
public:
    RunDesk(MainWindow& window, TaskDesk& list, QSettings& settings, const Clock& clock, QObject* parent = nullptr);

    /// What an earlier start left of this app is offered, once; nothing happens by itself.
    void offerLeftovers(const QList<JournalRow>& rows);
    /// The app that runs are for from now on; null when none is opened.
    void open(AppSession* session);
    bool isRunning() const;
    /// Puts the rest of a long list of results where it belongs; before another app is opened.
    void noteAll();
    /// Asks before the window closes during a run; true when it may close at once.
    bool mayClose();
    /// Stops a run and calls `ended` once, when the last answer is in or after ten seconds.
    void endRun(std::function<void()> ended);

    /// What is to be asked first (a signature that has expired, for instance); it calls what it is given, or not.
    std::function<void(std::function<void()>)> beforeRun;

Q_SIGNALS:
    /// What was not sent is to stay scheduled.
    void leftoversDropped();
    /// A person wants to mend the account so that the run can go on.
    void mendAccountRequested();

private:
    void ask(const QList<Task>& tasks);
    void askNow(const QList<Task>& tasks);
    void begin(const QList<Task>& tasks);
    void watch(CancelRun* run);
    void join(const QList<Task>& tasks);
    void remember(const QList<Task>& tasks);
    void tellNotRecorded(DatabaseFault fault);
    void onTasksChanged(CancelRun& run, const QList<TaskId>& tasks, RunState state);
    void onSettled(const QList<SettledResult>& results);
    void noteSome();
    void note(const QList<SettledResult>& results);
    void onFinished();
    void showProgress();
    void showResult(TaskId task);
    void onSettledLater(const SettledResult& result);
    void showSummary();
    QList<ResultEntry> entries() const;
    CancelRun* run() const { return m_session ? m_session->run() : nullptr; }

    MainWindow& m_window;
    TaskDesk& m_list;
    QSettings& m_settings;
    const Clock& m_clock;
    AppSession* m_session = nullptr;
    QHash<TaskId, Task> m_asked; ///< the run's tasks as they were when the question was answered
    QList<SettledResult> m_toNote; ///< settled, recorded, and not on the screen yet
    QTimer m_notePause;
    QTimer m_tick; ///< the hold's countdown and the time left
    QPointer<ResultDialog> m_resultDialog;
    QHash<TaskId, SettledResult> m_later; ///< found out by a look after their run had ended
    QPointer<RunSummary> m_summary;
    QPointer<LeftoversDialog> m_leftovers;
};

} // namespace pushbrake
