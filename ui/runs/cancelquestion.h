// The one question before anything is sent: which pushes, in which app, the soonest of them. "Keep scheduled" is the
// default and Escape; the other button says verb and count. Made and opened by RunDesk, owned by the window it stands
// over.
#pragma once

#include "cancel/forecast.h"
#include "domain/clock.h"
#include "domain/profile.h"
#include "domain/task.h"

#include <QDialog>
#include <QElapsedTimer>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace pushbrake {

class CancelQuestion : public QDialog
{
    Q_OBJECT
public:
    /// Borrows the clock.
    CancelQuestion(const QList<Task>& tasks, const Profile& profile, const Clock& clock, QWidget* parent = nullptr);

    /// A further line: how long it takes and how many go out before they can be stopped.
    void setForecast(const Forecast& seen);

Q_SIGNALS:
    void confirmed(); ///< once at most

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildWidgets();
    void buildLayout();
    QWidget* buildTaskCard();
    void addTaskRow(QGridLayout& grid, int row, const Task& task);
    QString headline() const;
    QString whatItMeans() const;
    QString warning() const;
    bool mustCount() const;
    void updateConfirm();
    void confirm();

    QList<Task> m_tasks; ///< soonest first
    Profile m_profile;
    const Clock& m_clock;
    QLabel* m_forecast = nullptr;
    QLineEdit* m_count = nullptr; ///< null when no count has to be typed
    QPushButton* m_confirm = nullptr;
    QPushButton* m_keep = nullptr;
    QElapsedTimer m_shown;
    bool m_done = false;
};

} // namespace pushbrake
