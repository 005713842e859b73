// Labels that show text as it is, never as HTML, and whose colour is a tone that outlives a change of scheme.
#pragma once

#include "ui/look/tones.h"

class QLabel;
class QString;
class QWidget;

namespace pushbrake::theme {

/// A label that never takes its text for HTML and wraps.
QLabel* plainLabel(const QString& text, QWidget* parent);
/// The same, for words that people copy into a message. Costs a text document: for dialogs, not for the window that
/// starts.
QLabel* selectableLabel(const QString& text, QWidget* parent);
/// Colours the text of a label, in each scheme.
void setTone(QLabel& label, Tone tone);
/// Gives a label the colour that its tone has in the present scheme; nothing for a label without one. Called by Style
/// for every label when a scheme is applied.
void renewTone(QLabel& label);

} // namespace pushbrake::theme
