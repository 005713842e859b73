// The room of help: its commands in the menu Help and the two windows that they open, each of them once. Owned by
// Console; the windows belong to the shell.
#pragma once

#include "ui/window/room.h"

#include <QObject>
#include <QPointer>

namespace pushbrake {

class AboutDialog;
class Accounts;
class CommandAction;
class PromisesDialog;
class Shell;

class HelpDesk : public QObject
{
    Q_OBJECT
public:
    /// Borrows both.
    HelpDesk(Shell& window, Accounts& accounts, QObject* parent = nullptr);

    Room room() const;

private:
    void showPromises();
    void showAbout();
    void present(QWidget& dialog);

    Shell& m_window;
    Accounts& m_accounts;
    CommandAction* m_showPromises;
    CommandAction* m_showAbout;
    QPointer<PromisesDialog> m_promises;
    QPointer<AboutDialog> m_about;
};

} // namespace pushbrake
