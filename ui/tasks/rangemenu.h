// The choice of which pushes a refresh reads, and whether it repeats by itself: two menus, and a button that says what
// is chosen. Remembered in the settings. Owned by TaskDesk.
#pragma once

#include "domain/clock.h"
#include "ui/tasks/refreshrange.h"
#include "ui/tasks/refreshrhythm.h"

#include <QObject>

#include <memory>

class QAction;
class QActionGroup;
class QMenu;
class QSettings;
class QWidget;

namespace pushbrake {

class CommandAction;

class RangeMenu : public QObject
{
    Q_OBJECT
public:
    /// Borrows all; the question for days of one's own stands over `window`.
    RangeMenu(QSettings& settings, const Clock& clock, QWidget& window, QObject* parent);
    ~RangeMenu() override;

    const RefreshRange& range() const { return m_range; }
    RefreshRhythm::Choice repeat() const;

    /// For the button: its words say what is chosen, and it opens the choice.
    QAction* tool() const;
    QAction* rangeAction() const; ///< for a menu
    QAction* repeatAction() const; ///< for a menu
    /// Days begin at another time now, or on another day.
    void renewWords();

Q_SIGNALS:
    /// A person chose: it is to be read at once.
    void rangeChosen();
    void repeatChosen();

private:
    void addRange(const char* name, RefreshRange::Kind kind);
    void addRepeat(const char* name, const QString& text, int minutes);
    void buildRepeat();
    void restore();
    void choose(const RefreshRange& range);
    void askForDays();
    void showChoice();

    QSettings& m_settings;
    const Clock& m_clock;
    QWidget& m_window;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QMenu> m_toolMenu; ///< the same choices: an action that has a menu takes it from every other
    std::unique_ptr<QMenu> m_repeatMenu;
    QActionGroup* m_ranges;
    QActionGroup* m_intervals;
    QAction* m_beforeDue;
    CommandAction* m_tool;
    RefreshRange m_range;
};

} // namespace pushbrake
