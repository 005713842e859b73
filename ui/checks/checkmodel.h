// What a check says of each push as rows, the worst first: what was expected and what the service has stand side by
// side, and what differs is marked by a sign and heavier letters. Rows come while the check goes on. Owned by
// CheckPage.
#pragma once

#include "check/comparison.h"
#include "domain/clock.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace pushbrake {

class CheckModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Result,
        Id,
        ExpectedTime,
        FoundTime,
        ExpectedAudience,
        FoundAudience,
        ExpectedTitle,
        FoundTitle,
        ColumnCount
    };

    /// Borrows the clock.
    CheckModel(const Clock& clock, QObject* parent);

    void clear();
    void add(const QList<Comparison>& comparisons);
    struct Since
    {
        int cancelled = 0;
        QDateTime last {}; ///< UTC
    };
    /// When these were cancelled, later than they were read. Gives what the rows say of that then.
    Since noteCancelled(const QHash<TaskId, QDateTime>& at);
    /// Times are shown in another zone now.
    void renewTimes();
    const Comparison& comparison(int row) const { return m_all.at(m_order[std::size_t(row)]); }
    QList<Comparison> comparisons() const; ///< in the order shown
    const CheckCounts& counts() const { return m_counts; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// What stands in a cell, without signs and marks of direction: for copies and exports.
    static QString plainText(const Comparison& comparison, int column, const QDateTime& now);
    static QString heading(int column, const QDateTime& now);
    /// What the service has there is not what was expected.
    static bool isMarked(const Comparison& comparison, int column);

private:
    const Clock& m_clock;
    bool isBefore(int first, int second) const { return isWorse(m_all.at(first), m_all.at(second)); }

    QList<Comparison> m_all; ///< as they came
    std::vector<int> m_order; ///< in which they are shown: moved quicker than they are
    CheckCounts m_counts;
};

} // namespace pushbrake
