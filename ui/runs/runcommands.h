// What a person can have done about cancelling: the red button, what stops it or goes on with it, its results, its
// options. One action each, for buttons, menus and keys. Owned by RunDesk, which connects them.
#pragma once

#include "ui/runs/runsettings.h"
#include "ui/window/commandaction.h"

#include <QObject>

#include <memory>

class QMenu;

namespace pushbrake {

/// What the run bar stands for; what can be done follows from it.
/// Account and Connection: an answer concerned the whole run, and the account, or the way to the service, is to be
/// mended.
enum class RunStage { None, Hold, Running, Paused, Account, Connection, Record, Finished };

/// The run goes on only when the person says so.
inline bool waitsForPerson(RunStage stage)
{
    return stage == RunStage::Paused || stage == RunStage::Account || stage == RunStage::Connection
        || stage == RunStage::Record;
}

class TaskPage;

class RunCommands : public QObject
{
    Q_OBJECT
    std::unique_ptr<QMenu> m_holdMenu; ///< before its action, which it makes

public:
    /// The options are shown and changed in `settings`, for the run that begins next.
    RunCommands(RunSettings& settings, QObject* parent);
    ~RunCommands() override;

    /// The red button: how many it would cancel, and why it cannot.
    void setCancellable(int count, bool isPractice, const QString& whyNot);
    /// Why nothing of what is selected in the list can be cancelled; empty when some can. `isEnding`: the run before
    /// has been stopped, and its last answers are awaited.
    static QString whyNot(const TaskPage& list, bool isEnding);
    /// The same of so many that can be.
    static QString whyNot(qsizetype cancellable);
    static QString anotherIsEnding();
    /// What goes out soon can be cancelled, or why not.
    void setStopDue(const QString& whyNot, bool isPractice);
    /// Some of those that are selected stay out of it.
    void setLeftOut(int count);
    void setStage(RunStage stage);
    /// How many would stay scheduled if it were stopped now.
    void setUnsettled(int count);
    /// In RunStage::Record: whether anything is left to be sent.
    void setStopped(bool stopped);

    CommandAction* const cancel;
    CommandAction* const stopDue; ///< whatever goes out within some minutes, selected or not
    CommandAction* const undo;
    CommandAction* const startNow;
    CommandAction* const pause;
    CommandAction* const resume;
    CommandAction* const stop;
    CommandAction* const mendAccount;
    CommandAction* const withoutRecord;
    CommandAction* const results;
    CommandAction* const showResult; ///< of the row that is selected
    QAction* const hold; ///< opens the choice of how long Undo has
    CommandAction* const checkEvery;

private:
    void addHoldChoices();

    RunSettings& m_settings;
};

} // namespace pushbrake
