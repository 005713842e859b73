#include "ui/runs/rundesk.h"

#include "cancel/forecast.h"
#include "ui/runs/cancelquestion.h"
#include "ui/runs/leftoversdialog.h"
#include "ui/runs/runbar.h"
#include "ui/runs/runkeys.h"
#include "ui/runs/runsummary.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskmodel.h"
#include "ui/window/mainwindow.h"
#include "ui/words/sentences.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
constexpr Milliseconds lead = 300ms;
/// More than these are put on the screen bit by bit: a click and the first request never wait for ten thousand rows.
constexpr qsizetype atOnce = 250;
constexpr auto afterSending = 10ms; // the gate grants the first request in the very next turn of the event loop
} // namespace

namespace {
// Nothing for what takes no time and misses nothing.
QString forecastSentence(const Forecast& seen)
{
    const qint64 seconds = seen.duration.count() / 1000;
    const QString took = seconds < 90 ? RunDesk::tr("about %n second(s)", nullptr, int(seconds))
                                      : RunDesk::tr("about %n minute(s)", nullptr, int((seconds + 30) / 60));
    if (seen.goOutFirst > 0)
        return RunDesk::tr(
            "At this pace %1 can still be stopped and %n go(es) out first. It takes %2.", nullptr, seen.goOutFirst)
            .arg(seen.canBeStopped)
            .arg(took);
    return seconds < 5 ? QString()
                       : RunDesk::tr("At this pace all of them can still be stopped. It takes %1.").arg(took);
}
} // namespace

