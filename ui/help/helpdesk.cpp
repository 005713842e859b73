#include "ui/help/helpdesk.h"

#include "secrets/accounts.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/promisesdialog.h"
#include "ui/window/commandaction.h"
#include "ui/window/shell.h"

namespace pushbrake {

HelpDesk::HelpDesk(Shell& window, Accounts& accounts, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_accounts(accounts)
    , m_showPromises(new CommandAction("promisesAction", tr("Ho&w Pushbrake keeps its word"), {}, this))
    , m_showAbout(new CommandAction("aboutAction", tr("A&bout Pushbrake"), {}, this))
{
    m_showPromises->setTip(tr("What you can rely on, what each result means, and what nobody can promise"));
    m_showAbout->setTip(tr("Version, licences, and what to send to support"));
    m_showAbout->setMenuRole(QAction::AboutRole);
    connect(m_showPromises, &QAction::triggered, this, &HelpDesk::showPromises);
    connect(m_showAbout, &QAction::triggered, this, &HelpDesk::showAbout);
}

Room HelpDesk::room() const
{
    Room room;
    room.commands = { { MenuPlace::Help, { m_showPromises, m_showAbout }, true } };
    return room;
}

void HelpDesk::showPromises()
{
    if (!m_promises) {
        m_promises = new PromisesDialog(&m_window);
        connect(m_promises, &QDialog::finished, &m_window, &Shell::focusPage);
    }
    present(*m_promises);
}

void HelpDesk::showAbout()
{
    if (!m_about) {
        m_about = new AboutDialog(&m_window);
        connect(m_about, &QDialog::finished, &m_window, &Shell::focusPage);
        m_accounts.askKeychain(
            m_about, [about = m_about](std::expected<void, StoreFault> state) { about->setKeychain(state); });
    }
    present(*m_about);
}

void HelpDesk::present(QWidget& dialog)
{
    dialog.show();
    dialog.raise();
    dialog.activateWindow();
}

} // namespace pushbrake
