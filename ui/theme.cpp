#include "ui/theme.h"

#include "ui/tintedicon.h"

#include <QApplication>
#include <QGuiApplication>
#include <QLabel>
#include <QPalette>
#include <QPushButton>
#include <QStyle>
#include <QStyleFactory>

#include <array>

using namespace Qt::StringLiterals;

namespace pushbrake::theme {
namespace {

struct Shade
{
    QRgb light;
    QRgb dark;
};

/// In the order of Tone. Text on each background has a contrast of at least 4.5 : 1.
constexpr std::array<Shade, 13> shades { {
    { 0xff1c2430, 0xffe8eaee }, // Text
    { 0xff5a6575, 0xff9aa3b2 }, // Dim
    { 0xfff5f6f8, 0xff1b1e24 }, // Window
    { 0xffffffff, 0xff23272f }, // Card
    { 0xffdfe3e8, 0xff343a45 }, // Line
    { 0xffe5effe, 0xff22375c }, // Selection
    { 0xff1d5fd1, 0xff6ea8fe }, // Blue
    { 0xffa84f06, 0xfff5a524 }, // Orange
    { 0xffb42318, 0xffff7b72 }, // Red
    { 0xffffffff, 0xffffffff }, // OnRed
    { 0xff6d28d9, 0xffc4a7ff }, // Violet
    { 0xfffff4d6, 0xff3a2f14 }, // Band
    { 0xff6b4700, 0xfff6d791 }, // OnBand
} };

/// The red that white text stands on; in the dark the red of words is too pale for that.
constexpr Shade dangerous { 0xffb42318, 0xffc0362c };

bool darkApplied = false;

QColor pick(const Shade& shade)
{
    return QColor::fromRgb(darkApplied ? shade.dark : shade.light);
}

/// Reads the desktop's own palette, which an earlier apply() may hide.
bool desktopIsDark()
{
    QApplication::setPalette(QPalette());
    const QPalette desktop = QApplication::palette();
    return desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
}

QPalette makePalette()
{
    QPalette palette(color(Tone::Text), color(Tone::Card), color(Tone::Line).lighter(110), color(Tone::Line).darker(120),
        color(Tone::Line), color(Tone::Text), color(Tone::Card));
    palette.setColor(QPalette::Window, color(Tone::Window));
    palette.setColor(QPalette::Base, color(Tone::Card));
    palette.setColor(QPalette::AlternateBase, color(Tone::Window));
    palette.setColor(QPalette::Button, color(Tone::Card));
    palette.setColor(QPalette::ToolTipBase, color(Tone::Card));
    palette.setColor(QPalette::ToolTipText, color(Tone::Text));
    palette.setColor(QPalette::PlaceholderText, color(Tone::Dim));
    palette.setColor(QPalette::Highlight, color(Tone::Blue));
    palette.setColor(QPalette::HighlightedText, color(darkApplied ? Tone::Window : Tone::Card));
    palette.setColor(QPalette::Link, color(Tone::Blue));
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, color(Tone::Dim));
    return palette;
}

/// Buttons, fields and cards; @names stand for tones.
QString styleSheet()
{
    QString sheet = uR"(
QPushButton, QToolButton[framed="true"], QLineEdit, QComboBox {
  background: @card; border: 1px solid @line; border-radius: 6px; padding: 0 12px; min-height: 34px; color: @text; }
QToolButton[framed="true"]::menu-indicator { image: none; }
QLineEdit { padding: 0 8px; selection-background-color: @blue; }
QPushButton:hover, QToolButton[framed="true"]:hover, QComboBox:hover { border-color: @dim; }
QPushButton:pressed, QToolButton[framed="true"]:pressed { background: @selection; }
QPushButton:focus, QToolButton[framed="true"]:focus, QLineEdit:focus, QComboBox:focus { border: 2px solid @blue; padding: 0 11px; min-height: 32px; }
QLineEdit:focus { padding: 0 7px; }
QPushButton:disabled, QToolButton[framed="true"]:disabled, QLineEdit:disabled, QComboBox:disabled { color: @dim; background: @window; }
QPushButton[dangerous="true"] { background: @danger; color: @onDanger; border-color: @danger; font-weight: 600; }
QPushButton[dangerous="true"]:hover { border-color: @text; }
QPushButton[dangerous="true"]:focus { border: 2px solid @text; }
QPushButton[dangerous="true"]:disabled { background: @line; color: @dim; border-color: @line; }
QComboBox::drop-down { border: 0; width: 26px; }
QComboBox::down-arrow { image: url(:/icons/chevron-down-mid.svg); width: 14px; height: 14px; }
QFrame[card="true"] { background: @card; border: 1px solid @line; border-radius: 8px; }
QFrame[band="true"] { background: @band; border: 0; border-radius: 6px; }
QFrame[band="true"] QLabel { color: @onBand; }
QHeaderView { background: transparent; }
QHeaderView::section { background: @card; color: @dim; border: 0; border-bottom: 1px solid @line; padding: 0 12px; min-height: 36px; }
QTreeView { background: @card; border: 1px solid @line; border-radius: 8px; padding: 1px; }
QTreeView::item { padding: 7px 9px; border: 0; }
QTreeView::item:selected { background: @selection; color: @text; }
QProgressBar { background: @line; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @blue; border-radius: 3px; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 1px; min-width: 32px; min-height: 32px; }
QScrollBar::handle:hover { background: @dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: @card; color: @text; border: 1px solid @line; padding: 4px; }
)"_s;
    const std::array<std::pair<QLatin1StringView, QColor>, 13> names { { { "@danger"_L1, pick(dangerous) },
        { "@onDanger"_L1, color(Tone::OnRed) }, { "@onBand"_L1, color(Tone::OnBand) }, { "@band"_L1, color(Tone::Band) },
        { "@card"_L1, color(Tone::Card) }, { "@line"_L1, color(Tone::Line) }, { "@blue"_L1, color(Tone::Blue) },
        { "@text"_L1, color(Tone::Text) }, { "@selection"_L1, color(Tone::Selection) }, { "@dim"_L1, color(Tone::Dim) },
        { "@window"_L1, color(Tone::Window) }, { "@violet"_L1, color(Tone::Violet) },
        { "@orange"_L1, color(Tone::Orange) } } };
    for (const auto& [name, value] : names)
        sheet.replace(name, value.name());
    return sheet;
}

