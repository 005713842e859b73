// Puts the rooms into the shell and holds the opened app together: its session, the list, the runs, the accounts.
// Owned by Program. The only place that makes and drops an AppSession.
#pragma once

#include "cancel/appsession.h"
#include "domain/profile.h"
#include "store/journal.h"
#include "ui/apps/openedapp.h"
#include "ui/runs/runguard.h"
#include "ui/window/shell.h"

#include <QObject>

#include <functional>
#include <memory>

class QSettings;

namespace pushbrake {

class AccountDesk;
class Accounts;
class CheckDesk;
class Database;
class HistoryDesk;
class ProfileApps;
class RunDesk;
class TaskDesk;
class TaskList;

class Console : public QObject, private OpenedApp, private RunGuard, private CloseGuard
{
    Q_OBJECT
public:
    /// All borrowed.
    struct Needs
    {
        Shell& window;
        QSettings& settings;
        ServiceClock& clock;
        Transport& transport;
        TaskList& tasks;
        Journal& journal;
        ProfileApps& apps;
        Database& database; ///< for the history
        Accounts& accounts;
        SharedGates& gates;
        std::function<Account()> practiceAccount; ///< opens the practice service when it is not open
    };
    explicit Console(Needs needs, QObject* parent = nullptr);
    ~Console() override;

    /// Finds what an earlier crash left and opens the app that was used last; practice the first time.
    void start();
    /// Offers the task IDs of a text file for the opened app; nothing is added without a click.
    void openFile(const QString& path);
    /// Stops a run that goes on and calls `ended` when its last answer is in, or after ten seconds: what is open then
    /// is "not known yet" at the next start.
    void endRun(std::function<void()> ended);
    /// What failed for a reason that a person has mended since: goes on with the run that waits, or reads the list
    /// again.
    void tryAgain();
    AppSession* session() const override { return m_session.get(); }
    /// The room of the list, for tools that play a person's part.
    TaskDesk& list() const { return *m_list; }
    CheckDesk& checks() const { return *m_checks; }

Q_SIGNALS:
    /// Another app than practice was chosen: nothing is asked of the practice service any more.
    void practiceLeft();

private:
    bool mayLeave() const override;
    void open(Account account) override;
    void close(const QString& profileId) override;
    void beforeRun(std::function<void()> go) override;
    bool mayClose() override;

    void connectRooms();
    void connectChecks();
    void showInList(const QList<TaskId>& chosen, const QList<Task>& found, const QDateTime& askedAt);
    void mend(Account account);
    void findLeftovers();
    void offerLeftovers(const Profile& profile);
    void noteSeenTo(const QList<TaskId>& tasks);
    void dropPlanned(const Profile& profile);

    Needs m_needs;
    TaskDesk* m_list;
    HistoryDesk* m_history;
    CheckDesk* m_checks;
    RunDesk* m_runs;
    AccountDesk* m_accounts;
    std::unique_ptr<AppSession> m_session;
};

} // namespace pushbrake
