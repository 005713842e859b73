#include "ui/window/headerrow.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <utility>

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
    m_spares.append(m_buttons.last());
}

/// What the row saves when these of the spare tools are not there.
int HeaderRow::widthOfSpares(qsizetype first, qsizetype end) const
{
    int width = 0;
    for (qsizetype i = first; i < end; ++i)
        width += m_spares.at(i).iconWidth + m_row->spacing();
    return width;
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
    return { least.width() - widthOfWords() - widthOfSpares(m_hiddenSpares, m_spares.size()), least.height() };
}

void HeaderRow::arrange()
{
    const int whole = m_row->minimumSize().width() + m_hidden + widthOfSpares(0, m_hiddenSpares);
    if (const bool isShort = whole > width(); isShort != (m_hidden > 0)) {
        m_hidden = isShort ? widthOfWords() : 0;
        for (const Tool& tool : m_buttons)
            setWordless(*tool.button, m_hidden > 0);
    }
    qsizetype crowded = 0;
    while (crowded < m_spares.size() && whole - m_hidden - widthOfSpares(0, crowded) > width())
        ++crowded;
    if (std::exchange(m_hiddenSpares, crowded) == crowded)
        return;
    for (qsizetype i = 0; i < m_spares.size(); ++i)
        m_spares.at(i).button->setVisible(i >= crowded);
}

bool HeaderRow::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrange();
    return handled;
}

} // namespace pushbrake
