// What a person can do with apps, each made once for the menu bar, the short menu and the switcher. Owned by
// AccountDesk, which does what they say and tells them what is chosen.
#pragma once

#include "ui/window/room.h"

#include <QCoreApplication>

class QObject;

namespace pushbrake {

class CommandAction;

class AppCommands
{
    Q_DECLARE_TR_FUNCTIONS(AppCommands)
public:
    /// `owner` owns the actions.
    explicit AppCommands(QObject* owner);

    /// Which app is chosen, or none; `unavailable`: why its account cannot be used now, or empty.
    void follow(const QString& chosenId, const QString& unavailable);
    /// As the menus show them.
    QList<CommandGroup> groups() const;
    /// As the switcher shows them below its apps.
    QList<QAction*> ofSwitcher() const;

    CommandAction* const newApp;
    CommandAction* const apps; ///< the list of all
    CommandAction* const edit;
    CommandAction* const test;
    CommandAction* const remove;
    CommandAction* const readsApart; ///< checkable
};

} // namespace pushbrake