/// Characters that change the direction of what follows, or that cannot be seen at all.
bool isInvisible(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x200b && u <= 0x200f) || (u >= 0x202a && u <= 0x202e) || (u >= 0x2060 && u <= 0x206f)
        || u == 0x061c || u == 0xfeff || u == 0x00ad || c.category() == QChar::Other_Control;
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

void apply(QApplication& application, Scheme scheme)
{
    if (application.style()->name() != "fusion"_L1)
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    darkApplied = scheme == Scheme::Dark || (scheme == Scheme::Desktop && desktopIsDark());
    QApplication::setPalette(makePalette());
    application.setStyleSheet(styleSheet());
}

bool isDark()
{
    return darkApplied;
}

QColor color(Tone tone)
{
    return pick(shades.at(size_t(tone)));
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
    button.setIcon(icon(u"ban"_s, Tone::OnRed));
    button.setAutoDefault(false);
    button.setDefault(false);
}

QString isolated(const QString& foreign)
{
    QString shown;
    shown.reserve(foreign.size() + 2);
    shown += QChar(0x2068);
    for (const QChar c : foreign)
        shown += isInvisible(c) ? QString(u"\u2423"_s) : QString(c);
    shown += QChar(0x2069);
    return shown;
}

QString leftToRight(const QString& text)
{
    return QChar(0x2066) + text + QChar(0x2069);
}

QLabel* plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel* selectableLabel(const QString& text, QWidget* parent)
{
    QLabel* label = plainLabel(text, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void setTone(QLabel& label, Tone tone)
{
    QPalette palette = label.palette();
    palette.setColor(label.foregroundRole(), color(tone));
    label.setPalette(palette);
}

} // namespace pushbrake::theme
