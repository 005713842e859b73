// The runs of the history as rows: when, who, in which app, how many pushes, how it ended and what came of it. Owned by
// HistoryPage.
#pragma once

#include "domain/clock.h"
#include "ui/history/pagedmodel.h"

namespace pushbrake {

class RunHistory : public PagedModel
{
    Q_OBJECT
public:
    enum Column { When, Person, App, Pushes, Ending, Counts, ColumnCount };

    RunHistory(const History& history, const Clock& clock, QObject* parent);

    const HistoryRun& run(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int readPart(const HistoryFilter& filter, HistoryMark& mark, int most) override;
    void clear() override { m_rows.clear(); }
    QString text(const HistoryRun& run, int column) const;

    const Clock& m_clock;
    QList<HistoryRun> m_rows;
};

} // namespace pushbrake
