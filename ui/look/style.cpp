#include "ui/look/style.h"

#include "ui/look/style_p.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QStyleOption>

namespace pushbrake {

using theme::color;
using theme::Tone;

namespace {

/// A rounded box whose border lies inside `place`.
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

bool isOn(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state & flag;
}

enum class Kind { Button, Dangerous, Field };

void drawControlBox(QPainter& painter, const QStyleOption& option, Kind kind)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool focused = enabled && isOn(option, QStyle::State_HasFocus);
    const bool hovered = enabled && isOn(option, QStyle::State_MouseOver);
    if (kind == Kind::Dangerous) {
        const QColor ground = enabled ? theme::dangerousGround() : color(Tone::Line);
        drawBox(painter, option.rect, ground, hovered || focused ? color(Tone::Text) : ground, focused ? 2 : 1,
            look::controlRadius);
        return;
    }
    const bool pressed = kind == Kind::Button && (isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_On));
    const QColor ground = !enabled ? color(Tone::Window) : pressed ? color(Tone::Selection) : color(Tone::Card);
    const QColor border = focused         ? color(Tone::Blue)
        : hovered && kind == Kind::Button ? color(Tone::Dim)
                                          : color(Tone::Line);
    drawBox(painter, option.rect, ground, border, focused ? 2 : 1, look::controlRadius);
}

// Fusion's outline can hardly be seen in the dark.
void drawIndicator(QPainter& painter, const QStyleOption& option, bool round)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool chosen = isOn(option, QStyle::State_On);
    QRect place(0, 0, look::indicatorSize, look::indicatorSize);
    place.moveCenter(option.rect.center());
    const QColor ground = !enabled ? color(Tone::Window) : chosen ? color(Tone::Blue) : color(Tone::Card);
    drawBox(
        painter, place, ground, enabled && chosen ? ground : color(Tone::Dim), 1, round ? look::indicatorSize / 2 : 4);
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

void drawScrollBar(const QStyle& style, const QStyleOptionSlider& bar, QPainter& painter, const QWidget* widget)
{
    const QRect handle = style.subControlRect(QStyle::CC_ScrollBar, &bar, QStyle::SC_ScrollBarSlider, widget);
    const bool hovered = isOn(bar, QStyle::State_MouseOver) && bar.activeSubControls == QStyle::SC_ScrollBarSlider;
    if (bar.maximum > bar.minimum)
        drawBox(painter, handle.adjusted(1, 1, -1, -1), color(hovered ? Tone::Dim : Tone::Line), {}, 0, 4);
}

void drawProgress(const QStyleOptionProgressBar& bar, QPainter& painter)
{
    QRect groove(bar.rect);
    groove.setHeight(look::progressThickness);
    groove.moveCenter(bar.rect.center());
    constexpr int radius = look::progressThickness / 2;
    drawBox(painter, groove, color(Tone::Line), {}, 0, radius);
    const double range = std::max(1, bar.maximum - bar.minimum);
    QRect done = groove;
    done.setWidth(int(groove.width() * (bar.progress - bar.minimum) / range));
    if (done.width() >= 2 * radius)
        drawBox(painter, QStyle::visualRect(bar.direction, groove, done), color(Tone::Blue), {}, 0, radius);
}

bool hasRingOfItsOwn(const QWidget* widget)
{
    return look::has(widget, "framed") || (widget && widget->inherits("QPushButton"))
        || qobject_cast<const QComboBox*>(widget);
}

template<typename Option> Option inColour(const Option& option, QPalette::ColorRole role, const QColor& colour)
{
    Option copy(option);
    copy.palette.setColor(QPalette::All, role, colour);
    return copy;
}

