// What the rooms ask for their look: colours, spacing and labels (by the headers included here), fonts, icons, and how
// foreign text is shown. Applies the light or the dark scheme. No colours or sizes of text are made elsewhere.
#pragma once

#include "ui/look/labels.h"
#include "ui/look/measures.h"
#include "ui/look/tones.h"

#include <QFont>
#include <QIcon>
#include <QString>

class QPushButton;
class QWidget;

namespace pushbrake::theme {

enum class Scheme { Desktop, Light, Dark };

/// Palette and Style.
void apply(Scheme scheme);
/// Takes the scheme of the desktop, now and whenever it changes.
void followDesktop();

QFont titleFont(const QFont& base); ///< 1.4 x, demi-bold
QFont strongFont(const QFont& base); ///< demi-bold
QFont smallFont(const QFont& base); ///< 0.85 x

/// Icon ":/icons/NAME.svg" tinted with the tone of the present scheme; drawn sharp at any scale.
QIcon icon(const QString& name, Tone tone = Tone::Text);

/// The dangerous button: red, white text. One a window.
void makeDangerous(QPushButton& button);
/// `size`, or as much of it as the screen of the window has beside a frame.
QSize withinScreen(const QWidget& window, QSize size);
/// Foreign text isolated (U+2068..U+2069) with bidi controls and zero-width characters made visible.
QString isolated(const QString& foreign);
/// The same without the isolation, for what is searched, read aloud or copied: it is isolated when it is drawn.
QString visible(const QString& foreign);
/// Without the marks of direction (U+2066..U+2069, U+202A..U+202E, U+200E, U+200F, U+061C), and with plain blanks for
/// no-break ones.
QString unmarked(const QString& text);
/// For a label that wraps: with places to break words that are longer than a line, which would make their window as
/// wide.
QString breakable(const QString& text);
/// Foreign text in a label: isolated, breakable, and cut after `most` characters, lest it push buttons off the screen.
QString brief(const QString& foreign, int most = 120);
/// For a tooltip, which takes for HTML whatever looks like it: foreign text stays the text that it is.
QString plainTip(const QString& text);
/// For an entry of a menu, which takes an ampersand for the mark of a key: that of foreign text stays what it is.
QString inMenu(QString text);
/// An ID, code or time isolated left-to-right (U+2066..U+2069).
QString leftToRight(const QString& text);

} // namespace pushbrake::theme
