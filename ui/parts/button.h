// The one way in which buttons are made: named, said aloud without their ampersand, high enough to hit, pressed by
// Enter when they have the keyboard, and never the default of a dialog by chance.
#pragma once

#include <QString>

class QAction;
class QKeyEvent;
class QPushButton;
class QWidget;

namespace pushbrake {

/// Of either block of keys.
bool isEnter(const QKeyEvent& key);
/// `name`: the object name, purpose and type ("saveButton"). `icon`: one of :/icons, or none.
QPushButton* makeButton(const char* name, const QString& text, QWidget* parent, const QString& icon = {});
/// Changes what stands on a button and what is said of it.
void setButtonText(QPushButton& button, const QString& text);
/// Its icon alone, in a narrow window; its words are said aloud all the same.
void setWordless(QPushButton& button, bool wordless);
/// Of a button that has just copied something: says so for two seconds, as wide as it was.
void sayCopied(QPushButton& button);
/// Of an action whose words change: its buttons are wide enough for these from the start, so that none of them moves or
/// grows under the mouse. To be called before the words are set.
void setLongestWords(QAction& action, const QString& words);
/// Words: neither icon nor mnemonic, for an action that has a button with both elsewhere in the window.
enum class ActionButton { Whole, Words };
/// A button for an action: its words, icon, tip and state follow the action, and a click triggers it, or opens the menu
/// that the action had by then. Its name is the action's with "Button" for "Action".
QPushButton* makeActionButton(QAction& action, QWidget* parent, ActionButton form = ActionButton::Whole);

} // namespace pushbrake
