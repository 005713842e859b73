// A table of the history that reads as much as is looked at: a page at a time, each in a turn of the event loop of its
// own, so that the window answers however much has to be looked through. Owned by HistoryPage.
#pragma once

#include "store/history.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>

namespace pushbrake {

class PagedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// Borrows the history.
    PagedModel(const History& history, QObject* parent);

    /// From the beginning, with another filter or because something was done.
    void begin(const HistoryFilter& filter);
    bool isWhole() const { return m_isWhole; } ///< everything that the filter leaves was read
    /// Why no more could be read; nothing when it could.
    const std::optional<DatabaseFault>& fault() const { return m_fault; }

    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void progressed(); ///< rows came, or it is known that there are no more

protected:
    /// Reads the next part and appends its rows; nothing else changes the model's rows.
    virtual int readPart(const HistoryFilter& filter, HistoryMark& mark, int most) = 0;
    virtual void clear() = 0;
    const History& history() const { return m_history; }
    template<typename Row>
    int take(std::expected<HistoryPart<Row>, DatabaseFault> page, QList<Row>& rows, HistoryMark& mark)
    {
        if (!page) {
            m_fault = page.error();
            return 0;
        }
        mark = page->next;
        m_isWhole = page->isEnd;
        const int count = int(page->rows.size());
        if (count == 0)
            return 0;
        beginInsertRows({}, int(rows.size()), int(rows.size()) + count - 1);
        rows += page->rows;
        endInsertRows();
        return count;
    }

private:
    void step();

    const History& m_history;
    HistoryFilter m_filter;
    HistoryMark m_mark;
    QTimer m_step;
    int m_wanted = 0; ///< so many more rows
    bool m_isWhole = false;
    std::optional<DatabaseFault> m_fault;
};

} // namespace pushbrake
