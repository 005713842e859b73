// What a person can have done with the list: one action each, for buttons, menus and keys. Says of each whether it can
// be done and why not. Owned by TaskDesk, which connects them.
#pragma once

#include "ui/window/commandaction.h"

#include <QObject>

namespace pushbrake {

class TaskPage;

class TaskCommands : public QObject
{
    Q_OBJECT
public:
    explicit TaskCommands(QObject* parent = nullptr);

    /// What can be done follows from what is selected. `canAsk`: an account is there to ask the service with.
    void update(const TaskPage& page, bool canAsk, bool isReading);

    CommandAction* const refresh; ///< stops the reading while there is one
    CommandAction* const add;
    CommandAction* const paste;
    CommandAction* const import;
    CommandAction* const exportList;
    CommandAction* const edit;
    CommandAction* const checkNow;
    CommandAction* const copyRows;
    CommandAction* const copyIds;
    CommandAction* const remove;
    CommandAction* const selectAll;
    CommandAction* const find;
    CommandAction* const compact;

private:
    void showReading(bool isReading);

    bool m_isReading = false;
};

} // namespace pushbrake
