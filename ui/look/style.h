// How the controls look: Fusion with rounded boxes, one blue ring for the focus, quiet headers and thin scroll bars, in
// the colours of theme. Drawn here rather than by a style sheet, which took a sixth of the start and a megabyte.
// theme::apply() makes it; QApplication owns it. Widgets say by a property that they are dangerous, a card, a band or
// framed.
#pragma once

#include <QProxyStyle>

namespace pushbrake {

class Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;

    // Drawing: style.cpp
    void drawPrimitive(
        PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(
        ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override;

    // Measures: style_measures.cpp
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(
        ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
        const QWidget* widget) const override;
};

} // namespace pushbrake
