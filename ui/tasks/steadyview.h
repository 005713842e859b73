// Keeps what a person looks at where it is while rows come and go above it. At the very top nothing is held: what is
// soonest shows up there. Owned by TaskTable.
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QTableView;

namespace pushbrake {

class SteadyView : public QObject
{
    Q_OBJECT
public:
    /// Borrows the table, its parent.
    explicit SteadyView(QTableView& table);

    /// To be called around what changes the table's heights: between them, scrolling is nobody's wish.
    void beginLayout() { m_isLayout = true; }
    void endLayout();
    bool isLayout() const { return m_isLayout; }
    /// The first row in sight; -1 at the very top.
    int top() const { return m_top.isValid() ? m_top.row() : -1; }
    /// Where that row is after a reset; -1: nowhere.
    void setTop(int row);

private:
    void note();

    QTableView& m_table;
    QPersistentModelIndex m_top; ///< the first row in sight; none at the very top
    int m_hidden = 0; ///< so much of it is above the edge
    bool m_isLayout = false;
};

} // namespace pushbrake
