// The tasks of the opened app as table rows, with the states of a run laid over them. Holds values only; time left
// is worked out when it is painted, so that a tick of the clock changes nothing here. Owned by TaskPage.
#pragma once

#include "cancel/runplan.h"
#include "domain/clock.h"
#include "domain/task.h"
#include "ui/tasks/taskcells.h"
#include "ui/tasks/titleorder.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <optional>

namespace pushbrake {

class TaskModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Column = taskcells::Column;
    using enum taskcells::Column;
    /// SecondLine: shown small under the first. Icon: a name for theme::icon. Tone: an int of theme::Tone.
    enum Role { SecondLine = Qt::UserRole + 1, IconName, Tone, Strong };

    explicit TaskModel(const Clock& clock, QObject* parent = nullptr);

    /// Replaces all rows; run states of tasks that are still there stay. Views are told of the differences only, so
    /// that they keep what is selected, the current row and how far they are scrolled.
    void setTasks(QList<Task> tasks);
    void forgetAsked() { m_askedAt.clear(); }
    void forgetApp(); ///< another one is opened: no row, run state or look of this one is left
    /// Changes the rows whose ID is known, adds the others.
    void putTasks(const QList<Task>& tasks);
    void removeTasks(const QList<TaskId>& tasks);
    void setRunState(TaskId task, RunState state);
    void setRunStates(const QList<TaskId>& tasks, RunState state);
    void clearRunState(TaskId task);
    void clearRunStates();

    const Task& taskAt(int row) const { return m_tasks.at(row); }
    const Task* task(TaskId id) const; ///< nullptr when it is not there
    const QList<Task>& tasks() const { return m_tasks; }
    int rowOf(TaskId id) const; ///< -1 when it is not there
    std::optional<RunState> runState(TaskId task) const;
    bool isUnderWay(TaskId task) const; ///< in a run that has not settled it
    QList<TaskId> inRun() const { return m_runStates.keys(); } ///< of a run that has not ended, settled or not
    /// What its Status says, a run that goes on left aside.
    QString statusWord(int row) const;
    /// Its time is over and the service has not been asked since: it is not known whether it went out.
    bool hasTimeCome(const Task& task) const;
    /// The service was asked for these just now, and what it said is put in.
    void noteAsked(const QList<TaskId>& tasks);
    /// Scheduled by the service's earlier word, and not in anything that it was asked since: the soonest first.
    QList<TaskId> notSeenSince(const QDateTime& utc) const;
    void renewTimes(); ///< they are shown in another zone
    /// Their rows read differently from now on: see DueWatch.
    void timesCame(const QList<TaskId>& tasks);
    /// Cancellable by what is known of it, and not already under way in a run.
    bool mayCancel(int row) const;
    bool precedes(int leftRow, int rightRow, int column) const;
    QDateTime utcNow() const { return m_clock.utcNow(); }

    /// Without the base's three calls back: sorting asks for two a comparison.
    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    taskcells::Row seen(const Task& task) const;
    std::optional<sentences::DueWord> dueWord(const Task& task) const;
    void reset(QList<Task> tasks);
    void moveToEnd(const QList<int>& rows);
    void removeRange(int first, int last);
    void rowChanged(int row);
    void rowsChanged(const QList<int>& rows);
    void renumberFrom(int row);

    const Clock& m_clock;
    QList<Task> m_tasks;
    QHash<TaskId, int> m_rows;
    QHash<TaskId, RunState> m_runStates;
    mutable TitleOrder m_titles;
    QHash<TaskId, QDateTime> m_askedAt; ///< UTC; since the app was opened
};

} // namespace pushbrake
