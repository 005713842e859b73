#include "ui/tasks/steadyview.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace pushbrake {

SteadyView::SteadyView(QTableView& table)
    : QObject(&table)
    , m_table(table)
{
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, this, &SteadyView::note);
    // Who sorts wants to see another order, not the same rows.
    connect(table.horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this] { m_top = QModelIndex(); });
}

void SteadyView::note()
{
    if (m_isLayout)
        return;
    const int value = m_table.verticalScrollBar()->value();
    const bool hasRows = m_table.model(); // it goes first when the page is closed
    const int row = value == 0 || !hasRows ? -1 : m_table.rowAt(0);
    m_top = row < 0 ? QModelIndex() : m_table.model()->index(row, 0);
    m_hidden = row < 0 ? 0 : value - m_table.verticalHeader()->sectionPosition(row);
}

void SteadyView::setTop(int row)
{
    m_top = row < 0 ? QModelIndex() : m_table.model()->index(row, 0);
}

void SteadyView::endLayout()
{
    if (m_top.isValid())
        m_table.verticalScrollBar()->setValue(m_table.verticalHeader()->sectionPosition(m_top.row()) + m_hidden);
    m_isLayout = false;
    note();
}

} // namespace pushbrake
