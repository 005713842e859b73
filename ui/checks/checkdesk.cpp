#include "ui/checks/checkdesk.h"

#include "cancel/appsession.h"
#include "store/history.h"
#include "ui/checks/checkdeeds.h"
#include "ui/checks/checkexport.h"
#include "ui/checks/checkpage.h"
#include "ui/checks/checkprint.h"
#include "ui/checks/checktake.h"
#include "ui/checks/savedmenu.h"
#include "ui/look/theme.h"
#include "ui/parts/notices.h"
#include "ui/parts/tablefiledialog.h"
#include "ui/window/commandaction.h"
#include "ui/window/shell.h"
#include "ui/words/appwords.h"
#include "ui/words/checkwords.h"
#include "ui/words/problems.h"
#include "ui/words/results.h"
#include "ui/words/zone.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

QString noAccountNow()
{
    return CheckDesk::tr("The account cannot be used now.");
}

} // namespace

CheckDesk::CheckDesk(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(needs)
    , m_notices(needs.window.notices())
    , m_checks(needs.database)
    , m_saved(new SavedMenu({ m_checks, needs.clock, needs.window, m_notices }, this))
    , m_show(new CommandAction("checksAction", tr("Check&s"), u"shield-check"_s, this))
    , m_chosen(new CommandAction(
          "checkSelectedAction", tr("Check the selected pushes before a ca&mpaign…"), u"shield-check"_s, this))
    , m_file(new CommandAction("checkFileAction", tr("Check against a file…"), u"file-down"_s, this))
    , m_page(new CheckPage(needs.clock, { m_chosen, m_file }, m_saved->menu(), needs.window.centralWidget()))
{
    m_show->setTip(tr("Whether what should go out is scheduled just so"));
    m_show->setKeys(QKeySequence(Qt::CTRL | Qt::Key_K));
    m_chosen->setTip(tr("Reads the selected pushes and compares them with what the list has now"));
    m_file->setTip(tr("Reads the pushes of a table and compares them with it; nothing is added to the list"));
    wire();
    updateCommands();
}

CheckDesk::~CheckDesk() = default;

void CheckDesk::wire()
{
    connect(m_chosen, &QAction::triggered, this, &CheckDesk::selectionRequested);
    connect(m_file, &QAction::triggered, this, &CheckDesk::fileRequested);
    connect(m_page, &CheckPage::againRequested, this, &CheckDesk::again);
    connect(m_page, &CheckPage::stopRequested, this, [this] {
        if (m_run)
            m_run->stop();
    });
    connect(m_page, &CheckPage::copyRequested, this, &CheckDesk::copy);
    connect(m_page, &CheckPage::exportRequested, this,
        [this] { askWhereToExport(paper(), fileName(), m_needs.window, m_notices); });
    connect(m_page, &CheckPage::printRequested, this, [this] { showPrintPreview(paper(), m_needs.window); });
    connect(m_page, &CheckPage::saveRequested, this, [this] {
        if (m_subject)
            m_saved->save(m_subject->name, m_subject->looksForOthers, m_subject->expected);
    });
    connect(m_page, &CheckPage::showInListRequested, this, &CheckDesk::requestList);
    connect(m_page, &CheckPage::cancelRequested, this, &CheckDesk::requestCancelling);
    connect(m_page, &CheckPage::othersChosen, this, [this](bool looksForThem) {
        if (!m_subject)
            return;
        m_subject->looksForOthers = looksForThem;
        m_subject->savedAs = 0; // another question than the one that was saved
        if (m_run)
            m_run->stop();
        again();
    });
    connect(m_saved, &SavedMenu::chosen, this, [this](const SavedCheck& check, const QList<Expectation>& expected) {
        begin({ check.name, check.id, expected, check.looksForOthers });
    });
    connect(m_saved, &SavedMenu::saved, this, [this](qint64 check, const QString& name) {
        if (m_subject) {
            m_subject->savedAs = check;
            m_subject->name = name;
        }
        if (m_ending)
            onEnded(*m_ending);
        m_notices.tell(NoticeKind::Good, tr("The check is saved as %1.").arg(theme::isolated(name)));
    });
    const auto rename = [this](qint64 check, const QString& name) {
        if (m_subject && m_subject->savedAs == check)
            m_subject->name = name;
        renewTimes();
    };
    connect(m_saved, &SavedMenu::renamed, this, rename);
    connect(m_saved, &SavedMenu::removed, this, [this](qint64 check) {
        if (m_subject && m_subject->savedAs == check)
            m_subject->savedAs = 0;
    });
}

Room CheckDesk::room() const
{
    Room room;
    room.page = Page { {}, m_page, m_page, m_show };
    room.commands = { { MenuPlace::First, { m_chosen, m_file }, false } };
    return room;
}

QAction* CheckDesk::selectedAction() const
{
    return m_chosen;
}

void CheckDesk::noteSelected(qsizetype count)
{
    m_selected = count;
    updateCommands();
}

void CheckDesk::updateCommands()
{
    const QString noAccount = m_session ? QString() : noAccountNow();
    m_chosen->setWhyNot(m_selected == 0 ? tr("Select a push first.") : noAccount);
    m_file->setWhyNot(noAccount);
}

void CheckDesk::open(const AppKey& app, AppSession* session)
{
    if (m_run)
        m_run->stop();
    m_run.reset(); // with what it borrows of the session
    m_session = session;
    if (app != m_app) {
        m_subject.reset();
        m_ending.reset();
        m_page->showNothing();
    }
    m_app = app;
    m_saved->open(app);
    updateCommands();
}

void CheckDesk::checkChosen(const QList<Task>& tasks)
{
    if (!tasks.isEmpty())
        begin({ {}, 0, expectationsOf(tasks), false });
}

void CheckDesk::checkFile(const QList<Expectation>& expected, const QString& name)
{
    begin({ name, 0, expected, true });
}

void CheckDesk::begin(Subject subject)
{
    if (m_run)
        m_run->stop();
    m_subject = std::move(subject);
    if (!m_show->isChecked())
        m_show->trigger();
    again();
}

void CheckDesk::again()
{
    if (!m_subject || isRunning())
        return;
    m_run.reset();
    m_ending.reset();
    m_cancelled.clear();
    m_since = {};
    m_readAt = m_needs.clock.utcNow();
    m_page->setOthers(rangeOf(m_subject->expected).has_value(), m_subject->looksForOthers);
    m_page->begin(about(), int(m_subject->expected.size()));
    if (!m_session) {
        endWithoutAccount();
        return;
    }
    m_run = std::make_unique<CheckRun>(
        m_session->reads(), m_needs.clock, CheckRun::Plan { m_subject->expected, m_subject->looksForOthers });
    connect(m_run.get(), &CheckRun::compared, this, &CheckDesk::add);
    connect(m_run.get(), &CheckRun::ended, this, &CheckDesk::onEnded);
    m_run->start();
}

void CheckDesk::add(const QList<Comparison>& comparisons)
{
    QList<Comparison> told = comparisons;
    for (Comparison& comparison : told) {
        if (comparison.verdict == CheckVerdict::Missing)
            comparison.cancelledBefore = cancelledHere(comparison.id());
    }
    m_page->add(told, m_run->done());
    if (const QList<Task> found = foundIn(comparisons); !found.isEmpty())
        Q_EMIT tasksRead(found, m_readAt);
}

QDateTime CheckDesk::cancelledHere(TaskId task) const
{
    const auto latest = History(m_needs.database).latest(m_app, task).value_or(std::nullopt);
    return latest && latest->row.result.outcome == Outcome::Cancelled ? latest->row.result.settledAt : QDateTime();
}

void CheckDesk::requestList()
{
    const QList<Comparison> chosen = m_page->selected();
    if (chosen.isEmpty())
        return;
    if (m_show->isChecked()) // once more leads back to the list
        m_show->trigger();
    Q_EMIT showInListRequested(idsOf(chosen), foundIn(chosen), m_readAt);
}

void CheckDesk::requestCancelling()
{
    if (const QList<Comparison> chosen = m_page->selected(); !chosen.isEmpty())
        Q_EMIT cancelRequested(idsOf(chosen), foundIn(chosen), m_readAt);
}

void CheckDesk::setPractice(bool practice)
{
    m_page->deeds().setPractice(practice);
}

void CheckDesk::setUnavailable(const QString& whyNot)
{
    m_page->deeds().setUnavailable(whyNot);
}

void CheckDesk::noteResults(const QList<SettledResult>& results)
{
    if (!m_subject)
        return;
    const qsizetype before = m_cancelled.size();
    for (const SettledResult& result : results) {
        if (result.outcome == Outcome::Cancelled && result.settledAt >= m_readAt)
            m_cancelled.insert(result.taskId, result.settledAt);
    }
    if (m_ending && m_cancelled.size() > before)
        showCancelled();
}

void CheckDesk::showCancelled()
{
    m_since = m_page->noteCancelled(m_cancelled);
    m_page->end(endWords(*m_ending));
}

QString CheckDesk::age() const
{
    if (m_since.cancelled == 0)
        return {};
    return tr("%n of these push(es) was (were) cancelled here since, the last one at %1. The check is older than that.",
        nullptr, m_since.cancelled)
        .arg(sentences::exactTime(m_since.last, m_readAt));
}

// Whether the account has a secret is not known then: the keychain may just be opening.
void CheckDesk::endWithoutAccount()
{
    CallReport why;
    why.fault = NetFault::Stopped; // by the program, before anything was sent
    QList<Comparison> unread;
    for (const Expectation& expected : std::as_const(m_subject->expected))
        unread.append(notRead(expected, why));
    m_page->add(unread, 0);
    onEnded({ CheckRun::Ending::How::NoAccount, why, false });
}

void CheckDesk::onEnded(const CheckRun::Ending& ending)
{
    m_ending = ending;
    m_since = m_page->noteCancelled(m_cancelled);
    m_page->end(endWords(ending));
    if (m_subject->savedAs == 0 || ending.how != CheckRun::Ending::How::Done)
        return;
    if (const auto noted = m_checks.noteRead(m_subject->savedAs, m_readAt, m_page->model().counts()); !noted)
        tellFault(noted.error());
}

void CheckDesk::renewTimes()
{
    m_page->renewTimes();
    if (m_ending)
        m_page->end(endWords(*m_ending));
}

QString CheckDesk::what() const
{
    return m_subject->name.isEmpty() ? tr("Chosen in the list") : theme::brief(m_subject->name);
}

QString CheckDesk::app() const
{
    if (!m_session)
        return {};
    const Profile& profile = m_session->profile();
    return profile.isPractice() ? tr("Practice") : sentences::nameWithMark(profile.name, profile.realUsers);
}

QString CheckDesk::about() const
{
    const QString pushes = tr("%n push(es) expected", nullptr, int(m_subject->expected.size()));
    return m_session ? tr("%1 · %2 · %3", "what is checked, app, pushes").arg(what(), app(), pushes)
                     : tr("%1 · %2", "what is checked, pushes").arg(what(), pushes);
}

QString CheckDesk::others(const CheckRun::Ending& ending) const
{
    if (!m_subject->looksForOthers)
        return tr("What else goes out in the same time was not looked for.");
    const auto range = rangeOf(m_subject->expected);
    if (!range)
        return tr("What else goes out was not looked for: there is no time to look in, or the times lie more than a "
                  "year apart.");
    const QString when = sentences::rangeWords(*range, m_readAt);
    return ending.wereOthersRead
        ? tr("What else goes out was looked for %1.", "from ... to ...").arg(when)
        : tr("What else goes out %1 could not all be read: there may be more that is not expected.", "from ... to ...")
              .arg(when);
}

CheckHead::Words CheckDesk::endWords(const CheckRun::Ending& ending) const
{
    using How = CheckRun::Ending::How;
    const CheckCounts& counts = m_page->model().counts();
    const bool wasRead = counts.of(CheckVerdict::NotRead) < m_page->model().rowCount();
    const QString when = sentences::exactTime(m_readAt, m_readAt);
    CheckHead::Words words { about(),
        wasRead ? tr("Read %1. %2", "time; what else was looked for").arg(when, others(ending))
                : tr("Tried %1.", "a time").arg(when) };
    if (ending.how == How::Stopped) {
        words.problem = tr("The check was stopped. What was not read until then says so.");
    } else if (ending.how == How::NoAccount) {
        words.problem = noAccountNow();
    } else if (!ending.problem.ok() && (ending.how == How::Fault || ending.problem.fault != NetFault::None)) {
        const CredentialKind kind = m_session ? m_session->profile().kind : CredentialKind::SecretKey;
        words.problem = sentences::callProblem(ending.problem);
        words.advice = sentences::callAdvice(ending.problem, kind);
    }
    words.age = age();
    return words;
}

CheckPaper CheckDesk::paper() const
{
    return { what(), app(), m_readAt, m_ending ? others(*m_ending) : QString(),
        m_ending ? endWords(*m_ending).problem : QString(), m_page->model().counts(), m_page->model().comparisons() };
}

void CheckDesk::copy()
{
    CheckPaper taken = paper();
    if (const QList<Comparison> selected = m_page->selected(); selected.size() > 1)
        taken.rows = selected;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(checktake::tabs(taken)));
    m_notices.tell(NoticeKind::Good, tr("%n row(s) of the check copied.", nullptr, int(taken.rows.size())));
}

// The file's name tells when, so that one check is not written over another.
QString CheckDesk::fileName() const
{
    const QString stem = inFileName(stemOfTable(m_subject->name));
    return (stem.isEmpty() ? tr("check", "file name") : stem)
        + sentences::inZone(m_readAt).toString(u"-yyyyMMdd-HHmmss"_s);
}

void CheckDesk::tellFault(DatabaseFault fault)
{
    m_notices.tell(NoticeKind::Severe, sentences::databaseProblem(fault));
}

} // namespace pushbrake
