// What a person sees of a cancellation run: the question, the run bar, the rows' states, the results.
// Owned by Console; borrows everything. Sends nothing itself: it asks AppSession, and only after a yes.
#pragma once

#include "cancel/appsession.h"
#include "domain/task.h"
#include "ui/runs/cancelquestion.h"
#include "ui/runs/resultqueue.h"
#include "ui/runs/resultwindows.h"
#include "ui/runs/runcommands.h"
#include "ui/runs/runsettings.h"
#include "ui/window/room.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <functional>

class QSettings;

namespace pushbrake {

class History;
class Leftovers;
class Notices;
class ObstacleNotice;
class RunBar;
class RunGuard;
class Shell;
class StopDue;
class TaskDesk;

class RunDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        Shell& window;
        TaskDesk& list;
        QSettings& settings;
        const Clock& clock;
        RunGuard& guard;
        const History* history = nullptr; ///< where results of earlier starts are; null: nowhere
    };
    explicit RunDesk(Needs needs, QObject* parent = nullptr);
    ~RunDesk() override = default;

    Room room() const;
    /// What earlier starts left of the opened app.
    Leftovers& leftovers() { return *m_leftovers; }
    /// The app that runs are for from now on; null when none is opened.
    void open(AppSession* session);
    /// Practice has other words, whether its account is there or not.
    void setPractice(bool practice);
    /// Why nothing can be cancelled in the chosen app; empty when it can.
    void setUnavailable(const QString& whyNot);
    bool isRunning() const;
    /// Puts the rest of a long list of results where it belongs; before another app is opened.
    void noteAll() { m_toNote->giveAll(); }
    /// Asks about cancelling these, which were chosen elsewhere, just as if they were selected in the list.
    void askAbout(const QList<TaskId>& chosen);
    /// Asks before the window closes during a run; true when it may close at once.
    bool mayClose();
    /// Stops a run and calls `ended` once, when the last answer is in or after ten seconds.
    void endRun(std::function<void()> ended);

Q_SIGNALS:
    /// A person wants to mend the account so that the run can go on.
    void mendAccountRequested();

private:
    void connectCommands();
    void updateCommands();
    void setEnding(bool ending);
    /// What is to be asked before anything is sent.
    struct Question
    {
        QList<Task> tasks;
        std::optional<QStringList> leftOut {}; ///< nothing: of what is selected in the list
        QPointer<QWidget> over {}; ///< null: the window
        CancelQuestion::Count count = CancelQuestion::Count::OfMany;
    };
    void ask(const Question& question);
    void askAboutDue();
    void askNow(const Question& question);
    void openQuestion(const Question& asked, std::optional<DatabaseFault> noRecord);
    void askWithoutRecord();
    bool mayAsk() const;
    void begin(const Question& asked, Record record);
    bool goOnWithoutRecord();
    void watch(CancelRun* run);
    void join(const Question& asked);
    void askAgain(const Question& asked, DatabaseFault fault);
    void onTasksChanged(CancelRun& run, const QList<TaskId>& tasks, RunState state);
    void note(const QList<SettledResult>& results);
    void onFinished();
    void showProgress();
    void showResult(TaskId id);
    void onSettledLater(const SettledResult& result);
    void giveKeyboardBack();
    CancelRun* run() const { return m_session ? m_session->run() : nullptr; }

    Needs m_needs;
    Notices& m_notices;
    RunSettings m_options;
    RunCommands* m_commands;
    ResultWindows* m_results;
    RunBar* m_bar;
    ObstacleNotice* m_obstacle;
    ResultQueue* m_toNote;
    AppSession* m_session = nullptr;
    bool m_isPractice = false;
    bool m_isLeft = false; ///< a person has stopped the run to close the window
    bool m_isEnding = false; ///< stopped, and waits for its last answers
    QString m_unavailable;
    QTimer m_soon; ///< looking through ten thousand selected rows is nothing that Stop may wait for
    QTimer m_tick; ///< the hold's countdown and the time left
    Leftovers* m_leftovers;
    StopDue* m_stopDue;
};

} // namespace pushbrake
