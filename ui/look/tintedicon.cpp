#include "ui/look/tintedicon.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace pushbrake {
namespace {

QPixmap render(const QString& name, const QColor& colour, const QSize& pixels)
{
    const QString key = u"tinted/%1/%2/%3x%4"_s.arg(name, colour.name()).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

TintedIcon::TintedIcon(QString name, theme::Tone tone)
    : m_name(std::move(name))
    , m_tone(tone)
{
}

QIcon TintedIcon::make(const QString& name, theme::Tone tone)
{
    return QIcon(new TintedIcon(name, tone));
}

void TintedIcon::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
    painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
}

QPixmap TintedIcon::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap TintedIcon::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal)
{
    return render(m_name, theme::color(mode == QIcon::Disabled ? theme::Tone::Dim : m_tone), size);
}

QIconEngine* TintedIcon::clone() const
{
    return new TintedIcon(m_name, m_tone);
}

} // namespace pushbrake
