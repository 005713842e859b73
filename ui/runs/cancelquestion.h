// The one question before anything is sent: which pushes, in which app, the soonest of them. "Keep scheduled" is the
// default and Escape; the other button says verb and count, and where there is no record, that too. Made and opened by
// RunDesk, owned by the window it stands over.
#pragma once

#include "cancel/forecast.h"
#include "domain/clock.h"
#include "domain/profile.h"
#include "domain/task.h"
#include "store/storefault.h"

#include <QDialog>
#include <QElapsedTimer>

#include <optional>

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
    CancelQuestion(const QList<Task>& tasks, const Profile& profile, const Clock& clock, QWidget* parent = nullptr)
        : CancelQuestion(tasks, profile, clock, std::nullopt, parent)
    {
    }
    /// `noRecord`: why nothing can be recorded now. A yes is then one to go without.
    CancelQuestion(const QList<Task>& tasks, const Profile& profile, const Clock& clock,
        std::optional<DatabaseFault> noRecord, QWidget* parent = nullptr);

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
    QString recordLine() const;
    QString confirmWord() const;
    void addBand(QVBoxLayout& page, const QString& text, const QString& name);
    bool mustCount() const;
    void updateConfirm();
    void confirm();

    QList<Task> m_tasks; ///< soonest first
    Profile m_profile;
    const Clock& m_clock;
    const std::optional<DatabaseFault> m_noRecord;
    QLabel* m_forecast = nullptr;
    QLineEdit* m_count = nullptr; ///< null when no count has to be typed
    QPushButton* m_confirm = nullptr;
    QPushButton* m_keep = nullptr;
    QElapsedTimer m_shown;
    bool m_done = false;
};

} // namespace pushbrake
