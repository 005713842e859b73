// What was found in a pasted text, as the rows of a list: first what is suspicious, to be ticked by a person, then what
// cannot be used and why, then the rest, each with whether it is listed already. Owned by PasteDialog. Makes no text
// before it is shown, so that a hundred thousand rows are there at once.
#pragma once

#include "exchange/pastedids.h"

#include <QAbstractListModel>
#include <QHash>

namespace pushbrake {

class TaskModel;

class PastedModel : public QAbstractListModel
{
    Q_OBJECT
public:
    struct Counts
    {
        int fresh = 0; ///< chosen, and not listed yet
        int listed = 0; ///< chosen, and listed already
        int leftOut = 0; ///< not ticked
        int repeated = 0; ///< there more than once
        int unlike = 0; ///< in their length, ticked or not
        int unlikeChosen = 0;
    };

    /// Borrows the list.
    explicit PastedModel(const TaskModel& list, QObject* parent = nullptr);

    /// What a person ticked stays ticked where it is still there.
    void setPasted(PastedIds pasted);
    const PastedIds& pasted() const { return m_pasted; }
    const Counts& counts() const { return m_counts; }
    QList<TaskId> chosen() const; ///< in the order pasted
    /// Ticks or unticks all that are unlike the others.
    void chooseUnlike(bool chosen);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void countsChanged();

private:
    struct Row
    {
        bool isRefused = false;
        int at = 0; ///< in found or in refused
    };

    const PastedIds::Found* foundAt(int row) const; ///< nullptr for what was refused
    bool isChosen(const PastedIds::Found& found) const;
    bool isDoubtful(const PastedIds::Found& found) const { return found.isUnlike || found.times > 1; }
    void count();
    void onListChanged();
    QString wordsOf(int row) const;
    QString wordsOf(const PastedIds::Found& found) const;

    const TaskModel& m_list;
    PastedIds m_pasted;
    QList<Row> m_rows;
    QHash<TaskId, bool> m_ticks; ///< by a person
    Counts m_counts;
};

} // namespace pushbrake
