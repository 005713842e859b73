#include "ui/console.h"

#include "ui/accountdesk.h"
#include "ui/mainwindow.h"
#include "ui/rundesk.h"
#include "ui/sentences.h"
#include "ui/taskdesk.h"

#include <QRandomGenerator>

namespace pushbrake {

Console::Console(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_list(new TaskDesk(m_needs.window, m_needs.tasks, m_needs.clock, this))
    , m_runs(new RunDesk(m_needs.window, *m_list, m_needs.settings, m_needs.clock, this))
    , m_accounts(new AccountDesk({ m_needs.window, m_needs.profiles, m_needs.keychain, m_needs.sessionOnly, m_needs.transport,
                                     m_needs.clock, m_needs.practiceAccount },
          this))
{
    m_accounts->onOpened = [this](Account account) { open(std::move(account)); };
    m_accounts->onClosed = [this](const QString& profileId) { showClosed(profileId); };
    m_accounts->mayLeave = [this] { return !m_runs->isRunning(); };
    m_accounts->session = [this] { return m_session.get(); };
    connect(m_runs, &RunDesk::mendAccountRequested, m_accounts, &AccountDesk::editCurrent);
    m_needs.window.mayClose = [this] { return m_runs->mayClose(); };
}

Console::~Console()
{
    m_needs.window.mayClose = nullptr;
}

void Console::start()
{
    m_accounts->start();
    tellLeftovers();
}

void Console::open(Account account)
{
    if (m_runs->isRunning()) {
        mend(std::move(account));
        return;
    }
    const Profile profile = account.profile;
    auto session = std::make_unique<AppSession>(std::move(account),
        AppSession::Needs { m_needs.transport, m_needs.journal, m_needs.clock,
            [] { return QRandomGenerator::system()->generate(); } });
    m_list->open(profile.id, session.get());
    m_runs->open(session.get());
    m_session = std::move(session);
    m_needs.window.setOpenedProfile(profile);
    m_list->refresh();
}

// During a run the account is only mended: another secret for the very same app. Anything else would send what is
// queued to an app that nobody was asked about.
void Console::mend(Account account)
{
    const Profile& running = m_session->profile();
    const Profile& given = account.profile;
    if (given.id != running.id || given.host() != running.host() || given.sdkAppId != running.sdkAppId) {
        m_needs.window.showNotice(tr("Pushes are being cancelled. What you saved is used once that has ended."));
        return;
    }
    m_session->replaceAccount(std::move(account));
    if (m_session->run()->progress().waitingForAccount)
        m_session->run()->resume();
}

void Console::showClosed(const QString& profileId)
{
    m_list->open(profileId, nullptr);
    m_runs->open(nullptr);
    m_session.reset();
}

void Console::tellLeftovers()
{
    const auto rows = m_needs.journal.recover();
    if (!rows) {
        m_needs.window.showNotice(sentences::databaseProblem(rows.error()));
        return;
    }
    int unknown = 0;
    int planned = 0;
    for (const JournalRow& row : *rows)
        ++(row.state == JournalState::Planned ? planned : unknown);
    if (unknown == 0 && planned == 0)
        return;
    const QString checked = unknown == 0 ? QString()
        : tr("%n cancellations had been sent without an answer: look at those tasks with \"Check now\".", nullptr, unknown);
    const QString dropped = planned == 0 ? QString()
        : tr("%n had not been sent: those pushes are still scheduled.", nullptr, planned);
    m_needs.window.showNotice(tr("The last cancellation was interrupted."), (checked + QLatin1Char(' ') + dropped).trimmed());
    if (planned > 0 && !m_needs.journal.dropPlanned(m_needs.clock.utcNow()))
        m_needs.window.showNotice(sentences::databaseProblem(DatabaseFault::WriteFailed));
}

} // namespace pushbrake
