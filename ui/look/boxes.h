// Draws buttons, fields, check boxes and the circles to choose from: rounded boxes with one blue ring for the focus.
// Called by Style, and by what draws a box of its own.
#pragma once

#include <QColor>

class QPainter;
class QRect;
class QStyle;
class QStyleOption;
class QStyleOptionButton;
class QWidget;

namespace pushbrake::look {

/// A rounded box whose border lies inside `place`.
void drawBox(QPainter& painter, const QRect& place, const QColor& ground, const QColor& border, int width, int radius);

enum class BoxKind { Button, Dangerous, Field };
void drawControlBox(QPainter& painter, const QStyleOption& option, BoxKind kind);
void drawIndicator(QPainter& painter, const QStyleOption& option, bool round);
void drawButtonLabel(
    const QStyle& style, const QStyleOptionButton& button, QPainter& painter, const QWidget* widget, bool dangerous);

} // namespace pushbrake::look
