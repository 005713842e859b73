// Which tasks are shown and in what order: words in title, ID and note, status, audience, time. Sorts on the model's
// own values without QVariants; a tick of the clock never sorts. Owned by TaskPage.
#pragma once

#include "domain/task.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace pushbrake {

class TaskModel;

class TaskFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class StatusChoice { Any, CanBeCancelled, UnderWay, Cancelled, NeedsLook };
    enum class TimeChoice { Any, NextHour, NextDay, NextWeek, Past, NotKnown };

    explicit TaskFilter(TaskModel& model, QObject* parent = nullptr);

    void setWords(const QString& words);
    void setStatus(StatusChoice choice);
    /// Nothing: any audience.
    void setAudience(std::optional<Audience> audience);
    void setTime(TimeChoice choice);
    bool isFiltering() const;
    /// Lets rows that have grown too old or near enough come and go.
    void clockMoved();

    const Task& taskAt(int proxyRow) const;
    int proxyRowOf(TaskId task) const; ///< -1 when it is hidden or not there

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    bool matchesWords(const Task& task) const;
    bool matchesStatus(int row) const;
    bool matchesTime(const Task& task) const;

    TaskModel& m_model;
    QStringList m_words;
    StatusChoice m_status = StatusChoice::Any;
    std::optional<Audience> m_audience;
    TimeChoice m_time = TimeChoice::Any;
};

} // namespace pushbrake
