#include "ui/parts/iconlabel.h"

#include <QPainter>

namespace pushbrake {

IconLabel::IconLabel(int side, QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
}

void IconLabel::setIcon(const QString& name, theme::Tone tone)
{
    setIcon(theme::icon(name, tone));
}

void IconLabel::setIcon(const QIcon& icon)
{
    m_icon = icon;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

} // namespace pushbrake
