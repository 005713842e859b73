#include "ui/look/theme.h"

#include "ui/look/style.h"
#include "ui/look/tintedicon.h"

#include <QApplication>
#include <QBasicTimer>
#include <QEvent>
#include <QGuiApplication>
#include <QPalette>
#include <QPushButton>
#include <QScreen>
#include <QTextBoundaryFinder>
#include <QTextDocument>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace pushbrake::theme {
namespace {

/// Reads the desktop's own palette, which an earlier apply() may hide.
bool desktopIsDark()
{
    QApplication::setPalette(QPalette());
    const QPalette desktop = QApplication::palette();
    return desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
}

QPalette makePalette()
{
    QPalette palette(color(Tone::Text), color(Tone::Card), color(Tone::Line).lighter(110),
        color(Tone::Line).darker(120), color(Tone::Line), color(Tone::Text), color(Tone::Card));
    palette.setColor(QPalette::Window, color(Tone::Window));
    palette.setColor(QPalette::Base, color(Tone::Card));
    palette.setColor(QPalette::AlternateBase, color(Tone::Window));
    palette.setColor(QPalette::Button, color(Tone::Card));
    palette.setColor(QPalette::ToolTipBase, color(Tone::Card));
    palette.setColor(QPalette::ToolTipText, color(Tone::Text));
    palette.setColor(QPalette::PlaceholderText, color(Tone::Dim));
    palette.setColor(QPalette::Highlight, color(Tone::Blue));
    palette.setColor(QPalette::HighlightedText, color(isDark() ? Tone::Window : Tone::Card));
    palette.setColor(QPalette::Link, color(Tone::Blue));
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, color(Tone::Dim));
    return palette;
}

/// Qt tells each window that the desktop has another theme; several at once are one change.
class DesktopFollower : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::ThemeChange && !m_timer.isActive())
            m_timer.start(0, this);
        return false;
    }

private:
    void timerEvent(QTimerEvent*) override
    {
        m_timer.stop();
        apply(Scheme::Desktop);
    }

    QBasicTimer m_timer;
};

/// Characters that change the direction of what follows, or that cannot be seen at all.
bool isInvisible(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x200b && u <= 0x200f) || (u >= 0x202a && u <= 0x202e) || (u >= 0x2060 && u <= 0x206f) || u == 0x061c
        || u == 0xfeff || u == 0x00ad || c.category() == QChar::Other_Control;
}

QFont scaled(const QFont& base, qreal factor)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(base.pixelSize() * factor));
    return font;
}

} // namespace

void apply(Scheme scheme)
{
    setDark(scheme == Scheme::Dark || (scheme == Scheme::Desktop && desktopIsDark()));
    const QPalette palette = makePalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QApplication::setStyle(new Style); // a new one polishes every widget that is there
}

void followDesktop()
{
    apply(Scheme::Desktop);
    qApp->installEventFilter(new DesktopFollower(qApp));
}

QFont titleFont(const QFont& base)
{
    return strongFont(scaled(base, 1.4));
}

QFont strongFont(const QFont& base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smallFont(const QFont& base)
{
    return scaled(base, 0.85);
}

QIcon icon(const QString& name, Tone tone)
{
    return TintedIcon::make(name, tone);
}

void makeDangerous(QPushButton& button)
{
    button.setProperty("dangerous", true);
    button.setFont(strongFont(button.font()));
    button.setIcon(icon(u"ban"_s, Tone::OnRed));
    button.setAutoDefault(false);
    button.setDefault(false);
}

QSize withinScreen(const QWidget& window, QSize size)
{
    constexpr QSize frame(16, 40); // about what a window manager draws
    return size.boundedTo(window.screen()->availableSize() - frame);
}

QString isolated(const QString& foreign)
{
    return QChar(0x2068) + visible(foreign) + QChar(0x2069);
}

QString visible(const QString& foreign)
{
    QString shown = foreign;
    for (QChar& c : shown) {
        if (isInvisible(c))
            c = QChar(0x2423);
    }
    return shown;
}

QString unmarked(const QString& text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        if (const char16_t u = c.unicode(); u == 0x00a0 || u == 0x202f)
            plain += u' ';
        else if (!(u >= 0x2066 && u <= 0x2069) && !(u >= 0x202a && u <= 0x202e) && u != 0x200e && u != 0x200f
            && u != 0x061c)
            plain += c;
    }
    return plain;
}

QString breakable(const QString& text)
{
    constexpr int longestWord = 40;
    QString shown;
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0;
    for (int unbroken = 0; from < text.size() && characters.toNextBoundary() > from; from = characters.position()) {
        unbroken = text.at(from).isSpace() ? 0 : unbroken + 1;
        if (unbroken % (longestWord + 1) == longestWord)
            shown += QChar(0x200b);
        shown += text.mid(from, characters.position() - from);
    }
    return shown;
}

QString brief(const QString& foreign, int most)
{
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, foreign);
    for (int i = 0; i < most && characters.toNextBoundary() >= 0; ++i) { }
    const qsizetype end = characters.position();
    const bool isWhole = end < 0 || end >= foreign.size();
    return breakable(isolated(isWhole ? foreign : foreign.left(end) + u'…'));
}

QString plainTip(const QString& text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

QString inMenu(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

QString leftToRight(const QString& text)
{
    return QChar(0x2066) + text + QChar(0x2069);
}

} // namespace pushbrake::theme
