// Which tasks are shown and in what order: words in title, ID and note, status, audience, time, and whether they were
// pasted. What is being cancelled is shown whatever the choice. Sorts on the model's own values without QVariants; a
// tick of the clock never sorts. Owned by TaskPage.
#pragma once

#include "domain/task.h"
#include "ui/tasks/statuschoice.h"

#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>

namespace pushbrake {

class TaskModel;

class TaskFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using StatusChoice = pushbrake::StatusChoice;
    enum class TimeChoice { Any, NextHour, NextDay, NextWeek, Past, NotKnown };

    explicit TaskFilter(TaskModel& model, QObject* parent = nullptr);

    /// All of the words must be there. Several numbers and nothing else: any of them, as of a pasted list of IDs.
    void setWords(const QString& words);
    void setStatus(StatusChoice choice);
    /// Nothing: any audience.
    void setAudience(std::optional<Audience> audience);
    void setTime(TimeChoice choice);
    void setPasted(const QList<TaskId>& tasks);
    int listedOfPasted() const; ///< how many of them are in the list
    void showOnlyPasted(bool only);
    bool isFiltering() const;
    /// Shown only because they belong to a run that goes on.
    int shownForRun() const;
    /// Lets rows that have grown too old or near enough come and go.
    void clockMoved();

    const Task& taskAt(int proxyRow) const;
    int proxyRowOf(TaskId task) const; ///< -1 when it is hidden or not there

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    bool matches(int row) const;
    bool matchesWords(const Task& task) const;
    bool matchesStatus(int row) const;
    bool matchesTime(const Task& task) const;

    TaskModel& m_model;
    StatusReader m_statuses;
    QStringList m_words;
    bool m_isAnyWordEnough = false;
    QSet<TaskId> m_pasted;
    bool m_isOnlyPasted = false;
    StatusChoice m_status = StatusChoice::Any;
    std::optional<Audience> m_audience;
    TimeChoice m_time = TimeChoice::Any;
};

} // namespace pushbrake
