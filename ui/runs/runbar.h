// The bar under the list while a run goes on: hold with Undo, progress with Pause and Stop, the one-line summary.
// Shows what it is told, and tells the commands what can be done. Made and fed by RunDesk, owned by Shell.
#pragma once

#include "cancel/cancelrun.h"
#include "ui/runs/runcommands.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace pushbrake {

class AppBand;
class TwoPartRow;
struct Profile;

class RunBar : public QFrame
{
    Q_OBJECT
public:
    /// Borrows the commands, of which its buttons are.
    explicit RunBar(RunCommands& commands, QWidget* parent = nullptr);

    void setApp(const Profile& app); ///< whose run it is, named beside it
    /// The answer that stopped the run: what is said then, and whether the account is offered for mending.
    void setObstacle(const SettledResult& answer) { m_obstacle = answer; }
    void setPractice(bool practice); ///< "Practising" in place of "Cancelling"
    /// Of a run that goes on; `nextTitle` is foreign text, empty when nothing waits. Shows the bar.
    void setProgress(const RunProgress& progress, const QString& nextTitle);
    /// The run is over: counts and "Show results".
    void setFinished(const RunProgress& progress);
    /// A later look has changed the counts of the run that ended; nothing while another goes on.
    void showEnd(const RunCounts& counts, Record record);
    void clear(); ///< hides it
    /// Gives the keyboard to the careful button of what goes on: Undo, Pause, Continue. False when nothing goes on.
    bool takeKeyboard();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void enter(RunStage stage);
    QPushButton* addButton(QAction& action);
    QString headline(const RunProgress& progress) const;
    QString waitingLine(const RunProgress& progress) const;
    QStringList silenceWords(const RunProgress& progress) const;
    QStringList paceWords(const RunProgress& progress) const;
    QString runningLine(const RunProgress& progress, const QString& nextTitle) const;

    RunCommands& m_commands;
    AppBand* m_app;
    TwoPartRow* m_row;
    QLabel* m_headline;
    QLabel* m_line;
    QProgressBar* m_bar;
    QPushButton* m_undo;
    QPushButton* m_startNow;
    QPushButton* m_pause;
    QPushButton* m_resume;
    QPushButton* m_mend;
    QPushButton* m_withoutRecord;
    QPushButton* m_stop;
    QPushButton* m_results;
    QPushButton* m_dismiss;
    QTimer m_justChanged; ///< since the buttons changed, as long as a double click lasts and a hand needs to stop
    RunStage m_stage = RunStage::None;
    SettledResult m_obstacle;
    bool m_practice = false;
};

} // namespace pushbrake
