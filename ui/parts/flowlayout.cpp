#include "ui/parts/flowlayout.h"

#include "ui/look/theme.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace pushbrake {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(theme::buttonGap);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::insertWidget(qsizetype place, QWidget& widget)
{
    addWidget(&widget);
    m_items.move(m_items.size() - 1, place);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return flow({ 0, 0, width, 0 }, Deed::Measure);
}

// In one line: what the window would like to have.
QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        size = { size.width() + (size.width() > 0 ? spacing() : 0) + hint.width(),
            std::max(size.height(), hint.height()) };
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect& place)
{
    QLayout::setGeometry(place);
    flow(place, Deed::Arrange);
}

int FlowLayout::flow(const QRect& place, Deed deed) const
{
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    QPoint at = place.topLeft();
    int line = 0; // its height
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo({ std::max(place.width(), 1), item->sizeHint().height() });
        if (at.x() > place.x() && at.x() + size.width() > place.x() + place.width()) {
            at = { place.x(), at.y() + line + spacing() };
            line = 0;
        }
        if (deed == Deed::Arrange)
            item->setGeometry(QStyle::visualRect(direction, place, { at, size }));
        at.rx() += size.width() + spacing();
        line = std::max(line, size.height());
    }
    return at.y() + line - place.y();
}

} // namespace pushbrake
