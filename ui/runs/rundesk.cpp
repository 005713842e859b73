#include "ui/runs/rundesk.h"

#include "ui/look/theme.h"
#include "ui/parts/notices.h"
#include "ui/parts/secondclick.h"
#include "ui/runs/askedtasks.h"
#include "ui/runs/closingquestion.h"
#include "ui/runs/leftout.h"
#include "ui/runs/leftovers.h"
#include "ui/runs/obstaclenotice.h"
#include "ui/runs/runbar.h"
#include "ui/runs/runend.h"
#include "ui/runs/runguard.h"
#include "ui/runs/runkeys.h"
#include "ui/runs/stopdue.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/shell.h"
#include "ui/words/problems.h"
#include "ui/words/results.h"

#include <QSettings>

#include <utility>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
constexpr auto afterSending = 10ms; // the gate grants the first request in the very next turn of the event loop
} // namespace

RunDesk::RunDesk(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(needs)
    , m_notices(needs.window.notices())
    , m_options(needs.settings)
    , m_commands(new RunCommands(m_options, this))
    , m_results(new ResultWindows(needs.window, needs.clock, needs.settings, this))
    , m_bar(new RunBar(*m_commands, needs.window.centralWidget()))
    , m_obstacle(new ObstacleNotice(m_notices, this))
    , m_toNote(new ResultQueue(this))
    , m_leftovers(new Leftovers(needs.window, this))
    , m_stopDue(new StopDue({ needs.window, needs.list, needs.settings, needs.clock }, this))
{
    m_tick.setInterval(250ms);
    connect(&m_tick, &QTimer::timeout, this, &RunDesk::showProgress);
    connect(m_toNote, &ResultQueue::ready, this, &RunDesk::note);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &RunDesk::updateCommands);
    connect(&needs.list.page(), &TaskPage::selectionMoved, this, &RunDesk::updateCommands);
    connect(&needs.list, &TaskDesk::resultRequested, this, &RunDesk::showResult);
    needs.list.addRowActions({ m_commands->showResult, m_commands->cancel });
    new RunKeys({ m_commands->undo, m_commands->pause, m_commands->resume, m_commands->stop }, this);
    connectCommands();
    updateCommands();
}

void RunDesk::connectCommands()
{
    const auto ofRun = [this](CommandAction* action, void (CancelRun::*deed)()) {
        connect(action, &QAction::triggered, this, [this, deed] {
            if (isRunning())
                (run()->*deed)();
        });
    };
    ofRun(m_commands->undo, &CancelRun::undo);
    ofRun(m_commands->startNow, &CancelRun::skipHold);
    ofRun(m_commands->pause, &CancelRun::pause);
    ofRun(m_commands->resume, &CancelRun::resume);
    ofRun(m_commands->stop, &CancelRun::stop);
    connect(
        m_commands->cancel, &QAction::triggered, this, [this] { ask({ m_needs.list.page().cancellableSelection() }); });
    connect(m_commands->stopDue, &QAction::triggered, m_stopDue, &StopDue::show);
    connect(m_stopDue, &StopDue::cancelRequested, this, &RunDesk::askAboutDue);
    connect(m_stopDue, &StopDue::closed, this, &RunDesk::giveKeyboardBack);
    connect(m_commands->results, &QAction::triggered, this, [this] { m_results->showSummary(run()); });
    connect(m_results, &ResultWindows::closed, this, &RunDesk::giveKeyboardBack);
    connect(m_results, &ResultWindows::checkAgainRequested, this, [this](TaskId id) { m_needs.list.lookUp({ id }); });
    connect(m_leftovers, &Leftovers::checkRequested, &m_needs.list, &TaskDesk::lookUp);
    connect(m_leftovers, &Leftovers::cancelRequested, this, [this](QList<Task> tasks) {
        for (Task& task : tasks)
            task = m_needs.list.page().model().task(task.id).value_or(task);
        ask({ tasks });
    });
    connect(m_commands->mendAccount, &QAction::triggered, this, &RunDesk::mendAccountRequested);
    connect(m_commands->withoutRecord, &QAction::triggered, this, &RunDesk::askWithoutRecord);
    connect(m_commands->showResult, &QAction::triggered, this,
        [this] { showResult(m_needs.list.page().selectedIds().value(0)); });
}

Room RunDesk::room() const
{
    const RunCommands& can = *m_commands;
    Room room;
    room.dangerous = can.cancel;
    room.footer = m_bar;
    room.commands = {
        { MenuPlace::First, { can.cancel, can.stopDue }, false },
        { MenuPlace::First, { can.startNow, can.undo, can.pause, can.resume, can.stop }, false },
        { MenuPlace::First, { can.results, can.mendAccount, can.withoutRecord }, false },
        { MenuPlace::First, { can.hold, can.checkEvery }, true },
        { MenuPlace::Edit, { can.showResult }, false },
    };
    room.ofPage = { can.showResult };
    return room;
}