// Qt's own puts the words of a button with an icon at the wrong end in a right-to-left window.
void drawButtonLabel(const QStyle& style, const QStyleOptionButton& button, QPainter& painter, const QWidget* widget)
{
    const bool enabled = isOn(button, QStyle::State_Enabled);
    const bool white = enabled && look::has(widget, "dangerous");
    const int icon = button.icon.isNull() ? 0 : button.iconSize.width();
    const int gap = icon > 0 && !button.text.isEmpty() ? theme::unit : 0;
    const int words = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const int left = std::max(button.rect.left(), button.rect.center().x() - (icon + gap + words) / 2);
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

void drawHeaderSection(const QStyleOption& section, QPainter& painter)
{
    painter.fillRect(section.rect, color(Tone::Card));
    painter.fillRect(QRect(section.rect.bottomLeft(), QSize(section.rect.width(), 1)), color(Tone::Line));
}

void drawHeader(const QStyle& style, const QStyleOptionHeader& header, QPainter& painter, const QWidget* widget)
{
    drawHeaderSection(header, painter);
    QStyleOptionHeader part = inColour(header, QPalette::ButtonText, color(Tone::Dim));
    part.rect = style.subElementRect(QStyle::SE_HeaderLabel, &header, widget);
    style.drawControl(QStyle::CE_HeaderLabel, &part, &painter, widget);
    if (header.sortIndicator == QStyleOptionHeader::None)
        return;
    part.rect = style.subElementRect(QStyle::SE_HeaderArrow, &header, widget);
    style.drawPrimitive(QStyle::PE_IndicatorHeaderArrow, &part, &painter, widget);
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* label = qobject_cast<QLabel*>(widget)) {
        if (const QVariant tone = label->property(theme::toneProperty); tone.isValid())
            theme::setTone(*label, Tone(tone.toInt()));
    }
    if (!look::has(widget, "band"))
        return;
    QPalette palette; // labels inside take theirs from it
    palette.setColor(QPalette::WindowText, color(Tone::OnBand));
    widget->setPalette(palette);
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return drawControlBox(*painter, *option, look::has(widget, "dangerous") ? Kind::Dangerous : Kind::Button);
    case PE_PanelLineEdit:
        // A field inside another control has no frame of its own.
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            return drawControlBox(*painter, *option, Kind::Field);
        return;
    case PE_FrameLineEdit:
    case PE_PanelScrollAreaCorner: // the card goes on behind it
        return;
    case PE_FrameFocusRect:
        if (hasRingOfItsOwn(widget))
            return;
        if (!widget || qobject_cast<const QAbstractItemView*>(widget)) // a tree names none for a whole row
            return drawBox(*painter, option->rect, Qt::transparent, color(Tone::Blue), 1, 2);
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return drawIndicator(*painter, *option, false);
    case PE_IndicatorRadioButton: return drawIndicator(*painter, *option, true);
    case PE_Frame: return drawBox(*painter, option->rect, color(Tone::Card), color(Tone::Line), 1, look::cardRadius);
    case PE_PanelItemViewItem:
        if (isOn(*option, State_Selected))
            return painter->fillRect(option->rect, color(Tone::Selection));
        break;
    case PE_PanelTipLabel: return drawBox(*painter, option->rect, color(Tone::Card), color(Tone::Line), 1, 0);
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        button && element == CE_PushButtonLabel)
        return drawButtonLabel(*this, *button, *painter, widget);
    if (element == CE_ShapedFrame && look::has(widget, "card"))
        return drawBox(*painter, option->rect, color(Tone::Card), color(Tone::Line), 1, look::cardRadius);
    if (element == CE_ShapedFrame && look::has(widget, "band"))
        return drawBox(*painter, option->rect, color(Tone::Band), {}, 0, look::controlRadius);
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea)
        return drawHeaderSection(*option, *painter);
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option); header && element == CE_Header)
        return drawHeader(*this, *header, *painter, widget);
    if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option); bar && element == CE_ProgressBar)
        return drawProgress(*bar, *painter);
    if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option); item && element == CE_ItemViewItem) {
        const auto calm = inColour(*item, QPalette::HighlightedText, color(Tone::Text));
        return QProxyStyle::drawControl(element, &calm, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option); bar && control == CC_ScrollBar)
        return drawScrollBar(*this, *bar, *painter, widget);
    if (control == CC_ComboBox) {
        drawControlBox(*painter, *option, Kind::Button);
        const QRect place = subControlRect(control, option, SC_ComboBoxArrow, widget);
        QRect arrow(0, 0, look::arrowSize, look::arrowSize);
        arrow.moveCenter(place.center());
        theme::icon(QStringLiteral("chevron-down"), Tone::Dim).paint(painter, arrow);
        return;
    }
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (button && control == CC_ToolButton && look::has(widget, "framed")) {
        drawControlBox(*painter, *option, Kind::Button);
        QStyleOptionToolButton label(*button);
        label.features &= ~QStyleOptionToolButton::HasMenu;
        proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

// The pictures of message boxes; Qt's own are of another time.
QIcon Style::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const
{
    switch (which) {
    case SP_MessageBoxQuestion: return theme::icon(QStringLiteral("circle-question-mark"), Tone::Blue);
    case SP_MessageBoxInformation: return theme::icon(QStringLiteral("info"), Tone::Blue);
    case SP_MessageBoxWarning: return theme::icon(QStringLiteral("triangle-alert"), Tone::Orange);
    case SP_MessageBoxCritical: return theme::icon(QStringLiteral("circle-x"), Tone::Red);
    default: return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace pushbrake
