#include "ui/look/bars.h"

#include "ui/look/boxes.h"
#include "ui/look/measures.h"
#include "ui/look/tones.h"

#include <QPainter>

namespace pushbrake::look {

using theme::color;
using theme::Tone;

namespace {

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

} // namespace

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

void drawScrollBar(const QStyle& style, const QStyleOptionSlider& bar, QPainter& painter, const QWidget* widget)
{
    const QRect handle = style.subControlRect(QStyle::CC_ScrollBar, &bar, QStyle::SC_ScrollBarSlider, widget);
    const bool hovered
        = bar.state.testFlag(QStyle::State_MouseOver) && bar.activeSubControls == QStyle::SC_ScrollBarSlider;
    if (bar.maximum > bar.minimum)
        drawBox(painter, handle.adjusted(1, 1, -1, -1), color(hovered ? Tone::Dim : Tone::Line), {}, 0, 4);
}

void drawProgress(const QStyleOptionProgressBar& bar, QPainter& painter)
{
    QRect groove(bar.rect);
    groove.setHeight(progressThickness);
    groove.moveCenter(bar.rect.center());
    constexpr int radius = progressThickness / 2;
    drawBox(painter, groove, color(Tone::Line), {}, 0, radius);
    const double range = std::max(1, bar.maximum - bar.minimum);
    QRect done = groove;
    done.setWidth(int(groove.width() * (bar.progress - bar.minimum) / range));
    if (done.width() >= 2 * radius)
        drawBox(painter, QStyle::visualRect(bar.direction, groove, done), color(Tone::Blue), {}, 0, radius);
}

} // namespace pushbrake::look
