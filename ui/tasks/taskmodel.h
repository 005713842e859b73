// The tasks of the opened app as table rows, with the states of a run laid over them. Knows each of them in brief; the
// words of a long list are read as they are looked at, and only some thousands are kept. Time left is worked out when
// it is painted, so that a tick of the clock changes nothing here. Owned by TaskPage.
#pragma once

#include "domain/clock.h"
#include "ui/tasks/keptwords.h"
#include "ui/tasks/rowfacts.h"
#include "ui/tasks/rownumbers.h"
#include "ui/tasks/taskcells.h"

#include <QAbstractTableModel>

#include <optional>

namespace pushbrake {

class TaskSource;

class TaskModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Column = taskcells::Column;
    using enum taskcells::Column;
    /// SecondLine: shown small under the first. Icon: a name for theme::icon. Tone: an int of theme::Tone.
    enum Role { SecondLine = Qt::UserRole + 1, IconName, Tone, Strong };

    explicit TaskModel(const Clock& clock, QObject* parent = nullptr);

    /// Borrowed; for the words of a long list.
    void setSource(TaskSource* source) { m_words.setSource(source); }
    TaskSource* source() const { return m_words.source(); }
    /// Replaces all rows of a list that is kept with its words; run states of tasks that are still there stay. Views
    /// are told of the differences only, so that they keep what is selected, the current row and how far they are
    /// scrolled.
    void setTasks(QList<Task> tasks);
    /// All of a long list is being read: what is put or removed from now on is newer than what comes.
    void beginLong();
    /// Its first rows, to be looked at until all of it is there.
    void takeBeginning(const QList<TaskBrief>& beginning);
    /// All of it, by ID.
    void setLong(QList<TaskBrief> briefs);
    void giveUpLoading() { m_isLoading = false; } ///< it could not be read
    /// Its words are not kept.
    bool isLong() const { return m_isLong; }
    /// There are more rows to come.
    bool isLoading() const { return m_isLoading; }
    /// The words of some of a long list, as they were asked for.
    void takeWords(const QList<Task>& tasks);
    void forgetAsked() { m_facts.askedAt.clear(); }
    void forgetApp(); ///< another one is opened: no row, run state or look of this one is left
    /// Changes the rows whose ID is known, adds the others.
    void putTasks(const QList<Task>& tasks);
    void removeTasks(const QList<TaskId>& tasks);
    void setRunState(TaskId task, RunState state);
    void setRunStates(const QList<TaskId>& tasks, RunState state);
    void clearRunState(TaskId task);
    void clearRunStates();

    const RowFacts& facts() const { return m_facts; }
    const TaskBrief& briefAt(int row) const { return m_facts.briefs.at(row); }
    bool contains(TaskId id) const { return rowOf(id) >= 0; }
    int rowOf(TaskId id) const { return m_numbers.rowOf(m_facts.briefs, id); } ///< -1 when it is not there
    const QList<quint32>& rowsById() const { return m_numbers.byId(); }
    /// With its words, which are read now if they are not kept; nothing when it is not there.
    std::optional<Task> task(TaskId id) const;
    QList<Task> tasks(const QList<TaskId>& ids) const; ///< those that are there, in this order
    QList<Task> tasks() const; ///< all of them: for a short list
    /// As far as it is kept.
    const Task* kept(TaskId id) const { return m_words.find(id); }
    std::optional<RunState> runState(TaskId task) const { return m_facts.runState(task); }
    bool isUnderWay(TaskId task) const { return m_facts.isUnderWay(task); }
    QList<TaskId> inRun() const { return m_facts.runStates.keys(); } ///< of a run that has not ended, settled or not
    /// The service was asked for these just now, and what it said is put in.
    void noteAsked(const QList<TaskId>& tasks);
    /// Scheduled by the service's earlier word, and not in anything that it was asked since: the soonest first.
    QList<TaskId> notSeenSince(const QDateTime& utc) const;
    void renewTimes(); ///< they are shown in another zone
    /// Their rows read differently from now on: see DueWatch.
    void timesCame(const QList<TaskId>& tasks);
    bool mayCancel(int row) const; ///< see RowFacts
    const Clock& clock() const { return m_clock; }
    QDateTime utcNow() const { return m_clock.utcNow(); }
    qint64 nowMs() const { return m_clock.utcNow().toMSecsSinceEpoch(); }

    /// Without the base's three calls back.
    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The words of these rows were read; nothing else of them has changed.
    void wordsCame(const QList<int>& rows);

private:
    void reset(QList<TaskBrief> briefs);
    void removeScattered(const QList<int>& rows);
    void rowChanged(int row);
    void rowsChanged(const QList<int>& rows);

    const Clock& m_clock;
    RowFacts m_facts;
    RowNumbers m_numbers;
    mutable KeptWords m_words; ///< who looks at a row has its words read
    bool m_isLong = false;
    bool m_isLoading = false;
    QHash<TaskId, std::optional<Task>> m_newer; ///< put or removed while the list is loaded
};

} // namespace pushbrake
