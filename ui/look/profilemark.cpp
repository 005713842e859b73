#include "ui/look/profilemark.h"

#include "ui/look/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <array>
#include <cmath>
#include <numbers>

namespace pushbrake::profilemark {

namespace {

/// In the order of ProfileColour; after Okabe and Ito, made darker for light grounds and paler for dark ones.
constexpr std::array<theme::Shade, 8> shades { {
    { 0xff0072b2, 0xff5aa9e6 },
    { 0xffb35c00, 0xffe69f00 },
    { 0xff00805d, 0xff2fc493 },
    { 0xffc4420a, 0xffff8552 },
    { 0xffa8437f, 0xffe59ac4 },
    { 0xff7f6d00, 0xfff0e442 },
    { 0xff1b7e92, 0xff7fdcee },
    { 0xff5a6575, 0xffb4bcc8 },
} };

/// A regular figure around the middle of a square from 0 to 1; `dent` below 1 makes it a star.
QPainterPath figure(int corners, double turn, double dent = 1)
{
    QPolygonF points;
    const int count = dent < 1 ? 2 * corners : corners;
    for (int i = 0; i < count; ++i) {
        const double radius = 0.48 * (i % 2 == 1 ? dent : 1);
        const double angle = turn - std::numbers::pi / 2 + 2 * std::numbers::pi * i / count;
        points.append({ 0.5 + radius * std::cos(angle), 0.5 + radius * std::sin(angle) });
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath shapeOf(ProfileColour colour)
{
    QPainterPath path;
    switch (colour) {
    case ProfileColour::Blue: path.addEllipse(0.06, 0.06, 0.88, 0.88); return path;
    case ProfileColour::Orange: return figure(3, 0);
    case ProfileColour::Green: path.addRect(0.12, 0.12, 0.76, 0.76); return path;
    case ProfileColour::Red: return figure(4, 0);
    case ProfileColour::Pink: return figure(5, 0, 0.42);
    case ProfileColour::Yellow: return figure(6, 0);
    case ProfileColour::Turquoise: return figure(3, std::numbers::pi);
    case ProfileColour::Grey: break;
    }
    path.addEllipse(0.06, 0.06, 0.88, 0.88);
    path.addEllipse(0.3, 0.3, 0.4, 0.4); // odd-even: a ring
    return path;
}

/// Painted at the moment of drawing, so that a change of scheme needs no new icons.
class MarkIcon final : public QIconEngine
{
public:
    enum class Ground { Window, ItsColour };

    MarkIcon(ProfileColour colour, Ground ground)
        : m_colour(colour)
        , m_ground(ground)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const int side = std::min(rect.width(), rect.height());
        painter->translate(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0);
        painter->scale(side, side);
        painter->fillPath(
            shapeOf(m_colour), m_ground == Ground::Window ? colourOf(m_colour) : theme::color(theme::Tone::OnMark));
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, { {}, size }, mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new MarkIcon(m_colour, m_ground); }

private:
    ProfileColour m_colour;
    Ground m_ground;
};

} // namespace

QColor colourOf(ProfileColour colour)
{
    return theme::color(shades.at(size_t(colour)));
}

QColor groundOf(ProfileColour colour)
{
    const QColor base = theme::color(theme::Tone::Card);
    const QColor full = colourOf(colour);
    const float share = theme::isDark() ? 0.2F : 0.12F;
    const auto mixed = [share](float a, float b) { return a + (b - a) * share; };
    return QColor::fromRgbF(
        mixed(base.redF(), full.redF()), mixed(base.greenF(), full.greenF()), mixed(base.blueF(), full.blueF()));
}

QIcon icon(ProfileColour colour)
{
    return QIcon(new MarkIcon(colour, MarkIcon::Ground::Window));
}

QIcon iconOfApp(bool isPractice, ProfileColour colour)
{
    return isPractice ? theme::icon(QStringLiteral("graduation-cap"), theme::Tone::Orange) : icon(colour);
}

QIcon iconOnItsColour(ProfileColour colour)
{
    return QIcon(new MarkIcon(colour, MarkIcon::Ground::ItsColour));
}

} // namespace pushbrake::profilemark
