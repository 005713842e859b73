#include "ui/window/headerrow.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace pushbrake {

HeaderRow::HeaderRow(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("headerRow"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(theme::buttonGap);
    m_row->addStretch(1);
    m_space = m_row->itemAt(0);
}

void HeaderRow::addTool(QAction& action)
{
    QPushButton* button = makeActionButton(action, this);
    setWordless(*button, true);
    const int iconWidth = button->sizeHint().width();
    setWordless(*button, m_hidden > 0);
    // In no layout of their own, whose size this one would know only later.
    int place = 0;
    while (m_buttons.isEmpty() ? m_row->itemAt(place) != m_space
                               : m_row->itemAt(place)->widget() != m_buttons.last().button)
        ++place;
    m_row->insertWidget(place + 1, button);
    m_buttons.append({ button, iconWidth });
}

void HeaderRow::addSpareTool(QAction& action)
{
    addTool(action);
    m_spare = m_buttons.last();
}

/// What the row saves when the spare tool is not there.
int HeaderRow::widthOfSpare() const
{
    return m_spare.button ? m_spare.iconWidth + m_row->spacing() : 0;
}

// Only while they are shown; otherwise nothing.
int HeaderRow::widthOfWords() const
{
    int width = 0;
    for (const Tool& tool : m_buttons)
        width += std::max(0, tool.button->minimumSizeHint().width() - tool.iconWidth);
    return width;
}

QSize HeaderRow::minimumSizeHint() const
{
    const QSize least = m_row->minimumSize();
    return { least.width() - widthOfWords() - (m_isSpareHidden ? 0 : widthOfSpare()), least.height() };
}

void HeaderRow::arrange()
{
    const int whole = m_row->minimumSize().width() + m_hidden + (m_isSpareHidden ? widthOfSpare() : 0);
    if (const bool isShort = whole > width(); isShort != (m_hidden > 0)) {
        m_hidden = isShort ? widthOfWords() : 0;
        for (const Tool& tool : m_buttons)
            setWordless(*tool.button, m_hidden > 0);
    }
    if (const bool isCrowded = m_spare.button && whole - m_hidden > width(); isCrowded != m_isSpareHidden) {
        m_isSpareHidden = isCrowded;
        m_spare.button->setVisible(!isCrowded);
    }
}

bool HeaderRow::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrange();
    return handled;
}

} // namespace pushbrake
