// Draws a line icon of the resources in a tone of the scheme applied at the moment of drawing, so that a change of
// scheme needs no new icons. Made by theme::icon() and Style; owned by the QIcon that
// holds it.
#pragma once

#include "ui/look/tones.h"

#include <QIconEngine>

namespace pushbrake {

class TintedIcon final : public QIconEngine
{
public:
    static QIcon make(const QString& name, theme::Tone tone);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine* clone() const override;

private:
    TintedIcon(QString name, theme::Tone tone);

    QString m_name;
    theme::Tone m_tone;
};

} // namespace pushbrake
