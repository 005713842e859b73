#include "ui/look/boxes.h"

#include "ui/look/measures.h"
#include "ui/look/tones.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace pushbrake::look {

using theme::color;
using theme::Tone;

namespace {

bool isOn(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state & flag;
}

} // namespace

void drawBox(QPainter& painter, const QRect& place, const QColor& ground, const QColor& border, int width, int radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground);
    painter.setPen(width > 0 ? QPen(border, width) : QPen(Qt::NoPen));
    const qreal inset = width / 2.0;
    painter.drawRoundedRect(QRectF(place).adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

void drawControlBox(QPainter& painter, const QStyleOption& option, BoxKind kind)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool focused = enabled && isOn(option, QStyle::State_HasFocus);
    const bool hovered = enabled && isOn(option, QStyle::State_MouseOver);
    if (kind == BoxKind::Dangerous) {
        const QColor ground = enabled ? theme::dangerousGround() : color(Tone::Line);
        drawBox(painter, option.rect, ground, hovered || focused ? color(Tone::Text) : ground, focused ? 2 : 1,
            controlRadius);
        return;
    }
    const bool pressed
        = kind == BoxKind::Button && (isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_On));
    const QColor ground = !enabled ? color(Tone::Window) : pressed ? color(Tone::Selection) : color(Tone::Card);
    const QColor border = focused            ? color(Tone::Blue)
        : hovered && kind == BoxKind::Button ? color(Tone::Dim)
                                             : color(Tone::Line);
    drawBox(painter, option.rect, ground, border, focused ? 2 : 1, controlRadius);
}

// Fusion's outline can hardly be seen in the dark.
void drawIndicator(QPainter& painter, const QStyleOption& option, bool round)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool chosen = isOn(option, QStyle::State_On);
    QRect place(0, 0, indicatorSize, indicatorSize);
    place.moveCenter(option.rect.center());
    const QColor ground = !enabled ? color(Tone::Window) : chosen ? color(Tone::Blue) : color(Tone::Card);
    drawBox(painter, place, ground, enabled && chosen ? ground : color(Tone::Dim), 1, round ? indicatorSize / 2 : 4);
    if (!chosen)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor mark = enabled ? color(Tone::Card) : color(Tone::Dim);
    if (round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawEllipse(QRectF(place).center(), 3, 3);
    } else {
        painter.setPen(QPen(mark, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF middle = QRectF(place).center();
        painter.drawPolyline(
            QPolygonF { middle + QPointF(-3.5, 0), middle + QPointF(-1, 2.5), middle + QPointF(3.5, -3) });
    }
    painter.restore();
}

// Qt's own puts the words of a button with an icon at the wrong end in a right-to-left window.
void drawButtonLabel(
    const QStyle& style, const QStyleOptionButton& button, QPainter& painter, const QWidget* widget, bool dangerous)
{
    const bool enabled = isOn(button, QStyle::State_Enabled);
    const bool white = enabled && dangerous;
    const int icon = button.icon.isNull() ? 0 : button.iconSize.width();
    const int gap = icon > 0 && !button.text.isEmpty() ? theme::unit : 0;
    const int words = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    // The arrow of a menu stands at the trailing end; the words are in the middle of the rest.
    const int arrow = button.features & QStyleOptionButton::HasMenu
        ? style.pixelMetric(QStyle::PM_MenuButtonIndicator, &button, widget)
        : 0;
    const int middle = button.rect.center().x() - arrow / 2;
    const int left = std::max(button.rect.left(), middle - (icon + gap + words) / 2);
    if (icon > 0) {
        const QRect place(
            left, button.rect.center().y() - button.iconSize.height() / 2 + 1, icon, button.iconSize.height());
        button.icon.paint(&painter, QStyle::visualRect(button.direction, button.rect, place), Qt::AlignCenter,
            enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const bool underlined = style.styleHint(QStyle::SH_UnderlineShortcut, &button, widget) != 0;
    QRect place = button.rect;
    place.setLeft(left + icon + gap);
    painter.setPen(white ? color(Tone::OnRed) : color(enabled ? Tone::Text : Tone::Dim));
    painter.drawText(QStyle::visualRect(button.direction, button.rect, place),
        int(Qt::AlignVCenter | Qt::TextSingleLine | (underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic)
            | Qt::AlignAbsolute | (button.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft)),
        button.text);
}

} // namespace pushbrake::look