void RunDesk::updateCommands()
{
    const TaskPage::Selection& selected = m_needs.list.page().selection();
    const QString reason
        = m_unavailable.isEmpty() ? RunCommands::whyNot(m_needs.list.page(), m_isEnding) : m_unavailable;
    m_commands->setLeftOut(reason.isEmpty() ? int(selected.count - selected.cancellable) : 0);
    m_commands->setCancellable(int(selected.cancellable), m_isPractice, reason);
    m_commands->setStopDue(m_session ? m_unavailable : tr("The account cannot be used now."), m_isPractice);
    const bool hasResult = selected.only && selected.only->lastOutcome();
    m_commands->showResult->setWhyNot(hasResult ? QString() : tr("Select one push that has a result."));
}

void RunDesk::setEnding(bool ending)
{
    if (std::exchange(m_isEnding, ending) != ending)
        m_soon.start(0);
}

void RunDesk::setPractice(bool practice)
{
    m_isPractice = practice;
    m_bar->setPractice(practice);
    updateCommands();
}

void RunDesk::setUnavailable(const QString& whyNot)
{
    m_unavailable = whyNot;
    updateCommands();
}

void RunDesk::open(AppSession* session)
{
    m_session = session;
    m_bar->clear();
    setEnding(false);
    m_results->open(session ? std::optional(session->profile()) : std::nullopt);
    m_leftovers->close();
    m_stopDue->open(session);
    m_soon.start(0);
    if (!session)
        return;
    m_bar->setApp(session->profile());
    connect(session, &AppSession::runPrepared, this, &RunDesk::watch);
    connect(session, &AppSession::settledLater, this, &RunDesk::onSettledLater);
}

bool RunDesk::isRunning() const
{
    return run() && !run()->isFinished();
}

void RunDesk::ask(const Question& question)
{
    m_needs.guard.beforeRun([this, question] { askNow(question); });
}

void RunDesk::askAbout(const QList<TaskId>& chosen)
{
    const QList<Task> tasks = m_needs.list.page().cancellable(chosen);
    const QString reason = m_isEnding ? RunCommands::anotherIsEnding() : RunCommands::whyNot(tasks.size());
    if (reason.isEmpty())
        ask({ tasks, leftOutSentences(m_needs.list.page(), chosen) });
    else
        m_notices.tell(NoticeKind::Information, reason);
}

// What is due is looked at anew once the account is known to work: time has gone by.
void RunDesk::askAboutDue()
{
    m_needs.guard.beforeRun([this] {
        const StopDue::Decided decided = m_stopDue->decided();
        if (!mayAsk())
            m_notices.tell(NoticeKind::Information, RunCommands::anotherIsEnding());
        else if (!decided.tasks.isEmpty())
            askNow({ decided.tasks, decided.leftOut, m_stopDue->window(), CancelQuestion::Count::Always });
    });
}

bool RunDesk::mayAsk() const
{
    return m_session && (!isRunning() || run()->takesMore() || run()->isOverButForRecord());
}

void RunDesk::askNow(const Question& question)
{
    if (!mayAsk())
        return;
    // Nothing of it is left to be sent, so trying its record once more costs nothing.
    if (isRunning() && run()->isOverButForRecord())
        run()->resume();
    openQuestion(question, m_session->whyNoRecord());
}

void RunDesk::openQuestion(const Question& asked, std::optional<DatabaseFault> noRecord)
{
    // A yes to go without a record is one for everything that goes on by it.
    const bool isForAll = noRecord && isRunning() && run()->recordKept() == Record::Lasting;
    const QList<Task> all = isForAll ? joined(asked.tasks, run()->openTasks()) : asked.tasks;
    if (!mayAsk() || all.isEmpty())
        return;
    auto* question = new CancelQuestion(all, m_session->profile(), m_needs.clock, noRecord,
        asked.over && asked.over->isVisible() ? asked.over.get() : &m_needs.window, // not over one that goes
        asked.count);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setPace(m_session->pace(), m_options.read().hold);
    question->setLeftOut(asked.leftOut ? *asked.leftOut : leftOutSentences(m_needs.list.page(), all));
    connect(
        question, &CancelQuestion::confirmed, this, [this, asked, noRecord, app = AppKey::of(m_session->profile())] {
            if (m_session && AppKey::of(m_session->profile()) == app) // the one that the question named
                begin(asked, noRecord ? Record::InMemory : Record::Lasting);
            if (asked.over)
                asked.over->close();
        });
    connect(question, &QDialog::finished, this, [this, asked] {
        swallowSecondClick(m_needs.window);
        if (!asked.over || !asked.over->isVisible())
            giveKeyboardBack();
    });
    question->open();
}

void RunDesk::giveKeyboardBack()
{
    if (!m_bar->takeKeyboard())
        m_needs.window.focusPage();
}

void RunDesk::askWithoutRecord()
{
    if (!isRunning())
        return;
    if (run()->openTasks().isEmpty())
        goOnWithoutRecord(); // nothing is sent by it
    else
        ask({});
}

bool RunDesk::goOnWithoutRecord()
{
    const auto gone = m_session->goOnWithoutRecord();
    if (!gone)
        m_notices.tell(NoticeKind::Severe, sentences::databaseProblem(gone.error()));
    return gone.has_value();
}

