#include "ui/tasks/taskdesk.h"

#include "cancel/appsession.h"
#include "ui/look/theme.h"
#include "ui/parts/notices.h"
#include "ui/tasks/duewatch.h"
#include "ui/tasks/intake.h"
#include "ui/tasks/listchanges.h"
#include "ui/tasks/listexport.h"
#include "ui/tasks/listsource.h"
#include "ui/tasks/looks.h"
#include "ui/tasks/originchoice.h"
#include "ui/tasks/rangemenu.h"
#include "ui/tasks/refresher.h"
#include "ui/tasks/refreshrepeat.h"
#include "ui/tasks/taskcommands.h"
#include "ui/tasks/taskdialog.h"
#include "ui/tasks/taskpage.h"
#include "ui/tasks/zonemenu.h"
#include "ui/window/shell.h"
#include "ui/words/problems.h"
#include "ui/words/results.h"
#include "ui/words/zone.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace pushbrake {

namespace {
constexpr qsizetype mostMissed = 500; ///< looked at after a refresh; the next one sees to the rest

CredentialKind credentialOf(const AppSession* session)
{
    return session ? session->profile().kind : CredentialKind::SecretKey;
}
} // namespace

TaskDesk::TaskDesk(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(needs)
    , m_notices(needs.window.notices())
    , m_addedNotice(m_notices)
    , m_page(new TaskPage(needs.settings, needs.clock, needs.window.centralWidget()))
    , m_commands(new TaskCommands(this))
    , m_source(new ListSource(needs.tasks, m_page->model(), m_page->filter(), this))
    , m_changes(new ListChanges({ needs.window, needs.tasks, *m_page, *m_source, m_addedNotice }, this))
    , m_zone(new ZoneMenu(needs.settings, *m_page, this))
    , m_looks(new Looks(m_page->model(), this))
    , m_intake(new Intake(
          { needs.window, needs.settings, needs.clock, *m_page },
          [this](const QList<Task>& tasks, const std::optional<QString>& file, std::function<void()> whenListed) {
              return m_changes->add(tasks, file, std::move(whenListed));
          },
          this))
    , m_range(new RangeMenu(needs.settings, needs.clock, needs.window, this))
    , m_refresher(new Refresher({ m_notices, *m_page, needs.clock }, this))
{
    m_page->setEmptyActions({ m_commands->refresh, m_commands->add, m_commands->paste });
    connectCommands();
    connect(m_page, &TaskPage::selectionMoved, this, &TaskDesk::updateCommands);
    connect(m_page, &TaskPage::taskOpened, this, &TaskDesk::openRow);
    connect(m_page, &TaskPage::menuRequested, this, &TaskDesk::showRowMenu);
    connect(&needs.window, &Shell::rememberRequested, m_page, &TaskPage::remember);
    connect(m_source, &ListSource::failed, this, &TaskDesk::tellFault);
    connect(m_changes, &ListChanges::lookRequested, this, &TaskDesk::lookUp);
    connect(m_looks, &Looks::done, this, &TaskDesk::onLooked);
    connect(m_intake, &Intake::broughtToCheck, this, &TaskDesk::broughtToCheck);
    connect(m_zone, &ZoneMenu::zoneChanged, m_page, &TaskPage::renewTimes);
    connect(m_zone, &ZoneMenu::zoneChanged, this, &TaskDesk::zoneChanged);
    auto* due = new DueWatch(m_page->model(), needs.clock, this);
    connect(due, &DueWatch::looksRequested, m_looks, &Looks::askQuietly);
    m_repeat = new RefreshRepeat(*due, needs.clock, this);
    connect(due, &DueWatch::scanned, m_repeat, &RefreshRepeat::plan);
    connectRefresh();
    updateCommands();
}

void TaskDesk::connectRefresh()
{
    connect(m_commands->refresh, &QAction::triggered, this, [this] { m_refresher->beginOrStop(m_range->range()); });
    connect(m_range, &RangeMenu::rangeChosen, this, [this] { m_refresher->beginAnew(m_range->range()); });
    connect(m_range, &RangeMenu::repeatChosen, this, [this] { m_repeat->choose(m_range->repeat()); });
    connect(m_zone, &ZoneMenu::zoneChanged, m_range, &RangeMenu::renewWords);
    connect(m_refresher, &Refresher::began, m_repeat, &RefreshRepeat::noteBegan);
    connect(m_refresher, &Refresher::began, this, &TaskDesk::updateCommands);
    connect(m_refresher, &Refresher::rowsRead, this, &TaskDesk::takeOver);
    connect(m_refresher, &Refresher::readWhole, this, &TaskDesk::lookAtNotShown);
    connect(m_refresher, &Refresher::ended, m_repeat, &RefreshRepeat::noteEnded);
    connect(m_refresher, &Refresher::ended, this, &TaskDesk::updateCommands);
    connect(m_repeat, &RefreshRepeat::readingRequested, this, [this](RefreshRhythm::Reading what) {
        const bool isDue = what == RefreshRhythm::Reading::Due;
        m_refresher->begin(isDue ? RefreshCause::BeforeDue : RefreshCause::Interval, m_range->range());
    });
    m_repeat->choose(m_range->repeat());
}

void TaskDesk::connectCommands()
{
    const auto selected = [this] { return m_page->selectedIds(); };
    connect(m_commands->add, &QAction::triggered, m_intake, &Intake::typeOne);
    connect(m_commands->paste, &QAction::triggered, m_intake, &Intake::paste);
    connect(m_commands->import, &QAction::triggered, m_intake, &Intake::chooseFile);
    connect(m_commands->exportList, &QAction::triggered, this,
        [this] { askWhereToExport(m_page->shownIds(), m_page->model(), m_needs.window, m_notices); });
    connect(m_commands->edit, &QAction::triggered, this, [this, selected] { edit(selected().value(0)); });
    connect(m_commands->checkNow, &QAction::triggered, this, [this, selected] {
        m_tellsWhatItFound = true;
        lookUp(selected());
    });
    connect(m_commands->copyRows, &QAction::triggered, this, &TaskDesk::copyRows);
    connect(m_commands->copyIds, &QAction::triggered, this, &TaskDesk::copyIds);
    connect(m_commands->remove, &QAction::triggered, this, [this, selected] { m_changes->askToRemove(selected()); });
    connect(m_commands->selectAll, &QAction::triggered, m_page, &TaskPage::selectAll);
    connect(m_commands->find, &QAction::triggered, m_page, &TaskPage::focusSearch);
    connect(m_commands->compact, &QAction::triggered, m_page, &TaskPage::setCompact);
    connect(&m_needs.window, &Shell::shortChanged, this, [this](bool isShort) {
        m_page->setShort(isShort);
        updateCommands();
    });
}

Room TaskDesk::room() const
{
    const TaskCommands& can = *m_commands;
    Room room;
    room.tools = { can.refresh, m_range->tool(), can.add, can.paste };
    room.sparedTools = { m_range->tool() };
    room.page = Page { tr("&List"), m_page, m_page };
    room.commands = {
        { MenuPlace::First, { can.refresh, m_range->rangeAction(), m_range->repeatAction() }, false },
        { MenuPlace::First, { can.add, can.paste, can.import, can.exportList }, false },
        { MenuPlace::Edit, { can.edit, can.checkNow, can.copyRows, can.copyIds, can.remove }, false },
        { MenuPlace::Edit, { can.selectAll, can.find }, false },
        { MenuPlace::View, QList<QAction*> { can.compact } + m_page->columnActions() + QList { m_zone->action() },
            false },
    };
    room.ofPage = QList<QAction*> { can.exportList, can.edit, can.checkNow, can.copyRows, can.copyIds, can.remove,
        can.selectAll, can.find, can.compact }
        + m_page->columnActions();
    room.more = { can.selectAll, can.checkNow, can.import, can.exportList, can.remove };
    return room;
}

void TaskDesk::addRowActions(const QList<QAction*>& actions)
{
    m_rowActions += actions;
}

void TaskDesk::updateCommands()
{
    m_commands->update(*m_page, m_session != nullptr, m_refresher->isReading());
}

void TaskDesk::openRow(TaskId task)
{
    const TaskModel& model = m_page->model();
    if (!model.contains(task))
        return;
    if (model.briefAt(model.rowOf(task)).lastOutcome())
        Q_EMIT resultRequested(task);
    else
        edit(task);
}

void TaskDesk::showRowMenu(const QPoint& where)
{
    if (m_page->selectedCount() == 0)
        return;
    auto* menu = new QMenu(m_page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("rowMenu"));
    menu->addActions({ m_commands->edit, m_commands->checkNow, m_commands->copyRows, m_commands->copyIds });
    menu->addSeparator();
    menu->addActions(m_rowActions);
    menu->addSeparator();
    menu->addAction(m_commands->remove);
    menu->popup(where);
}

void TaskDesk::copyRows()
{
    m_page->copyRows();
    m_notices.tell(NoticeKind::Information, tr("%n push(es) copied.", nullptr, int(m_page->selectedCount())));
}

void TaskDesk::copyIds()
{
    QStringList lines;
    for (const TaskId task : m_page->selectedIds())
        lines << QString::number(task);
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    m_notices.tell(NoticeKind::Information, tr("%n task ID(s) copied.", nullptr, int(lines.size())));
}

void TaskDesk::open(const AppKey& app, AppSession* session)
{
    if (app != m_app)
        m_page->forgetApp();
    m_app = app;
    m_page->openViews(app);
    m_session = session;
    m_looks->open(session);
    m_intake->open(session ? std::optional(session->profile()) : std::nullopt);
    m_addedNotice.forget();
    m_changes->open(app);
    m_page->model().forgetAsked();
    m_refresher->open(session);
    m_repeat->open(session);
    updateCommands();
    m_source->open(app);
}

void TaskDesk::refresh()
{
    m_refresher->begin(RefreshCause::Opening, m_range->range());
}

// A list can be cut: what it does not show is called gone only after a look at it. Of a push that goes out at another
// time a range says nothing.
int TaskDesk::lookAtNotShown(const std::optional<ListRange>& range, const QDateTime& askedAt)
{
    const TaskModel& model = m_page->model();
    QList<TaskId> missed = model.notSeenSince(askedAt);
    missed.removeIf([&](TaskId id) { return range && !range->contains(model.briefAt(model.rowOf(id)).goesOutAt()); });
    m_looks->askQuietly(missed.mid(0, mostMissed));
    return int(missed.size());
}

void TaskDesk::lookUp(const QList<TaskId>& tasks)
{
    m_looks->askFor(tasks);
}

void TaskDesk::onLooked(const QList<Task>& read, const QList<Task>& byHand, const std::optional<CallReport>& problem)
{
    takeOver(read, m_looks->askedSince());
    const bool isAnswer = !byHand.isEmpty() || problem;
    const bool tells = isAnswer && std::exchange(m_tellsWhatItFound, false);
    if (problem) {
        m_addedNotice.forget();
        m_notices.tell(NoticeKind::Warning, sentences::callProblem(*problem),
            sentences::callAdvice(*problem, credentialOf(m_session)));
    } else if (tells) {
        const auto scheduled = std::count_if(
            byHand.begin(), byHand.end(), [](const Task& task) { return task.status == TaskStatus::Pending; });
        m_notices.tell(NoticeKind::Information,
            tr("%n push(es) checked at %1. Scheduled: %2.", nullptr, int(byHand.size()))
                .arg(QLocale().toString(sentences::inZone(m_needs.clock.utcNow()), QStringLiteral("HH:mm:ss")))
                .arg(scheduled));
    } else {
        m_addedNotice.tellLooked(byHand);
    }
}

void TaskDesk::takeOver(QList<Task> tasks, const QDateTime& askedAt)
{
    QHash<TaskId, Task> known; // of a long list they are read in one go
    for (const Task& task : m_page->model().tasks(idsOf(tasks)))
        known.insert(task.id, task);
    tasks.removeIf([&](const Task& read) {
        const auto before = known.constFind(read.id);
        return before != known.constEnd() && isOlderThanResult(*before, read, askedAt);
    });
    if (tasks.isEmpty())
        return;
    if (const auto merged = m_needs.tasks.mergeFromService(m_app, tasks); !merged)
        tellFault(merged.error());
    // Loading the whole list for each page would take longer the longer it is, and lose what is selected.
    QList<Task> shown;
    for (const Task& task : std::as_const(tasks)) {
        if (known.contains(task.id) || task.status != TaskStatus::Gone) // gone, and taken off the list meanwhile
            shown.append(withServicesWord(known.value(task.id, task), task));
    }
    m_page->model().noteAsked(idsOf(shown));
    m_page->model().putTasks(shown);
}

void TaskDesk::takeWord(QList<Task> tasks, const QDateTime& askedAt)
{
    tasks.removeIf([this](const Task& task) { return !m_page->model().contains(task.id); });
    takeOver(std::move(tasks), askedAt);
}

int TaskDesk::takeIn(QList<Task> tasks, const QDateTime& askedAt)
{
    tasks.removeIf(
        [this](const Task& task) { return task.status == TaskStatus::Gone || m_page->model().contains(task.id); });
    const int taken = int(tasks.size());
    takeOver(std::move(tasks), askedAt);
    return taken;
}

void TaskDesk::takeFile(const QString& path)
{
    m_intake->takeFile(path);
}

void TaskDesk::chooseFileToCheck()
{
    m_intake->chooseFileToCheck();
}

QString TaskDesk::appName() const
{
    if (!m_session)
        return {};
    const Profile& profile = m_session->profile();
    return profile.isPractice() ? tr("Practice") : theme::visible(profile.name);
}

void TaskDesk::edit(TaskId id)
{
    const std::optional<Task> known = m_page->model().task(id);
    if (!known)
        return;
    auto* dialog = new TaskDialog(m_needs.clock, &m_needs.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTask(*known, originWords(known->origin, m_source->fileOf(known->origin)));
    dialog->setApp(appName());
    connect(dialog, &TaskDialog::saveRequested, this, [this, dialog](const Task& task) {
        const auto edited = m_needs.tasks.edit(m_app, task);
        if (edited)
            m_source->renew({ task.id });
        dialog->noteSaved(edited ? QString() : sentences::databaseProblem(edited.error()));
    });
    connect(dialog, &QDialog::finished, &m_needs.window, &Shell::focusPage);
    dialog->open();
}

void TaskDesk::noteResults(const QList<SettledResult>& results)
{
    // Whoever said yes to no record knows it already.
    const bool mustBeKept
        = std::any_of(results.begin(), results.end(), [](const SettledResult& result) { return result.recorded; });
    if (const auto noted = m_needs.tasks.setLastResults(m_app, results); !noted && mustBeKept)
        tellFault(noted.error());
    QList<Task> noted;
    QList<Task> moved;
    for (const SettledResult& result : results) {
        const std::optional<Task> known = m_page->model().task(result.taskId);
        if (!known)
            continue;
        noted.append(withResult(*known, result));
        if (noted.last().status != known->status)
            moved.append(noted.last());
    }
    if (!moved.isEmpty()) {
        if (const auto merged = m_needs.tasks.mergeFromService(m_app, moved); !merged && mustBeKept)
            tellFault(merged.error());
    }
    m_page->model().putTasks(noted);
    Q_EMIT resultsNoted(results);
}

void TaskDesk::tellFault(DatabaseFault fault)
{
    m_notices.tell(NoticeKind::Severe, sentences::databaseProblem(fault));
}

} // namespace pushbrake
