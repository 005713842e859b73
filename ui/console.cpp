#include "ui/console.h"

#include "ui/apps/accountdesk.h"
#include "ui/runs/rundesk.h"
#include "ui/tasks/taskdesk.h"
#include "ui/window/mainwindow.h"
#include "ui/words/sentences.h"

#include <QRandomGenerator>
#include <QSettings>

namespace pushbrake {

namespace {
// An option of each app, not a secret: the index beside the keychain's entry.
QString readsApartKey(const QString& profileId)
{
    return QStringLiteral("readsApart/") + profileId;
}
} // namespace

Console::Console(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_list(new TaskDesk(m_needs.window, m_needs.tasks, m_needs.clock, this))
    , m_runs(new RunDesk(m_needs.window, *m_list, m_needs.settings, m_needs.clock, this))
    , m_accounts(new AccountDesk({ m_needs.window, m_needs.profiles, m_needs.keychain, m_needs.sessionOnly,
                                     m_needs.transport, m_needs.clock, m_needs.gates, m_needs.practiceAccount },
          this))
{
    m_accounts->onOpened = [this](Account account) { open(std::move(account)); };
    m_accounts->onClosed = [this](const QString& profileId) { showClosed(profileId); };
    m_accounts->mayLeave = [this] { return !m_runs->isRunning(); };
    m_accounts->session = [this] { return m_session.get(); };
    connect(m_runs, &RunDesk::leftoversDropped, this, [this] { dropPlanned(m_session->profile().id); });
    connect(m_runs, &RunDesk::mendAccountRequested, m_accounts, &AccountDesk::editCurrent);
    m_runs->beforeRun = [this](auto go) { m_accounts->beforeRun(std::move(go)); };
    connect(&m_needs.window, &MainWindow::readsApartChosen, this, [this](bool apart) {
        if (!m_session)
            return;
        m_needs.settings.setValue(readsApartKey(m_session->profile().id), apart);
        showReadsApart(apart);
    });
    m_needs.window.mayClose = [this] { return m_runs->mayClose(); };
}

Console::~Console()
{
    m_needs.window.mayClose = nullptr;
}

void Console::start()
{
    findLeftovers();
    m_accounts->start();
}

void Console::openFile(const QString& path)
{
    m_list->pasteFile(path);
}

void Console::endRun(std::function<void()> ended)
{
    m_runs->endRun(std::move(ended));
}

void Console::tryAgain()
{
    if (!m_session)
        return;
    if (!m_runs->isRunning())
        m_list->refresh();
    else if (m_session->run()->progress().waitingForAccount)
        m_session->run()->resume();
}

void Console::open(Account account)
{
    if (m_runs->isRunning()) {
        mend(std::move(account));
        return;
    }
    m_runs->noteAll();
    const Profile profile = account.profile;
    auto session = std::make_unique<AppSession>(std::move(account),
        AppSession::Needs { m_needs.transport, m_needs.journal, m_needs.clock,
            [] { return QRandomGenerator::system()->generate(); }, m_needs.gates });
    m_list->open(profile.id, session.get());
    m_runs->open(session.get());
    m_session = std::move(session);
    showReadsApart(m_needs.settings.value(readsApartKey(profile.id), false).toBool());
    m_needs.window.setOpenedProfile(profile);
    m_list->refresh();
    offerLeftovers(profile);
}

void Console::showReadsApart(bool apart)
{
    m_session->setReadsApart(apart);
    m_needs.window.setReadsApart(apart);
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
    m_runs->noteAll();
    m_list->open(profileId, nullptr);
    m_runs->open(nullptr);
    m_session.reset();
}

void Console::findLeftovers()
{
    auto rows = m_needs.journal.recover();
    if (rows)
        m_leftovers = std::move(rows).value();
    else
        m_needs.window.showNotice(sentences::databaseProblem(rows.error()));
}

// Of practice nothing is left to settle: its tasks are new at each start.
void Console::offerLeftovers(const Profile& profile)
{
    QList<JournalRow> rows;
    for (const JournalRow& row : std::as_const(m_leftovers)) {
        if (row.profileId == profile.id)
            rows.append(row);
    }
    m_leftovers.removeIf([&profile](const JournalRow& row) { return row.profileId == profile.id; });
    if (profile.isPractice())
        dropPlanned(profile.id);
    else if (!rows.isEmpty())
        m_runs->offerLeftovers(rows);
}

void Console::dropPlanned(const QString& profileId)
{
    if (const auto dropped = m_needs.journal.dropPlanned(m_needs.clock.utcNow(), profileId); !dropped)
        m_needs.window.showNotice(sentences::databaseProblem(dropped.error()));
}

} // namespace pushbrake