RunDesk::RunDesk(MainWindow& window, TaskDesk& list, QSettings& settings, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_list(list)
    , m_settings(settings)
    , m_clock(clock)
{
    m_tick.setInterval(250ms);
    connect(&m_tick, &QTimer::timeout, this, &RunDesk::showProgress);
    m_notePause.setSingleShot(true);
    connect(&m_notePause, &QTimer::timeout, this, &RunDesk::noteSome);
    connect(&window, &MainWindow::cancelRequested, this, &RunDesk::ask);
    connect(&window, &MainWindow::resultRequested, this, &RunDesk::showResult);
    RunBar* bar = window.runBar();
    connect(bar, &RunBar::resultsClicked, this, &RunDesk::showSummary);
    connect(bar, &RunBar::mendAccountClicked, this, &RunDesk::mendAccountRequested);
}

void RunDesk::open(AppSession* session)
{
    m_session = session;
    m_window.runBar()->clear();
    m_window.setRunEnding(false);
    m_later.clear();
    for (QDialog* ofTheOtherApp : std::initializer_list<QDialog*> { m_leftovers, m_summary, m_resultDialog })
        delete ofTheOtherApp; // what is clicked there would be asked of this app
    if (!session)
        return;
    connect(session, &AppSession::runPrepared, this, &RunDesk::watch);
    connect(session, &AppSession::settledLater, this, &RunDesk::onSettledLater);
}

bool RunDesk::isRunning() const
{
    return run() && !run()->isFinished();
}

void RunDesk::ask(const QList<Task>& tasks)
{
    if (beforeRun)
        beforeRun([this, tasks] { askNow(tasks); });
    else
        askNow(tasks);
}

void RunDesk::askNow(const QList<Task>& tasks)
{
    if (!m_session || tasks.isEmpty() || (isRunning() && !run()->takesMore()))
        return;
    auto* question = new CancelQuestion(tasks, m_session->profile(), m_clock, &m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const Forecast seen = forecast(tasks, m_clock.utcNow(), m_session->pace(), lead);
    question->setForecast(forecastSentence(seen));
    connect(question, &CancelQuestion::confirmed, this, [this, tasks] { begin(tasks); });
    connect(question, &QDialog::finished, &m_window, &MainWindow::focusList);
    question->open();
}

void RunDesk::begin(const QList<Task>& tasks)
{
    if (!m_session || (isRunning() && !run()->takesMore()))
        return;
    if (isRunning()) {
        join(tasks);
        return;
    }
    m_asked.clear();
    remember(tasks);
    delete m_summary;
    delete m_resultDialog;
    const RunOptions options { std::chrono::seconds(m_settings.value(runkeys::hold, runkeys::usualHold).toInt()),
        m_settings.value(runkeys::checkEvery, false).toBool() };
    if (const auto started = m_session->startRun(tasks, options); !started) {
        m_window.runBar()->clear();
        m_window.taskModel()->clearRunStates();
        tellNotRecorded(started.error());
        return;
    }
    m_tick.start();
    showProgress();
}

void RunDesk::join(const QList<Task>& tasks)
{
    remember(tasks);
    if (const auto joined = run()->add(tasks); !joined)
        tellNotRecorded(joined.error());
    showProgress();
}

void RunDesk::remember(const QList<Task>& tasks)
{
    for (const Task& task : tasks)
        m_asked.insert(task.id, task);
}

void RunDesk::tellNotRecorded(DatabaseFault fault)
{
    m_window.showNotice(
        tr("Nothing was sent, because the record of it could not be written."), sentences::databaseProblem(fault));
}

void RunDesk::watch(CancelRun* run)
{
    TaskModel* model = m_window.taskModel();
    model->clearRunStates();
    connect(run, &CancelRun::tasksChanged, this,
        [this, run](const QList<TaskId>& tasks, RunState state) { onTasksChanged(*run, tasks, state); });
    connect(run, &CancelRun::settled, this, [this](const SettledResult& result) { onSettled({ result }); });
    connect(run, &CancelRun::withdrawn, this, &RunDesk::onSettled);
    connect(run, &CancelRun::progressed, this, &RunDesk::showProgress);
    connect(run, &CancelRun::finished, this, &RunDesk::onFinished);
    connect(run, &CancelRun::accountNeeded, this, [this](const SettledResult& answer) {
        m_window.showNotice(sentences::whatHappened(answer), sentences::whatNext(answer));
    });
    connect(run, &CancelRun::journalFailed, this, [this](DatabaseFault fault) {
        m_window.showNotice(tr("Sending has stopped, because the record of it could not be written."),
            sentences::databaseProblem(fault));
    });
    RunBar* bar = m_window.runBar();
    connect(bar, &RunBar::undoClicked, run, &CancelRun::undo);
    connect(bar, &RunBar::startNowClicked, run, &CancelRun::skipHold);
    connect(bar, &RunBar::pauseClicked, run, &CancelRun::pause);
    connect(bar, &RunBar::resumeClicked, run, &CancelRun::resume);
    connect(bar, &RunBar::stopClicked, run, &CancelRun::stop);
}

void RunDesk::onTasksChanged(CancelRun& run, const QList<TaskId>& tasks, RunState state)
{
    if (tasks.size() <= atOnce) {
        m_window.taskModel()->setRunStates(tasks, state);
        return;
    }
    // What happened to one of them meanwhile is newer.
    QTimer::singleShot(afterSending, &run, [this, &run, tasks] {
        QHash<RunState, QList<TaskId>> now;
        for (const TaskId task : tasks)
            now[run.stateOf(task)].append(task);
        for (auto group = now.cbegin(); group != now.cend(); ++group)
            m_window.taskModel()->setRunStates(group.value(), group.key());
    });
}

void RunDesk::onSettled(const QList<SettledResult>& results)
{
    if (results.size() <= atOnce && m_toNote.isEmpty()) {
        note(results);
        return;
    }
    m_toNote += results;
    m_notePause.start(0);
}

void RunDesk::noteSome()
{
    note(m_toNote.mid(0, atOnce));
    m_toNote.remove(0, std::min(atOnce, m_toNote.size()));
    if (!m_toNote.isEmpty())
        m_notePause.start(0);
}

void RunDesk::noteAll()
{
    while (!m_toNote.isEmpty())
        noteSome();
}

void RunDesk::note(const QList<SettledResult>& results)
{
    m_list.noteResults(results);
    QList<ResultEntry> entries;
    for (const SettledResult& result : results)
        entries.append({ m_asked.value(result.taskId), result });
    if (m_summary)
        m_summary->addResults(entries);
    if (m_resultDialog && entries.size() == 1)
        m_resultDialog->update(entries.first());
    if (m_asked.size() == 1)
        showResult(results.first().taskId);
    else if (!m_summary)
        showSummary();
}

void RunDesk::onFinished()
{
    m_tick.stop();
    m_window.setRunEnding(false);
    QTimer::singleShot(afterSending, this, [this] {
        if (!isRunning())
            m_window.taskModel()->clearRunStates();
    });
    m_window.runBar()->setFinished(run()->progress());
}

void RunDesk::showProgress()
{
    if (!isRunning())
        return;
    m_window.setRunEnding(!run()->takesMore());
    const RunProgress progress = run()->progress();
    m_window.runBar()->setProgress(progress, m_asked.value(progress.nextTask).title);
}

QList<ResultEntry> RunDesk::entries() const
{
    QList<ResultEntry> entries;
    if (run()) {
        for (const SettledResult& result : run()->results())
            entries.append({ m_asked.value(result.taskId), m_later.value(result.taskId, result) });
    }
    return entries;
}

void RunDesk::showResult(TaskId task)
{
    const QList<ResultEntry> all = entries();
    const auto found
        = std::find_if(all.begin(), all.end(), [task](const ResultEntry& e) { return e.result.taskId == task; });
    if (found == all.end()) {
        m_window.showNotice(tr("There is no result for this task since the program was started."));
        return;
    }
    if (!m_resultDialog) {
        m_resultDialog = new ResultDialog(m_session->profile(), m_clock, m_settings, &m_window);
        m_resultDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_resultDialog, &ResultDialog::checkAgainRequested, this,
            [this](TaskId id) { Q_EMIT m_window.checkAgainRequested({ id }); });
    }
    m_resultDialog->setResults(all, int(found - all.begin()));
    m_resultDialog->show();
    m_resultDialog->raise();
}

void RunDesk::onSettledLater(const SettledResult& result)
{
    m_list.noteResults({ result });
    m_later.insert(result.taskId, result);
    const ResultEntry entry { m_asked.value(result.taskId), result };
    if (m_summary && m_asked.contains(result.taskId))
        m_summary->addResult(entry);
    if (m_resultDialog && m_asked.contains(result.taskId))
        m_resultDialog->update(entry);
    if (m_leftovers)
        m_leftovers->settled(result);
}

void RunDesk::offerLeftovers(const QList<JournalRow>& rows)
{
    QHash<TaskId, Task> known;
    for (const JournalRow& row : rows) {
        Task task;
        task.id = row.taskId;
        task.audience = row.audience;
        task.title = row.title;
        task.goesOutAt = row.goesOutAt;
        known.insert(row.taskId, task);
    }
    m_leftovers = new LeftoversDialog(rows, &m_window);
    m_leftovers->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_leftovers, &LeftoversDialog::checkRequested, &m_window, &MainWindow::checkAgainRequested);
    connect(m_leftovers, &LeftoversDialog::leaveRequested, this, &RunDesk::leftoversDropped);
    connect(m_leftovers, &LeftoversDialog::cancelRequested, this, [this, known](const QList<TaskId>& ids) {
        QList<Task> tasks;
        for (const TaskId id : ids) {
            const Task* listed = m_window.taskModel()->task(id);
            tasks.append(listed ? *listed : known.value(id));
        }
        ask(tasks);
    });
    m_leftovers->show();
}

