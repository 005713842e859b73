#include "ui/look/style.h"

#include "ui/look/style_p.h"

#include <QAbstractScrollArea>
#include <QStyleOption>

namespace pushbrake {

namespace {

QSize withHeight(int width, int height)
{
    return { width, std::max(height, theme::controlHeight) };
}

/// Along the bar, as if it were upright.
QRect scrollHandle(const QStyleOptionSlider& bar)
{
    const bool across = bar.orientation == Qt::Horizontal;
    const int length = across ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    constexpr int least = 32;
    int handle = range > 0 ? int(qint64(bar.pageStep) * length / (range + bar.pageStep)) : length;
    handle = std::clamp(handle, std::min(least, length), length);
    const int start = QStyle::sliderPositionFromValue(
        bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    if (!across)
        return { bar.rect.x(), bar.rect.y() + start, bar.rect.width(), handle };
    return { bar.rect.x() + start, bar.rect.y(), handle, bar.rect.height() };
}

QRect partOfScrollBar(const QStyleOptionSlider& bar, QStyle::SubControl part)
{
    const QRect handle = scrollHandle(bar);
    const QRect& all = bar.rect;
    const bool across = bar.orientation == Qt::Horizontal;
    switch (part) {
    case QStyle::SC_ScrollBarSlider: return handle;
    case QStyle::SC_ScrollBarGroove: return all;
    case QStyle::SC_ScrollBarSubPage:
        return across ? QRect(all.topLeft(), QPoint(handle.left() - 1, all.bottom()))
                      : QRect(all.topLeft(), QPoint(all.right(), handle.top() - 1));
    case QStyle::SC_ScrollBarAddPage:
        return across ? QRect(QPoint(handle.right() + 1, all.top()), all.bottomRight())
                      : QRect(QPoint(all.left(), handle.bottom() + 1), all.bottomRight());
    default: // no arrows at its ends
        return {};
    }
}

QStyleOptionViewItem insideCell(const QStyleOptionViewItem& item)
{
    QStyleOptionViewItem inside(item);
    inside.rect.adjust(look::cellPadding, 0, -look::cellPadding, 0);
    return inside;
}

QRect partOfComboBox(const QStyleOptionComplex& box, QStyle::SubControl part)
{
    QRect place = box.rect;
    if (part == QStyle::SC_ComboBoxArrow)
        place.setLeft(place.right() - look::arrowSpace + 1);
    else if (part == QStyle::SC_ComboBoxEditField)
        place.adjust(look::sidePadding, 1, -look::arrowSpace, -1);
    return QStyle::visualRect(box.direction, box.rect, place);
}

} // namespace

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return look::barThickness;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return look::indicatorSize;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_HeaderMargin: return look::sidePadding;
    case PM_DefaultFrameWidth: // as far in as the round corners of the frame need
        if (qobject_cast<const QAbstractScrollArea*>(widget))
            return look::frameWidth;
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
        return { usual.width() + 2 * look::cellPadding, usual.height() + 3 * theme::unit };
    }
    const QSize usual = QProxyStyle::sizeFromContents(type, option, contents, widget);
    constexpr int sides = 2 * (look::sidePadding + 1);
    switch (type) {
    case CT_PushButton: return withHeight(contents.width() + sides, contents.height() + 2 * theme::unit);
    case CT_ToolButton:
        return look::has(widget, "framed") ? withHeight(contents.width() + sides, usual.height()) : usual;
    case CT_LineEdit: return withHeight(usual.width() + 2 * look::fieldPadding, contents.height() + 2 * theme::unit);
    case CT_ComboBox:
        return withHeight(contents.width() + look::sidePadding + 2 * theme::unit + look::arrowSpace,
            contents.height() + 2 * theme::unit);
    case CT_SpinBox: return withHeight(usual.width(), usual.height());
    case CT_HeaderSection:
        return { usual.width(),
            std::max(usual.height() - 2 * look::sidePadding + 2 * theme::unit, theme::controlHeight + 1) };
    case CT_ProgressBar: return { contents.width(), look::progressThickness };
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
            return option->rect.adjusted(look::fieldPadding + 1, 1, -look::fieldPadding - 1, -1);
        return usual;
    case SE_HeaderLabel: // the margin is for the sides; a high one would cut letters
        return { usual.left(), option->rect.top(), usual.width(), option->rect.height() };
    case SE_HeaderArrow: {
        QRect arrow = usual;
        arrow.moveCenter({ usual.center().x(), option->rect.center().y() });
        return arrow;
    }
    case SE_PushButtonContents: return option->rect.adjusted(look::sidePadding, 1, -look::sidePadding, -1);
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

} // namespace pushbrake
