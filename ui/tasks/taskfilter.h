// The list as it is shown: which of the model's rows, and in what order, as RowOrder decides. A long list is filtered
// and sorted on another thread, and shows what it showed before until that is done. A tick of the clock never sorts.
// Owned by TaskPage.
#pragma once

#include "domain/task.h"
#include "ui/tasks/roworder.h"
#include "ui/tasks/shownrows.h"

#include <QThreadPool>

#include <optional>
#include <stop_token>

namespace pushbrake {

class TaskFilter : public ShownRows
{
    Q_OBJECT
public:
    using StatusChoice = pushbrake::StatusChoice;
    using TimeChoice = pushbrake::TimeChoice;

    explicit TaskFilter(TaskModel& model, QObject* parent = nullptr);
    /// Waits for the thread, which stops soon.
    ~TaskFilter() override;

    /// By all of this at once.
    void narrow(const Narrowing& by);
    const Narrowing& narrowing() const { return m_choice.by; }
    /// All of the words must be there. Several numbers and nothing else: any of them, as of a pasted list of IDs.
    void setWords(const QString& words) { change(&Narrowing::typed, words); }
    void setStatus(StatusChoice choice) { change(&Narrowing::status, choice); }
    /// Nothing: any audience.
    void setAudience(std::optional<Audience> audience) { change(&Narrowing::audience, audience); }
    void setTime(TimeChoice choice) { change(&Narrowing::time, choice); }
    void setResult(ResultChoice choice) { change(&Narrowing::result, choice); }
    void setOrigin(const OriginChoice& choice) { change(&Narrowing::origin, choice); }
    void setPasted(const QList<TaskId>& tasks);
    int listedOfPasted() const; ///< how many of them are in the list
    void showOnlyPasted(bool only);
    bool showsOnlyPasted() const { return m_choice.only.has_value(); }
    bool isFiltering() const { return m_choice.isFiltering(); }
    /// What is shown is not yet what was chosen.
    bool isWorking() const { return m_isWorking; }
    /// Shown only because they belong to a run that goes on.
    int shownForRun() const;
    /// Lets rows that have grown too old or near enough come and go.
    void clockMoved();

    /// What TaskSource was asked for.
    void takeFound(const TaskWords& words, const QList<TaskId>& ids, bool isWhole);
    void takePlaces(int column, const QList<TaskId>& ids, const QList<quint32>& places);
    void giveUp(); ///< it could not answer: what was shown stays

    /// Of the reset that goes on: the numbers of the model's rows are the same as before.
    bool keepsModelRows() const { return m_keepsModelRows; }
    /// Of the reset that goes on: it is because another order was chosen.
    bool isSorting() const { return m_isSorting; }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void sortBy(const SortKeys& keys);
    const SortKeys& sortKeys() const { return m_choice.order; }

Q_SIGNALS:
    /// isWorking() has changed.
    void workChanged();

private:
    template<typename Value> void change(Value Narrowing::*part, const Value& value)
    {
        Narrowing by = m_choice.by;
        by.*part = value;
        narrow(by);
    }
    RowOrder order(bool isForThread) const;
    bool isLong() const; ///< too long to be filtered at once
    void renew();
    void renewAside();
    void renewForModel();
    void takeAside(QList<quint32> rows);
    void show(QList<quint32> rows);
    void setWorking(bool working);
    void onChanged(const QModelIndex& first, const QModelIndex& last);
    void onInserted(int first, int last);
    void onRemoved(int first, int last);
    void onResetting();
    void onReset();
    QList<quint32> rowsAfterReset() const;
    void place(quint32 modelRow);
    QList<quint32> placesOfWords() const;
    std::optional<quint16> fileNumber() const;

    RowChoice m_choice;
    QSet<TaskId> m_pasted;
    mutable std::optional<int> m_listedOfPasted; ///< as long as the model has the same rows
    std::optional<QList<TaskId>> m_found; ///< with the words, by ID; nothing while it is looked for
    QList<quint32> m_places; ///< by the model's rows, of titles or notes of a long list
    int m_placesOf = -1; ///< column
    QList<TaskId> m_before; ///< of a few rows that the model replaces by many
    mutable std::optional<quint16> m_fileNumber; ///< of the file that is chosen, once a push came from it
    bool m_keepsModelRows = true;
    bool m_isSorting = false;
    bool m_isFinding = false; ///< the words are not looked for everywhere yet
    bool m_isOrdering = false; ///< the places of titles or notes are still to come
    bool m_isWorking = false;
    bool m_isAside = false; ///< the thread is at it
    bool m_isStale = false; ///< and the model has other rows by now
    bool m_isAgain = false; ///< and many of them have changed
    QList<quint32> m_moved; ///< and these
    std::stop_source m_stop;
    QThreadPool m_thread;
};

} // namespace pushbrake
