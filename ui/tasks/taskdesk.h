// What a person does with the list of known tasks: add, paste, import, edit, remove, refresh, export. Keeps page and
// database in step. Owned by Console; borrows what it needs. Nothing here cancels a push.
#pragma once

#include "api/listrange.h"
#include "api/serviceclient.h"
#include "domain/expectation.h"
#include "domain/serviceclock.h"
#include "store/tasklist.h"
#include "ui/parts/emptystate.h"
#include "ui/tasks/addednotice.h"
#include "ui/window/room.h"

#include <QObject>

#include <optional>

class QSettings;

namespace pushbrake {

class AppSession;
class Notices;
class Shell;
class Intake;
class ListChanges;
class ListSource;
class Looks;
class RangeMenu;
class Refresher;
class RefreshRepeat;
class TaskCommands;
class TaskPage;
class ZoneMenu;

class TaskDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        Shell& window;
        QSettings& settings;
        TaskList& tasks;
        const ServiceClock& clock;
    };
    explicit TaskDesk(Needs needs, QObject* parent = nullptr);

    Room room() const;
    TaskPage& page() const { return *m_page; }
    TaskCommands& commands() const { return *m_commands; }
    /// Further actions for the menu of a row, of rooms that work with the list.
    void addRowActions(const QList<QAction*>& actions);

    /// Shows the tasks of the opened app; `session` may be null while its account is not there, and is watched
    /// otherwise.
    void open(const AppKey& app, AppSession* session);
    /// Reads what is chosen from the service, since the program sees a reason to.
    void refresh();
    /// Shows what would be imported from a file that was handed over.
    void takeFile(const QString& path);
    /// Writes into the list what the service said of these, asked at `askedAt`.
    void takeOver(QList<Task> tasks, const QDateTime& askedAt);
    /// The same of what another room read: only of pushes that the list knows.
    void takeWord(QList<Task> tasks, const QDateTime& askedAt);
    /// And only of those that it does not know yet and the service has: they come onto it. Gives their number.
    int takeIn(QList<Task> tasks, const QDateTime& askedAt);
    /// The service showed everything of the range, asked for at `askedAt` (nothing: all it has): looks at what the list
    /// holds as scheduled in it and it did not show, and says how many that are.
    int lookAtNotShown(const std::optional<ListRange>& range, const QDateTime& askedAt);
    /// Asks for a file of what should go out; what it holds comes by broughtToCheck(), and nothing is added.
    void chooseFileToCheck();
    /// Reads these from the service and writes into the list what it says.
    void lookUp(const QList<TaskId>& tasks);
    /// Writes results into the list; called once it is in the journal.
    void noteResults(const QList<SettledResult>& results);

Q_SIGNALS:
    /// A row with a result was opened.
    void resultRequested(pushbrake::TaskId task);
    /// Every time that stands in the window reads differently now.
    void zoneChanged();
    /// They are in the list now.
    void resultsNoted(const QList<pushbrake::SettledResult>& results);
    /// The pushes of a file that are to be checked, and its name.
    void broughtToCheck(const QList<pushbrake::Expectation>& expected, const QString& name);

private:
    void connectCommands();
    void updateCommands();
    void connectRefresh();
    void openRow(TaskId task);
    void showRowMenu(const QPoint& where);
    void copyRows();
    void copyIds();
    void edit(TaskId task);
    QString appName() const; ///< of the opened one; empty while its account is not there
    void onLooked(const QList<Task>& read, const QList<Task>& byHand, const std::optional<CallReport>& problem);
    void tellFault(DatabaseFault fault);

    Needs m_needs;
    Notices& m_notices;
    AddedNotice m_addedNotice;
    TaskPage* m_page;
    TaskCommands* m_commands;
    ListSource* m_source;
    ListChanges* m_changes;
    QList<QAction*> m_rowActions;
    AppKey m_app;
    AppSession* m_session = nullptr;
    ZoneMenu* m_zone;
    Looks* m_looks;
    Intake* m_intake;
    RangeMenu* m_range;
    Refresher* m_refresher;
    RefreshRepeat* m_repeat;
    bool m_tellsWhatItFound = false; ///< a person asked just for that
};

} // namespace pushbrake
