#include "ui/tasks/columnmenus.h"

#include "ui/tasks/taskmodel.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushbrake {

ColumnMenus::ColumnMenus(QTableView& table)
    : QObject(&table)
    , m_table(table)
    , m_sorting(new QMenu(tr("Sort &by"), &table))
    , m_then(new QMenu(tr("&Then by"), m_sorting))
    , m_shown(new QMenu(tr("Col&umns"), &table))
{
    m_sorting->setObjectName(u"sortMenu"_s);
    m_sorting->menuAction()->setObjectName(u"sortMenuAction"_s);
    m_shown->setObjectName(u"columnMenu"_s);
    m_shown->menuAction()->setObjectName(u"columnMenuAction"_s);
    m_then->setObjectName(u"thenByMenu"_s);
    fillSorting();
    fillShown();
}

QString ColumnMenus::titleOf(int column)
{
    return taskcells::title(column);
}

void ColumnMenus::fillSorting()
{
    const QHeaderView* header = m_table.horizontalHeader();
    auto* columns = new QActionGroup(this);
    for (int column = 0; column < TaskModel::ColumnCount; ++column) {
        QAction* action = columns->addAction(titleOf(column));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this,
            [this, header, column] { m_table.sortByColumn(column, header->sortIndicatorOrder()); });
    }
    auto* orders = new QActionGroup(this);
    //: how a list is sorted: the smallest, or the soonest, first
    orders->addAction(tr("Ascending"));
    //: how a list is sorted: the largest, or the latest, first
    orders->addAction(tr("Descending"));
    for (QAction* action : orders->actions()) {
        action->setCheckable(true);
        const auto order = Qt::SortOrder(orders->actions().indexOf(action));
        connect(action, &QAction::triggered, this, [this, order] { requestOrder(order); });
    }
    m_sorting->addActions(columns->actions());
    fillThenBy();
    m_sorting->addMenu(m_then);
    m_sorting->addSeparator();
    m_sorting->addActions(orders->actions());
    const auto check = [columns, orders](int column, Qt::SortOrder order) {
        if (column >= 0 && column < columns->actions().size())
            columns->actions().at(column)->setChecked(true);
        orders->actions().at(int(order))->setChecked(true);
    };
    check(header->sortIndicatorSection(), header->sortIndicatorOrder());
    connect(header, &QHeaderView::sortIndicatorChanged, this, check);
}

void ColumnMenus::fillThenBy()
{
    for (int column = 0; column < TaskModel::ColumnCount; ++column) {
        QAction* action = m_then->addAction(titleOf(column));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this,
            [this, column](bool isWanted) { Q_EMIT thenByRequested(column, isWanted); });
    }
}

// A direction says nothing about what comes then, which stays.
void ColumnMenus::requestOrder(Qt::SortOrder order)
{
    SortKeys turned = m_keys;
    turned.first().order = order;
    Q_EMIT orderRequested(turned);
}

// What it is sorted by before all others cannot be what comes then.
void ColumnMenus::showOrder(const SortKeys& keys)
{
    m_keys = keys;
    for (int column = 0; column < TaskModel::ColumnCount; ++column) {
        QAction* action = m_then->actions().at(column);
        const bool isKey
            = std::any_of(keys.begin(), keys.end(), [column](const SortKey& one) { return one.column == column; });
        action->setEnabled(keys.first().column != column);
        action->setChecked(isKey && action->isEnabled());
    }
}

void ColumnMenus::fillShown()
{
    for (int column = TaskModel::Push + 1; column < TaskModel::ColumnCount; ++column) {
        QAction* action = m_shown->addAction(titleOf(column));
        action->setCheckable(true);
        connect(
            action, &QAction::triggered, this, [this, column](bool shown) { Q_EMIT columnRequested(column, shown); });
        connect(m_shown, &QMenu::aboutToShow, action,
            [this, action, column] { action->setChecked(!m_table.isColumnHidden(column)); });
    }
}

} // namespace pushbrake