void RunDesk::begin(const Question& asked, Record record)
{
    if (!mayAsk())
        return;
    const bool mustChange = record == Record::InMemory && isRunning() && run()->recordKept() == Record::Lasting;
    if ((mustChange && !goOnWithoutRecord()) || asked.tasks.isEmpty())
        return;
    if (isRunning())
        return join(asked);
    m_isLeft = false;
    m_results->begin();
    m_results->remember(asked.tasks);
    if (const auto started = m_session->startRun(asked.tasks, m_options.read(), record); !started) {
        m_bar->clear();
        m_needs.list.page().model().clearRunStates();
        askAgain(asked, started.error());
        return;
    }
    m_leftovers->noteAsked(asked.tasks);
    m_tick.start();
    showProgress();
}

void RunDesk::join(const Question& asked)
{
    if (!run()->takesMore())
        return;
    m_results->remember(asked.tasks);
    if (const auto joined = run()->add(asked.tasks); !joined)
        askAgain(asked, joined.error());
    else
        m_leftovers->noteAsked(asked.tasks);
    showProgress();
}

// Nothing was sent. The question that was answered is closed first.
void RunDesk::askAgain(const Question& asked, DatabaseFault fault)
{
    QTimer::singleShot(0, this, [this, asked, fault] { openQuestion(asked, fault); });
}

void RunDesk::watch(CancelRun* run)
{
    m_needs.list.page().model().clearRunStates();
    connect(run, &CancelRun::tasksChanged, this,
        [this, run](const QList<TaskId>& tasks, RunState state) { onTasksChanged(*run, tasks, state); });
    connect(run, &CancelRun::settled, this, [this](const SettledResult& result) { m_toNote->add({ result }); });
    connect(run, &CancelRun::withdrawn, m_toNote, &ResultQueue::add);
    connect(run, &CancelRun::progressed, this, &RunDesk::showProgress);
    connect(run, &CancelRun::finished, this, &RunDesk::onFinished);
    connect(run, &CancelRun::accountNeeded, m_bar, &RunBar::setObstacle);
    connect(run, &CancelRun::accountNeeded, this, &RunDesk::showProgress); // with what stands in the way
    m_obstacle->watch(*run, *m_session);
}

void RunDesk::onTasksChanged(CancelRun& run, const QList<TaskId>& tasks, RunState state)
{
    if (tasks.size() <= ResultQueue::atOnce) {
        m_needs.list.page().model().setRunStates(tasks, state);
        return;
    }
    // Their states are asked for then: some may have changed again.
    QTimer::singleShot(afterSending, &run, [this, &run, tasks] {
        QHash<RunState, QList<TaskId>> now;
        for (const TaskId task : tasks)
            now[run.stateOf(task)].append(task);
        for (auto group = now.cbegin(); group != now.cend(); ++group)
            m_needs.list.page().model().setRunStates(group.value(), group.key());
    });
}

void RunDesk::note(const QList<SettledResult>& results)
{
    m_needs.list.noteResults(results);
    m_results->add(results);
    m_leftovers->noteResults(results);
}

void RunDesk::onFinished()
{
    m_tick.stop();
    setEnding(false);
    QTimer::singleShot(afterSending, this, [this] {
        if (isRunning())
            return;
        m_needs.list.page().model().clearRunStates();
        if (!m_isLeft)
            m_results->runEnded(run());
    });
    m_bar->setFinished(run()->progress());
}

void RunDesk::showProgress()
{
    if (!isRunning())
        return;
    setEnding(!run()->takesMore() && !run()->isOverButForRecord());
    const RunProgress progress = run()->progress();
    m_bar->setProgress(progress, m_results->titleOf(progress.nextTask));
}

// A result of the past is told in the list's words: the push is scheduled again.
void RunDesk::showResult(TaskId id)
{
    const std::optional<Task> task = m_needs.list.page().model().task(id);
    const bool isOver = task && !isScheduledAgain(*task);
    if (m_results->showResult(id, run()) || (isOver && m_results->showEarlier(id, m_needs.history)))
        return;
    if (task && task->lastOutcome)
        m_notices.tell(NoticeKind::Information,
            tr("%1: %2").arg(task->title.isEmpty() ? QString::number(id) : theme::brief(task->title, 60),
                sentences::lastResult(*task, m_needs.clock.utcNow())));
}

void RunDesk::onSettledLater(const SettledResult& result)
{
    if (m_results->addLater(result))
        m_needs.list.noteResults({ result });
    if (run() && run()->isFinished())
        m_bar->showEnd(m_results->countsOf(*run()), run()->recordKept());
    m_leftovers->noteResults({ result });
}

void RunDesk::endRun(std::function<void()> ended)
{
    if (isRunning())
        stopAndWait(*run(), *this, std::move(ended));
    else
        ended();
}

bool RunDesk::mayClose()
{
    m_toNote->giveAll();
    if (!isRunning() || m_isLeft)
        return m_results->mayGo();
    askToClose(*run(), m_needs.window, [this] {
        m_isLeft = true;
        // A run whose record cannot be written never finishes; the window closes all the same.
        endRun([this] { m_needs.window.close(); });
    });
    return false;
}

} // namespace pushbrake
