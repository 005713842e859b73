// What a person does with the list of known tasks: add, paste, edit, remove, refresh. Keeps window and database in
// step. Owned by Console; borrows everything. Nothing here cancels a push.
#pragma once

#include "api/serviceclient.h"
#include "domain/task.h"
#include "store/tasklist.h"

#include <QObject>

namespace pushbrake {

class AppSession;
class MainWindow;

class TaskDesk : public QObject
{
    Q_OBJECT
public:
    TaskDesk(MainWindow& window, TaskList& tasks, const Clock& clock, QObject* parent = nullptr);

    /// Shows the tasks of the opened app; `session` may be null while its account is not there, and is watched
    /// otherwise.
    void open(const QString& profileId, AppSession* session);
    void refresh();
    /// Offers the task IDs of a text file, as if they had been pasted.
    void pasteFile(const QString& path);
    /// Writes results into the list; called once it is in the journal.
    void noteResults(const QList<SettledResult>& results);

private:
    void reload();
    void addByHand();
    void paste();
    void askWhereToExport();
    void exportTo(const QString& path);
    void offer(const QString& text);
    void edit(TaskId task);
    void remove(const QList<TaskId>& tasks);
    void readChosen(const QList<TaskId>& tasks);
    void addAll(const QList<Task>& tasks);
    void takeOver(const QList<Task>& tasks);
    bool tellClockIsWrong(const QDateTime& serverDate);
    void onRefreshed(const CallReport& report, int tasksRead);
    void onTaskRead(const CallReport& report, const Task& task);
    void onChosenRead();
    void tellFault(DatabaseFault fault);

    MainWindow& m_window;
    TaskList& m_tasks;
    const Clock& m_clock;
    QString m_profileId;
    AppSession* m_session = nullptr;
    QList<Task> m_listed; ///< rows of the refresh that goes on
    QList<Task> m_read; ///< chosen tasks that were read, until all are
    CallReport m_lastProblem;
};

} // namespace pushbrake
