// The one file that owns colours, spacing and fonts, light and dark. Everything in ui/ asks here; no colour literals
// elsewhere.
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QString>

class QLabel;
class QPushButton;
class QWidget;

namespace pushbrake::theme {

/// What a colour means, not how it looks.
enum class Tone { Text, Dim, Window, Card, Line, Selection, Blue, Orange, Red, OnRed, Violet, Band, OnBand };
enum class Scheme { Desktop, Light, Dark };

inline constexpr int unit = 4; ///< px; all spacing is a multiple
inline constexpr int windowMargin = 20;
inline constexpr int bandGap = 12;
inline constexpr int buttonGap = 8;
inline constexpr int controlHeight = 36; ///< at least
inline constexpr int rowHeight = 52;
inline constexpr int compactRowHeight = 32;

/// Palette and Style.
void apply(Scheme scheme);
/// Takes the scheme of the desktop, now and whenever it changes.
void followDesktop();
bool isDark();
/// Colour of the scheme that was applied last.
QColor color(Tone tone);

/// The red that white text stands on; in the dark the red of words is too pale for that.
QColor dangerousGround();

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
/// For a label that wraps: with places to break words that are longer than a line, which would make their window as
/// wide.
QString breakable(const QString& text);
/// Foreign text in a label: isolated, breakable, and cut after `most` characters, lest it push buttons off the screen.
QString brief(const QString& foreign, int most = 120);
/// An ID, code or time isolated left-to-right (U+2066..U+2069).
QString leftToRight(const QString& text);
/// A label that never takes its text for HTML and wraps.
QLabel* plainLabel(const QString& text, QWidget* parent);
/// The same, for words that people copy into a message. Costs a text document: for dialogs, not for the window that
/// starts.
QLabel* selectableLabel(const QString& text, QWidget* parent);
/// Colours the text of a label, in each scheme.
void setTone(QLabel& label, Tone tone);
inline constexpr const char* toneProperty = "tone";

} // namespace pushbrake::theme
