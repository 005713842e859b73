// The menus of the list's columns: by which it is sorted, and which are shown. For the keyboard, which does not reach
// the header; the mouse finds the second one there, too. Owned by TaskTable.
#pragma once

#include "ui/tasks/sortkeys.h"

#include <QObject>

class QAction;
class QMenu;
class QTableView;

namespace pushbrake {

class ColumnMenus : public QObject
{
    Q_OBJECT
public:
    /// Borrows the table, its parent.
    explicit ColumnMenus(QTableView& table);

    QMenu& sorting() const { return *m_sorting; }
    QMenu& shown() const { return *m_shown; }
    void showOrder(const SortKeys& keys);

Q_SIGNALS:
    void columnRequested(int column, bool shown);
    /// Sorted by it too, after the others, or not any more.
    void thenByRequested(int column, bool isWanted);
    /// By the same columns, the first of them in the direction that was chosen.
    void orderRequested(const pushbrake::SortKeys& keys);

private:
    void fillSorting();
    void fillShown();
    void fillThenBy();
    void requestOrder(Qt::SortOrder order);
    static QString titleOf(int column);

    QTableView& m_table;
    QMenu* m_sorting;
    QMenu* m_then;
    QMenu* m_shown;
    SortKeys m_keys { {} }; ///< as they were shown last
};

} // namespace pushbrake
