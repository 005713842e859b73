#include "ui/tasks/taskdesk.h"

#include "api/errorcatalogue.h"
#include "cancel/appsession.h"
#include "exchange/tablecsv.h"
#include "ui/look/theme.h"
#include "ui/tasks/pastedialog.h"
#include "ui/tasks/taskdialog.h"
#include "ui/tasks/taskmodel.h"
#include "ui/window/mainwindow.h"
#include "ui/words/sentences.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QStringDecoder>

#include <cstdlib>

namespace pushbrake {

namespace {
Task withResult(Task task, const SettledResult& result)
{
    task.lastOutcome = result.outcome;
    task.lastCode = result.code;
    task.lastResultAt = result.settledAt;
    task.lastChecked = result.checked;
    // What the service has just said of the task: it is gone, or it is on its way. A refresh says it again.
    if (result.outcome == Outcome::Cancelled)
        task.status = TaskStatus::Gone;
    else if (result.outcome == Outcome::TooLate)
        task.status = TaskStatus::Dispatching;
    return task;
}
} // namespace

TaskDesk::TaskDesk(MainWindow& window, TaskList& tasks, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_tasks(tasks)
    , m_clock(clock)
{
    connect(&window, &MainWindow::refreshRequested, this, &TaskDesk::refresh);
    connect(&window, &MainWindow::addRequested, this, &TaskDesk::addByHand);
    connect(&window, &MainWindow::pasteRequested, this, &TaskDesk::paste);
    connect(&window, &MainWindow::editRequested, this, &TaskDesk::edit);
    connect(&window, &MainWindow::exportRequested, this, &TaskDesk::askWhereToExport);
    connect(&window, &MainWindow::removeRequested, this, &TaskDesk::remove);
    connect(&window, &MainWindow::checkAgainRequested, this, &TaskDesk::readChosen);
}

void TaskDesk::open(const QString& profileId, AppSession* session)
{
    m_profileId = profileId;
    m_session = session;
    m_listed.clear();
    m_read.clear();
    m_window.setBusyRefreshing(false);
    if (session) {
        connect(session, &AppSession::tasksListed, this, [this](const QList<Task>& tasks) { m_listed += tasks; });
        connect(session, &AppSession::refreshed, this, &TaskDesk::onRefreshed);
        connect(session, &AppSession::taskRead, this, &TaskDesk::onTaskRead);
        connect(session, &AppSession::chosenRead, this, &TaskDesk::onChosenRead);
    }
    reload();
}

void TaskDesk::reload()
{
    const auto loaded = m_tasks.load(m_profileId);
    if (loaded)
        m_window.taskModel()->setTasks(*loaded);
    else
        tellFault(loaded.error());
}

void TaskDesk::refresh()
{
    if (!m_session || m_session->isRefreshing())
        return;
    m_listed.clear();
    m_window.setBusyRefreshing(true);
    m_session->refresh();
}

void TaskDesk::onRefreshed(const CallReport& report, int tasksRead)
{
    m_window.setBusyRefreshing(false);
    takeOver(m_listed);
    m_listed.clear();
    if (!report.ok()) {
        m_window.showNotice(sentences::callProblem(report), sentences::callAdvice(report));
        return;
    }
    m_window.hideNotice();
    if (tellClockIsWrong(report.serverDate))
        return;
    if (tasksRead == 0 && m_window.taskModel()->tasks().isEmpty())
        m_window.showNotice(tr("The service has no scheduled pushes for this app."));
}

// The service's clock is what decides when a push goes out and whether a signature still holds.
bool TaskDesk::tellClockIsWrong(const QDateTime& serverDate)
{
    constexpr qint64 tolerated = 60; // seconds; the Date header itself is whole seconds and as old as the way back
    const qint64 behind = serverDate.isValid() ? m_clock.utcNow().secsTo(serverDate) : 0;
    if (std::abs(behind) <= tolerated)
        return false;
    const QString howMuch = tr("%n minute(s)", nullptr, int((std::abs(behind) + 30) / 60));
    m_window.showNotice(behind > 0 ? tr("This computer's clock is behind the service's by %1.").arg(howMuch)
                                   : tr("This computer's clock is ahead of the service's by %1.").arg(howMuch),
        tr("The times left in the list are wrong by as much, and signatures may be refused. Set this computer's "
           "clock."));
    return true;
}

void TaskDesk::readChosen(const QList<TaskId>& tasks)
{
    if (m_session && !tasks.isEmpty()) {
        m_lastProblem = {};
        m_session->readTasks(tasks);
    }
}

void TaskDesk::onTaskRead(const CallReport& report, const Task& task)
{
    if (report.ok()) {
        m_read.append(task);
        return;
    }
    const Task* known = m_window.taskModel()->task(task.id);
    if (task.status == TaskStatus::Gone && known) {
        Task gone = *known;
        gone.status = TaskStatus::Gone;
        m_read.append(gone);
        return;
    }
    m_lastProblem = report;
}

void TaskDesk::onChosenRead()
{
    takeOver(m_read);
    m_read.clear();
    if (m_lastProblem.fault != NetFault::None || m_lastProblem.code != 0)
        m_window.showNotice(sentences::callProblem(m_lastProblem), sentences::callAdvice(m_lastProblem));
}

void TaskDesk::takeOver(const QList<Task>& tasks)
{
    if (tasks.isEmpty())
        return;
    if (const auto merged = m_tasks.mergeFromService(m_profileId, tasks); !merged)
        tellFault(merged.error());
    reload();
}

void TaskDesk::addByHand()
{
    auto* dialog = new TaskDialog(m_clock, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { addAll({ dialog->task() }); });
    connect(dialog, &QDialog::finished, &m_window, &MainWindow::focusList);
    dialog->open();
}

void TaskDesk::pasteFile(const QString& path)
{
    constexpr qint64 most = 4 * 1024 * 1024;
    QFile file(path);
    const QString name = theme::isolated(QFileInfo(path).fileName());
    if (!file.open(QIODevice::ReadOnly)) {
        m_window.showNotice(tr("The file %1 cannot be opened.").arg(name),
            tr("Check that it is still there and that you may read it."));
        return;
    }
    const QByteArray bytes = file.read(most + 1);
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    if (bytes.size() > most || utf8.hasError() || bytes.contains('\0')) {
        m_window.showNotice(tr("The file %1 is not a list in plain text.").arg(name),
            tr("Copy the task IDs out of it and paste them, or save it as CSV in UTF-8."));
        return;
    }
    offer(text);
}

void TaskDesk::askWhereToExport()
{
    auto* dialog = new QFileDialog(&m_window, tr("Export the list"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Table for spreadsheets (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("pushes.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &TaskDesk::exportTo);
    dialog->open();
}

// What is on the screen, from memory: it works with a full disk or a damaged database too.
void TaskDesk::exportTo(const QString& path)
{
    QList<QStringList> rows { { tr("Task ID"), tr("Title"), tr("Audience"), tr("Goes out (UTC)"), tr("Status"),
        tr("Last result"), tr("Note") } };
    const QList<Task> shown = m_window.shownTasks();
    for (const Task& task : shown)
        rows.append({ QString::number(task.id), task.title, sentences::audienceWords(task.audience),
            task.goesOutAt.isValid() ? task.goesOutAt.toString(Qt::ISODate) : QString(),
            sentences::statusBadge(task).word, sentences::lastResult(task), task.note });
    QSaveFile file(path);
    const QByteArray csv = tableToCsv(rows);
    if (file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit())
        m_window.showNotice(tr("%n task(s) written to %1.", nullptr, int(shown.size()))
                                .arg(theme::isolated(QFileInfo(path).fileName())));
    else
        m_window.showNotice(tr("The list could not be written to %1.").arg(theme::isolated(QFileInfo(path).fileName())),
            tr("Choose a folder in which you may write, on a disk with room."));
}

void TaskDesk::paste()
{
    offer({});
}

void TaskDesk::offer(const QString& text)
{
    auto* dialog = new PasteDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setText(text);
    connect(dialog, &PasteDialog::addRequested, this, &TaskDesk::addAll);
    connect(dialog, &QDialog::finished, &m_window, &MainWindow::focusList);
    dialog->open();
}

void TaskDesk::addAll(const QList<Task>& tasks)
{
    const auto added = m_tasks.add(m_profileId, tasks);
    if (!added) {
        tellFault(added.error());
        return;
    }
    reload();
    const QString known
        = added->merged > 0 ? tr("%n of them were on the list already.", nullptr, added->merged) : QString();
    m_window.showNotice(tr("%n tasks added.", nullptr, added->added), known);
    QList<TaskId> ids;
    for (const Task& task : tasks)
        ids.append(task.id);
    // What the service says of a task wins over what was typed, so it is asked at once.
    readChosen(ids);
}

void TaskDesk::edit(TaskId id)
{
    const Task* known = m_window.taskModel()->task(id);
    if (!known)
        return;
    auto* dialog = new TaskDialog(m_clock, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTask(*known);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto edited = m_tasks.edit(m_profileId, dialog->task()); !edited)
            tellFault(edited.error());
        reload();
    });
    connect(dialog, &QDialog::finished, &m_window, &MainWindow::focusList);
    dialog->open();
}

void TaskDesk::remove(const QList<TaskId>& tasks)
{
    auto* question = new QMessageBox(QMessageBox::Question, tr("Remove from the list?"),
        tr("Remove %n tasks from this list?", nullptr, int(tasks.size())), QMessageBox::NoButton, &m_window);
    question->setObjectName(QStringLiteral("removeQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr(
        "This cancels nothing: what is scheduled stays scheduled and goes out. A refresh brings it back to the list."));
    auto* keep = question->addButton(tr("&Keep on the list"), QMessageBox::RejectRole);
    auto* away = question->addButton(tr("&Remove from the list"), QMessageBox::AcceptRole);
    keep->setObjectName(QStringLiteral("keepOnListButton"));
    away->setObjectName(QStringLiteral("removeFromListButton"));
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    connect(question, &QMessageBox::buttonClicked, this, [this, away, tasks](QAbstractButton* clicked) {
        if (clicked != away)
            return;
        if (const auto removed = m_tasks.remove(m_profileId, tasks); !removed)
            tellFault(removed.error());
        reload();
    });
    connect(question, &QDialog::finished, &m_window, &MainWindow::focusList);
    question->open();
}

void TaskDesk::noteResults(const QList<SettledResult>& results)
{
    if (const auto noted = m_tasks.setLastResults(m_profileId, results); !noted)
        tellFault(noted.error());
    QList<Task> noted;
    QList<Task> moved;
    for (const SettledResult& result : results) {
        const Task* known = m_window.taskModel()->task(result.taskId);
        if (!known)
            continue;
        noted.append(withResult(*known, result));
        if (noted.last().status != known->status)
            moved.append(noted.last());
    }
    if (!moved.isEmpty()) {
        if (const auto merged = m_tasks.mergeFromService(m_profileId, moved); !merged)
            tellFault(merged.error());
    }
    m_window.taskModel()->putTasks(noted);
}

void TaskDesk::tellFault(DatabaseFault fault)
{
    m_window.showNotice(sentences::databaseProblem(fault));
}

} // namespace pushbrake