void RunDesk::showSummary()
{
    if (!m_summary) {
        m_summary = new RunSummary(m_session->profile(), m_settings, &m_window);
        m_summary->setAttribute(Qt::WA_DeleteOnClose);
        m_summary->addResults(entries());
        connect(m_summary, &RunSummary::resultRequested, this, &RunDesk::showResult);
    }
    m_summary->show();
    m_summary->raise();
}

void RunDesk::endRun(std::function<void()> ended)
{
    constexpr auto patience = 10s;
    if (!isRunning()) {
        ended();
        return;
    }
    auto* deadline = new QTimer(this);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, this, ended);
    connect(
        run(), &CancelRun::finished, deadline,
        [deadline, ended] {
            deadline->stop();
            ended();
        },
        Qt::QueuedConnection);
    deadline->start(patience);
    run()->stop();
}

bool RunDesk::mayClose()
{
    noteAll();
    if (!isRunning())
        return true;
    auto* question = new QMessageBox(QMessageBox::Warning, tr("Close while cancelling?"),
        tr("Pushbrake is still cancelling."), QMessageBox::NoButton, &m_window);
    question->setObjectName(QStringLiteral("closeQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("What was not sent yet stays scheduled and goes out. What was sent already is finished first."));
    auto* stay = question->addButton(tr("&Go on cancelling"), QMessageBox::RejectRole);
    auto* leave = question->addButton(tr("&Stop and close"), QMessageBox::DestructiveRole);
    stay->setObjectName(QStringLiteral("goOnButton"));
    leave->setObjectName(QStringLiteral("stopAndCloseButton"));
    question->setDefaultButton(stay);
    question->setEscapeButton(stay);
    connect(question, &QMessageBox::buttonClicked, this, [this, leave](QAbstractButton* clicked) {
        if (clicked != leave || !run())
            return;
        connect(run(), &CancelRun::finished, &m_window, &QWidget::close, Qt::QueuedConnection);
        run()->stop();
    });
    question->open();
    return false;
}

} // namespace pushbrake
