#include "ui/parts/phonenotice.h"

#include "ui/look/boxes.h"
#include "ui/look/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr int widest = 90 * theme::unit; ///< a phone is no wider
constexpr int padding = 3 * theme::unit;
constexpr int gap = theme::unit;
constexpr int markSide = 5 * theme::unit;
constexpr int radius = 4 * theme::unit;
constexpr int mostLooked = 2'000; ///< letters: more than ever fit

/// Ends of lines stay what they are; everything else that cannot be seen is made visible.
QString shownText(const QString& foreign)
{
    QStringList lines;
    for (const QString& line : foreign.left(mostLooked).split(u'\n'))
        lines += theme::visible(line.simplified());
    lines.removeAll(QString());
    return lines.join(QChar(QChar::LineSeparator));
}

int lineHeight(const QFont& font, const QWidget& widget)
{
    return QFontMetrics(font, &widget).lineSpacing();
}

} // namespace

PhoneNotice::PhoneNotice(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("phoneNotice"));
    setMaximumWidth(widest);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void PhoneNotice::setPush(const Push& push)
{
    m_push = { push.app, push.time, shownText(push.title), shownText(push.text) };
    QStringList said { theme::unmarked(push.app), theme::unmarked(push.time), m_push.title, m_push.text };
    said.removeAll(QString());
    setAccessibleName(said.join(QLatin1String("\n")).replace(QChar(QChar::LineSeparator), QLatin1Char('\n')));
    setVisible(!m_push.title.isEmpty() || !m_push.text.isEmpty());
    updateGeometry();
    update();
}

QFont PhoneNotice::headFont() const
{
    return theme::smallFont(font());
}

QFont PhoneNotice::titleFont() const
{
    return theme::strongFont(font());
}

int PhoneNotice::headHeight() const
{
    return std::max(markSide, lineHeight(headFont(), *this));
}

PhoneNotice::Block PhoneNotice::blockOf(const QString& text, const QFont& font, int width, int most) const
{
    Block block;
    if (text.isEmpty())
        return block;
    block.isRightToLeft = text.isRightToLeft();
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(block.isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    QTextLayout layout(text, font);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        const bool isLast = block.lines.size() + 1 == most;
        QString words = isLast ? text.mid(line.textStart()) : text.mid(line.textStart(), line.textLength());
        words.replace(QChar(QChar::LineSeparator), QLatin1Char(' '));
        block.lines
            += isLast ? QFontMetrics(font, this).elidedText(words.trimmed(), Qt::ElideRight, width) : words.trimmed();
        if (isLast)
            break;
    }
    layout.endLayout();
    block.height = int(block.lines.size()) * lineHeight(font, *this);
    return block;
}

int PhoneNotice::heightForWidth(int width) const
{
    const int inside = std::min(width, widest) - 2 * padding;
    int height = 2 * padding + headHeight();
    for (const Block& block : { blockOf(m_push.title, titleFont(), inside, mostTitleLines),
             blockOf(m_push.text, font(), inside, mostTextLines) })
        height += block.lines.isEmpty() ? 0 : gap + block.height;
    return height;
}

QSize PhoneNotice::sizeHint() const
{
    return { widest, heightForWidth(widest) };
}

QSize PhoneNotice::minimumSizeHint() const
{
    const int least = 40 * theme::unit;
    return { least, heightForWidth(std::max(width(), least)) };
}

void PhoneNotice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    look::drawBox(painter, rect(), theme::color(theme::Tone::Card), theme::color(theme::Tone::Line), 1, radius);
    QRect inside = rect().adjusted(padding, padding, -padding, -padding);
    drawHead(painter, { inside.left(), inside.top(), inside.width(), headHeight() });
    inside.setTop(inside.top() + headHeight());
    painter.setPen(theme::color(theme::Tone::Text));
    drawBlock(painter, inside, m_push.title, titleFont(), mostTitleLines);
    drawBlock(painter, inside, m_push.text, font(), mostTextLines);
}

void PhoneNotice::drawHead(QPainter& painter, QRect place) const
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const QRect mark
        = QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, { markSide, markSide }, place);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(theme::Tone::Dim));
    painter.drawRoundedRect(mark, theme::unit, theme::unit);
    painter.setFont(theme::strongFont(headFont()));
    painter.setPen(theme::color(theme::Tone::Card));
    painter.drawText(mark, Qt::AlignCenter, theme::unmarked(m_push.app).left(1).toUpper());
    if (isMirrored)
        place.setRight(mark.left() - gap - theme::unit);
    else
        place.setLeft(mark.right() + gap + theme::unit);
    const QFontMetrics metrics(headFont(), this);
    const int time = std::min(metrics.horizontalAdvance(m_push.time), place.width() * 2 / 3);
    painter.setFont(headFont());
    painter.setPen(theme::color(theme::Tone::Dim));
    painter.drawText(place,
        int(Qt::AlignVCenter) | int(Qt::AlignAbsolute) | (isMirrored ? Qt::AlignLeft : Qt::AlignRight),
        metrics.elidedText(m_push.time, Qt::ElideRight, time));
    place.setWidth(place.width() - time - gap);
    if (isMirrored)
        place.translate(time + gap, 0);
    painter.drawText(place,
        int(Qt::AlignVCenter) | int(Qt::AlignAbsolute) | (isMirrored ? Qt::AlignRight : Qt::AlignLeft),
        metrics.elidedText(m_push.app, Qt::ElideRight, place.width()));
}

// A phone goes by the text, not by the language of the desk.
void PhoneNotice::drawBlock(QPainter& painter, QRect& place, const QString& text, const QFont& font, int most) const
{
    const Block block = blockOf(text, font, place.width(), most);
    if (block.lines.isEmpty())
        return;
    place.setTop(place.top() + gap);
    painter.setFont(font);
    painter.setLayoutDirection(block.isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    for (const QString& line : block.lines) {
        painter.drawText(place,
            int(Qt::AlignTop) | int(block.isRightToLeft ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignAbsolute)
                | int(Qt::TextSingleLine),
            line);
        place.setTop(place.top() + lineHeight(font, *this));
    }
}

} // namespace pushbrake
