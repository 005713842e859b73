#include "ui/parts/twopartrow.h"

#include "ui/look/theme.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace pushbrake {

TwoPartRow::TwoPartRow(QWidget* parent)
    : QWidget(parent)
    , m_lines(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_beginning(new QHBoxLayout)
    , m_end(new QHBoxLayout)
{
    setObjectName(QStringLiteral("twoPartRow"));
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(theme::buttonGap);
    m_lines->addLayout(m_beginning, 1);
    m_lines->addLayout(m_end);
    m_beginning->setSpacing(theme::buttonGap);
    m_end->setSpacing(theme::buttonGap);
    m_end->addStretch();
}

bool TwoPartRow::isOneLine(int width) const
{
    return m_beginning->minimumSize().width() + theme::buttonGap + m_end->minimumSize().width() <= width;
}

// One line is what it wants; as high as the lines that it has.
QSize TwoPartRow::sizeHint() const
{
    const int width = m_beginning->sizeHint().width() + theme::buttonGap + m_end->sizeHint().width();
    return { width, m_lines->sizeHint().height() };
}

QSize TwoPartRow::minimumSizeHint() const
{
    const int width = std::max(m_beginning->minimumSize().width(), m_end->minimumSize().width());
    return { width, m_lines->minimumSize().height() };
}

bool TwoPartRow::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        m_lines->setDirection(isOneLine(width()) ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    return handled;
}

} // namespace pushbrake
