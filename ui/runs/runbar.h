// The bar under the list while a run goes on: hold with Undo, progress with Pause and Stop, the one-line summary.
// Shows what it is told; owned by MainWindow, fed by Console.
#pragma once

#include "cancel/cancelrun.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace pushbrake {

class RunBar : public QFrame
{
    Q_OBJECT
public:
    explicit RunBar(QWidget* parent = nullptr);

    void setPractice(bool practice); ///< "Practising" in place of "Cancelling"
    /// Of a run that goes on; `nextTitle` is foreign text, empty when nothing waits. Shows the bar.
    void setProgress(const RunProgress& progress, const QString& nextTitle);
    /// The run is over: counts and "Show results".
    void setFinished(const RunProgress& progress);
    void clear(); ///< hides it

Q_SIGNALS:
    void undoClicked();
    void startNowClicked();
    void pauseClicked();
    void resumeClicked();
    void stopClicked();
    void resultsClicked();
    void mendAccountClicked();

private:
    enum class Stage { Hidden, Hold, Running, Paused, Account, Finished };
    void enter(Stage stage);
    QPushButton* addButton(const char* name, const QString& text, const QString& icon, const QString& explained);
    QString headline(const RunProgress& progress) const;
    QString runningLine(const RunProgress& progress, const QString& nextTitle) const;

    QLabel* m_headline;
    QLabel* m_line;
    QProgressBar* m_bar;
    QPushButton* m_undo = nullptr;
    QPushButton* m_startNow = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_mend = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_results = nullptr;
    QPushButton* m_dismiss = nullptr;
    Stage m_stage = Stage::Hidden;
    bool m_practice = false;
};

} // namespace pushbrake
