#include "ui/runs/leftovers.h"

#include "ui/runs/leftoversdialog.h"

#include <QWidget>

namespace pushbrake {

Leftovers::Leftovers(QWidget& window, QObject* parent)
    : QObject(parent)
    , m_window(window)
{
}

Leftovers::~Leftovers() = default;

void Leftovers::offer(const QList<JournalRow>& rows, const Profile& app)
{
    close();
    m_planned.clear();
    for (const JournalRow& row : rows)
        m_planned.insert(row.taskId, row.task());
    m_dialog = new LeftoversDialog(rows, app, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &LeftoversDialog::checkRequested, this, &Leftovers::checkRequested);
    connect(m_dialog, &LeftoversDialog::leaveRequested, this, &Leftovers::dropRequested);
    connect(m_dialog, &LeftoversDialog::seenToRequested, this, &Leftovers::seenToRequested);
    connect(m_dialog, &LeftoversDialog::cancelRequested, this, [this](const QList<TaskId>& ids) {
        QList<Task> tasks;
        for (const TaskId id : ids)
            tasks.append(m_planned.value(id));
        Q_EMIT cancelRequested(tasks);
    });
    m_dialog->show();
}

bool Leftovers::isOffered() const
{
    return m_dialog;
}

void Leftovers::close()
{
    delete m_dialog;
}

void Leftovers::noteAsked(const QList<Task>& tasks)
{
    if (!m_dialog)
        return;
    for (const Task& task : tasks)
        m_dialog->askedAgain(task.id);
}

void Leftovers::noteResults(const QList<SettledResult>& results)
{
    if (!m_dialog)
        return;
    for (const SettledResult& result : results)
        m_dialog->settled(result);
}

} // namespace pushbrake
