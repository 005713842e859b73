#include "ui/console.h"

#include "secrets/accounts.h"
#include "store/profileapps.h"
#include "ui/apps/accountdesk.h"
#include "ui/checks/checkdesk.h"
#include "ui/help/helpdesk.h"
#include "ui/history/historydesk.h"
#include "ui/parts/notices.h"
#include "ui/runs/leftovers.h"
#include "ui/runs/rundesk.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/filedrop.h"
#include "ui/words/problems.h"

#include <QRandomGenerator>

#include <algorithm>

namespace pushbrake {

Console::Console(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_list(new TaskDesk({ m_needs.window, m_needs.settings, m_needs.tasks, m_needs.clock }, this))
    , m_history(new HistoryDesk({ m_needs.window, m_needs.database, m_needs.settings, m_needs.clock }, this))
    , m_checks(new CheckDesk({ m_needs.window, m_needs.database, m_needs.clock }, this))
    , m_runs(
          new RunDesk({ m_needs.window, *m_list, m_needs.settings, m_needs.clock, *this, &m_history->history() }, this))
    , m_accounts(new AccountDesk({ m_needs.window, m_needs.settings, m_needs.accounts, m_needs.transport, m_needs.clock,
                                     m_needs.gates, *this, m_needs.practiceAccount },
          this))
{
    m_needs.window.nameFirstMenu(tr("Push&es"));
    for (const Room& room : { m_accounts->room(), m_list->room(), m_history->room(), m_checks->room(), m_runs->room() })
        m_needs.window.add(room);
    m_needs.window.add((new HelpDesk(m_needs.window, m_needs.accounts, this))->room());
    m_needs.window.setCloseGuard(this);
    connect(new FileDrop(m_needs.window, this), &FileDrop::dropped, this, &Console::openFile);
    m_needs.window.focusPage();
    connectRooms();
    connectChecks();
}

Console::~Console()
{
    m_needs.window.setCloseGuard(nullptr);
}

void Console::connectRooms()
{
    connect(m_accounts, &AccountDesk::appShown, m_runs, &RunDesk::setPractice);
    connect(m_accounts, &AccountDesk::availabilityChanged, m_runs, &RunDesk::setUnavailable);
    connect(m_accounts, &AccountDesk::stateShown, &m_list->page(), &TaskPage::showState);
    connect(m_accounts, &AccountDesk::stateCleared, &m_list->page(), &TaskPage::clearState);
    connect(m_list, &TaskDesk::zoneChanged, m_history, &HistoryDesk::renewIfShown);
    connect(m_accounts, &AccountDesk::readsApartChanged, this, [this](bool apart) {
        if (m_session)
            m_session->setReadsApart(apart);
    });
    connect(&m_runs->leftovers(), &Leftovers::dropRequested, this, [this] { dropPlanned(m_session->profile()); });
    connect(&m_runs->leftovers(), &Leftovers::seenToRequested, this, &Console::noteSeenTo);
    connect(m_runs, &RunDesk::mendAccountRequested, m_accounts, &AccountDesk::editCurrent);
}

// The list and the checks know nothing of each other: what is selected or brought goes over here.
void Console::connectChecks()
{
    TaskPage& page = m_list->page();
    m_list->addRowActions({ m_checks->selectedAction() });
    connect(
        &page, &TaskPage::selectionMoved, m_checks, [this] { m_checks->noteSelected(m_list->page().selectedCount()); });
    connect(m_checks, &CheckDesk::selectionRequested, this,
        [this] { m_checks->checkChosen(m_list->page().selectedTasks()); });
    connect(m_checks, &CheckDesk::fileRequested, m_list, &TaskDesk::chooseFileToCheck);
    connect(m_list, &TaskDesk::broughtToCheck, m_checks, &CheckDesk::checkFile);
    connect(m_list, &TaskDesk::zoneChanged, m_checks, &CheckDesk::renewTimes);
    connect(m_list, &TaskDesk::resultsNoted, m_checks, &CheckDesk::noteResults);
    connect(m_checks, &CheckDesk::tasksRead, m_list, &TaskDesk::takeWord);
    connect(m_checks, &CheckDesk::showInListRequested, this, &Console::showInList);
    connect(m_checks, &CheckDesk::cancelRequested, this,
        [this](const QList<TaskId>& chosen, const QList<Task>& found, const QDateTime& askedAt) {
            m_list->takeIn(found, askedAt);
            m_runs->askAbout(chosen);
        });
    connect(m_accounts, &AccountDesk::appShown, m_checks, &CheckDesk::setPractice);
    connect(m_accounts, &AccountDesk::availabilityChanged, m_checks, &CheckDesk::setUnavailable);
}

void Console::showInList(const QList<TaskId>& chosen, const QList<Task>& found, const QDateTime& askedAt)
{
    const int added = m_list->takeIn(found, askedAt);
    const auto listed = std::count_if(
        chosen.begin(), chosen.end(), [this](TaskId task) { return m_list->page().model().contains(task); });
    QStringList said;
    if (m_list->page().bringIntoSight(chosen))
        said << tr("The filters were taken off, so that the list shows all of these pushes.");
    if (added > 0)
        said << tr("%n push(es) was (were) not on the list and has (have) come onto it.", nullptr, added);
    if (const auto missing = int(chosen.size() - listed); missing > 0)
        said << tr("%n push(es) is (are) not on the list: the service has no such push, or it was not read.", nullptr,
            missing);
    if (!said.isEmpty())
        m_needs.window.notices().tell(NoticeKind::Information, said.join(QLatin1Char(' ')));
}

bool Console::mayLeave() const
{
    return !m_runs->isRunning();
}

void Console::beforeRun(std::function<void()> go)
{
    m_accounts->beforeRun(std::move(go));
}

bool Console::mayClose()
{
    return m_runs->mayClose();
}

void Console::start()
{
    findLeftovers();
    m_accounts->start();
}

void Console::openFile(const QString& path)
{
    m_list->takeFile(path);
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
    m_needs.clock.forget();
    auto session = std::make_unique<AppSession>(std::move(account),
        AppSession::Needs { m_needs.transport, m_needs.journal, m_needs.clock,
            [] { return QRandomGenerator::system()->generate(); }, m_needs.gates });
    const AppKey app = AppKey::of(profile);
    // Saving the opened app asks nobody again who has closed the question.
    const bool mayOffer = !m_session || AppKey::of(m_session->profile()) != app || m_runs->leftovers().isOffered();
    if (const auto adopted = m_needs.apps.adopt(profile.id, app); !adopted)
        m_needs.window.notices().tell(NoticeKind::Severe, sentences::databaseProblem(adopted.error()));
    m_list->open(app, session.get());
    m_runs->open(session.get());
    m_history->open(app, session.get());
    m_checks->open(app, session.get());
    m_session = std::move(session);
    if (!profile.isPractice())
        Q_EMIT practiceLeft();
    m_list->refresh();
    if (mayOffer)
        offerLeftovers(profile);
}

// During a run the account is only mended: another secret for the very same app. Anything else would send what is
// queued to an app that nobody was asked about.
void Console::mend(Account account)
{
    const Profile& running = m_session->profile();
    const Profile& given = account.profile;
    if (given.id != running.id || AppKey::of(given) != AppKey::of(running)) {
        m_needs.window.notices().tell(
            NoticeKind::Information, tr("Pushes are being cancelled. What you saved is used when that has ended."));
        return;
    }
    m_session->replaceAccount(std::move(account));
    if (m_session->run()->progress().waitingForAccount)
        m_session->run()->resume();
}

void Console::close(const QString& profileId)
{
    m_runs->noteAll();
    m_list->open(m_needs.apps.appOf(profileId), nullptr);
    m_runs->open(nullptr);
    m_history->open(m_needs.apps.appOf(profileId), nullptr);
    m_checks->open(m_needs.apps.appOf(profileId), nullptr);
    m_session.reset();
    if (profileId != practiceId)
        Q_EMIT practiceLeft();
}

// What was being sent when an earlier process ended is not known; each app is asked for its own when it is opened.
void Console::findLeftovers()
{
    if (const auto rows = m_needs.journal.recover(); !rows)
        m_needs.window.standingNotice().tell(NoticeKind::Severe,
            tr("It cannot be read now whether an earlier cancellation was interrupted."),
            sentences::databaseProblem(rows.error()));
}

// Read anew at each opening, so that what nobody answered is offered again. Of practice nothing is left to settle: its
// tasks are new at each start.
void Console::offerLeftovers(const Profile& profile)
{
    if (profile.isPractice()) {
        dropPlanned(profile);
        return;
    }
    const auto rows = m_needs.journal.leftovers(AppKey::of(profile));
    if (!rows)
        m_needs.window.notices().tell(NoticeKind::Severe, sentences::databaseProblem(rows.error()));
    else if (!rows->isEmpty())
        m_runs->leftovers().offer(*rows, profile);
}

void Console::noteSeenTo(const QList<TaskId>& tasks)
{
    const AppKey app = AppKey::of(m_session->profile());
    if (const auto noted = m_needs.journal.seenTo(app, tasks, m_needs.clock.utcNow()); !noted)
        m_needs.window.notices().tell(NoticeKind::Severe, sentences::databaseProblem(noted.error()));
}

void Console::dropPlanned(const Profile& profile)
{
    if (const auto dropped = m_needs.journal.dropPlanned(m_needs.clock.utcNow(), AppKey::of(profile)); !dropped)
        m_needs.window.notices().tell(NoticeKind::Severe, sentences::databaseProblem(dropped.error()));
}

} // namespace pushbrake
