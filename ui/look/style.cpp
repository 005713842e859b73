#include "ui/look/style.h"

#include "ui/look/bars.h"
#include "ui/look/boxes.h"
#include "ui/look/labels.h"
#include "ui/look/measures.h"
#include "ui/look/tintedicon.h"
#include "ui/look/tones.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QStyleOption>

namespace pushbrake {

using namespace look;
using theme::color;
using theme::Tone;

namespace {

bool has(const QWidget* widget, const char* property)
{
    return widget && widget->property(property).toBool();
}

bool hasRingOfItsOwn(const QWidget* widget)
{
    return has(widget, "framed") || (widget && widget->inherits("QPushButton"))
        || qobject_cast<const QComboBox*>(widget);
}

template<typename Option> Option inColour(const Option& option, QPalette::ColorRole role, const QColor& colour)
{
    Option copy(option);
    copy.palette.setColor(QPalette::All, role, colour);
    return copy;
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

QSize withHeight(int width, int height)
{
    return { width, std::max(height, theme::controlHeight) };
}

QStyleOptionViewItem insideCell(const QStyleOptionViewItem& item)
{
    QStyleOptionViewItem inside(item);
    inside.rect.adjust(cellPadding, 0, -cellPadding, 0);
    return inside;
}

QRect partOfComboBox(const QStyleOptionComplex& box, QStyle::SubControl part)
{
    QRect place = box.rect;
    if (part == QStyle::SC_ComboBoxArrow)
        place.setLeft(place.right() - arrowSpace + 1);
    else if (part == QStyle::SC_ComboBoxEditField)
        place.adjust(sidePadding, 1, -arrowSpace, -1);
    return QStyle::visualRect(box.direction, box.rect, place);
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* label = qobject_cast<QLabel*>(widget))
        theme::renewTone(*label);
    if (!has(widget, "band"))
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
        return drawControlBox(*painter, *option, has(widget, "dangerous") ? BoxKind::Dangerous : BoxKind::Button);
    case PE_PanelLineEdit:
        // A field inside another control has no frame of its own.
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            return drawControlBox(*painter, *option, BoxKind::Field);
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
    case PE_Frame: return drawBox(*painter, option->rect, color(Tone::Card), color(Tone::Line), 1, cardRadius);
    case PE_PanelItemViewItem:
        if (option->state & State_Selected)
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
        return drawButtonLabel(*this, *button, *painter, widget, has(widget, "dangerous"));
    if (element == CE_ShapedFrame && has(widget, "card"))
        return drawBox(*painter, option->rect, color(Tone::Card), color(Tone::Line), 1, cardRadius);
    if (element == CE_ShapedFrame && has(widget, "band"))
        return drawBox(*painter, option->rect, color(Tone::Band), {}, 0, controlRadius);
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
        drawControlBox(*painter, *option, BoxKind::Button);
        const QRect place = subControlRect(control, option, SC_ComboBoxArrow, widget);
        QRect arrow(0, 0, arrowSize, arrowSize);
        arrow.moveCenter(place.center());
        TintedIcon::make(QStringLiteral("chevron-down"), Tone::Dim).paint(painter, arrow);
        return;
    }
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (button && control == CC_ToolButton && has(widget, "framed")) {
        drawControlBox(*painter, *option, BoxKind::Button);
        QStyleOptionToolButton label(*button);
        label.features &= ~QStyleOptionToolButton::HasMenu;
        proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return barThickness;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return indicatorSize;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_HeaderMargin: return sidePadding;
    case PM_DefaultFrameWidth: // as far in as the round corners of the frame need
        if (qobject_cast<const QAbstractScrollArea*>(widget))
            return frameWidth;
        break;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const
{
    if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option); item && type == CT_ItemViewItem) {
        const QStyleOptionViewItem inside = insideCell(*item);
        const QSize usual = QProxyStyle::sizeFromContents(type, &inside, contents, widget);
        return { usual.width() + 2 * cellPadding, usual.height() + 3 * theme::unit };
    }
    const QSize usual = QProxyStyle::sizeFromContents(type, option, contents, widget);
    constexpr int sides = 2 * (sidePadding + 1);
    switch (type) {
    case CT_PushButton: return withHeight(contents.width() + sides, contents.height() + 2 * theme::unit);
    case CT_ToolButton: return has(widget, "framed") ? withHeight(contents.width() + sides, usual.height()) : usual;
    case CT_LineEdit: return withHeight(usual.width() + 2 * fieldPadding, contents.height() + 2 * theme::unit);
    case CT_ComboBox:
        return withHeight(
            contents.width() + sidePadding + 2 * theme::unit + arrowSpace, contents.height() + 2 * theme::unit);
    case CT_SpinBox: return withHeight(usual.width(), usual.height());
    case CT_HeaderSection:
        return { usual.width(),
            std::max(usual.height() - 2 * sidePadding + 2 * theme::unit, theme::controlHeight + 1) };
    case CT_ProgressBar: return { contents.width(), progressThickness };
    default: return usual;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect usual = QProxyStyle::subElementRect(element, option, widget);
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    if (item && (element == SE_ItemViewItemText || element == SE_ItemViewItemDecoration)) {
        const QStyleOptionViewItem inside = insideCell(*item);
        return QProxyStyle::subElementRect(element, &inside, widget);
    }
    switch (element) {
    case SE_LineEditContents:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            return option->rect.adjusted(fieldPadding + 1, 1, -fieldPadding - 1, -1);
        return usual;
    case SE_HeaderLabel: // the margin is for the sides; a high one would cut letters
        return { usual.left(), option->rect.top(), usual.width(), option->rect.height() };
    case SE_HeaderArrow: {
        QRect arrow = usual;
        arrow.moveCenter({ usual.center().x(), option->rect.center().y() });
        return arrow;
    }
    case SE_PushButtonContents: return option->rect.adjusted(sidePadding, 1, -sidePadding, -1);
    default: return usual;
    }
}

QRect Style::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option); bar && control == CC_ScrollBar)
        return QStyle::visualRect(bar->orientation == Qt::Horizontal ? bar->direction : Qt::LeftToRight, bar->rect,
            partOfScrollBar(*bar, part));
    if (control == CC_ComboBox && (part == SC_ComboBoxArrow || part == SC_ComboBoxEditField))
        return partOfComboBox(*option, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

// The pictures of message boxes; Qt's own are of another time.
QIcon Style::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const
{
    switch (which) {
    case SP_MessageBoxQuestion: return TintedIcon::make(QStringLiteral("circle-question-mark"), Tone::Blue);
    case SP_MessageBoxInformation: return TintedIcon::make(QStringLiteral("info"), Tone::Blue);
    case SP_MessageBoxWarning: return TintedIcon::make(QStringLiteral("triangle-alert"), Tone::Orange);
    case SP_MessageBoxCritical: return TintedIcon::make(QStringLiteral("circle-x"), Tone::Red);
    default: return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace pushbrake
