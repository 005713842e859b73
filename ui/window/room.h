// What a room hands to the shell when it is put into the window. Widgets belong to the shell from then on; actions stay
// the room's, which must outlive the shell's use of them.
#pragma once

#include <QList>
#include <QString>

#include <optional>

class QAction;
class QWidget;

namespace pushbrake {

/// First: the menu of the things that the program is about; the console names it.
enum class MenuPlace { First, Edit, View, App, Help };

/// Actions that stand together in a menu, between two lines. An action may hold a submenu.
struct CommandGroup
{
    MenuPlace menu = MenuPlace::First;
    QList<QAction*> actions;
    bool isInMore = false; ///< all of them also in the short menu behind the three dots
};

/// A page that knows which of its parts has the keyboard. Not by a focus proxy, on which Tab would go past the parts
/// that stand before it.
class KeyboardPlace
{
public:
    virtual ~KeyboardPlace() = default;
    virtual void takeKeyboard() = 0;
};

struct Page
{
    QString title; ///< what the View menu calls it, with a mnemonic
    QWidget* widget = nullptr;
    KeyboardPlace* keyboard = nullptr; ///< asked when dialogs close; without one the widget itself gets it
    QAction* opener = nullptr; ///< in place of the title, with keys of its own; once more, it leads to the first page
};

struct Room
{
    QWidget* header = nullptr; ///< at the leading end of the header
    QList<QAction*> tools; ///< buttons of the header
    QList<QAction*> sparedTools; ///< those of them that stand there only where there is room
    QAction* spareTool = nullptr; ///< one more button of the header, where there is room for it
    QAction* dangerous = nullptr; ///< the red button at its end; one a window
    QWidget* band = nullptr; ///< a line under the header, hidden or not
    std::optional<Page> page;
    QWidget* footer = nullptr; ///< under the page, hidden or not
    QList<CommandGroup> commands;
    /// Those of them that speak of what the room's page shows, or, of a room without one, the first page: they are off
    /// while another is shown.
    QList<QAction*> ofPage;
    QList<QAction*> more; ///< those of them that stand in the short menu one by one
};

} // namespace pushbrake
