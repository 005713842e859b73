// The room of checks before a campaign: runs one over pushes that were chosen or brought in a file, shows it on its
// page, repeats, saves and takes it away. Only looks: nothing here changes anything at the service. Owned by Console;
// the page belongs to the shell.
#pragma once

#include "check/checkrun.h"
#include "store/savedchecks.h"
#include "ui/checks/checkhead.h"
#include "ui/checks/checkmodel.h"
#include "ui/checks/checktake.h"
#include "ui/window/room.h"

#include <QObject>

#include <memory>

namespace pushbrake {

class AppSession;
class CheckPage;
class CommandAction;
class Database;
class Notices;
class SavedMenu;
class Shell;

class CheckDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        Shell& window;
        Database& database;
        const Clock& clock;
    };
    explicit CheckDesk(Needs needs, QObject* parent = nullptr);
    ~CheckDesk() override;

    Room room() const;
    CheckPage& page() const { return *m_page; }
    /// What stands in the menu of a row of the list.
    QAction* selectedAction() const;
    /// How many pushes of the list are selected now.
    void noteSelected(qsizetype count);

    /// The app that is opened now; null: none of its account is there. A check that goes on is stopped.
    void open(const AppKey& app, AppSession* session);
    /// These are expected just as the list has them.
    void checkChosen(const QList<Task>& tasks);
    /// These were read from a file, and what else goes out in their time is told as well.
    void checkFile(const QList<Expectation>& expected, const QString& name);
    bool isRunning() const { return m_run && m_run->isRunning(); }
    /// Practice has other words.
    void setPractice(bool practice);
    /// Why nothing can be cancelled in the opened app; empty when it can.
    void setUnavailable(const QString& whyNot);
    /// Pushes were cancelled here: what a check read before is marked as older than that.
    void noteResults(const QList<SettledResult>& results);

public Q_SLOTS:
    /// Times are shown in another zone now.
    void renewTimes();

Q_SIGNALS:
    void selectionRequested(); ///< to be answered by checkChosen()
    void fileRequested(); ///< by checkFile()
    /// What the service says of these, asked at `askedAt`.
    void tasksRead(const QList<pushbrake::Task>& tasks, const QDateTime& askedAt);
    /// To be shown in the list. `found`: what the check read of them, as far as it did, asked at `askedAt`.
    void showInListRequested(
        const QList<pushbrake::TaskId>& chosen, const QList<pushbrake::Task>& found, const QDateTime& askedAt);
    /// A person wants to cancel these, and is to be asked as in the list.
    void cancelRequested(
        const QList<pushbrake::TaskId>& chosen, const QList<pushbrake::Task>& found, const QDateTime& askedAt);

private:
    /// What is checked, and how its page calls it.
    struct Subject
    {
        QString name; ///< of the file or the saved check; empty for chosen pushes
        qint64 savedAs = 0; ///< 0: not saved
        QList<Expectation> expected;
        bool looksForOthers = false;
    };

    void wire();
    void begin(Subject subject);
    void again();
    void onEnded(const CheckRun::Ending& ending);
    void endWithoutAccount();
    void updateCommands();
    CheckHead::Words endWords(const CheckRun::Ending& ending) const;
    QString what() const;
    QString app() const;
    QString about() const;
    CheckPaper paper() const;
    QString others(const CheckRun::Ending& ending) const;
    QString fileName() const;
    void copy();
    void requestList();
    void requestCancelling();
    /// When a push that the service has no more was cancelled by this program; invalid when it was not.
    QDateTime cancelledHere(TaskId task) const;
    void add(const QList<Comparison>& comparisons);
    void showCancelled();
    QString age() const;
    void tellFault(DatabaseFault fault);

    Needs m_needs;
    Notices& m_notices;
    SavedChecks m_checks;
    SavedMenu* m_saved;
    CommandAction* m_show;
    CommandAction* m_chosen;
    CommandAction* m_file;
    CheckPage* m_page;
    AppKey m_app;
    AppSession* m_session = nullptr;
    qsizetype m_selected = 0;
    std::optional<Subject> m_subject;
    std::unique_ptr<CheckRun> m_run; ///< the one that goes on or ended last
    std::optional<CheckRun::Ending> m_ending; ///< of the check that is shown, for words in another zone
    QDateTime m_readAt; ///< UTC
    QHash<TaskId, QDateTime> m_cancelled; ///< since the check that is shown began
    CheckModel::Since m_since;
};

} // namespace pushbrake
