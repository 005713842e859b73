// Draws and measures scroll bars, which are thin and have no arrows at their ends, and progress bars. Called by Style.
#pragma once

#include <QStyle>
#include <QStyleOptionSlider>

class QPainter;
class QStyleOptionProgressBar;

namespace pushbrake::look {

/// Where a part of a scroll bar lies in a left-to-right window; empty for what it does not have.
QRect partOfScrollBar(const QStyleOptionSlider& bar, QStyle::SubControl part);
void drawScrollBar(const QStyle& style, const QStyleOptionSlider& bar, QPainter& painter, const QWidget* widget);
void drawProgress(const QStyleOptionProgressBar& bar, QPainter& painter);

} // namespace pushbrake::look
