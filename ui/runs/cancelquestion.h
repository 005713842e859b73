// The one question before anything is sent: which pushes, in which app, the soonest of them. "Keep scheduled" is the
// default and Escape; the other button says verb and count, and where there is no record, that too. Made and opened by
// RunDesk, owned by the window it stands over.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "domain/task.h"
#include "store/storefault.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>

#include <optional>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace pushbrake {

class AskedTasks;

class CancelQuestion : public QDialog
{
    Q_OBJECT
public:
    /// Borrows the clock.
    CancelQuestion(const QList<Task>& tasks, const Profile& profile, const Clock& clock, QWidget* parent = nullptr)
        : CancelQuestion(tasks, profile, clock, std::nullopt, parent)
    {
    }
    /// Whether a person types how many they are: for many, or whatever the number.
    enum class Count { OfMany, Always };
    /// `noRecord`: why nothing can be recorded now. A yes is then one to go without.
    CancelQuestion(const QList<Task>& tasks, const Profile& profile, const Clock& clock,
        std::optional<DatabaseFault> noRecord, QWidget* parent = nullptr, Count count = Count::OfMany);

    /// What a yes would do, reckoned anew each second: how many go at once, how many can be taken back for how long,
    /// how long it takes, and what has gone out while the question stood here. `pace`: requests a second, more than 0.
    void setPace(double pace, Milliseconds hold);
    /// Whole sentences: which of the selected it is not about, and why.
    void setLeftOut(const QStringList& sentences);

Q_SIGNALS:
    void confirmed(); ///< once at most

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildWidgets();
    void buildLayout();
    QWidget* buildTasks();
    QWidget* buildTaskCard();
    QWidget* buildTaskTable();
    void addTaskRow(QGridLayout& grid, int row);
    void tick();
    void tickRow(int row);
    bool hasFew() const; ///< so that a card names them
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
    const Count m_asksCount;
    double m_pace = 0; ///< 0: not told
    Milliseconds m_hold { 0 };
    QTimer m_tick;
    AskedTasks* m_asked = nullptr;
    QList<QLabel*> m_timesLeft; ///< on the card, one a row
    QLabel* m_leftOut = nullptr;
    QLabel* m_undo = nullptr;
    QLabel* m_forecast = nullptr;
    QLineEdit* m_count = nullptr; ///< null when no count has to be typed
    QPushButton* m_confirm = nullptr;
    QPushButton* m_keep = nullptr;
    QElapsedTimer m_shown;
    bool m_done = false;
};

} // namespace pushbrake
