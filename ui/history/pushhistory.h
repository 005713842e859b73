// The pushes of the history as rows: what became of them and since when, which, when they were to go out, who asked and
// in which app. Owned by HistoryPage.
#pragma once

#include "domain/clock.h"
#include "ui/history/pagedmodel.h"

namespace pushbrake {

class PushHistory : public PagedModel
{
    Q_OBJECT
public:
    enum Column { Since, Result, Title, Id, GoesOut, Person, App, ColumnCount };

    PushHistory(const History& history, const Clock& clock, QObject* parent);

    const HistoryPush& push(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int readPart(const HistoryFilter& filter, HistoryMark& mark, int most) override;
    void clear() override { m_rows.clear(); }
    QString text(const HistoryPush& push, int column) const;

    const Clock& m_clock;
    QList<HistoryPush> m_rows;
};

} // namespace pushbrake
