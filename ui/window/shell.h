// The window without what it is about: menu bar, header, pages, notices, footer. Rooms hand it their parts; it knows
// none of them. Owned by Program.
#pragma once

#include "ui/window/room.h"

#include <QMainWindow>

#include <memory>

class QSettings;

namespace pushbrake {

class Notices;

/// Who is asked before the window closes. Outlived by nothing: it takes itself away with setCloseGuard(nullptr).
class CloseGuard
{
public:
    virtual ~CloseGuard() = default;
    /// False keeps the window open.
    virtual bool mayClose() = 0;
};

class Shell : public QMainWindow
{
    Q_OBJECT
public:
    /// Borrows the settings, in which geometry and the menu bar are remembered.
    explicit Shell(QSettings& settings, QWidget* parent = nullptr);
    ~Shell() override;

    /// What the window is about: title of the menu MenuPlace::First, with a mnemonic.
    void nameFirstMenu(const QString& title);
    /// Puts a room's parts into the window, in the order of the calls.
    void add(const Room& room);
    /// All actions that stand in the menus, menu by menu, with the menus' titles.
    QList<std::pair<QString, QList<QAction*>>> commands() const;

    Notices& notices() const;
    /// What holds until the program ends: no other notice takes its place, only a person closes it.
    Notices& standingNotice();
    /// "`what` – Pushbrake", also what a screen reader says of the window.
    void setSubject(const QString& what);
    void setCloseGuard(CloseGuard* guard);
    /// Puts the keyboard back on the page; dialogs call it when they close.
    void focusPage();
    /// Keeps what a person changed in the window for the next start, as closing does.
    void remember();

Q_SIGNALS:
    /// The moment for rooms to write what they remember.
    void rememberRequested();
    /// The window has become low, or is so no longer: parts in it should spare height.
    void shortChanged(bool isShort);

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pushbrake
