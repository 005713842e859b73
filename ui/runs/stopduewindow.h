// "Cancel everything that goes out in the next 30 minutes": the minutes, the reading, and all pushes that it found. Not
// modal, so that a run can be stopped beside it. The safe button is the default; Enter in the minutes reads. A view:
// what a person asks for comes out as signals. Made by StopDue, owned by the window it stands over.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "ui/runs/duepushes.h"

#include <QDialog>

#include <chrono>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QSettings;
class QSpinBox;
class QTreeView;

namespace pushbrake {

class AskedTasks;

class StopDueWindow : public QDialog
{
    Q_OBJECT
public:
    /// For pushes of `app`. Borrows the clock, and `settings`, which remembers its size.
    StopDueWindow(Profile app, const Clock& clock, QSettings& settings, QWidget* parent = nullptr);
    ~StopDueWindow() override;

    std::chrono::minutes minutes() const;
    /// A reading goes on. `share`: how far it is, 0 to 1.
    void showReading(int soFar, std::optional<double> share);
    /// Nothing can be decided now, in whole sentences.
    void showNothingRead(const QString& why, const QString& advice);
    /// A whole reading found these. `readAt`: UTC. `notShown`: of the list, in the same time, and not among them.
    void showPushes(const DuePushes& due, const QDateTime& readAt, int notShown);
    /// Time has gone by.
    void tick();

Q_SIGNALS:
    void minutesChanged(); ///< what is shown is of another time now
    void readRequested();
    void stopReadingRequested();
    void cancelRequested(); ///< the question is to be asked

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildWidgets();
    void buildLayout();
    void wire();
    void setReading(bool isReading);
    void setTasks(const QList<Task>& tasks);
    void setCancellable(int count);
    QString summary(const DuePushes& due) const;
    QString soonest() const;

    const Profile m_app;
    const Clock& m_clock;
    QSettings& m_settings;
    bool m_isReading = false;
    DuePushes m_due;
    QSpinBox* m_minutes = nullptr;
    QPushButton* m_read = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_advice = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_soonest = nullptr;
    QLabel* m_leftOut = nullptr;
    QTreeView* m_table = nullptr;
    AskedTasks* m_tasks = nullptr;
    QPushButton* m_keep = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace pushbrake
