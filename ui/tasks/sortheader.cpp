#include "ui/tasks/sortheader.h"

#include <QMouseEvent>
#include <QTableView>

#include <utility>

namespace pushbrake {

SortHeader::SortHeader(QTableView& table)
    : QHeaderView(Qt::Horizontal, &table)
{
    setSectionsClickable(true);
    table.setHorizontalHeader(this);
}

// The base would sort by this column alone.
void SortHeader::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ShiftModifier)
        m_pressed = logicalIndexAt(event->position().toPoint());
    else
        QHeaderView::mousePressEvent(event);
}

void SortHeader::mouseReleaseEvent(QMouseEvent* event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (pressed < 0)
        QHeaderView::mouseReleaseEvent(event);
    else if (rect().contains(event->position().toPoint()) && logicalIndexAt(event->position().toPoint()) == pressed)
        Q_EMIT thenByRequested(pressed);
}

} // namespace pushbrake
